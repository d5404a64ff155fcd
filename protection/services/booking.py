"""Conferences as they are arranged: asked for, booked by the chair's diary, cancelled or withdrawn with a reason."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from accounts.access_table import role_codes
from accounts.models import Person
from accounts.services.grants import end_grants
from accounts.services.sealed import end_sealed_links
from children.models import Child
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import london_date, start_of_day
from foundation.errors import NotVisible, Refused, need
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from protection.access import CONFERENCE_CHAIR
from protection.models import (
    DOES_NOT_TAKE_PLACE,
    REVIEWS_PLANS,
    Conference,
    ConferenceChild,
    ConferenceState,
    ConferenceType,
    FamilyGroup,
    FamilyPersonGrant,
    Mode,
    PracticeModel,
    ProtectionPlan,
    Section47,
    Transfer,
)
from protection.rules import kinds
from protection.rules.checking import SATURDAY
from protection.rules.states import CONFERENCE_TRANSITIONS
from protection.rules.timeliness import pre_birth_conference_on
from protection.selectors.arranging import diaries
from protection.selectors.conferences import Diary
from protection.selectors.sealed import PAGE
from protection.selectors.sight import visible_conferences, works_on
from protection.services.families import chosen_children, hold_family, let_see, record, subject_of
from protection.services.telling import tell_of_conference
from work.selectors import deadlines
from work.services.clocks import start_clock, stop_clock
from work.services.requests import withdraw_request

ONE_DAY = timedelta(days=1)
SHORTEST, USUAL, LONGEST = 15, 120, 600
"""Minutes that a conference is planned to last."""
CHAIRS_IT = "Chairs the conference"
"""Why a chair sees a family."""
Asked = tuple[Child, Section47 | None, date]
"""A child, the enquiry from which the conference follows, and by when it is to be held."""


def ask_for_conference(
    *, by: Actor, family: FamilyGroup, kind: str, children: Sequence[Asked], reconvenes: Conference | None = None
) -> Conference:
    """Ask for a conference; where one of this kind waits to be booked in the family, the children join it. Part of services.

    One about an unborn child is held ten weeks before the expected date at the latest, unless that day has passed.
    """
    conference = (
        Conference.objects.select_for_update(of=("self",))
        .filter(family=family, type=kind, state=ConferenceState.REQUESTED)
        .order_by("pk")
        .first()
    )
    earliest = min(due for _child, _enquiry, due in children)
    if kind == ConferenceType.PRE_BIRTH:
        expected = [child.expected_delivery_date for child, _enquiry, _due in children if child.expected_delivery_date]
        before_birth = [day for day in map(pre_birth_conference_on, expected) if day >= clock.today()]
        earliest = min([earliest, *before_birth])
    if conference is None:
        moment = clock.now()
        conference = Conference.objects.create(
            family=family,
            type=kind,
            requested_at=moment,
            requested_by=by.actor_reference,
            due_on=earliest,
            reconvenes=reconvenes,
        )
        start_clock(
            by=by,
            kind=kinds.REQUEST_CLOCK,
            subject=subject_of(kinds.CONFERENCE, conference.reference),
            started_at=moment,
            owner_team=family.team,
        )
        record("conference_requested", by, kinds.CONFERENCE, conference.reference, data={"type": kind})
    elif earliest < conference.due_on:
        conference.due_on = earliest
        conference.save(update_fields=["due_on"])
    for child, enquiry, due in children:
        ConferenceChild.objects.get_or_create(conference=conference, child=child, defaults={"enquiry": enquiry, "due_on": due})
    return conference


@service
def request_review(*, by: Person, family: str, children: Collection[str], after_birth: bool = False) -> Conference:
    """Ask for a review conference of children (by reference) of a family. The team or the chair.

    Refuses a child on no plan: the initial conference comes first.
    """
    held = hold_family(by, family)
    asked: list[Asked] = []
    for child in chosen_children(held, children):
        plan = ProtectionPlan.objects.filter(family=held, child=child, ended_on__isnull=True, withdrawn_at__isnull=True).first()
        if plan is None or plan.review_due_on is None:
            raise Refused(
                "No plan runs for this child, so there is nothing to review: an initial conference comes first.",
                field="children",
            )
        asked.append((child, None, plan.review_due_on))
    kind = ConferenceType.POST_BIRTH if after_birth else ConferenceType.REVIEW
    return ask_for_conference(by=by, family=held, kind=kind, children=asked)


def ask_for_transfer_conference(*, by: Actor, family: FamilyGroup, transfer: Transfer) -> Conference:
    """Ask for the conference about a child who has moved here on a plan, and start its clock. Part of services."""
    due = transfer.conference_due_on or transfer.told_on
    conference = ask_for_conference(by=by, family=family, kind=ConferenceType.TRANSFER_IN, children=[(transfer.child, None, due)])
    start_clock(
        by=by,
        kind=kinds.TRANSFER_CLOCK,
        subject=subject_of(kinds.CONFERENCE, conference.reference),
        started_at=start_of_day(transfer.told_on),
        owner_team=family.team,
    )
    return conference


@service
def book_conference(
    *,
    by: Person,
    reference: str,
    version: int,
    chair: str,
    planned_for: datetime,
    mode: str,
    lasts: int = USUAL,
    venue: str = "",
    interpreter: str = "",
    practice_model: str = PracticeModel.STRENGTHENING_FAMILIES,
) -> Conference:
    """Book a conference, or book it anew: chair (by reference), time and place. The team or a chair; until it is held.

    The chair sees the family from now on; whoever was to chair it before sees it no longer, unless for another reason.
    `lasts`: for how many minutes. Refuses whoever is no chair, a chair who works in the team of the case, a time into which
    another conference of the chair reaches, a Saturday or Sunday, and a time that has passed.
    """
    conference = hold_conference_row(by, reference, version, "book")
    chosen = Person.objects.select_for_update(of=("self",)).filter(reference=chair, is_active=True).first()
    if chosen is None or CONFERENCE_CHAIR not in role_codes(chosen):
        raise Refused("Select a conference chair.", field="chair")
    if chosen.holdings.filter(team=conference.family.team, ended_at__isnull=True).exists():
        raise Refused("The chair must be independent of the team that has the case.", field="chair")
    if planned_for <= clock.now():
        raise Refused("Enter a time in the future.", field="planned_for")
    if london_date(planned_for).weekday() >= SATURDAY:
        raise Refused("A conference is held on a weekday.", field="planned_for")
    if mode not in Mode.values or practice_model not in PracticeModel.values:
        raise Refused("Select how people meet.", field="mode")
    if not SHORTEST <= lasts <= LONGEST:
        raise Refused("Select how long the conference is planned to last.", field="lasts")
    if any(one.overlaps(planned_for, lasts) for one in _taken(chosen, conference, planned_for)):
        raise Refused("The chair has another conference at this time. See the diary.", field="planned_for")
    former = conference.chair
    conference.chair, conference.planned_for, conference.mode = chosen, planned_for, mode
    conference.lasts = lasts
    conference.venue, conference.interpreter, conference.practice_model = venue, interpreter, practice_model
    conference.booked_at, conference.booked_by = clock.now(), by.actor_reference
    if former is not None and former != chosen:
        _let_former_chair_go(by, conference, former)
    let_see(by=by, family=conference.family, person=chosen, reason=CHAIRS_IT)
    stop_clock(by=by, kind=kinds.REQUEST_CLOCK, subject=subject_of(kinds.CONFERENCE, reference), outcome="booked")
    _await_report_to_family(by, conference, planned_for)
    record("conference_booked", by, kinds.CONFERENCE, reference, data={"chair": chosen.reference})
    if former != chosen:
        tell_of_conference(by=by, conference=conference, people=[chosen], news=f"chair:{conference.version}")
    return keep_conference(
        conference,
        *("state", "chair", "planned_for", "lasts", "mode", "venue", "interpreter", "practice_model", "booked_at", "booked_by"),
    )


def _taken(chair: Person, conference: Conference, around: datetime) -> list[Diary]:
    """When the chair has other conferences about this time. The chair is locked: two bookings at once wait for each other."""
    day = london_date(around)
    return [one for one in diaries([chair], day - ONE_DAY, day + ONE_DAY)[chair.name] if one.conference != conference.reference]


def _await_report_to_family(by: Person, conference: Conference, planned_for: datetime) -> None:
    """The family has the social worker's report before the conference; where that day has passed already, by the conference."""
    subject, due, moment = subject_of(kinds.CONFERENCE, conference.reference), report_to_family_due(conference), clock.now()
    stop_clock(by=by, kind=kinds.REPORT_TO_FAMILY, subject=subject, outcome="booked anew")
    start_clock(
        by=by,
        kind=kinds.REPORT_TO_FAMILY,
        subject=subject,
        started_at=moment,
        owner_team=conference.family.team,
        variant=variant_of(conference),
        due_at=due if due and due > moment else planned_for,
    )


