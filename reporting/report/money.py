"""The money of the report: contributions with their shares, spending in groups, both beside the year before, and what is left."""

from decimal import Decimal

from foundation.design.words import lower_first
from foundation.numbers import HUNDRED, change, money, percent_text, round_half_up, shares, signed_percent_text
from reporting.report.content import source_line
from reporting.report.printed import NOT_SHOWN, Cell, PrintTable, ReportContent
from reporting.rules.blocks import Shares, Shortfall, SideBySide, Subtotals, YearOnYear
from reporting.rules.frozen import FrozenFigure, Part

ROUNDED = "Shares may not sum to 100.0% because each is rounded by itself."


def share_table(block: Shares, content: ReportContent) -> PrintTable | None:
    """Parts of a sum of money with their shares, largest first as its source orders them, and the total."""
    figure = content.figures.get(block.code)
    parts = figure.parts(block.dimension) if figure else ()
    if figure is None or not parts:
        return None
    amounts = [Decimal(str(part.value)) for part in parts]
    printed = shares(amounts)
    headings = [Cell(block.across), Cell("Amount", numeric=True)]
    rows = [[Cell(part.label), Cell(part.text, numeric=True)] for part in parts]
    total = [Cell("Total"), Cell(money(sum(amounts)), numeric=True)]
    notes = [source_line([figure])]
    if block.with_shares:
        headings.append(Cell("Share", numeric=True))
        for row, share in zip(rows, printed, strict=True):
            row.append(Cell(percent_text(share), numeric=True))
        total.append(Cell("100.0%", numeric=True))
        if sum(printed) != Decimal("100.0"):
            notes.append(ROUNDED)
    caption = f"{figure.title} by {lower_first(block.across)}, {content.year}"
    return PrintTable(caption, tuple(headings), tuple(map(tuple, rows)), tuple(total), " ".join(notes))


def balance(income: FrozenFigure | None, spending: FrozenFigure | None) -> str:
    """Whether the partnership spent what it had, in a sentence; empty when either is not known."""
    if income is None or spending is None or income.value is None or spending.value is None:
        return ""
    left = Decimal(str(income.value)) - Decimal(str(spending.value))
    if not left:
        return f"Contributions and spending were both {income.text}."
    word = "less" if left > 0 else "more"
    return f"The partnership spent {spending.text}, {money(abs(left))} {word} than the {income.text} that it received."


def side_by_side(block: SideBySide, content: ReportContent) -> PrintTable | None:
    """The same parts in several sums of money; None where only one sum is known, which stands in a table of its own."""
    figure = content.figures.get(block.code)
    parts = figure.parts(block.dimension) if figure else ()
    before, after = (
        [(heading, content.figures[code]) for heading, code in columns if code in content.figures]
        for columns in (block.before, block.after)
    )
    if figure is None or not parts or not (before or after):
        return None
    others = {heading: {part.label: part.text for part in one.parts(block.dimension)} for heading, one in (*before, *after)}
    printed = shares([_pounds(part) for part in parts])
    rows = [
        (
            Cell(part.label),
            *(_number(others[heading].get(part.label)) for heading, _figure in before),
            _number(part.text),
            _number(percent_text(share)),
            *(_number(others[heading].get(part.label)) for heading, _figure in after),
        )
        for part, share in zip(parts, printed, strict=True)
    ]
    total = (
        Cell("Total"), *(_number(one.text) for _heading, one in before), _number(figure.text), _number("100.0%"),
        *(_number(one.text) for _heading, one in after),
    )  # fmt: skip
    headings = (
        block.across, *(heading for heading, _figure in before), block.own, "Share", *(heading for heading, _figure in after)
    )  # fmt: skip
    notes = [f"{source_line([figure, *(one for _heading, one in (*before, *after))])} The share is that of what was received."]
    if sum(printed) != Decimal("100.0"):
        notes.append(ROUNDED)
    first, *numbers = headings
    return PrintTable(
        f"{block.heading}, {content.year}",
        (Cell(first), *(Cell(heading, numeric=True) for heading in numbers)),
        tuple(rows),
        total,
        " ".join(notes),
        look="money",
    )


