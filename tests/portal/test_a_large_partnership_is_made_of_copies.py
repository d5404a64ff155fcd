"""A partnership for measuring is whole, however it was made: every copy has its own references, children and senders."""

import pytest
from django.db import connection

from accounts.models import Agency, Person
from children.models import Child
from children.rules.keys import keys_of
from children.selectors.records import details_of
from foundation import clock
from foundation.models.events import DomainEvent
from foundation.references import tidy_reference
from portal.demo import seeding
from protection.models import ProtectionPlan
from referrals.models import Contact, ContactTeamGrant, Submission
from work.models import Clock, Request

pytestmark = pytest.mark.django_db


@pytest.fixture
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeding, "MOST_WRITTEN", 100)
    monkeypatch.setattr(seeding, "LARGE", 20_000)
    seeding.seed_scale(400)


def indexes() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'")
        found = {row[0] for row in cursor.fetchall()}
        cursor.execute("SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) FROM pg_constraint")
        return found | {row[0] for row in cursor.fetchall()}


def test_nothing_is_missing_afterwards(request: pytest.FixtureRequest) -> None:
    before = indexes()
    request.getfixturevalue("_large")
    assert indexes() == before


@pytest.mark.usefixtures("_large")
def test_every_copy_is_whole() -> None:
    contacts = list(Contact.objects.select_related("child", "submitted_child", "submission"))
    assert len(contacts) == pytest.approx(400, rel=0.1)
    assert len({one.reference for one in contacts}) == len(contacts)
    assert all(tidy_reference(one.reference) == one.reference for one in contacts)
    for one in contacts:
        assert one.submitted_child.submission_id == one.submission_id
        assert one.submitted_child.family_name == one.child.family_name
        assert one.child.keys == keys_of(details_of(one.child))
    assert ContactTeamGrant.objects.filter(is_open__isnull=False).count() == len(contacts)
    references = {one.reference for one in contacts}
    assert {*Clock.objects.filter(kind="referrals.decision").values_list("subject_reference", flat=True)} == references
    assert {*Request.objects.values_list("subject_reference", flat=True)} <= references
    assert {*DomainEvent.objects.filter(subject_kind="contact").values_list("subject_reference", flat=True)} <= references


@pytest.mark.usefixtures("_large")
def test_it_has_more_children_than_contacts_and_many_who_refer() -> None:
    assert Child.objects.count() == 600
    assert Agency.objects.filter(code__startswith="school-").count() == 3
    senders = Submission.objects.values_list("referrer", flat=True).distinct()
    assert len(senders) > Person.objects.filter(email__startswith="crowd").count() / 2
    for one in Submission.objects.select_related("referrer").order_by("-pk")[:20]:
        assert one.referrer is not None
        assert one.referrer_name == one.referrer.name
        assert one.received_by == one.referrer.reference
        assert one.referrer.holdings.filter(agency=one.agency_id).exists()


@pytest.mark.usefixtures("_large")
def test_the_next_row_gets_an_id_that_is_free() -> None:
    assert (
        Child.objects.create(family_name="Later", birth_date="2020-01-01", created_at="2026-01-01T00:00Z", created_by="test").pk
        == Child.objects.order_by("-pk").values_list("pk", flat=True).first()
    )


@pytest.mark.usefixtures("_large")
def test_it_has_a_plan_for_every_fifth_contact_each_with_category_and_reviews() -> None:
    plans = list(ProtectionPlan.objects.prefetch_related("categories", "reviews"))
    assert len(plans) == pytest.approx(80, rel=0.1)
    assert any(plan.is_open for plan in plans)
    for plan in plans:
        assert plan.categories.all()[0].from_on == plan.started_on
        assert all(plan.started_on < review.held_on < (plan.ended_on or clock.today()) for review in plan.reviews.all())
