"""Deaths of children: notified, twice or once, held, triaged, met about, closed; and the family beside it."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time

from django.conf import settings
from django.db.models import QuerySet

from accounts.models import Person
from children.rules.details import ChildDetails
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import add_months, end_of_day, from_london, london_date
from foundation.errors import Refused, need
from foundation.events import record
from foundation.identifiers import normalise_nhs_number
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from reviews.models import (
    Born,
    Case,
    CaseChild,
    CaseKind,
    ChildDeath,
    DeathHold,
    DeathIdentity,
    DeathPanel,
    DeathState,
    HoldReason,
    JointResponse,
)
from reviews.rules import kinds
from reviews.rules.deaths import CHILDHOOD, DEATH_TRANSITIONS, EXTREMELY_PREMATURE, NOT_REVIEWED, OPEN
from reviews.selectors.deaths import death_case, notified_before, second_of
from reviews.selectors.sight import visible_cases
from reviews.services.cases import ChildTold, add_child, open_case
from reviews.services.team import subject_of
from work.models import Clock
from work.services.clocks import hold_clock, release_clock, start_clock, stop_clock
from work.services.reminders import tell

OVERTAKEN = "Somebody else changed this case while you had it open. Look at it, then send yours again."
DUE_ON = {
    kinds.DEATH_REVIEW_CLOCK: "review_due_on",
    kinds.DEATH_PANEL_CLOCK: "panel_due_on",
    kinds.DEATH_WHOLE_CLOCK: "whole_due_on",
}
HELD_CLOCKS = tuple(DUE_ON)
"""The clocks that stand still while somebody outside is waited for. What is due to the family in the first days runs on."""
ALL_CLOCKS = (*HELD_CLOCKS, kinds.DEATH_RESPONSE_CLOCK, kinds.DEATH_VISIT_CLOCK, kinds.DEATH_LETTER_CLOCK)
FIRST_STEPS = {
    "response_met_on": kinds.DEATH_RESPONSE_CLOCK,
    "visited_on": kinds.DEATH_VISIT_CLOCK,
    "letter_on": kinds.DEATH_LETTER_CLOCK,
}


@dataclass(frozen=True)
class DeathWritten:
    """What is known of a death."""

    born: str
    died_on: date
    place: str
    area_la: str
    happened: str
    expected: str
    joint_response: bool
    coroner_told: str
    abuse_suspected: str
    notifier: str
    notifier_agency: str
    gestation_weeks: int | None = None
    died_time: time | None = None
    place_words: str = ""
    suspected_cause: str = ""
    joint_criterion: str = ""
    support: str = ""
    key_worker: str = ""
    professionals: str = ""


@dataclass(frozen=True)
class IdentityTold:
    """What else says who the child was."""

    nhs_number: str = ""
    nhs_absent: str = ""
    address: str = ""
    school: str = ""
    practice: str = ""
    family: str = ""


@service
def notify_death(
    *, by: Person, title: str, told: ChildTold, identity: IdentityTold, written: DeathWritten, notified_at: datetime
) -> ChildDeath:
    """Open the case of a death, whatever its cause. The child death coordinator, who owns it then.

    Refuses what is not reviewed as a child death, and a day or age that cannot be. A death notified twice: whoever is named on
    the first case is refused and sent there. Whoever is not may not learn that there is one, neither by a refusal nor by a list
    that stays empty: for them everything is as it is for a first notification, and the team of the first case is told. Those say
    whether it is the same death (`join_second`) or another one (`part_second`). What was sent is kept either way.
    """
    written = _checked(written, told.birth_date, notified_at)
    identity = replace(identity, nhs_number=_number(identity))
    case = open_case(by=by, kind=CaseKind.DEATH, title=title)
    child = add_child(by=by, case=case.reference, told=told)
    DeathIdentity.objects.create(child=child, **asdict(identity))
    due = _start_clocks(by, case, written, notified_at)
    death = ChildDeath.objects.create(
        case=case,
        entered_at=clock.now(),
        panel=_panel_of(written.area_la),
        notified_at=notified_at,
        **{name: london_date(moment) for name, moment in due.items()},
        **asdict(written),
    )
    record(verb="reviews.death_notified", by=by, subject=subject_of(case))
    _meet_the_first(by, death, child, identity)
    return death


def _meet_the_first(by: Person, death: ChildDeath, child: CaseChild, identity: IdentityTold) -> None:
    details = ChildDetails(
        family_name=child.family_name,
        given_name=child.given_name,
        birth_date=child.birth_date,
        sex=child.sex,
        nhs_number=identity.nhs_number,
    )
    first = notified_before(details, child.child, death)
    if first is None:
        return
    if visible_cases(by).filter(pk=first.case_id).exists():
        raise Refused(
            f"This death has been notified already: case {first.case.reference}, on which you are named. Add there what is new.",
            field="given_name",
        )
    death.second_of = first
    death.save(update_fields=["second_of"])
    event = record(verb="reviews.death_notified_again", by=by, subject=subject_of(first.case), data={"agency": by.actor_agency})
    _tell_those_named(first.case, f"second:{event.pk}")


def _tell_those_named(case: Case, news: str) -> None:
    members = case.members.filter(left_at__isnull=True).select_related("person")
    seeing = [row.person for row in members if visible_cases(row.person).filter(pk=case.pk).exists()]
    tell(seeing, path_name="reviews:case", reference=case.reference, news=news)


@service
def join_second(*, by: Person, case: str, second: int, reason: str) -> ChildDeath:
    """Say that a second notification is of this death: its own case ends, and stays readable. The owner of the first case."""
    first = Case.objects.select_for_update().get(pk=death_case(by, case).pk)
    row = _second(by, case, second)
    reason = need(reason, "Enter what shows that it is the same death.", "reason")
    move(DEATH_TRANSITIONS, row, "join")
    row.entered_at = clock.now()
    _stop_all(by, row.case, "joined")
    _keep(row, by, "reviews.death_joined")
    record(verb="reviews.second_joined", by=by, subject=subject_of(first), reason=reason)
    _tell_those_named(row.case, f"joined:{row.pk}")
    return row


@service
def part_second(*, by: Person, case: str, second: int, reason: str) -> ChildDeath:
    """Say that a second notification is of another child, a twin perhaps: it goes on by itself. The owner of the first case."""
    first = Case.objects.select_for_update().get(pk=death_case(by, case).pk)
    row = _second(by, case, second)
    reason = need(reason, "Enter what shows that it is another child.", "reason")
    row.second_of = None
    row.save(update_fields=["second_of"])
    record(verb="reviews.second_parted", by=by, subject=subject_of(first), reason=reason)
    return row


@service
def write_death(*, by: Person, case: str, version: int, written: DeathWritten) -> ChildDeath:
    """Change what is known of a death. The case's owner, until the panel has reviewed it."""
    death = _locked(by, case, version)
    _check_open(death)
    child = death.case.children.order_by("pk").first()
    written = _checked(written, child.birth_date if child else None, death.notified_at)
    had_response = death.joint_response
    for name, value in asdict(written).items():
        setattr(death, name, value)
    death.panel = _panel_of(written.area_la)
    if death.joint_response and not had_response:
        _start_response(by, death.case, clock.now())
    if had_response and not death.joint_response:
        for kind in (kinds.DEATH_RESPONSE_CLOCK, kinds.DEATH_VISIT_CLOCK):
            stop_clock(by=by, kind=kind, subject=subject_of(death.case), outcome="no_response")
    return _keep(death, by, "reviews.death_written")


