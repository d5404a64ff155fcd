"""A child who was not told of first is added by an amendment, and has all that a child of the form has."""

import re
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from accounts.models import Person
from children.models import Child
from children.rules import ChildDetails
from children.rules.keys import keys_of
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import NotVisible, Refused
from foundation.models.events import DomainEvent
from foundation.models.outbox import OutboxMessage
from referrals.models import (
    Amendment,
    Contact,
    ContactState,
    ContactTask,
    LikelyChild,
    Message,
    SubmissionQuality,
    SubmittedChild,
)
from referrals.rules.submission import ChildGiven
from referrals.services import add_child, find_likely, restrict
from referrals.services.amending import READ_AGAIN
from tests import factories
from tests.figures import read_figure
from tests.referrals import build, mash
from tests.work.build import SYSTEM
from work.models import Clock

pytestmark = pytest.mark.django_db
WHY = {"reason_for_change": "His mother told me today that there is a little brother."}
BROTHER = {**build.CHILD, "given_name": ["Bobby"], "birth_date-year": ["2020"], "sex": ["M"]}


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def sender(contact: Contact) -> Person:
    assert contact.submission.referrer is not None
    return contact.submission.referrer


def where(contact: Contact, page: str = "children/0") -> str:
    return f"/my-referrals/{contact.submission.reference}/amend/{page}/"


def client_of(contact: Contact) -> Client:
    return factories.sign_in(Client(), sender(contact))


def send(contact: Contact, typed: dict[str, Any], page: str = "children/0", *, seen: str = "") -> Any:
    client = client_of(contact)
    shown = re.search(r'name="seen" value="(\d+)"', client.get(where(contact, page)).content.decode())
    assert shown is not None
    return client.post(where(contact, page), {**WHY, **typed, "seen": seen or shown[1]})


def added(contact: Contact) -> Contact:
    assert send(contact, BROTHER).status_code == 302
    return contact.submission.contacts.get(position=2)


