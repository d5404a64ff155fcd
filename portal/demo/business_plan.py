"""The business plans of the demonstration: the newest complete year, closed, and this year so far."""

from datetime import date, datetime, timedelta
from random import Random

from board.models import (
    Action,
    BusinessPlan,
    Group,
    Meeting,
    Milestone,
    Objective,
    ObjectiveAction,
    ObjectiveAgency,
    ObjectivePosition,
    Plan,
    PlanPriority,
)
from board.progress import LAST_QUARTER, proposed, quarters_of
from board.selectors.business_plan import counts_on
from foundation.calendar import FinancialYear, end_of_day, from_london, london_date
from foundation.clock import LONDON
from portal.demo.partnership import DemoPartnership
from portal.demo.references import References

WRITTEN_AFTER = timedelta(days=12)
"""So long after the end of a quarter its positions are written."""
ACTIONS_EACH = 3

# Priority and why; then objective, outcome, lead, group, who contributes, figures, milestones, and what was done.
PRIORITIES = (
    (
        "Neglect is seen early", "Audits and two reviews found that neglect is named late, and by one agency alone.",
        (
            ("use one tool for neglect in every agency", "Children who live with neglect are helped before it is entrenched.",
             "social-care", "", ("health-visiting", "oakfield"), ("actions.all",),
             ("The tool is chosen", "Every agency has named who is trained", "A dip sample shows that it is used"),
             ("Chose one tool with practitioners of six agencies", "Trained the first trainers in each agency")),
            ("share one chronology where several agencies are involved", "Nobody has to tell their story twice.", "icb", "",
             ("hospital", "police"), (), ("A form of chronology is agreed", "It is used in every conference"),
             ("Agreed a form of chronology", "Tried it in ten conferences")),
            ("ask about fathers and everybody else in the home", "Plans name everybody who matters to a child.", "police", "",
             ("social-care",), ("challenges.raised",), ("The front door asks on every form", "An audit looks again"),
             ("Changed the questions at the front door",)),
        ),
    ),
    (
        "Children are safe outside their home", "Exploitation and violence cross the borders of agencies and boroughs.",
        (
            ("bring what is known of places together", "Places where children are harmed are made safe.", "police", "",
             ("council", "housing"), (), ("A map of places is made", "Each place has somebody who answers for it"),
             ("Made a first map of places", "Lit two parks anew")),
            ("speak to every child who was missing within three days", "Every child who goes missing is heard.", "social-care",
             "",
             ("police",), (), ("A second provider is found", "Nine in ten are spoken to in time"), ()),
        ),
    ),
    (
        "Children are heard", "Children told the scrutineer that they do not hear what came of what they said.",
        (
            ("hear from children in every audit", "Children see that what they say changes something.", "",
             "Quality improvement group", ("open-door",), (),
             ("Questions are written with young people", "Every audit asks them"),
             ("Wrote the questions with young people", "Asked 34 children in three audits")),
            ("tell children in plain words what was decided", "Children know what happens next.", "council", "",
             ("social-care", "family-first"), (), ("Letters are rewritten", "Young people have read them"),
             ("Rewrote five letters",)),
        ),
    ),
    (
        "Agencies learn together", "Learning from reviews reaches managers more often than those who see children.",
        (
            ("bring learning to every team within six weeks", "Practice changes where children are seen.", "",
             "Learning and development group", ("oakfield", "hospital"), ("actions.finished",),
             ("Briefings of seven minutes are ready", "Teams say that they have had them"),
             ("Wrote six briefings of seven minutes", "Held four learning events")),
            ("train managers in reflective supervision", "Those who see children are supported to think.", "mental-health", "",
             ("social-care", "health-visiting"), (), ("A course is commissioned", "Forty managers have been trained"),
             ("Commissioned a course",)),
            ("look again at actions that are embedded", "What was learnt is not forgotten.", "",
             "Safeguarding practice review group", (), ("actions.late",), ("A list of actions is agreed",),
             ("Looked again at eleven actions",)),
        ),
    ),
    (
        "The arrangements work", "The partners are equal, and education has a voice where decisions are made.",
        (
            ("give education a seat at the executive", "Schools take part in what is decided.", "council", "Executive group",
             ("oakfield",), (), ("The seat is filled", "Schools have chosen who speaks for them"),
             ("Filled the seat", "Agreed with schools who speaks for them")),
            ("agree one set of figures that every partner brings", "The partnership knows how children fare.", "icb",
             "Quality improvement group", ("police", "council"), ("budget.expenditure",),
             ("The figures are agreed", "Every partner brings them each quarter"), ("Agreed the figures",)),
        ),
    ),
)  # fmt: skip
CARRIED = ("speak to every child who was missing within three days", "train managers in reflective supervision")
"""Of last year: they were not met, and go on in this one."""
LITTLE = CARRIED[:1]
"""They make little or no progress."""
NOT_LAST_YEAR = ("give education a seat at the executive", "look again at actions that are embedded")
MISSING = "tell children in plain words what was decided"
"""Of this one nobody has written the newest position."""
HOW = {
    "good": "It goes as planned; those who lead it meet every month.",
    "some": "The first steps are done, and the next ones wait for two agencies.",
    "little": "The provider withdrew, and another could not be found. The executive has asked for a plan by the next meeting.",
}


