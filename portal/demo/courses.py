"""What becomes of a contact and when: in the hours of the front door, one thing after the other, nothing after now."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from accounts.models import Agency, Person
from foundation.calendar import ENGLAND, from_london, london_date
from portal.demo.partnership import DemoPartnership
from referrals.deadlines import DEADLINES, INFORMATION
from work.rules import Calendars, due_at

RATINGS = (("red", 9), ("amber", 31), ("green", 42), ("blue", 18))
RATINGS_OF_URGENT = (("red", 55), ("amber", 45))
OUTCOMES = {
    "red": (("S47", 46), ("S17", 40), ("OPEN", 12), ("OLA", 2)),
    "amber": (("S17", 55), ("EH", 22), ("OPEN", 14), ("ADV", 7), ("OLA", 2)),
    "green": (("EH", 44), ("ADV", 26), ("NFA", 22), ("S17", 8)),
    "blue": (("NFA", 48), ("ADV", 30), ("UNI", 22)),
}
CHECKED_AGENCIES = ("police", "hospital", "health-visiting", "housing", "probation", "early-help")
ANSWERED_IN_TIME = {"housing": 0.46}
OTHERWISE_IN_TIME = 0.9
IN_TIME = 0.905
LATE_ARE_FEW = 0.95
STATES_OF_OPEN_WORK = ("received", "screening", "info_gathering", "decision_proposed")
DECIDED = frozenset({"tasks_open", "signed_off"})
ASKED_AFTER = timedelta(minutes=9)
A_MOMENT = timedelta(minutes=5)
_DEADLINE = next(row for row in DEADLINES if row.kind == INFORMATION)
_CALENDARS = Calendars(ENGLAND)


@dataclass(frozen=True)
class Form:
    """One form on its way into the tables."""

    submission: int
    reference: str
    received_at: datetime
    urgent: bool
    agency: Agency
    referrer: Person
    purpose: str
    rating: str
    agreed: bool = True
    """Whether the family agreed."""


@dataclass(frozen=True)
class Check:
    """What one agency was asked, and when it answered, if it has."""

    agency: str
    asked_at: datetime
    due_at: datetime
    answered_at: datetime | None


@dataclass
class Course:
    """What became of one contact, and when."""

    form: Form
    due: datetime
    officer: Person
    manager: Person
    state: str = "received"
    screened_at: datetime | None = None
    information_due_at: datetime | None = None
    outcome: str = ""
    proposed_at: datetime | None = None
    approved_at: datetime | None = None
    signed_at: datetime | None = None
    checks: list[Check] = field(default_factory=list)

    @property
    def received_at(self) -> datetime:
        """When its form arrived."""
        return self.form.received_at

    @property
    def rating(self) -> str:
        """The rating that it got when screening began."""
        return self.form.rating if self.screened_at else ""


@cache
def _sums(table: tuple[tuple[str, int], ...]) -> tuple[list[str], list[int]]:
    return [name for name, _ in table], list(accumulate(weight for _, weight in table))


def weighted(random: Random, table: tuple[tuple[str, int], ...]) -> str:
    """One of the table's names, drawn by weight."""
    names, sums = _sums(table)
    return random.choices(names, cum_weights=sums)[0]


def rating_of(random: Random, *, urgent: bool, purpose: str) -> str:
    """How a form will be rated; nobody asks for early help for a child who is in danger."""
    rating = weighted(random, RATINGS_OF_URGENT if urgent else RATINGS)
    return "green" if purpose == "early_help" and rating == "red" else rating


def answers_due(rating: str, received_at: datetime) -> datetime | None:
    """By when agencies answer, as the portal counts it; a blue contact asks nobody."""
    return due_at(_DEADLINE, rating, received_at, _CALENDARS) if rating in _DEADLINE.limits else None


