"""The columns of a file of plans of an earlier system, and what makes a row good. Pure: a sheet in, rows and reasons out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from foundation.errors import Refused
from foundation.exports import Sheet, Value
from foundation.imported import RowError
from protection.models import Category, EndReason

NEEDED: Final = ("plan", "child", "team", "family_name", "started_on", "category")
COLUMNS: Final = (
    *NEEDED,
    *("family", "given_name", "birth_date", "expected_delivery_date", "sex", "ethnicity", "nhs_number", "address", "postcode"),
    *("latest_category", "category_changed_on", "ended_on", "end_reason", "previous_plans", "reviews", "chair"),
)
LONGEST_CODE: Final = 40
MOST_REVIEWS: Final = 60


@dataclass(frozen=True)
class PlanRow:
    """A good row: a plan and its child, as the earlier system had them."""

    line: int
    plan: str
    child: str
    family: str
    team: str
    details: Mapping[str, str | date | None]
    """Of the child, by the names of `children.rules.ChildDetails`."""
    started_on: date
    category: str
    latest_category: str
    category_changed_on: date | None
    ended_on: date | None
    end_reason: str
    previous_plans: int
    reviews: tuple[date, ...]
    chair: str
    """E-mail address of the chair of a plan that runs; empty where the file names none."""


@dataclass(frozen=True)
class Read:
    """The good rows and what is wrong with the others."""

    good: tuple[PlanRow, ...]
    bad: tuple[RowError, ...]


def read_plans(sheet: Sheet, today: date) -> Read:
    """The rows of a file of plans. Refuses a file that lacks a column that is needed, or has one that there is not."""
    headings = [heading.strip().lower() for heading in sheet.headings]
    missing = [name for name in NEEDED if name not in headings]
    if missing:
        raise Refused(f"The file lacks these columns: {', '.join(missing)}.")
    if unknown := [name for name in headings if name not in COLUMNS]:
        raise Refused(f"The file has columns that are not known: {', '.join(unknown)}.")
    good: list[PlanRow] = []
    bad: list[RowError] = []
    seen: set[str] = set()
    for line, row in enumerate(sheet.rows, start=2):
        try:
            read = _plan(line, dict(zip(headings, row, strict=True)), today)
            if read.plan in seen:
                raise Refused("this plan stands in the file twice.")
        except Refused as refused:
            bad.append(RowError(line, refused.sentence))
        else:
            seen.add(read.plan)
            good.append(read)
    return Read(tuple(good), tuple(bad))


def _plan(line: int, row: Mapping[str, Value], today: date) -> PlanRow:
    started, ended = _day(row, "started_on", today), _day(row, "ended_on", today)
    changed = _day(row, "category_changed_on", today)
    if started is None:
        raise Refused("started_on is missing.")
    category = _choice(row, "category", Category.values)
    latest = _choice(row, "latest_category", Category.values) if _text(row, "latest_category") else category
    if ended is not None and ended <= started:
        raise Refused("ended_on must be after started_on.")
    end_reason = _choice(row, "end_reason", EndReason.values) if _text(row, "end_reason") else ""
    if (ended is None) != (end_reason == ""):
        raise Refused("ended_on and end_reason come together.")
    if (latest != category) != (changed is not None):
        raise Refused("category_changed_on says when latest_category took the place of category, and only then.")
    last = ended or today
    if changed is not None and not started < changed <= last:
        raise Refused("category_changed_on must be while the plan ran.")
    reviews = _reviews(row, today)
    if any(not started < day <= last for day in reviews):
        raise Refused("reviews must be after started_on and while the plan ran.")
    return PlanRow(
        line,
        _code(row, "plan"),
        _code(row, "child"),
        _text(row, "family") or f"child {_code(row, 'child')}"[:LONGEST_CODE],
        _code(row, "team"),
        _details(row, today),
        started,
        category,
        latest,
        changed,
        ended,
        end_reason,
        _number(row, "previous_plans"),
        reviews,
        _text(row, "chair").lower(),
    )


def _details(row: Mapping[str, Value], today: date) -> dict[str, str | date | None]:
    born, expected = _day(row, "birth_date", today), _day(row, "expected_delivery_date", None)
    if (born is None) == (expected is None):
        raise Refused("give either birth_date or expected_delivery_date.")
    names = ("family_name", "given_name", "ethnicity", "nhs_number", "address", "postcode")
    if not _text(row, "family_name"):
        raise Refused("family_name is missing.")
    sex = _text(row, "sex").upper() or "U"
    return {
        **{name: _text(row, name) for name in names},
        "sex": sex if born is not None else "U",
        "birth_date": born,
        "expected_delivery_date": expected,
    }


def _text(row: Mapping[str, Value], name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value).strip()


def _code(row: Mapping[str, Value], name: str) -> str:
    value = _text(row, name)
    if not value or len(value) > LONGEST_CODE:
        raise Refused(f"{name} must have 1 to {LONGEST_CODE} characters.")
    return value


def _choice(row: Mapping[str, Value], name: str, choices: list[str]) -> str:
    value = _text(row, name)
    found = next((one for one in choices if one.casefold() == value.casefold()), None)
    if found is None:
        raise Refused(f"{name} must be one of {', '.join(choices)}, not “{value}”.")
    return found


def _number(row: Mapping[str, Value], name: str) -> int:
    value = _text(row, name) or "0"
    if not (value.isascii() and value.isdigit() and int(value) <= 50):
        raise Refused(f"{name} must be a whole number, not “{value}”.")
    return int(value)


def _day(row: Mapping[str, Value], name: str, latest: date | None) -> date | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    return _read_day(value, name, latest)


def _read_day(value: Value, name: str, latest: date | None) -> date:
    if isinstance(value, datetime):
        value = value.date()
    if not isinstance(value, date):
        try:
            value = date.fromisoformat(str(value).strip())
        except ValueError:
            raise Refused(f"{name} must be a date such as 2025-06-05, not “{value}”.") from None
    if latest is not None and value > latest:
        raise Refused(f"{name} must be today or in the past.")
    return value


def _reviews(row: Mapping[str, Value], today: date) -> tuple[date, ...]:
    value = row.get("reviews")
    parts = [value] if isinstance(value, date) else _text(row, "reviews").replace(";", " ").split()
    days = tuple(sorted({_read_day(part, "reviews", today) for part in parts}))
    if len(days) > MOST_REVIEWS:
        raise Refused(f"reviews must be {MOST_REVIEWS} dates or fewer.")
    return days
