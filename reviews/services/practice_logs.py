"""What is written down beside a review: contacts with the family, days with practitioners, proceedings, costs."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from accounts.models import Person
from foundation import clock
from foundation.errors import NotVisible, Refused, need
from foundation.events import record
from foundation.service import service
from foundation.versions import check_version
from reviews.models import (
    Case,
    CaseCost,
    CaseFamilyContact,
    CaseProceeding,
    Effect,
    PractitionerAttendance,
    PractitionerEvent,
    ProceedingKind,
)
from reviews.rules import kinds
from reviews.selectors.practice import open_holds, owned_review
from reviews.services.incidents import OVERTAKEN
from reviews.services.team import subject_of
from work.models import Clock
from work.services.clocks import hold_clock, release_clock


@dataclass(frozen=True)
class ContactWritten:
    """What somebody of the family was told or offered."""

    who: str
    contact_on: date
    offered: str
    how: str
    support: str = ""
    pseudonym_wish: str = ""
    report_wish: str = ""
    draft_response: str = ""


@dataclass(frozen=True)
class ProceedingWritten:
    """What runs beside a review."""

    kind: str
    lead: str
    status: str
    since: date
    effect: str
    ended_on: date | None = None
    reporting_restriction: str = ""


@service
def record_family_contact(*, by: Person, case: str, written: ContactWritten) -> CaseFamilyContact:
    """Write down what somebody of the family was told or offered, and what they wish. The case's owner."""
    found = _locked(by, case)
    need(written.who, "Enter who was spoken to.", "who")
    need(written.offered, "Enter what they were told or offered.", "offered")
    _check_past(written.contact_on, "contact_on")
    row = CaseFamilyContact.objects.create(case=found, **asdict(written), recorded_at=clock.now(), recorded_by=by.actor_reference)
    record(verb="reviews.family_contacted", by=by, subject=subject_of(found))
    return row


@service
def record_practitioner_event(
    *, by: Person, case: str, held_on: date, themes: str, attended: Sequence[tuple[str, int]]
) -> PractitionerEvent:
    """Write down a day with practitioners: how many of each agency came, and what they spoke of. The case's owner."""
    found = _locked(by, case)
    need(themes, "Enter the themes.", "themes")
    _check_past(held_on, "held_on")
    if not attended or len({name.casefold() for name, _ in attended}) != len(attended):
        raise Refused("Enter how many of each agency came, each agency once.", field="attended")
    moment = clock.now()
    row = PractitionerEvent.objects.create(
        case=found, held_on=held_on, themes=themes.strip(), recorded_at=moment, recorded_by=by.actor_reference
    )
    PractitionerAttendance.objects.bulk_create(
        [PractitionerAttendance(event=row, agency=agency, people=people) for agency, people in attended]
    )
    record(verb="reviews.practitioners_met", by=by, subject=subject_of(found))
    return row


@service
def record_proceeding(*, by: Person, case: str, written: ProceedingWritten) -> CaseProceeding:
    """Write down what runs beside a review. The case's owner; where the publication waits for it, the clock stands still."""
    found = _locked(by, case)
    _check_proceeding(written)
    row = CaseProceeding.objects.create(case=found, **asdict(written), recorded_at=clock.now(), recorded_by=by.actor_reference)
    _raise_version(found)
    record(verb="reviews.proceeding_recorded", by=by, subject=subject_of(found))
    _clock_follows(by, found, row)
    return row


@service
def change_proceeding(*, by: Person, case: str, proceeding: int, version: int, written: ProceedingWritten) -> CaseProceeding:
    """Write down how proceedings go on or ended. The case's owner; the clock runs again once nothing holds the publication."""
    found = _locked(by, case)
    check_version(found, version, OVERTAKEN)
    row = CaseProceeding.objects.select_for_update().filter(case=found, pk=proceeding).first()
    if row is None:
        raise NotVisible
    _check_proceeding(written)
    for name, value in asdict(written).items():
        setattr(row, name, value)
    row.save()
    _raise_version(found)
    record(verb="reviews.proceeding_changed", by=by, subject=subject_of(found))
    _clock_follows(by, found, row)
    return row


@service
def record_cost(*, by: Person, case: str, what: str, amount: Decimal, paid_on: date) -> CaseCost:
    """Write down what a review cost. The case's owner."""
    found = _locked(by, case)
    need(what, "Enter what was paid for.", "what")
    _check_past(paid_on, "paid_on")
    row = CaseCost.objects.create(
        case=found, what=what.strip(), amount=amount, paid_on=paid_on, recorded_at=clock.now(), recorded_by=by.actor_reference
    )
    record(verb="reviews.cost_recorded", by=by, subject=subject_of(found))
    return row


def _locked(by: Person, case: str) -> Case:
    return Case.objects.select_for_update().get(pk=owned_review(by, case).pk)


def _raise_version(case: Case) -> None:
    """A form that was opened before does not take back what this one says."""
    case.version += 1
    case.save(update_fields=["version"])


def _check_past(day: date, field: str) -> None:
    if day > clock.today():
        raise Refused("The day must be today or in the past.", field=field)


def _check_proceeding(written: ProceedingWritten) -> None:
    need(written.lead, "Enter who leads them.", "lead")
    _check_past(written.since, "since")
    if written.ended_on is not None:
        _check_past(written.ended_on, "ended_on")
        if written.ended_on < written.since:
            raise Refused("They must end after they begin.", field="ended_on")


def _clock_follows(by: Person, case: Case, row: CaseProceeding) -> None:
    """The clock stands still while the publication waits for anything, and no longer."""
    running = Clock.objects.filter(
        kind=kinds.PRACTICE_CLOCK, subject_kind=kinds.CASE, subject_reference=case.reference, stopped_at__isnull=True
    ).first()
    if running is None:
        return
    held = running.state == Clock.State.HELD
    waits = bool(open_holds(case))
    if waits and not held and row.effect == Effect.HOLDS:
        hold_clock(by=by, clock_id=running.pk, reason=f"{ProceedingKind(row.kind).label} hold the publication.")
    if held and not waits:
        release_clock(by=by, clock_id=running.pk)
