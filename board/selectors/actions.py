"""Which actions a person may see, how they stand today, and what the list of them shows."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM
from accounts.access_table import agency_ids, open_agencies, role_codes
from accounts.models import Agency, Person
from board.access import BOARD
from board.models import Action, ActionChase, ActionCoOwner, ActionTheme, ActionUpdate, Plan
from board.rules import LOOK_AGAIN, OPEN, Rating, State
from board.selectors.owners import OWNER_LEFT, co_owners_here, each_once, leads_of, owned_by, owns, with_owner
from board.selectors.standing import CHASABLE, as_stood, as_they_stand, with_rating
from foundation import clock
from foundation.asked_often import AskedOften
from foundation.calendar import end_of_day, london_date
from foundation.errors import NotVisible
from foundation.pages import Page, page_after, page_of, read_key
from work.selectors.deadlines import due

PAGE = 50
EVIDENCE = "action"
"""The kind of record to which the files of an action belong."""
EXPORT_LIMIT = 20_000
MOST_AGENCIES = 10
OWN_SHOWN = 10
COLUMNS = ("id", "reference", "number", "text", "stood", "rating", "due", "first_due_on", "is_late")


@dataclass(frozen=True)
class ActionFilter:
    """What the list is narrowed to; every empty field narrows nothing."""

    rating: str = ""
    agency: str = ""
    plan: str = ""
    state: str = ""
    late: bool = False
    mine: bool = False
    left: bool = False
    again: bool = False
    theme: str = ""
    words: str = ""
    as_at: date | None = None
    """As the actions stood at the end of this day; without one, as they stand."""

    @property
    def past_day(self) -> date | None:
        """The day, where it is over."""
        return self.as_at if self.as_at is not None and self.as_at < clock.today() else None


@dataclass(frozen=True)
class PlanPage:
    """Some plans, each with how many of its actions stand at which rating, and the key of the next ones (empty at the end)."""

    rows: tuple[tuple[Plan, dict[str, int]], ...]
    next_key: str


def visible_actions(person: Person) -> QuerySet[Action]:
    """All for the board's people; an agency lead sees the agency's own; an owner, while in the agency, theirs."""
    if BOARD.admits(person):
        return Action.objects.all()
    return Action.objects.filter(Q(agency_id__in=agency_ids(person, AGENCY_LEAD)) | owned_by(person))


def _narrowed(person: Person, wanted: ActionFilter) -> QuerySet[Any]:
    actions = _narrow(visible_actions(person), wanted, wanted.past_day, clock.today())
    return actions.filter(owned_by(person)) if wanted.mine else actions


def _narrow(actions: QuerySet[Action], wanted: ActionFilter, day: date | None, today: date) -> QuerySet[Any]:
    """Narrowed by what is the same for whoever asks, as at a day that is over or as the actions stand."""
    found: QuerySet[Any] = as_stood(actions, day) if day is not None else as_they_stand(actions, today)
    found = with_owner(found, today) if day is None else found.annotate(owner_left=Value(False))  # noqa: FBT003  # an expression
    if wanted.rating:
        found = found.filter(rating=wanted.rating)
    if wanted.agency and day is None:
        found = found.filter(agency__code=wanted.agency)
    elif wanted.agency:
        found = found.filter(led_by__in=Agency.objects.filter(code=wanted.agency).values("pk"))
    if wanted.plan:
        found = found.filter(plan__reference=wanted.plan)
    if wanted.state == "open":
        found = found.filter(stood__in=OPEN)
    elif wanted.state and wanted.state != "all":
        found = found.filter(stood=wanted.state)
    if wanted.theme:
        found = found.filter(Exists(ActionTheme.objects.filter(action=OuterRef("pk"), theme__code=wanted.theme)))
    if wanted.words:
        found = found.filter(Q(text__icontains=wanted.words) | Q(plan__title__icontains=wanted.words))
    return _ticked(wanted, found, today)


def _ticked(wanted: ActionFilter, actions: QuerySet[Any], today: date) -> QuerySet[Any]:
    """Narrowed by what is a yes or no. Who has left and what is to be looked at again is known of today alone."""
    if wanted.late:
        actions = actions.filter(is_late=True)
    if wanted.left:
        actions = actions.filter(OWNER_LEFT)
    if wanted.again:
        actions = actions.filter(_to_look_at_again(today))
    return actions


def _to_look_at_again(today: date) -> Q:
    return Q(state=State.EMBEDDED, check_again_on__lte=today)


_CO_OWNERS = ArraySubquery(
    ActionCoOwner.objects.filter(action=OuterRef("pk")).order_by("position").values_list(Coalesce("person__name", "words"))
)


def _rows(actions: QuerySet[Any], day: date | None = None) -> QuerySet[Any, dict[str, Any]]:
    """What the list shows; of a day that is over what was written and asked by then."""
    notes, chases = ActionUpdate.objects.filter(action=OuterRef("pk")), ActionChase.objects.filter(action=OuterRef("pk"))
    noted: Any = F("last_update_at")
    if day is not None:
        notes, chases = notes.filter(written_at__lte=end_of_day(day)), chases.filter(on__lte=day)
        noted = notes.order_by("-written_at").values("written_at")[:1]
    return actions.order_by("due", "id").values(
        *COLUMNS,
        "owner_left",
        plan_title=F("plan__title"),
        plan_reference=F("plan__reference"),
        agency_name=F("agency__name") if day is None else Coalesce("before__agency__name", "agency__name"),
        owner_name=F("owner__name"),
        post=F("owner_post"),
        agreed=F("agreement"),
        matters=F("why"),
        note=notes.order_by("-written_at").values("text")[:1],
        noted_at=noted,
        others=_CO_OWNERS,
        chased_on=chases.order_by("-on").values("on")[:1],
        chasable=CHASABLE if day is None else Value(False),  # noqa: FBT003  # an expression
    )


def list_actions(person: Person, wanted: ActionFilter, after: str = "") -> Page[dict[str, Any]]:
    """Fifty actions in order of their due date, after the key that the page before gave. A key that is no key starts again."""
    if BOARD.admits(person) and wanted.past_day is None and not wanted.mine and not wanted.words:
        return page_of(tuple(_first_rows(wanted, after)), "due", PAGE, identity="id")
    return page_after(_rows(_narrowed(person, wanted), wanted.past_day), "due", after, PAGE, identity="id")


def _list_question(*ticked: str, state: str) -> AskedOften[dict[str, Any]]:
    """The first rows of the list of all actions as they stand, ticked so, in this state or these (empty: the one asked for)."""

    def rows(today: date, due: date | None = None, pk: int = 0, **given: str) -> QuerySet[Any, dict[str, Any]]:
        wanted = ActionFilter(**{"state": state, **given, **dict.fromkeys(ticked, True)})  # type: ignore[arg-type]  # as named
        found = _rows(_narrow(Action.objects.all(), wanted, None, today))
        if due is not None:
            found = found.filter(Q(due__gt=due) | Q(due=due, pk__gt=pk))
        return found[: PAGE + 1]

    return AskedOften(rows)


_LISTS: dict[tuple[str, ...], AskedOften[dict[str, Any]]] = {}
"""By what shapes the statement: which boxes are ticked, and whether one state is asked for."""


def _first_rows(wanted: ActionFilter, after: str) -> list[dict[str, Any]]:
    ticked = tuple(name for name in ("late", "left", "again") if getattr(wanted, name))
    whole = wanted.state if wanted.state in ("", "open", "all") else ""
    given = {name: getattr(wanted, name) for name in ("rating", "agency", "plan", "theme") if getattr(wanted, name)}
    if not whole and wanted.state:
        given["state"] = wanted.state
    shape = (*ticked, whole)
    if shape not in _LISTS:
        _LISTS[shape] = _list_question(*ticked, state=whole)
    key = read_key(Action.objects.all(), "due_on", after)
    beyond = {"due": key[0], "pk": key[1]} if key else {}
    return _LISTS[shape].rows(today=clock.today(), **beyond, **given)


def exported_actions(person: Person, wanted: ActionFilter) -> tuple[dict[str, Any], ...]:
    """The whole narrowed list, for a spreadsheet; at most 20,000 rows."""
    return tuple(_rows(_narrowed(person, wanted), wanted.past_day)[:EXPORT_LIMIT])


def chasable_actions(person: Person, references: list[str]) -> tuple[tuple[Action, tuple[Person, ...]], ...]:
    """Of these actions those about which somebody can be asked, and who: the owner, or the agency's leads once they have left;
    and whoever owns it too."""
    found = tuple(
        with_owner(with_rating(visible_actions(person), clock.today()))
        .filter(CHASABLE, reference__in=references)
        .select_related("owner", "plan")
        .order_by("due_on", "id")
    )
    leads, others = leads_of(action.agency_id for action in found if action.owner_left), co_owners_here(one.pk for one in found)

    def asked(action: Any) -> tuple[Person, ...]:
        first = leads[action.agency_id] if action.owner_left else (action.owner,) if action.owner else ()
        return each_once((*first, *others.get(action.pk, ())))

    return tuple((action, asked(action)) for action in found)


@dataclass(frozen=True)
class ActionCounts:
    """How the visible actions stand today: open ones by rating, late ones, and those that wait for the business team:
    reported done, left behind by their owner, or embedded and to be looked at again."""

    red: int
    amber: int
    green: int
    blue: int
    late: int
    to_check: int
    left: int
    again: int


def count_actions(person: Person, day: date | None = None) -> ActionCounts:
    """One pass over what the person may see; whose owner has left is asked by itself, or it were asked of each action in turn.

    Of a day that is over nobody knows whose owner had left, nor what was to be looked at again.
    """
    if day is not None:
        return ActionCounts(**as_stood(visible_actions(person), day).aggregate(**_counts("stood")), left=0, again=0)
    today = clock.today()
    rows = _ALL_COUNTED.rows(today=today) if BOARD.admits(person) else list(_counted(visible_actions(person), today))
    return ActionCounts(**rows[0]) if rows else NOTHING_COUNTED


def _counted(visible: QuerySet[Action], today: date) -> QuerySet[Any, dict[str, Any]]:
    """One row with the counts; none where there is nothing to count."""
    behind = with_owner(visible, today).filter(OWNER_LEFT, state__in=OPEN)
    left = behind.order_by().values(one=Value(1)).annotate(number=Count("pk")).values("number")
    counts = {
        **_counts("state"), "left": Coalesce(Max(Subquery(left)), 0), "again": Count("id", filter=_to_look_at_again(today)),
    }  # fmt: skip
    rows: QuerySet[Any, dict[str, Any]] = with_rating(visible, today).order_by().values(one=Value(1)).annotate(**counts)
    return rows.values(*counts)


NOTHING_COUNTED = ActionCounts(0, 0, 0, 0, 0, 0, 0, 0)
_ALL_COUNTED = AskedOften(lambda today: _counted(Action.objects.all(), today))


def _counts(state: str) -> dict[str, Count]:
    rated = {str(one): Count("id", filter=Q(rating=one)) for one in (Rating.RED, Rating.AMBER, Rating.GREEN, Rating.BLUE)}
    late, to_check = Count("id", filter=Q(is_late=True)), Count("id", filter=Q(**{state: State.REPORTED_DONE}))
    return {**rated, "late": late, "to_check": to_check}


def late_by_agency(person: Person) -> tuple[dict[str, Any], ...]:
    """Whose the late actions are: each agency's code and name, how many, and the date of the oldest; most first."""
    late = with_rating(visible_actions(person), clock.today()).filter(is_late=True)
    counted = late.values(code=F("agency__code"), name=F("agency__name")).annotate(late=Count("id"), oldest=Min("due_on"))
    return tuple(dict(row) for row in counted.order_by("-late", "oldest")[:MOST_AGENCIES])


