"""What agencies return on a death, the review meeting, and the panel that reviews it."""

from dataclasses import asdict, dataclass
from datetime import date

from accounts.access_table import agency_ids
from accounts.models import Agency, Person
from foundation import clock
from foundation.calendar import london_date, start_of_day
from foundation.errors import NotVisible, Refused, need
from foundation.events import Subject, record
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from reviews.models import (
    Case,
    ChildDeath,
    DeathCategory,
    DeathFactor,
    DeathForm,
    DeathListing,
    DeathMeeting,
    DeathPanel,
    DeathState,
    FormState,
    Modifiable,
)
from reviews.rules import kinds
from reviews.rules.deaths import DEATH_TRANSITIONS, OPEN
from reviews.selectors.deaths import form_awaited, meeting_for, own_form
from reviews.selectors.people import nameable
from reviews.services.deaths import check_not_held, kept_death, locked_death, start_panel_clock
from reviews.services.team import subject_of
from work.models import Request
from work.services.clocks import stop_clock
from work.services.requests import answer_request, ask, withdraw_request

QUESTION = "A child has died. Write what your agency knows for the child death review; only you read what is asked here."
RETURNED = "returned"


@dataclass(frozen=True)
class FormWritten:
    """What an agency writes in its reporting form."""

    known: bool
    filled_in_by_whom: str
    narrative: str
    care_status: str = "unknown"
    history: str = ""
    pregnancy: str = ""
    growth: str = ""
    health: str = ""
    education: str = ""
    family: str = ""
    housing: str = ""
    barriers: str = ""
    services: str = ""
    support_offered: str = ""
    learning: str = ""
    supplementary: str = ""


@dataclass(frozen=True)
class Analysis:
    """What the review meeting, and then the panel, make of a death."""

    category: int | None = None
    modifiable: str = ""
    cause_1a: str = ""
    cause_1b: str = ""
    cause_1c: str = ""
    cause_1d: str = ""
    cause_2: str = ""
    learning: str = ""
    issues: str = ""
    positive: str = ""
    recommendations: str = ""
    follow_up: str = ""
    referral: str = ""


@service
def ask_for_form(*, by: Person, case: str, version: int, email: str, supplement: str) -> DeathForm:
    """Ask an agency for its reporting form, by the address of the one who writes it. The case's owner.

    Refuses whoever holds no role, and an agency that was asked already. Nobody else of the agency reads what is asked.
    """
    death = locked_death(by, case, version)
    move(DEATH_TRANSITIONS, death, "gather")
    if death.entered_at is None or death.forms.count() == 0:
        death.entered_at = clock.now()
    author, agency = _author(email)
    if death.forms.filter(agency=agency).exists():
        raise Refused(f"{agency.name} has been asked already.", field="email")
    form = DeathForm.objects.create(death=death, agency=agency, author=author, supplement=supplement, due_on=clock.today())
    form.request = ask(
        by=by,
        kind=kinds.DEATH_FORM_REQUEST,
        subject=Subject(kinds.DEATH_FORM, form.reference),
        from_team=None,
        to_agency=agency,
        to_person=author,
        question=QUESTION,
    )
    form.due_on = london_date(form.request.due_at)
    form.save(update_fields=["request", "due_on"])
    kept_death(death, by, "reviews.form_asked")
    return form


@service
def return_form(*, by: Person, reference: str, version: int, written: FormWritten) -> DeathForm:
    """Return the reporting form; from then on it is fixed, and those named on the case read it. Its author."""
    form = DeathForm.objects.select_for_update(of=("self",)).get(pk=own_form(by, reference).pk)
    check_version(form, version)
    need(written.filled_in_by_whom, "Enter who completed the form.", "filled_in_by_whom")
    need(written.narrative, "Enter what your agency knows, or that it knows nothing.", "narrative")
    for name, value in asdict(written).items():
        setattr(form, name, value)
    form.state, form.returned_at, form.returned_by = FormState.RETURNED, clock.now(), by.actor_reference
    form.version += 1
    form.save()
    if form.request is None:
        raise NotVisible
    answer_request(by=by, reference=form.request.reference, result=RETURNED, answer="")
    record(verb="reviews.form_returned", by=by, subject=subject_of(form.death.case), data={"agency": form.agency.code})
    return form


