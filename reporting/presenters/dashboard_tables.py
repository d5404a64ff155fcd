"""The tables of the dashboard as spreadsheets: the same numbers as on the page, what they mean, and for which days."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from foundation.exports import Cell, Column, Kind, Table
from foundation.figures import FigureKind, FigureSpec
from foundation.numbers import round_half_up
from reporting.presenters.dashboard import LEGEND, MONTH, NOT_SHOWN, Seen, parts, rate_text, rows
from reporting.rules.dashboard import words_for
from reporting.rules.frozen import Part

KINDS = {FigureKind.PERCENTAGE: Kind.PERCENT, FigureKind.MEAN: Kind.DECIMAL, FigureKind.MONEY: Kind.MONEY}
RATE_HEADING = "Per 10,000 children"


def page_table(seen: Seen) -> Table:
    """The overview of a page: one row for each figure, each number as it is printed."""
    columns = ("Figure", "Now", "Year before", "Change", RATE_HEADING, "Out of", "Up to", "Meaning", "Code", "Version")
    return Table(
        f"Figures {seen.page.title}",
        tuple(Column(heading) for heading in columns),
        [
            (
                row["title"],
                row["text"],
                row["before"],
                row["change"],
                row["rate"] or NOT_SHOWN,
                row["out_of"],
                row["until"] or seen.chosen.span.end,
                row["meaning"],
                row["code"],
                str(seen.page.specs[row["code"]].version),
            )
            for row in rows(seen)
        ],
        notes=_notes(seen),
    )


def figure_tables(seen: Seen, code: str) -> list[Table]:
    """Every breakdown of a figure, a table each; a figure without any has one with its single number."""
    spec = seen.page.specs[code]
    found = [figure_table(seen, code, name) for name in spec.breakdowns if parts(seen.shown(code), name)]
    return found or [_single(seen, spec)]


def figure_table(seen: Seen, code: str, name: str) -> Table:
    """One breakdown of a figure: numbers as numbers, and the sign of what is not shown where it is not."""
    spec = seen.page.specs[code]
    kind = KINDS.get(spec.kind, Kind.WHOLE)
    days = seen.days.of(seen.group_of(code).name)
    columns = (
        Column(words_for(name)),
        Column(days.span.label, kind),
        Column(days.before.label, kind),
        Column(RATE_HEADING, Kind.DECIMAL),
    )
    return Table(f"{words_for(name)} {spec.title}", columns, list(_lines(seen, spec, name)), notes=_notes(seen, spec))


def _lines(seen: Seen, spec: FigureSpec, name: str) -> Iterator[Sequence[Cell]]:
    now, before = parts(seen.shown(spec.code), name), parts(seen.shown(spec.code, before=True), name)
    earlier = {part.label: part for part in before}
    if name == MONTH:
        earlier = {mine.label: theirs for mine, theirs in zip(now, before, strict=False)}
    for part in now:
        rate = rate_text(seen, spec, name, part) or NOT_SHOWN
        yield part.label, _cell(part, spec), _cell(earlier.get(part.label), spec), rate


def _single(seen: Seen, spec: FigureSpec) -> Table:
    row = next((row for row in rows(seen) if row["code"] == spec.code), None)
    lines = [(row["title"], row["text"], row["before"])] if row else []
    return Table(spec.title, (Column("Figure"), Column("Now"), Column("Year before")), lines, notes=_notes(seen, spec))


def _cell(part: Part | None, spec: FigureSpec) -> Cell:
    """A number as it is printed, as a number; what is hidden by its sign."""
    if part is None:
        return NOT_SHOWN
    if part.value is None:
        return part.text
    places = 2 if spec.kind == FigureKind.MONEY else 1
    return part.value if isinstance(part.value, int) else round_half_up(Decimal(part.value), places)


def _notes(seen: Seen, spec: FigureSpec | None = None) -> tuple[str, ...]:
    span = seen.chosen.span
    found = [f"{span.label}: {span.start:%-d %B %Y} to {span.end:%-d %B %Y}, beside the same days a year earlier."]
    if seen.where:
        found.append("Only " + ", ".join(f"{words_for(name).lower()}: {label}" for name, label in seen.where.items()) + ".")
    if seen.rounds:
        found.append("Numbers of children are rounded to the nearest 5; those under 6, and none, are not shown.")
    if spec is not None:
        found.append(spec.meaning)
        if spec.numerator:
            found.append(f"{spec.numerator[:1].upper()}{spec.numerator[1:]}, out of {spec.denominator}.")
        found.append(f"{spec.code}, version {spec.version} of its definition.")
    return (*found, *(f"{mark}: {words}" for mark, words in LEGEND.items()))
