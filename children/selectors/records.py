"""Which records are of one child: the record that stands, and those that were merged into it."""

from collections.abc import Collection, Mapping

from django.db.models import QuerySet

from children.models import RESOLVED, Child
from children.rules import ChildDetails


def details_of(child: Child) -> ChildDetails:
    """What a record says of its child."""
    return ChildDetails(**{name: getattr(child, name) for name in ChildDetails.__dataclass_fields__})


def standing_id(child: Child) -> int:
    """The id of the record that stands for a child: the one into which it was merged, or itself."""
    return child.merged_into_id or child.pk


def records_of(child: Child) -> QuerySet[Child, int]:
    """The ids of every record of a child, not yet read: a condition for what stands under any of them."""
    return records_standing_for(standing_id(child))


def records_standing_for(standing: int) -> QuerySet[Child, int]:
    """As `records_of`, by the id of the record that stands for the child."""
    return Child.objects.alias(standing=RESOLVED).filter(standing=standing).values_list("pk", flat=True)


def same_children(children: Collection[int]) -> Mapping[int, int]:
    """Every record of the children of some records, each with the id of the one that stands for it; one statement."""
    standing = Child.objects.filter(pk__in=children).values_list(RESOLVED)
    return dict(Child.objects.alias(standing=RESOLVED).filter(standing__in=standing).values_list("pk", RESOLVED))
