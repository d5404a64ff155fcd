"""Two people who write one record at once: each text is merged by itself, and where both changed one, both are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from foundation.errors import Refused

LONGEST = 20_000
Page = Sequence[str | int]
"""A page, and which version of a text it wrote."""


@dataclass(frozen=True)
class Written:
    """A text as somebody sends it, and the version of that text which their page had shown (0: none was written yet).

    `page` tells pages apart: one that saves while it is written goes on from what it saved itself.
    """

    text: str
    version: int = 0
    page: str = ""


@dataclass(frozen=True)
class Merged:
    """The texts that change, the versions of all, and those that stand beside what somebody else wrote meanwhile."""

    values: Mapping[str, str]
    versions: Mapping[str, int]
    pages: Mapping[str, Page]
    others: Mapping[str, str]


def merged(
    current: Mapping[str, str],
    versions: Mapping[str, int],
    written: Mapping[str, Written],
    pages: Mapping[str, Page] | None = None,
) -> Merged:
    """Merge what somebody sends, text by text. Refuses a text that the record does not have, and one that is too long.

    A text whose version is the shown one is replaced, and so is one that the same page wrote last. One that somebody else changed
    meanwhile stays, and the new one is kept beside it, unless both say the same.
    """
    values, others, counted, by_page = {}, {}, dict(versions), dict(pages or {})
    for place, one in written.items():
        if place not in current:
            raise Refused("This record has no such part. Load the page again.")
        if len(one.text) > LONGEST:
            raise Refused(f"This must be {LONGEST:,} characters or fewer.", field=place)
        if says_the_same(one.text, current[place]):
            continue
        stands = versions.get(place, 0)
        if one.version == stands or wrote_it(one.page, by_page.get(place), stands):
            values[place] = one.text
            counted[place] = stands + 1
            by_page[place] = [one.page, stands + 1]
        else:
            others[place] = one.text
    return Merged(values, counted, by_page, others)


def wrote_it(page: str, by_page: Page | None, version: int) -> bool:
    """Whether it was this page that wrote a text as it stands."""
    return page != "" and by_page is not None and list(by_page) == [page, version]


def says_the_same(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but blanks at their ends and how a browser breaks lines."""
    return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()


def fingerprint(text: str) -> str:
    """What a page keeps of a text that it showed, to tell afterwards whether its reader changed it."""
    return sha256(text.replace("\r\n", "\n").strip().encode()).hexdigest()[:16]
