"""Deaths of children in numbers: each breakdown by itself, never one by another, and all of them hidden where they are small.

A death that was notified twice is one death. What was notified is counted by the day of the notification, what was reviewed by
the day of the panel, whenever the child died.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from foundation.calendar import FinancialYear, add_months
from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, PartOf, counted, figures, share
from referrals.figures.facts import ETHNIC_GROUPS
from reviews.models.deaths_codes import DeathCategory, DeathPlace, Expected, Modifiable

SENSITIVE, EVENTS = DisclosureClass.SENSITIVE, DisclosureClass.EVENTS
COUNT, STATE, PERCENTAGE = FigureKind.COUNT, FigureKind.STATE, FigureKind.PERCENTAGE
NEONATAL_DAYS = 28
NEONATE, INFANT = "Under 28 days", "28 days to under 1"
YEARS = ((5, "1 to 4"), (10, "5 to 9"), (15, "10 to 14"), (18, "15 to 17"))
AGES = (NEONATE, INFANT, *(label for _under, label in YEARS))
SOON, LATER, LATEST = "Up to 6 months", "Over 6 and up to 12 months", "Over 12 months"
LEARNING = {
    Modifiable.IDENTIFIED: "Modifiable factors found",
    Modifiable.NONE: "No factor found",
    Modifiable.INADEQUATE: "Too little information",
}
SPECS = (
    FigureSpec(
        "deaths.notified",
        "Child deaths notified",
        "Deaths of children, from any cause, that were notified in the year; notified twice, a death counts once.",
        "children",
        SENSITIVE,
        COUNT,
    ),
    FigureSpec(
        "deaths.reviewed",
        "Child deaths reviewed",
        "Deaths of children that the child death overview panel finished reviewing in the year, whenever the child died.",
        "children",
        SENSITIVE,
        COUNT,
        breakdowns=("year_of_death", "age", "expected", "place", "learning", "category", "ethnicity", "months"),
    ),
    FigureSpec(
        "deaths.modifiable",
        "Reviewed deaths with modifiable factors",
        "Of the deaths that the panel reviewed the share in which it found factors that could be changed.",
        "children",
        SENSITIVE,
        PERCENTAGE,
        numerator="deaths with modifiable factors",
        denominator="deaths reviewed",
        part_of=PartOf("deaths.reviewed", "learning", (LEARNING[Modifiable.IDENTIFIED],)),
    ),
    FigureSpec(
        "deaths.outstanding",
        "Child deaths waiting for a review",
        "Deaths whose review was not finished on the last day of the year.",
        "children",
        SENSITIVE,
        STATE,
    ),
    FigureSpec(
        "deaths.coronial",
        "Waiting deaths that were told to the coroner",
        "Of the deaths whose review was not finished on the last day of the year the share that was told to the coroner.",
        "children",
        SENSITIVE,
        PERCENTAGE,
        numerator="waiting deaths told to the coroner",
        denominator="waiting deaths",
    ),
    FigureSpec(
        "deaths.rapid_responses",
        "Rapid responses to unexpected deaths",
        "Deaths notified in the year to which the agencies responded jointly.",
        "deaths",
        SENSITIVE,
        COUNT,
    ),
    FigureSpec(
        "deaths.meetings",
        "Meetings of the child death overview panel",
        "Meetings at which the panel reviewed deaths.",
        "meetings",
        EVENTS,
        COUNT,
    ),
)
ONE_OF = """second_of_id IS NULL AND state <> 'joined'"""
FACTS = f"""
SELECT d.died_on, (d.notified_at AT TIME ZONE 'Europe/London')::date, d.reviewed_on, d.expected, d.place, d.modifiable,
       d.category, d.joint_response, d.coroner_told,
       c.birth_date,
       CASE WHEN c.ethnicity IN ('CHNE', 'OOTH') THEN 'e' WHEN coalesce(c.ethnicity, '') IN ('', 'REFU', 'NOBT') THEN 'f'
            ELSE translate(left(c.ethnicity, 1), 'WMAB', 'abcd') END
FROM reviews_childdeath d
LEFT JOIN LATERAL (SELECT birth_date, ethnicity FROM reviews_casechild k WHERE k.case_id = d.case_id ORDER BY k.id LIMIT 1) c
    ON true
