"""From the report's HTML to a tagged PDF that has been looked over, with progress page by page."""

import logging
import re
import threading
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
_LOG = logging.getLogger("weasyprint.progress")
_TURNS = threading.Lock()
_LISTENERS: set[logging.Handler] = set()
_AS_BEFORE: list[tuple[int, bool]] = []
"""How the layout's log was set before the first of those who listen now came."""


@dataclass(frozen=True)
class PrintedReport:
    """A finished PDF."""

    pdf: bytes
    pages: int


def print_report(report: Report, made_at: datetime, *, progress: Progress, checking: Callable[[], None]) -> PrintedReport:
    """Lay out and write the PDF; `progress` hears of every page, `checking` when the checks begin. Raises BrokenPdf.

    Either may raise, which ends the printing there: nothing is written before the end.
    """
    from foundation.pdf import render_pdf  # the library takes seconds to load, and only the worker needs it

    with _listening(progress):
        pdf = render_pdf(report.html, title=report.title, made_at=made_at)
    checking()
    return PrintedReport(pdf, check(pdf))


@contextmanager
def _listening(progress: Progress) -> Iterator[None]:
    """Hear the layout's own log of its steps and pages while the block runs; nothing of it reaches the log files."""
    handler = _Listener(progress)
    with _TURNS:
        if not _LISTENERS:
            _AS_BEFORE[:] = [(_LOG.level, _LOG.propagate)]
            _LOG.setLevel(logging.INFO)
            _LOG.propagate = False
        _LISTENERS.add(handler)
        _LOG.addHandler(handler)
    try:
        yield
    finally:
        with _TURNS:
            _LOG.removeHandler(handler)
            _LISTENERS.discard(handler)
            if not _LISTENERS:
                level, _LOG.propagate = _AS_BEFORE.pop()
                _LOG.setLevel(level)


class _Listener(logging.Handler):
    """Turns "Step 5 - Creating layout - Page 3" into hundredths. Hears its own thread only: another may print beside it.

    What `progress` raises ends the printing.
    """

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self._progress = progress
        self._thread = threading.get_ident()
        self._pages = 0

    def emit(self, record: logging.LogRecord) -> None:
        found = _STEP.search(record.getMessage())
        if found is None or record.thread != self._thread:
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
