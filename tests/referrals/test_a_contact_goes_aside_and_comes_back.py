"""Returned, duplicate, out of the area, linked to an open case: each has a way in, says why, and keeps the record."""

from datetime import timedelta

import pytest
from django.test import Client

from foundation import clock
from foundation.errors import Refused
from foundation.events import Subject
from referrals.models import Contact
from referrals.services import (
    amend_submission,
    link_to_open_case,
    mark_duplicate,
    reopen,
    return_to_referrer,
    send_out_of_area,
)
from tests import factories
from tests.referrals import mash
from work.models import Clock
from work.selectors.open_work import open_work_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def amended(contact: Contact) -> Contact:
    question = "What is new, or different, about a child or a person?"
    after = {"section": "added/2", "title": "Added", "answers": [{"question": question, "answer": "Her address is 2 Street"}]}
    referrer = contact.submission.referrer
    assert referrer is not None
    amend_submission(
        by=referrer,
        reference=contact.submission.reference,
        seen=1,
        page="added",
        values={},
        before=None,
        after=after,  # type: ignore[arg-type]  # as JSON
        reason="You asked",
    )
    return mash.again(contact)


def test_a_returned_contact_comes_back_with_a_new_clock_when_it_is_amended(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    return_to_referrer(by=hub.officer, reference=contact.reference, version=contact.version, missing="Where does she live?")
    contact = mash.again(contact)
    assert (contact.state, contact.is_open, contact.closed_by) == ("returned_to_referrer", False, hub.officer.reference)
    assert not open_work_on(Subject("contact", contact.reference)).clocks
    client = factories.sign_in(Client(), contact.submission.referrer)
    page = client.get(f"/my-referrals/{contact.submission.reference}/messages/").content.decode()
    assert "Where does she live?" in page
    contact = amended(contact)
    assert (contact.state, contact.is_open, contact.closed_at) == ("received", True, None)
    running = Clock.objects.get(subject_reference=contact.reference, kind="referrals.decision", stopped_at__isnull=True)
    assert running.due_at == contact.decision_due_at > clock.now() + timedelta(hours=1)


def test_an_urgent_child_is_never_returned(hub: mash.Mash) -> None:
    contact = mash.screened(hub, urgent=True)
    with pytest.raises(Refused, match="never returned"):
        return_to_referrer(by=hub.officer, reference=contact.reference, version=contact.version, missing="More")


def test_of_two_duplicates_one_stays(hub: mash.Mash) -> None:
    stays, goes = mash.screened(hub), mash.received(hub)
    with pytest.raises(Refused, match="another contact"):
        mark_duplicate(by=hub.manager, reference=goes.reference, version=goes.version, duplicate_of=goes.reference, reason="Same")
    made = mark_duplicate(
        by=hub.manager, reference=goes.reference, version=goes.version, duplicate_of=stays.reference, reason="Sent twice"
    )
    assert (mash.again(goes).state, mash.again(stays).state, made.duplicate_of) == ("duplicate", "screening", stays)
    other = mash.received(hub)
    with pytest.raises(Refused, match="must itself go on"):
        mark_duplicate(
            by=hub.manager, reference=other.reference, version=other.version, duplicate_of=goes.reference, reason="Same"
        )


def test_another_council_has_it_only_when_somebody_there_says_so(hub: mash.Mash) -> None:
    contact = mash.received(hub)
    given = {"by": hub.manager, "reference": contact.reference, "version": contact.version, "reason": "They moved"}
    with pytest.raises(Refused, match="who there has taken it"):
        send_out_of_area(authority="Southmere", receipt=" ", **given)  # type: ignore[arg-type]  # made up of parts
    send_out_of_area(authority="Southmere", receipt="Jo Duty, 10am, ref 12", **given)  # type: ignore[arg-type]  # made up of parts
    assert mash.again(contact).state == "out_of_area"
    page = factories.sign_in(Client(), hub.manager).get(f"/mash/contacts/{contact.reference}/").content.decode()
    assert "Jo Duty, 10am, ref 12" in page


def test_a_contact_of_a_child_with_a_worker_is_linked_and_can_be_reopened(hub: mash.Mash) -> None:
    contact = mash.received(hub)
    link_to_open_case(
        by=hub.manager, reference=contact.reference, version=contact.version, worker="Ann, team East", reason="Open case"
    )
    contact = mash.again(contact)
    assert contact.state == "linked_to_open_case"
    reopen(by=hub.manager, reference=contact.reference, version=contact.version, reason="The case had closed")
    assert mash.again(contact).state == "screening"


def test_whoever_screened_it_does_not_close_it_alone(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    Contact.objects.filter(pk=contact.pk).update(screened_by=hub.manager.reference)
    with pytest.raises(Refused, match="neither screened"):
        link_to_open_case(by=hub.manager, reference=contact.reference, version=contact.version, worker="Ann", reason="Open")


def test_nothing_goes_aside_once_it_is_decided(hub: mash.Mash) -> None:
    contact = mash.approved(hub)
    with pytest.raises(Refused, match="decided on this contact already"):
        link_to_open_case(
            by=hub.second_manager, reference=contact.reference, version=contact.version, worker="Ann", reason="Open"
        )


@pytest.mark.parametrize("page", ["return/", "duplicate/", "out-of-area/", "link/", "withdrawal/", "confirm/", "ask-referrer/"])
def test_every_page_opens(hub: mash.Mash, page: str) -> None:
    contact = mash.screened(hub)
    assert factories.sign_in(Client(), hub.manager).get(f"/mash/contacts/{contact.reference}/{page}").status_code == 200