@service
def record_first_steps(
    *, by: Person, case: str, version: int, response_met_on: date | None, visited_on: date | None, letter_on: date | None
) -> ChildDeath:
    """Record the days of the joint response's first meeting, of the visit, and of the letter to the parents. The case's owner."""
    death = _locked(by, case, version)
    _check_open(death)
    days = {"response_met_on": response_met_on, "visited_on": visited_on, "letter_on": letter_on}
    for name, day in days.items():
        if day is not None and not death.died_on <= day <= clock.today():
            raise Refused("The day must lie between the death and today.", field=name)
        if day is not None and name != "letter_on" and not death.joint_response:
            raise Refused("Say first that agencies respond jointly.", field=name)
        if getattr(death, name) is not None and day is None:
            raise Refused("Enter the day: it has been recorded already.", field=name)
        setattr(death, name, day)
        if day is not None:
            stop_clock(by=by, kind=FIRST_STEPS[name], subject=subject_of(death.case), outcome="done")
    return _keep(death, by, "reviews.death_first_steps")


@service
def make_ready(*, by: Person, case: str, version: int) -> ChildDeath:
    """Everything is there for the review meeting. The case's owner; refused while a form is still awaited."""
    death = _moved(by, case, version, "make_ready")
    awaited = [row.agency.name for row in death.forms.filter(state="asked").select_related("agency")]
    if awaited:
        raise Refused(f"Not returned yet: {', '.join(awaited)}. Chase them, or take other evidence instead.")
    return _keep(death, by, "reviews.death_ready")


