"""How a table of facts is counted by the month and added up again, and what tells that a month must be counted afresh."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import chain
from typing import Any

from foundation.cuts import Span, Where
from foundation.figures import Cursor, FigureKind, FigureValue
from foundation.kept_figures import KEPT, NEVER, WHOLE, Cell, Kept, Pairs, Part, Touched
from referrals.figures.besides import HELP_BEFORE, MARKS
from referrals.figures.casework import CASEWORK
from referrals.figures.checks import CHECKS
from referrals.figures.contacts import CONTACTS
from referrals.figures.disagreement_stages import STAGES
from referrals.figures.disagreements import DISAGREEMENTS
from referrals.figures.early_help import EARLY_HELP
from referrals.figures.early_help_needs import NEEDS
from referrals.figures.facts import MONTH, PARTS, FactTable, month_of
from referrals.figures.forms import FORMS
from referrals.figures.harms import HARMS_NAMED
from referrals.figures.levels import LEVELS_AND_RATINGS
from referrals.figures.per_form import PER_FORM
from referrals.figures.quality import QUALITY
from referrals.figures.school_notices import NOTICES
from referrals.figures.steps import STEPS

# What an event says has changed: the month in which the contact, or the form with all of its contacts, arrived.
AT_THE_DOOR = f"""
SELECT {month_of("c.received_at")}, max(e.id) FROM foundation_domainevent e
JOIN referrals_contact c ON c.reference = e.subject_reference
WHERE e.id > %(since)s AND e.id <= %(until)s AND e.subject_kind = 'contact' GROUP BY 1
UNION ALL
SELECT {month_of("s.received_at")}, max(e.id) FROM foundation_domainevent e
JOIN referrals_submission s ON s.reference = e.subject_reference
WHERE e.id > %(since)s AND e.id <= %(until)s AND e.subject_kind = 'submission' GROUP BY 1
"""  # noqa: S608  # fixed words only
ANY_MONTH = """
SELECT NULL::date, max(id) FROM foundation_domainevent
WHERE id > %(since)s AND id <= %(until)s AND subject_kind = ANY(%(kinds)s) HAVING count(*) > 0
"""


def _dimensions(table: FactTable) -> list[str]:
    return [name for name in table.dimensions if name != MONTH]


def _cuts(table: FactTable) -> list[str]:
    return [name for name in PARTS if name in table.dimensions]


def definition_of(table: FactTable) -> str:
    """A name for everything that decides what a table counts."""
    measures = [
        [one.spec.code, one.spec.version, one.spec.kind, one.top, one.bottom, one.points, one.total] for one in table.measures
    ]
    what = json.dumps([table.facts, table.dimensions, measures, dict(table.params)], default=str, sort_keys=True)
    return sha256(what.encode()).hexdigest()[:32]


def _cells(table: FactTable, span: Span, where: Where, cursor: Cursor, cuts: list[str]) -> dict[Part, Cell]:
    """The whole and, by every value of some dimensions, its parts; each by every dimension, in one statement."""
    names = _dimensions(table)
    sets = {*(frozenset({name}) for name in table.dimensions), *(frozenset({cut, name}) for cut in cuts for name in names)}
    rows = table.counts(span, where, cursor, sorted(map(sorted, sets)))
    width, cells = len(table.dimensions), dict[Part, Cell]()
    for mask, *row in rows:
        values = {name: row[place] for place, name in enumerate(table.dimensions) if not mask >> (width - 1 - place) & 1}
        facts, pairs = row[width], [[int(top), int(bottom)] for top, bottom in zip(*[iter(row[width + 1 :])] * 2, strict=True)]
        if None in values.values() or MONTH in values:
            continue
        if not values:
            _whole(cells, WHOLE, facts, pairs)
        for name, value in values.items():
            rest = next((other for other in values if other != name), "")
            if not rest:
                _cell(cells, WHOLE).by.setdefault(name, {})[value] = pairs
                if name in cuts:
                    _whole(cells, (name, value), facts, pairs)
                    _cell(cells, (name, value)).by.setdefault(name, {})[value] = pairs
            elif name in cuts:
                _cell(cells, (name, value)).by.setdefault(rest, {})[values[rest]] = pairs
    return cells


def _cell(cells: dict[Part, Cell], part: Part) -> Cell:
    return cells.setdefault(part, Cell())


def _whole(cells: dict[Part, Cell], part: Part, facts: int, pairs: Pairs) -> None:
    cell = _cell(cells, part)
    cell.facts, cell.whole = facts, pairs


# -- adding up ------------------------------------------------------------------------------------------------


def _told(table: FactTable, span: Span, months: Mapping[date, Cell]) -> Iterator[FigureValue]:
    """The figures of a span from its months. What stands on a day is what stood on the last one."""
    if not any(cell.facts for cell in months.values()):
        return
    last = {day: cell for day, cell in months.items() if day == span.end.replace(day=1)}
    summed, standing = _rows(table, months), _rows(table, last)
    for place, measure in enumerate(table.measures):
        sets, whole = standing if measure.spec.kind == FigureKind.STATE else summed
        yield table.told(span, place, sets, whole)


def _rows(table: FactTable, months: Mapping[date, Cell]) -> tuple[dict[int, list[Any]], list[Any]]:
    """The months as rows of one statement would give them, by the mask of their dimension; and the row of the whole."""
    width, nothing = len(table.dimensions), [[0, 0] for _ in table.measures]
    every = (1 << width) - 1
    sets = dict[int, list[Any]]()
    for place, name in enumerate(table.dimensions):
        parts = dict[Any, Pairs]()
        for day, cell in months.items():
            told = {day: cell.whole or nothing} if name == MONTH else cell.by.get(name, {})
            for value, pairs in told.items():
                parts[value] = _added(parts.get(value, nothing), pairs)
        sets[every ^ (1 << (width - 1 - place))] = [_row(width, pairs, place, value) for value, pairs in parts.items()]
    total = nothing
    for cell in months.values():
        total = _added(total, cell.whole or nothing)
    return sets, _row(width, total)


def _row(width: int, pairs: Pairs, place: int | None = None, value: object = None) -> list[Any]:
    return [*(value if at == place else None for at in range(width)), 1, *chain.from_iterable(pairs)]


def _added(left: Pairs, right: Pairs) -> Pairs:
    return [[a + c, b + d] for (a, b), (c, d) in zip(left, right, strict=True)]


# -- which ----------------------------------------------------------------------------------------------------


@cache
def _touched_by(kinds: tuple[str, ...]) -> Touched:
    """What the sources of the same kinds of record share: which months an event has touched."""

    def touched(cursor: Cursor, since: int, until: int = NEVER) -> Mapping[date | None, int]:
        cursor.execute(ANY_MONTH if kinds else AT_THE_DOOR, {"since": since, "until": until, "kinds": list(kinds)})
        found = dict[date | None, int]()
        for month, event in cursor.fetchall():
            found[month] = max(event, found.get(month, 0))
        return found

    return touched


def _keep(name: str, table: FactTable, *kinds: str) -> None:
    """Keep a source by the month. `kinds`: of the records whose events touch any month; none: those of the front door."""
    KEPT.add(
        name,
        Kept(
            definition=definition_of(table),
            parts=tuple(_cuts(table)),
            code_of=table.code_of,
            count=lambda span, where, cursor: _cells(table, span, where, cursor, _cuts(table)),
            count_whole=lambda span, where, cursor: _cells(table, span, where, cursor, [])[WHOLE],
            told=lambda span, months: _told(table, span, months),
            touched=_touched_by(kinds),
        ),
    )


_keep("referrals.contacts", CONTACTS)
_keep("referrals.harms", HARMS_NAMED)
_keep("referrals.marks", MARKS)
_keep("referrals.help_before", HELP_BEFORE)
_keep("referrals.levels", LEVELS_AND_RATINGS)
_keep("referrals.forms", FORMS)
_keep("referrals.per_form", PER_FORM)
_keep("referrals.quality", QUALITY)
_keep("referrals.checks", CHECKS, "request", "contact")
_keep("referrals.school_notices", NOTICES, "school_notice")
_keep("referrals.casework", CASEWORK, "episode")
_keep("referrals.early_help", EARLY_HELP, "early_help")
_keep("referrals.early_help_needs", NEEDS, "early_help")
_keep("referrals.steps", STEPS, "step", "episode", "early_help")
_keep("referrals.disagreements", DISAGREEMENTS, "disagreement")
_keep("referrals.disagreement_stages", STAGES, "disagreement")
