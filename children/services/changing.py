"""A child's record says something else than before: it is found under new keys, and who it may be is asked again."""

from dataclasses import asdict

from django.conf import settings
from django.db.models import Q

from children.models import Child, NotTheSame
from children.rules import ChildDetails, check_details
from children.rules.details import tidied
from children.rules.keys import keys_of
from children.selectors.records import details_of
from foundation import clock, events
from foundation.actors import Actor
from foundation.service import service

CHILD = "child"
IDENTITY = frozenset(ChildDetails.__dataclass_fields__) - {"birth_date_estimated", "ethnicity"}
"""By these the same child is found."""


@service
def change_child(*, by: Actor, child: Child, details: ChildDetails) -> frozenset[str]:
    """Let a record describe its child otherwise; says which of the marks by which a child is found are different now.

    Called inside services of upper apps. Where such a mark changed, the record is found under new keys, and words that it is
    not the same as another are taken back: they were said of somebody described otherwise. Refuses what `register_child`
    refuses.
    """
    check_details(details, clock.today(), test_numbers=settings.TEST_NHS_NUMBERS)
    details = tidied(details, test_numbers=settings.TEST_NHS_NUMBERS)
    held = Child.objects.select_for_update(of=("self",)).get(pk=child.pk)
    before = details_of(held)
    changed = [name for name, value in asdict(details).items() if value != getattr(before, name)]
    if not changed:
        return frozenset()
    for name in changed:
        setattr(held, name, getattr(details, name))
    held.keys = keys_of(details)
    held.save(update_fields=[*changed, "keys"])
    marks = IDENTITY & set(changed)
    if marks:
        said = NotTheSame.objects.filter(Q(first=held) | Q(second=held), taken_back_at__isnull=True)
        said.update(taken_back_at=clock.now(), taken_back_by=by.actor_reference)
    events.record(
        verb="children.changed",
        by=by,
        subject=events.Subject(CHILD, held.reference),
        data={"changed": ", ".join(sorted(changed))},
    )
    return marks
