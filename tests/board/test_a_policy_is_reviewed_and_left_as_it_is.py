"""A review that changed nothing is written down without a new version: who, when, and when next."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from board.models import Policy, PolicyReview
from board.selectors.policies import count_policies, newest_version, reviews_falling_due
from board.services.policies import add_policy_version, review_policy, withdraw_policy
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotAllowed, Refused
from foundation.events import Subject, history
from tests.board.library import a_file, make_policy
from tests.factories import make_agency, make_person, sign_in
from tests.figures import read_figure

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
APPROVED, DUE, NEXT = date(2024, 5, 1), date(2026, 5, 1), date(2028, 5, 1)
TOLD = {"reviewed_on": date(2026, 11, 2), "reviewer": "Quality group", "review_due_on": NEXT, "note": "Still right."}


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def policy() -> Policy:
    return make_policy((APPROVED, DUE))


def reviewed(by: Person, policy: Policy, version: int = 1, **given: Any) -> Policy:
    return review_policy(by=by, reference=policy.reference, version=version, **{**TOLD, **given})


def test_it_stays_the_version_that_holds_and_falls_due_anew(business: Person, policy: Policy) -> None:
    assert reviews_falling_due(business) == [policy]
    reviewed(business, policy)
    reviewed(business, policy)  # pressed twice
    policy.refresh_from_db()
    (review,) = PolicyReview.objects.all()
    assert (review.policy_version, review.reviewer, review.written_by) == (newest_version(policy), "Quality group", business)
    assert (policy.review_due_on, policy.versions.count(), policy.version) == (NEXT, 1, 2)
    assert reviews_falling_due(business) == []
    assert count_policies(business)["current"] == 1
    assert [event.verb for event in history(Subject("policy", policy.reference))] == ["board.policy_reviewed"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"reviewed_on": TODAY + timedelta(days=1)}, "reviewed_on"),
        ({"reviewed_on": APPROVED - timedelta(days=1)}, "reviewed_on"),
        ({"review_due_on": date(2026, 11, 2)}, "review_due_on"),
    ],
)
def test_days_that_do_not_follow_one_another_are_refused(
    business: Person, policy: Policy, given: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        reviewed(business, policy, **given)
    assert refused.value.field == field
    assert not PolicyReview.objects.exists()


def test_the_next_review_and_the_next_version_come_after_it(business: Person, policy: Policy) -> None:
    reviewed(business, policy)
    with pytest.raises(Conflict):
        reviewed(business, policy, reviewed_on=TODAY)
    with pytest.raises(Refused, match="after the last review"):
        reviewed(business, policy, version=2, note="Again.")
    version = {
        "number": "2.0", "approver": "Executive group", "review_due_on": NEXT + timedelta(days=1), "document": a_file(),
    }  # fmt: skip
    with pytest.raises(Refused, match="after the last review") as refused:
        add_policy_version(by=business, reference=policy.reference, version=2, approved_on=TOLD["reviewed_on"], **version)
    assert refused.value.field == "approved_on"
    add_policy_version(by=business, reference=policy.reference, version=2, approved_on=TODAY, **version)
    policy.refresh_from_db()
    assert policy.review_due_on == NEXT + timedelta(days=1)


def test_neither_a_withdrawn_policy_nor_by_anybody_else(business: Person, policy: Policy) -> None:
    with pytest.raises(NotAllowed):
        reviewed(make_person("executive"), policy)
    withdraw_policy(by=business, reference=policy.reference, version=1, withdrawn_on=TODAY, reason="Joined.")
    with pytest.raises(Refused, match="withdrawn"):
        reviewed(business, policy, version=2)


def test_the_database_keeps_it_in_order(business: Person, policy: Policy) -> None:
    told = {"policy_version": newest_version(policy), "written_at": clock.now(), "written_by": business, **TOLD}
    with pytest.raises(IntegrityError, match="policy_review_next_one_later"), transaction.atomic():
        PolicyReview.objects.create(**{**told, "review_due_on": TOLD["reviewed_on"]})
    review = PolicyReview.objects.create(**told)
    with pytest.raises(Exception, match="append_only"), transaction.atomic():
        PolicyReview.objects.filter(pk=review.pk).update(note="Other")


def test_the_figures_count_a_review_of_the_day_and_none_that_came_later(business: Person) -> None:
    policy = make_policy((date(2023, 5, 1), date(2025, 5, 1)))
    review_policy(
        by=business, reference=policy.reference, version=1, reviewed_on=date(2026, 3, 31), reviewer="Group",
        review_due_on=date(2028, 3, 31),
    )  # fmt: skip
    shares = [read_figure("policies.in_date", FinancialYear(year)) for year in (2024, 2025)]
    assert [(one.numerator, one.denominator) for one in shares if one] == [(1, 1), (1, 1)]
    late = make_policy((date(2023, 5, 1), date(2025, 5, 1)))
    review_policy(
        by=business, reference=late.reference, version=1, reviewed_on=date(2026, 4, 1), reviewer="Group",
        review_due_on=date(2028, 3, 31),
    )  # fmt: skip
    share = read_figure("policies.in_date", FinancialYear(2025))
    assert share is not None
    assert (share.numerator, share.denominator) == (1, 2)


def test_the_page_tells_of_the_review_with_the_version(business: Person, policy: Policy, client: Client) -> None:
    sign_in(client, business)
    address = reverse("board:policy", args=[policy.reference])
    days = {
        f"{name}-{part}": value
        for name, day in (("reviewed_on", (2, 11, 2026)), ("review_due_on", (1, 5, 2028)))
        for part, value in zip(("day", "month", "year"), day, strict=True)
    }
    typed = {"reviewer": "Quality group", "note": "Still right.", "version": "1", **days}
    refused = client.post(f"{address}review/", {**typed, "reviewer": ""})
    assert refused.status_code == 422
    assert "Enter who reviewed it" in refused.content.decode()
    assert "Still right." in refused.content.decode()
    assert client.post(f"{address}review/", typed).status_code == 302
    said = "On 2 November 2026 by Quality group. Next review by 1 May 2028. Still right."
    assert said in client.get(address).content.decode()
    reader = sign_in(Client(), make_person("practitioner", make_agency()))
    assert said in reader.get(address).content.decode()
    assert reader.get(f"{address}review/").status_code == 403
