"""The business plan of a year with its objectives, milestones, actions and positions. Whoever asks may open its pages."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Prefetch

from accounts.models import Agency, Person
from board.models import (
    Action,
    BusinessPlan,
    Meeting,
    Milestone,
    Objective,
    ObjectiveAction,
    ObjectiveAgency,
    ObjectivePosition,
    Plan,
    PlanPriority,
)
from board.progress import Counted, as_at, counted_on, is_expected, number_of, proposed, quarters_of, undecided
from board.rules import OPEN, State
from board.selectors.actions import visible_actions
from board.selectors.meetings import visible_meetings
from board.selectors.ratings import rated_on, spells_of
from board.selectors.standing import with_rating
from foundation import clock
from foundation.calendar import FinancialYear, Quarter, london_date
from foundation.design import words
from foundation.errors import NotVisible
from foundation.events import Subject, history
from foundation.figures import DisclosureClass, FigureGroup, FigureSpec, FigureValue, Told, all_specs, figure_as_told, groups

MOST_ACTIONS = 200
MOST_YEARS_BACK = 10
OPENLY = frozenset({DisclosureClass.EVENTS, DisclosureClass.MONEY, DisclosureClass.PUBLISHED})
"""Figures in which nothing is hidden: these show their number beside an objective as it is counted."""


@dataclass(frozen=True)
class PlanRow:
    """A plan in the list of years: how many objectives it has, and what is missing of it."""

    plan: BusinessPlan
    objectives: int
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """An objective with the positions that hold, by quarter, and its milestones in order."""

    objective: Objective
    positions: Mapping[int, ObjectivePosition]
    milestones: tuple[Milestone, ...]

    @property
    def in_order(self) -> tuple[ObjectivePosition, ...]:
        """The positions that hold in the order of quarters."""
        return tuple(self.positions[number] for number in sorted(self.positions))

    @property
    def latest(self) -> ObjectivePosition | None:
        """The newest position."""
        return self.in_order[-1] if self.positions else None


@dataclass(frozen=True)
class YearPlan:
    """A whole plan: its priorities in order, each with how its objectives stand."""

    plan: BusinessPlan
    priorities: tuple[tuple[PlanPriority, tuple[Standing, ...]], ...]

    @property
    def standings(self) -> tuple[Standing, ...]:
        """All objectives in order."""
        return tuple(one for _priority, standings in self.priorities for one in standings)


@dataclass(frozen=True)
class FigureNow:
    """A figure that should move: what it means, and what it is in the year of the plan; about people, as it may be told."""

    spec: FigureSpec
    value: FigureValue | None
    is_open: bool
    told: Told | None = None
    """Of a figure about people: what disclosure control leaves of it."""


@dataclass(frozen=True)
class Link:
    """One year of a chain: the objective and the year of its plan."""

    objective: Objective
    year: str


def business_plan_for(year: str) -> BusinessPlan:
    """The plan of a year by its label; NotVisible where there is none."""
    found = BusinessPlan.objects.select_related("meeting__group", "action_plan").filter(year=year).first()
    if found is None:
        raise NotVisible
    return found


def locked_business_plan(year: str) -> BusinessPlan:
    """The same, locked until the transaction ends: whoever changes anything of a plan waits for the others."""
    found = BusinessPlan.objects.select_for_update().filter(year=year).first()
    if found is None:
        raise NotVisible
    return found


_WHOLE = ("priority__business_plan", "agency", "group", "earlier__priority__business_plan")


def objective_for(reference: str) -> Objective:
    """One objective with its priority and plan; NotVisible where there is none."""
    found = Objective.objects.select_related(*_WHOLE).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def locked_objective(reference: str) -> Objective:
    """The same; its plan is locked until the transaction ends."""
    locked_business_plan(objective_for(reference).priority.business_plan.year)
    return objective_for(reference)


def business_plans() -> tuple[PlanRow, ...]:
    """Every plan, the newest year first, with what is missing of it."""
    plans = (
        BusinessPlan.objects.annotate(number=Count("priorities__objectives"))
        .select_related("meeting__group")
        .order_by("-year")[:40]
    )
    missing = missing_positions(plans)
    return tuple(PlanRow(plan, plan.number, missing.get(plan.pk, ())) for plan in plans)


def missing_positions(plans: Collection[BusinessPlan]) -> dict[int, tuple[str, ...]]:
    """By the id of each plan that is not closed, the quarters that are over without a position: "Q2: 1.1, 2.3"."""
    years = {plan.pk: plan.year for plan in plans if plan.state != BusinessPlan.State.CLOSED}
    objectives = Objective.objects.filter(priority__business_plan__in=years).select_related("priority")
    written = set(
        ObjectivePosition.objects.filter(objective__priority__business_plan__in=years).values_list("objective_id", "quarter")
    )
    owed: dict[int, dict[int, list[str]]] = {pk: {} for pk in years}
    today = clock.today()
    for objective in objectives:
        plan = objective.priority.business_plan_id
        for quarter in quarters_of(years[plan]):
            if quarter.end < today and is_expected(objective, quarter) and (objective.pk, quarter.number) not in written:
                owed[plan].setdefault(quarter.number, []).append(number_of(objective))
    return {pk: tuple(f"Q{number}: {', '.join(names)}" for number, names in sorted(rows.items())) for pk, rows in owed.items()}


def positions_to_write() -> tuple[tuple[str, ...], ...]:
    """What is missing of each plan that is agreed; for the business team."""
    return tuple(missing_positions(list(BusinessPlan.objects.filter(state=BusinessPlan.State.AGREED))).values())


def year_plan(plan: BusinessPlan) -> YearPlan:
    """A whole plan with the positions that hold."""
    agencies = Prefetch("contributors", ObjectiveAgency.objects.select_related("agency").order_by("agency__name"))
    objectives = list(
        Objective.objects.filter(priority__business_plan=plan)
        .select_related(*_WHOLE, "later__priority__business_plan")
        .prefetch_related(agencies, "milestones")
    )
    holding = positions_that_hold(objectives)
    rows: dict[int, list[Standing]] = defaultdict(list)
    for one in objectives:
        rows[one.priority_id].append(Standing(one, holding.get(one.pk, {}), tuple(one.milestones.all())))
    return YearPlan(plan, tuple((priority, tuple(rows[priority.pk])) for priority in plan.priorities.all()))


def standing_of(objective: Objective) -> Standing:
    """One objective with the positions that hold."""
    positions = positions_that_hold([objective]).get(objective.pk, {})
    return Standing(objective, positions, tuple(objective.milestones.all()))


def positions_that_hold(objectives: Collection[Objective]) -> dict[int, dict[int, ObjectivePosition]]:
    """By objective and quarter the newest edition of each position."""
    found: dict[int, dict[int, ObjectivePosition]] = defaultdict(dict)
    rows = ObjectivePosition.objects.filter(objective__in=objectives).select_related("written_by").order_by("quarter", "edition")
    for row in rows:
        found[row.objective_id][row.quarter] = row
    return found


def all_positions(objective: Objective) -> tuple[ObjectivePosition, ...]:
    """Every edition of every quarter, the newest first."""
    return tuple(objective.positions.select_related("written_by").order_by("-quarter", "-edition"))


def position_that_holds(objective: Objective, quarter: int) -> ObjectivePosition | None:
    """The newest edition of one quarter."""
    return objective.positions.filter(quarter=quarter).order_by("-edition").first()


def counts_on(objective: Objective, day: date) -> Counted:
    """The milestones and the actions linked by then, as they stood at the end of a day; for whoever writes a position."""
    linked = ObjectiveAction.objects.filter(objective=objective, added_on__lte=day).select_related("action")
    actions = [link.action for link in linked[:MOST_ACTIONS]]
    spells = spells_of(actions)
    ratings = [rated_on(action, spells[action.pk], day) or "" for action in actions]
    return counted_on(day, objective.milestones.all(), ratings)


def actions_of(person: Person, objective: Objective) -> tuple[Any, ...]:
    """The actions linked to an objective that the person may see, with their rating of today."""
    linked = ObjectiveAction.objects.filter(objective=objective, action=OuterRef("pk"))
    made_for_it = Exists(linked.filter(is_origin=True))
    rows = with_rating(visible_actions(person), clock.today()).filter(Exists(linked)).annotate(made_for_it=made_for_it)
    return tuple(rows.select_related("plan", "agency", "owner").order_by("due_on", "id")[:MOST_ACTIONS])


def actions_of_plan(person: Person, plan: BusinessPlan) -> dict[int, dict[str, int]]:
    """By objective how many of its actions that the person may see stand at which rating today."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    actions = with_rating(visible_actions(person), clock.today()).filter(objectives__objective__priority__business_plan=plan)
    rows = actions.values_list("objectives__objective", "rating").annotate(number=Count("id"))
    for objective, rating, number in rows:
        if rating:
            found[objective][rating] = number
    return found


