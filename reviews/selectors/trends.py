"""The trends map: how many children of which age have which feature, and which features national reports name."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from foundation.calendar import london_date
from foundation.errors import NotVisible
from foundation.small_numbers import SMALL, rounded
from reviews.models import AgeGroup, Case, CaseChild, ChildCoding, CodedFeature, NationalTheme, TrendColumn, TrendFeature

OFTEN = 2
"""Of so many children at least a feature is the most frequent."""


@dataclass(frozen=True)
class MapFilter:
    """Which children stand on the map: of cases that happened in these years, and of one kind of case."""

    since: int | None = None
    until: int | None = None
    kind: str = ""


@dataclass(frozen=True)
class Told:
    """A feature in a cell. `number`: children to the nearest five; None where there are fewer than six."""

    code: str
    name: str
    number: int | None
    most: bool


@dataclass(frozen=True)
class TrendsMap:
    """Cells by age and column; empty where so few children are coded that a map would give one away."""

    enough: bool
    cells: dict[tuple[str, str], tuple[Told, ...]]
    national: dict[str, tuple[NationalTheme, ...]]


COPIED = ChildCoding.objects.filter(
    child__case=OuterRef("child__case__follows"),
    child__given_name=OuterRef("child__given_name"),
    child__family_name=OuterRef("child__family_name"),
    child__birth_date=OuterRef("child__birth_date"),
)
"""The same child, coded in the case out of which this one came: counted there."""


def _coded(wanted: MapFilter) -> QuerySet[ChildCoding]:
    rows = ChildCoding.objects.exclude(Exists(COPIED)).annotate(
        happened=Coalesce(
            "child__case__incident__happened_on", "child__case__death__died_on", TruncDate("child__case__opened_at")
        )
    )
    if wanted.since:
        rows = rows.filter(happened__gte=date(wanted.since, 1, 1))
    if wanted.until:
        rows = rows.filter(happened__lte=date(wanted.until, 12, 31))
    return rows.filter(child__case__kind=wanted.kind) if wanted.kind else rows


def trends_map(wanted: MapFilter) -> TrendsMap:
    """The map of some years and one kind of case, without the ages of which few children are coded. What is small is not told."""
    named = defaultdict[str, list[NationalTheme]](list)
    for row in NationalTheme.objects.select_related("feature__theme"):
        named[row.feature.column].append(row)
    national = {column: tuple(rows) for column, rows in named.items()}
    coded = _coded(wanted)
    if coded.count() <= SMALL:
        return TrendsMap(enough=False, cells={}, national=national)
    counted = (
        CodedFeature.objects.filter(coding__in=coded.values("pk"))
        .values_list("coding__age_group", "feature__column", "feature__theme__code", "feature__theme__name")
        .annotate(children=Count("coding"))
        .order_by("feature__theme__name")
    )
    of_age = dict(coded.order_by().values_list("age_group").annotate(children=Count("pk")))
    found = defaultdict[tuple[str, str], list[tuple[str, str, int]]](list)
    for age, column, code, name, children in counted:
        if of_age[age] > SMALL:
            found[age, column].append((code, name, children))
    return TrendsMap(enough=True, cells={key: _told(rows) for key, rows in found.items()}, national=national)


def _told(rows: Sequence[tuple[str, str, int]]) -> tuple[Told, ...]:
    most = max(children for _code, _name, children in rows)
    return tuple(Told(code, name, rounded(children), most=children == most and most >= OFTEN) for code, name, children in rows)


def features() -> tuple[TrendFeature, ...]:
    """The features by which a child is coded, in the order of the map."""
    order = {column: place for place, column in enumerate(TrendColumn)}
    rows = TrendFeature.objects.select_related("theme").filter(theme__retired_at__isnull=True)
    return tuple(sorted(rows, key=lambda row: (order[TrendColumn(row.column)], row.theme.name)))


def features_to_choose(column: TrendColumn, rows: Sequence[TrendFeature]) -> list[tuple[str, str]]:
    """Code and name of the features of one column."""
    return [(row.theme.code, row.theme.name) for row in rows if row.column == column]


def happened_on(case: Case) -> date:
    """When what a case is about happened, as far as it is known; otherwise when it was opened."""
    incident, death = getattr(case, "incident", None), getattr(case, "death", None)
    return incident.happened_on if incident else death.died_on if death else london_date(case.opened_at)


def child_to_code(case_pk: int, number: int) -> CaseChild:
    """A child of a case by its number."""
    found = CaseChild.objects.filter(case=case_pk, pk=number).first()
    if found is None:
        raise NotVisible
    return found


def coding_of(child: CaseChild) -> tuple[str, frozenset[str]]:
    """The age group by which a child is coded, empty before, and the codes of its features."""
    row = ChildCoding.objects.filter(child=child).first()
    if row is None:
        return "", frozenset()
    return row.age_group, frozenset(row.features.values_list("feature__theme__code", flat=True))


def coded_children(case_pk: int) -> dict[int, tuple[str, tuple[str, ...]]]:
    """By child: its age group in words, and the names of its features."""
    rows = ChildCoding.objects.filter(child__case=case_pk).prefetch_related("features__feature__theme")
    return {
        row.child_id: (AgeGroup(row.age_group).label, tuple(one.feature.theme.name for one in row.features.all())) for row in rows
    }
