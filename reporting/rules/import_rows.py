"""The columns of the files that reporting takes in, and what makes a row good. Pure: a sheet in, rows and reasons out."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Final, Generic, Protocol, TypeVar

from foundation.errors import Refused
from foundation.exports import Sheet, Value
from foundation.figures import FigureKind, FigureSpec
from foundation.imported import RowError
from reporting.rules.comparators import address_refused
from reporting.rules.indicators import worked_out
from reporting.rules.periods import YEARS, period_named

NEIGHBOUR: Final = "neighbour"
WHO: Final = ("london", "england", "neighbours", NEIGHBOUR)
RETURNED_COLUMNS: Final = ("code", "period", "value", "source")
POPULATION_COLUMNS: Final = ("year", "area", "age_band", "value", "source")
COMPARATOR_COLUMNS: Final = ("code", "period", "value", "source")
ACRONYM_COLUMNS: Final = ("short", "meaning")
HIGHEST: Final = Decimal(10) ** 11
SEXES: Final = {"f": "F", "female": "F", "m": "M", "male": "M"}
ETHNIC_GROUPS: Final = ("White", "Mixed", "Asian or Asian British", "Black or Black British", "Other ethnic group")
"""The groups by which figures are cut, without those whose group nobody has told: of inhabitants everybody has stated one."""
POPULATION_GROUPS: Final = {label.lower(): label for label in ETHNIC_GROUPS}


class BadRow(Exception):
    """A row that cannot be taken in; the text says why."""


@dataclass(frozen=True)
class ReturnedRow:
    """A good row of a file of returned values."""

    code: str
    period_kind: str
    period: str
    dimension: str
    category: str
    value: Decimal
    numerator: int | None
    denominator: int | None
    as_at: date | None
    source: str
    note: str

    @property
    def key(self) -> tuple[str, ...]:
        """What may be there once."""
        return (self.code, self.period_kind, self.period, self.dimension, self.category)


@dataclass(frozen=True)
class PopulationRow:
    """A good row of a file of population; no sex and no ethnic group: all of them."""

    year: int
    area: str
    age_band: str
    sex: str
    ethnicity: str
    value: int
    source: str
    reason: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What may be there once."""
        return (str(self.year), self.area, self.age_band, self.sex, self.ethnicity)


@dataclass(frozen=True)
class ComparatorRow:
    """A good row of a file of comparators; `printed` is the number as its publisher wrote it."""

    code: str
    period_kind: str
    period: str
    who: str
    name: str
    value: Decimal
    printed: str
    source: str
    address: str = ""
    reason: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What may be there once."""
        return (self.code, self.period_kind, self.period, self.who, self.name.casefold())


@dataclass(frozen=True)
class AcronymRow:
    """A good row of a file of acronyms."""

    short: str
    meaning: str

    @property
    def key(self) -> tuple[str, ...]:
        """What may be there once."""
        return (self.short,)


class Keyed(Protocol):
    """A row of some file."""

    @property
    def key(self) -> tuple[str, ...]:
        """What may be there once."""


AnyRow = TypeVar("AnyRow", bound=Keyed)


@dataclass(frozen=True)
class ReadRows(Generic[AnyRow]):
    """The good rows of a file and what is wrong with the others."""

    good: tuple[AnyRow, ...]
    bad: tuple[RowError, ...]
    lines: tuple[int, ...] = ()
    """Where each good row stands in the file."""


class Row:
    """One row by column names, with a sentence for everything that is missing or odd."""

    def __init__(self, headings: Sequence[str], values: Sequence[Value]) -> None:
        self._cells = {heading.strip().lower(): value for heading, value in zip(headings, values, strict=True)}

    def text(self, name: str, *, most: int, required: bool = True) -> str:
        """Text of at most so many characters."""
        value = self._cells.get(name)
        text = "" if value is None else str(value).strip()
        if required and not text:
            raise BadRow(f"{name} is missing.")
        if len(text) > most:
            raise BadRow(f"{name} has more than {most} characters.")
        return text

    def number(self, name: str) -> Decimal:
        """A number that is not negative; commas between thousands are allowed."""
        text = self.text(name, most=30).replace(",", "").removeprefix("£")
        try:
            number = Decimal(text)
        except InvalidOperation:
            raise BadRow(f"{name} must be a number, not “{text}”.") from None
        if not number.is_finite() or number < 0 or number >= HIGHEST:
            raise BadRow(f"{name} must be a number from 0 to under {HIGHEST:,}.")
        return number

    def whole(self, name: str) -> int:
        """A whole number that is not negative."""
        number = self.number(name)
        if number != number.to_integral_value():
            raise BadRow(f"{name} must be a whole number, not “{number}”.")
        return int(number)

    def day(self, name: str) -> date | None:
        """A date, as a spreadsheet's date or as 2026-03-31; None when it is empty."""
        value = self._cells.get(name)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        text = self.text(name, most=30, required=False)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise BadRow(f"{name} must be a date like 2026-03-31, not “{text}”.") from None

    def one_of(self, name: str, known: Sequence[str], default: str = "") -> str:
        """One of a few words."""
        word = self.text(name, most=40, required=not default).lower() or default
        if word not in known:
            raise BadRow(f"{name} must be one of {', '.join(known)}, not “{word}”.")
        return word


