"""When an action is blue, green, amber or red, and how it moves from state to state. No query here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from board.models import Action, Attendance, BusinessPlan, Challenge, Group, Meeting
from foundation.calendar import WorkingCalendar, add_months
from foundation.states import Transition

AMBER_WORKING_DAYS = 20
"""So many working days before it is due an unfinished action turns amber, and so many after it turns red (a proposal of the
domain notes, reviews §7; a setting of the partnership)."""

STALE_DAYS = 60
"""Nobody has written about an open action for longer: it is reported to the committee (a proposal; a setting)."""

COMING_DAYS = 28
"""What is due within so many days is reported as coming due (a proposal; a setting)."""

LOOK_AGAIN = "board.look_again"
"""The kind of the clock by which it is looked whether what an action has changed still holds."""

CHANGED_FIRST, CHANGED_AGAIN = "board.changed_first", "board.changed_again"
"""The kinds of the clocks by which it is asked of a recommendation whose actions are done whether it has changed anything."""

PAPER = "meeting_paper"
"""The kind of record to which the file of a paper belongs."""

PLAN_FILE = "plan_import"
"""The kind of record to which the file of an imported plan belongs."""

MOST_PAPERS = 60
"""So many papers stand with one meeting at most."""

State, Rating = Action.State, Action.Rating
FINISHED = (State.DONE, State.EMBEDDED, State.WITHDRAWN)
UNDER_WAY = (State.PLANNED, State.IN_PROGRESS)
"""Its agency has work to do: it can be asked about, passed on and withdrawn."""
OPEN = (*UNDER_WAY, State.REPORTED_DONE)

TRANSITIONS = (
    Transition("start", (State.PLANNED,), State.IN_PROGRESS, "The action has already begun."),
    Transition(
        "report_done", (State.PLANNED, State.IN_PROGRESS), State.REPORTED_DONE, "Only an open action can be reported done."
    ),
    Transition(
        "accept_done",
        (State.REPORTED_DONE,),
        State.DONE,
        "The agency has not reported this action done, so there is nothing to accept.",
    ),
    Transition("not_done_yet", (State.REPORTED_DONE,), State.IN_PROGRESS, "The action is not reported done."),
    Transition("embed", (State.DONE,), State.EMBEDDED, "Only an action that is done can be marked as embedded."),
    Transition("reopen", (State.DONE, State.EMBEDDED), State.IN_PROGRESS, "Only an action that is done can be opened again."),
    Transition(
        "withdraw",
        UNDER_WAY,
        State.WITHDRAWN,
        "A finished action cannot be withdrawn, and one that is reported done is checked first.",
    ),
)

DEADLINE_MONTHS = {Action.DeadlineClass.IMMEDIATE: 0, Action.DeadlineClass.THREE_MONTHS: 3, Action.DeadlineClass.SIX_MONTHS: 6}


@dataclass(frozen=True)
class DueDates:
    """The date an action is due, the day it turns amber while unfinished, and the day it turns red."""

    due_on: date
    amber_from: date
    red_from: date


def due_dates(due_on: date, calendar: WorkingCalendar) -> DueDates:
    """Amber from 20 working days before it is due; red from the first day more than 20 working days after."""
    last_amber = calendar.add_working_days(due_on, AMBER_WORKING_DAYS)
    return DueDates(
        due_on=due_on,
        amber_from=calendar.add_working_days(due_on, -AMBER_WORKING_DAYS),
        red_from=date.fromordinal(last_amber.toordinal() + 1),
    )


def due_of_class(deadline_class: str, published_on: date) -> date:
    """The date of an inspection's deadline class, counted from publication: immediate is the day itself, then 3 and 6 months."""
    return add_months(published_on, DEADLINE_MONTHS[Action.DeadlineClass(deadline_class)])


def is_late(*, state: str, due_on: date, today: date) -> bool:
    """Whether an open action's date has passed."""
    return state in OPEN and due_on < today


