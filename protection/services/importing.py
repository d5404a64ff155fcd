"""Plans of an earlier system are brought over: good rows go in, bad ones come back with the reason."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Count

from accounts.access_table import current_holdings, holdings_now
from accounts.models import Person, Team
from accounts.services.grants import give_team_grants
from children.rules import ChildDetails
from children.rules.details import tidied
from children.selectors.likely import same_as
from children.selectors.records import same_children
from children.services import begin_involvement, register_children
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import add_months
from foundation.errors import Refused
from foundation.exports import read_sheet
from foundation.imported import Imported, RowError
from foundation.service import service
from protection.access import CONFERENCE_CHAIR
from protection.models import (
    SEE_FAMILY,
    FamilyGroup,
    FamilyTeamGrant,
    PlanCategory,
    PlanOrigin,
    ProtectionPlan,
    ReviewHeld,
)
from protection.rules import kinds
from protection.rules.importing import PlanRow, read_plans
from protection.rules.timeliness import counted_review_due
from protection.selectors.plans import RUNS
from protection.services.booking import CHAIRS_IT
from protection.services.core_group import await_core_group_since
from protection.services.families import let_see, record, subject_of
from protection.services.plans import await_check, await_review, await_visit
from referrals.services.plans import give_way_to_protection

MOST_ROWS = 250_000
FIRST_REVIEW_MONTHS, REVIEW_MONTHS = 3, 6
BATCH = 2_000


@service
def import_plans(*, by: Actor, content: bytes) -> Imported:
    """Bring plans of an earlier system over from a CSV or Excel file; a plan that is here already stays as it is.

    Columns: plan, child (their numbers there), team (code), family_name, started_on, category; optional family, given_name,
    birth_date or expected_delivery_date (one of the two), sex, ethnicity, nhs_number, address, postcode, latest_category with
    category_changed_on, ended_on with end_reason, previous_plans, reviews (dates with blanks between), chair (e-mail address).
    Rows of one child number are one child; one who is known here already, by NHS number or because name and birth date leave no
    doubt, is not registered anew. Of earlier plans the larger of the file's number and that of the plans here counts. Plans that
    run get their clocks, a chair (where the file names none, the one with the fewest plans) and the team's involvement. Refuses a
    file without the columns that are needed; a bad row is given back with its line and the reason.
    """
    read = read_plans(read_sheet(content, max_rows=MOST_ROWS), clock.today())
    rows, bad = _possible(read.good)
    known = set(ProtectionPlan.objects.exclude(source_reference="").values_list("source_reference", flat=True))
    new = [row for row in rows if row.plan not in known]
    children = _children(by, new)
    new, clashing = _without_clashes(new, children)
    bad = [*bad, *clashing]
    families = _families(by, new)
    earlier = _earlier_plans(new, children)
    made: list[ProtectionPlan] = []
    for start in range(0, len(new), BATCH):
        made += _keep(by, new[start : start + BATCH], children, families, earlier)
    _go_on(by, [(plan, row) for plan, row in zip(made, new, strict=True) if row.ended_on is None])
    record("plans_imported", by, kinds.PLAN, "import", data={"added": len(new), "bad": len(read.bad) + len(bad)})
    found = tuple(sorted([*read.bad, *bad], key=lambda one: one.line))
    return Imported(len(new), 0, len([row for row in rows if row.plan in known]), found)


def _possible(rows: Iterable[PlanRow]) -> tuple[list[PlanRow], list[RowError]]:
    """The rows that fit to one another and to what is here; the others with the reason."""
    teams = set(Team.objects.values_list("code", flat=True))
    chairs = {person.email.lower() for person in _chairs()}
    taken: dict[str, list[tuple[date, date]]] = {}
    here = ProtectionPlan.objects.exclude(source_child="").filter(withdrawn_at__isnull=True)
    own = {
        plan: (child, began, end or date.max)
        for plan, child, began, end in here.values_list("source_reference", "source_child", "started_on", "ended_on")
    }
    for child, began, end in own.values():
        taken.setdefault(child, []).append((began, end))
    good, bad = [], []
    for row in rows:
        if row.plan in own:
            good.append(row)
            continue
        try:
            _check(row, teams, chairs, taken.get(row.child, []))
        except Refused as refused:
            bad.append(RowError(row.line, refused.sentence))
        else:
            taken.setdefault(row.child, []).append((row.started_on, row.ended_on or date.max))
            good.append(row)
    return good, bad


def _check(row: PlanRow, teams: set[str], chairs: set[str], taken: Sequence[tuple[date, date]]) -> None:
    if row.team not in teams:
        raise Refused(f"there is no team “{row.team}”.")
    if row.chair and row.chair not in chairs:
        raise Refused("no conference chair has this e-mail address.")
    if any(row.started_on < end and began < (row.ended_on or date.max) for began, end in taken):
        raise Refused("the child is on another plan at the same time.")
    details = ChildDetails(**row.details)  # type: ignore[arg-type]
    tidied(details)
    if details.sex not in ("M", "F", "U"):
        raise Refused("sex must be M, F or U.")


def _children(by: Actor, rows: Sequence[PlanRow]) -> dict[str, int]:
    """The id of each child by its number in the earlier system; who is not known yet, there or here, is registered."""
    found = dict(ProtectionPlan.objects.exclude(source_child="").values_list("source_child", "child"))
    first: dict[str, PlanRow] = {}
    for row in rows:
        if row.child not in found:
            first.setdefault(row.child, row)
    numbers = list(first)
    for start in range(0, len(numbers), BATCH):
        part = numbers[start : start + BATCH]
        details = [tidied(ChildDetails(**first[number].details)) for number in part]  # type: ignore[arg-type]
        known = same_as(details)
        made = iter(register_children(by=by, children=[one for one, same in zip(details, known, strict=True) if same is None]))
        found.update((number, (same or next(made)).pk) for number, same in zip(part, known, strict=True))
    return found


def _plans_of(children: Collection[int]) -> dict[int, list[ProtectionPlan]]:
    """The plans that children have here, by the id of the record that stands for each child."""
    same = same_children(children)
    rows = ProtectionPlan.objects.filter(child__in=list(same), withdrawn_at__isnull=True).order_by("started_on")
    found: dict[int, list[ProtectionPlan]] = {}
    for plan in rows:
        found.setdefault(same[plan.child_id], []).append(plan)
    return found


def _without_clashes(rows: Sequence[PlanRow], children: dict[str, int]) -> tuple[list[PlanRow], list[RowError]]:
    """The rows of children who are on no other plan at the same time, whatever their number in the file; the others."""
    standing = same_children([children[row.child] for row in rows])
    here = _plans_of(list(standing))
    taken = {child: [(plan.started_on, plan.ended_on or date.max) for plan in plans] for child, plans in here.items()}
    good, bad = [], []
    for row in rows:
        days = taken.setdefault(standing[children[row.child]], [])
        if any(row.started_on < end and began < (row.ended_on or date.max) for began, end in days):
            bad.append(RowError(row.line, "the child is on another plan at the same time."))
        else:
            days.append((row.started_on, row.ended_on or date.max))
            good.append(row)
    return good, bad


def _earlier_plans(rows: Sequence[PlanRow], children: dict[str, int]) -> dict[str, int]:
    """How many plans each child had before a plan (by its number there): the larger of what the file says and what is known.

    What the first of the known plans had before it counts too.
    """
    standing = same_children([children[row.child] for row in rows])
    known: dict[int, list[tuple[date, int]]] = {
        child: [(plan.started_on, plan.previous_plans) for plan in plans] for child, plans in _plans_of(list(standing)).items()
    }
    for row in rows:
        known.setdefault(standing[children[row.child]], []).append((row.started_on, row.previous_plans))
    found = {}
    for row in rows:
        before = sorted(one for one in known[standing[children[row.child]]] if one[0] < row.started_on)
        found[row.plan] = max(row.previous_plans, len(before) + (before[0][1] if before else 0))
    return found


def _families(by: Actor, rows: Sequence[PlanRow]) -> dict[str, FamilyGroup]:
    """The family group of each family number; each team sees those that it has."""
    teams = {team.code: team for team in Team.objects.all()}
    known = {one.source_reference: one for one in FamilyGroup.objects.exclude(source_reference="")}
    wanted = {row.family: teams[row.team] for row in reversed(rows) if row.family not in known}
    moment = clock.now()
    made = FamilyGroup.objects.bulk_create(
        [
            FamilyGroup(team=team, source_reference=number, opened_at=moment, opened_by=by.actor_reference)
            for number, team in wanted.items()
        ],
        batch_size=BATCH,
    )
    by_team: dict[str, list[Any]] = {}
    for family in made:
        by_team.setdefault(family.team.code, []).append(family)
    for code, families in by_team.items():
        for start in range(0, len(families), BATCH):
            give_team_grants(
                by=by,
                records=families[start : start + BATCH],
                teams=[teams[code]],
                codename=SEE_FAMILY,
                reason="Has the case",
                grants=FamilyTeamGrant,
            )
    return {**known, **{family.source_reference: family for family in made}}


def _keep(
    by: Actor,
    rows: Sequence[PlanRow],
    children: dict[str, int],
    families: dict[str, FamilyGroup],
    earlier: Mapping[str, int],
) -> list[ProtectionPlan]:
    moment = clock.now()
    plans = ProtectionPlan.objects.bulk_create(
        [
            ProtectionPlan(
                family=families[row.family],
                child_id=children[row.child],
                origin=PlanOrigin.IMPORTED,
                started_on=row.started_on,
                initial_category=row.category,
                category=row.latest_category,
                previous_plans=earlier[row.plan],
                review_due_on=None if row.ended_on else _next_review(row),
                ended_on=row.ended_on,
                end_reason=row.end_reason,
                ended_at=moment if row.ended_on else None,
                ended_by=by.actor_reference if row.ended_on else "",
                source_reference=row.plan,
                source_child=row.child,
                recorded_at=moment,
                recorded_by=by.actor_reference,
            )
            for row in rows
        ]
    )
    PlanCategory.objects.bulk_create(
        [
            PlanCategory(plan=plan, category=category, from_on=day)
            for plan, row in zip(plans, rows, strict=True)
            for category, day in _categories(row)
        ]
    )
    ReviewHeld.objects.bulk_create([review for plan, row in zip(plans, rows, strict=True) for review in _reviews(plan, row)])
    return plans


def _go_on(by: Actor, running: Sequence[tuple[ProtectionPlan, PlanRow]]) -> None:
    """What a plan that runs has here: clocks, a chair who sees it, the team's involvement; no child-in-need plan beside it.

    When the child was visited and the core group met last is not in the file, so both are due as if it were today.
    """
    chairs = _chairs()
    named = {person.email.lower(): person for person in chairs}
    open_plans = ProtectionPlan.objects.filter(RUNS, chair__in=chairs).order_by().values_list("chair")
    load = {**dict.fromkeys((person.pk for person in chairs), 0), **dict(open_plans.annotate(number=Count("pk")))}
    of_family: dict[int, Person] = {}
    for plan, row in running:
        plan.chair = named.get(row.chair) or of_family.get(plan.family_id) or _least(chairs, load, plan.family.team_id)
        if plan.chair is not None:
            load[plan.chair.pk] += 1
            of_family[plan.family_id] = plan.chair
            let_see(by=by, family=plan.family, person=plan.chair, reason=CHAIRS_IT)
        give_way_to_protection(by=by, child_id=plan.child_id, on=plan.started_on)
        begin_involvement(by=by, child=plan.child, team=plan.family.team, record=subject_of(kinds.PLAN, plan.reference))
        last = row.reviews[-1] if row.reviews else row.started_on
        await_review(by=by, plan=plan, kind=kinds.REVIEW_CLOCK if row.reviews else kinds.FIRST_REVIEW_CLOCK, since=last)
        await_visit(by=by, plan=plan, since=clock.today())
        if plan.chair is not None:
            await_check(by=by, plan=plan, since=last, variant=kinds.LATER_VARIANT if row.reviews else "")
        plan.save(update_fields=["chair", "review_due_on", "visit_due_on", "check_due_on"])
    for family in {plan.family_id: plan.family for plan, _row in running}.values():
        await_core_group_since(by=by, family=family, since=clock.today())


def _chairs() -> list[Person]:
    """Who chairs conferences today, and may so be let see a family."""
    held = current_holdings(clock.today()).filter(role=CONFERENCE_CHAIR)
    people = Person.objects.filter(pk__in=held.values("person")).order_by("pk")
    return [person for person in people if any(one.trusted for one in holdings_now(person))]


def _least(chairs: Sequence[Person], load: Mapping[int, int], team: int) -> Person | None:
    """The chair with the fewest plans who is independent of the team that has the case."""
    own = set(current_holdings(clock.today()).filter(team=team).values_list("person", flat=True))
    free = [person for person in chairs if person.pk not in own]
    return min(free, key=lambda person: load[person.pk]) if free else None


def _categories(row: PlanRow) -> list[tuple[str, date]]:
    found = [(row.category, row.started_on)]
    return found if row.category_changed_on is None else [*found, (row.latest_category, row.category_changed_on)]


def _reviews(plan: ProtectionPlan, row: PlanRow) -> list[ReviewHeld]:
    found, last = [], row.started_on
    for place, day in enumerate(row.reviews):
        months = REVIEW_MONTHS if place else FIRST_REVIEW_MONTHS
        due = add_months(last, months)
        found.append(ReviewHeld(plan=plan, held_on=day, due_on=due, counted_due_on=counted_review_due(last, first=place == 0)))
        last = day
    return found


def _next_review(row: PlanRow) -> date:
    if row.reviews:
        return add_months(row.reviews[-1], REVIEW_MONTHS)
    return add_months(row.started_on, FIRST_REVIEW_MONTHS)
