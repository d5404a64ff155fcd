"""An approval lapses when an agency tells something, when the child is linked or parted, and when a document is added."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from children.rules.keys import keys_of
from children.selectors.records import details_of
from foundation.errors import Refused
from referrals.models import Contact
from referrals.services import (
    approve_decision,
    ask_agencies,
    begin_screening,
    link_child,
    part_children,
    propose_decision,
    rate,
    sign_off,
)
from tests.referrals import mash, systems
from work.models import Request
from work.services.requests import Sharing, answer_request

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def lapsed(contact: Contact) -> bool:
    """Whether a manager has to look again before the sign-off, and only once."""
    contact = mash.again(contact)
    marked = contact.decisions.get().facts_changed
    assert contact.tasks.filter(kind="look_again").count() == marked
    if marked:
        assert contact.state == "tasks_open"
    return marked


def asked_and_approved(hub: mash.Mash) -> tuple[Contact, Request]:
    contact = mash.screened(hub)
    (asked,) = ask_agencies(
        by=hub.officer,
        reference=contact.reference,
        version=contact.version,
        agencies=[hub.police.code],
        question="Call-outs this year?",
        legal_basis="Section 17",
        purpose="To decide",
    )
    contact = mash.again(contact)
    propose_decision(
        by=hub.officer,
        reference=contact.reference,
        version=contact.version,
        outcome="NFA",
        threshold_level=1,
        **mash.WORDS,
    )
    contact = mash.again(contact)
    approve_decision(by=hub.manager, reference=contact.reference, version=contact.version)
    assert not lapsed(contact)
    return mash.again(contact), asked


def test_what_an_agency_tells_after_the_approval(hub: mash.Mash) -> None:
    contact, asked = asked_and_approved(hub)
    sharing = Sharing(proportionate=True, may_tell_family=True)
    answer_request(by=hub.police_lead, reference=asked.reference, result="information", answer="Two call-outs", sharing=sharing)
    assert lapsed(contact)
    contact = mash.again(contact)
    with pytest.raises(Refused, match="Look again at the decision"):
        sign_off(by=hub.second_manager, reference=contact.reference, version=contact.version)


def test_an_agency_that_knows_nothing_changes_no_fact(hub: mash.Mash) -> None:
    contact, asked = asked_and_approved(hub)
    answer_request(by=hub.police_lead, reference=asked.reference, result="nothing_known", answer="")
    assert not lapsed(contact)


def named(contact: Contact, given: str, family: str) -> Contact:
    child = contact.child
    child.given_name, child.family_name, child.birth_date = given, family, date(2015, 3, 7)
    child.keys = keys_of(details_of(child))
    child.save()
    return contact


def test_a_child_that_is_linked_and_parted_after_the_approval(hub: mash.Mash) -> None:
    earlier = named(mash.received(hub), "Alexander", "Whitfield")
    contact = named(mash.approved(hub), "Alex", "Whitfeild")
    assert not lapsed(contact)
    merge = link_child(
        by=hub.officer,
        reference=contact.reference,
        version=contact.version,
        child=earlier.child.reference,
        reason="Same mother",
    )
    assert lapsed(contact)
    contact = mash.again(contact)
    part_children(by=hub.officer, reference=contact.reference, version=contact.version, merge=merge.reference, reason="Cousins")
    assert lapsed(contact)


def test_a_document_that_another_system_adds_after_the_approval(hub: mash.Mash) -> None:
    token = systems.connect()[1]
    body = systems.referral()
    body["children"], body["people"] = body["children"][:1], []
    told = json.loads(systems.send(token, body).content)
    contact = Contact.objects.get(submission__reference=told["reference"])
    act = {"by": hub.officer, "reference": contact.reference}
    begin_screening(**act, version=contact.version)  # type: ignore[arg-type]  # made up of parts
    contact = mash.again(contact)
    rate(**act, version=contact.version, rating="amber", reason="Hungry")  # type: ignore[arg-type]  # made up of parts
    contact = mash.again(contact)
    propose_decision(**act, version=contact.version, outcome="NFA", threshold_level=1, **mash.WORDS)  # type: ignore[arg-type]
    approve_decision(by=hub.manager, reference=contact.reference, version=mash.again(contact).version)
    assert not lapsed(contact)
    for _time in range(2):
        files = {"file": SimpleUploadedFile("report.pdf", PDF)}
        url = f"/api/v1/referrals/{told['reference']}/documents"
        assert systems.ask(token, "POST", url, multipart=files).status_code == 201
        assert lapsed(contact)
