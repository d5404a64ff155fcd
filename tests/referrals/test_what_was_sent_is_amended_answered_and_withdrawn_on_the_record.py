"""After sending: versions, messages, questions and withdrawals stand beside what was sent; nothing is overwritten."""

import re

import pytest
from django.test import Client

from accounts.models import Person
from foundation.errors import Conflict, NotVisible, Refused
from foundation.models.outbox import OutboxMessage
from referrals.models import Amendment, Contact, Message, Submission
from referrals.selectors.versions import standing_submission
from referrals.services import (
    amend_submission,
    answer_withdrawal,
    approve_decision,
    ask_referrer,
    ask_to_withdraw,
    confirm_decision,
    sign_off,
    waive_task,
    write_to_mash,
    write_to_referrer,
)
from tests import factories
from tests.referrals import build, mash
from work.models import Request
from work.services.requests import answer_request

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def sender(contact: Contact) -> Person:
    person = contact.submission.referrer
    assert person is not None
    return person


def section(text: str) -> dict[str, object]:
    return {
        "section": "concern",
        "title": "What you are worried about",
        "answers": [{"question": "What are you worried about?", "answer": text}],
    }


GIVEN = {"working_well": "Aunt", "tried_already": "Breakfast club", "child_voice": "“My tummy hurts.”"}


def amend(
    contact: Contact, by: Person | None = None, *, seen: int = 1, words: str = "She was bruised too.", **changes: object
) -> Amendment:
    arguments = {
        "values": {"worries": words, **GIVEN},
        "before": section("Often hungry"),
        "after": section(words),
        "reason": "The nurse told us more",
        **changes,
    }
    return amend_submission(
        by=by or sender(contact),
        reference=contact.submission.reference,
        seen=seen,
        page="concern",
        **arguments,  # type: ignore[arg-type]  # made up of parts
    )


