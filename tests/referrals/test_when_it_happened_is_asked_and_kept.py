"""One incident has a day and a time, given together, in the past; what is worrying over months has neither."""

from datetime import UTC, datetime

import pytest

from referrals.forms.refer.concern import ConcernForm
from referrals.forms.refer.reading import read_draft
from referrals.forms.refer.sending import content_of
from tests.referrals import build

DAY = {"incident_on-day": ["17"], "incident_on-month": ["6"], "incident_on-year": ["2026"]}
TODAY = {"incident_on-day": ["18"], "incident_on-month": ["11"], "incident_on-year": ["2026"]}


@pytest.mark.django_db
def test_the_moment_is_kept_by_the_clock_of_that_day() -> None:
    draft = build.make_complete_draft(concern={**build.CONCERN, **DAY, "incident_time": ["2:30pm"]})
    assert content_of(read_draft(draft)).concern.incident_at == datetime(2026, 6, 17, 13, 30, tzinfo=UTC)


@pytest.mark.django_db
def test_worries_without_one_moment_have_none() -> None:
    assert content_of(read_draft(build.make_complete_draft())).concern.incident_at is None


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        (DAY, "incident_time", "Enter at about what time it happened"),
        ({"incident_time": ["9am"]}, "incident_on", "Enter on which day it happened"),
        ({**TODAY, "incident_time": ["11am"]}, "incident_time", "The time of the incident must be in the past"),
    ],
)
def test_half_a_moment_and_one_to_come_are_refused(typed: dict[str, list[str]], field: str, sentence: str) -> None:
    form = ConcernForm.judged({**build.CONCERN, **typed})
    assert form.errors[field] == [sentence]
