"""Bringing in the reference lists of schools and addresses."""

from collections.abc import Sequence
from dataclasses import dataclass

from children.models import Address, School
from children.rules.places import BrokenRow, read_places
from foundation import events
from foundation.actors import Actor
from foundation.service import service

AT_A_TIME = 5_000


@dataclass(frozen=True)
class Imported:
    """How many rows went in, and those that could not."""

    taken: int
    broken: Sequence[BrokenRow]


@service
def import_places(*, by: Actor, kind: str, content: bytes) -> Imported:
    """Take a list of "schools" or "addresses" in: known numbers are brought up to date, broken rows come back with the reason.

    The system only. Refuses what is neither CSV, Excel nor JSON. What the list no longer names stays as it was.
    """
    good, broken = read_places(kind, content)
    if kind == "schools":
        School.objects.bulk_create(
            [School(urn=row.key, **row.values) for row in good],
            batch_size=AT_A_TIME,
            update_conflicts=True,
            unique_fields=["urn"],
            update_fields=["name", "place", "postcode", "label", "open"],
        )
    else:
        Address.objects.bulk_create(
            [Address(uprn=row.key, **row.values) for row in good],
            batch_size=AT_A_TIME,
            update_conflicts=True,
            unique_fields=["uprn"],
            update_fields=["text", "postcode"],
        )
    events.record(
        verb="children.places_imported",
        by=by,
        subject=events.Subject("reference_list", kind),
        data={"taken": len(good), "broken": len(broken)},
    )
    return Imported(len(good), broken)
