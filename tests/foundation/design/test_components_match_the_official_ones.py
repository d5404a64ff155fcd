"""The macros give, case by case, the HTML that govuk-frontend 6.3.0 publishes for the same options."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from foundation.design.components import component

FIXTURES = Path(__file__).parent / "govuk-frontend-6.3.0-fixtures.json.gz"
CASES: dict[str, list[tuple[str, dict[str, Any], str]]] = json.loads(gzip.decompress(FIXTURES.read_bytes()))


def canonical(source: str) -> list[str]:
    """Tags, sorted attributes and texts, with white space made equal."""
    parts: list[str] = []

    def text(words: str | None) -> None:
        if words and (bare := " ".join(words.split())):
            parts.append(bare)

    def walk(element: Any) -> None:
        if isinstance(element.tag, str):
            attributes = {name: " ".join(value.split()) for name, value in element.attrib.items()}
            parts.append(f"<{element.tag} {sorted(attributes.items())}>")
            text(element.text)
            for child in element:
                walk(child)
            parts.append(f"</{element.tag}>")
        text(element.tail)

    walk(html.fragment_fromstring(source, create_parent="root"))
    return parts


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_published_case(name: str) -> None:
    wrong = [title for title, options, expected in CASES[name] if canonical(str(component(name, options))) != canonical(expected)]
    assert wrong == []


def test_all_cases_are_here() -> None:
    assert sum(len(cases) for cases in CASES.values()) == 657


def test_the_comparison_sees_a_difference() -> None:
    assert canonical('<p class="a  b">x</p>') == canonical('<p class="a b"> x </p>')
    assert canonical("<p>x</p>") != canonical("<p>y</p>")
    assert canonical('<p class="a">x</p>') != canonical("<p>x</p>")


def test_text_is_escaped() -> None:
    shown = component("tag", {"text": "<script>alert(1)</script>"})
    assert "<script>" not in shown
    assert re.search(r"&lt;script&gt;", shown)
