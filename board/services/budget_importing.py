"""Lines of the budget from a file of one side, of one year or of several: good rows go in, bad ones come back with the reason."""

from collections.abc import Mapping

from accounts.models import Agency
from board.budget_files import read_budget
from board.models import BudgetLine
from board.selectors.budget import headings_of
from board.selectors.challenges import agencies_by_name
from board.services.budget import import_budget_lines
from foundation.actors import Actor
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from foundation.exports import Sheet, Value, read_sheet
from foundation.imported import Imported, RowError
from foundation.service import service


@service
def import_contributions(*, by: Actor, content: bytes) -> Imported:
    """Take in what was contributed. Columns: year (2025-26), heading, amount; optional those of the page's own file.

    A heading that is there is said anew with what the file says of it. Refuses a file without these columns, and a closed year.
    """
    return _taken_in(by, BudgetLine.Side.INCOME, content)


@service
def import_expenditure(*, by: Actor, content: bytes) -> Imported:
    """Take in what was spent. Columns and refusals as of `import_contributions`."""
    return _taken_in(by, BudgetLine.Side.EXPENDITURE, content)


def _taken_in(by: Actor, side: str, content: bytes) -> Imported:
    sheet = read_sheet(content)
    place = next((place for place, heading in enumerate(sheet.headings) if str(heading).strip().lower() == "year"), None)
    if place is None:
        raise Refused("The file needs a column “year”.", field="file")
    of_years, bad = _by_year(sheet, place)
    agencies, added, changed, read_rows = agencies_by_name(), 0, 0, 0
    for label, numbered in of_years.items():
        found, wrong, lines = _of_year(by, FinancialYear.from_label(label), side, sheet, numbered, agencies)
        added, changed, read_rows = added + found[0], changed + found[1], read_rows + lines
        bad += wrong
    return Imported(added, changed, read_rows - added - changed, tuple(sorted(bad, key=lambda one: one.line)))


def _by_year(sheet: Sheet, place: int) -> tuple[dict[str, list[tuple[int, tuple[Value, ...]]]], list[RowError]]:
    """The rows of each year with their lines in the file, and those of which no year can be read."""
    of_years: dict[str, list[tuple[int, tuple[Value, ...]]]] = {}
    bad = []
    for line, row in enumerate(sheet.rows, start=2):
        try:
            label = FinancialYear.from_label(str(row[place] or "").strip()).label
        except Refused as refused:
            bad.append(RowError(line, refused.sentence))
        else:
            of_years.setdefault(label, []).append((line, tuple(row)))
    return of_years, bad


def _of_year(
    by: Actor, year: FinancialYear, side: str, sheet: Sheet, numbered: list[tuple[int, tuple[Value, ...]]],
    agencies: Mapping[str, Agency],
) -> tuple[tuple[int, int], list[RowError], int]:  # fmt: skip
    """How many lines of a year were new and how many different, what is wrong of the others, and how many good rows there are."""
    word = str(BudgetLine.Side(side).label)
    read = read_budget(Sheet((*sheet.headings, "side"), tuple((*row, word) for _line, row in numbered)), agencies)
    before = headings_of(year, side)
    changed = import_budget_lines(by=by, year=year, lines=read.lines, stated=read.stated)
    new = sum(one["heading"].casefold() not in before for one in read.lines)
    wrong = [RowError(numbered[one.line - 2][0], f"{one.column}: {one.sentence}") for one in read.wrong]
    return (new, max(changed - new, 0)), wrong, len(read.lines)
