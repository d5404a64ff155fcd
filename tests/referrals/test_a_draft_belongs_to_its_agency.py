"""A colleague goes on with a draft, a lead passes it on, its writer is told before it lapses, and then it is gone."""

from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import Agency, Person, RoleHolding
from foundation import clock
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.models import DomainEvent, OutboxMessage
from referrals import tasks
from referrals.models import Draft, DraftHandover
from referrals.services import answer_offer, offer_draft, pass_draft_on, save_section, take_offer_back
from referrals.services.drafts import Page
from tests import factories
from tests.referrals import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> Agency:
    return build.make_school()


@pytest.fixture
def writer(school: Agency) -> Person:
    return build.make_practitioner(school, name="Wanda Writer")


@pytest.fixture
def colleague(school: Agency) -> Person:
    return build.make_practitioner(school, name="Colin Colleague")


@pytest.fixture
def draft(writer: Person) -> Draft:
    return build.make_complete_draft(writer)


def mails() -> list[tuple[str, str]]:
    rows = OutboxMessage.objects.filter(kind="mail").order_by("pk")
    return [(row.payload["to"], row.payload["template"]) for row in rows]


def verbs(draft: Draft) -> list[str]:
    rows = DomainEvent.objects.filter(subject_reference=draft.reference).order_by("pk")
    return [row.verb.removeprefix("referrals.") for row in rows]


def offered(draft: Draft, to: Person, note: str = "") -> DraftHandover:
    assert draft.author is not None
    return offer_draft(by=draft.author, reference=draft.reference, colleague=to.reference, note=note)


def test_a_colleague_says_yes_and_writes_it_from_then_on(draft: Draft, writer: Person, colleague: Person) -> None:
    offered(draft, colleague, "I am on a course")
    theirs = factories.sign_in(Client(), colleague)
    assert "Go on with a colleague’s draft" in theirs.get("/").content.decode()
    assert theirs.get(f"/refer/{draft.reference}/concern/").status_code == 404
    page = theirs.get(f"/refer/{draft.reference}/offer/").content.decode()
    assert "I am on a course" in page
    assert "Ada" not in page
    assert theirs.post(f"/refer/{draft.reference}/offer/", {"answer": "yes"}).headers["Location"] == f"/refer/{draft.reference}/"
    assert "hungry" in theirs.get(f"/refer/{draft.reference}/concern/").content.decode()
    mine = factories.sign_in(Client(), writer)
    assert mine.get(f"/refer/{draft.reference}/concern/").status_code == 404
    assert "Colin Colleague goes on with it" in mine.get("/my-referrals/").content.decode()
    assert mails() == [(colleague.email, "news"), (writer.email, "news")]
    assert verbs(draft) == ["draft_offered", "draft_taken_on"]
    assert "Ada" not in str(list(OutboxMessage.objects.values_list("payload", flat=True)))


def test_whoever_takes_it_on_says_who_they_are_and_an_open_page_of_the_writer_saves_nothing(
    draft: Draft, writer: Person, colleague: Person
) -> None:
    offered(draft, colleague)
    answer_offer(by=colleague, reference=draft.reference, take_on=True)
    draft.refresh_from_db()
    assert draft.author == colleague
    assert "about" not in draft.answers
    assert "concern" in draft.answers
    with pytest.raises(NotVisible):
        save_section(by=writer, reference=draft.reference, key="concern", typed={}, page=Page("old", 1))


def test_a_colleague_says_no_and_it_stays_with_its_writer(draft: Draft, writer: Person, colleague: Person) -> None:
    offered(draft, colleague)
    theirs = factories.sign_in(Client(), colleague)
    assert theirs.post(f"/refer/{draft.reference}/offer/", {"answer": ""}).status_code == 422
    theirs.post(f"/refer/{draft.reference}/offer/", {"answer": "no"})
    assert theirs.get(f"/refer/{draft.reference}/offer/").status_code == 404
    assert "Colin Colleague cannot go on with it" in factories.sign_in(Client(), writer).get("/my-referrals/").content.decode()
    draft.refresh_from_db()
    assert draft.author == writer
    assert verbs(draft)[-1] == "draft_declined"
    with pytest.raises(NotVisible):
        answer_offer(by=colleague, reference=draft.reference, take_on=True)


def test_asked_twice_it_is_asked_once_and_one_colleague_at_a_time(draft: Draft, school: Agency, colleague: Person) -> None:
    other = build.make_practitioner(school)
    assert offered(draft, colleague) == offered(draft, colleague)
    with pytest.raises(Refused, match="already"):
        offered(draft, other)
    assert draft.author is not None
    take_offer_back(by=draft.author, reference=draft.reference)
    take_offer_back(by=draft.author, reference=draft.reference)
    with pytest.raises(NotVisible):
        answer_offer(by=colleague, reference=draft.reference, take_on=True)
    assert offered(draft, other).colleague == other


def test_only_a_colleague_of_the_same_agency_with_the_same_role_is_asked(draft: Draft, writer: Person, school: Agency) -> None:
    elsewhere, lead = build.make_practitioner(), factories.make_person("agency_lead", school, name="Lea Lead")
    for nobody in (elsewhere, lead, writer):
        with pytest.raises(Refused, match="Select a colleague"):
            offered(draft, nobody)
    assert "Lea Lead" not in factories.sign_in(Client(), writer).get(f"/refer/{draft.reference}/hand-on/").content.decode()


