"""What is refused, in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from foundation.calendar import add_months
from foundation.errors import Refused, need
from protection.models import (
    REVIEWS_PLANS,
    STARTS_PLANS,
    WITHOUT_CONFERENCE,
    Category,
    ConferenceDecision,
    ConferenceType,
    DiscussionOutcome,
    EndReason,
    EnquiryFinding,
    EnquiryOutcome,
)

SATURDAY = 5
MONTHS_TO_MAJORITY = 18 * 12


@dataclass(frozen=True)
class ChildOutcome:
    """What a strategy discussion decides for one child, and why."""

    outcome: str
    reason: str


@dataclass(frozen=True)
class EnquiryWritten:
    """What an enquiry says so far."""

    seen_on: date | None = None
    seen_alone_on: date | None = None
    not_seen_reason: str = ""
    bedroom_seen_on: date | None = None
    parents_seen_on: date | None = None
    medical_on: date | None = None
    medical_result: str = ""
    child_view: str = ""
    parents_view: str = ""
    analysis: str = ""
    finding: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class ChildDecided:
    """What a conference decides for one child, and why."""

    decision: str
    reason: str
    category: str = ""
    end_reason: str = ""


def check_past(day: date | None, today: date, field: str, *, since: date | None = None) -> None:
    """Refuse a day in the future, or before something began."""
    if day is None:
        return
    if day > today:
        raise Refused("The date must be today or in the past.", field=field)
    if since is not None and day < since:
        raise Refused(f"The date must be {since.day} {since:%B %Y} or later.", field=field)


def check_outcomes(children: Sequence[int], outcomes: Mapping[int, ChildOutcome]) -> None:
    """Refuse unless each child has an outcome of its own, with a reason."""
    for child in children:
        found = outcomes.get(child)
        if found is None or found.outcome not in DiscussionOutcome.values:
            raise Refused("Select what is decided for each child.", field=f"outcome_{child}")
        need(found.reason, "Enter why, for each child.", f"outcome_reason_{child}")


def check_enquiry_dates(written: EnquiryWritten, started_on: date, today: date) -> None:
    """Refuse days on which the child or the parents cannot have been seen for this enquiry."""
    for one in fields(written):
        value = getattr(written, one.name)
        if isinstance(value, date):
            check_past(value, today, one.name, since=started_on)


def check_enquiry_complete(written: EnquiryWritten) -> None:
    """Refuse an enquiry that a manager cannot authorise."""
    if written.seen_alone_on is None and not written.not_seen_reason.strip():
        raise Refused("Enter when the child was seen alone, or why not.", field="not_seen_reason")
    need(written.analysis, "Enter what the enquiry found.", "analysis")
    if written.finding not in EnquiryFinding.values:
        raise Refused("Select whether the concerns are substantiated.", field="finding")
    if written.outcome not in EnquiryOutcome.values:
        raise Refused("Select what follows.", field="outcome")
    if written.finding == EnquiryFinding.CONTINUING and written.outcome not in (EnquiryOutcome.CONFERENCE, EnquiryOutcome.LEGAL):
        raise Refused("With a continuing risk of significant harm a conference or legal action follows.", field="outcome")
    if written.finding == EnquiryFinding.NOT_SUBSTANTIATED and written.outcome == EnquiryOutcome.CONFERENCE:
        raise Refused("A conference follows only where concerns are substantiated.", field="finding")


def check_held_on(held_on: date, today: date, *, requested_on: date) -> None:
    """Refuse a conference in the future, before it was asked for, or on a Saturday or Sunday (8875)."""
    check_past(held_on, today, "held_on", since=requested_on)
    if held_on.weekday() >= SATURDAY:
        raise Refused("A conference is held on a weekday.", field="held_on")


def check_decision(kind: str, decided: ChildDecided, *, on_a_plan: bool, field: str) -> None:
    """Refuse a decision that this conference cannot take for this child: `on_a_plan` says whether a plan runs."""
    need(decided.reason, "Enter why, for each child.", f"reason_{field}")
    choice = decided.decision
    if choice not in ConferenceDecision.values:
        raise Refused("Select what is decided for each child.", field=f"decision_{field}")
    starts = choice in (ConferenceDecision.PLAN, ConferenceDecision.NO_PLAN)
    goes_on = choice in (ConferenceDecision.CONTINUE, ConferenceDecision.END)
    if starts and on_a_plan:
        raise Refused("A plan runs for this child already. Decide whether it goes on or ends.", field=f"decision_{field}")
    if starts and kind not in STARTS_PLANS:
        raise Refused("A review conference looks at plans that run; no plan starts in it.", field=f"decision_{field}")
    if goes_on and not on_a_plan:
        raise Refused("No plan runs for this child, so it can neither go on nor end.", field=f"decision_{field}")
    if goes_on and kind not in REVIEWS_PLANS | {ConferenceType.RECONVENED}:
        raise Refused("Only a review conference decides whether a plan goes on or ends.", field=f"decision_{field}")
    if choice in (ConferenceDecision.PLAN, ConferenceDecision.CONTINUE):
        check_category(decided.category, f"category_{field}")
    elif decided.category:
        raise Refused("A category belongs to a plan.", field=f"category_{field}")
    if (choice == ConferenceDecision.END) != (decided.end_reason in EndReason.values):
        raise Refused("Select why the plan ends, where it ends.", field=f"end_reason_{field}")


def check_category(category: str, field: str = "category") -> None:
    """Refuse no category and “multiple”, which only history has."""
    if category == Category.MULTIPLE:
        raise Refused("Select the one category that is most important; “multiple” is no longer used.", field=field)
    if category not in Category.values:
        raise Refused("Select a category.", field=field)


def check_end_without_conference(reason: str) -> None:
    """Refuse ending a plan without a conference, but for a transfer, the 18th birthday, a death or no live birth."""
    if reason not in EndReason.values:
        raise Refused("Select why the plan ends.", field="reason")
    if reason not in WITHOUT_CONFERENCE:
        raise Refused("For this reason only a conference ends a plan.", field="reason")


def check_end_of_child(reason: str, day: date, birth_date: date | None, field: str) -> None:
    """Refuse that somebody turned 18 who had not by this day, and that a child who was born was not live born."""
    if reason == EndReason.EIGHTEEN and (birth_date is None or add_months(birth_date, MONTHS_TO_MAJORITY) > day):
        raise Refused("The child had not turned 18 on this day.", field=field)
    if reason == EndReason.NOT_LIVE_BORN and birth_date is not None:
        raise Refused("The child’s birth is recorded, so the plan does not end for this reason.", field=field)


def check_review_after_start(held_on: date, started_on: date) -> None:
    """Refuse a review on or before the day of the initial conference (8841)."""
    if held_on <= started_on:
        raise Refused(
            f"A review conference is after the initial one, which was on {started_on.day} {started_on:%B %Y}.", field="held_on"
        )
