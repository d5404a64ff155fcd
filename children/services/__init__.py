"""The verbs of the child's record."""

from children.services.changing import change_child
from children.services.chronicling import begin_involvement, end_involvements, write_chronology
from children.services.joining import merge_children, say_not_the_same, undo_merge
from children.services.registering import record_birth, register_child, register_children

__all__ = [
    "begin_involvement",
    "change_child",
    "end_involvements",
    "merge_children",
    "record_birth",
    "register_child",
    "register_children",
    "say_not_the_same",
    "undo_merge",
    "write_chronology",
]
