"""Compiling a report: figures in one snapshot, control, charts, pages, checks, edition. Long, so in small transactions."""

import hashlib
import logging

from foundation.actors import Actor
from foundation.calendar import FinancialYear
from foundation.documents import storage
from foundation.errors import Refused
from foundation.logs import where
from reporting.models import Compilation, Edition
from reporting.report.document import make_report
from reporting.report.printed import ReportContent
from reporting.report.printing import print_report
from reporting.rules.freezing import freeze
from reporting.rules.frozen import as_json, fingerprint, from_json, tables_as_json, tables_from_json
from reporting.rules.narrative import YearTold, problems
from reporting.rules.returns import rounds_as_json
from reporting.rules.templates import Template, chapters_as_json
from reporting.selectors.gathering import gather
from reporting.selectors.placing import placeable
from reporting.selectors.publishing import hidden_before
from reporting.selectors.templates import template_for
from reporting.services.progress import ProgressLine, Superseded
from reporting.services.requests import (
    WENT_WRONG,
    Made,
    fail_compilation,
    finish_compilation,
    note_file,
    start_compilation,
)

LAST_TRY = 3
Stage = Compilation.Stage

logger = logging.getLogger(__name__)


def run_compilation(*, reference: str, by: Actor) -> None:
    """Take a compilation up and bring it to its end: one edition, or a sentence that says why there is none.

    May be called again at any time, after a crash too: an attempt that is no longer the newest, or that was cancelled, leaves
    nothing behind.
    An unforeseen error is raised for the outbox to try again, until the last try.
    """
    try:
        attempt = start_compilation(by=by, reference=reference)
    except Superseded:
        return
    if not attempt:
        return
    try:
        _compile(reference, attempt, by)
    except Superseded:
        logger.warning("Compilation %s was taken up elsewhere or cancelled.", reference)
    except Refused as refused:
        fail_compilation(
            by=by, reference=reference, attempt=attempt, error_class=type(refused).__name__, sentence=refused.sentence
        )
    except Exception as error:
        if attempt < LAST_TRY:
            raise
        logger.error("Compilation %s failed: %s at %s", reference, type(error).__name__, where(error))  # noqa: TRY400  # no text of errors
        fail_compilation(by=by, reference=reference, attempt=attempt, error_class=type(error).__name__, sentence=WENT_WRONG)


def _compile(reference: str, attempt: int, by: Actor) -> Edition:
    label, code = Compilation.objects.values_list("year", "template").get(reference=reference)
    year = FinancialYear.from_label(label)
    template = template_for(year, code)
    with ProgressLine(reference, attempt) as line:
        content, made_of = _content(year, template, line)
        line.note(Stage.CHARTS)
        report = make_report(content, progress=lambda done, total: line.note(Stage.CHARTS, done, total))
        line.note(Stage.PAGES)
        printed = print_report(
            report,
            content.as_at,
            progress=lambda done, total: line.note(Stage.PAGES, done, total),
            checking=lambda: line.note(Stage.CHECKS),
        )
        line.note(Stage.SAVING)
    tables = tables_as_json(content.tables.values())
    made = Made(
        figures=made_of,
        figures_sha256=fingerprint(made_of),
        tables=tables,
        tables_sha256=fingerprint(tables),
        narrative=dict(content.narrative),
        narrative_sha256=fingerprint(dict(content.narrative)),
        as_at=content.as_at,
        pdf_sha256=hashlib.sha256(printed.pdf).hexdigest(),
        pdf_bytes=len(printed.pdf),
        pages=printed.pages,
        unknown_acronyms=report.unknown_acronyms,
        returns=rounds_as_json(content.returns),
        template=template.code,
        outline=chapters_as_json(template.chapters),
        acronyms=dict(content.acronyms),
    )
    return _save(reference, attempt, by, made, printed.pdf)


def _content(year: FinancialYear, template: Template, line: ProgressLine) -> tuple[ReportContent, list[dict[str, object]]]:
    """What goes into the report; refuses a year without data and a token that cannot be filled."""
    gathered = gather(year, progress=lambda done, total: line.note(Stage.FIGURES, done, total), with_returns=True)
    if gathered.year.is_empty:
        raise Refused(no_data(year))
    specs = gathered.specs
    figures = as_json(freeze(gathered, specs, hidden_before(year)))
    by_code = from_json(figures)
    tables = tables_from_json(tables_as_json(gathered.tables))
    blocks, known_year = placeable(dict(specs)), YearTold(by_code, tables)
    wrong = [
        problem.sentence(title)
        for section, title in template.sections.items()
        for problem in problems(gathered.narrative.get(section, ""), specs, blocks=blocks, year=known_year)
    ]
    if wrong:
        raise Refused(" ".join(wrong))
    told = gathered.narrative
    narrative = {section: told[section] for section in template.sections if told.get(section, "").strip()}
    return (
        ReportContent(
            year.label,
            year.end,
            by_code,
            narrative,
            gathered.acronyms,
            gathered.as_at,
            returns=gathered.returns,
            tables=tables,
            chapters=template.chapters,
        ),
        figures,
    )


def no_data(year: FinancialYear) -> str:
    """What is said of a year that nothing is known of."""
    return f"There are no figures for {year.label}: nothing was recorded in the portal or returned to it for that year."


def _save(reference: str, attempt: int, by: Actor, made: Made, pdf: bytes) -> Edition:
    """File first, edition last: no edition is ever without its file, and a file that got no edition is known by the compilation.

    Where it is not certain that the edition was not made, the file stays; the next attempt knows.
    """
    written = storage.write([pdf])
    try:
        note_file(by=by, reference=reference, attempt=attempt, key=written.key)
        _keep(written.key)
        return finish_compilation(by=by, reference=reference, attempt=attempt, made=made)
    except Superseded:
        storage.remove(written.key)
        raise


def _keep(key: str) -> None:
    """Let the file stay. Whoever cancelled the compilation or took it up meanwhile has removed it: then this attempt ends."""
    try:
        storage.move_to_checked(key)
    except FileNotFoundError as gone:
        raise Superseded from gone
