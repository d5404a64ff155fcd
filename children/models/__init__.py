"""The tables of the child's record."""

from children.models.child import RESOLVED, RESOLVED_SQL, Child, new_child_reference
from children.models.chronology import ChronologyEntry, Involvement
from children.models.joining import ChildMerge, NotTheSame
from children.models.places import Address, School

__all__ = [
    "RESOLVED",
    "RESOLVED_SQL",
    "Address",
    "Child",
    "ChildMerge",
    "ChronologyEntry",
    "Involvement",
    "NotTheSame",
    "School",
    "new_child_reference",
]
