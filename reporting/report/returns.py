"""The returns of a round as they are printed: by agency or by theme, in the shape's layout, what is missing named."""

from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from foundation.markdown import to_html
from reporting.models import ReturnRound
from reporting.rules.returns import PrintedHeading, PrintedPart, PrintedReturn, PrintedRound

WRITERS_HEADING = 6
"""Headings that a writer makes in a text stand beneath all of ours."""


@dataclass(frozen=True)
class Text:
    """One text, or a table of texts, with the heading that stands over it where one does."""

    title: str
    html: SafeString
    caption: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[SafeString, ...], ...] = ()

    @property
    def labelled(self) -> list[list[tuple[str, SafeString]]]:
        """Each row's cells with the name of their column, for a page on which rows stand as cards."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Under:
    """What stands under one heading of the third or fourth rank. `sentence`: that it came late."""

    title: str
    texts: tuple[Text, ...] = ()
    parts: tuple["Under", ...] = ()
    sentence: str = ""


def returns_html(of: PrintedRound) -> SafeString:
    """The part of the report for one round."""
    parts = _by_theme(of) if of.layout == ReturnRound.Layout.BY_THEME else _by_agency(of)
    missing = [one.sentence for one in of.returns if not one.is_made]
    late = [f"{one.made_by}: {one.sentence}" for one in of.returns if one.is_made and one.sentence]
    by_theme = of.layout == ReturnRound.Layout.BY_THEME
    context = {"parts": parts, "missing": missing, "late": late if by_theme else []}
    return SafeString(render_to_string("reporting/report/returns.html", context))


def _by_agency(of: PrintedRound) -> list[Under]:
    made = [one for one in of.returns if one.is_made]
    return [Under(one.made_by, parts=_headings(of, one), sentence=one.sentence) for one in made]


def _headings(of: PrintedRound, given: PrintedReturn) -> tuple[Under, ...]:
    printed = [heading for heading in of.headings if _says(given, heading)]
    alone = len(of.headings) == 1  # a heading that every return has says nothing over the caption of its table
    return tuple(
        Under("" if alone else f"{of.number_of(heading, printed)}{heading.title}", _texts(given, heading)) for heading in printed
    )


def _by_theme(of: PrintedRound) -> list[Under]:
    made = [one for one in of.returns if one.is_made]
    printed = [heading for heading in of.headings if any(_says(one, heading) for one in made)]
    return [
        Under(
            f"{of.number_of(heading, printed)}{heading.title}",
            parts=tuple(Under(one.made_by, _texts(one, heading)) for one in made if _says(one, heading)),
        )
        for heading in printed
    ]


def _says(given: PrintedReturn, heading: PrintedHeading) -> bool:
    return any(part.key in given.answers for part in heading.parts)


def _texts(given: PrintedReturn, heading: PrintedHeading) -> tuple[Text, ...]:
    said = [part for part in heading.parts if part.key in given.answers]
    return tuple(_text(part, given.answers[part.key], f"{part.title or heading.title}: {given.made_by}") for part in said)


def _text(part: PrintedPart, value: Any, caption: str) -> Text:
    if part.columns:
        rows = tuple(tuple(_html(text) for text in row) for row in value)
        return Text(part.title, SafeString(""), caption, part.columns, rows)
    return Text(part.title, _html("\n".join(f"- {one}" for one in value) if isinstance(value, list | tuple) else str(value)))


def _html(text: str) -> SafeString:
    return mark_safe(to_html(text, top_heading=WRITERS_HEADING).replace(' class="govuk-body"', ""))  # noqa: S308  # cleaned there