@service
def gather_more(*, by: Person, case: str, version: int, reason: str) -> ChildDeath:
    """Gather more before the review meeting. The case's owner, with a reason."""
    death = _moved(by, case, version, "gather_more")
    return _keep(death, by, "reviews.death_gathers_more", need(reason, "Enter what is missing.", "reason"))


@service
def triage_death(*, by: Person, case: str, version: int, chair: str, paediatrician: str, reasons: str) -> ChildDeath:
    """Chair and paediatrician triage the death of an extremely premature child: the panel signs off without a review meeting.

    The case's owner. Refused of a child whose gestation is not known, or was 28 weeks or more.
    """
    death = _moved(by, case, version, "triage")
    if death.gestation_weeks is None or death.gestation_weeks >= EXTREMELY_PREMATURE:
        raise Refused(f"Only a child born before {EXTREMELY_PREMATURE} weeks of gestation is triaged.")
    death.triage_chair = need(chair, "Enter the chair.", "chair")
    death.triage_paediatrician = need(paediatrician, "Enter the paediatrician.", "paediatrician")
    death.triage_reasons = need(reasons, "Enter why no review meeting is needed.", "reasons")
    death.triaged_at, death.triaged_by = clock.now(), by.actor_reference
    stop_clock(by=by, kind=kinds.DEATH_REVIEW_CLOCK, subject=subject_of(death.case), outcome="triaged")
    start_panel_clock(by, death, clock.now())
    return _keep(death, by, "reviews.death_triaged")


@service
def hold_death(*, by: Person, case: str, version: int, reason: str, words: str) -> DeathHold:
    """Wait for somebody outside: the clocks of the review stand still. The case's owner, with one of the five reasons."""
    death = _locked(by, case, version)
    _check_open(death)
    if death.hold_reason:
        raise Refused("This review is on hold already.")
    words = need(words, "Enter for what the review waits.", "words")
    hold = DeathHold.objects.create(death=death, reason=reason, words=words, held_at=clock.now(), held_by=by.actor_reference)
    for running in _held_clocks(death.case).filter(state=Clock.State.RUNNING):
        hold_clock(by=by, clock_id=running.pk, reason=HoldReason(reason).label)
    death.hold_reason = reason
    _keep(death, by, "reviews.death_held", words)
    return hold


