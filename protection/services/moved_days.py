"""Days that are copied from clocks follow them when a clock is given another date, as when a manager lets it run again."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from django.db.models import F, Min

from foundation.calendar import london_date
from protection.models import (
    REVIEWS_PLANS,
    Conference,
    ConferenceChild,
    ConferenceState,
    CoreGroupMeeting,
    Direction,
    PlanTask,
    ProtectionPlan,
    Section47,
    StrategyDiscussion,
    Transfer,
)
from protection.rules import kinds
from protection.selectors.plans import RUNS
from protection.services.plans import review_day

WAITS = (ConferenceState.REQUESTED, ConferenceState.BOOKED)


def when_clock_moves(kind: str, reference: str, due_at: datetime) -> None:
    """A clock of a record (by reference) has another due time. Part of giving a clock a date."""
    FOLLOWS[kind](reference, london_date(due_at))


def _discussion(reference: str, day: date) -> None:
    StrategyDiscussion.objects.filter(reference=reference, held_at__isnull=True).update(due_on=day)


def _enquiry(reference: str, day: date) -> None:
    """The enquiry, and the conference that was asked for because of it."""
    Section47.objects.filter(reference=reference).update(conference_due_on=day)
    rows = ConferenceChild.objects.filter(enquiry__reference=reference, conference__state__in=WAITS)
    asked = list(rows.values_list("conference", flat=True))
    rows.update(due_on=day)
    _soonest(asked)


def _soonest(conferences: list[int]) -> None:
    """A conference is held by the soonest day of its children."""
    for conference in Conference.objects.filter(pk__in=conferences):
        conference.due_on = conference.children.aggregate(soonest=Min("due_on"))["soonest"]
        conference.version += 1
        conference.save(update_fields=["due_on", "version"])


def _transfer(reference: str, day: date) -> None:
    """The conference, and the move for which it was asked."""
    _conference(reference, day)
    waits = ConferenceChild.objects.filter(conference__reference=reference, conference__state__in=WAITS)
    moves = Transfer.objects.filter(
        direction=Direction.IN, temporary=False, accepted_on__isnull=True, child__in=waits.values("child")
    )
    moves.update(conference_due_on=day)


def _reconvened(reference: str, day: date) -> None:
    """The conference, and what the one that it goes on with says of it."""
    _conference(reference, day)
    Conference.objects.filter(reconvened__reference=reference).update(reconvene_due_on=day)


def _conference(reference: str, day: date) -> None:
    rows = ConferenceChild.objects.filter(conference__reference=reference, conference__state__in=WAITS)
    rows.update(due_on=day)
    Conference.objects.filter(reference=reference, state__in=WAITS).update(due_on=day, version=F("version") + 1)


def _outline(reference: str, day: date) -> None:
    Conference.objects.filter(reference=reference, outline_sent_at__isnull=True).update(outline_due_on=day)


def _record(reference: str, day: date) -> None:
    Conference.objects.filter(reference=reference, distributed_at__isnull=True).update(record_due_on=day)


def _core_group(reference: str, day: date) -> None:
    ProtectionPlan.objects.filter(RUNS, family__reference=reference).update(core_group_due_on=day, version=F("version") + 1)


def _minutes(reference: str, day: date) -> None:
    """The clock runs for the first meeting whose minutes have not gone out."""
    waits = CoreGroupMeeting.objects.filter(family__reference=reference, sent_at__isnull=True).order_by("held_on", "pk")
    CoreGroupMeeting.objects.filter(pk__in=waits.values("pk")[:1]).update(minutes_due_on=day)


def _review(reference: str, _day: date) -> None:
    """The plan, by the soonest of its clocks, and the review that is asked for."""
    plan = ProtectionPlan.objects.select_for_update(of=("self",)).filter(RUNS, reference=reference).first()
    if plan is None:
        return
    plan.review_due_on, plan.version = review_day(plan), plan.version + 1
    plan.save(update_fields=["review_due_on", "version"])
    rows = ConferenceChild.objects.filter(
        child=plan.child_id,
        conference__family=plan.family_id,
        conference__state__in=WAITS,
        conference__type__in=REVIEWS_PLANS,
    )
    asked = list(rows.values_list("conference", flat=True))
    rows.update(due_on=plan.review_due_on)
    _soonest(asked)


def _visit(reference: str, day: date) -> None:
    ProtectionPlan.objects.filter(RUNS, reference=reference).update(visit_due_on=day, version=F("version") + 1)


def _check(reference: str, day: date) -> None:
    ProtectionPlan.objects.filter(RUNS, reference=reference).update(check_due_on=day, version=F("version") + 1)


def _told(reference: str, day: date) -> None:
    PlanTask.objects.filter(plan__reference=reference, done_at__isnull=True).update(due_on=day)


FOLLOWS: Mapping[str, Callable[[str, date], None]] = {
    kinds.STRATEGY_CLOCK: _discussion,
    kinds.CONFERENCE_CLOCK: _enquiry,
    kinds.TRANSFER_CLOCK: _transfer,
    kinds.RECONVENE_CLOCK: _reconvened,
    kinds.OUTLINE_CLOCK: _outline,
    kinds.RECORD_CLOCK: _record,
    kinds.MINUTES_CLOCK: _minutes,
    kinds.VISIT_CLOCK: _visit,
    kinds.CHECK_CLOCK: _check,
    kinds.TELL_CLOCK: _told,
    **dict.fromkeys(kinds.CORE_GROUP_CLOCKS, _core_group),
    **dict.fromkeys(kinds.REVIEW_CLOCKS, _review),
}
