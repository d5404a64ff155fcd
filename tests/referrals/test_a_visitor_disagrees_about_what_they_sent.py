"""Somebody without an account says “I disagree” about what they sent, and follows it up to its end: theirs and nobody else's."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Agency, Visitor
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.models import DomainEvent, OutboxMessage
from referrals.models import Contact, Disagreement
from referrals.services import end_stage, raise_disagreement
from tests import factories
from tests.referrals import build, mash
from work.models import Clock

pytestmark = pytest.mark.django_db

WORDS = {"disputed": "Advice only", "concern": "She is hungry", "wanted": "An assessment", "risk": "We feed her"}
SPOKEN = {"people": "Nell (school) and Olu (MASH)", "outcome": "Not agreed"}


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


@pytest.fixture
def visitor(client: Client) -> Visitor:
    found = factories.make_visitor(build.make_school(domains=["oakfield.example"]), "nell@oakfield.example")
    factories.let_in(client, found)
    return found


def raised(hub: mash.Mash, contact: Contact | None, by: Visitor) -> Disagreement:
    return raise_disagreement(
        by=by,
        raised_for=by.agency.code,
        raised_with=hub.team.agency.code,
        about="threshold",
        words=WORDS,
        in_parallel=False,
        contact=contact.reference if contact else "",
        once="page",
    )


def news() -> list[tuple[str, str]]:
    rows = OutboxMessage.objects.filter(kind="mail", payload__template="news").order_by("pk")
    return [(row.payload["to"], row.payload["word.path"]) for row in rows]


def test_they_raise_it_on_the_page_of_what_they_sent_and_the_mash_sees_it_as_any_other(
    client: Client, hub: mash.Mash, visitor: Visitor
) -> None:
    contact = mash.approved(hub, "ADV", author=visitor)
    page = client.get(reverse("referrals:submission", args=[contact.submission.reference])).content.decode()
    address = f"{reverse('referrals:raise_disagreement')}?contact={contact.reference}"
    assert address in page
    assert client.get(address).status_code == 200
    given = {**WORDS, "about": "threshold", "raised_with": hub.team.agency.code, "contact": contact.reference, "once": "one"}
    missing = client.post(reverse("referrals:raise_disagreement"), {**given, "risk": ""})
    assert missing.status_code == 422
    assert "Enter the risk to the child meanwhile" in missing.content.decode()
    done = client.post(reverse("referrals:raise_disagreement"), given)
    made = Disagreement.objects.get()
    assert done.headers["Location"] == reverse("referrals:disagreement", args=[made.reference])
    assert (made.visitor, made.raiser, made.raised_for, made.contact) == (visitor, None, visitor.agency, contact)
    assert client.post(reverse("referrals:raise_disagreement"), {**given, "once": made.once}).status_code == 302
    assert Disagreement.objects.count() == 1
    event = DomainEvent.objects.get(verb="referrals.disagreement_raised", subject_kind="disagreement")
    assert (event.actor_kind, event.actor_agency) == ("visitor", visitor.agency.code)
    manager = factories.sign_in(Client(), hub.manager)
    theirs = manager.get(reverse("referrals:disagreement", args=[made.reference])).content.decode()
    assert "nell@oakfield.example" in theirs
    assert made.reference in manager.get(reverse("referrals:disagreements")).content.decode()
    assert hub.manager.email in [to for to, _ in news()]


def test_they_follow_its_stages_say_that_it_is_resolved_and_are_told(client: Client, hub: mash.Mash, visitor: Visitor) -> None:
    row = raised(hub, mash.approved(hub, "ADV", author=visitor), visitor)
    OutboxMessage.objects.all().delete()
    end_stage(by=hub.manager, reference=row.reference, version=1, result="move_up", learning="", **SPOKEN)
    assert (visitor.email, "/without-account/?next=%2Fdisagreements%2F") in news()
    assert Clock.objects.get(subject_reference=row.reference, stopped_at__isnull=True).variant == "2"
    listed = client.get(reverse("referrals:disagreements")).content.decode()
    assert row.reference in listed
    assert "This year" not in listed
    page = reverse("referrals:disagreement", args=[row.reference])
    assert "Not agreed" in client.get(page).content.decode()
    client.post(page, {"result": "resolve", "version": 2, **SPOKEN})
    row.refresh_from_db()
    assert row.state == "resolved"


def test_another_visitor_finds_none_and_a_matter_that_they_did_not_send_is_none_of_theirs(
    client: Client, hub: mash.Mash, visitor: Visitor
) -> None:
    other = factories.make_visitor(visitor.agency)
    contact = mash.approved(hub, "ADV", author=other)
    row = raised(hub, contact, other)
    assert client.get(reverse("referrals:disagreement", args=[row.reference])).status_code == 404
    assert row.reference not in client.get(reverse("referrals:disagreements")).content.decode()
    assert client.get(f"{reverse('referrals:raise_disagreement')}?contact={contact.reference}").status_code == 404
    with pytest.raises(NotVisible):
        raised(hub, contact, visitor)
    with pytest.raises(NotVisible):
        end_stage(by=visitor, reference=row.reference, version=1, result="resolve", learning="", **SPOKEN)
    with pytest.raises(Refused, match="something that you sent"):
        raised(hub, None, visitor)


def test_it_is_hidden_from_them_once_their_agency_has_gone(client: Client, hub: mash.Mash, visitor: Visitor) -> None:
    row = raised(hub, mash.approved(hub, "ADV", author=visitor), visitor)
    Agency.objects.filter(pk=visitor.agency_id).update(domains=["elsewhere.example"])
    assert client.get(reverse("referrals:disagreement", args=[row.reference])).status_code == 302
    OutboxMessage.objects.all().delete()
    end_stage(by=hub.manager, reference=row.reference, version=1, result="move_up", learning="", **SPOKEN)
    assert visitor.email not in [to for to, _ in news()]


def test_they_raise_it_for_the_agency_only_that_sent_it(hub: mash.Mash, visitor: Visitor) -> None:
    twin = build.make_school(domains=["oakfield.example"])
    visitor.agencies_read = None
    contact = mash.approved(hub, "ADV", author=visitor)
    other = twin if contact.submission.agency == visitor.agency else visitor.agency
    with pytest.raises(NotAllowed, match="for the agency only that sent it"):
        raise_disagreement(
            by=visitor,
            raised_for=other.code,
            raised_with=hub.team.agency.code,
            about="threshold",
            words=WORDS,
            in_parallel=False,
            contact=contact.reference,
            once="page",
        )
