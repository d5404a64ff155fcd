"""A safeguarding lead finds what the agency sent, and takes it over with a reason while its sender is away."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from accounts.models import AccessLogEntry, Agency, Person
from foundation import clock
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.models import DomainEvent, OutboxMessage
from referrals.models import Contact, Following
from referrals.services import give_referral_back, take_over_referral, write_to_referrer
from tests import factories
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db
LIST = "/my-referrals/agency/"


@pytest.fixture
def school() -> Agency:
    return build.make_school()


@pytest.fixture
def teacher(school: Agency) -> Person:
    return build.make_practitioner(school, name="Terry Teacher")


@pytest.fixture
def lead(school: Agency) -> Person:
    return factories.make_person("agency_lead", school, name="Lea Lead")


def told() -> list[str]:
    return [row.payload["to"] for row in OutboxMessage.objects.filter(kind="mail").order_by("pk")]


def test_the_list_is_narrowed_by_state_writer_and_month(client: Client, school: Agency, teacher: Person, lead: Person) -> None:
    other = build.make_practitioner(school, name="Olive Other")
    october = build.send(author=teacher, received_at=datetime(2026, 10, 5, 9, tzinfo=UTC))
    decided, returned, waiting = build.send(author=other), build.send(author=other), build.send(author=teacher)
    Contact.objects.filter(submission=decided).update(
        state="decided",
        outcome="NFA",
        approved_at=clock.now(),
        approved_by="manager",
        proposed_at=clock.now(),
        proposed_by="officer",
    )
    Contact.objects.filter(submission=returned).update(state="returned_to_referrer", closed_at=clock.now(), closed_by="officer")
    factories.sign_in(client, lead)

    def shown(query: str) -> set[str]:
        page = client.get(LIST + query).content.decode()
        return {sent.reference for sent in (october, decided, returned, waiting) if sent.reference in page}

    assert shown("") == {october.reference, decided.reference, returned.reference, waiting.reference}
    assert shown("?state=waiting") == {october.reference, waiting.reference}
    assert shown("?state=decided") == {decided.reference}
    assert shown("?state=returned") == {returned.reference}
    assert shown(f"?writer={teacher.reference}&month=2026-11") == {waiting.reference}
    assert shown("?month=2026-10") == {october.reference}
    assert shown("?writer=none") == set()
    assert shown("?month=nonsense&state=nonsense&writer=nobody&after=nonsense") == shown("")
    look = AccessLogEntry.objects.filter(route="referrals:agency_referrals").order_by("pk")[0]
    assert len(look.child_references) == 4


def test_the_list_goes_on_by_key_and_keeps_its_filters(client: Client, teacher: Person, lead: Person) -> None:
    sent = [build.send(author=teacher, received_at=clock.now() - timedelta(minutes=number)) for number in range(27)]
    factories.sign_in(client, lead)
    first = client.get(f"{LIST}?month=2026-11")
    assert sent[25].reference not in first.content.decode()
    assert "month=2026-11" in first.context["next_url"]
    assert sent[25].reference in client.get(LIST + first.context["next_url"]).content.decode()


def test_twenty_five_rows_take_as_many_queries_as_one(
    client: Client, teacher: Person, lead: Person, django_assert_max_num_queries: object
) -> None:
    for _ in range(5):
        build.send(author=teacher, children=2)
    factories.sign_in(client, lead).get(LIST)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        client.get(LIST)


def test_a_lead_takes_over_with_a_reason_and_hears_the_news_until_they_end_it(teacher: Person, lead: Person) -> None:
    hub = mash.make()
    contact = mash.screened(hub, author=teacher)
    reference = contact.submission.reference
    client = factories.sign_in(Client(), lead)
    assert "Take it over" in client.get(f"/my-referrals/{reference}/").content.decode()
    page = f"/my-referrals/{reference}/take-over/"
    assert "Enter why" in client.post(page, {"reason": ""}).content.decode()
    before = len(told())
    assert client.post(page, {"reason": "Terry is on leave"}).status_code == 302
    assert told()[before:] == [teacher.email]
    assert "Lea Lead follows" in factories.sign_in(Client(), teacher).get(f"/my-referrals/{reference}/").content.decode()
    assert reference in client.get(f"{LIST}?taken_over=on").content.decode()
    before = len(told())
    write_to_referrer(by=hub.officer, reference=contact.reference, body="Who collects her?", once="one")
    assert set(told()[before:]) == {teacher.email, lead.email}
    assert "A message from the MASH" in client.get("/").content.decode()
    end = f"/my-referrals/{reference}/followed-by/{lead.reference}/end/"
    assert client.post(end, {"reason": "Terry is back"}).status_code == 302
    before = len(told())
    write_to_referrer(by=hub.officer, reference=contact.reference, body="And mornings?", once="two")
    assert told()[before:] == [teacher.email]
    ended = Following.objects.get()
    assert (ended.reason, ended.ended_because, ended.ended_by) == ("Terry is on leave", "Terry is back", lead.reference)
    rows = DomainEvent.objects.filter(verb__in=["referrals.taken_over", "referrals.given_back"]).order_by("pk")
    assert [(row.verb, row.reason) for row in rows] == [
        ("referrals.taken_over", "Terry is on leave"),
        ("referrals.given_back", "Terry is back"),
    ]


def test_whoever_is_back_ends_it_too_and_both_are_told(teacher: Person, lead: Person) -> None:
    sent = build.send(author=teacher)
    assert take_over_referral(by=lead, reference=sent.reference, reason="Ill") == take_over_referral(
        by=lead, reference=sent.reference, reason="Ill"
    )
    give_referral_back(by=teacher, reference=sent.reference, follower=lead.reference, reason="I am back")
    assert told() == [teacher.email, lead.email]
    with pytest.raises(Refused, match="any longer"):
        give_referral_back(by=teacher, reference=sent.reference, follower=lead.reference, reason="I am back")


def test_nobody_takes_over_what_is_not_theirs_to_see(school: Agency, teacher: Person, lead: Person) -> None:
    sent, hidden = build.send(author=teacher), build.send(author=teacher)
    hidden.contacts.update(restricted=True)
    stranger = factories.make_person("agency_lead", build.make_school())
    with pytest.raises(NotVisible):
        take_over_referral(by=stranger, reference=sent.reference, reason="Away")
    assert factories.sign_in(Client(), stranger).get(f"/my-referrals/{sent.reference}/take-over/").status_code == 404
    assert factories.sign_in(Client(), stranger).get(f"/my-referrals/{sent.reference}/").status_code == 404
    with pytest.raises(NotVisible):
        take_over_referral(by=lead, reference=hidden.reference, reason="Away")
    with pytest.raises(NotAllowed):
        take_over_referral(by=build.make_practitioner(school), reference=sent.reference, reason="Away")
    with pytest.raises(Refused, match="yourself"):
        take_over_referral(by=lead, reference=build.send(author=lead).reference, reason="Away")
    assert not Following.objects.exists()


def test_what_is_restricted_later_is_followed_no_longer(teacher: Person, lead: Person) -> None:
    sent = build.send(author=teacher)
    take_over_referral(by=lead, reference=sent.reference, reason="Ill")
    sent.contacts.update(restricted=True)
    assert factories.sign_in(Client(), lead).get(f"/my-referrals/{sent.reference}/").status_code == 404