@service
def release_death(*, by: Person, case: str, version: int) -> ChildDeath:
    """What was waited for has come: the clocks run again. After an inquest the six weeks to the panel begin. The case's owner."""
    death = _locked(by, case, version)
    hold = death.holds.filter(released_at__isnull=True).first()
    if hold is None:
        raise Refused("This review is not on hold.")
    hold.released_at, hold.released_by = clock.now(), by.actor_reference
    hold.save(update_fields=["released_at", "released_by"])
    death.hold_reason = ""
    death.save(update_fields=["hold_reason"])
    for held in _held_clocks(death.case).filter(state=Clock.State.HELD):
        release_clock(by=by, clock_id=held.pk)
    death.refresh_from_db(fields=[*DUE_ON.values()])
    if hold.reason == HoldReason.INQUEST and death.state in (DeathState.HELD, DeathState.LISTED):
        stop_clock(by=by, kind=kinds.DEATH_PANEL_CLOCK, subject=subject_of(death.case), outcome="inquest")
        start_panel_clock(by, death, clock.now())
    return _keep(death, by, "reviews.death_released")


@service
def close_death(*, by: Person, case: str, version: int) -> ChildDeath:
    """Close the case of a death that the panel has reviewed. Its owner; refused while it is on hold, and says for what."""
    death = _moved(by, case, version, "close")
    check_not_held(death)
    death.closed_at, death.closed_by = clock.now(), by.actor_reference
    _stop_all(by, death.case, "closed")
    return _keep(death, by, "reviews.death_closed")


def when_death_clock_moves(clock_kind: str, reference: str, due_at: datetime) -> None:
    """A clock got another date: the day that stands on the record follows. Part of services."""
    if clock_kind in DUE_ON:
        ChildDeath.objects.filter(case__reference=reference).update(**{DUE_ON[clock_kind]: london_date(due_at)})


def check_not_held(death: ChildDeath) -> None:
    """Refuse while the review waits for somebody outside, and say for whom. Part of services."""
    if death.hold_reason:
        raise Refused(f"This review is on hold: {HoldReason(death.hold_reason).label}. Take it off hold first.")


def start_panel_clock(by: Person, death: ChildDeath, started_at: datetime) -> None:
    """Six weeks from the report of the review meeting, from the triage, or from the inquest. Part of services."""
    subject = subject_of(death.case)
    running = start_clock(by=by, kind=kinds.DEATH_PANEL_CLOCK, subject=subject, started_at=started_at, owner_person=by)
    death.panel_due_on = london_date(running.due_at)


def locked_death(by: Person, case: str, version: int) -> ChildDeath:
    """The death of a case that `by` owns, locked; refuses whoever was overtaken. Part of services."""
    return _locked(by, case, version)


def kept_death(death: ChildDeath, by: Actor, verb: str, reason: str = "") -> ChildDeath:
    """Save a death, and say what happened. Part of services."""
    return _keep(death, by, verb, reason)


def _checked(written: DeathWritten, birth_date: date | None, notified_at: datetime) -> DeathWritten:
    if written.born in NOT_REVIEWED:
        raise Refused(NOT_REVIEWED[Born(written.born)], field="born")
    if written.died_on > clock.today():
        raise Refused("The day of the death must be today or in the past.", field="died_on")
    if birth_date and written.died_on < birth_date:
        raise Refused("The child cannot have died before they were born.", field="died_on")
    if birth_date and written.died_on >= add_months(birth_date, 12 * CHILDHOOD):
        raise Refused("Deaths of children under 18 are reviewed.", field="died_on")
    if notified_at > clock.now() or london_date(notified_at) < written.died_on:
        raise Refused("The notification came after the death, and not later than now.", field="notified_on")
    need(written.happened, "Enter what happened.", "happened")
    need(written.notifier, "Enter who notifies.", "notifier")
    if written.born == Born.UNATTENDED:
        return replace(written, joint_response=True, joint_criterion=JointResponse.STILLBIRTH)
    if written.joint_response and not written.joint_criterion:
        raise Refused("Select the criterion because of which agencies respond jointly.", field="joint_criterion")
    return written if written.joint_response else replace(written, joint_criterion="")


