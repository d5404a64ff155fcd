"""Plans of an earlier system are brought over: good rows go in, bad ones come back with the reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.models import Team
from accounts.services.grants import give_team_grants
from children.models import Child
from children.rules import ChildDetails
from children.rules.details import tidied
from children.services import register_children
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import add_months
from foundation.errors import Refused
from foundation.exports import read_sheet
from foundation.service import service
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
from protection.rules.importing import PlanRow, RowError, read_plans
from protection.rules.timeliness import counted_review_due
from protection.services.families import record

MOST_ROWS = 250_000
FIRST_REVIEW_MONTHS, REVIEW_MONTHS = 3, 6
BATCH = 2_000


@dataclass(frozen=True)
class Imported:
    """What became of a file's rows."""

    added: int
    changed: int
    unchanged: int
    bad: tuple[RowError, ...]


@service
def import_plans(*, by: Actor, content: bytes) -> Imported:
    """Bring plans of an earlier system over from a CSV or Excel file; a plan that is here already stays as it is.

    Columns: plan, child (their numbers there), team (code), family_name, started_on, category; optional family, given_name,
    birth_date or expected_delivery_date (one of the two), sex, ethnicity, nhs_number, address, postcode, latest_category with
    category_changed_on, ended_on with end_reason, previous_plans, reviews (dates with blanks between). Rows of one child number
    are one child. Refuses a file without the columns that are needed; a bad row is given back with its line and the reason.
    """
    read = read_plans(read_sheet(content, max_rows=MOST_ROWS), clock.today())
    rows, bad = _possible(read.good)
    known = set(ProtectionPlan.objects.exclude(source_reference="").values_list("source_reference", flat=True))
    new = [row for row in rows if row.plan not in known]
    children = _children(by, new)
    families = _families(by, new)
    for start in range(0, len(new), BATCH):
        _keep(by, new[start : start + BATCH], children, families)
    record("plans_imported", by, kinds.PLAN, "import", data={"added": len(new), "bad": len(read.bad) + len(bad)})
    found = tuple(sorted([*read.bad, *bad], key=lambda one: one.line))
    return Imported(len(new), 0, len(rows) - len(new), found)


def _possible(rows: Iterable[PlanRow]) -> tuple[list[PlanRow], list[RowError]]:
    """The rows that fit to one another and to what is here; the others with the reason."""
    teams = set(Team.objects.values_list("code", flat=True))
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
            _check(row, teams, taken.get(row.child, []))
        except Refused as refused:
            bad.append(RowError(row.line, refused.sentence))
        else:
            taken.setdefault(row.child, []).append((row.started_on, row.ended_on or date.max))
            good.append(row)
    return good, bad


def _check(row: PlanRow, teams: set[str], taken: Sequence[tuple[date, date]]) -> None:
    if row.team not in teams:
        raise Refused(f"there is no team “{row.team}”.")
    if any(row.started_on < end and began < (row.ended_on or date.max) for began, end in taken):
        raise Refused("the child is on another plan at the same time.")
    details = ChildDetails(**row.details)  # type: ignore[arg-type]
    tidied(details)
    if details.sex not in ("M", "F", "U"):
        raise Refused("sex must be M, F or U.")


def _children(by: Actor, rows: Sequence[PlanRow]) -> dict[str, int]:
    """The id of each child by its number in the earlier system; who is not known yet is registered."""
    found = dict(ProtectionPlan.objects.exclude(source_child="").values_list("source_child", "child"))
    first: dict[str, PlanRow] = {}
    for row in rows:
        if row.child not in found:
            first.setdefault(row.child, row)
    numbers = list(first)
    for start in range(0, len(numbers), BATCH):
        part = numbers[start : start + BATCH]
        details = [tidied(ChildDetails(**first[number].details)) for number in part]  # type: ignore[arg-type]
        made: list[Child] = register_children(by=by, children=details)
        found.update(zip(part, (child.pk for child in made), strict=True))
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


def _keep(by: Actor, rows: Sequence[PlanRow], children: dict[str, int], families: dict[str, FamilyGroup]) -> None:
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
                previous_plans=row.previous_plans,
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
