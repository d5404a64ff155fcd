"""Figures in the running text: `{{ figure: contacts.received }}` and its kin, and tables, charts and quotes that stand in a line
of their own: `{{ chart: contacts.received by month }}`. Our own small parser; nothing is ever run."""

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from foundation.design.words import lower_first
from reporting.rules.frozen import NOT_RECORDED, FrozenFigure, FrozenTable

LONGEST: Final = 40_000
ACTIONS_BY_PLAN: Final = "actions.by_plan"
"""The table of words from which the actions of one plan are taken: plans stand in its first column."""
PLAN_SOURCES: Final = "actions.plan_sources"
"""The table of words that says of each of these plans what it follows from: plan, and source."""
QUOTES: Final = "voice.quotes"
"""The table of words from which quotes and case stories are taken: reference, what was said, who said it, and how it came."""
CASE_STORY: Final = "Case story"
"""How a case story came."""


def _value(figure: FrozenFigure) -> str:
    return figure.text


def _previous(figure: FrozenFigure) -> str:
    return figure.earlier.text if figure.earlier else NOT_RECORDED


def _change(figure: FrozenFigure) -> str:
    if figure.change is None:
        return "no comparison with the year before"
    return lower_first(figure.change.sentence.removesuffix("."))


KINDS: Final[Mapping[str, Callable[[FrozenFigure], str]]] = {"figure": _value, "previous": _previous, "change": _change}
BLOCKS: Final = ("table", "chart", "actions", "quote", "case")
"""The tokens that stand alone in a line and become a table, a picture or a quote."""
NOT_OFFERED: Final = "is not offered to the authors of this chapter; ask the business team to place it"
_NAMED: Final = ("actions", "quote", "case")
_TOKEN: Final = re.compile(
    r"\{\{[ \t]*(?P<kind>[a-z]+)[ \t]*:[ \t]*(?P<code>[a-z0-9_.]+)(?:[ \t]+by[ \t]+(?P<by>[a-z0-9_]+))?[ \t]*\}\}"
)
_NAMING: Final = re.compile(r"\{\{[ \t]*(?P<kind>actions|quote|case)[ \t]*:[ \t]*(?P<code>[^{}\n]{1,200}?)[ \t]*\}\}")


@dataclass(frozen=True)
class Token:
    """One token in a text: what it asks of what, and where it stands. `kind` is empty when it cannot be read."""

    kind: str
    code: str
    text: str
    start: int
    end: int
    line: int
    by: str = ""
    """By what a table or a picture is broken down."""
    alone: bool = False
    """Whether nothing else stands in its line."""


@dataclass(frozen=True)
class Problem:
    """A token that cannot be filled: where it stands and why, for its author."""

    line: int
    token: str
    reason: str

    def sentence(self, section: str) -> str:
        """Chapter, line and reason in one sentence."""
        return f"{section}, line {self.line}: {self.token} {self.reason}."


@dataclass(frozen=True)
class Placeable:
    """What may be placed as a block: by the code of a figure by what it may be broken down, and the tables of words."""

    dimensions: Mapping[str, Collection[str]] = field(default_factory=dict)
    tables: Container[str] = ()


@dataclass(frozen=True)
class Offered:
    """What somebody who writes one chapter may place in it: codes, and by kind and name quotes, case stories and plans."""

    codes: Container[str]
    named: Container[tuple[str, str]]

    def holds(self, token: Token) -> bool:
        """Whether a token places something of that."""
        if token.kind == "actions" and ACTIONS_BY_PLAN in self.codes:
            return True
        return _name(token) in self.named if token.kind in _NAMED else token.code in self.codes

    def quotes(self, reference: str) -> bool:
        """Whether words that may be quoted are among it."""
        return any((kind, _folded(reference)) in self.named for kind in ("quote", "case"))


