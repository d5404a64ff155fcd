"""Taking in what statistical neighbours published of themselves."""

from collections.abc import Mapping

from foundation import clock, events
from foundation.actors import Actor
from foundation.exports import read_sheet
from foundation.figures import FigureSpec
from foundation.imported import Imported
from foundation.service import service
from foundation.turns import take_turns
from reporting.models import EarlierNeighbourValue, NeighbourValue
from reporting.rules.import_rows import BadRow, Row, read_rows
from reporting.rules.neighbours import COLUMNS, NeighbourRow, neighbour_row
from reporting.selectors.catalogue import known_figures


@service
def import_neighbours(*, by: Actor, content: bytes) -> Imported:
    """Take in a file of figures of neighbours by name: code, period, name, value as published, source.

    Signed editions cite them: one that differs needs a reason (of a correction), and what stood there before is kept.
    """
    take_turns("reporting.neighbours")
    current: dict[tuple[str, ...], NeighbourValue] = {
        (old.code, old.period, old.name): old for old in NeighbourValue.objects.all()
    }

    def checked(row: Row, specs: Mapping[str, FigureSpec]) -> NeighbourRow:
        found = neighbour_row(row, specs)
        old = current.get(found.key)
        if old is not None and _differs(old, found) and not found.reason:
            raise BadRow(f"{old.printed} is there already, from {old.source}. If yours is to take its place, say why in reason.")
        return found

    read = read_rows(read_sheet(content), COLUMNS, checked, known_figures())
    added, changed, moment = 0, 0, clock.now()
    for row in read.good:
        old = current.get(row.key)
        said = {"value": row.value, "printed": row.printed, "source": row.source}
        if old is not None and not _differs(old, row):
            continue
        received = {"received_at": moment, "received_by": by.actor_reference}
        if old is None:
            NeighbourValue.objects.create(code=row.code, period=row.period, name=row.name, **said, **received)
            added += 1
            continue
        EarlierNeighbourValue.objects.create(
            neighbour_value=old, value=old.value, printed=old.printed, source=old.source, received_at=old.received_at,
            received_by=old.received_by, reason=row.reason, replaced_at=moment, replaced_by=by.actor_reference,
        )  # fmt: skip
        NeighbourValue.objects.filter(pk=old.pk).update(**said, **received)
        changed += 1
    result = Imported(added, changed, len(read.good) - added - changed, read.bad)
    data = {"added": added, "changed": changed, "unchanged": result.unchanged, "bad": len(result.bad)}
    events.record(verb="reporting.imported", by=by, subject=events.Subject("reporting_import", "neighbours"), data=data)
    return result


def _differs(old: NeighbourValue, row: NeighbourRow) -> bool:
    return (old.value, old.printed, old.source) != (row.value, row.printed, row.source)
