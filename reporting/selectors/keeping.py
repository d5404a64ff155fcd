"""Reading figures from the months that are kept, and knowing which months to count."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from foundation import clock
from foundation.calendar import Month, add_months
from foundation.cuts import OPEN, CutGroup, Span, Where
from foundation.figures import Cursor, FigureValue
from foundation.kept_figures import KEPT, WHOLE, Cell, Kept, Part, kept_by_the_month
from reporting.models import MonthOfFigures
from reporting.selectors.snapshot import snapshot

MONTHS_KEPT = 60
"""So many months are kept: four years to choose from, and the year before the oldest."""
RECENT = 13
"""Of so many months whatever changes is counted again, where an event does not say which month it concerns."""
AGED = timedelta(days=7)
"""What was counted so long ago is counted again: some changes leave no event of the record itself."""


@dataclass(frozen=True)
class Answer:
    """The figures of a source, and the moment at which the oldest part of them was counted."""

    at: datetime
    values: tuple[FigureValue, ...]


def read(group: CutGroup, span: Span, where: Where, cursor: Cursor) -> Answer:
    """The figures of a span, from the months that are kept where all of them are, otherwise counted now.

    A month that is not over is counted now and added.
    """
    kept = kept_by_the_month(group.name)
    part = None if kept is None else _part(kept, where)
    if kept is None or part is None:
        return Answer(clock.now(), tuple(group.read(span, where, cursor)))
    months = [month.start for month in span.months if month.end < clock.today()]
    cells = _cells(group.name, kept, months, part, without_restricted=OPEN in where)
    if cells is None:
        return Answer(clock.now(), tuple(group.read(span, where, cursor)))
    found = {month: cell for month, (_at, cell) in cells.items()}
    if len(months) < len(span.months):
        running = span.months[-1].start
        found[running] = kept.count_whole(Span(span.label, running, span.end), where, cursor)
    return Answer(min((at for at, _cell in cells.values()), default=clock.now()), tuple(kept.told(span, found)))


def _part(kept: Kept, where: Where) -> Part | None:
    """The part of the whole that is asked for; None where it is not one that is kept."""
    cut = [(name, kept.code_of(name, label)) for name, label in where.items() if label and name != OPEN]
    if not cut:
        return WHOLE
    return cut[0] if len(cut) == 1 and cut[0][0] in kept.parts else None


def _cells(
    source: str, kept: Kept, months: list[date], part: Part, *, without_restricted: bool
) -> dict[date, tuple[datetime, Cell]] | None:
    """The cells of some months; None where one of them was not counted yet, or by another definition."""
    rows = MonthOfFigures.objects.filter(
        source=source,
        definition=kept.definition,
        month__in=months,
        without_restricted=without_restricted,
        dimension__in={"", part[0]},
        code__in={"", part[1]},
    ).values_list("month", "dimension", "code", "counted_at", "facts", "whole", "by")
    counted, found = dict[date, datetime](), dict[date, Cell]()
    for month, dimension, code, at, facts, whole, by in rows:
        if not dimension:
            counted[month] = at
        if (dimension, code) == part:
            found[month] = Cell(facts, whole, by)
    if len(counted) < len(months):
        return None
    return {month: (at, found.get(month, Cell())) for month, at in counted.items()}


# -- which months to count ------------------------------------------------------------------------------------


def months_to_count(most: int) -> list[tuple[str, date]]:
    """Sources and months that were never counted by today's definition, the newest months first; then those of which something
    has happened since; then those that were counted long ago."""
    today = clock.today()
    months = [Month.of(add_months(today.replace(day=1), -back)).start for back in range(1, MONTHS_KEPT + 1)]
    new, touched, aged = list[tuple[date, str]](), list[tuple[date, str]](), list[tuple[date, str]]()
    with snapshot() as cursor:
        for name, kept in KEPT.items():
            rows = MonthOfFigures.objects.filter(source=name, dimension="", definition=kept.definition, month__in=months)
            counted = {month: (event, at) for month, event, at in rows.values_list("month", "events_to", "counted_at")}
            changes = kept.touched(cursor, min((event for event, _at in counted.values()), default=0)) if counted else {}
            for back, month in enumerate(months):
                if month not in counted:
                    new.append((month, name))
                elif max(changes.get(month, 0), changes.get(None, 0) if back < RECENT else 0) > counted[month][0]:
                    touched.append((month, name))
                elif counted[month][1] < clock.now() - AGED:
                    aged.append((month, name))
    ordered = [*sorted(new, reverse=True), *sorted(touched, reverse=True), *sorted(aged, reverse=True)]
    return [(name, month) for month, name in ordered[:most]]
