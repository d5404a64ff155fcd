"""What each kind of case says of itself on the page that all cases share: the parts, and the dataclasses that hold them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse

from reviews.models import Case
from reviews.selectors.cases import CaseFile


@dataclass(frozen=True)
class Section:
    """A part of a case’s page: its heading, and a template that shows `data`. Without data it is not shown."""

    title: str
    template: str
    data: Any


@dataclass(frozen=True)
class Notice:
    """What the reader has to know first; `tone` is one of a side panel."""

    title: str
    text: str
    tone: str = "soon"


@dataclass(frozen=True)
class Way:
    """A kind of case. `state`: words and colour. `due_on`: the next day by which something is due.

    `texts`: everything that somebody wrote, in which no child’s name is to stand. `events`: the words of what happens to it.
    """

    state: Callable[[Case], tuple[str, str]]
    due_on: Callable[[Case], date | None]
    sections: Callable[[CaseFile], Sequence[Section]]
    steps: Callable[[CaseFile], Sequence[dict[str, str]]]
    texts: Callable[[CaseFile], Iterable[str]]
    events: Mapping[str, str]
    notices: Callable[[CaseFile], Sequence[Notice]] = field(default=lambda _file: ())


def facts(title: str, rows: Sequence[Mapping[str, str]]) -> Section:
    """A part that is a list of facts, each with `key` and `value`."""
    return Section(title, "reviews/sections/facts.html", rows)


def rows_of(told: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Facts with their names, without those of which nothing is known."""
    return [{"key": key, "value": value} for key, value in told if value]


def yes(value: bool | None) -> str:  # noqa: FBT001  # an answer
    """An answer in words; nothing where there is none."""
    return {True: "Yes", False: "No", None: ""}[value]


def steps_of(reference: str, found: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """What may be done now, each the name of a page and its words."""
    return [{"href": reverse(f"reviews:{name}", args=[reference]), "text": text} for name, text in found]
