"""Figures in the running text: `{{ figure: contacts.received }}` and its kin. Our own small parser; nothing is ever run."""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reporting.rules.frozen import NOT_RECORDED, FrozenFigure

LONGEST: Final = 40_000


def _value(figure: FrozenFigure) -> str:
    return figure.text


def _previous(figure: FrozenFigure) -> str:
    return figure.earlier.text if figure.earlier else NOT_RECORDED


def _change(figure: FrozenFigure) -> str:
    if figure.change is None:
        return "no comparison with the year before"
    short = figure.change.sentence.removesuffix(".")
    return short[0].lower() + short[1:]


KINDS: Final[Mapping[str, Callable[[FrozenFigure], str]]] = {"figure": _value, "previous": _previous, "change": _change}
_OPENING: Final = re.compile(r"\{\{")
_TOKEN: Final = re.compile(r"\{\{\s*(?P<kind>[a-z]+)\s*:\s*(?P<code>[a-z0-9_.]+)\s*\}\}")


@dataclass(frozen=True)
class Token:
    """One token in a text: what it asks of which figure, and where it stands. `kind` is empty when it cannot be read."""

    kind: str
    code: str
    text: str
    start: int
    end: int
    line: int


@dataclass(frozen=True)
class Problem:
    """A token that cannot be filled: where it stands and why, for its author."""

    line: int
    token: str
    reason: str

    def sentence(self, section: str) -> str:
        """Chapter, line and reason in one sentence."""
        return f"{section}, line {self.line}: {self.token} {self.reason}."


def tokens(text: str) -> Iterator[Token]:
    """Every token of a text in order, the unreadable ones too."""
    for opening in _OPENING.finditer(text):
        start = opening.start()
        line = text.count("\n", 0, start) + 1
        found = _TOKEN.match(text, start)
        if found:
            yield Token(found["kind"], found["code"], found[0], start, found.end(), line)
        else:
            end = text.find("}}", start)
            rest = text[start : end + 2] if end >= 0 else text[start:].splitlines()[0]
            yield Token("", "", rest[:60], start, start + len(rest), line)


def problems(text: str, known: Container[str], valued: Container[str] | None = None) -> list[Problem]:
    """What is wrong with the tokens of a text, given the figures that there are and, for one year, those that have a value."""
    found = []
    for token in tokens(text):
        if not token.kind:
            found.append(Problem(token.line, token.text, "cannot be read; write it like {{ figure: contacts.received }}"))
        elif token.kind not in KINDS:
            found.append(Problem(token.line, token.text, f"starts with “{token.kind}”; it must be {_one_of(KINDS)}"))
        elif token.code not in known:
            found.append(Problem(token.line, token.text, f"names no figure: there is no “{token.code}”"))
        elif valued is not None and token.code not in valued:
            found.append(Problem(token.line, token.text, "has no value for this year"))
    return found


def filled(text: str, figures: Mapping[str, FrozenFigure]) -> str:
    """The text with every token replaced by what it asks for. Only for a text without problems (KeyError otherwise)."""
    parts, end = [], 0
    for token in tokens(text):
        parts += [text[end : token.start], KINDS[token.kind](figures[token.code])]
        end = token.end
    return "".join([*parts, text[end:]])


def _one_of(words: Mapping[str, object]) -> str:
    *first, last = (f"“{word}”" for word in words)
    return f"{', '.join(first)} or {last}"
