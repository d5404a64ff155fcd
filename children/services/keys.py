"""Making anew the keys under which children are found."""

from collections.abc import Iterator
from dataclasses import fields

from children.models import Child
from children.rules import ChildDetails
from children.rules.keys import keys_of
from foundation import events
from foundation.actors import Actor
from foundation.service import service

AT_A_TIME = 2_000
DETAILS = tuple(field.name for field in fields(ChildDetails))


@service
def make_keys_anew(*, by: Actor) -> int:
    """Give every child the keys that the rules of today make of what is known; answers how many had others.

    The system only, after the table of short forms or another rule of the keys has changed.
    """
    changed = 0
    for batch in _batches():
        others = []
        for child in batch:
            keys = keys_of(ChildDetails(**{name: getattr(child, name) for name in DETAILS}))
            if keys != child.keys:
                child.keys = keys
                others.append(child)
        Child.objects.bulk_update(others, ["keys"])
        changed += len(others)
    if changed:
        events.record(
            verb="children.keys_made_anew", by=by, subject=events.Subject("reference_list", "keys"), data={"changed": changed}
        )
    return changed


def _batches() -> Iterator[list[Child]]:
    last = 0
    while batch := list(Child.objects.filter(pk__gt=last).only("id", "keys", *DETAILS).order_by("pk")[:AT_A_TIME]):
        yield batch
        last = batch[-1].pk
