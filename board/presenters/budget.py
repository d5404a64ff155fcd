"""The partnership's money in words, pictures and spreadsheets."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from board.models import BudgetLine
from board.selectors.budget import Budget, Compared, Line, year_on_year
from foundation.charts import Chart, bar
from foundation.design.words import thousands
from foundation.documents.opening import why_closed
from foundation.exports import Cell, Column, Kind, Table
from foundation.figures import FigureValue
from foundation.models import Document
from foundation.numbers import change, money, round_half_up, signed_percent_text


def budget_charts(budget: Budget) -> list[Chart]:
    """Income by partner and expenditure by heading, as bars."""
    return [
        bar(title=title, description=f"{title} in {budget.year}, in pounds.", categories=[line.heading for line in lines],
            values=[int(line.amount) for line in lines], unit="£")
        for title, lines in (("Income", budget.income), ("Expenditure", budget.expenditure))
        if lines
    ]  # fmt: skip


def line_rows(lines: Sequence[Line], documents: Mapping[int, list[Document]]) -> list[dict[str, Any]]:
    """The lines of one side with all that is said of them, ready to print; what nobody said is empty."""
    return [
        {
            "heading": one.heading,
            "amount": money(one.amount),
            "share": f"{one.share}%",
            "pledged": _said(one.line.pledged),
            "invoiced": _said(one.line.invoiced),
            "made_up": _said(one.line.made_up),
            "in_kind": _said(one.line.in_kind),
            "in_kind_words": one.line.in_kind_words,
            "committed": _said(one.line.committed),
            "forecast": _said(one.line.forecast),
            "pledged_on": one.line.pledged_on,
            "invoiced_on": one.line.invoiced_on,
            "received_on": one.line.received_on,
            "kind": "" if one.line.source == BudgetLine.Source.CONTRIBUTION else one.line.get_source_display(),
            "agency": one.line.agency.name if one.line.agency and one.line.agency.name != one.heading else "",
            "note": one.line.note,
            "short": _short(one),
            "documents": [
                {"name": document.name, "reference": document.reference, "closed": why_closed(document)}
                for document in documents.get(one.line.pk, ())
            ],
        }
        for one in lines
    ]


def group_rows(budget: Budget, documents: Mapping[int, list[Document]]) -> list[dict[str, Any]]:
    """Expenditure in the groups of its headings, each with its sub-total; one without names where no heading has a group."""
    named = any(group.name for group in budget.groups)
    return [
        {
            "name": (group.name or "Other headings") if named else "",
            "rows": line_rows(group.lines, documents),
            "amount": money(group.amount),
            "share": f"{group.share}%",
            "committed": _said(group.total("committed")),
            "forecast": _said(group.total("forecast")),
        }
        for group in budget.groups
    ]


def shares_note(lines: Sequence[Line]) -> str:
    """That the shares of a side do not sum to 100.0; empty where they do."""
    together = sum((one.share for one in lines), Decimal(0))
    return "" if together in (0, 100) else "Shares may not sum to 100.0% because each is rounded by itself."


def shortfall_sentence(budget: Budget) -> str:
    """Who gave less than was pledged, and who made up for it; empty where everything came."""
    if not budget.shortfall:
        return ""
    made_up = sum((pounds for _heading, pounds in budget.made_up), Decimal(0))
    short = f"Shortfall: {money(budget.shortfall)} was pledged and has not been received ({_each(budget.fell_short)})"
    others = f"others have made up {money(made_up)} for it ({_each(budget.made_up)})" if made_up else "nobody has made up for it"
    return f"{short}; {others}."


def _each(parts: Sequence[tuple[str, Decimal]]) -> str:
    return ", ".join(f"{heading} {money(pounds)}" for heading, pounds in parts)


def _short(one: Line) -> str:
    """How much of a pledge has not come; empty where nothing is missing."""
    missing = (one.line.pledged or Decimal(0)) - one.amount
    return money(missing) if missing > 0 else ""


def _said(pounds: Decimal | None) -> str:
    return "" if pounds is None else money(pounds)


def totals(budget: Budget) -> dict[str, str]:
    """The sums beneath the tables."""
    parts = ("pledged", "invoiced", "made_up", "in_kind", "committed", "forecast")
    return {part: _said(budget.total(part)) for part in parts}


def stated_sentences(budget: Budget) -> list[str]:
    """That a stated total is not the sum, with the difference."""
    return [
        f"{side} is stated as {money(stated)}. Its lines add to {money(found)}: {money(abs(found - stated))} "
        f"{'more' if found > stated else 'less'}."
        for side, stated, found in budget.stated_differences
    ]


def carried_sentence(budget: Budget, before: Budget) -> str:
    """What was carried forward beside what the year before left; empty where neither is anything."""
    carried = sum((one.amount for one in budget.income if one.line.source == BudgetLine.Source.CARRIED_FORWARD), Decimal(0))
    if not before.income or (carried == 0 and before.balance == 0):
        return ""
    differs = "" if carried == before.balance else f", which is not the {money(before.balance)} that {before.year} left"
    return f"Carried forward from {before.year}: {money(carried)}{differs}."


def per_child_sentence(spent: tuple[Decimal, FigureValue] | None) -> str:
    """What was spent for each child, with the number of children and its year; empty where one of them is not known."""
    if spent is None:
        return ""
    pounds, children = spent
    return f"Spent for each child under 18: £{pounds:,.2f} ({thousands(children.value)} in the middle of {children.period})."


def compared_rows(compared: Sequence[Compared]) -> list[dict[str, str]]:
    """A side heading by heading beside the year before."""
    return [
        {
            "heading": one.heading,
            "before": _said(one.before),
            "now": _said(one.now),
            "change": f"{'+' if one.change.absolute > 0 else ''}{money(one.change.absolute)}",
            "percent": signed_percent_text(one.change.percent),
        }
        for one in compared
    ]


def kept_line(line: BudgetLine) -> dict[str, Any]:
    """What the form of a line begins with."""
    names = (
        "amount", "source", "pledged", "pledged_on", "invoiced", "invoiced_on", "received_on", "made_up", "in_kind",
        "in_kind_words", "heading_group", "committed", "forecast", "note",
    )  # fmt: skip
    return {**{name: getattr(line, name) for name in names}, "agency": line.agency.code if line.agency else ""}


def stored_line(line: BudgetLine) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    named = (("Amount", line.amount), ("Pledged", line.pledged), ("Invoiced", line.invoiced), ("Committed", line.committed),
             ("Forecast", line.forecast))  # fmt: skip
    return [
        *({"key": key, "value": money(value)} for key, value in named if value is not None),
        *([{"key": "Group", "value": line.heading_group}] if line.heading_group else []),
        {"key": "Note", "value": line.note},
    ]


def stored_year(budget: Budget) -> list[dict[str, str]]:
    """Likewise of the year."""
    return [
        {"key": "Stated income", "value": _said(budget.about.stated_income)},
        {"key": "Stated expenditure", "value": _said(budget.about.stated_expenditure)},
        {"key": "Value for money", "value": budget.about.value_for_money},
    ]


def budget_table(budget: Budget) -> Table:
    """Both sides as a table for a spreadsheet, which can be taken in again; stated totals stand as rows “Total”."""
    columns = (
        Column("Side"), Column("Heading"), Column("Amount", Kind.MONEY), Column("Share", Kind.PERCENT), Column("Kind of income"),
        Column("Agency"), Column("Pledged", Kind.MONEY), Column("Pledged on", Kind.DATE), Column("Invoiced", Kind.MONEY),
        Column("Invoiced on", Kind.DATE), Column("Received on", Kind.DATE), Column("Made up", Kind.MONEY),
        Column("In kind", Kind.MONEY), Column("What in kind"), Column("Committed", Kind.MONEY), Column("Forecast", Kind.MONEY),
        Column("Group"), Column("Note"),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for lines, stated in ((budget.income, budget.about.stated_income), (budget.expenditure, budget.about.stated_expenditure)):
        for one in lines:
            line = one.line
            kind = str(line.get_source_display()) if line.side == BudgetLine.Side.INCOME else ""
            rows.append((
                str(line.get_side_display()), one.heading, one.amount, one.share, kind, line.agency.name if line.agency else "",
                line.pledged, line.pledged_on, line.invoiced, line.invoiced_on, line.received_on, line.made_up, line.in_kind,
                line.in_kind_words, line.committed, line.forecast, line.heading_group, line.note,
            ))  # fmt: skip
        if lines and stated is not None:
            rows.append((str(lines[0].line.get_side_display()), "Total", stated, *(None,) * 15))
    return Table(f"Budget {budget.year}", columns, rows)


def budget_tables(budget: Budget, before: Budget) -> list[Table]:
    """The workbook: the lines, as they can be taken in again; contributions; expenditure in groups; both beside a year before."""
    found = [budget_table(budget)]
    if budget.income:
        found.append(_contributions(budget))
    if budget.expenditure:
        found.append(_in_groups(budget))
    if before.income or before.expenditure:
        found += [_year_on_year(side, rows, budget, before) for side, rows in year_on_year(budget, before) if rows]
    return found


def _contributions(budget: Budget) -> Table:
    columns = (
        Column("Contributor"), Column("Agency"), Column("Pledged", Kind.MONEY), Column("Invoiced", Kind.MONEY),
        Column("Received", Kind.MONEY), Column("Share", Kind.PERCENT), Column("Short of its pledge", Kind.MONEY),
        Column("Made up for others", Kind.MONEY), Column("In kind", Kind.MONEY), Column("What in kind"),
    )  # fmt: skip
    short = dict(budget.fell_short)
    rows: list[tuple[Cell, ...]] = [
        (
            one.heading, one.line.agency.name if one.line.agency else "", one.line.pledged, one.line.invoiced, one.amount,
            one.share, short.get(one.heading), one.line.made_up, one.line.in_kind, one.line.in_kind_words,
        )
        for one in budget.income
    ]  # fmt: skip
    rows.append((
        "Total", "", budget.total("pledged"), budget.total("invoiced"), budget.total_income,
        Decimal(100) if budget.total_income else None, budget.shortfall or None, budget.total("made_up"),
        budget.total("in_kind"), "",
    ))  # fmt: skip
    notes = (shares_note(budget.income), shortfall_sentence(budget))
    return Table(f"Contributions {budget.year}", columns, rows, notes=tuple(filter(None, notes)))


def _in_groups(budget: Budget) -> Table:
    columns = (
        Column("Group"), Column("Heading"), Column("Committed", Kind.MONEY), Column("Forecast", Kind.MONEY),
        Column("Spent", Kind.MONEY), Column("Share", Kind.PERCENT),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for group in budget.groups:
        rows += [(group.name, one.heading, one.line.committed, one.line.forecast, one.amount, one.share) for one in group.lines]
        if group.name:
            rows.append((group.name, "Sub-total", group.total("committed"), group.total("forecast"), group.amount, group.share))
    whole = Decimal(100) if budget.total_expenditure else None
    rows.append(("Total", "", budget.total("committed"), budget.total("forecast"), budget.total_expenditure, whole))
    return Table(f"Expenditure {budget.year}", columns, rows, notes=tuple(filter(None, (shares_note(budget.expenditure),))))


def _year_on_year(side: str, compared: Sequence[Compared], budget: Budget, before: Budget) -> Table:
    columns = (
        Column("Heading"), Column(before.year, Kind.MONEY), Column(budget.year, Kind.MONEY), Column("Change", Kind.MONEY),
        Column("In per cent", Kind.PERCENT),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (one.heading, one.before, one.now, one.change.absolute, _percent(one.change.percent)) for one in compared
    ]
    sums = [
        sum((pounds for pounds in pair if pounds is not None), Decimal(0))
        for pair in ([one.before for one in compared], [one.now for one in compared])
    ]
    moved = change(sums[1], sums[0])
    rows.append(("Total", *sums, moved.absolute, _percent(moved.percent)))
    return Table(f"{side} year on year", columns, rows)


def _percent(value: Decimal | None) -> Cell:
    return None if value is None else round_half_up(value, 1)