def test_an_amendment_stands_beside_what_was_sent(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    before = Submission.objects.values().get(pk=contact.submission_id)
    made = amend(contact)
    assert Submission.objects.values().get(pk=contact.submission_id) == before
    assert (made.number, made.reason) == (2, "The nurse told us more")
    assert made.changes["questions"] == [
        {"question": "What are you worried about?", "was": "Often hungry", "now": "She was bruised too."}
    ]
    assert standing_submission(contact.submission).worries == "She was bruised too."
    page = factories.sign_in(Client(), hub.officer).get(f"/mash/contacts/{contact.reference}/").content.decode()
    assert "She was bruised too." in page
    assert "See what changed" in page
    changes = factories.sign_in(Client(), hub.officer).get(f"/mash/contacts/{contact.reference}/changes/").content.decode()
    assert "Often hungry" in changes
    assert "She was bruised too." in changes


def test_new_facts_ask_the_mash_to_look_at_the_rating(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    amend(contact)
    assert "rate again" in contact.tasks.get(kind="other").title
    assert mash.again(contact).version > contact.version


def test_pressed_twice_an_amendment_is_one_version_and_a_stale_page_is_noticed(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    assert amend(contact) == amend(contact)
    with pytest.raises(Conflict):
        amend(contact, words="Something else")
    assert amend(contact, seen=2, words="Something else").number == 3


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reason": " "}, "Enter why you change this"),
        ({"after": section("Often hungry")}, "Nothing is different"),
        ({"values": {"worries": "", **GIVEN}}, "Enter what you are worried about"),
        ({"values": {"urgent": True}}, "does not hold these answers"),
    ],
)
def test_an_amendment_says_why_changes_something_and_says_what_the_form_asks(
    hub: mash.Mash, changes: dict[str, object], said: str
) -> None:
    contact = mash.screened(hub)
    with pytest.raises(Refused, match=said):
        amend(contact, **changes)
    assert not Amendment.objects.exists()


def test_nobody_else_amends_it(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    with pytest.raises(NotVisible):
        amend(contact, build.make_practitioner())
    with pytest.raises(NotVisible):
        amend(contact, build.make_practitioner(sender(contact).holdings.get().agency))


def test_an_approval_lapses_when_the_facts_change_and_a_manager_looks_again(hub: mash.Mash) -> None:
    contact = mash.finish(hub, mash.approved(hub))
    amend(contact)
    contact = mash.again(contact)
    assert contact.state == "tasks_open"
    shown = factories.sign_in(Client(), hub.manager).get(f"/mash/contacts/{contact.reference}/decision/").content.decode()
    assert "Approval lapsed" in shown
    with pytest.raises(Refused, match="Look again at the decision"):
        sign_off(by=hub.manager, reference=contact.reference, version=contact.version)
    task = contact.tasks.get(kind="look_again")
    with pytest.raises(Refused, match="confirms the decision"):
        waive_task(by=hub.manager, reference=contact.reference, version=contact.version, task_id=task.pk, reason="Busy")
    confirm_decision(by=hub.manager, reference=contact.reference, version=contact.version, reason="It says the same")
    contact = mash.again(contact)
    assert contact.state == "decided"
    with pytest.raises(Refused, match="have not changed"):
        confirm_decision(by=hub.manager, reference=contact.reference, version=contact.version, reason="Again")
    assert sign_off(by=hub.manager, reference=contact.reference, version=contact.version).state == "signed_off"


def test_a_manager_does_not_approve_on_facts_that_they_have_not_seen(hub: mash.Mash) -> None:
    contact = mash.proposed(hub)
    amend(contact)
    assert contact.decisions.get().facts_changed
    with pytest.raises(Conflict):
        approve_decision(by=hub.manager, reference=contact.reference, version=contact.version)
    approve_decision(by=hub.manager, reference=contact.reference, version=mash.again(contact).version)
    assert not contact.decisions.get().facts_changed


def test_messages_are_read_by_both_sides_and_the_mail_says_only_that_there_is_news(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    writer = sender(contact)
    for _press in range(2):
        write_to_mash(by=writer, reference=contact.submission.reference, body="She has an aunt in Leeds.", once="page-1")
    assert Message.objects.count() == 1
    home = factories.sign_in(Client(), hub.officer).get("/").content.decode()
    assert "A message from the referrer" in home
    mails = [row.payload for row in OutboxMessage.objects.filter(kind="mail")]
    assert any(mail["to"] == hub.officer.email and mail["template"] == "news" for mail in mails)
    assert "Leeds" not in str(mails)
    seen = factories.sign_in(Client(), hub.officer).get(f"/mash/contacts/{contact.reference}/messages/").content.decode()
    assert "She has an aunt in Leeds." in seen
    assert "A message from the referrer" not in factories.sign_in(Client(), hub.officer).get("/").content.decode()
    write_to_referrer(by=hub.officer, reference=contact.reference, body="Thank you. Which aunt?", once="page-2")
    client = factories.sign_in(Client(), writer)
    assert "A message from the MASH" in client.get("/").content.decode()
    assert "Which aunt?" in client.get(f"/my-referrals/{contact.submission.reference}/messages/").content.decode()
    assert "A message from the MASH" not in client.get("/").content.decode()


def test_a_page_cannot_take_the_keys_of_the_house_and_so_keep_a_version_off_the_record(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    where = f"/my-referrals/{contact.submission.reference}/messages/"
    client = factories.sign_in(Client(), sender(contact))
    assert client.post(where, {"body": "Hello", "once": "amended:2"}).status_code == 302
    amend(contact)
    kinds = contact.submission.messages.values_list("kind", flat=True)
    assert set(kinds) == {Message.Kind.MESSAGE, Message.Kind.AMENDED}
    assert client.post(where, {"body": "Twice", "once": "page:one"}).status_code == 302
    assert client.post(where, {"body": "Twice", "once": "page:one"}).status_code == 302
    assert contact.submission.messages.filter(body="Twice").count() == 1


def test_the_referrer_answers_a_question_and_it_lands_as_new_information(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    asked = ask_referrer(by=hub.officer, reference=contact.reference, version=contact.version, question="Who collects her?")
    with pytest.raises(Refused, match="not been answered"):
        ask_referrer(by=hub.officer, reference=contact.reference, version=mash.again(contact).version, question="And?")
    assert asked.clock is not None
    colleague = build.make_practitioner(sender(contact).holdings.get().agency)
    with pytest.raises(NotVisible):
        answer_request(by=colleague, reference=asked.reference, result="information", answer="Her aunt")
    assert "Question about what you referred" in factories.sign_in(Client(), sender(contact)).get("/").content.decode()
    answer_request(by=sender(contact), reference=asked.reference, result="information", answer="Her aunt")
    titles = set(contact.tasks.filter(done_at__isnull=True).values_list("title", flat=True))
    assert any("rate again" in title for title in titles)
    assert not any("Answer of the referrer" in title for title in titles)
    assert "Her aunt" in Message.objects.get(kind="answer").body
    assert Request.objects.get().state == "answered"


def test_a_withdrawal_is_a_message_that_a_manager_answers(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    ask_to_withdraw(by=sender(contact), reference=contact.submission.reference, reason="Another child", once="w1")
    ask_to_withdraw(by=sender(contact), reference=contact.submission.reference, reason="Another child", once="w1")
    assert contact.tasks.filter(kind="withdrawal").count() == 1
    version = mash.again(contact).version
    answer_withdrawal(by=hub.manager, reference=contact.reference, version=version, agree=False, words="We go on.")
    assert mash.again(contact).state == "screening"
    ask_to_withdraw(by=sender(contact), reference=contact.submission.reference, reason="Truly", once="w2")
    version = mash.again(contact).version
    answer_withdrawal(by=hub.manager, reference=contact.reference, version=version, agree=True, words="Agreed.")
    contact = mash.again(contact)
    assert (contact.state, contact.is_open) == ("closed", False)
    assert Submission.objects.filter(pk=contact.submission_id).exists()
    assert [row.kind for row in Message.objects.order_by("pk")] == ["withdrawal", "refused", "withdrawal", "agreed"]


def test_what_is_decided_is_not_withdrawn(hub: mash.Mash) -> None:
    contact = mash.approved(hub)
    with pytest.raises(Refused, match="decided on this already"):
        ask_to_withdraw(by=sender(contact), reference=contact.submission.reference, reason="No", once="w1")


@pytest.mark.parametrize(
    "page", ["messages/", "amend/", "amend/concern/", "amend/consent/", "amend/added/", "versions/", "withdraw/"]
)
def test_every_page_opens(hub: mash.Mash, page: str) -> None:
    contact = mash.screened(hub)
    amend(contact)
    answer = factories.sign_in(Client(), sender(contact)).get(f"/my-referrals/{contact.submission.reference}/{page}")
    assert answer.status_code == 200


def test_a_page_is_amended_through_the_portal(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    client = factories.sign_in(Client(), sender(contact))
    where = f"/my-referrals/{contact.submission.reference}/amend/concern/"
    page = client.get(where).content.decode()
    assert "Often hungry, and frightened to go home." in page
    seen = re.search(r'name="seen" value="(\d+)"', page)
    assert seen is not None
    sent = {
        **{name: values[0] for name, values in build.CONCERN.items()},
        "worries": "She was bruised too.",
        "seen": seen[1],
    }
    assert "Enter why you change this" in client.post(where, sent).content.decode()
    answer = client.post(where, {**sent, "reason_for_change": "The nurse told us"})
    assert answer.status_code == 302
    assert "bruised" in client.get(f"/my-referrals/{contact.submission.reference}/").content.decode()
    assert client.post(where, {**sent, "worries": "Other", "reason_for_change": "Late"}).status_code == 409
