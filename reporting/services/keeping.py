"""Counting months that are over and keeping what was counted, so that nobody waits for a year to be counted."""

from datetime import date, timedelta

from foundation import clock
from foundation.actors import Actor
from foundation.calendar import Month
from foundation.cuts import CUTS, OPEN, YES, Span
from foundation.errors import Refused
from foundation.events import newest_event
from foundation.figures import Cursor
from foundation.kept_figures import WHOLE, Cell, Kept, kept_by_the_month
from foundation.service import service
from reporting.models import MonthOfFigures
from reporting.selectors.keeping import months_to_count
from reporting.selectors.snapshot import snapshot

AT_MOST = 60
"""So many months of sources are counted in one run; the next run goes on."""
SETTLED = timedelta(minutes=1)
"""An event that was written longer ago than this is surely seen by whoever counts now."""


@service
def keep_month(*, by: Actor, source: str, month: date) -> int:
    """Count one month of one source and keep it in place of what was kept; gives how many parts were kept.

    Who may: the system. Refuses a source that is not kept and a month that is not over.
    """
    kept = kept_by_the_month(source)
    if kept is None:
        raise Refused(f"The figures of {source} are not kept by the month.")
    whole = Month.of(month)
    if whole.end >= clock.today():
        raise Refused(f"{whole.label} is not over.")
    events_to = newest_event(before=clock.now() - SETTLED)
    with snapshot() as cursor:
        rows = _rows(source, kept, whole, events_to, cursor)
    MonthOfFigures.objects.filter(source=source, month=whole.start).delete()
    MonthOfFigures.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def keep_closed_months(*, by: Actor, most: int = AT_MOST) -> int:
    """Count what has to be counted, each month in a transaction of its own; gives how many months were counted."""
    due = months_to_count(most)
    for source, month in due:
        keep_month(by=by, source=source, month=month)
    return len(due)


def _rows(source: str, kept: Kept, month: Month, events_to: int, cursor: Cursor) -> list[MonthOfFigures]:
    """The month for everybody and, where the source has readers with sight, once more without restricted cases."""
    span, moment = Span(month.label, month.start, month.end), clock.now()
    found = []
    for without in (False, True) if CUTS.get(source).sighted else (False,):
        cells = {WHOLE: Cell(), **kept.count(span, {OPEN: YES} if without else {}, cursor)}
        found += [
            MonthOfFigures(
                source=source,
                month=month.start,
                without_restricted=without,
                dimension=dimension,
                code=code,
                definition=kept.definition,
                facts=cell.facts,
                whole=cell.whole,
                by=cell.by,
                counted_at=moment,
                events_to=events_to,
            )
            for (dimension, code), cell in cells.items()
            if cell.facts or not dimension
        ]
    return found