def _let_former_chair_go(by: Person, conference: Conference, former: Person) -> None:
    """End the sight that somebody had as chair, unless they chair another conference or a plan of the family."""
    others = (
        Conference.objects.filter(family=conference.family, chair=former)
        .exclude(pk=conference.pk)
        .exclude(state__in=DOES_NOT_TAKE_PLACE)
    )
    if others.exists() or conference.family.plans.filter(chair=former).exists():
        return
    given = FamilyPersonGrant.objects.filter(content_object=conference.family, user=former, reason=CHAIRS_IT)
    end_grants(by=by, grants=given)


def variant_of(conference: Conference) -> str:
    """By which limits reports are due: those of a review or of an initial conference."""
    return kinds.REVIEW_VARIANT if conference.type in REVIEWS_PLANS else kinds.INITIAL_VARIANT


def reports_due(conference: Conference) -> datetime | None:
    """By when agencies' reports reach the chair; None before it is booked."""
    if conference.planned_for is None:
        return None
    return deadlines.due(kinds.REPORT_TO_CHAIR, variant_of(conference), conference.planned_for).at


def report_to_family_due(conference: Conference) -> datetime | None:
    """By when the family has the social worker's report; None before it is booked."""
    if conference.planned_for is None:
        return None
    return deadlines.due(kinds.REPORT_TO_FAMILY, variant_of(conference), conference.planned_for).at


