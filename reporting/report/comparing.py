"""Figures held against those of others and against the year before: comparator tables, shares of two years, changes, profiles."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from foundation.design import words
from foundation.figures import FigureKind
from foundation.numbers import change, percent_text, percentage, shares, signed, signed_percent_text
from reporting.disclosure import Mark
from reporting.report.content import source_line, source_words
from reporting.report.money import ROUNDED
from reporting.report.printed import NOT_SHOWN, Cell, PrintTable, ReportContent
from reporting.rules.blocks import Changed, Compared, Profile, YearsShared
from reporting.rules.frozen import ComparatorText, Earlier, FrozenFigure, Part
from reporting.rules.neighbours import rank_words

WHOLE = Decimal("100.0")


# -- beside others --------------------------------------------------------------------------------------------


def compared(block: Compared, content: ReportContent, area: str) -> tuple[PrintTable | None, str]:
    """Our numbers of this year and of the year of the others, then theirs; with the sentences that tell our place."""
    columns = [(heading, content.figures[code]) for heading, code in block.columns if code in content.figures]
    others = _names(figure for _heading, figure in columns)
    if not columns or not others:
        return None, ""
    figures = [figure for _heading, figure in columns]
    rows = [(f"{area}, {content.year}", [figure.text for figure in figures])]
    rows += [(f"{area}, {year}", [_before_that(figure) for figure in figures]) for year in _years(figures, content.year_before)]
    rows += [(name, [_of(figure, name) for figure in figures]) for name in others]
    headings = [heading for heading, _figure in columns]
    if block.ratio:
        headings.append(block.ratio[0])
        rows = [(name, [*texts, _ratio(block, figures, texts)]) for name, texts in rows]
    table = PrintTable(
        f"{block.heading}, with others",
        (Cell("Area"), *map(_heading, headings, [*(figure.code for figure in figures), ""])),
        tuple((Cell(name), *(Cell(text, numeric=True) for text in texts)) for name, texts in rows),
        note=" ".join([*(_source(heading, figure) for heading, figure in columns), *_added(block)]),
        look="compared",
    )
    told = (_place(heading, figure, area) for heading, figure in columns if figure.code in block.ranked)
    return table, " ".join(filter(None, told))


def _heading(text: str, code: str) -> Cell:
    return Cell(text, numeric=True, code=code)


def _names(figures: Iterable[FrozenFigure]) -> list[str]:
    """Everybody with whom any of the figures is compared: those that stand for many first, then neighbours by name."""
    many, named = dict[str, None](), dict[str, None]()
    for figure in figures:
        for one in figure.comparators:
            (named if one.by_name else many)[one.who] = None
    return [*many, *sorted(named)]


def _years(figures: Sequence[FrozenFigure], before: str) -> list[str]:
    """The year before, where others are told of that year."""
    told = any(figure.earlier and one.period == figure.earlier.period for figure in figures for one in figure.comparators)
    return [before] if told else []


def _before_that(figure: FrozenFigure) -> str:
    """Our number of the year before, in the figure's own sort of year."""
    return figure.earlier.text if figure.earlier else NOT_SHOWN


def _own(figure: FrozenFigure, year: str) -> str:
    return figure.earlier.text if figure.earlier and figure.earlier.period == year else NOT_SHOWN


def _of(figure: FrozenFigure, name: str) -> str:
    found = next((one.text for one in figure.comparators if one.who == name), "")
    return f"{found.removesuffix('%')}%" if found and figure.kind == FigureKind.PERCENTAGE else found or NOT_SHOWN


def _ratio(block: Compared, figures: Sequence[FrozenFigure], texts: Sequence[str]) -> str:
    """The share of two columns of one row, from what is printed there; a sign where either is not."""
    place = {figure.code: number for number, figure in enumerate(figures)}
    _heading, top, bottom = block.ratio
    if top not in place or bottom not in place:
        return NOT_SHOWN
    counted, of = (_number(texts[place[code]]) for code in (top, bottom))
    if counted is None or of is None:
        hidden = Mark.HIDDEN in {texts[place[top]], texts[place[bottom]]}
        return Mark.HIDDEN if hidden else NOT_SHOWN
    return percent_text(percentage(int(counted), int(of)))


def _added(block: Compared) -> list[str]:
    return [f"{block.ratio[0]}: worked out from the numbers printed in each row."] if block.ratio else []


def _source(heading: str, figure: FrozenFigure) -> str:
    """Where a column comes from, and of which year and day it is told."""
    day = words.date(_day(figure))
    by_year: dict[tuple[str, str], list[ComparatorText]] = {}
    for one in figure.comparators:
        by_year.setdefault((one.period, one.source), []).append(one)
    others = "; ".join(f"others {period}: {source}" for period, source in by_year)
    return f"{heading}: {source_words(figure)}, as at {day}{f'; {others}' if others else ''}."


def _place(heading: str, figure: FrozenFigure, area: str) -> str:
    """Our place among the neighbours by name, in the year of their figures; empty where ours is not told for that year."""
    named = [one for one in figure.comparators if one.by_name]
    numbers = [number for one in named if (number := _number(one.text)) is not None]
    if not named or len(numbers) != len(named):
        return ""
    year = named[0].period
    own = _number(figure.text if figure.period == year else _own(figure, year))
    if own is None:
        return ""
    others = "its statistical neighbours" if all(one.is_alike for one in named) else "others"
    return f"{heading}: {area} was {_the(rank_words(own, numbers))} in {year}, among itself and {others}."


def _the(place: str) -> str:
    return place if place.startswith("the ") else f"the {place}"


def _number(text: str) -> Decimal | None:
    """A number as it is printed; None for a sign that stands in its place."""
    try:
        return Decimal(text.replace(",", "").removesuffix("%").removeprefix("£"))
    except InvalidOperation:
        return None