class BusinessPlanMaker:
    """Makes both plans. What is counted in a position is what milestones and actions say."""

    def __init__(self, number: int, references: References, made: DemoPartnership, now: datetime) -> None:
        self.random, self.references, self.made = Random(number), references, made  # noqa: S311  # a demonstration
        self.now, self.today = now, now.astimezone(LONDON).date()
        self.board, self.groups = made.people["board"], {one.name: one for one in Group.objects.all()}
        self.earlier: dict[str, Objective] = {}

    def make(self, newest: FinancialYear) -> None:
        """The newest complete year first, for this one goes on from it."""
        self._year(newest, is_over=True)
        self._year(newest.following(), is_over=False)

    def _year(self, year: FinancialYear, *, is_over: bool) -> None:
        actions = list(Action.objects.filter(plan__source=Plan.Source.BUSINESS_PLAN).exclude(state="withdrawn").order_by("pk"))
        plan = self._plan(year, actions[0].plan if actions and not is_over else None, is_over=is_over)
        for number, (title, why, objectives) in enumerate(PRIORITIES, start=1):
            priority = PlanPriority.objects.create(business_plan=plan, number=number, title=title, why=why)
            wanted = [one for one in objectives if not (is_over and one[0] in NOT_LAST_YEAR)]
            for place, words in enumerate(wanted, start=1):
                objective = self._objective(year, priority, place, words, is_over=is_over)
                mine = actions[:ACTIONS_EACH] if not is_over else []
                del actions[:ACTIONS_EACH]
                self._link(objective, mine, year)
                self._milestones(objective, words[6], year)
                self._positions(objective, words[7], year)

    def _plan(self, year: FinancialYear, action_plan: Plan | None, *, is_over: bool) -> BusinessPlan:
        agreed_on = year.start + timedelta(days=25)
        executive = Meeting.objects.filter(group__kind="executive", starts_at__lte=from_london(agreed_on, datetime.min.time()))
        meeting = executive.exclude(state__in=("planned", "cancelled")).order_by("-starts_at").first()
        agreed_on = london_date(meeting.starts_at) if meeting else agreed_on
        closed_at = end_of_day(year.end + timedelta(days=40)) if is_over else None
        return BusinessPlan.objects.create(
            year=year.label, title="Safer together: the plan of the partnership", state="closed" if is_over else "agreed",
            action_plan=action_plan, meeting=meeting, agreed_on=agreed_on, agreed_at=end_of_day(agreed_on),
            agreed_by=self.board.reference, closed_at=closed_at, closed_by=self.board.reference if closed_at else "",
        )  # fmt: skip

    def _objective(self, year: FinancialYear, priority: PlanPriority, place: int, words: tuple, *, is_over: bool) -> Objective:  # type: ignore[type-arg]  # as above
        text, wanted, agency, group, others, figures = words[:6]
        carried = is_over and text in CARRIED
        objective = Objective.objects.create(
            reference=self.references.new("3"), priority=priority, number=place, text=text, wanted=wanted,
            agency=self.made.agencies.get(agency), group=self.groups.get(group), figures=list(figures),
            moves="More children are heard in time." if not figures else "", earlier=self.earlier.get(text), added_on=year.start,
            decision="carry" if carried else "", decision_reason="It matters as much as before." if carried else "",
            decided_at=end_of_day(year.end) if carried else None, decided_by=self.board.reference if carried else "",
        )  # fmt: skip
        ObjectiveAgency.objects.bulk_create(
            ObjectiveAgency(objective=objective, agency=self.made.agencies[code]) for code in others if code in self.made.agencies
        )
        if carried:
            self.earlier[text] = objective
        return objective

    def _link(self, objective: Objective, actions: list[Action], year: FinancialYear) -> None:
        ObjectiveAction.objects.bulk_create(
            ObjectiveAction(
                objective=objective, action=action, is_origin=True, added_on=min(max(action.added_on, year.start), self.today)
            )
            for action in actions
        )

    def _milestones(self, objective: Objective, steps: tuple[str, ...], year: FinancialYear) -> None:
        carried = objective.text in CARRIED
        for place, text in enumerate(steps, start=1):
            due = year.start + timedelta(days=min(350, 70 * place + 20 + self.random.randint(0, 25)))
            met = due - timedelta(days=self.random.randint(1, 20))
            if carried and place == len(steps):
                met = year.following().end
            elif self.random.random() < 0.2:
                met = due + timedelta(days=self.random.randint(3, 30))
            known = met if met < min(self.today, year.end) else None
            missed = carried and place == len(steps) and due < self.today and objective.text in LITTLE
            Milestone.objects.create(
                objective=objective, place=place, text=text, due_on=due, met_on=known,
                missed_on=due if missed else None, missed_reason="The provider withdrew." if missed else "",
            )  # fmt: skip

    def _positions(self, objective: Objective, done: tuple[str, ...], year: FinancialYear) -> None:
        for quarter in quarters_of(year.label):
            written = quarter.end + WRITTEN_AFTER
            newest = quarter.end + timedelta(days=92) > self.today
            if written > self.today or (newest and objective.text == MISSING):
                continue
            self._position(objective, quarter.number, quarter.end, end_of_day(written), done)

    def _position(self, objective: Objective, quarter: int, day: date, at: datetime, done: tuple[str, ...]) -> None:
        counted = counts_on(objective, day)
        rating, why = proposed(counted)
        carried = objective.text in CARRIED
        progress = "little" if objective.text in LITTLE else "some" if carried or rating in ("red", "amber") else "good"
        share = len(done) if quarter == LAST_QUARTER else min(len(done), quarter)
        ObjectivePosition.objects.create(
            objective=objective, quarter=quarter, edition=1, as_at=day, rating=rating, proposed=rating, proposed_reason=why,
            progress=progress, text=HOW[progress], done="\n".join(done[:share]), outcome=self._outcome(objective, quarter),
            **counted.actions, milestones=counted.milestones, milestones_due=counted.due, milestones_met=counted.met,
            written_at=at, written_by=self.board,
        )  # fmt: skip

    def _outcome(self, objective: Objective, quarter: int) -> str:
        if quarter < LAST_QUARTER:
            return ""
        return "not" if objective.text in LITTLE else "partly" if objective.text in CARRIED else "met"
