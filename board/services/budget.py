"""Keeping the budget: its lines, what is said of the year, approval by the executive, and closing the year."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Max

from accounts.models import Person
from board.models import BudgetLine, BudgetYear
from board.selectors.budget import LINE_DOCUMENTS, group_as_written, line_to_change, locked_year
from board.selectors.challenges import agency_of
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import FinancialYear
from foundation.documents import store
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.models import Document
from foundation.service import service
from foundation.versions import check_version

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

INCOME_ONLY = ("pledged", "pledged_on", "invoiced", "invoiced_on", "received_on", "in_kind", "in_kind_words", "made_up")
SPENDING_ONLY = ("heading_group", "committed", "forecast")


def _subject(year: FinancialYear) -> Subject:
    return Subject("budget", year.label)


def _open_year(by: Actor, year: FinancialYear) -> BudgetYear:
    """The year, locked for a change of it: refuses one that is closed; an approval lapses, for it was of something else."""
    found = locked_year(year)
    if found.closed_at is not None:
        raise Refused(f"The budget of {year.label} is closed, so it stays as it is.")
    if found.approved_at is not None:
        found.approved_at, found.approved_by = None, ""
        record(verb="board.budget_approval_lapsed", by=by, subject=_subject(year))
    found.version += 1
    found.save()
    return found


def _told(side: str, *, agency: str, amount: Decimal, source: str, **details: Any) -> dict[str, Any]:
    """What belongs to the side, as the table keeps it. Refuses negative money, and made up more than was received."""
    asked = {name for name in details if name == "note" or name in (INCOME_ONLY if side == "income" else SPENDING_ONLY)}
    kept: dict[str, Any] = {
        name: value if name in asked else "" if isinstance(value, str) else None for name, value in details.items()
    }
    kept |= {"amount": amount, "agency": agency_of(agency, "agency") if side == "income" else None}
    for name, value in kept.items():
        if isinstance(value, Decimal) and value < 0:
            raise Refused("Enter an amount of £0 or more.", field=name)
    if kept["made_up"] is not None and kept["made_up"] > amount:
        raise Refused("No more can make up for others than was received.", field="made_up")
    return kept | {"source": source if side == "income" else BudgetLine.Source.CONTRIBUTION}


@service
def set_budget_line(
    *, by: Person, year: FinancialYear, side: str, heading: str, amount: Decimal, version: int = 0,
    source: str = BudgetLine.Source.CONTRIBUTION, agency: str = "", pledged: Decimal | None = None,
    pledged_on: date | None = None, invoiced: Decimal | None = None, invoiced_on: date | None = None,
    received_on: date | None = None, in_kind: Decimal | None = None, in_kind_words: str = "", made_up: Decimal | None = None,
    heading_group: str = "", committed: Decimal | None = None, forecast: Decimal | None = None, note: str = "",
) -> BudgetLine:  # fmt: skip
    """Write a new line, or with the version that was opened say one anew. The same again changes nothing.

    Refuses a heading that is there already, negative money, a closed year, and a line that was changed meanwhile.
    An approval of the year lapses.
    """
    told = _told(
        side, agency=agency, amount=amount, source=source, pledged=pledged, pledged_on=pledged_on, invoiced=invoiced,
        invoiced_on=invoiced_on, received_on=received_on, in_kind=in_kind, in_kind_words=in_kind_words, made_up=made_up,
        heading_group=group_as_written(year, heading_group, heading), committed=committed, forecast=forecast, note=note,
    )  # fmt: skip
    locked_year(year)
    line = line_to_change(year, side, heading)
    if line is not None and all(getattr(line, name) == value for name, value in told.items()):
        return line
    if line is None and version:
        raise Refused("This line has been removed meanwhile.")
    if line is not None and not version:
        raise Refused("This year has a line of that heading. Change that one, or give this one another heading.", field="heading")
    if line is not None:
        check_version(line, version)
    return _write(by, year, side, heading, told, line)


def _write(by: Actor, year: FinancialYear, side: str, heading: str, told: dict[str, Any], line: BudgetLine | None) -> BudgetLine:
    _open_year(by, year)
    if line is None:
        last = BudgetLine.objects.filter(year=year.label, side=side).aggregate(last=Max("position"))["last"] or 0
        line = BudgetLine(year=year.label, side=side, heading=heading, position=last + 1)
    else:
        line.version += 1
    for name, value in told.items():
        setattr(line, name, value)
    line.save()
    data = {"side": side, "heading": heading, "amount": str(told["amount"])}
    record(verb="board.budget_line_set", by=by, subject=_subject(year), data=data)
    return line


@service
def remove_budget_line(*, by: Person, year: FinancialYear, side: str, heading: str) -> None:
    """Take a line out; the value history keeps it. Refuses a closed year; an approval of the year lapses."""
    _open_year(by, year)
    line = line_to_change(year, side, heading)
    if line is None:
        raise Refused("This line has already been removed.")
    record(
        verb="board.budget_line_removed",
        by=by,
        subject=_subject(year),
        data={"side": side, "heading": heading, "amount": str(line.amount)},
    )
    line.delete()


@service
def import_budget_lines(*, by: Actor, year: FinancialYear, lines: Sequence[dict[str, Any]], stated: dict[str, Decimal]) -> int:
    """Take in lines that were read from a file, and the totals that it states; how many lines it changed.

    A heading that is there is said anew with what the file says of it; what the file says nothing of stays.
    Refuses a closed year; an approval of the year lapses.
    """
    if locked_year(year).closed_at is not None:
        raise Refused(f"The budget of {year.label} is closed, so it stays as it is.")
    changed = 0
    for given in lines:
        rest = {name: value for name, value in given.items() if name not in ("side", "heading")}
        if rest.get("heading_group"):
            rest["heading_group"] = group_as_written(year, rest["heading_group"], given["heading"])
        line = line_to_change(year, given["side"], given["heading"])
        if line is None or any(getattr(line, name) != value for name, value in rest.items()):
            _write(by, year, given["side"], given["heading"], rest, line)
            changed += 1
    told = {f"stated_{side}": total for side, total in stated.items()}
    if any(getattr(locked_year(year), name) != total for name, total in told.items()):
        found = _open_year(by, year)
        for name, total in told.items():
            setattr(found, name, total)
        found.save()
    record(verb="board.budget_imported", by=by, subject=_subject(year), data={"lines": changed})
    return changed


@service
def describe_budget_year(
    *, by: Person, year: FinancialYear, version: int, stated_income: Decimal | None, stated_expenditure: Decimal | None,
    value_for_money: str,
) -> BudgetYear:  # fmt: skip
    """Say which totals the partners state, and what the money was worth. Refuses a closed year and one changed meanwhile."""
    told = {"stated_income": stated_income, "stated_expenditure": stated_expenditure, "value_for_money": value_for_money}
    found = locked_year(year)
    if all(getattr(found, name) == value for name, value in told.items()):
        return found
    check_version(found, version)
    found = _open_year(by, year)
    for name, value in told.items():
        setattr(found, name, value)
    found.save()
    record(verb="board.budget_described", by=by, subject=_subject(year))
    return found


@service
def approve_budget(*, by: Person, year: FinancialYear, version: int) -> BudgetYear:
    """Approve a year's budget as it was read. Twice changes nothing.

    Refuses a year without income or with nothing to spend, and one that was changed since it was read.
    """
    found = locked_year(year)
    if found.approved_at is not None:
        return found
    check_version(found, version, "The budget has changed since you opened it. Read it again before you approve it.")
    sides = set(BudgetLine.objects.filter(year=year.label).values_list("side", flat=True))
    if sides != set(BudgetLine.Side.values):
        raise Refused("A budget without income, or without expenditure, cannot be approved.")
    found.approved_at, found.approved_by = clock.now(), by.reference
    found.save()
    record(verb="board.budget_approved", by=by, subject=_subject(year), data={"version": version})
    return found


@service
def close_budget_year(*, by: Person, year: FinancialYear) -> BudgetYear:
    """Close a year that is over and approved; nothing of it changes any more. Twice changes nothing."""
    found = locked_year(year)
    if found.closed_at is not None:
        return found
    if year.end >= clock.today():
        raise Refused(f"The year {year.label} is not over yet.")
    if found.approved_at is None:
        raise Refused("The executive has not approved this budget as it stands.")
    found.closed_at, found.closed_by = clock.now(), by.reference
    found.save()
    record(verb="board.budget_closed", by=by, subject=_subject(year))
    return found


@service
def reopen_budget_year(*, by: Person, year: FinancialYear, reason: str) -> BudgetYear:
    """Open a closed year again, with a reason that everybody who reads the budget sees. It stays approved until it is changed.

    Refuses a year that is not closed.
    """
    found = locked_year(year)
    if found.closed_at is None:
        raise Refused(f"The budget of {year.label} is not closed.")
    found.closed_at, found.closed_by = None, ""
    found.reopened_at, found.reopened_by, found.reopened_reason = clock.now(), by.reference, reason
    found.version += 1
    found.save()
    record(verb="board.budget_reopened", by=by, subject=_subject(year), reason=reason)
    return found


@service
def add_budget_document(*, by: Person, year: FinancialYear, side: str, heading: str, file: "UploadedFile[bytes]") -> Document:
    """Keep a document, such as an invoice, with a line. Refuses a closed year, and a line that is not there."""
    if locked_year(year).closed_at is not None:
        raise Refused(f"The budget of {year.label} is closed, so it stays as it is.")
    line = line_to_change(year, side, heading)
    if line is None:
        raise Refused("This line has been removed meanwhile.")
    kept = store(upload=file, record_kind=LINE_DOCUMENTS, record_reference=str(line.pk), by=by)
    record(verb="board.budget_document_added", by=by, subject=_subject(year), data={"side": side, "heading": heading})
    return kept
