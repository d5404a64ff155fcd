"""The library of policies: everybody looks up what is in use, the board reads what was before, and reviews fall due."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.test import Client

from accounts.models import Person
from board.models import Policy, PolicyVersion
from board.rules import policy_state
from board.selectors.policies import (
    PolicyFilter,
    count_policies,
    late_policy_reviews,
    list_policies,
    newest_version,
    reviews_falling_due,
    version_read_by,
    versions_read_by,
)
from board.services.policies import add_policy, add_policy_version, change_policy, withdraw_policy
from foundation.calendar import FinancialYear
from foundation.documents import documents_of
from foundation.errors import Conflict, NotVisible, Refused
from foundation.events import Subject, history
from foundation.exports import read_sheet
from tests.board.build import make_group
from tests.board.library import a_file, clean_file, make_policy
from tests.factories import make_agency, make_person, sign_in
from tests.figures import read_figure

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
LATER = date(2028, 11, 18)
WORDS = {"code": "POL-900", "title": "Bruises in babies", "kind": "procedure", "audience": "practitioners", "summary": "Ring."}
APPROVED = {"number": "1.0", "approved_on": date(2026, 11, 2), "approver": "Executive group", "review_due_on": LATER}


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def added(by: Person, **given: Any) -> Policy:
    return add_policy(by=by, **{**WORDS, **APPROVED, "document": a_file(), **given})


def reviewed(by: Person, policy: Policy, version: int = 1, **given: Any) -> Policy:
    told = {**APPROVED, "number": "2.0", "approved_on": TODAY, "document": a_file(), **given}
    return add_policy_version(by=by, reference=policy.reference, version=version, **told)


@pytest.mark.parametrize(
    ("review_due_on", "withdrawn_on", "state"),
    [
        (TODAY + timedelta(days=61), None, "current"),
        (TODAY + timedelta(days=60), None, "review_due"),
        (TODAY, None, "review_due"),
        (TODAY - timedelta(days=1), None, "overdue"),
        (TODAY - timedelta(days=1), TODAY, "withdrawn"),
        (TODAY - timedelta(days=1), TODAY + timedelta(days=1), "overdue"),
    ],
)
def test_a_policy_has_a_state_on_a_day(review_due_on: date, withdrawn_on: date | None, state: str) -> None:
    assert policy_state(review_due_on=review_due_on, withdrawn_on=withdrawn_on, today=TODAY) == state


def test_add_policy_keeps_it_once_with_its_version_and_document(business: Person) -> None:
    group = make_group("Quality group")
    policy = added(business, group=group.reference)
    assert added(business, group=group.reference) == policy
    version = newest_version(policy)
    assert (policy.group, version.number, policy.review_due_on) == (group, "1.0", LATER)
    assert documents_of("policy_version", version.reference).count() == 1
    assert [event.verb for event in history(Subject("policy", policy.reference))] == ["board.policy_added"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"code": "pol-900", "title": "Another"}, "code"),
        ({"agency": "nobody"}, "agency"),
        ({"group": "nobody"}, "group"),
        ({"agency": "police", "group": "there"}, "group"),
        ({"approved_on": TODAY + timedelta(days=1)}, "approved_on"),
        ({"review_due_on": date(2026, 11, 2)}, "review_due_on"),
    ],
)
def test_add_policy_refuses_what_cannot_be(business: Person, given: dict[str, Any], field: str) -> None:
    make_policy(code="POL-900")
    make_agency("police", code="police")
    group = make_group()
    told = {**given, "group": group.reference} if given.get("group") == "there" else given
    with pytest.raises(Refused) as refused:
        added(business, **{"code": "POL-901", **told})
    assert refused.value.field == field
    assert Policy.objects.count() == 1


def test_a_new_version_takes_the_place_of_the_one_that_holds(business: Person) -> None:
    policy = make_policy((date(2024, 5, 1), date(2026, 5, 1)))
    reviewed(business, policy, review_due_on=date(2029, 1, 1))
    policy.refresh_from_db()
    assert (policy.review_due_on, newest_version(policy).number, policy.versions.count()) == (date(2029, 1, 1), "2.0", 2)
    with pytest.raises(Conflict):
        reviewed(business, policy, number="3.0")
    with pytest.raises(Refused) as refused:
        reviewed(business, policy, version=2)
    assert refused.value.field == "number"
    with pytest.raises(Refused, match="before the one") as refused:
        reviewed(business, policy, version=2, number="3.0", approved_on=date(2026, 11, 1))
    assert refused.value.field == "approved_on"


def test_change_policy_refuses_the_code_of_another_and_whoever_was_overtaken(business: Person) -> None:
    policy, other = make_policy(), make_policy()
    change_policy(by=business, reference=policy.reference, version=1, **WORDS)
    policy.refresh_from_db()
    assert (policy.code, policy.version) == ("POL-900", 2)
    with pytest.raises(Conflict):
        change_policy(by=business, reference=policy.reference, version=1, **WORDS)
    with pytest.raises(Refused, match="this code"):
        change_policy(by=business, reference=policy.reference, version=2, **{**WORDS, "code": other.code.lower()})


def test_withdraw_policy_says_why_and_what_takes_its_place(business: Person) -> None:
    policy, instead = make_policy((date(2026, 11, 2), LATER)), make_policy()

    def withdraw(version: int = 1, day: date = TODAY, by_what: str = "") -> Policy:
        return withdraw_policy(
            by=business, reference=policy.reference, version=version, withdrawn_on=day, reason="Joined.", replacement=by_what
        )

    for day in (date(2026, 11, 1), TODAY + timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            withdraw(day=day)
        assert refused.value.field == "withdrawn_on"
    for nothing in ("nobody", policy.reference):
        with pytest.raises(Refused) as refused:
            withdraw(by_what=nothing)
        assert refused.value.field == "replacement"
    withdraw(by_what=instead.reference)
    policy.refresh_from_db()
    assert (policy.withdrawn_reason, policy.replacement) == ("Joined.", instead)
    with pytest.raises(Refused, match="has been withdrawn"):
        withdraw(version=2)
    with pytest.raises(Refused, match="has been withdrawn"):
        reviewed(business, policy, version=2)


def test_the_database_keeps_versions_as_written_and_reasons_with_withdrawing() -> None:
    policy = make_policy()
    with pytest.raises(InternalError), transaction.atomic():
        PolicyVersion.objects.update(number="9")
    with pytest.raises(IntegrityError), transaction.atomic():
        Policy.objects.filter(pk=policy.pk).update(withdrawn_on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Policy.objects.filter(pk=policy.pk).update(agency=make_agency(), group=make_group())


def test_practitioners_read_what_is_in_use_and_the_board_what_was_before(business: Person) -> None:
    reader = make_person("practitioner")
    policy = make_policy((date(2024, 5, 1), date(2026, 5, 1)), (date(2026, 5, 1), LATER))
    gone = make_policy(withdrawn_on=TODAY, withdrawn_reason="Joined.")
    assert [one.version.number for one in versions_read_by(reader, policy)] == ["2.0"]
    assert [one.version.number for one in versions_read_by(business, policy)] == ["2.0", "1.0"]
    assert list_policies(reader, PolicyFilter()).rows == (policy,)
    assert set(list_policies(business, PolicyFilter()).rows) == {policy, gone}
    old, new = policy.versions.order_by("approved_on")
    assert version_read_by(reader, new.reference) == new
    for hidden in (old, newest_version(gone)):
        with pytest.raises(NotVisible):
            version_read_by(reader, hidden.reference)
        assert version_read_by(business, hidden.reference) == hidden


@pytest.mark.parametrize(
    "wanted",
    [{"words": "bruis"}, {"words": "pol-x"}, {"kind": "tool"}, {"audience": "leads"}, {"owner": "police"}, {"state": "overdue"}],
)
def test_the_library_is_narrowed(business: Person, wanted: dict[str, str]) -> None:
    found = make_policy(
        (date(2024, 1, 1), date(2026, 1, 1)), title="Bruises", code="POL-X", kind="tool", audience="leads",
        agency=make_agency("police", code="police"),
    )  # fmt: skip
    make_policy()
    assert list_policies(business, PolicyFilter(**wanted)).rows == (found,)


def test_owners_that_are_no_agency_narrow_too(business: Person) -> None:
    group = make_group()
    of_group, of_all = make_policy(group=group), make_policy()
    assert list_policies(business, PolicyFilter(owner=group.reference)).rows == (of_group,)
    assert list_policies(business, PolicyFilter(owner="partnership")).rows == (of_all,)


def test_reviews_fall_due_and_late_ones_stand_on_my_work(client: Client, business: Person) -> None:
    page = sign_in(client, business).get("/").content.decode()
    assert "to be reviewed: late" not in page
    late = make_policy((date(2024, 1, 1), date(2026, 1, 1)))
    soon = make_policy((date(2024, 1, 1), TODAY + timedelta(days=30)))
    make_policy()
    assert reviews_falling_due(business) == [late, soon]
    assert late_policy_reviews(business) == 1
    assert count_policies(business) == {"current": 1, "review_due": 1, "overdue": 1, "withdrawn": 0}
    assert "policy to be reviewed: late" in client.get("/").content.decode()
    assert "to be reviewed: late" not in sign_in(client, make_person("executive")).get("/").content.decode()


def test_the_figures_of_a_year_know_nothing_of_later() -> None:
    year = FinancialYear(2025)
    assert read_figure("policies.in_use", year) is None
    make_policy((date(2024, 1, 1), date(2026, 1, 1)), (date(2026, 5, 1), LATER))
    make_policy((date(2024, 1, 1), date(2026, 4, 30)))
    make_policy((date(2024, 1, 1), LATER))
    make_policy((date(2024, 1, 1), LATER), withdrawn_on=date(2026, 3, 31), withdrawn_reason="Joined.")
    make_policy((date(2026, 4, 1), LATER))
    in_use, in_date = read_figure("policies.in_use", year), read_figure("policies.in_date", year)
    assert in_use is not None
    assert in_date is not None
    assert (in_use.value, in_use.by["state"]) == (3, {"Current": 1, "Review due": 1, "Review overdue": 1})
    assert (in_date.numerator, in_date.denominator) == (2, 3)


def test_the_pages_lead_from_a_new_policy_to_its_withdrawal(
    client: Client, business: Person, django_assert_max_num_queries: Any
) -> None:
    sign_in(client, business)
    days = {"approved_on-day": "2", "approved_on-month": "11", "approved_on-year": "2026"}
    due = {"review_due_on-day": "2", "review_due_on-month": "11", "review_due_on-year": "2028"}
    told = {**WORDS, "number": "1.0", "approver": "Executive", **days, **due}
    assert client.post("/policies/new/", told).status_code == 422
    assert client.post("/policies/new/", {**told, "document": a_file()}).status_code == 302
    policy = Policy.objects.get()
    address = f"/policies/{policy.reference}/"
    assert client.post(f"{address}change/", {**WORDS, "title": "=Bruises", "version": "1"}).status_code == 302
    assert client.post(f"{address}change/", {**WORDS, "version": "1"}).status_code == 409
    second = {**told, "number": "2.0", "changes": "Who to ring.", "version": "2"}
    assert client.post(f"{address}version/", {**second, "document": a_file("Second.pdf")}).status_code == 302
    with django_assert_max_num_queries(14):
        page = client.get(address).content.decode()
    for words in ("Who to ring.", "Older versions", "Second.pdf"):
        assert words in page
    for place in range(51):
        make_policy(title=f"Z {place:02}")
    with django_assert_max_num_queries(16):
        page = client.get("/policies/").content.decode()
    assert "Z 48" in page
    assert "Z 49" not in page
    row = read_sheet(client.get("/policies/export/?words=bruises").content).rows[0]
    assert (row[0], row[1], row[7]) == ("POL-900", "=Bruises", "2.0")
    end = {"reason": "Joined.", "withdrawn_on-day": "18", "withdrawn_on-month": "11", "withdrawn_on-year": "2026", "version": "3"}
    assert client.post(f"{address}withdraw/", end).status_code == 302
    assert "Withdrawn: Joined." in client.get(address).content.decode()


def test_a_practitioner_looks_a_policy_up_and_opens_it(client: Client) -> None:
    policy = added(make_person("business_team"))
    document = clean_file("policy_version", newest_version(policy).reference)
    gone = make_policy(withdrawn_on=TODAY, withdrawn_reason="Joined.", title="Gone")
    sign_in(client, make_person("practitioner"))
    page = client.get("/policies/?words=bruises").content.decode()
    assert "Bruises in babies" in page
    assert "/letters/" not in page
    assert "Library" in client.get("/").content.decode()
    assert "Add a version" not in client.get(f"/policies/{policy.reference}/").content.decode()
    assert b"".join(client.get(f"/documents/{document.reference}/")).startswith(b"%PDF")  # type: ignore[arg-type]  # a stream
    assert client.get(f"/policies/{gone.reference}/").status_code == 404
    assert "Gone" not in client.get("/policies/?state=withdrawn").content.decode()
