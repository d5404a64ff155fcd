"""A professional without an account uses the same form, sends once, and sees what became of it: theirs and nobody else's."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import AccessLogEntry, Agency, Visitor
from foundation.errors import NotAllowed, NotVisible
from foundation.models import DomainEvent, OutboxMessage
from referrals.models import Contact, Draft, Message, Submission
from referrals.selectors.contacts import may_see
from referrals.services import answer_question, ask_referrer, rate, send_submission, start_draft, write_to_referrer
from tests import factories
from tests.foundation.documents.build import PDF
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> Agency:
    return build.make_school(domains=["oakfield.example"], name="Oakfield School")


@pytest.fixture
def visitor(client: Client, school: Agency) -> Visitor:
    found = factories.make_visitor(school, "nell@oakfield.example")
    factories.let_in(client, found)
    return found


def send(client: Client, draft: Draft) -> Submission:
    draft.refresh_from_db()
    page = reverse("referrals:check", args=[draft.reference])
    answer = client.post(page, {"declared": "on", "_version": draft.version})
    assert answer.headers["Location"] == reverse("referrals:sent", args=[draft.reference])
    return Submission.objects.get(draft=draft)


def test_from_the_first_question_to_the_confirmation(client: Client, visitor: Visitor, school: Agency) -> None:
    build.make_mash()
    client.post(reverse("referrals:begin"), {"immediate_danger": "no"})
    draft = Draft.objects.get()
    assert (draft.visitor, draft.author, draft.agency) == (visitor, None, school)
    about = client.get(reverse("referrals:section", args=[draft.reference, "about"])).content.decode()
    assert "nell@oakfield.example" in about
    assert "what your account says" not in about
    for key, typed in build.PAGES.items():
        kind, slash, number = key.partition("/")
        name, rest = ("item", [kind, number]) if slash else ("section", [key])
        client.post(reverse(f"referrals:{name}", args=[draft.reference, *rest]), {**typed, "_page": "one", "_seen": 0})
    upload = SimpleUploadedFile("report.pdf", PDF)
    client.post(reverse("referrals:documents", args=[draft.reference]), {"documents": [upload], "kind": "report"})
    submission = send(client, draft)
    assert send(client, draft) == submission
    assert (submission.visitor, submission.referrer, submission.agency) == (visitor, None, school)
    assert (submission.channel, submission.referral_source) == ("portal", "2A")
    assert Contact.objects.filter(submission=submission).count() == 2
    sent = client.get(reverse("referrals:sent", args=[draft.reference])).content.decode()
    assert submission.reference in sent
    assert "Ask for an account" in sent
    mail = OutboxMessage.objects.get(kind="mail")
    assert mail.payload["to"] == "nell@oakfield.example"
    assert mail.payload["word.path"].startswith("/without-account/?next=")
    event = DomainEvent.objects.get(verb="referrals.submission_received")
    assert (event.actor_kind, event.actor_reference, event.actor_agency) == ("visitor", visitor.reference, school.code)


def test_they_read_what_was_decided_and_every_look_is_theirs_in_the_log(client: Client, visitor: Visitor) -> None:
    contact = mash.approved(mash.make(), "NFA", author=visitor)
    page = client.get(reverse("referrals:submission", args=[contact.submission.reference])).content.decode()
    assert "No further action" in page
    assert "Terry" not in page
    looks = AccessLogEntry.objects.filter(route="referrals:submission")
    assert [(look.person, look.agency) for look in looks] == [(visitor.reference, visitor.agency.code)]
    mails = OutboxMessage.objects.filter(kind="mail", payload__template="news")
    assert [mail.payload["to"] for mail in mails] == [visitor.email]


def test_another_visitors_and_a_colleagues_do_not_exist_for_them(client: Client, visitor: Visitor, school: Agency) -> None:
    others = [factories.make_visitor(school), build.make_practitioner(school)]
    for other in others:
        submission, draft = build.send(author=other), build.make_complete_draft(other)
        for address in (
            reverse("referrals:submission", args=[submission.reference]),
            reverse("referrals:submission_copy", args=[submission.reference]),
            reverse("referrals:draft", args=[draft.reference]),
            reverse("referrals:section", args=[draft.reference, "concern"]),
        ):
            assert client.get(address).status_code == 404
        assert submission.reference not in client.get(reverse("referrals:my_referrals")).content.decode()
        with pytest.raises(NotVisible):
            send_submission(by=visitor, draft_reference=draft.reference, version=1, content=build.content())


def test_what_they_sent_is_hidden_from_them_once_their_agency_has_gone(client: Client, visitor: Visitor) -> None:
    submission = build.send(author=visitor)
    address = reverse("referrals:submission", args=[submission.reference])
    assert client.get(address).status_code == 200
    Agency.objects.update(domains=["elsewhere.example"])
    assert client.get(address).status_code == 302


def test_a_lead_sees_what_was_sent_for_the_agency_without_an_account(client: Client, school: Agency) -> None:
    submission = build.send(author=factories.make_visitor(school))
    factories.sign_in(client, factories.make_person("agency_lead", school))
    assert client.get(reverse("referrals:submission", args=[submission.reference])).status_code == 200


def test_a_visitor_has_no_sight_of_cases_whatever_is_granted(visitor: Visitor) -> None:
    contact = build.make_contact(author=visitor, teams=(build.make_mash(),))
    with pytest.raises(NotAllowed):
        rate(by=visitor, reference=contact.reference, version=1, rating="red", reason="x")  # type: ignore[arg-type]
    with pytest.raises((TypeError, AttributeError, ValueError, NotVisible)):
        may_see(visitor, contact)  # type: ignore[arg-type]


def test_a_domain_of_two_agencies_makes_them_say_for_which(client: Client, visitor: Visitor, school: Agency) -> None:
    twin = build.make_school(domains=["oakfield.example"], name="Oakfield Nursery")
    page = client.get(reverse("referrals:begin")).content.decode()
    assert "For which agency are you referring?" in page
    client.post(reverse("referrals:begin"), {"immediate_danger": "no", "agency": twin.code})
    assert Draft.objects.get().agency == twin
    elsewhere = build.make_school()
    with pytest.raises(Exception, match="Select the agency"):
        start_draft(by=visitor, answers={}, agency=elsewhere.code)


def news() -> list[str]:
    return [row.payload["to"] for row in OutboxMessage.objects.filter(kind="mail", payload__template="news").order_by("pk")]


def test_a_visitor_answers_what_the_mash_asks_by_the_same_means(client: Client, visitor: Visitor) -> None:
    hub = mash.make()
    contact = mash.screened(hub, author=visitor)
    asked = ask_referrer(by=hub.officer, reference=contact.reference, version=contact.version, question="Who collects her?")
    assert news() == [visitor.email]
    page = client.get(reverse("referrals:submission", args=[contact.submission.reference])).content.decode()
    assert "The MASH asks you" in page
    assert "Ask for an account" in page
    question = reverse("referrals:answer_question", args=[contact.submission.reference, asked.reference])
    assert "Who collects her?" in client.get(question).content.decode()
    assert client.post(question, {"result": "information", "answer": ""}).status_code == 422
    assert client.post(question, {"result": "information", "answer": "Her aunt"}).status_code == 302
    assert "Her aunt" in Message.objects.get(kind="answer").body
    assert client.get(question).status_code == 404
    assert not contact.tasks.filter(kind="information_request", done_at__isnull=True).exists()
    other = factories.make_visitor(visitor.agency)
    with pytest.raises(NotVisible):
        answer_question(
            by=other, reference=contact.submission.reference, question=asked.reference, result="information", answer="x"
        )


def test_a_visitor_writes_amends_and_withdraws_by_the_same_means(client: Client, visitor: Visitor) -> None:
    hub = mash.make()
    contact = mash.screened(hub, author=visitor)
    reference = contact.submission.reference
    client.post(reverse("referrals:messages", args=[reference]), {"body": "She has an aunt.", "once": "one"})
    write_to_referrer(by=hub.officer, reference=contact.reference, body="Which aunt?", once="two")
    assert news() == [hub.officer.email, visitor.email]
    assert "Which aunt?" in client.get(reverse("referrals:messages", args=[reference])).content.decode()
    typed = {name: values[0] for name, values in build.CONCERN.items()}
    where = reverse("referrals:amend_page", args=[reference, "concern"])
    assert client.get(where).status_code == 200
    sent = {**typed, "worries": "She was bruised too.", "seen": 1, "reason_for_change": "The nurse told us"}
    assert client.post(where, sent).status_code == 302
    assert "bruised" in client.get(reverse("referrals:versions", args=[reference])).content.decode()
    withdraw = reverse("referrals:withdraw", args=[reference])
    assert client.post(withdraw, {"reason": "Another child", "once": "three"}).status_code == 302
    assert contact.tasks.filter(kind="withdrawal").count() == 1
    seen = factories.sign_in(Client(), hub.officer).get(f"/mash/contacts/{contact.reference}/messages/").content.decode()
    assert "She has an aunt." in seen