WHERE {ONE_OF} AND d.notified_at < %(end)s AND (d.reviewed_on IS NULL OR d.reviewed_on >= %(first)s OR d.notified_at >= %(start)s)
"""  # noqa: S608  # fixed words only
MEETINGS = """
SELECT count(*) FROM reviews_deathmeeting WHERE held_at IS NOT NULL AND day BETWEEN %(first)s AND %(last)s
"""
COLUMNS = (
    *("died_on", "notified_on", "reviewed_on", "expected", "place", "modifiable", "category", "joint_response", "coroner_told"),
    *("birth_date", "ethnicity"),
)
Fact = Mapping[str, Any]


def age_band(born: date, died: date) -> str:
    """In which of the six bands a child died: the first 28 days and the first year apart from the years after."""
    if (died - born).days < NEONATAL_DAYS:
        return NEONATE
    if died < add_months(born, 12):
        return INFANT
    return next(label for under, label in YEARS if died < add_months(born, 12 * under))


def months_band(notified: date, reviewed: date) -> str:
    """How long a review took: bands that do not overlap, so that they add up to all that were reviewed."""
    if reviewed <= add_months(notified, 6):
        return SOON
    return LATER if reviewed <= add_months(notified, 12) else LATEST


@figures("reviews.deaths", specs=SPECS)
def gather(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """Everything of one year in one pass over its deaths; nothing of a year in which no death was known here."""
    start, end = year.moments
    params = {"start": start, "end": end, "first": year.start, "last": year.end}
    cursor.execute(FACTS, params)
    facts: list[Fact] = [dict(zip(COLUMNS, row, strict=True)) for row in cursor.fetchall()]
    if not facts:
        return
    cursor.execute(MEETINGS, params)
    meetings = int(cursor.fetchone()[0])
    notified = [one for one in facts if one["notified_on"] >= year.start]
    reviewed = [one for one in facts if one["reviewed_on"] and year.start <= one["reviewed_on"] <= year.end]
    waiting = [one for one in facts if one["reviewed_on"] is None or one["reviewed_on"] > year.end]
    yield counted("deaths.notified", year, len(notified))
    yield counted("deaths.reviewed", year, len(reviewed), by=_profile(reviewed))
    found = sum(one["modifiable"] == Modifiable.IDENTIFIED for one in reviewed)
    yield share("deaths.modifiable", year, found, len(reviewed))
    yield counted("deaths.outstanding", year, len(waiting), as_at=year.end)
    yield share("deaths.coronial", year, sum(one["coroner_told"] == "yes" for one in waiting), len(waiting))
    yield counted("deaths.rapid_responses", year, sum(one["joint_response"] for one in notified))
    yield counted("deaths.meetings", year, meetings)


def _profile(reviewed: Sequence[Fact]) -> dict[str, dict[str, int]]:
    of_death = Counter(FinancialYear.of(one["died_on"]).label for one in reviewed)
    return {
        "year_of_death": dict(sorted(of_death.items())),
        "age": _parts(reviewed, AGES, lambda one: age_band(one["birth_date"], one["died_on"])),
        "expected": _parts(reviewed, Expected.labels, lambda one: Expected(one["expected"]).label),
        "place": _parts(reviewed, DeathPlace.labels, lambda one: DeathPlace(one["place"]).label),
        "learning": _parts(reviewed, tuple(LEARNING.values()), lambda one: LEARNING[Modifiable(one["modifiable"])]),
        "category": _parts(reviewed, DeathCategory.labels, lambda one: DeathCategory(one["category"]).label),
        "ethnicity": _parts(reviewed, tuple(ETHNIC_GROUPS.values()), lambda one: ETHNIC_GROUPS[one["ethnicity"]]),
        "months": _parts(reviewed, (SOON, LATER, LATEST), lambda one: months_band(one["notified_on"], one["reviewed_on"])),
    }


def _parts(facts: Sequence[Fact], labels: Sequence[str], label_of: Callable[[Fact], str]) -> dict[str, int]:
    number = Counter(label_of(one) for one in facts)
    return {str(label): number[str(label)] for label in labels}
