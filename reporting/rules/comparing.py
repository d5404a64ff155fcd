"""What changed between two editions of the same year, and why: a late record, a correction, another definition.

The figures themselves tell of definitions and sources. What was recorded and corrected between the two comes beside them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reporting.rules.catalogue import PER_CHILD_SUFFIX, RATE_SUFFIX
from reporting.rules.frozen import FrozenFigure, FrozenTable

ABSENT = "–"


class Reason(StrEnum):
    """Why a figure is not the same any more."""

    LATE = "Late record"
    CORRECTION = "Correction"
    DEFINITION = "Definition"
    SOURCE = "Source"
    OTHERWISE = "Counted differently"
    NEW = "New"
    GONE = "No longer there"
    PARTS = "Parts"
    BEFORE = "Year before"
    COMPARATORS = "Comparators"


@dataclass(frozen=True)
class Since:
    """What has happened between the moments of two editions. `at`: when the earlier one took its figures, in words."""

    at: str
    apps: frozenset[str] = frozenset()
    """The apps in whose records something was entered or changed."""
    corrected: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By code, why a returned value was corrected."""
    returned: frozenset[str] = frozenset()
    """The codes for which a value was returned."""
    population: bool = False
    """Whether an estimate of the population was brought in."""


@dataclass(frozen=True)
class Difference:
    """One figure that is not the same in both editions."""

    code: str
    title: str
    old: str
    new: str
    reason: Reason
    why: str


Figures = Mapping[str, FrozenFigure]
Why = tuple[Reason, str]


def differences(old: Figures, new: Figures, since: Since) -> list[Difference]:
    """Every figure whose text, parts, source or definition differs, in the order of codes."""
    found = []
    for code in sorted(old.keys() | new.keys()):
        before, after = old.get(code), new.get(code)
        why = _why(before, after, since)
        known = after or before
        if why and known is not None:
            found.append(Difference(code, known.title, _text(before), _text(after), *why))
    return found


def by_reason(rows: Iterable[Difference]) -> list[tuple[Reason, int]]:
    """How many figures changed for which reason, in the order of the reasons."""
    counted = Counter(row.reason for row in rows)
    return [(reason, counted[reason]) for reason in Reason if reason in counted]


def reworded(old: Mapping[str, FrozenTable], new: Mapping[str, FrozenTable]) -> list[tuple[str, str]]:
    """The title of every table of words that is not the same in both editions, and how it differs, in the order of codes."""
    found = []
    for code in sorted(old.keys() | new.keys()):
        before, after = old.get(code), new.get(code)
        if before == after:
            continue
        if before is None or after is None:
            known = before or after
            found.append(
                (known.title if known else code, "Only in the newer edition." if after else "Only in the older edition.")
            )
            continue
        gone, come = len(set(before.rows) - set(after.rows)), len(set(after.rows) - set(before.rows))
        found.append((after.title, f"{come} rows are new or worded anew, {gone} are no longer there as they were."))
    return found


def _text(figure: FrozenFigure | None) -> str:
    return figure.text if figure else ABSENT


def _why(before: FrozenFigure | None, after: FrozenFigure | None, since: Since) -> Why | None:
    if before is None or after is None:
        return _of_one(before, after)
    if _definition(before) != _definition(after):
        return Reason.DEFINITION, _redefined(before, after)
    if before.source != after.source and not _is_derived(before, after):
        return Reason.SOURCE, f"The source changed: {before.source.name} to {after.source.name}."
    if before.text != after.text or before.value != after.value:
        return _recorded(after, since)
    if before.by != after.by:
        reason, why = _recorded(after, since)
        return Reason.PARTS if reason == Reason.OTHERWISE else reason, f"The total is the same, its parts changed. {why}"
    if before.earlier != after.earlier:
        return Reason.BEFORE, "The year before changed."
    return (Reason.COMPARATORS, "The comparators changed.") if before.comparators != after.comparators else None


def _of_one(before: FrozenFigure | None, after: FrozenFigure | None) -> Why | None:
    if before is None and after is None:
        return None
    return (Reason.NEW, "Only in the newer edition.") if before is None else (Reason.GONE, "Only in the older edition.")


def _definition(figure: FrozenFigure) -> tuple[object, ...]:
    return figure.version, figure.meaning, figure.numerator_words, figure.denominator_words, figure.kind, figure.unit


def _redefined(before: FrozenFigure, after: FrozenFigure) -> str:
    changed = f" (version {before.version} to {after.version})" if before.version != after.version else ""
    told = f" It was: “{before.meaning}” It is: “{after.meaning}”" if before.meaning != after.meaning else ""
    return f"The definition changed{changed}.{told}"


def _is_derived(before: FrozenFigure, after: FrozenFigure) -> bool:
    return before.source.kind == after.source.kind == "derived"


def _recorded(figure: FrozenFigure, since: Since) -> Why:
    """Why a value moved although its definition and its source are the same."""
    base = _base(figure)
    if whys := since.corrected.get(base):
        return Reason.CORRECTION, f"A returned value was corrected: {'; '.join(whys)}."
    if base in since.returned:
        return Reason.LATE, f"A value was returned after the earlier edition took its figures, {since.at}."
    if since.population and figure.source.kind in {"population", "derived"}:
        return Reason.CORRECTION, f"An estimate of the population was brought in after {since.at}."
    if (figure.source.kind == "live" and figure.source.name.split(".")[0] in since.apps) or (
        figure.source.kind == "derived" and since.apps
    ):
        return Reason.LATE, f"Records were entered or changed after the earlier edition took its figures, {since.at}."
    return Reason.OTHERWISE, "Nothing was recorded, returned or corrected since: the portal counts it differently."


def _base(figure: FrozenFigure) -> str:
    """The code of the figure from which this one is derived, or its own."""
    return figure.code.removesuffix(RATE_SUFFIX).removesuffix(PER_CHILD_SUFFIX)
