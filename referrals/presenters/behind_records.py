"""One line for each record behind a figure: what it is called, since when, and how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accounts.models import Person
from foundation.calendar import to_london
from referrals.models import Disagreement, EarlyHelp, Episode
from referrals.presenters.disagreements import listed_rows
from referrals.presenters.early_help import family_rows
from referrals.presenters.episodes import case_rows


@dataclass(frozen=True)
class Line:
    """One record."""

    name: str
    href: str
    reference: str
    since: date
    standing: str
    restricted: bool = False


def episode_lines(found: Iterable[Episode], me: Person) -> list[Line]:
    """Episodes by their child."""
    return [
        Line(row["name"], row["href"], row["reference"], row["referred_on"], row["ended"] or "Open", row["restricted"])
        for row in case_rows(found, me)
    ]


def family_lines(found: Iterable[EarlyHelp]) -> list[Line]:
    """Families by their children."""
    return [
        Line(row["name"], row["href"], row["reference"], to_london(row["requested_at"]).date(), row["outcome"] or row["state"])
        for row in family_rows(found)
    ]


def disagreement_lines(found: list[Disagreement]) -> list[Line]:
    """Disagreements by the two agencies; never by a child."""
    return [
        Line(
            f"{row['raised_for']} with {row['raised_with']}",
            row["href"],
            row["reference"],
            to_london(row["raised_at"]).date(),
            f"{row['state']}, stage {row['stage']}",
        )
        for row in listed_rows(found, frozenset(one.reference for one in found))
    ]