def test_an_offer_is_gone_when_its_draft_has_lapsed_or_the_colleague_has_left(draft: Draft, colleague: Person) -> None:
    offered(draft, colleague)
    page = f"/refer/{draft.reference}/offer/"
    with clock.frozen(clock.now() + timedelta(days=7)):
        assert factories.sign_in(Client(), colleague).get(page).status_code == 404
    RoleHolding.objects.filter(person=colleague).update(ends_on=clock.today() - timedelta(days=1))
    with pytest.raises(NotAllowed):
        answer_offer(by=Person.objects.get(pk=colleague.pk), reference=draft.reference, take_on=True)


def test_the_lead_passes_on_the_draft_of_somebody_who_is_away(
    draft: Draft, school: Agency, writer: Person, colleague: Person
) -> None:
    lead = factories.make_person("agency_lead", school)
    client = factories.sign_in(Client(), lead)
    listed = client.get("/my-referrals/drafts/").content.decode()
    assert draft.reference in listed
    assert "Ada" not in listed
    assert client.get(f"/refer/{draft.reference}/concern/").status_code == 404
    page = f"/my-referrals/drafts/{draft.reference}/pass-on/"
    assert "Enter why you pass it on" in client.post(page, {"colleague": colleague.reference}).content.decode()
    assert client.post(page, {"colleague": colleague.reference, "reason": "Ill until Monday"}).status_code == 302
    draft.refresh_from_db()
    assert draft.author == colleague
    assert {to for to, _template in mails()} == {writer.email, colleague.email}
    event = DomainEvent.objects.get(verb="referrals.draft_passed_on")
    assert (event.reason, event.data["writer"], event.data["colleague"]) == (
        "Ill until Monday",
        writer.reference,
        colleague.reference,
    )
    pass_draft_on(by=lead, reference=draft.reference, colleague=lead.reference, reason="Both are away")
    assert client.get(f"/refer/{draft.reference}/concern/").status_code == 200


def test_nobody_passes_on_a_draft_of_another_agency_and_a_practitioner_none_at_all(draft: Draft, colleague: Person) -> None:
    elsewhere = factories.make_person("agency_lead", build.make_school())
    with pytest.raises(NotVisible):
        pass_draft_on(by=elsewhere, reference=draft.reference, colleague=colleague.reference, reason="Away")
    assert factories.sign_in(Client(), elsewhere).get(f"/my-referrals/drafts/{draft.reference}/pass-on/").status_code == 404
    assert factories.sign_in(Client(), colleague).get("/my-referrals/drafts/").status_code == 403


def test_before_it_lapses_its_writer_is_told_once_and_then_it_is_purged(draft: Draft, writer: Person) -> None:
    begun = clock.now()
    with clock.frozen(begun + timedelta(days=4, hours=23)):
        tasks.remind_of_drafts()
        assert mails() == []
    with clock.frozen(begun + timedelta(days=5, hours=1)):
        tasks.remind_of_drafts()
        tasks.remind_of_drafts()
        assert mails() == [(writer.email, "draft_lapses")]
        payload = OutboxMessage.objects.get(kind="mail").payload
        assert (payload["word.until"], payload["word.path"]) == ("25 November 2026", f"/refer/{draft.reference}/")
        assert "Your draft is deleted" in factories.sign_in(Client(), writer).get("/").content.decode()
    with clock.frozen(begun + timedelta(days=7)):
        tasks.remind_of_drafts()
        tasks.purge_lapsed_drafts()
    assert not Draft.objects.filter(pk=draft.pk).exists()
    assert verbs(draft) == ["draft_reminded", "draft_lapsed"]
    assert len(mails()) == 1


def test_whoever_saves_again_is_reminded_again_and_keeps_it(draft: Draft, writer: Person) -> None:
    begun = clock.now()
    with clock.frozen(begun + timedelta(days=6)):
        tasks.remind_of_drafts()
        save_section(by=writer, reference=draft.reference, key="concern", typed={"worries": ["More"]}, page=Page("new", 1))
        assert "Your draft is deleted" not in factories.sign_in(Client(), writer).get("/").content.decode()
    with clock.frozen(begun + timedelta(days=8)):
        tasks.purge_lapsed_drafts()
        assert Draft.objects.filter(pk=draft.pk).exists()
    with clock.frozen(begun + timedelta(days=12)):
        tasks.remind_of_drafts()
    assert verbs(draft).count("draft_reminded") == 2


def test_where_the_writer_has_left_the_lead_is_told(draft: Draft, school: Agency, writer: Person) -> None:
    lead = factories.make_person("agency_lead", school)
    RoleHolding.objects.filter(person=writer).update(ends_on=clock.today() - timedelta(days=1))
    with clock.frozen(clock.now() + timedelta(days=6)):
        tasks.remind_of_drafts()
        assert "No longer refers here" in factories.sign_in(Client(), lead).get("/my-referrals/drafts/").content.decode()
    assert mails() == [(lead.email, "draft_lapses")]


def test_a_visitor_is_told_at_the_address_that_they_proved(school: Agency) -> None:
    visitor = factories.make_visitor(school)
    draft = build.make_complete_draft(visitor)
    with clock.frozen(clock.now() + timedelta(days=6)):
        tasks.remind_of_drafts()
    payload = OutboxMessage.objects.get(kind="mail").payload
    assert payload["to"] == visitor.email
    assert payload["word.path"].startswith("/without-account/?next=")
    assert draft.reference in payload["word.path"]


def test_a_draft_that_was_thrown_away_is_purged_without_a_word_of_lapsing(client: Client, draft: Draft, writer: Person) -> None:
    factories.sign_in(client, writer).post(f"/refer/{draft.reference}/discard/")
    with clock.frozen(clock.now() + timedelta(days=8)):
        tasks.purge_lapsed_drafts()
    assert not Draft.objects.exists()
    assert verbs(draft) == ["draft_discarded"]