def actions_by_objective(person: Person, plan: BusinessPlan) -> dict[int, list[Any]]:
    """By objective its actions that the person may see, with their rating of today, in order of their date."""
    links = ObjectiveAction.objects.filter(objective__priority__business_plan=plan).values_list("objective_id", "action_id")
    pairs = list(links)
    rows = with_rating(visible_actions(person), clock.today()).filter(pk__in={action for _objective, action in pairs})
    by_id = {row.pk: row for row in rows.select_related("plan", "agency", "owner").order_by("due_on", "id")}
    return {
        objective: [row for pk, row in by_id.items() if (objective, pk) in set(pairs)] for objective in {one for one, _ in pairs}
    }


def events_of(objective: Objective) -> tuple[dict[str, Any], ...]:
    """What was done with it, newest first, with the name of who did it."""
    events = list(history(Subject("objective", objective.reference))[:200])
    names = dict(Person.objects.filter(reference__in={one.actor_reference for one in events}).values_list("reference", "name"))
    return tuple(
        {"verb": one.verb, "at": one.at, "reason": one.reason, "data": one.data, "name": names.get(one.actor_reference, "")}
        for one in reversed(events)
    )


def open_actions_of(objective: Objective) -> tuple[Action, ...]:
    """The actions that go on with an objective into the next year."""
    return tuple(Action.objects.filter(objectives__objective=objective, state__in=OPEN).order_by("pk"))


