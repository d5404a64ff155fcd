"""Action plans with actions at every rating, and the year's money."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from accounts.models import Agency, Person
from board.models import Action, ActionPast, ActionUpdate, BudgetLine, Plan
from board.rules import LOOK_AGAIN, due_dates
from foundation.calendar import ENGLAND, FinancialYear, add_months, end_of_day
from foundation.design import words as words_of
from portal.demo import words
from portal.demo.partnership import DemoPartnership
from portal.demo.references import References
from work.models import Clock

LOOKED_AT_WITHIN = timedelta(days=45)
"""So late is nobody who looks again at an embedded action."""

# The money of a published year: contributions of the partners, and what it was spent on. Pounds.
INCOME = (
    ("Mental health trust", 13_540),
    ("Police", 5_000),
    ("Integrated care board", 33_850),
    ("Health services trust", 33_850),
    ("Probation", 2_000),
    ("Council", 288_201),
)
EXPENDITURE = (
    ("Staff and related costs", 241_364),
    ("Agency costs", 79_508),
    ("Independent scrutineer", 17_990),
    ("Practice reviews", 13_639),
    ("Training provided", 16_460),
    ("Audit", 5_142),
    ("Mailroom, stationery, supplies", 513),
    ("Membership", 825),
    ("Website", 1_000),
)

GROUPS = {
    "Staff and related costs": "People", "Agency costs": "People", "Independent scrutineer": "Scrutiny and reviews",
    "Practice reviews": "Scrutiny and reviews", "Audit": "Scrutiny and reviews",
    "Mailroom, stationery, supplies": "Running the office", "Membership": "Running the office", "Website": "Running the office",
}  # fmt: skip
"""The groups of headings; training stands by itself."""
GIVERS = {
    "Mental health trust": "mental-health", "Police": "police", "Integrated care board": "icb",
    "Health services trust": "hospital", "Probation": "probation", "Council": "council",
}  # fmt: skip
FELL_SHORT, MAKES_UP = {"Police": 2_500, "Probation": 500}, "Council"
"""Who gave so much less than was pledged, and who gave all of it besides what it had pledged itself. Pounds."""
IN_KIND = {
    "Police": (9_600, "An analyst, one day a week"),
    "Health services trust": (4_800, "Rooms, and a trainer for six courses"),
}

PLANS = (
    ("Inspection of services for children: action plan", "inspection", "Executive group", 22, 300),
    ("Child A: local child safeguarding practice review", "review", "Safeguarding practice review group", 11, 420),
    ("Rapid reviews of the year: shared actions", "review", "Safeguarding practice review group", 9, 200),
    ("Audit of referrals for children under two", "audit", "Quality improvement group", 8, 160),
    ("Section 11 returns: what agencies promised", "section_11", "Quality improvement group", 14, 250),
    ("Business plan of the partnership", "business_plan", "Executive group", 18, 240),
    ("Scrutineer’s challenge: information sharing", "challenge", "Executive group", 5, 90),
)
WHY = "What is agreed and not done leaves children waiting for the help that they were promised."
EVIDENCE = "Dip sample of ten records, seen at the agency’s office."
LEADS = (
    "social-care",
    "police",
    "icb",
    "hospital",
    "health-visiting",
    "early-help",
    "housing",
    "probation",
    "mental-health",
    "council",
)


def _scaled(lines: Sequence[tuple[str, int]], factor: Decimal, whole: Decimal | int = 0) -> list[Decimal]:
    """The lines of a lighter year in whole pounds; where they must add to a whole, the first takes what rounding leaves."""
    amounts = [(pounds * factor).quantize(Decimal(1)) for _heading, pounds in lines]
    if whole:
        amounts[0] += whole - sum(amounts)
    return amounts


def _given(year: FinancialYear, heading: str, received: Decimal, factor: Decimal) -> dict[str, Any]:
    """What is said of one contribution: what was pledged, asked for and given in kind, and for whom it made up."""
    short = {name: (pounds * factor).quantize(Decimal(1)) for name, pounds in FELL_SHORT.items()}
    made_up = sum(short.values(), Decimal(0)) if heading == MAKES_UP else None
    pledged = received + short.get(heading, 0) - (made_up or 0)
    worth, words_for_it = IN_KIND.get(heading, (None, ""))
    return {
        "pledged": pledged, "pledged_on": date(year.start_year, 4, 17), "invoiced": pledged,
        "invoiced_on": date(year.start_year, 6, 2), "received_on": date(year.start_year, 7, 14), "made_up": made_up,
        "in_kind": worth, "in_kind_words": words_for_it,
    }  # fmt: skip


def write_budget(year: FinancialYear, factor: Decimal, agencies: Mapping[str, Agency] | None = None) -> None:
    """The lines of a year, lighter by a factor; what came in is what was spent, to the pound. `agencies`, by code, gave it."""
    gave, came_in = agencies or {}, _scaled(INCOME, factor)
    spent = _scaled(EXPENDITURE, factor, sum(came_in))
    for side, lines, amounts in (("income", INCOME, came_in), ("expenditure", EXPENDITURE, spent)):
        BudgetLine.objects.bulk_create(
            BudgetLine(
                year=year.label, side=side, position=place, heading=heading, amount=pounds,
                agency=gave.get(GIVERS.get(heading, "")), heading_group=GROUPS.get(heading, ""),
                **(_given(year, heading, pounds, factor) if side == "income" else {}),
            )
            for place, ((heading, _published), pounds) in enumerate(zip(lines, amounts, strict=True), start=1)
        )  # fmt: skip


class BoardMaker:
    """Makes plans and money. `now` decides what is late."""

    def __init__(self, random: Random, references: References, made: DemoPartnership, now: datetime) -> None:
        self.random, self.references, self.made, self.now = random, references, made, now
        self.today = now.date()

    def make(self, newest: FinancialYear) -> None:
        """Everything; `newest` is the newest complete financial year."""
        for title, source, group, number, age in PLANS:
            self._plan(title, source, group, number, self.today - timedelta(days=age))
        self._of_the_school()
        for step, factor in ((0, Decimal(1)), (1, Decimal("0.97")), (2, Decimal("0.94"))):
            year = newest
            for _ in range(step):
                year = year.previous()
            write_budget(year, factor, self.made.agencies)

    def _of_the_school(self) -> None:
        """Two of the newest actions are those of the school whose lead can sign in, so that their list is not empty."""
        oakfield, lead = self.made.agencies["oakfield"], self.made.people["school.lead"]
        for action in Action.objects.filter(state="in_progress").order_by("-due_on", "-pk")[:2]:
            action.agency, action.owner, action.owner_post = oakfield, lead, "Designated safeguarding lead"
            action.save(update_fields=["agency", "owner", "owner_post"])

    def _plan(self, title: str, source: str, group: str, number: int, opened_on: date) -> None:
        published = opened_on - timedelta(days=20) if source == "inspection" else None
        plan = Plan.objects.create(
            reference=self.references.new("B"),
            title=title,
            source=source,
            opened_on=opened_on,
            source_published_on=published,
        )
        agreed = f"{group}, {words_of.date(opened_on)}"
        for place in range(number):
            self._action(plan, f"{place // 5 + 1}.{place % 5 + 1}", words.ACTIONS[place % len(words.ACTIONS)], opened_on, agreed)

    def _action(self, plan: Plan, number: str, text: str, opened_on: date, agreed: str) -> None:
        agency, owner = self._owner()
        due = opened_on + timedelta(days=self.random.choice((60, 90, 120, 180, 240, 365, 420)))
        dates = due_dates(due, ENGLAND)
        state = self._state(due)
        moment = self.now - timedelta(days=self.random.randint(1, 40))
        done_at = min(self.now, self.now - timedelta(days=(self.today - due).days - 3)) if state in {"done", "embedded"} else None
        late = due < self.today and state in {"planned", "in_progress", "reported_done"}
        action = Action.objects.create(
            reference=self.references.new("A"),
            plan=plan,
            added_on=opened_on,
            number=number,
            text=text,
            agreement=agreed,
            why=WHY if number.endswith(".1") else "",
            success_measure="A dip sample of ten records a quarter shows it." if self.random.random() < 0.7 else "",
            agency=agency,
            owner=owner if self.random.random() < 0.85 else None,
            owner_post="Head of Safeguarding",
            first_due_on=due,
            due_on=dates.due_on,
            amber_from=dates.amber_from,
            red_from=dates.red_from,
            state=state,
            recovery_plan="Extra sessions are booked for the next quarter." if late and self.random.random() < 0.5 else "",
            impact="The last dip sample shows nine of ten." if state == "embedded" else "",
            check_again_on=self._look_again_on(done_at) if state == "embedded" else None,
            done_at=done_at,
            done_by=self.made.people["board"].reference if done_at else "",
            last_update_at=(done_at or moment) if state != "planned" else None,
        )
        if done_at:
            ActionPast.objects.create(
                action=action, stood_until=done_at, state="in_progress", agency=agency, due_on=dates.due_on,
                amber_from=dates.amber_from, red_from=dates.red_from, has_recovery_plan=False, overruled_rating="",
            )  # fmt: skip
        if done_at and action.check_again_on:
            Clock.objects.create(
                kind=LOOK_AGAIN,
                subject_kind="action",
                subject_reference=action.reference,
                owner_person=self.made.people["board"],
                started_at=done_at,
                started_by=action.done_by,
                due_at=end_of_day(action.check_again_on),
                limit_used={"limit": None, "calendar": "months", "effective_from": None},
            )
        if state != "planned":
            self._notes(action, owner, self.random.choice(words.PROGRESS_NOTES), moment)

    def _notes(self, action: Action, owner: Person, text: str, moment: datetime) -> None:
        """What was written: by the owner how it goes, or that it is done; by the board, later and for itself, that it is."""
        reported = action.state != "in_progress"
        kind = ActionUpdate.Kind.REPORTED_DONE if reported else ActionUpdate.Kind.PROGRESS
        at = action.done_at - timedelta(days=2) if action.done_at else moment
        state = "reported_done" if reported else action.state
        ActionUpdate.objects.create(action=action, kind=kind, text=text, written_at=at, written_by=owner, state=state)
        if action.done_at:
            ActionUpdate.objects.create(
                action=action,
                kind=ActionUpdate.Kind.ACCEPTED,
                text=words.ACCEPTED_NOTE,
                evidence_seen=EVIDENCE,
                written_at=action.done_at,
                written_by=self.made.people["board"],
                state="done",
            )

    def _look_again_on(self, done_at: datetime | None) -> date | None:
        """Half a year later; what has been looked at since is not looked at once more."""
        day = add_months(done_at.date(), 6) if done_at else None
        return day if day and day > self.today - LOOKED_AT_WITHIN else None

    def _owner(self) -> tuple[Agency, Person]:
        code = self.random.choice(LEADS)
        return self.made.agencies[code], self.made.people[f"lead.{code}"]

    def _state(self, due: date) -> str:
        if due < self.today - timedelta(days=30):
            return self.random.choices(["embedded", "done", "reported_done", "in_progress"], [38, 36, 10, 16])[0]
        if due < self.today:
            return self.random.choices(["done", "reported_done", "in_progress"], [30, 25, 45])[0]
        return self.random.choices(["planned", "in_progress", "done", "reported_done"], [30, 55, 8, 7])[0]
