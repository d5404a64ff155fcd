"""Rows of append-only tables are not locked: the database asks for the right to change them, which the application has not."""

import pytest

from foundation.turns import hold_record
from referrals.models import Submission
from reporting.models import ReturnedValue
from tests.referrals import build

pytestmark = pytest.mark.django_db


def test_a_lock_of_an_append_only_row_fails_in_every_test() -> None:
    with pytest.raises(AssertionError, match="may not lock rows of referrals_submission"):
        Submission.objects.select_for_update().first()
    with pytest.raises(AssertionError, match="reporting_returnedvalue"):
        list(ReturnedValue.objects.select_for_update(of=("self",)).select_related("correction_of"))


def test_a_join_with_one_may_be_locked_where_only_the_other_table_is() -> None:
    contact = build.send().contacts.select_for_update(of=("self",)).select_related("submission").get()
    hold_record(contact.submission)
