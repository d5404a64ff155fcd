"""One incident has a day and a time, given together, in the past; what is worrying over months has neither."""

from datetime import UTC, date, datetime, time

import pytest
from django.test import Client

from referrals.forms.refer.concern import ConcernForm
from referrals.forms.refer.reading import read_draft
from referrals.forms.refer.sending import content_of
from referrals.services import send_submission
from tests.factories import sign_in
from tests.referrals import build, mash

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


AWARE = {"aware_on-day": ["18"], "aware_on-month": ["11"], "aware_on-year": ["2026"]}


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"aware_time": ["9am"]}, "aware_on", "Enter on which day you learned of this"),
        ({**AWARE, "aware_time": ["11:30pm"]}, "aware_time", "The time at which you learned of this must be in the past"),
        (
            {**AWARE, "aware_time": ["late"]},
            "aware_time",
            "The time at which you learned of this must be a time, like 9:30am or 2pm",
        ),
    ],
)
def test_the_time_of_learning_belongs_to_a_day_and_is_past(typed: dict[str, list[str]], field: str, sentence: str) -> None:
    form = ConcernForm.judged({**build.CONCERN, **typed})
    assert form.errors[field] == [sentence]


@pytest.mark.django_db
def test_the_time_of_learning_is_kept_and_read_by_the_mash() -> None:
    hub, author = mash.make(), build.make_practitioner()
    draft = build.make_complete_draft(author, concern={**build.CONCERN, **AWARE, "aware_time": ["9:15am"]})
    content = content_of(read_draft(draft))
    sent = send_submission(by=author, draft_reference=draft.reference, version=draft.version, content=content)
    assert (sent.aware_on, sent.aware_time) == (date(2026, 11, 18), time(9, 15))
    contact = sent.contacts.order_by("position")[0]
    page = sign_in(Client(), hub.officer).get(f"/mash/contacts/{contact.reference}/").content.decode()
    assert "The referrer has known since 18 November 2026 at 9:15am." in page