def test_the_page_is_offered_and_carries_on_what_the_family_has(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    listed = client_of(contact).get(f"/my-referrals/{contact.submission.reference}/amend/").content.decode()
    assert "Add a child" in listed
    page = client_of(contact).get(where(contact)).content.decode()
    assert 'value="Example"' in page, "the family name of the first child"
    assert 'value="Robin1"' not in page


def test_the_child_has_a_record_a_contact_and_a_clock_of_their_own(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    before = mash.again(contact)
    new = added(contact)
    told = new.submitted_child
    assert (told.version, told.position, told.given_name, told.birth_date) == (2, 2, "Bobby", date(2020, 3, 27))
    assert (new.child.given_name, new.child.birth_date) == ("Bobby", date(2020, 3, 27))
    assert new.state == ContactState.RECEIVED
    made = Amendment.objects.get()
    assert new.received_at == made.amended_at
    running = Clock.objects.get(kind="referrals.decision", subject_reference=new.reference)
    assert (running.started_at, running.due_at, running.owner_team) == (made.amended_at, new.decision_due_at, hub.team)
    after = mash.again(contact)
    assert (after.received_at, after.decision_due_at) == (before.received_at, before.decision_due_at)
    assert DomainEvent.objects.filter(verb="referrals.contact_received", subject_reference=new.reference).exists()
    assert SubmissionQuality.objects.filter(version=2).exists()


def test_the_mash_is_told_and_has_the_child_in_its_queue(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    new = added(contact)
    officer = factories.sign_in(Client(), hub.officer)
    assert "Bobby Example" in officer.get("/mash/").content.decode()
    assert "Bobby Example" in officer.get(f"/mash/contacts/{new.reference}/").content.decode()
    changes = officer.get(f"/mash/contacts/{contact.reference}/changes/").content.decode()
    assert "Child 2: Bobby Example" in changes
    assert WHY["reason_for_change"] in changes
    said = Message.objects.get(kind=Message.Kind.AMENDED)
    assert "Child 2: Bobby Example was added" in said.body
    assert contact.tasks.filter(title=READ_AGAIN).exists(), "a brother is news for the child who was told of first"
    assert not new.tasks.exists()
    told = [message.payload for message in OutboxMessage.objects.filter(key__contains="message:")]
    assert any(row["to"] == hub.officer.email for row in told)
    assert "Bobby" not in str(told)


def test_an_urgent_form_tells_the_managers_again(hub: mash.Mash) -> None:
    contact = mash.screened(hub, urgent=True)
    new = added(contact)
    assert new.urgent
    keys = [key for key in OutboxMessage.objects.values_list("key", flat=True) if "urgent-referral" in key]
    assert {key.rsplit(":", 1)[1] for key in keys} == {hub.manager.reference, hub.second_manager.reference}


def test_the_child_is_compared_with_all_that_is_known(hub: mash.Mash) -> None:
    who: dict[str, Any] = {"family_name": "Example", "given_name": "Bobby", "birth_date": date(2020, 3, 27), "sex": "M"}
    keys = keys_of(ChildDetails(**who))
    known = Child.objects.create(**who, keys=keys, created_at=clock.now(), created_by="test")
    contact = mash.screened(hub)
    new = added(contact)
    assert OutboxMessage.objects.filter(kind="referrals.find_likely", key__endswith=":2").exists()
    find_likely(by=SYSTEM, submission=contact.submission.reference)
    assert not LikelyChild.objects.filter(contact=new, child=contact.child).exists(), "one family, and two children"
    assert LikelyChild.objects.filter(contact=new, child=known).exists()
    assert known.pk != new.child_id


def contacts_of_the_year() -> int:
    found = read_figure("contacts.received", FinancialYear(2026))
    assert found is not None
    return int(found.value or 0)


def test_the_figures_count_one_contact_more(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    before = contacts_of_the_year()
    added(contact)
    assert contacts_of_the_year() == before + 1


def test_pressed_twice_it_is_one_child(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    assert send(contact, BROTHER).status_code == 302
    assert send(contact, BROTHER, seen="1").status_code == 302
    assert Amendment.objects.count() == 1
    assert contact.submission.contacts.count() == 2
    assert SubmittedChild.objects.count() == 2
    other = send(contact, {**BROTHER, "given_name": ["Cleo"]}, seen="1")
    assert other.status_code == 409, "somebody else was faster: what they wrote is shown, what was typed stays"
    assert 'value="Cleo"' in other.content.decode()
    assert contact.submission.contacts.count() == 2


def test_what_the_form_refuses_stands_beside_the_question_and_nothing_is_kept(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    answer = send(contact, {**BROTHER, "family_name": [""], "school": ["Oakfield"], "reason_for_change": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Enter the child’s last name" in page
    assert "Enter why you change this" in page
    assert 'value="Oakfield"' in page
    assert not Amendment.objects.exists()
    assert Child.objects.count() == 1


def test_people_of_the_family_are_asked_what_they_are_to_the_new_child(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    added(contact)
    page = client_of(contact).get(where(contact, "people/1")).content.decode()
    assert "What are they to Bobby Example?" in page


def test_what_is_dealt_with_takes_no_child(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    Contact.objects.update(state=ContactState.DUPLICATE, closed_at=clock.now(), closed_by="test")
    client = client_of(contact)
    assert "Add a child" not in client.get(f"/my-referrals/{contact.submission.reference}/amend/").content.decode()
    assert client.get(where(contact)).status_code == 404
    with pytest.raises(Refused, match="Send another referral"):
        given(contact, sender(contact))
    assert not Amendment.objects.exists()


def given(contact: Contact, by: Person) -> Amendment:
    (child,) = build.content(("Bobby",)).children
    assert isinstance(child, ChildGiven)
    return add_child(by=by, reference=contact.submission.reference, seen=1, child=child, answers=[], reason="A brother")


def test_for_others_it_does_not_exist(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    with pytest.raises(NotVisible):
        given(contact, build.make_practitioner())
    assert not Amendment.objects.exists()


def test_beside_a_restricted_child_the_new_one_is_restricted_to_the_same_people(hub: mash.Mash) -> None:
    contact = mash.screened(hub, urgent=True)
    restrict(by=hub.manager, reference=contact.reference, version=contact.version, people=[], reason="A colleague’s child")
    OutboxMessage.objects.all().delete()
    new = added(contact)
    assert new.restricted
    for who, status in ((hub.manager, 200), (hub.officer, 404), (hub.second_manager, 404)):
        client = factories.sign_in(Client(), who)
        assert client.get(f"/mash/contacts/{new.reference}/").status_code == status
        assert ("Bobby Example" in client.get("/mash/").content.decode()) is (status == 200)
    told = str([message.payload for message in OutboxMessage.objects.all()])
    assert hub.second_manager.email not in told
    assert not mail.outbox


def test_a_returned_form_comes_back_with_the_child(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    Contact.objects.update(state=ContactState.RETURNED, closed_at=clock.now(), closed_by="test")
    new = added(contact)
    assert new.is_open
    assert mash.again(contact).is_open
    assert not ContactTask.objects.filter(contact=new).exists()
