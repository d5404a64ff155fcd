from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from pytest_django import DjangoCaptureOnCommitCallbacks

from foundation import clock, validation_failures
from foundation.design import failures
from foundation.models.failures import ValidationFailure

pytestmark = pytest.mark.django_db


def test_the_same_refusal_is_one_row_a_day(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(3):
            validation_failures.keep("referrals:child", "postcode", "invalid")
        validation_failures.keep("referrals:child", "postcode", "required")
    rows = ValidationFailure.objects.order_by("code").values_list("day", "page", "field", "code", "times")
    assert list(rows) == [
        (clock.today(), "referrals:child", "postcode", "invalid", 3),
        (clock.today(), "referrals:child", "postcode", "required", 1),
    ]


def test_forms_send_their_refusals_here() -> None:
    assert failures._sink is validation_failures.keep


def test_nothing_is_written_before_the_commit_and_nothing_after_a_rollback(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        validation_failures.keep("p", "f", "c")
        transaction.set_rollback(True)
    assert not ValidationFailure.objects.exists()


def test_a_count_that_fails_does_not_fail_the_request(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    def fail(*_: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr(validation_failures, "_count", fail)
    validation_failures.keep("p", "f", "c")
    (hook,) = [entry for entry in connection.run_on_commit if entry[1].func is fail]
    assert hook[2] is True  # robust: Django logs it and goes on


def test_the_table_has_no_place_for_an_answer() -> None:
    names = {field.name for field in ValidationFailure._meta.get_fields()}
    assert names == {"id", "day", "page", "field", "code", "times"}
