"""Beside each clock on "My work" stand the rating and where its record stands, in words of the record's app that name nobody."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from foundation import clock
from foundation.events import Subject
from referrals.deadlines import WRITTEN_FORM
from referrals.described import describe_disagreements, describe_notices
from referrals.models import Contact, SchoolNotice
from referrals.services import raise_disagreement
from tests import factories
from tests.referrals import cases, families, mash
from tests.work.build import SYSTEM, inside
from work.presenters import my_work_section
from work.selectors.my_work import my_work
from work.services.clocks import start_clock

pytestmark = pytest.mark.django_db


def texts(person: Person) -> dict[str, str]:
    return {row.reference: row.text for row in my_work_section(my_work(person))["due"]}  # type: ignore[attr-defined]


def test_contacts_by_rating_state_and_source() -> None:
    hub = mash.make()
    first, second = mash.received(hub), mash.screened(hub, "amber")
    Contact.objects.filter(pk=first.pk).update(urgent=True)
    told = texts(hub.officer)
    assert told[first.reference].startswith("Urgent, not rated yet · ")
    assert told[second.reference].startswith("Amber · ")
    assert second.get_state_display() in told[second.reference]
    agency = second.submission.agency
    assert agency is not None
    assert agency.name in told[second.reference]
    for contact in (first, second):
        child = contact.submitted_child
        assert child.family_name not in str(told)
        assert child.given_name not in str(told)


def test_cases_by_whose_they_are_and_how_far() -> None:
    hub = mash.make()
    episode = cases.assessing(hub)
    assert texts(cases.worker_of(hub))[episode.reference].startswith("Yours · Assessment: in progress · referred ")
    assert texts(hub.team_manager)[episode.reference].startswith("Allocated · ")


def test_families_by_state_and_agency() -> None:
    hub = mash.make()
    family = families.active(hub)
    told = texts(families.coordinator_of(hub))[family.reference]
    assert family.get_state_display() in told
    assert f"{family.agency.name} leads" in told
    assert "Example" not in told


def test_calls_notices_and_disagreements_too() -> None:
    hub = mash.make()
    contact = mash.screened(hub)
    submission = contact.submission
    with inside():
        start_clock(
            by=SYSTEM,
            kind=WRITTEN_FORM,
            subject=Subject("submission", submission.reference),
            started_at=clock.now(),
            owner_person=hub.officer,
        )
    assert submission.get_channel_display() in texts(hub.officer)[submission.reference]
    notice = SchoolNotice.objects.create(contact=contact, begun_at=clock.now(), begun_by="factory", told_due_at=clock.now())
    assert "Amber · No school chosen yet" in describe_notices(hub.officer, [notice.reference])[notice.reference]
    raiser = submission.referrer
    assert raiser is not None
    raised = raise_disagreement(
        by=raiser,
        raised_for=raiser.holdings.get().agency.code,
        raised_with=hub.team.agency.code,
        about="threshold",
        words=dict.fromkeys(("disputed", "concern", "wanted", "risk"), "Words"),
        in_parallel=False,
        once="once",
    )
    told = describe_disagreements(raiser, [raised.reference])[raised.reference]
    assert told.startswith("Stage 1 · ")
    assert hub.team.agency.name in told


def test_however_many_clocks_each_app_is_asked_once() -> None:
    hub = mash.make()
    mash.received(hub)
    with CaptureQueriesContext(connection) as one:
        my_work(Person.objects.get(pk=hub.officer.pk))
    for _ in range(4):
        mash.received(hub)
    with CaptureQueriesContext(connection) as many:
        my_work(Person.objects.get(pk=hub.officer.pk))
    assert len(many) == len(one)


def test_the_page_shows_them() -> None:
    hub = mash.make()
    contact = mash.screened(hub, "red")
    page = factories.sign_in(Client(), hub.officer).get("/").content.decode()
    assert f"Red · {contact.get_state_display()}" in page
