"""From the report's HTML to a tagged PDF that has been looked over, with progress page by page."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from foundation.tagged_pdf import check
from reporting.report.document import Report

Progress = Callable[[int, int], None]
PAGES_EXPECTED = 60  # about twenty pages, laid out three times because the contents name page numbers
PAGES_SHARE, STEPS_SHARE = 60, 100
LAYOUT_STEP, LAST_STEP = 5, 7
_STEP = re.compile(r"Step (\d)(?:.*Page (\d+))?")


@dataclass(frozen=True)
class PrintedReport:
    """A finished PDF."""

    pdf: bytes
    pages: int


def print_report(report: Report, made_at: datetime, *, progress: Progress, checking: Callable[[], None]) -> PrintedReport:
    """Lay out and write the PDF; `progress` hears of every page, `checking` when the checks begin. Raises BrokenPdf."""
    from foundation.pdf import render_pdf  # the library takes seconds to load, and only the worker needs it

    with _listening(progress):
        pdf = render_pdf(report.html, title=report.title, made_at=made_at)
    checking()
    return PrintedReport(pdf, check(pdf))


@contextmanager
def _listening(progress: Progress) -> Iterator[None]:
    """Hear the layout's own log of its steps and pages while the block runs; nothing of it reaches the log files."""
    logger, handler = logging.getLogger("weasyprint.progress"), _Listener(progress)
    level, passed_on = logger.level, logger.propagate
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = passed_on


class _Listener(logging.Handler):
    """Turns "Step 5 - Creating layout - Page 3" into hundredths."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self._progress = progress
        self._pages = 0

    def emit(self, record: logging.LogRecord) -> None:
        found = _STEP.search(record.getMessage())
        if found is None:
            return
        step = int(found[1])
        self._pages += bool(found[2])
        if step < LAYOUT_STEP:
            done = step
        elif step == LAYOUT_STEP:
            done = LAYOUT_STEP + min(self._pages, PAGES_EXPECTED) * (PAGES_SHARE - LAYOUT_STEP) // PAGES_EXPECTED
        else:
            done = PAGES_SHARE + (STEPS_SHARE - PAGES_SHARE) * (step - LAYOUT_STEP) // (LAST_STEP - LAYOUT_STEP + 1)
        self._progress(done, STEPS_SHARE)
