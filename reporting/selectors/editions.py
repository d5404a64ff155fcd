"""Compilations, editions and narrative, for those who may read the report."""

import logging
from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet

from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.documents import storage
from foundation.errors import NotVisible, Refused
from foundation.references import tidy_reference
from reporting.access import READERS
from reporting.models import ChildrensVersion, Compilation, Edition, EditionDecision

YEARS_SHOWN = 5
PRINTED = ("figures", "tables", "narrative", "returns", "outline", "acronyms")
"""What is read of an edition only where it is shown."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class YearRow:
    """A year and how far its report is."""

    year: FinancialYear
    latest: Edition | None
    open: Compilation | None
    is_over: bool


def years(person: Person) -> list[YearRow]:
    """The last few financial years, the newest first, and older ones that have an edition."""
    _admit(person)
    today = clock.today()
    newest = FinancialYear.of(today)
    labels = {FinancialYear(newest.start_year - back).label for back in range(YEARS_SHOWN)}
    numbers = Edition.objects.values("year").annotate(newest=Max("number"))
    latest = {
        edition.year: edition
        for edition in Edition.objects.defer(*PRINTED).filter(
            pk__in=Edition.objects.order_by("year", "-number").distinct("year").values("pk")
        )
    }
    labels |= {row["year"] for row in numbers}
    running = {row.year: row for row in Compilation.objects.filter(state__in=["waiting", "running"])}
    found = sorted((FinancialYear.from_label(label) for label in labels), reverse=True)
    return [YearRow(year, latest.get(year.label), running.get(year.label), year.end < today) for year in found]


def editions(person: Person, year: FinancialYear) -> QuerySet[Edition]:
    """The editions of a year, the newest first, without what they print."""
    _admit(person)
    return Edition.objects.defer(*PRINTED).filter(year=year.label).order_by("-number")


def editions_with_approvals(person: Person, year: FinancialYear) -> QuerySet[Edition]:
    """The same with their publications; `approvals`: how many partners have approved each."""
    newest = EditionDecision.objects.order_by("edition", "seat", "-decided_at", "-pk").distinct("edition", "seat").values("pk")
    approved = Count("decisions", filter=Q(decisions__in=newest, decisions__decision="approved"))
    return editions(person, year).select_related("publication").annotate(approvals=approved)


def latest_compilation(person: Person, year: FinancialYear) -> Compilation | None:
    """The compilation of a year that was asked for last."""
    _admit(person)
    return Compilation.objects.filter(year=year.label).order_by("-requested_at", "-pk").first()


def compilation(person: Person, reference: str) -> Compilation:
    """A compilation with its edition, if it has one; NotVisible otherwise."""
    _admit(person)
    found = Compilation.objects.select_related("edition").filter(reference=tidy_reference(reference)).first()
    if found is None:
        raise NotVisible
    return found


def edition(person: Person, reference: str) -> Edition:
    """An edition with its publication, if it has one; NotVisible when there is none of this reference."""
    _admit(person)
    found = Edition.objects.select_related("publication").filter(reference=tidy_reference(reference)).first()
    if found is None:
        raise NotVisible
    return found


def edition_of(compiled: Compilation) -> Edition:
    """The edition that a finished compilation led to."""
    return Edition.objects.get(compilation=compiled)


def pdf_of(made: Edition) -> bytes:
    """The edition's PDF; refuses with a sentence when the document store cannot give it."""
    return _file(made.pdf_key, made.reference)


def sheet_of(made: ChildrensVersion) -> bytes:
    """The sheet for children; refuses likewise."""
    return _file(made.pdf_key, made.edition.reference)


def _file(key: str, reference: str) -> bytes:
    try:
        with storage.read(key) as file:
            return file.read()
    except OSError as error:
        logger.error("The file of edition %s cannot be read: %s", reference, type(error).__name__)  # noqa: TRY400  # one line
        raise Refused("The PDF cannot be opened just now. Tell whoever looks after the portal.") from error


def _admit(person: Person) -> None:
    """Only those who may read the report; for others there is none."""
    if not READERS.admits(person):
        raise NotVisible


@dataclass(frozen=True)
class PrintedIn:
    """An edition that prints a figure, with what it prints and who has approved that edition."""

    edition: Edition
    text: str
    approved_by: tuple[str, ...]


def editions_with(person: Person, code: str, most: int = 6) -> list[PrintedIn]:
    """The newest editions that print a figure."""
    _admit(person)
    rows = (
        Edition.objects.filter(figures__contains=[{"code": code}])
        .order_by("-year", "-number")
        .defer("narrative", "tables")[:most]
    )
    approved: dict[int, list[str]] = {}
    for decision in EditionDecision.objects.filter(edition__in=[row.pk for row in rows], decision="approved"):
        approved.setdefault(decision.edition_id, []).append(decision.get_seat_display())
    return [
        PrintedIn(row, next(one["text"] for one in row.figures if one["code"] == code), tuple(approved.get(row.pk, ())))
        for row in rows
    ]
