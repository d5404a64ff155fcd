"""What a year of population has not got that the year before it had."""

from collections.abc import Iterable, Mapping
from typing import Final

Key = tuple[str, str, str, str]
"""Area, age band, sex and ethnic group; empty for all of them."""
NAMES: Final = ("area", "age band", "sex", "ethnic group")


def missing_parts(before: Iterable[Key], now: Iterable[Key]) -> list[str]:
    """What is missing, each in words: whole areas, bands, sexes and groups, then single numbers that none of those covers."""
    had, has = set(before), set(now)
    lost = had - has
    found: list[str] = []
    gone: list[set[str]] = []
    for place, name in enumerate(NAMES):
        values = {key[place] for key in had if key[place]} - {key[place] for key in has}
        gone.append(values)
        found += [f"{name} {value}" for value in sorted(values)]
    single = sorted(key for key in lost if not any(key[place] in values for place, values in enumerate(gone)))
    return [*found, *(_words(key) for key in single)]


def _words(key: Key) -> str:
    area, band, sex, group = key
    return ", ".join(filter(None, (area, f"age band {band}", f"sex {sex}" if sex else "", group)))


def missing_sentences(known: Mapping[int, set[Key]], years: Iterable[int]) -> list[str]:
    """For each of some years, what it lacks that the newest year before it has: a sentence that names exactly what."""
    found = []
    for year in sorted(set(years)):
        earlier = max((one for one in known if one < year), default=None)
        parts = missing_parts(known[earlier], known.get(year, set())) if earlier is not None else []
        if parts:
            found.append(f"{year} lacks what {earlier} has: {'; '.join(parts)}.")
    return found
