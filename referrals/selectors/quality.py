"""How good referrals are: what counts now, what one scored, and the months of an agency.

A safeguarding lead sees the agencies that they lead, down to each referral; the MASH manager and the business team see every
agency, and no referral. What has been restricted since is not in what a lead sees, neither in lists nor in numbers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection

from accounts.access import AGENCY_LEAD
from accounts.access_table import agency_ids, role_codes
from accounts.models import Agency, Person
from foundation import clock
from foundation.calendar import start_of_day
from foundation.errors import NotVisible
from referrals.access.quality import WATCHERS_OF_ALL
from referrals.models import Grade, QualityPart, QualityScale, QualityWeight, Submission, SubmissionQuality
from referrals.rules.quality import STANDARD, PartRule, Scale

MONTHS = 13
"""This month and the twelve before."""
MOST_LISTED = 200
ORDER = tuple(one.part for one in STANDARD.parts)


def scale_in_use() -> Scale:
    """The newest version of what counts; one statement."""
    newest = QualityScale.objects.order_by("-number").values("pk")[:1]
    weights = list(QualityWeight.objects.filter(scale__in=newest).select_related("scale"))
    return _scale(weights[0].scale, weights) if weights else STANDARD


def scale_rows() -> list[QualityScale]:
    """The versions that were set here, newest first."""
    return list(QualityScale.objects.order_by("-number"))


def _scale(row: QualityScale, weights: Sequence[QualityWeight]) -> Scale:
    parts = sorted(weights, key=lambda one: ORDER.index(QualityPart(one.part)))
    return Scale(
        row.number,
        row.partly,
        row.urgent_exempt,
        tuple(row.exempt_purposes),
        tuple(row.channels),
        tuple(PartRule(one.part, one.weight, one.least_words, one.prompt) for one in parts),
    )


def quality_of_submission(submission: Submission) -> list[SubmissionQuality]:
    """What its versions scored, as sent first. Asked by pages that have decided who may see the submission."""
    return list(submission.quality.order_by("version"))


@dataclass(frozen=True)
class Tally:
    """So many referrals, what they scored together, and in how many each part was there."""

    received: int = 0
    scored: int = 0
    points: int = 0
    full: tuple[int, ...] = ()
    counted: tuple[int, ...] = ()

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        if not other.full or not self.full:
            return other if not self.full else self
        return Tally(
            self.received + other.received,
            self.scored + other.scored,
            self.points + other.points,
            tuple(one + two for one, two in zip(self.full, other.full, strict=True)),
            tuple(one + two for one, two in zip(self.counted, other.counted, strict=True)),
        )


PARTS = "".join(
    f", count(*) FILTER (WHERE q.score IS NOT NULL AND q.parts ->> '{part}' = '{Grade.FULL}')"
    f", count(*) FILTER (WHERE q.score IS NOT NULL AND q.parts ? '{part}')"
    for part in ORDER
)
"""By part: referrals that say it, and referrals of which it was counted."""
TALLIES = f"""
SELECT {{keys}}, count(*), count(q.score), coalesce(sum(q.score), 0) {PARTS}
FROM referrals_submission s JOIN referrals_submissionquality q ON q.submission_id = s.id AND q.version = 1
WHERE s.received_at >= %(start)s AND s.received_at < %(end)s AND s.agency_id = ANY(%(agencies)s)
      AND NOT (%(hides)s AND EXISTS (SELECT 1 FROM referrals_contact c WHERE c.submission_id = s.id AND c.restricted))
GROUP BY {{keys}}
"""  # noqa: S608  # fixed words only
MONTH = "date_trunc('month', s.received_at AT TIME ZONE 'Europe/London')::date"


def watches_every_agency(person: Person) -> bool:
    """Whether they see the numbers of all agencies."""
    return bool(role_codes(person) & WATCHERS_OF_ALL.roles)


def watched_agencies(person: Person) -> list[Agency]:
    """The agencies whose numbers they see: all of them, or those whose safeguarding lead they are."""
    agencies = Agency.objects.order_by("name")
    if not watches_every_agency(person):
        agencies = agencies.filter(pk__in=agency_ids(person, AGENCY_LEAD))
    return list(agencies)


def watched_agency(person: Person, code: str) -> Agency:
    """One of them."""
    found = next((one for one in watched_agencies(person) if one.code == code), None)
    if found is None:
        raise NotVisible
    return found


def leads(person: Person, agency: Agency) -> bool:
    """Whether they are its safeguarding lead, and so may see each referral."""
    return agency.pk in agency_ids(person, AGENCY_LEAD)


def first_month() -> date:
    """The first day of the oldest month that is shown."""
    today = clock.today()
    months = today.year * 12 + today.month - 1 - (MONTHS - 1)
    return date(months // 12, months % 12 + 1, 1)


def months_shown() -> list[date]:
    """The first days of the months that are shown, newest first."""
    first = first_month()
    whole = [first.year * 12 + first.month - 1 + step for step in range(MONTHS)]
    return [date(month // 12, month % 12 + 1, 1) for month in reversed(whole)]


def by_agency(person: Person) -> dict[int, Tally]:
    """The last months of each agency that they see, by its id."""
    agencies = watched_agencies(person)
    return {row[0]: tally for row, tally in _tallies("s.agency_id", 1, agencies, person)}


def by_month(person: Person, agency: Agency) -> dict[date, Tally]:
    """The last months of one agency."""
    agency = watched_agency(person, agency.code)
    return {row[0]: tally for row, tally in _tallies(MONTH, 1, [agency], person)}


def _tallies(keys: str, width: int, agencies: Sequence[Agency], person: Person) -> list[tuple[Any, Tally]]:
    span: Mapping[str, Any] = {
        "start": start_of_day(first_month()),
        "end": start_of_day(clock.today() + timedelta(days=1)),
        "agencies": [agency.pk for agency in agencies],
        "hides": not watches_every_agency(person),
    }
    with connection.cursor() as cursor:
        cursor.execute(TALLIES.format(keys=keys), span)
        rows = cursor.fetchall()
    return [(row[:width], tally_of(row[width:])) for row in rows]


def tally_of(numbers: Sequence[int]) -> Tally:
    """A row of numbers as the statement gives them."""
    received, scored, points, *parts = numbers
    return Tally(received, scored, points, tuple(parts[0::2]), tuple(parts[1::2]))


@dataclass(frozen=True)
class MonthOfReferrals:
    """The referrals of one month of an agency, newest first, at most so many."""

    rows: Sequence[SubmissionQuality]
    more: bool


def referrals_of_month(person: Person, code: str, month: date) -> MonthOfReferrals:
    """What an agency sent in a month and what it scored, to its safeguarding lead alone."""
    agency = watched_agency(person, code)
    if not leads(person, agency) or month.day != 1:
        raise NotVisible
    rows = (
        SubmissionQuality.objects.filter(version=1, submission__agency=agency, submission__received_at__gte=start_of_day(month))
        .filter(submission__received_at__lt=_start_of_next(month))
        .exclude(submission__contacts__restricted=True)
        .select_related("submission")
        .order_by("-submission__received_at", "-pk")
    )
    found = list(rows[: MOST_LISTED + 1])
    return MonthOfReferrals(found[:MOST_LISTED], len(found) > MOST_LISTED)


def _start_of_next(month: date) -> datetime:
    return start_of_day(date(month.year + month.month // 12, month.month % 12 + 1, 1))