class Courses:
    """Draws courses. `now` decides what is still open: nothing happens after it."""

    def __init__(self, random: Random, made: DemoPartnership, now: datetime) -> None:
        self.random, self.made, self.now = random, made, now

    def draw(self, form: Form) -> Course:
        """How far a contact has come, and when it came there."""
        due = ENGLAND.decision_deadline(form.received_at)
        course = Course(form, due, self.random.choice(self.made.officers), self.random.choice(self.made.managers))
        wanted = self._wanted(form.received_at, due)
        begun = form.received_at + timedelta(minutes=11)
        screened = begun if form.urgent else self._in_hours(begun)
        if wanted == "received" or screened > self.now - A_MOMENT:
            return course
        course.state, course.screened_at = "screening", screened
        course.information_due_at = answers_due(form.rating, form.received_at)
        if wanted == "screening":
            return course
        if form.rating in {"red", "amber"}:
            self._ask(course, still_waiting=wanted == "info_gathering")
        if wanted == "info_gathering":
            course.state = "info_gathering" if course.checks else "screening"
            return course
        self._decide(course, wanted)
        return course

    def _wanted(self, received_at: datetime, due: datetime) -> str:
        age = self.now - received_at
        if age < timedelta(minutes=60):
            return "received"
        if age > timedelta(days=9):
            return "signed_off"
        if due < self.now and self.random.random() < LATE_ARE_FEW:
            return self.random.choice(("tasks_open", "signed_off", "signed_off", "signed_off"))
        return self.random.choice(STATES_OF_OPEN_WORK)

    def _in_hours(self, moment: datetime) -> datetime:
        """The moment itself while the front door is open, otherwise within an hour and a half of its opening."""
        opening = ENGLAND.opening_at_or_after(moment)
        return moment if opening == moment else opening + timedelta(minutes=self.random.randint(15, 90))

    def _ask(self, course: Course, *, still_waiting: bool) -> None:
        if course.screened_at is None or course.screened_at + ASKED_AFTER > self.now - A_MOMENT:
            return
        asked = course.screened_at + ASKED_AFTER
        due = course.information_due_at or asked
        if due <= asked:
            due = answers_due(course.rating, asked) or asked
        others = [code for code in CHECKED_AGENCIES if code != course.form.agency.code]
        for place, code in enumerate(self.random.sample(others, 2)):
            answered = self._answered(code, asked, due)
            waits = answered > self.now or (still_waiting and place == 0)
            course.checks.append(Check(code, asked, due, None if waits else answered))

    def _answered(self, code: str, asked: datetime, due: datetime) -> datetime:
        if self.random.random() < ANSWERED_IN_TIME.get(code, OTHERWISE_IN_TIME):
            return min(due, self._in_hours(asked + (due - asked) * self.random.uniform(0.2, 0.9)))
        return self._in_hours(due + timedelta(hours=self.random.randint(2, 70)))

    def _decide(self, course: Course, wanted: str) -> None:
        """As far as time allows: proposed, approved, its tasks done and signed off."""
        screened = course.screened_at or course.received_at
        approved = self._approved(course, screened)
        proposed = max(approved - timedelta(minutes=40), screened + timedelta(minutes=15))
        if approved > self.now or wanted == "decision_proposed":
            if proposed > self.now:
                proposed = screened + timedelta(minutes=self.random.randint(12, 50))
            if proposed > self.now - A_MOMENT:
                course.state = "info_gathering" if any(not check.answered_at for check in course.checks) else "screening"
                return
        course.state, course.proposed_at = "decision_proposed", proposed
        course.outcome = weighted(self.random, OUTCOMES[course.rating])
        if course.outcome == "EH" and not course.form.agreed:
            course.outcome = "ADV"  # nobody is made to take help: the referrer asks the family
        if approved > self.now or wanted == "decision_proposed":
            return
        course.state, course.approved_at = "tasks_open", approved
        answers = [check.answered_at for check in course.checks]
        if wanted == "tasks_open" or None in answers:
            return
        last = max([approved, *(moment for moment in answers if moment)])
        signed = self._in_hours(last + timedelta(hours=self.random.randint(1, 40)))
        if signed <= self.now:
            course.state, course.signed_at = "signed_off", signed

    def _approved(self, course: Course, screened: datetime) -> datetime:
        """When a manager approved: mostly before it was due; always an hour or more after screening began."""
        earliest = screened + timedelta(minutes=60)
        if self.random.random() > IN_TIME:
            return self._in_hours(max(earliest, course.due + timedelta(hours=self.random.randint(9, 100))))
        approved = self._in_hours(max(earliest, screened + (course.due - screened) * self.random.uniform(0.1, 0.8)))
        if approved > course.due:
            closes = from_london(london_date(course.due), ENGLAND.closes)
            approved = max(earliest, closes - timedelta(minutes=self.random.randint(5, 120)))
        return approved