@service
def take_evidence(*, by: Person, reference: str, evidence: str, words: str) -> DeathForm:
    """Take other evidence instead of a form that does not come: the agency is asked no longer. The case's owner."""
    form = DeathForm.objects.select_for_update(of=("self",)).get(pk=form_awaited(by, reference).pk)
    if form.state != FormState.ASKED:
        raise NotVisible
    words = need(words, "Enter what it says.", "words")
    form.state, form.evidence, form.evidence_words = FormState.EVIDENCE, evidence, words
    form.evidence_at, form.evidence_by = clock.now(), by.actor_reference
    form.version += 1
    form.save()
    if form.request is not None and form.request.state == Request.State.ASKED:
        withdraw_request(by=by, reference=form.request.reference, reason="Other evidence is taken instead.")
    record(verb="reviews.form_replaced", by=by, subject=subject_of(form.death.case), data={"agency": form.agency.code})
    return form


@service
def add_factor(*, by: Person, case: str, domain: str, words: str, relevance: int) -> DeathFactor:
    """Write down a factor in one of the four domains, with its relevance. The case's owner, until the panel has reviewed it."""
    death = _analysed(by, case)
    row = DeathFactor.objects.create(
        death=death,
        domain=domain,
        words=need(words, "Enter the factor.", "words"),
        relevance=relevance,
        added_at=clock.now(),
        added_by=by.actor_reference,
    )
    record(verb="reviews.factor_added", by=by, subject=subject_of(death.case))
    return row


@service
def strike_factor(*, by: Person, case: str, factor: int) -> DeathFactor:
    """Strike a factor that was found to be wrong. The case's owner, until the panel has reviewed the death."""
    death = _analysed(by, case)
    row = death.factors.filter(pk=factor, struck_at__isnull=True).first()
    if row is None:
        raise NotVisible
    row.struck_at, row.struck_by = clock.now(), by.actor_reference
    row.save(update_fields=["struck_at", "struck_by"])
    record(verb="reviews.factor_struck", by=by, subject=subject_of(death.case))
    return row


@service
def record_review_meeting(
    *, by: Person, case: str, version: int, met_on: date, chair: str, attended: str, analysis: Analysis
) -> ChildDeath:
    """Record the child death review meeting with its draft of the analysis, or change it until the panel. The case's owner.

    From its day the six weeks to the panel count.
    """
    death = locked_death(by, case, version)
    first = death.met_at is None
    move(DEATH_TRANSITIONS, death, "meet" if first else "meet_again")
    if not death.died_on <= met_on <= clock.today():
        raise Refused("The day must lie between the death and today.", field="met_on")
    death.chair = need(chair, "Enter who chaired the meeting.", "chair")
    death.attended = need(attended, "Enter who took part.", "attended")
    _write(death, analysis)
    death.met_on, death.met_at, death.met_by = met_on, clock.now(), by.actor_reference
    if first:
        death.entered_at = clock.now()
        stop_clock(by=by, kind=kinds.DEATH_REVIEW_CLOCK, subject=subject_of(death.case), outcome="met")
        start_panel_clock(by, death, start_of_day(met_on))
    return kept_death(death, by, "reviews.death_met")


@service
def plan_meeting(*, by: Person, panel: str, day: date, chair: str) -> DeathMeeting:
    """Plan a meeting of a panel. The child death coordinator; one a day."""
    found = DeathPanel.objects.filter(name=panel).first()
    if found is None:
        raise NotVisible
    if found.meetings.filter(day=day).exists():
        raise Refused("This panel meets on that day already.", field="day")
    return DeathMeeting.objects.create(
        panel=found,
        day=day,
        chair=need(chair, "Enter who chairs it.", "chair"),
        planned_at=clock.now(),
        planned_by=by.actor_reference,
    )


