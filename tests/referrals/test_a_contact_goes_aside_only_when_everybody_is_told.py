"""A contact that goes aside: the school is told first, whoever sent it hears of it, and the figures say where it went."""

import pytest

from foundation import clock
from foundation.errors import Refused
from foundation.figures import FinancialYear
from foundation.models import OutboxMessage
from referrals.models import Contact, SchoolNotice
from referrals.services import complete_task, link_to_open_case, mark_duplicate, send_out_of_area
from tests import factories
from tests.figures import read_figure
from tests.referrals import mash

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def link(hub: mash.Mash, contact: Contact) -> Contact:
    link_to_open_case(
        by=hub.manager, reference=contact.reference, version=contact.version, worker="Ann, team East", reason="Open case"
    )
    return mash.again(contact)


def out_of_portal(contact: Contact) -> Contact:
    """The same, of somebody who reads nothing in the portal: who rang, whose account ended, another system."""
    referrer = contact.submission.referrer
    assert referrer is not None
    referrer.is_active = False
    referrer.save()
    return mash.again(contact)


def test_a_school_that_waits_to_be_told_keeps_it(hub: mash.Mash) -> None:
    contact = mash.received(hub)
    moment = clock.now()
    notice = SchoolNotice.objects.create(contact=contact, begun_at=moment, begun_by="P-1", told_due_at=moment)
    stays = mash.screened(hub)
    given = {"by": hub.manager, "reference": contact.reference, "version": contact.version, "reason": "Known"}
    with pytest.raises(Refused, match="Tell the school first"):
        link_to_open_case(worker="Ann", **given)  # type: ignore[arg-type]  # made up of parts
    with pytest.raises(Refused, match="Tell the school first"):
        mark_duplicate(duplicate_of=stays.reference, **given)  # type: ignore[arg-type]  # made up of parts
    with pytest.raises(Refused, match="Tell the school first"):
        send_out_of_area(authority="Southmere", receipt="Jo, 10am", **given)  # type: ignore[arg-type]  # made up of parts
    assert mash.again(contact).state == "received"
    SchoolNotice.objects.filter(pk=notice.pk).update(
        state="told", told_at=moment, told_by="P-1", told_how="telephone", told_whom="The head"
    )
    assert link(hub, contact).state == "linked_to_open_case"


def test_a_visitor_is_written_to_as_well(hub: mash.Mash) -> None:
    visitor = factories.make_visitor()
    contact = link(hub, mash.received(hub, author=visitor))
    told = OutboxMessage.objects.filter(key__contains="diverted:")
    assert [one.key.endswith(":visitor") for one in told] == [True]
    assert not contact.tasks.filter(kind="referrer_told").exists()


def test_who_reads_nothing_in_the_portal_is_still_to_be_told_after_it_closed(hub: mash.Mash) -> None:
    contact = link(hub, out_of_portal(mash.received(hub)))
    (task,) = contact.tasks.filter(done_at__isnull=True, waived_at__isnull=True)
    assert task.kind == "referrer_told"
    assert not OutboxMessage.objects.filter(key__contains="diverted:").exists()
    complete_task(
        by=hub.officer, reference=contact.reference, version=contact.version, task_id=task.pk, note="Rang Ms Caller at 3pm"
    )
    contact = mash.again(contact)
    assert (contact.state, contact.feedback_by) == ("linked_to_open_case", hub.officer.reference)


def test_who_reads_it_in_the_portal_is_written_to_and_nothing_stays_open(hub: mash.Mash) -> None:
    contact = link(hub, mash.screened(hub))
    assert not contact.tasks.filter(done_at__isnull=True, waived_at__isnull=True).exists()
    assert OutboxMessage.objects.filter(key__contains="diverted:").count() == 1


def test_the_figures_say_where_it_went(hub: mash.Mash) -> None:
    link(hub, mash.received(hub))
    contact = mash.received(hub)
    send_out_of_area(
        by=hub.manager,
        reference=contact.reference,
        version=contact.version,
        authority="Southmere",
        receipt="Jo, 10am",
        reason="They moved",
    )
    mash.received(hub)
    found = read_figure("contacts.received", FinancialYear(2026))
    assert found is not None
    assert found.by["outcome"] == {
        "Already open: passed to the allocated worker": 1,
        "Passed to another local authority": 1,
        "Not decided yet": 1,
    }