def returned_row(row: Row, specs: Mapping[str, FigureSpec]) -> ReturnedRow:
    """Read one returned value."""
    spec = known_figure(row, specs)
    kind = row.one_of("period_kind", tuple(YEARS), default="financial")
    dimension, category = row.text("dimension", most=40, required=False), row.text("category", most=80, required=False)
    if bool(dimension) != bool(category):
        raise BadRow("dimension and category belong together.")
    if dimension and dimension not in spec.breakdowns:
        raise BadRow(f"{spec.code} is not broken down by “{dimension}”.")
    numerator, denominator = _pair(row, spec.kind)
    value = row.number("value") if numerator is None or denominator is None else worked_out(spec.kind, numerator, denominator)
    if value is None:
        raise BadRow("denominator must be more than 0.")
    as_at = row.day("as_at")
    return ReturnedRow(
        spec.code,
        kind,
        period_label(row.text("period", most=12), kind),
        dimension,
        category,
        value.quantize(Decimal("0.0001")),
        numerator,
        denominator,
        as_at,
        row.text("source", most=200),
        row.text("note", most=400, required=False),
    )


def _pair(row: Row, kind: FigureKind) -> tuple[int | None, int | None]:
    if not row.text("numerator", most=20, required=False) and not row.text("denominator", most=20, required=False):
        return None, None
    numerator, denominator = row.whole("numerator"), row.whole("denominator")
    if numerator > denominator and kind != FigureKind.MEAN:
        raise BadRow("numerator must not be more than denominator.")
    return numerator, denominator


def population_row(row: Row, _specs: Mapping[str, FigureSpec]) -> PopulationRow:
    """Read one number of inhabitants."""
    year = row.whole("year")
    if not 1990 <= year <= 2100:
        raise BadRow(f"year must be from 1990 to 2100, not {year}.")
    value = row.whole("value")
    if not value:
        raise BadRow("value must be more than 0.")
    return PopulationRow(
        year=year,
        area=row.text("area", most=80),
        age_band=row.text("age_band", most=20),
        sex=_one_of_or_all(row, "sex", SEXES),
        ethnicity=_one_of_or_all(row, "ethnicity", POPULATION_GROUPS),
        value=value,
        source=row.text("source", most=200),
        reason=row.text("reason", most=400, required=False),
    )


def _one_of_or_all(row: Row, name: str, known: Mapping[str, str]) -> str:
    """One of a few words, however they are written, as the portal writes it; empty for all."""
    text = row.text(name, most=40, required=False)
    if text and text.lower() not in known:
        raise BadRow(f"{name} must be empty for everybody, or one of {', '.join(dict.fromkeys(known.values()))}, not “{text}”.")
    return known.get(text.lower(), "")


def comparator_row(row: Row, specs: Mapping[str, FigureSpec], kinds: Mapping[str, str] | None = None) -> ComparatorRow:
    """Read one comparator, keeping its number as published. `kinds`: by which sort of year figures are told, by their codes.

    A row with a name is of one statistical neighbour, and needs no `who`.
    """
    spec = known_figure(row, specs)
    kind = (kinds or {}).get(spec.code, "financial")
    period = row.text("period", most=9)
    if period.lower().startswith("q"):
        raise BadRow(f"period “{period}”: comparators are of a year.")
    address = row.text("address", most=300, required=False)
    if refused := address_refused(address):
        raise BadRow(f"address: {refused}")
    name = row.text("name", most=120, required=False)
    who = row.one_of("who", WHO, default=NEIGHBOUR if name else "")
    if (who == NEIGHBOUR) != bool(name):
        raise BadRow(f"name belongs to {NEIGHBOUR}, and to nobody else.")
    return ComparatorRow(
        spec.code,
        kind,
        period_label(period, kind),
        who,
        name,
        row.number("value").quantize(Decimal("0.0001")),
        row.text("value", most=20),
        row.text("source", most=200),
        address,
        row.text("reason", most=400, required=False),
    )


def acronym_row(row: Row, _specs: Mapping[str, FigureSpec]) -> AcronymRow:
    """Read one short form."""
    return AcronymRow(row.text("short", most=20), row.text("meaning", most=200))


def known_figure(row: Row, specs: Mapping[str, FigureSpec]) -> FigureSpec:
    """The figure that the row's code names."""
    code = row.text("code", most=60)
    if code not in specs:
        raise BadRow(f"there is no figure “{code}”.")
    return specs[code]


def period_label(text: str, kind: str) -> str:
    """A year, or a quarter of a financial year, as the portal writes it."""
    try:
        return period_named(text, kind).label
    except Refused as refused:
        raise BadRow(f"period “{text}”: {refused.sentence}") from None


def read_rows(
    sheet: Sheet,
    needed: Sequence[str],
    read: Callable[[Row, Mapping[str, FigureSpec]], AnyRow],
    specs: Mapping[str, FigureSpec],
    check: Callable[[AnyRow], None] | None = None,
) -> ReadRows[AnyRow]:
    """Read every row; refuses a file that lacks a column. A row that says again what an earlier one said is bad.

    `check` raises BadRow for a row that can be read and is not taken all the same.
    """
    headings = [heading.strip().lower() for heading in sheet.headings]
    if missing := [name for name in needed if name not in headings]:
        raise Refused(f"The file has no column {' and no column '.join(missing)}.")
    good: list[AnyRow] = []
    bad: list[RowError] = []
    seen: dict[Hashable, int] = {}
    for line, values in enumerate(sheet.rows, start=2):
        try:
            row = read(Row(headings, values), specs)
            if row.key in seen:
                raise BadRow(f"it says again what line {seen[row.key]} says.")
            if check is not None:
                check(row)
        except BadRow as error:
            bad.append(RowError(line, str(error)))
            continue
        seen[row.key] = line
        good.append(row)
    return ReadRows(tuple(good), tuple(bad), tuple(seen.values()))
