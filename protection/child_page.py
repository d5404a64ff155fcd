"""What child protection adds to the child's record, in codes that only it reads."""

from collections.abc import Callable, Collection

from accounts.models import Person
from children.kinds import RecordKind
from protection.rules import kinds
from protection.rules.chronology import entry_words


def _no_page(_reference: str) -> str:
    return ""


def _kind(kind: str) -> RecordKind:
    def seen(person: Person, references: Collection[str]) -> Collection[str]:
        from protection.selectors.sight import seen_among

        return seen_among(person, kind, references)

    return RecordKind(
        kind,
        seen_by=seen,
        children_seen=_children_seen(kind),
        children_told=_children_told(kind),
        address=_no_page,
        words=entry_words,
        restricted=_restricted(kind),
    )


def _children_seen(kind: str) -> Callable[[Person, Collection[int]], Collection[int]]:
    def children_seen(person: Person, children: Collection[int]) -> Collection[int]:
        from protection.selectors.sight import children_seen_through

        return children_seen_through(person, kind, children)

    return children_seen


def _children_told(kind: str) -> Callable[[Collection[int]], Collection[int]]:
    def children_told(children: Collection[int]) -> Collection[int]:
        from protection.selectors.sight import children_told_of

        return children_told_of(kind, children)

    return children_told


def _restricted(kind: str) -> Callable[[Collection[str]], Collection[str]]:
    def restricted(references: Collection[str]) -> Collection[str]:
        from protection.selectors.sight import restricted_among

        return restricted_among(kind, references)

    return restricted


RECORDS = tuple(_kind(kind) for kind in (kinds.DISCUSSION, kinds.ENQUIRY, kinds.CONFERENCE, kinds.PLAN))