def actions_to_link(plan: Plan, objective: Objective) -> tuple[tuple[Action, bool], ...]:
    """The actions of an action plan that are not withdrawn, and whether each is linked to the objective already."""
    linked = Exists(ObjectiveAction.objects.filter(action=OuterRef("pk"), objective=objective))
    found = plan.actions.exclude(state=State.WITHDRAWN).annotate(already=linked).order_by("number")
    return tuple((action, action.already) for action in found[:MOST_ACTIONS])


def objectives_of_action(action: Action) -> tuple[tuple[Objective, bool], ...]:
    """The objectives that an action serves, the newest year first, and whether it was made for each."""
    links = action.objectives.select_related("objective__priority__business_plan")
    rows = links.order_by("-objective__priority__business_plan__year", "pk")
    return tuple((link.objective, link.is_origin) for link in rows)


def chain_of(objective: Objective) -> tuple[Link, ...]:
    """The objective through the years, the earliest first: what it goes on from, and what goes on from it."""
    back, forth = [objective], list[Objective]()
    while back[-1].earlier_id is not None and len(back) < MOST_YEARS_BACK:
        back.append(Objective.objects.select_related(*_WHOLE).get(pk=back[-1].earlier_id))
    following = Objective.objects.select_related(*_WHOLE).filter(earlier=objective).first()
    while following is not None and len(forth) < MOST_YEARS_BACK:
        forth.append(following)
        following = Objective.objects.select_related(*_WHOLE).filter(earlier=following).first()
    return tuple(Link(one, one.priority.business_plan.year) for one in (*reversed(back), *forth))


