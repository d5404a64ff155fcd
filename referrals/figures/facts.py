"""How the front door counts: one statement over a table of facts answers every measure, whole and by each dimension.

A table of facts is a select with one row for each thing that happened in a span of days (a contact, a check, an episode that
closed) and one column for each dimension. A measure counts those that meet a condition, or says which share of others they are.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from foundation.cuts import Choices, Span, Where
from foundation.figures import Breakdown, Cursor, FigureKind, FigureSpec, FigureValue, counted, mean, share

MONTH, AGENCY, WARD, AGE, ETHNICITY = "month", "agency", "ward", "age", "ethnicity"
PARTS = (AGENCY, WARD, AGE, ETHNICITY)
"""By these every table of facts can be cut."""
BY = (MONTH, *PARTS)
AGE_BANDS = {"0": "Not born yet", "1": "Under 1", "2": "1 to 4", "3": "5 to 9", "4": "10 to 15", "5": "16 and over"}
ETHNIC_GROUPS = {
    "a": "White",
    "b": "Mixed",
    "c": "Asian or Asian British",
    "d": "Black or Black British",
    "e": "Other ethnic group",
    "f": "Not stated or not known",
}
NOT_KNOWN = {"": "Not known"}
Labels = Mapping[str, Mapping[str, str]]
LABELS: Labels = {AGENCY: {"": "None"}, WARD: NOT_KNOWN, AGE: AGE_BANDS, ETHNICITY: ETHNIC_GROUPS}
IN_ORDER = frozenset({AGE, ETHNICITY})


def of_child(child: str, day: str) -> str:
    """Columns ward, age and ethnicity of a child (by the alias of its table) on a day; wants `ward_of` joined."""
    return f"""coalesce(w.ward, '') AS ward,
           CASE WHEN {child}.birth_date IS NULL OR {child}.birth_date > {day} THEN '0'
                ELSE (ARRAY['1','2','2','2','2','3','3','3','3','3','4','4','4','4','4','4','5'])[
                    least(extract(year FROM age({day}, {child}.birth_date))::int + 1, 17)] END AS age,
           CASE WHEN {child}.ethnicity IN ('CHNE', 'OOTH') THEN 'e' WHEN {child}.ethnicity IN ('', 'REFU', 'NOBT') THEN 'f'
                ELSE translate(left({child}.ethnicity, 1), 'WMAB', 'abcd') END AS ethnicity"""  # fixed words only


def ward_of(child: str) -> str:
    """The join by which `of_child` finds the ward."""
    return f"LEFT JOIN referrals_wardpostcode w ON w.postcode = upper(replace({child}.postcode, ' ', ''))"


def month_of(moment: str) -> str:
    """The first day of the month in London in which a moment lies."""
    return f"date_trunc('month', {moment} AT TIME ZONE 'Europe/London')::date"


@dataclass(frozen=True)
class Measure:
    """A figure with the condition that it counts; a percentage also says out of which others.

    With `points`, a column of points out of 100, what meets `top` gives its points out of those that it could have earned. With
    `total`, a column of whole numbers, it gives the mean of that column, leaving out what has none there.
    """

    spec: FigureSpec
    top: str
    bottom: str = ""
    points: str = ""
    total: str = ""

    @property
    def numbers(self) -> str:
        """Its two columns: what is counted, and out of how many."""
        if self.total:
            which = f"FILTER (WHERE {self.top})"
            return f"coalesce(sum({self.total}) {which}, 0), count({self.total}) {which}"
        if self.points:
            which = f"FILTER (WHERE {self.top})"
            return f"coalesce(sum({self.points}) {which}, 0), 100 * count({self.points}) {which}"
        return f"count(*) FILTER (WHERE {self.top}), count(*) FILTER (WHERE {self.bottom or 'false'})"


@dataclass(frozen=True)
class FactTable:
    """A select of facts with its dimensions, and what is measured in it. `params` are those of the select besides the span."""

    facts: str
    dimensions: tuple[str, ...]
    measures: tuple[Measure, ...]
    labels: Labels = field(default_factory=dict)
    in_order: frozenset[str] = frozenset()
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def specs(self) -> tuple[FigureSpec, ...]:
        """What the measures mean."""
        return tuple(measure.spec for measure in self.measures)

    def read(self, span: Span, where: Where, cursor: Cursor) -> Iterator[FigureValue]:
        """Every measure of a span, in one statement; nothing where there are no facts."""
        parts, params = self._params(span, where)
        cursor.execute(self._statement(parts), params)
        sets: dict[int, list[Any]] = {}
        for row in cursor.fetchall():
            sets.setdefault(row[0], []).append(row[1:])
        whole = sets[(1 << len(self.dimensions)) - 1][0] if sets else None
        if whole is None or not whole[len(self.dimensions)]:
            return
        for place, measure in enumerate(self.measures):
            yield self._value(span, measure, len(self.dimensions) + 1 + 2 * place, sets, whole)

    def counts(self, span: Span, where: Where, cursor: Cursor, sets: Sequence[Sequence[str]]) -> list[Sequence[Any]]:
        """The numbers of every measure for each of some sets of dimensions: its mask, dimensions, how many, pairs."""
        parts, params = self._params(span, where)
        cursor.execute(self._statement(parts, sets), params)
        return cursor.fetchall()

    def told(self, span: Span, place: int, sets: Mapping[int, list[Any]], whole: Sequence[Any]) -> FigureValue:
        """One measure from rows as `counts` gives them, without their mask."""
        return self._value(span, self.measures[place], len(self.dimensions) + 1 + 2 * place, sets, whole)

    def code_of(self, name: str, label: str) -> str:
        """The code behind a label of a dimension."""
        return _code({**LABELS, **self.labels}.get(name, {}), label)

    def ids(self, code: str, span: Span, where: Where, cursor: Cursor, most: int) -> list[int]:
        """The ids of the facts that a figure counts, `most` at most, the newest first. For tables whose facts have an id."""
        measure = next(one for one in self.measures if one.spec.code == code)
        parts, params = self._params(span, where)
        only = " AND ".join(["true", *(f"{name} = %(is_{name})s" for name in parts)])
        cursor.execute(
            f"SELECT id FROM ({self.facts}) facts WHERE {only} AND ({measure.top}) ORDER BY id DESC LIMIT %(most)s",  # noqa: S608  # fixed words only
            {**params, "most": most},
        )
        return [row[0] for row in cursor.fetchall()]

    def _params(self, span: Span, where: Where) -> tuple[Sequence[str], Mapping[str, Any]]:
        """The dimensions by which facts are cut, and everything that the statement is given."""
        start, end = span.moments
        known = {**LABELS, **self.labels}
        parts = {name: _code(known.get(name, {}), label) for name, label in where.items() if label}
        days = {"start": start, "end": end, "first": span.start, "last": span.end}
        return tuple(parts), {**days, **self.params, **{f"is_{name}": code for name, code in parts.items()}}

    def _statement(self, parts: Sequence[str], by: Sequence[Sequence[str]] | None = None) -> str:
        names = ", ".join(self.dimensions)
        counts = ", ".join(measure.numbers for measure in self.measures)
        wanted = [[name] for name in self.dimensions] if by is None else by
        sets = ", ".join(f"({', '.join(each)})" for each in wanted)
        only = " AND ".join(["true", *(f"{name} = %(is_{name})s" for name in parts)])
        return (
            f"WITH facts AS ({self.facts}) SELECT GROUPING({names}), {names}, count(*), {counts}"  # noqa: S608  # fixed words only
            f" FROM facts WHERE {only} GROUP BY GROUPING SETS ({sets}, ())"
        )

    def _value(
        self, span: Span, measure: Measure, column: int, sets: Mapping[int, list[Any]], whole: Sequence[Any]
    ) -> FigureValue:
        spec, by = measure.spec, dict[str, Breakdown]()
        for name in spec.breakdowns:
            by[name] = self._parts(span, spec, name, column, sets)
        as_at = span.end if spec.kind == FigureKind.STATE else None
        if measure.total:
            return mean(spec.code, span, int(whole[column]), int(whole[column + 1]), by=by)
        if measure.bottom or measure.points:
            return share(spec.code, span, int(whole[column]), int(whole[column + 1]), by=by)
        return counted(spec.code, span, whole[column], by=by, as_at=as_at)

    def _parts(self, span: Span, spec: FigureSpec, name: str, column: int, sets: Mapping[int, list[Any]]) -> Breakdown:
        place = self.dimensions.index(name)
        rows = sets.get(((1 << len(self.dimensions)) - 1) ^ (1 << (len(self.dimensions) - 1 - place)), [])
        pairs = {row[place]: (int(row[column]), int(row[column + 1])) for row in rows}
        ratio = spec.kind in {FigureKind.PERCENTAGE, FigureKind.MEAN}
        if name == MONTH:
            return _as_shown({month.label: pairs.get(month.start, (0, 0)) for month in span.months}, ratio=ratio)
        labels = {**LABELS, **self.labels}.get(name, {})
        found = {code: pair for code, pair in pairs.items() if any(pair)}
        codes = (
            [code for code in labels if code in found]
            if name in IN_ORDER | self.in_order
            else sorted(found, key=lambda code: (code == "", -found[code][1 if ratio else 0], str(labels.get(code, code))))
        )
        return _as_shown({str(labels.get(code, code)): found[code] for code in codes}, ratio=ratio)


def _as_shown(pairs: Mapping[str, tuple[int, int]], *, ratio: bool) -> Breakdown:
    return dict(pairs) if ratio else {label: pair[0] for label, pair in pairs.items()}


def _code(labels: Mapping[str, str], label: str) -> str:
    """The code behind a printed label; a label that is its own code stands for itself."""
    return next((code for code, text in labels.items() if text == label), label)


CHOICES = """
SELECT 'agency', name FROM accounts_agency WHERE kind <> 'partnership'
UNION ALL SELECT DISTINCT 'ward', ward FROM referrals_wardpostcode ORDER BY 1, 2
"""


def choices(cursor: Cursor) -> Choices:
    """The agencies, wards, age bands and ethnic groups by which the front door's figures can be cut."""
    cursor.execute(CHOICES)
    rows = cursor.fetchall()
    named = {name: [row[1] for row in rows if row[0] == name] for name in (AGENCY, WARD)}
    return {**named, AGE: list(AGE_BANDS.values()), ETHNICITY: list(ETHNIC_GROUPS.values())}


def choices_of_children(cursor: Cursor) -> Choices:
    """The wards, age bands and ethnic groups by which figures of children can be cut."""
    known = choices(cursor)
    return {name: known[name] for name in (WARD, AGE, ETHNICITY)}


def labels_of(choice: Any, missing: str) -> dict[str, str]:
    """The words of a code list, with those of a code that is not there yet."""
    return {**{str(code): str(label) for code, label in choice.choices}, "": missing}


def together(*tables: FactTable) -> Callable[[Span, Where, Cursor], Iterator[FigureValue]]:
    """A source that reads several tables of facts, one statement each."""

    def read(span: Span, where: Where, cursor: Cursor) -> Iterator[FigureValue]:
        for table in tables:
            yield from table.read(span, where, cursor)

    return read