def overruling_holds(*, overruled: str, due_on: date, overruled_until: date | None, today: date) -> bool:
    """Whether a rating that was set still takes the place of the rule's: until its day, and never beyond the action's date."""
    return overruled != "" and today <= min(overruled_until or due_on, due_on)


def rating(
    *, state: str, due: DueDates, has_recovery_plan: bool, overruled: str, overruled_until: date | None, today: date
) -> str:
    """Blue: done and its effect accepted. Green: on track or done. Amber: due soon, or late by up to 20 working days with a plan.
    Red: late by more, or late without a plan. A withdrawn action has none (empty). (Domain notes, reviews §7.)

    What was overruled holds until the date of the action passes, or until a day before that; then the rule speaks again."""
    if state == State.WITHDRAWN:
        return ""
    if state == State.EMBEDDED:
        return Rating.BLUE
    if state == State.DONE:
        return Rating.GREEN
    if overruling_holds(overruled=overruled, due_on=due.due_on, overruled_until=overruled_until, today=today):
        return overruled
    if today >= due.red_from or (today > due.due_on and not has_recovery_plan):
        return Rating.RED
    return Rating.AMBER if today >= due.amber_from else Rating.GREEN


@dataclass(frozen=True)
class PaperHead:
    """What stands at the head of a paper for a committee; what is empty is left out. Nothing about a child."""

    committee: str = ""
    meets_on: date | None = None
    agenda_item: str = ""
    lead_officer: str = ""
    purpose: str = ""


HAPPENED = (Meeting.State.HELD, Meeting.State.APPROVED)
"""The meeting took place."""

ABSENCES_IN_A_ROW = 3
"""So many meetings of a group without anybody on a seat are flagged (a proposal; a setting of the partnership)."""

CAME = (Attendance.How.ATTENDED, Attendance.How.DEPUTY)
"""Somebody was there for the seat: a deputy counts."""

MEETING_TRANSITIONS = (
    Transition("hold", (Meeting.State.PLANNED,), Meeting.State.HELD, "This meeting is not planned any more."),
    Transition("cancel", (Meeting.State.PLANNED,), Meeting.State.CANCELLED, "Only a planned meeting can be cancelled."),
    Transition(
        "approve", (Meeting.State.HELD,), Meeting.State.APPROVED, "Only minutes of a meeting that was held can be approved."
    ),
)


MONTHS_AHEAD = 3
"""So far ahead a meeting looks for what is due while the group's meeting after it is not planned (a proposal)."""


def due_until(day: date, meets_again: date | None) -> date:
    """A meeting of this day looks at what is due before the group meets again."""
    return meets_again or add_months(day, MONTHS_AHEAD)


def is_time_to_remind(day: date, today: date, *, days: int, calendar: WorkingCalendar) -> bool:
    """From so many working days before a meeting to its day; with 0 never."""
    return days > 0 and calendar.add_working_days(day, -days) <= today <= day


def is_quorate(quorum: int, how: Iterable[str]) -> bool:
    """Whether so many of the seats that count were filled, by whoever holds them or by a deputy."""
    return sum(one in CAME for one in how) >= quorum


def absences_in_a_row(newest_first: Sequence[str]) -> int:
    """How many meetings in a row nobody came for a seat, counted back from the newest; apologies are an absence too."""
    for number, how in enumerate(newest_first):
        if how in CAME:
            return number
    return len(newest_first)


def runs_of_absence(came: Sequence[bool]) -> list[tuple[int, ...]]:
    """The places, in the order of time, at which nobody came so many times in a row that it is flagged: each run as a whole."""
    runs: list[list[int]] = [[]]
    for place, somebody in enumerate(came):
        if somebody:
            runs.append([])
        else:
            runs[-1].append(place)
    return [tuple(run) for run in runs if len(run) >= ABSENCES_IN_A_ROW]