def own_actions(person: Person) -> tuple[dict[str, Any], ...]:
    """The first open actions that the person owns, soonest due first."""
    return tuple(_rows(_narrowed(person, ActionFilter(mine=True, state="open")))[:OWN_SHOWN])


def action_for(person: Person, reference: str) -> Action:
    """One action with its plan, agency and owner; NotVisible when this person may not see it."""
    found: Action | None = (
        with_owner(with_rating(visible_actions(person), clock.today()))
        .annotate(chasable=CHASABLE)
        .filter(reference=reference)
        .select_related("plan", "agency", "owner", "agenda_item__meeting__group")
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def locked_action(person: Person, reference: str) -> Action:
    """The same, locked until the transaction ends."""
    found = (
        visible_actions(person)
        .select_for_update(of=("self",))
        .filter(reference=reference)
        .select_related("plan", "agency", "owner")
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def seen_references(person: Person, references: Collection[str]) -> frozenset[str]:
    """Those of these actions that the person may see."""
    return frozenset(visible_actions(person).filter(reference__in=references).values_list("reference", flat=True))


def titles_of(person: Person, references: Collection[str]) -> dict[str, str]:
    """By reference the number and the plan of those of these actions that the person may see."""
    rows = visible_actions(person).filter(reference__in=references).values_list("reference", "number", "plan__title")
    return {reference: f"Action {number} of {title}" for reference, number, title in rows}


def proposed_look() -> date:
    """The day on which it is looked again at an action that is embedded today, unless another is agreed."""
    return london_date(due(LOOK_AGAIN, "", clock.now()).at)


def works_on(person: Person, action: Action) -> bool:
    """Whether the person may write progress on it: its owner, the agency's lead, the business team."""
    if BUSINESS_TEAM in role_codes(person) or action.agency_id in agency_ids(person, AGENCY_LEAD):
        return True
    return owns(person, action)


def plans_for(person: Person, after: str = "") -> PlanPage:
    """The plans with an action that the person may see (all of them for the board's people), newest first, with how their actions
    stand; some at a time, after the key that the page before gave."""
    mine = with_rating(visible_actions(person), clock.today())
    plans = Plan.objects.select_related("group")
    if not BOARD.admits(person):
        plans = plans.filter(Exists(mine.filter(plan=OuterRef("pk"))))
    page = page_after(plans, "opened_on", after, newest_first=True)
    counts = {plan.pk: {"red": 0, "amber": 0, "green": 0, "blue": 0, "actions": 0, "open": 0} for plan in page.rows}
    here = mine.filter(plan__in=counts)
    for pk, rating, state, number in here.values_list("plan_id", "rating", "state").annotate(n=Count("id")):
        counts[pk]["actions"] += number
        counts[pk]["open"] += number if state in OPEN else 0
        if rating:
            counts[pk][rating] += number
    return PlanPage(tuple((plan, counts[plan.pk]) for plan in page.rows), page.next_key)


def plan_for(person: Person, reference: str) -> Plan:
    """One plan, visible with any of its actions; NotVisible otherwise."""
    plan = Plan.objects.select_related("group").filter(reference=reference).first()
    if plan is None:
        raise NotVisible
    if not BOARD.admits(person) and not visible_actions(person).filter(plan=plan).exists():
        raise NotVisible
    return plan


def locked_plan(person: Person, reference: str) -> Plan:
    """The same, locked until the transaction ends: nobody adds, opens or closes beside it."""
    return Plan.objects.select_for_update().get(pk=plan_for(person, reference).pk)


def open_in(plan: Plan) -> int:
    """How many of its actions are open."""
    return plan.actions.filter(state__in=OPEN).count()


def agencies_with_actions(person: Person) -> tuple[tuple[str, str], ...]:
    """Code and name of the agencies among the visible actions, for the filter."""
    return tuple(Agency.objects.filter(Exists(visible_actions(person).filter(agency=OuterRef("pk")))).values_list("code", "name"))


def plans_with_actions(person: Person) -> tuple[tuple[str, str], ...]:
    """Reference and title of the plans among the visible actions, for the filter."""
    return tuple(
        Plan.objects.filter(Exists(visible_actions(person).filter(plan=OuterRef("pk")))).values_list("reference", "title")
    )


def agencies_that_lead() -> tuple[tuple[str, str], ...]:
    """Code and name of every agency that may lead an action."""
    return tuple(open_agencies(clock.today()).filter(merged_into__isnull=True).values_list("code", "name"))
