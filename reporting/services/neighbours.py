"""Taking in what statistical neighbours published of themselves."""

from foundation import clock, events
from foundation.actors import Actor
from foundation.exports import read_sheet
from foundation.imported import Imported
from foundation.service import service
from foundation.turns import take_turns
from reporting.models import NeighbourValue
from reporting.rules.import_rows import read_rows
from reporting.rules.neighbours import COLUMNS, neighbour_row
from reporting.selectors.catalogue import known_figures


@service
def import_neighbours(*, by: Actor, content: bytes) -> Imported:
    """Take in a file of figures of neighbours by name: code, period, name, value as published, source."""
    take_turns("reporting.neighbours")
    read = read_rows(read_sheet(content), COLUMNS, neighbour_row, known_figures())
    current: dict[tuple[str, ...], NeighbourValue] = {
        (old.code, old.period, old.name): old for old in NeighbourValue.objects.all()
    }
    added = changed = 0
    for row in read.good:
        old = current.get(row.key)
        said = {"value": row.value, "printed": row.printed, "source": row.source}
        if old is not None and all(getattr(old, name) == value for name, value in said.items()):
            continue
        NeighbourValue.objects.update_or_create(
            code=row.code, period=row.period, name=row.name,
            defaults={**said, "received_at": clock.now(), "received_by": by.actor_reference},
        )  # fmt: skip
        added, changed = added + (old is None), changed + (old is not None)
    result = Imported(added, changed, len(read.good) - added - changed, read.bad)
    data = {"added": added, "changed": changed, "unchanged": result.unchanged, "bad": len(result.bad)}
    events.record(verb="reporting.imported", by=by, subject=events.Subject("reporting_import", "neighbours"), data=data)
    return result