@service
def list_death(*, by: Person, case: str, version: int, meeting: str) -> ChildDeath:
    """List a death for a meeting of its panel, or put it off to another one. The case's owner."""
    death = locked_death(by, case, version)
    found = meeting_for(meeting)
    move(DEATH_TRANSITIONS, death, "put_off" if death.state == DeathState.LISTED else "list")
    if found.panel_id != death.panel_id:
        raise Refused("This death belongs to another panel.", field="meeting")
    death.entered_at = clock.now()
    before = death.listings.filter(put_off_at__isnull=True)
    if before.filter(meeting=found).exists():
        raise Refused("It is listed for this meeting already.", field="meeting")
    before.update(put_off_at=clock.now(), put_off_by=by.actor_reference)
    DeathListing.objects.create(meeting=found, death=death, listed_at=clock.now(), listed_by=by.actor_reference)
    return kept_death(death, by, "reviews.death_listed")


@service
def record_panel(*, by: Person, case: str, version: int, analysis: Analysis) -> ChildDeath:
    """Record what the panel made of a death: category, whether anything could be changed, learning. The case's owner.

    Refused while it is on hold, before the day of the meeting, without a category, and where factors that may have contributed
    and the question whether any could be changed do not agree: what could be changed contributed.
    """
    death = locked_death(by, case, version)
    move(DEATH_TRANSITIONS, death, "review")
    check_not_held(death)
    meeting = DeathMeeting.objects.select_for_update().get(listings__death=death, listings__put_off_at__isnull=True)
    if meeting.day > clock.today():
        raise Refused("The panel has not met yet.")
    if analysis.category is None:
        raise Refused("Select the category: the first in the list that fits.", field="category")
    if not analysis.modifiable:
        raise Refused("Select whether modifiable factors were identified.", field="modifiable")
    contributed = death.factors.filter(struck_at__isnull=True, relevance=2).exists()
    if analysis.modifiable == Modifiable.IDENTIFIED and not contributed:
        raise Refused("Add the factors that may have contributed, with relevance 2, first.", field="modifiable")
    _write(death, analysis)
    moment = clock.now()
    death.entered_at = death.reviewed_at = moment
    death.reviewed_on, death.reviewed_by = meeting.day, by.actor_reference
    if meeting.held_at is None:
        meeting.held_at, meeting.held_by = moment, by.actor_reference
        meeting.save(update_fields=["held_at", "held_by"])
    for kind in (kinds.DEATH_PANEL_CLOCK, kinds.DEATH_WHOLE_CLOCK):
        stop_clock(by=by, kind=kind, subject=subject_of(death.case), outcome="reviewed")
    return kept_death(death, by, "reviews.death_reviewed")


def _write(death: ChildDeath, analysis: Analysis) -> None:
    for name, value in asdict(analysis).items():
        setattr(death, name, value)
    if death.category is not None:
        death.category = DeathCategory(int(death.category))


def _analysed(by: Person, case: str) -> ChildDeath:
    from reviews.selectors.deaths import death_case

    found = Case.objects.select_for_update().get(pk=death_case(by, case).pk)
    if found.death.state not in OPEN:
        raise Refused("The panel has reviewed this death.")
    return found.death


def _author(email: str) -> tuple[Person, Agency]:
    chosen = nameable().filter(email__iexact=email.strip()).first()
    if chosen is None:
        raise Refused(
            "Nobody with this address holds a role in the portal. Ask their agency’s lead to invite them.", field="email"
        )
    agency = Agency.objects.filter(pk__in=agency_ids(chosen)).order_by("pk").first()
    if agency is None:
        raise Refused("This person holds no role in an agency.", field="email")
    return chosen, agency
