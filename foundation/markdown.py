"""Narrative that people write in Markdown, as HTML of the design system that can do no harm.

Two fences: raw HTML is never let through by the parser, and what the parser made is cleaned once more against
a list of elements. No pictures, no styles, no scripts; a link leads to the web, a mailbox, a telephone or
a page of the portal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

LOWEST_HEADING: Final = 6
EXTERNAL_REL: Final = "noopener noreferrer"

_HEADING_CLASSES: Final = {1: "govuk-heading-xl", 2: "govuk-heading-l", 3: "govuk-heading-m"}
_SMALL_HEADING: Final = "govuk-heading-s"
_CLASSES: Final = {
    "p": "govuk-body",
    "a": "govuk-link",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "li": "",
    "blockquote": "govuk-inset-text",
    "hr": "govuk-section-break govuk-section-break--m govuk-section-break--visible",
    "table": "govuk-table",
    "thead": "govuk-table__head",
    "tbody": "govuk-table__body",
    "tr": "govuk-table__row",
    "th": "govuk-table__header",
    "td": "govuk-table__cell",
}
_NUMERIC: Final = {"th": "govuk-table__header--numeric", "td": "govuk-table__cell--numeric"}
_RIGHT: Final = "text-align:right"

_TAGS: Final = {*_CLASSES, *(f"h{level}" for level in range(1, LOWEST_HEADING + 1)), "strong", "em", "s", "code", "pre", "br"}
_ATTRIBUTES: Final = {
    **{tag: {"class"} for tag in _TAGS},
    "a": {"class", "href", "title", "rel"},
    "th": {"class", "scope"},
    "ol": {"class", "start"},
    "code": set[str](),
}
_SCHEMES: Final = {"http", "https", "mailto", "tel"}

_parser: Final = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable("image")


def to_html(text: str, *, top_heading: int = 2) -> SafeString:
    """Return Markdown as safe HTML.

    The highest heading (``#``) becomes one of level ``top_heading`` and the others follow, none below 6, so that
    the page keeps its one ``h1``. Links that leave the portal get ``rel="noopener noreferrer"``.
    """
    tokens = _parser.parse(text)
    for token in _all(tokens):
        _dress(token, top_heading)
    html = _parser.renderer.render(tokens, _parser.options, {})
    clean = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
    return mark_safe(clean)  # noqa: S308  # just cleaned, and the parser lets no raw HTML through


def _all(tokens: Sequence[Token]) -> Iterable[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or [])


def _dress(token: Token, top_heading: int) -> None:
    """Give one element its level, its classes and what its link needs."""
    if token.type in {"heading_open", "heading_close"}:
        level = min(int(token.tag[1]) + top_heading - 1, LOWEST_HEADING)
        token.tag = f"h{level}"
        look = _HEADING_CLASSES.get(level, _SMALL_HEADING)
    else:
        look = _CLASSES.get(token.tag, "")
    if token.nesting < 0 or not look:
        return
    if token.tag == "th":
        token.attrSet("scope", "col")
    if str(token.attrs.pop("style", "")) == _RIGHT:
        look = f"{look} {_NUMERIC[token.tag]}"
    if token.tag == "a" and leaves_the_portal(str(token.attrs.get("href", ""))):
        token.attrSet("rel", EXTERNAL_REL)
    token.attrSet("class", look)


def leaves_the_portal(address: str) -> bool:
    """Say whether a link goes to another site: it names a scheme of the web, or starts with two slashes."""
    folded = address.strip().replace("\\", "/").casefold()
    return folded.startswith(("http:", "https:", "//"))