def undecided_in(whole: YearPlan) -> tuple[str, ...]:
    """What keeps a year open, each by its name, in the order of the plan."""
    return tuple(name for one in whole.standings for name in undecided(one.objective, one.in_order, one.milestones))


def little_progress(whole: YearPlan) -> tuple[Standing, ...]:
    """The objectives whose newest position says little or no progress."""
    return tuple(
        one for one in whole.standings if one.latest is not None and one.latest.progress == ObjectivePosition.Progress.LITTLE
    )


def quarter_of(plan: BusinessPlan, number: int) -> Quarter:
    """A quarter of a plan's year; NotVisible where there is no such quarter."""
    found = next((one for one in quarters_of(plan.year) if one.number == number), None)
    if found is None:
        raise NotVisible
    return found


def plans_to_link() -> tuple[tuple[str, str], ...]:
    """Reference and title of the action plans that are open."""
    return tuple(Plan.objects.filter(closed_at__isnull=True).values_list("reference", "title")[:MOST_ACTIONS])


def meetings_to_agree_at(person: Person) -> tuple[tuple[str, str], ...]:
    """Reference and name of the meetings that were held in the last year, the newest first."""
    held = (Meeting.State.HELD, Meeting.State.APPROVED)
    since = clock.now() - timedelta(days=366)
    found = visible_meetings(person).filter(state__in=held, starts_at__gte=since).select_related("group").order_by("-starts_at")
    return tuple((one.reference, f"{one.group.name}, {words.date(london_date(one.starts_at))}") for one in found[:60])


def figures_to_choose(kept: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """Code and title of every figure that an app publishes, and of those that an objective names already."""
    known = {spec.code: spec.title for _app, spec in all_specs()}
    known |= {code: code for code in kept if code not in known}
    return tuple(sorted(known.items(), key=lambda one: one[1]))


def figures_now(codes: Iterable[str], year: FinancialYear) -> tuple[FigureNow, ...]:
    """The figures of these codes in a year, read from their sources, each source once. One that no app publishes is left out."""
    wanted = list(codes)
    specs = {spec.code: spec for _app, spec in all_specs() if spec.code in wanted}
    opened = {code for code, spec in specs.items() if spec.disclosure in OPENLY}
    sources: list[FigureGroup] = [group for group in groups() if opened & {spec.code for spec in group.specs}]
    with connection.cursor() as cursor:
        values = {value.code: value for group in sources for value in group.read(year, cursor)}
    return tuple(
        FigureNow(specs[code], values.get(code), is_open=True)
        if code in opened
        else FigureNow(specs[code], None, is_open=False, told=figure_as_told(code, year))
        for code in wanted
        if code in specs
    )


def contributing(objective: Objective) -> tuple[Agency, ...]:
    """The agencies that contribute, by name."""
    return tuple(Agency.objects.filter(pk__in=objective.contributors.values("agency")).order_by("name"))


def priority_of(plan: BusinessPlan, number: int) -> PlanPriority | None:
    """A priority of a plan by its number."""
    return plan.priorities.filter(number=number).first()


def priorities_of(plan: BusinessPlan) -> tuple[PlanPriority, ...]:
    """The priorities of a plan in their order."""
    return tuple(plan.priorities.all())


def next_priority(plan: BusinessPlan) -> int:
    """The number that the next priority of a plan may take."""
    return max((one.number for one in plan.priorities.all()), default=0) + 1


def milestone_of(objective: Objective, place: int) -> Milestone:
    """A milestone by its place; NotVisible where there is none."""
    found = objective.milestones.filter(place=place).first()
    if found is None:
        raise NotVisible
    return found


def proposal_for(objective: Objective, quarter: int) -> tuple[str, str]:
    """The rating that a position of this quarter would propose if it were written today, or did; and why."""
    there = position_that_holds(objective, quarter)
    if there is not None:
        return there.proposed, there.proposed_reason
    return proposed(counts_on(objective, as_at(quarter_of(objective.priority.business_plan, quarter), clock.today())))