@service
def cancel_conference(*, by: Person, reference: str, version: int, reason: str) -> Conference:
    """Cancel a conference that has not been held; reports that are not in are no longer asked for. The team or the chair.

    Whoever was to chair it sees the family no longer, unless for another reason.
    """
    need(reason, "Enter why it is cancelled.", "reason")
    conference = hold_conference_row(by, reference, version, "cancel")
    conference.cancelled_at, conference.cancelled_by = clock.now(), by.actor_reference
    return _close(by, conference, reason, "cancelled")


@service
def withdraw_conference(*, by: Person, reference: str, version: int, reason: str) -> Conference:
    """Withdraw a conference that was asked for in error; it stays on the record with the reason. The team or the chair.

    Whoever was to chair it sees the family no longer, unless for another reason.
    """
    need(reason, "Enter why it is withdrawn.", "reason")
    conference = hold_conference_row(by, reference, version, "withdraw")
    conference.withdrawn_at, conference.withdrawn_by = clock.now(), by.actor_reference
    return _close(by, conference, reason, "withdrawn")


def _close(by: Person, conference: Conference, reason: str, how: str) -> Conference:
    conference.closing_reason = reason.strip()
    for invitation in conference.invitations.filter(request__state="asked").select_related("request"):
        if invitation.request is not None:
            withdraw_request(by=by, reference=invitation.request.reference, reason=reason)
    subject = subject_of(kinds.CONFERENCE, conference.reference)
    for kind in (kinds.REQUEST_CLOCK, kinds.TRANSFER_CLOCK, kinds.RECONVENE_CLOCK, kinds.REPORT_TO_FAMILY):
        stop_clock(by=by, kind=kind, subject=subject, outcome=how)
    end_sealed_links(by=by, page=PAGE, subject=conference.reference)
    if conference.chair is not None:
        _let_former_chair_go(by, conference, conference.chair)
    record(f"conference_{how}", by, kinds.CONFERENCE, conference.reference, reason=reason)
    return keep_conference(conference, "state", f"{how}_at", f"{how}_by", "closing_reason")


def hold_conference_row(by: Person, reference: str, version: int, event: str) -> Conference:
    """The conference, locked, for whoever works on its family; for others it does not exist.

    Refuses what its state does not allow, and with `Conflict` when it has changed since version `version` was shown.
    """
    known = visible_conferences(by).filter(reference=reference).values_list("pk", flat=True).first()
    if known is None:
        raise NotVisible
    conference = Conference.objects.select_for_update(of=("self",)).select_related("family__team", "chair").get(pk=known)
    if not works_on(by, conference.family):
        raise NotVisible
    check_version(
        conference, version, "Somebody else changed this conference while you had it open. Look at it, then send yours again."
    )
    move(CONFERENCE_TRANSITIONS, conference, event)
    return conference


def keep_conference(conference: Conference, *fields: str) -> Conference:
    """Save these fields and mark every page that shows the conference as stale."""
    conference.version += 1
    conference.save(update_fields=["version", *fields])
    return conference
