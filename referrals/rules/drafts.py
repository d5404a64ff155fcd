"""How a draft keeps what was typed: by section, as the browser sent it, so that nothing is lost that is not right yet."""

import json
from collections.abc import Mapping
from typing import Any

from foundation.errors import Refused

Typed = Mapping[str, list[str]]
"""The values of each input of a page, by name."""

ABOUT_THE_WRITER = "about"
"""The page on which whoever refers says who they are."""

MOST_CHARACTERS = 600_000
"""A draft with all of its sections, as JSON."""


def item_keys(answers: Mapping[str, Any], kind: str) -> list[str]:
    """The keys of a list's items, such as children/1, children/3, in order."""
    prefix = f"{kind}/"
    return sorted((key for key in answers if key.startswith(prefix)), key=number_of)


def number_of(key: str) -> int:
    """The number in an item's key."""
    return int(key.rpartition("/")[2])


def next_key(answers: Mapping[str, Any], kind: str) -> str:
    """The key of the next item of a list."""
    keys = item_keys(answers, kind)
    return f"{kind}/{number_of(keys[-1]) + 1 if keys else 1}"


def same_answers(one: Typed, other: Typed) -> bool:
    """Whether two pages say the same, empty inputs aside."""
    return _filled(one) == _filled(other)


def differences(one: Typed, other: Typed) -> list[str]:
    """The names of the inputs in which two pages differ."""
    first, second = _filled(one), _filled(other)
    return [name for name in [*first, *(name for name in second if name not in first)] if first.get(name) != second.get(name)]


def check_size(answers: Mapping[str, Any], typed: Typed) -> None:
    """Refuse a page that would make the draft larger than a draft may be."""
    if len(json.dumps(answers)) + len(json.dumps(dict(typed))) > MOST_CHARACTERS:
        raise Refused("This is too much text to save. Shorten it, or attach it as a document.")


def _filled(typed: Typed) -> dict[str, list[str]]:
    return {name: [_unix(value) for value in values] for name, values in typed.items() if any(value.strip() for value in values)}


def _unix(value: str) -> str:
    return value.replace("\r\n", "\n").strip()
