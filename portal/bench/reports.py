"""All figures of a year, against a bare count over the same tables; and a report compiled end to end."""

import re
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.conf import settings
from django.db import connection

from foundation import clock
from foundation.actors import SystemActor
from foundation.calendar import FinancialYear, Month
from foundation.cuts import CUTS, Span
from foundation.figures import groups
from foundation.kept_figures import KEPT
from foundation.pdf import REPORT
from portal.bench.measuring import Row, bare_connection, medians, statements, timed
from portal.demo.seeding import newest_complete_year
from protection.figures.plans import PLANS, durations_on
from protection.models import ProtectionPlan
from reporting.models import MonthOfFigures
from reporting.report.document import Report, make_report
from reporting.report.printing import print_report
from reporting.report.published import content_of
from reporting.selectors.keeping import read
from reporting.selectors.snapshot import snapshot
from reporting.services.compiling import run_compilation
from reporting.services.keeping import keep_month
from reporting.services.requests import request_compilation

MEBIBYTES = 1024 if sys.platform.startswith("linux") else 1024 * 1024
"""Of what the kernel counts memory in."""
COSTLY_ROUNDS = 3
WALK = "SELECT count(*) FILTER (WHERE one IS NOT NULL) FROM {} one"


def figures_row() -> Row:
    """Every figure that an app publishes, of the newest complete year, from the tables themselves."""
    year = newest_complete_year(clock.today())
    return _against_a_pass("all figures of a year, from scratch", lambda: _read_all(year))


def plans_rows() -> Iterator[Row]:
    """Children on a plan on a day of an earlier year by category and duration, and every figure of that year's plans."""
    year = newest_complete_year(clock.today())

    def on_a_day() -> None:
        with snapshot() as cursor:
            durations_on(year.end, cursor)

    def of_a_year() -> None:
        with snapshot() as cursor:
            list(PLANS.read(Span.of(year), {}, cursor))

    plans = f"{ProtectionPlan.objects.count():,} plans"
    yield _against_a_pass("children on a plan on any day", on_a_day, plans)
    yield _against_a_pass("figures of plans of a year", of_a_year, plans)


def kept_rows() -> Iterator[Row]:
    """A month of every source that is kept by the month, counted and kept; and a year told from its months that are kept.

    The floor of the year is a pass over the tables from which its figures would be counted if no month were kept.
    """
    year, by = newest_complete_year(clock.today()), SystemActor("bench")
    sources, months = [name for name, _kept in KEPT.items()], Span.of(year).months

    def keep(month: Month) -> None:
        for source in sources:
            keep_month(by=by, source=source, month=month.start)

    yield _against_a_pass("a closed month, counted and kept", lambda: keep(months[-1]), f"{len(sources)} sources")
    for month in months:
        keep(month)

    def tell() -> None:
        with snapshot() as cursor:
            for source in sources:
                read(CUTS.get(source), Span.of(year), {}, cursor)

    def count() -> None:
        with snapshot() as cursor:
            for source in sources:
                list(CUTS.get(source).read(Span.of(year), {}, cursor))

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE reporting_monthoffigures")
    kept = f"{MonthOfFigures.objects.count():,} parts of months kept"
    yield _against_a_pass("a year from its kept months", tell, kept, instead_of=count)


def _against_a_pass(
    what: str, work: Callable[[], object], remark: str = "", *, instead_of: Callable[[], object] | None = None
) -> Row:
    """What reads figures, against one bare pass over each of the tables that it, or what it stands instead of, reads."""
    with statements() as sent:
        work()
    with statements() as looked:
        (instead_of or work)()
    asked = " ".join(sql for sql, _params in looked)
    tables = sorted({model._meta.db_table for model in apps.get_models()} & set(re.findall(r"\w+", asked)))
    passes = [WALK.format(table) for table in tables]
    bare = bare_connection()

    def count() -> None:
        with bare, bare.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(passes))
            cursor.fetchall()

    found = medians({"work": work, "count": count})
    bare.close()
    said = "; ".join(part for part in (remark, f"floor: a pass over {len(tables)} tables") if part)
    return Row(what, found["work"], found["count"], len(sent), said)


def _read_all(year: FinancialYear) -> list[Any]:
    with snapshot() as cursor:
        return [value for group in groups() for value in group.read(year, cursor)]


def compile_rows() -> list[Row]:
    """The demonstration's yearly report from the request to the edition, and its pages alone against the bare library.

    Its pages are those of the edition: with its narrative, its tables of words and what agencies returned.
    """
    year, by = newest_complete_year(clock.today()), SystemActor("bench")
    compilation = request_compilation(by=by, year=year, press=uuid4().hex, here_and_now=True)
    whole = timed(lambda: run_compilation(reference=compilation.reference, by=by))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBIBYTES
    compilation.refresh_from_db()
    pages = compilation.edition.pages
    report = make_report(content_of(compilation.edition), progress=_silent)
    found = medians({"printed": lambda: _print(report), "bare": lambda: bare_pdf(report.html)}, COSTLY_ROUNDS, warm_up=0)
    return [
        Row("compile the demonstration’s report", whole, remark=f"{pages} pages, at most {memory:.0f} MB of memory"),
        Row("its pages alone", found["printed"], found["bare"], remark="floor: the bare library, same HTML"),
    ]


def _silent(*_: int) -> None:
    """Nobody watches."""


def _print(report: Report) -> None:
    print_report(report, clock.now(), progress=_silent, checking=_silent)


def bare_pdf(html: str) -> None:
    """The library by itself, with the same sheet."""
    from weasyprint import CSS, HTML

    static = Path(settings.STATICFILES_DIRS[0])
    HTML(string=html, base_url=f"{static.as_uri()}/").write_pdf(
        stylesheets=[CSS(filename=str(static / REPORT))], pdf_variant="pdf/ua-1"
    )
