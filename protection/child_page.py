"""What child protection adds to the child's record, in codes that only it reads."""

from collections.abc import Callable, Collection
from functools import partial

from django.urls import reverse

from accounts.models import Person
from children.kinds import RecordKind, RecordsOfChildren, References, TellingOfChildren
from protection.rules import kinds
from protection.rules.chronology import entry_words

TITLES = {
    kinds.DISCUSSION: "Strategy discussions",
    kinds.ENQUIRY: "Section 47 enquiries",
    kinds.CONFERENCE: "Child protection conferences",
    kinds.PLAN: "Child protection plans",
}


PAGES = {
    kinds.FAMILY: "protection:family",
    kinds.DISCUSSION: "protection:discussion",
    kinds.ENQUIRY: "protection:enquiry",
    kinds.CONFERENCE: "protection:conference",
    kinds.PLAN: "protection:plan",
}


def address_of(kind: str, reference: str) -> str:
    """The page of a record of child protection; nothing for a kind that has none."""
    return reverse(PAGES[kind], args=[reference]) if kind in PAGES else ""


def _kind(kind: str, title: str) -> RecordKind:
    def seen(person: Person, references: Collection[str]) -> References:
        from protection.selectors.sight import seen_rows

        return seen_rows(person, kind, references)

    def about(person: Person, children: Collection[int]) -> RecordsOfChildren:
        from protection.selectors.sight import records_about

        return records_about(person, kind, children)

    def telling(person: Person, children: Collection[int]) -> TellingOfChildren:
        from protection.selectors.sight import telling_about

        return telling_about(person, kind, children)

    return RecordKind(
        kind,
        seen_by=seen,
        of_children=about,
        telling_of=telling,
        address=partial(address_of, kind),
        words=entry_words,
        restricted=_restricted(kind),
        title=title,
    )


def _restricted(kind: str) -> Callable[[Collection[str]], References]:
    def restricted(references: Collection[str]) -> References:
        from protection.selectors.sight import restricted_rows

        return restricted_rows(kind, references)

    return restricted


RECORDS = tuple(_kind(kind, title) for kind, title in TITLES.items())