def shortfall(block: Shortfall, content: ReportContent) -> str:
    """Who gave less than was promised, and who made up for it; empty where nobody wrote down what was promised."""
    missing, made_up = content.figures.get(block.code), content.figures.get(block.made_up)
    if missing is None or missing.value is None:
        return ""
    if not Decimal(str(missing.value)):
        return "Everything that was pledged was received."
    said = f"{missing.text} that was pledged was not received: {_each(missing)}."
    if made_up is None or not Decimal(str(made_up.value or 0)):
        return f"{said} Nobody made up for it."
    return f"{said} Others made up {made_up.text} for it: {_each(made_up)}."


def _each(figure: FrozenFigure) -> str:
    parts = [part for by in figure.by for part in by.parts if Decimal(str(part.value or 0))]
    return ", ".join(f"{part.label} {part.text}" for part in parts)


def subtotals(block: Subtotals, content: ReportContent) -> PrintTable | None:
    """Parts in their groups, each followed by its sub-total; what is in no group comes last. None where there are no groups."""
    figure = content.figures.get(block.code)
    if figure is None or not figure.parts(block.crossed.rows):
        return None
    parts = {part.label: part for part in figure.parts(block.crossed.columns)}
    both = {part.label for part in figure.parts(block.crossed.name)}
    whole = Decimal(str(figure.value))
    rows: list[tuple[Cell, ...]] = []
    sums: set[int] = set()
    left = dict(parts)
    for group in figure.parts(block.crossed.rows):
        mine = [label for label in parts if block.crossed.label(group.label, label) in both]
        rows += [_of_whole(label, left.pop(label), whole) for label in mine]
        sums.add(len(rows))
        rows.append(_of_whole(f"{group.label}: sub-total", group, whole))
    rows += [_of_whole(label, part, whole) for label, part in left.items()]
    headings = (Cell(block.across), Cell("Amount", numeric=True), Cell("Share", numeric=True))
    total = (Cell("Total"), _number(figure.text), _number("100.0%"))
    notes = [source_line([figure])]
    if sum(shares([_pounds(part) for part in parts.values()])) != Decimal("100.0"):
        notes.append(ROUNDED)
    caption = f"{block.heading}, {content.year}"
    return PrintTable(caption, headings, tuple(rows), total, " ".join(notes), sums=frozenset(sums))


def _of_whole(label: str, part: Part, whole: Decimal) -> tuple[Cell, ...]:
    share = round_half_up(_pounds(part) * HUNDRED / whole, 1) if whole else Decimal(0)
    return Cell(label), _number(part.text), _number(percent_text(share))


def year_on_year(block: YearOnYear, content: ReportContent) -> PrintTable | None:
    """Each part in both years; None where the year before is not known."""
    figure = content.figures.get(block.code)
    before = figure.earlier_parts(block.dimension) if figure else ()
    if figure is None or figure.earlier is None or not before or not figure.parts(block.dimension):
        return None
    now, earlier = ({part.label: part for part in parts} for parts in (figure.parts(block.dimension), before))
    rows = [_moved(label, now.get(label), earlier.get(label)) for label in {**now, **earlier}]
    total = _moved(
        "Total", Part("Total", figure.value, figure.text), Part("Total", figure.earlier.value, figure.earlier.text)
    )  # fmt: skip
    headings = (block.across, content.year_before, content.year, "Change", "In per cent")
    first, *numbers = headings
    return PrintTable(
        block.heading, (Cell(first), *(Cell(one, numeric=True) for one in numbers)), tuple(rows), total,
        source_line([figure]), look="yearly",
    )  # fmt: skip


def _moved(label: str, now: Part | None, before: Part | None) -> tuple[Cell, ...]:
    """A part in both years; what is not there counts as nothing."""
    moved = change(_pounds(now), _pounds(before))
    pounds = f"{'+' if moved.absolute > 0 else ''}{money(moved.absolute)}"
    texts = (before.text if before else "", now.text if now else "", pounds, signed_percent_text(moved.percent))
    return Cell(label), *(_number(text) for text in texts)


def _pounds(part: Part | None) -> Decimal:
    return Decimal(0) if part is None else Decimal(str(part.value or 0))


def _number(text: str | None) -> Cell:
    return Cell(text or NOT_SHOWN, numeric=True)
