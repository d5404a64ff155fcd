from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from foundation import clock, validation_failures
from foundation.models import ValidationFailure
from foundation.validation_failures import refused_answers
from tests.conftest import FROZEN_AT
from tests.factories import make_person, sign_in

pytestmark = pytest.mark.django_db


def count(page: str, field: str, code: str, times: int, days_ago: int = 0) -> None:
    day = clock.today() - timedelta(days=days_ago)
    ValidationFailure.objects.create(day=day, page=page, field=field, code=code, times=times)


def test_the_most_refused_question_of_the_last_thirty_days_stands_first() -> None:
    count("refer.child", "postcode", "invalid", 2)
    count("refer.child", "postcode", "invalid", 3, days_ago=29)
    count("refer.child", "postcode", "required", 1)
    count("refer.about", "telephone", "required", 4)
    count("refer.about", "telephone", "required", 90, days_ago=30)
    rows = [(row.page, row.field, row.times, row.reasons) for row in refused_answers()]
    assert rows == [
        ("refer.child", "postcode", 6, (("invalid", 5), ("required", 1))),
        ("refer.about", "telephone", 4, (("required", 4),)),
    ]


def test_the_page_shows_it() -> None:
    count("refer.child", "postcode", "invalid", 1234)
    shown = sign_in(Client(), make_person("business_team")).get(reverse("work:refused_answers")).content.decode()
    assert "postcode" in shown
    assert "1,234" in shown


def test_it_says_when_nothing_was_refused() -> None:
    assert (
        "No answer was refused"
        in sign_in(Client(), make_person("system_administrator")).get(reverse("work:refused_answers")).content.decode()
    )


def test_a_field_of_a_list_is_counted_without_the_number_of_its_row(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True), clock.frozen(FROZEN_AT):
        validation_failures.keep("work.confirm_people", "holding-17", "required")
        validation_failures.keep("work.confirm_people", "holding-18", "required")
    assert [(row.field, row.times) for row in refused_answers()] == [("holding", 2)]
