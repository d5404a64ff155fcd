"""Figures of the quality of referrals: mean score, parts, consent explained, fathers told; by agency and by month."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.numbers import percentage
from referrals.models import SubmissionQuality
from tests.figures import read_figure
from tests.referrals import build

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2026)
FULL = {"example": "full", "earlier_help": "full", "voice": "full", "fathers": "full", "consent": "full"}


def at(month: int) -> datetime:
    return datetime(2026, month, 30, 23, 30, tzinfo=clock.LONDON)


def make(writer: Any, score: int | None, month: int, *, exempt: str = "", **parts: str) -> None:
    sent = build.send(author=writer, received_at=at(month))
    columns = {"scale": 1, "scored_at": sent.received_at, "exempt": exempt}
    SubmissionQuality.objects.create(submission=sent, score=score, parts={**FULL, **parts}, **columns)
    SubmissionQuality.objects.create(submission=sent, version=2, score=1, parts={}, scale=1, scored_at=sent.received_at)


@pytest.fixture
def year() -> None:
    """Oakfield 80 and 41 in April, an urgent one in May; Millbrook 60 in May, and a notice."""
    oakfield = build.make_practitioner(build.make_school(name="Oakfield"))
    millbrook = build.make_practitioner(build.make_school(name="Millbrook"))
    make(oakfield, 80, 4, voice="missing")
    make(oakfield, 41, 4, consent="partly", fathers="missing")
    make(oakfield, None, 5, exempt="urgent", consent="missing")
    make(millbrook, 60, 5, voice="partly")
    make(millbrook, None, 5, exempt="purpose", consent="missing")


def test_the_mean_score_counts_what_was_first_sent(year: None) -> None:
    """(80 + 41 + 60) of 3 x 100 points."""
    found = read_figure("quality.score", YEAR)
    assert found is not None
    assert (found.numerator, found.denominator, found.value) == (181, 300, percentage(181, 300))
    assert found.by["agency"] == {"Millbrook": (60, 100), "Oakfield": (121, 200)}
    months = found.by["month"]
    assert (len(months), months["April 2026"], months["May 2026"], months["June 2026"]) == (12, (121, 200), (60, 100), (0, 0))


def test_the_parts_are_those_of_what_was_scored(year: None) -> None:
    found = read_figure("quality.parts", YEAR)
    assert found is not None
    assert (found.numerator, found.denominator) == (11, 15)
    assert found.by["part"]["The child’s voice"] == (1, 3)


def test_consent_and_fathers_are_counted_for_urgent_children_too(year: None) -> None:
    consent, fathers = read_figure("consent.explained", YEAR), read_figure("fathers.told", YEAR)
    assert consent is not None
    assert fathers is not None
    assert consent.by["agency"] == {"Millbrook": (1, 1), "Oakfield": (1, 3)}
    assert (consent.numerator, consent.denominator) == (2, 4)
    assert fathers.by["agency"] == {"Millbrook": (1, 1), "Oakfield": (2, 3)}


def test_a_year_without_scores_gives_nothing() -> None:
    build.send(received_at=at(4))
    assert read_figure("quality.score", YEAR) is None


def test_one_statement_reads_all_of_it(year: None) -> None:
    with CaptureQueriesContext(connection) as sent:
        read_figure("quality.score", YEAR)
    assert len([row for row in sent if "submissionquality" in row["sql"]]) == 1
