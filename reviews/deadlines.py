"""By when what follows from a serious incident is due. Limits are data: a partnership sets its own from a day on."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import partial

from django.urls import reverse

from accounts.models import Person
from foundation.calendar import AfterHours
from reviews.rules import kinds
from work.deadlines import for_requests
from work.rules import Calendar, Deadline


def _address(reference: str) -> str:
    return reverse("reviews:case", args=[reference])


def _seen(person: Person, references: Collection[str]) -> Collection[str]:
    from reviews.selectors.sight import seen_among

    return seen_among(person, references)


def _managed(person: Person, references: Collection[str]) -> Collection[str]:
    from reviews.selectors.sight import owned_among

    return owned_among(person, references)


def _children(reference: str) -> Sequence[str]:
    from reviews.selectors.sight import children_behind

    return children_behind(reference)


def _moved(clock: str, reference: str, due_at: datetime) -> None:
    from reviews.services.incidents import when_clock_moves
    from reviews.services.practice import when_practice_clock_moves

    when_clock_moves(clock, reference, due_at)
    when_practice_clock_moves(clock, reference, due_at)


def _described(person: Person, references: Collection[str]) -> Mapping[str, str]:
    from reviews.selectors.sight import titles_among

    return titles_among(person, references)


def _death_moved(clock: str, reference: str, due_at: datetime) -> None:
    from reviews.services.deaths import when_death_clock_moves

    when_death_clock_moves(clock, reference, due_at)


def _of_death(clock: str, title: str, calendar: Calendar, limit: int) -> Deadline:
    return Deadline(
        clock,
        title,
        calendar,
        {"": limit},
        address=_address,
        seen_by=_seen,
        managed_by=_managed,
        children=_children,
        on_new_date=partial(_death_moved, clock),
        described=_described,
    )


def _of(clock: str, title: str, limit: int, *, calendar: Calendar = Calendar.WORKING_DAYS) -> Deadline:
    return Deadline(
        clock,
        title,
        calendar,
        {"": limit},
        after_hours=AfterHours.ON_THE_DAY,
        address=_address,
        seen_by=_seen,
        managed_by=_managed,
        children=_children,
        on_new_date=partial(_moved, clock),
        described=_described,
    )


DEADLINES = (
    # Working Together 2023: within five working days of becoming aware.
    _of(kinds.NOTIFY_CLOCK, "Notification of a serious incident", 5),
    # Guidance of the national panel: done and sent within fifteen working days of the notification.
    _of(kinds.RAPID_REVIEW_CLOCK, "Rapid review to the national panel", 15),
    # For information: the panel answers after about fifteen working days.
    _of(kinds.PANEL_REPLY_CLOCK, "Reply of the national panel", 15),
    # Of the fifteen working days of a rapid review the first ten are the agencies'.
    for_requests(kinds.RETURN_REQUEST, "Return of an agency", Calendar.WORKING_DAYS, {"": 10}),
    # SI 2018/789 and Working Together 2023: done and published within six months of the decision.
    _of(kinds.PRACTICE_CLOCK, "Practice review done and published", 6, calendar=Calendar.MONTHS),
    # Child death review guidance 2018, and what the national forms expect.
    _of_death(kinds.DEATH_NOTICE_CLOCK, "Notification of a child death", Calendar.CONSECUTIVE_HOURS, 48),
    _of_death(kinds.DEATH_RESPONSE_CLOCK, "First meeting of the joint agency response", Calendar.CONSECUTIVE_HOURS, 48),
    _of_death(kinds.DEATH_VISIT_CLOCK, "Visit to the home or scene", Calendar.CONSECUTIVE_HOURS, 24),
    _of_death(kinds.DEATH_LETTER_CLOCK, "Letter and leaflet to the parents", Calendar.CALENDAR_DAYS, 7),
    for_requests(kinds.DEATH_FORM_REQUEST, "Reporting form on a child death", Calendar.CALENDAR_DAYS, {"": 21}),
    _of_death(kinds.DEATH_REVIEW_CLOCK, "Child death review meeting", Calendar.MONTHS, 3),
    _of_death(kinds.DEATH_PANEL_CLOCK, "Child death overview panel", Calendar.CALENDAR_DAYS, 42),
    _of_death(kinds.DEATH_WHOLE_CLOCK, "Review of a child death", Calendar.MONTHS, 6),
)
