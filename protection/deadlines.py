"""By when child protection wants what. Limits are data: a partnership sets its own from a day on."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from accounts.models import Person
from foundation.calendar import AfterHours
from protection.child_page import address_of
from protection.rules import kinds
from work.deadlines import for_requests
from work.rules import Calendar, Deadline

WD, DAYS, MONTHS = Calendar.WORKING_DAYS, Calendar.CALENDAR_DAYS, Calendar.MONTHS


WITHOUT_COPY = frozenset(
    {kinds.RECORD_SHARED_CLOCK, kinds.REQUEST_CLOCK, kinds.REPORT_TO_FAMILY, kinds.POLICE_CLOCK, kinds.ORDER_CLOCK}
)
"""Clocks whose day stands on no record. That of every other one follows the clock."""


def _moved(clock: str, reference: str, due_at: datetime) -> None:
    from protection.services.moved_days import when_clock_moves

    when_clock_moves(clock, reference, due_at)


def _of(kind: str, clock: str, title: str, calendar: Calendar, limits: int | dict[str, int]) -> Deadline:
    """The deadline of a record of one kind: day 0 is the day itself, whenever it is. Copied days follow a new date."""

    def seen(person: Person, references: Collection[str]) -> Collection[str]:
        from protection.selectors.sight import seen_among

        return seen_among(person, kind, references)

    def managed(person: Person, references: Collection[str]) -> Collection[str]:
        from protection.selectors.sight import managed_among

        return managed_among(person, kind, references)

    def children(reference: str) -> Sequence[str]:
        from protection.selectors.sight import children_behind

        return children_behind(kind, reference)

    declared = Deadline(
        clock,
        title,
        calendar,
        {"": limits} if isinstance(limits, int) else limits,
        after_hours=AfterHours.ON_THE_DAY,
        address=partial(address_of, kind),
        seen_by=seen,
        managed_by=managed,
        children=children,
    )
    return declared if clock in WITHOUT_COPY else replace(declared, on_new_date=partial(_moved, clock))


DEADLINES = (
    # Working Together 2023: as soon as reasonable; of an urgent one on the same day. The three days are a local target.
    _of(kinds.DISCUSSION, kinds.STRATEGY_CLOCK, "Strategy discussion", WD, {"": 3, "urgent": 0}),
    # The record goes out on the day of the discussion, even on a Sunday.
    _of(kinds.DISCUSSION, kinds.RECORD_SHARED_CLOCK, "Record of a strategy discussion", DAYS, 0),
    # Working Together 2023: within 15 working days of the strategy discussion at which the enquiry was initiated.
    _of(kinds.ENQUIRY, kinds.CONFERENCE_CLOCK, "Initial child protection conference", WD, 15),
    _of(kinds.CONFERENCE, kinds.REQUEST_CLOCK, "Booking of a conference", WD, 1),
    _of(kinds.CONFERENCE, kinds.TRANSFER_CLOCK, "Transfer-in conference", WD, 15),
    _of(kinds.CONFERENCE, kinds.RECONVENE_CLOCK, "Reconvened conference", WD, 10),
    _of(kinds.CONFERENCE, kinds.OUTLINE_CLOCK, "Decision and outline plan to family and agencies", WD, 1),
    _of(kinds.CONFERENCE, kinds.RECORD_CLOCK, "Record of a conference", WD, 15),
    _of(
        kinds.CONFERENCE,
        kinds.REPORT_TO_FAMILY,
        "Social worker’s report to the family",
        WD,
        {kinds.INITIAL_VARIANT: -2, kinds.REVIEW_VARIANT: -5},
    ),
    _of(kinds.FAMILY, kinds.FIRST_CORE_GROUP_CLOCK, "First core group", WD, 10),
    # London procedures: at least every six weeks.
    _of(kinds.FAMILY, kinds.CORE_GROUP_CLOCK, "Core group", DAYS, 42),
    _of(kinds.FAMILY, kinds.MINUTES_CLOCK, "Minutes of a core group", WD, 10),
    _of(kinds.PLAN, kinds.FIRST_REVIEW_CLOCK, "First review conference", MONTHS, 3),
    _of(kinds.PLAN, kinds.REVIEW_CLOCK, "Review conference", MONTHS, 6),
    _of(kinds.PLAN, kinds.AFTER_BIRTH_CLOCK, "Review or core group after birth", DAYS, {"": 10, "mother_unwell": 20}),
    _of(kinds.PLAN, kinds.VISIT_CLOCK, "Visit to a child on a plan", WD, 10),
    # Half way between two conferences: of three months at first, of six later.
    _of(kinds.PLAN, kinds.CHECK_CLOCK, "Chair’s mid-way check of a plan", DAYS, {"": 46, kinds.LATER_VARIANT: 91}),
    # CP-IS is told within one working day; of a birth, and before the baby goes home, local practice.
    _of(kinds.PLAN, kinds.TELL_CLOCK, "Telling of the end of a plan, or of a birth", WD, {"": 1, kinds.BORN_VARIANT: 2}),
    # Children Act 1989, section 46(6): police protection ends after 72 hours; section 45: an emergency protection order after
    # eight days, once extended by up to seven.
    _of(kinds.PLAN, kinds.POLICE_CLOCK, "End of police protection", Calendar.CONSECUTIVE_HOURS, 72),
    _of(kinds.PLAN, kinds.ORDER_CLOCK, "End of an emergency protection order", DAYS, {"": 8, kinds.EXTENDED_VARIANT: 15}),
    for_requests(kinds.ENQUIRY_INFORMATION, "Information for a section 47 enquiry", WD, {"": 3}),
    # Reports reach the chair one working day before an initial conference and three before a review.
    for_requests(kinds.REPORT_TO_CHAIR, "Report for a conference", WD, {kinds.INITIAL_VARIANT: -1, kinds.REVIEW_VARIANT: -3}),
)