RATING_SQL = """CASE
    WHEN {state} = 'withdrawn' THEN ''
    WHEN {state} = 'embedded' THEN 'blue'
    WHEN {state} = 'done' THEN 'green'
    WHEN {overruled} <> '' AND {today} <= least({overruled_until}, {due_on}) THEN {overruled}
    WHEN {red_from} <= {today} OR ({due_on} < {today} AND NOT {has_recovery_plan}) THEN 'red'
    WHEN {amber_from} <= {today} THEN 'amber'
    ELSE 'green' END"""
"""`rating` in the words of the database, for the list and the figures alike; a property test holds the two together."""

LATE_SQL = "({state} IN ('planned', 'in_progress', 'reported_done') AND {due_on} < {today})"
"""`is_late`, likewise."""


def chase_step(*, days: int, every: int, due_on: date, today: date) -> date | None:
    """The latest day up to today on which a line of the table of chasing falls for an action; None where it falls on none.

    `days` after the action is due (before it where negative), and again every so many days. What is to be done before the date
    is not done after it.
    """
    first = date.fromordinal(due_on.toordinal() + days)
    if first > today or (days < 0 and today >= due_on):
        return None
    if not every:
        return first
    return date.fromordinal(today.toordinal() - (today - first).days % every)


BUSINESS_PLAN_TRANSITIONS = (
    Transition("agree", (BusinessPlan.State.DRAFT,), BusinessPlan.State.AGREED, "Only a draft can be agreed."),
    Transition("lapse", (BusinessPlan.State.AGREED,), BusinessPlan.State.DRAFT, "Only what is agreed can lapse."),
    Transition(
        "close", (BusinessPlan.State.AGREED,), BusinessPlan.State.CLOSED, "The executive has not agreed this plan as it stands."
    ),
)
"""A change of what was agreed takes the agreement away; a closed plan stays as it is."""


CHALLENGE = "challenge"
"""The kind of record to which the files of a challenge belong."""

MOST_FILES_OF_A_CHALLENGE = 40
"""So many files stand with one challenge at most."""

SETTLED = (Challenge.Outcome.CHANGED, Challenge.Outcome.NOT_CHANGED)
"""What came of a challenge is known: it takes no more answers until it is opened again."""


ARRANGEMENTS, POLICY_VERSION, LETTER, LETTER_REPLY = "arrangements", "policy_version", "letter", "letter_reply"
"""The kinds of record to which files belong: of a version of the arrangements, of a policy, of a letter, of a reply to it."""

REVIEW_SOON_DAYS = 60
"""So many days before its review is due a policy is called due for review (a proposal; a setting of the partnership)."""

POLICY_STATES = {"current": "Current", "review_due": "Review due", "overdue": "Review overdue", "withdrawn": "Withdrawn"}


def policy_state(*, review_due_on: date, withdrawn_on: date | None, today: date) -> str:
    """How a policy stands on a day: one of `POLICY_STATES`. The day of the review itself is not overdue."""
    if withdrawn_on is not None and withdrawn_on <= today:
        return "withdrawn"
    if review_due_on < today:
        return "overdue"
    return "review_due" if (review_due_on - today).days <= REVIEW_SOON_DAYS else "current"


LETTER_REQUEST = "board.letter"
"""The kind of request by which an agency is asked to reply to a letter."""

MOST_ADDRESSEES = 600
"""To so many a letter goes at most."""


def in_order(below: Mapping[int | None, Sequence[Group]]) -> list[tuple[Group, int]]:
    """The groups by the one above each, in the order of the chart, each with how deep it stands."""
    order = list(Group.Kind)
    found: list[tuple[Group, int]] = []
    waiting = [(group, 0) for group in sorted(below[None], key=lambda group: (order.index(Group.Kind(group.kind)), group.name))]
    while waiting:
        group, depth = waiting.pop(0)
        found.append((group, depth))
        waiting = [(part, depth + 1) for part in sorted(below.get(group.pk, ()), key=lambda part: part.name)] + waiting
    return found
