"""What changed between two editions of the same year, and why as far as the figures themselves tell."""

from collections.abc import Mapping
from dataclasses import dataclass

from reporting.rules.frozen import FrozenFigure, FrozenTable

ABSENT = "–"


@dataclass(frozen=True)
class Difference:
    """One figure that is not the same in both editions."""

    code: str
    title: str
    old: str
    new: str
    why: str


def differences(old: Mapping[str, FrozenFigure], new: Mapping[str, FrozenFigure]) -> list[Difference]:
    """Every figure whose text, parts, source or definition differs, in the order of codes."""
    found = []
    for code in sorted(old.keys() | new.keys()):
        before, after = old.get(code), new.get(code)
        why = _why(before, after)
        known = after or before
        if why and known is not None:
            found.append(Difference(code, known.title, _text(before), _text(after), why))
    return found


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


def _why(before: FrozenFigure | None, after: FrozenFigure | None) -> str:
    if before is None:
        return "Only in the newer edition."
    if after is None:
        return "Only in the older edition."
    if before.version != after.version:
        return f"The definition changed (version {before.version} to {after.version})."
    if before.source != after.source:
        return f"The source changed: {before.source.name} to {after.source.name}."
    if before.text != after.text or before.value != after.value:
        return "The records changed: late entries or corrections."
    if before.by != after.by:
        return "The total is the same, its parts changed."
    if before.earlier != after.earlier:
        return "The year before changed."
    if before.comparators != after.comparators:
        return "The comparators changed."
    return ""