def _number(identity: IdentityTold) -> str:
    if bool(identity.nhs_number.strip()) == bool(identity.nhs_absent):
        raise Refused("Enter the NHS number, or say why there is none.", field="nhs_number")
    if identity.nhs_absent:
        return ""
    try:
        return normalise_nhs_number(identity.nhs_number, allow_test_numbers=settings.TEST_NHS_NUMBERS)
    except Refused as refused:
        raise Refused(refused.sentence, field="nhs_number") from refused


def _panel_of(area: str) -> DeathPanel:
    for panel in DeathPanel.objects.all():
        if area.strip().casefold() in {one.casefold() for one in panel.covers}:
            return panel
    raise Refused("No panel reviews deaths of this area. Name the panel first.", field="area_la")


def _start_clocks(by: Person, case: Case, written: DeathWritten, notified_at: datetime) -> dict[str, datetime]:
    """Start what runs from the notification; the notification itself was due 48 hours after the death."""
    subject = subject_of(case)
    died_at = from_london(written.died_on, written.died_time) if written.died_time else end_of_day(written.died_on)
    died_at = min(died_at, notified_at)
    start_clock(by=by, kind=kinds.DEATH_NOTICE_CLOCK, subject=subject, started_at=died_at, owner_person=by)
    stop_clock(by=by, kind=kinds.DEATH_NOTICE_CLOCK, subject=subject, outcome="notified")
    if written.joint_response:
        _start_response(by, case, notified_at)
    due = {
        kind: start_clock(by=by, kind=kind, subject=subject, started_at=notified_at, owner_person=by).due_at
        for kind in (kinds.DEATH_LETTER_CLOCK, kinds.DEATH_REVIEW_CLOCK, kinds.DEATH_WHOLE_CLOCK)
    }
    return {DUE_ON[kind]: moment for kind, moment in due.items() if kind in DUE_ON}


def _start_response(by: Person, case: Case, started_at: datetime) -> None:
    for kind in (kinds.DEATH_RESPONSE_CLOCK, kinds.DEATH_VISIT_CLOCK):
        start_clock(by=by, kind=kind, subject=subject_of(case), started_at=started_at, owner_person=by)


def _held_clocks(case: Case) -> QuerySet[Clock]:
    subject = subject_of(case)
    return Clock.objects.filter(
        kind__in=HELD_CLOCKS, subject_kind=subject.kind, subject_reference=subject.reference, stopped_at__isnull=True
    )


def _stop_all(by: Actor, case: Case, outcome: str) -> None:
    for kind in ALL_CLOCKS:
        stop_clock(by=by, kind=kind, subject=subject_of(case), outcome=outcome)


def _second(by: Person, case: str, second: int) -> ChildDeath:
    row = ChildDeath.objects.select_for_update().get(pk=second_of(by, case, second).pk)
    row.case = Case.objects.select_for_update().get(pk=row.case_id)
    return row


def _check_open(death: ChildDeath) -> None:
    if death.state not in OPEN:
        raise Refused("The panel has reviewed this death. What was known is changed no more.")


def _moved(by: Person, case: str, version: int, event: str) -> ChildDeath:
    death = _locked(by, case, version)
    move(DEATH_TRANSITIONS, death, event)
    death.entered_at = clock.now()
    return death


def _locked(by: Person, case: str, version: int) -> ChildDeath:
    found = death_case(by, case)
    locked = Case.objects.select_for_update().get(pk=found.pk)
    check_version(locked, version, OVERTAKEN)
    death = ChildDeath.objects.select_related("panel").get(case=locked)
    death.case = locked
    return death


def _keep(death: ChildDeath, by: Actor, verb: str, reason: str = "") -> ChildDeath:
    death.save()
    death.case.version += 1
    death.case.save(update_fields=["version"])
    record(verb=verb, by=by, subject=subject_of(death.case), reason=reason)
    return death
