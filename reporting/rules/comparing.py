"""What changed between two editions of the same year, and why: a late record, a correction, another definition.

The figures themselves tell of definitions and sources. What was recorded and corrected between the two comes beside them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from foundation.design.words import counted
from reporting.rules.catalogue import PER_CHILD_SUFFIX, RATE_SUFFIX
from reporting.rules.frozen import FrozenFigure, FrozenTable
from reporting.rules.returns import PrintedReturn, PrintedRound

ABSENT = "–"
MOST_PARTS = 12
"""So many parts of one figure are named."""


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
    months: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By code, the months of the year whose records were entered or changed; only of figures of which each month is known."""


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


Told = list[tuple[str, str]]
"""Title and how it differs, in words."""


def reworded(old: Mapping[str, FrozenTable], new: Mapping[str, FrozenTable]) -> Told:
    """The title of every table of words that is not the same in both editions, and how it differs, in the order of codes."""
    found = []
    for code in sorted(old.keys() | new.keys()):
        before, after = old.get(code), new.get(code)
        known = after or before
        if before != after and known is not None:
            was, now = (["\n".join(row) for row in one.rows] if one else [] for one in (before, after))
            found.append((known.title, _how(was, now, "row") if before and after else _only(is_newer=after is not None)))
    return found


def retold(old: Mapping[str, str], new: Mapping[str, str], titles: Mapping[str, str]) -> Told:
    """The title of every chapter whose text is not the same in both editions, and how it differs, in the order of the titles."""
    found = []
    for section in [*titles, *sorted((old.keys() | new.keys()) - titles.keys())]:
        before, after = (_paragraphs(told.get(section, "")) for told in (old, new))
        if before != after:
            found.append((titles.get(section, section), _how(before, after, "paragraph")))
    return found


def _paragraphs(text: str) -> list[str]:
    return [" ".join(one.split()) for one in text.replace("\r\n", "\n").split("\n\n") if one.strip()]


def returned_otherwise(old: Iterable[PrintedRound], new: Iterable[PrintedRound]) -> Told:
    """Every return that is not the same in both editions, and under which headings, in the order of rounds and returns."""
    before, after = (
        {(one.title, given.made_by): (one, given) for one in rounds for given in one.returns} for rounds in (old, new)
    )
    found = []
    for title, made_by in {**before, **after}:
        was, now = before.get((title, made_by)), after.get((title, made_by))
        if was is None or now is None:
            found.append((f"{title}, {made_by}", _only(is_newer=now is not None)))
        elif (was[1].is_made, was[1].answers, was[1].sentence) != (now[1].is_made, now[1].answers, now[1].sentence):
            found.append((f"{title}, {made_by}", _returned_how(*was, *now)))
    return found


def _returned_how(old: PrintedRound, was: PrintedReturn, new: PrintedRound, now: PrintedReturn) -> str:
    if was.is_made != now.is_made:
        return "It is printed now, and was not before." if now.is_made else "It was printed before, and is not now."
    titles = {part.key: heading.title for one in (old, new) for heading in one.headings for part in heading.parts}
    keys = [key for key in {**titles, **was.answers, **now.answers} if was.answers.get(key) != now.answers.get(key)]
    said = "; ".join(dict.fromkeys(titles.get(key, key) for key in keys))
    if said:
        return f"What is said under these headings changed: {said}."
    before, after = (f"“{one.sentence}”" if one.sentence else "nothing" for one in (was, now))
    return f"Of it was said: {before} Now: {after}"


def _how(before: Sequence[str], after: Sequence[str], what: str) -> str:
    """How many lines of two are new or gone; where the same lines stand in another order, that."""
    if not before or not after:
        return _only(is_newer=bool(after))
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    if not gone and not come:
        return f"The same {what}s stand in another order."
    return f"New or worded anew: {counted(come.total(), what)}. No longer there as before: {counted(gone.total(), what)}."


def _only(*, is_newer: bool) -> str:
    return "Only in the newer edition." if is_newer else "Only in the older edition."


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
        told = f"The total is the same, its parts changed: {_parts_changed(before, after)}. {why}"
        return Reason.PARTS if reason == Reason.OTHERWISE else reason, told
    if before.earlier != after.earlier:
        return Reason.BEFORE, "The year before changed."
    return (Reason.COMPARATORS, "The comparators changed.") if before.comparators != after.comparators else None


def _parts_changed(before: FrozenFigure, after: FrozenFigure) -> str:
    """Which parts are not the same: "by month, May 2025 from 12 to 14"; at most so many of them."""
    old, new = ({(by.dimension, part.label): part.text for by in one.by for part in by.parts} for one in (before, after))
    changed = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    told = [
        f"by {dimension.replace('_', ' ')}, {label} from {old.get((dimension, label), ABSENT)} to"
        f" {new.get((dimension, label), ABSENT)}"
        for dimension, label in changed[:MOST_PARTS]
    ]
    more = len(changed) - MOST_PARTS
    return "; ".join([*told, *([f"and {more} more"] if more > 0 else [])]) or "their order"


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
    if base in since.months and figure.source.kind in {"live", "derived"}:
        return _of_months(since.months[base], since)
    if (figure.source.kind == "live" and figure.source.name.split(".")[0] in since.apps) or (
        figure.source.kind == "derived" and since.apps
    ):
        return Reason.LATE, f"Records were entered or changed after the earlier edition took its figures, {since.at}."
    return Reason.OTHERWISE, "Nothing was recorded, returned or corrected since: the portal counts it differently."


def _of_months(months: tuple[str, ...], since: Since) -> Why:
    """Of a figure of which it is known for each month whether something happened."""
    if not months:
        return Reason.OTHERWISE, f"None of its records was entered or changed after {since.at}: it is counted differently."
    listed = f"{', '.join(months[:-1])} and {months[-1]}" if len(months) > 1 else months[0]
    return Reason.LATE, f"Records of {listed} were entered or changed after the earlier edition took its figures, {since.at}."


def _base(figure: FrozenFigure) -> str:
    """The code of the figure from which this one is derived, or its own."""
    return figure.code.removesuffix(RATE_SUFFIX).removesuffix(PER_CHILD_SUFFIX)
