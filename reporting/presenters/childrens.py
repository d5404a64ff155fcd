"""Wording of the report for children, and of how hard it is to read."""

from collections.abc import Mapping
from typing import Any

from foundation.design.words import counted
from reporting.models import ChildrensVersion, Edition
from reporting.rules.frozen import from_json
from reporting.rules.readability import EASY, LONG_SENTENCE, PLAIN, Reading, reading_of


def reading_words(content: Mapping[str, Any]) -> list[str]:
    """What its author is told of how hard it is to read, with what could be shorter."""
    text = "\n".join(paragraph for section in content["sections"] for paragraph in section["paragraphs"])
    found = reading_of(text)
    if found.ease is None:
        return []
    told = [
        f"{_ease(found)} Flesch reading ease: {found.ease:g} (about 100 is easiest).",
        f"{counted(found.sentences, 'sentence')} of {found.words_per_sentence:.0f} words on average.",
    ]
    told += [f"Longer than {LONG_SENTENCE} words: “{one}”" for one in found.long_sentences]
    if found.long_words:
        told.append(f"Long words: {', '.join(found.long_words)}.")
    return told


def _ease(found: Reading) -> str:
    ease = found.ease or 0.0
    if ease >= EASY:
        return "Easy: most children of 11 can read it."
    return "Plain: for young people of 13 and older." if ease >= PLAIN else "Hard to read for children. Make it shorter."


def figure_choices(edition: Edition) -> list[tuple[str, str]]:
    """The figures of an edition that are shown, by their titles."""
    shown = [figure for figure in from_json(edition.figures).values() if figure.value is not None]
    return [(one.code, f"{one.title}: {one.text}") for one in sorted(shown, key=lambda one: one.title)]


def stored_rows(draft: ChildrensVersion | None) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    if draft is None:
        return []
    rows = {"What we did": draft.did, "What we heard from you": draft.heard, "What we will do next": draft.will_do}
    return [{"key": key, "value": value} for key, value in rows.items()]


def file_stem(made: ChildrensVersion) -> str:
    """The name of its file without the ending."""
    return f"our-year-{made.edition.year}-for-children-{made.number}"
