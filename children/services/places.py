"""Bringing in the reference lists of schools and addresses."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from children.models import Address, School
from children.rules.places import NOTHING_GOOD, BrokenRow, keys_named, read_places
from children.selectors.places import no_longer_named
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.service import service

AT_A_TIME = 5_000


@dataclass(frozen=True)
class Imported:
    """How many rows went in, those that could not, and how many places a whole list names no longer."""

    taken: int
    broken: Sequence[BrokenRow]
    gone: int = 0


@service
def import_places(*, by: Actor, kind: str, content: bytes, whole: bool = False) -> Imported:
    """Take a list of "schools" or "addresses" in: known numbers are brought up to date, broken rows come back with the reason.

    `whole`: the list names everything that there is, so what it no longer names is gone: it is offered no more, and stays
    where it was chosen. Otherwise that stays as it was. The system only. Refuses what is neither CSV, Excel nor JSON, and a
    whole list without a single good row.
    """
    good, broken = read_places(kind, content)
    if whole and not good:
        raise Refused(NOTHING_GOOD)
    if kind == "schools":
        School.objects.bulk_create(
            [School(urn=row.key, gone_on=None, **row.values) for row in good],
            batch_size=AT_A_TIME,
            update_conflicts=True,
            unique_fields=["urn"],
            update_fields=["name", "place", "postcode", "label", "open", "gone_on"],
        )
    else:
        Address.objects.bulk_create(
            [Address(uprn=row.key, gone_on=None, **row.values) for row in good],
            batch_size=AT_A_TIME,
            update_conflicts=True,
            unique_fields=["uprn"],
            update_fields=["text", "postcode", "gone_on"],
        )
    gone = _mark_gone(kind, keys_named(good, broken)) if whole else 0
    events.record(
        verb="children.places_imported",
        by=by,
        subject=events.Subject("reference_list", kind),
        data={"taken": len(good), "broken": len(broken), "gone": gone},
    )
    return Imported(len(good), broken, gone)


def _mark_gone(kind: str, named: Collection[str]) -> int:
    """Mark the places that a whole list does not name as gone today. Says how many."""
    gone = no_longer_named(kind, named)
    for begin in range(0, len(gone), AT_A_TIME):
        numbers = gone[begin : begin + AT_A_TIME]
        if kind == "schools":
            School.objects.filter(urn__in=numbers).update(gone_on=clock.today())
        else:
            Address.objects.filter(uprn__in=numbers).update(gone_on=clock.today())
    return len(gone)