def placed_in(text: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """What a text places: codes, and quotes, case stories and plans by kind and name."""
    there = [token for token in tokens(text) if token.kind]
    return (
        frozenset(token.code for token in there if token.kind not in _NAMED),
        frozenset(_name(token) for token in there if token.kind in _NAMED),
    )


def _name(token: Token) -> tuple[str, str]:
    return token.kind, _folded(token.code)


@dataclass(frozen=True)
class YearTold:
    """What is known of a year, as it may be printed: figures and tables of words, by code."""

    figures: Mapping[str, FrozenFigure]
    tables: Mapping[str, FrozenTable]

    def actions_of(self, plan: str) -> list[tuple[str, ...]]:
        """The rows of one plan by its title, or of every plan that follows from such a source, whatever the capitals."""
        if rows := self._rows(ACTIONS_BY_PLAN, plan):
            return rows
        sources = self.tables.get(PLAN_SOURCES)
        following = {row[0] for row in sources.rows if _same(row[1], plan)} if sources else set()
        return [row for row in self.tables[ACTIONS_BY_PLAN].rows if row[0] in following] if following else []

    def quote(self, reference: str) -> tuple[str, ...]:
        """Reference, words, speaker and way of what may be printed; nothing where there is no such quote."""
        return next(iter(self._rows(QUOTES, reference)), ())

    def case(self, reference: str) -> tuple[str, ...]:
        """The same of a case story; nothing where there is no such story."""
        found = self.quote(reference)
        return found if found and found[-1] == CASE_STORY else ()

    def _rows(self, code: str, first: str) -> list[tuple[str, ...]]:
        table = self.tables.get(code)
        return [row for row in table.rows if _same(row[0], first)] if table else []


def _same(one: str, other: str) -> bool:
    return is_same((one, other))


def is_same(names: Iterable[str]) -> bool:
    """Whether names differ in nothing but capitals and blanks."""
    return len({_folded(one) for one in names}) == 1


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def tokens(text: str) -> Iterator[Token]:
    """Every token of a text in order, the unreadable ones too, which end with their line."""
    end, line = 0, 1
    while (start := text.find("{{", end)) >= 0:
        line += text.count("\n", end, start)
        found = _NAMING.match(text, start) or _TOKEN.match(text, start)
        if found and not (found.re is _TOKEN and found["by"] and found["kind"] in KINDS):
            by = (found["by"] or "") if found.re is _TOKEN else ""
            end = found.end()
            yield Token(found["kind"], found["code"], found[0], start, end, line, by, _is_alone(text, start, end))
        else:
            after = text.find("\n", start)
            closed = text.find("}}", start, None if after < 0 else after)
            end = closed + 2 if closed >= 0 else len(text) if after < 0 else after
            yield Token("", "", text[start : min(end, start + 60)], start, end, line)


def _is_alone(text: str, start: int, end: int) -> bool:
    after = text.find("\n", end)
    rest = text[end:] if after < 0 else text[end:after]
    return not text[text.rfind("\n", 0, start) + 1 : start].strip() and not rest.strip()


def problems(
    text: str,
    known: Container[str],
    valued: Container[str] | None = None,
    *,
    blocks: Placeable | None = None,
    year: YearTold | None = None,
    offered: Offered | None = None,
) -> list[Problem]:
    """What is wrong with the tokens of a text, given the figures that there are and, for one year, those that have a value.

    Tables, pictures and quotes may stand in it where it is said which there are (`blocks`); `year`: what they are made of.
    `offered`: where its author may place some of all that only.
    """
    found = []
    for token in tokens(text):
        valued_now = year.figures if valued is None and year else valued
        reason = NOT_OFFERED if _is_kept_back(token, offered) else _reason(token, known, valued_now, blocks, year)
        if reason:
            found.append(Problem(token.line, token.text, reason))
    return found


def _is_kept_back(token: Token, offered: Offered | None) -> bool:
    return offered is not None and token.kind in (*KINDS, *BLOCKS) and not offered.holds(token)


def _reason(
    token: Token, known: Container[str], valued: Container[str] | None, blocks: Placeable | None, year: YearTold | None
) -> str:
    """Why a token cannot be filled; empty where it can."""
    if not token.kind:
        return "cannot be read; write it like {{ figure: contacts.received }}"
    if blocks is not None and token.kind in BLOCKS:
        if not token.alone:
            return "must stand alone in its line"
        return _names_nothing(token, known, blocks) or (_is_empty(token, year) if year else "")
    if token.kind not in KINDS:
        return f"starts with “{token.kind}”; it must be {_one_of([*KINDS, *(BLOCKS if blocks is not None else ())])}"
    if token.code not in known:
        return f"names no figure: there is no “{token.code}”"
    return "has no value for this year" if valued is not None and token.code not in valued else ""


def _names_nothing(token: Token, known: Container[str], blocks: Placeable) -> str:
    if token.kind in _NAMED:
        wanted = ACTIONS_BY_PLAN if token.kind == "actions" else QUOTES
        return "" if wanted in blocks.tables else f"names nothing: there is no table “{wanted}”"
    if token.code in blocks.tables:
        if token.kind == "chart":
            return f"cannot be drawn: it is a table of words; write {{{{ table: {token.code} }}}}"
        return "is a table of words and has no parts; leave “by” out" if token.by else ""
    if token.code not in known:
        what = "figure" if token.kind == "chart" else "figure and no table of words"
        return f"names nothing: there is no {what} “{token.code}”"
    if token.kind == "chart" and not token.by:
        return f"does not say by what it is drawn; write it like {{{{ chart: {token.code} by month }}}}"
    offered = blocks.dimensions.get(token.code, ())
    if token.by and token.by not in offered:
        return f"names no breakdown: “{token.code}” is " + (
            f"broken down by {_one_of(offered)}" if offered else "not broken down"
        )
    return ""


def _is_empty(token: Token, year: YearTold) -> str:
    if token.kind == "actions":
        if year.actions_of(token.code):
            return ""
        return f"names no plan, and no source of plans, with actions in this year: there is no “{token.code}”"
    if token.kind == "quote":
        return "" if year.quote(token.code) else f"names no words that may be printed for this year: there is no “{token.code}”"
    if token.kind == "case":
        return (
            "" if year.case(token.code) else f"names no case story that may be printed for this year: there is no “{token.code}”"
        )
    figure = year.figures.get(token.code)
    if figure is not None:
        return "has no rows for this year" if token.by and not figure.parts(token.by) else ""
    table = year.tables.get(token.code)
    if table is not None:
        return "" if table.rows else "has no rows for this year"
    return "has no value for this year"


def filled(text: str, figures: Mapping[str, FrozenFigure], *, leaving: Container[str] = ()) -> str:
    """The text with every token replaced by what it asks for. Only for a text without problems (KeyError otherwise), but for
    those tokens that are left as they are written."""
    parts, end = [], 0
    for token in tokens(text):
        kept = token.text in leaving
        parts += [text[end : token.start], text[token.start : token.end] if kept else KINDS[token.kind](figures[token.code])]
        end = token.end
    return "".join([*parts, text[end:]])


def pieces(text: str) -> Iterator[str | Token]:
    """The text between the tokens that stand alone as tables, pictures and quotes, and those tokens, in order."""
    end = 0
    for token in tokens(text):
        if token.kind in BLOCKS and token.alone:
            if before := text[end : token.start].strip("\n"):
                yield before
            yield token
            end = token.end
    if rest := text[end:].strip("\n"):
        yield rest


def _one_of(words: Collection[str]) -> str:
    *first, last = (f"“{word}”" for word in words)
    return f"{', '.join(first)} or {last}" if first else last