# -- beside the year before -----------------------------------------------------------------------------------


def years_shared(block: YearsShared, content: ReportContent) -> PrintTable | None:
    """Each part in both years with its share of the year; hidden where a part or the whole is."""
    figure = content.figures.get(block.code)
    now, before = (figure.parts(block.dimension), figure.earlier_parts(block.dimension)) if figure else ((), ())
    if figure is None or figure.earlier is None or not now or not before:
        return None
    new, old = ({part.label: part for part in parts} for parts in (now, before))
    wholes = (figure.earlier.value, figure.value)
    told = {
        label: (*_shared(old.get(label), wholes[0], figure.earlier), *_shared(new.get(label), wholes[1], figure))
        for label in {**new, **old}
    }
    rows = tuple((Cell(label), *(Cell(text, numeric=True) for text in texts)) for label, texts in told.items())
    headings = (content.year_before, "Share", content.year, "Share")
    total = ("Total", figure.earlier.text, _whole_share(wholes[0]), figure.text, _whole_share(wholes[1]))
    notes = [source_line([figure])]
    if any(_odd(parts) for parts in (now, before)):
        notes.append(ROUNDED)
    first, *numbers = total
    return PrintTable(
        f"{figure.title} by {words.lower_first(block.across)}, {content.year_before} and {content.year}",
        (Cell(block.across), *(Cell(heading, numeric=True) for heading in headings)),
        rows,
        (Cell(first), *(Cell(text, numeric=True) for text in numbers)),
        " ".join(notes),
        look="shared",
    )


def _shared(part: Part | None, whole: int | str | None, figure: FrozenFigure | Earlier) -> tuple[str, str]:
    """A part and its share. What a source of the portal does not name it did not find; a return may have left it out."""
    if part is None:
        return ("0", "0.0%") if figure.source.kind == "live" else (NOT_SHOWN, NOT_SHOWN)
    return part.text, _share(part.value, whole)


def _share(part: int | str | None, whole: int | str | None) -> str:
    if not isinstance(part, int) or not isinstance(whole, int):
        return Mark.HIDDEN
    return percent_text(percentage(part, whole))


def _whole_share(whole: int | str | None) -> str:
    return Mark.HIDDEN if whole is None else "100.0%"


def _odd(parts: Sequence[Part]) -> bool:
    """Whether the printed shares do not sum to 100.0."""
    values = [part.value for part in parts]
    numbers = [value for value in values if isinstance(value, int)]
    return len(numbers) == len(values) and sum(numbers) > 0 and sum(shares(numbers)) != WHOLE


def changed(block: Changed, content: ReportContent) -> PrintTable | None:
    """Each figure in both years and how it moved, from the numbers themselves: 4,052 of 3,912 is +3.6%."""
    found = [content.figures[code] for code in block.codes if code in content.figures]
    if not found:
        return None
    headings = (content.year_before, content.year, "Change", "In per cent")
    return PrintTable(
        f"{block.heading}, {content.year_before} and {content.year}",
        (Cell("Figure"), *(Cell(heading, numeric=True) for heading in headings)),
        tuple((Cell(figure.title, code=figure.code), *(Cell(text, numeric=True) for text in _moved(figure))) for figure in found),
        note=source_line(found),
        look="yearly",
    )


def _moved(figure: FrozenFigure) -> tuple[str, str, str, str]:
    if figure.earlier is None:
        return NOT_SHOWN, figure.text, NOT_SHOWN, NOT_SHOWN
    if figure.value is None or figure.earlier.value is None:
        return figure.earlier.text, figure.text, Mark.HIDDEN, Mark.HIDDEN
    moved = change(Decimal(str(figure.value)), Decimal(str(figure.earlier.value)))
    places = 0 if isinstance(figure.value, int) else 1
    return figure.earlier.text, figure.text, signed(moved.absolute, places), signed_percent_text(moved.percent)


# -- by many things -------------------------------------------------------------------------------------------


def profile(block: Profile, content: ReportContent) -> tuple[tuple[PrintTable, ...], str]:
    """A small table for each breakdown that there is, and a sentence of the figures that are told with it."""
    figure = content.figures.get(block.code)
    if figure is None:
        return (), ""
    tables = [_profiled(figure, dimension, across, content) for dimension, across in block.by if figure.parts(dimension)]
    if not tables:
        return (), ""
    told = [f"{one.title}: {one.text}{_before(one)}." for code in (block.code, *block.told) if (one := content.figures.get(code))]
    last = tables[-1]
    note = f"{last.note} {source_line([figure])}".strip()
    tables[-1] = PrintTable(last.caption, last.headings, last.rows, last.total, note, last.look)
    return tuple(tables), " ".join(told)


def _before(figure: FrozenFigure) -> str:
    return f" ({figure.earlier.text} in {figure.earlier.period})" if figure.earlier else ""


def _profiled(figure: FrozenFigure, dimension: str, across: str, content: ReportContent) -> PrintTable:
    parts = figure.parts(dimension)
    rows = tuple(
        (Cell(part.label), Cell(part.text, numeric=True), Cell(_share(part.value, figure.value), numeric=True)) for part in parts
    )
    total = (Cell("Total"), Cell(figure.text, numeric=True), Cell(_whole_share(figure.value), numeric=True))
    headings = (Cell(across), Cell("Number", numeric=True), Cell("Share", numeric=True))
    caption = f"{figure.title} in {content.year}, by {words.lower_first(across)}"
    return PrintTable(caption, headings, rows, total, ROUNDED if _odd(parts) else "", look="profile")


def _day(figure: FrozenFigure) -> date:
    return date.fromisoformat(figure.as_at)
