"""Two officers never work on the same contact unaware; the managers choose what the queue shows; counts stay bounded."""

from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import AccessLogEntry, Person
from foundation import clock
from foundation.errors import NotAllowed, Refused
from referrals import services
from referrals.models import Contact, Presence, QueueColumns
from referrals.selectors.queue import queue_columns, queue_counts
from tests.factories import make_person, sign_in
from tests.referrals import build, mash
from tests.work.build import SYSTEM

pytestmark = pytest.mark.django_db


def looked(person: Person, contact: Contact, tab: str = "") -> str:
    page = sign_in(Client(), person).get(f"/mash/contacts/{contact.reference}/{tab}")
    assert page.status_code == 200
    return page.content.decode()


def test_who_opens_it_second_reads_who_has_it_open_and_since_when() -> None:
    hub = mash.make()
    contact = mash.screened(hub)
    assert "Open by" not in looked(hub.officer, contact)
    with clock.frozen(clock.now() + timedelta(minutes=2)):
        assert f"Open by {hub.officer.name} since 10am" in looked(hub.manager, contact)
        assert f"Open by {hub.manager.name} since 10:02am" in looked(hub.officer, contact, "checks/")
        assert f"Open by {hub.manager.name}" in looked(hub.officer, contact, "rate/")
    kept = {field.name for field in Presence._meta.get_fields()}
    assert kept == {"id", "contact", "person", "since_at", "seen_at"}, "nothing of the child is kept"


def test_a_page_that_stands_open_is_told_who_comes_and_goes_and_nothing_of_the_child() -> None:
    hub = mash.make()
    contact = mash.screened(hub)
    asks = {"path": f"/mash/contacts/{contact.reference}/beside/", "headers": {"HX-Request": "true"}}
    page = looked(hub.officer, contact)
    assert f'hx-get="{asks["path"]}" hx-trigger="every 60s"' in page
    officer = sign_in(Client(), hub.officer)
    assert officer.get(**asks).status_code == 204, "nobody came"
    looked(hub.manager, contact)
    rows = AccessLogEntry.objects.count()
    told = officer.get(**asks)
    words = told.content.decode()
    assert f"Open by {hub.manager.name} since 10am" in words
    child = contact.submitted_child
    assert not [name for name in (child.given_name, child.family_name, contact.child.reference) if name in words]
    assert AccessLogEntry.objects.count() == rows, "no child was looked at"
    shown = words.split('name="shown" value="')[1].split('"')[0]
    assert officer.get(**asks, data={"shown": shown}).status_code == 204, "nobody is told twice"
    with clock.frozen(clock.now() + timedelta(minutes=16)):
        gone = officer.get(**asks, data={"shown": shown})
    assert gone.status_code == 200
    assert "Open by" not in gone.content.decode()


def test_who_else_has_it_open_is_told_to_nobody_who_may_not_see_it() -> None:
    hub = mash.make()
    contact = mash.screened(hub)
    elsewhere = mash.make()
    path = f"/mash/contacts/{contact.reference}/beside/"
    assert sign_in(Client(), elsewhere.officer).get(path).status_code == 404
    assert sign_in(Client(), make_person("practitioner")).get(path).status_code == 403


def test_it_is_forgotten_some_minutes_after_the_last_look() -> None:
    hub = mash.make()
    contact = mash.screened(hub)
    looked(hub.officer, contact)
    with clock.frozen(clock.now() + timedelta(minutes=14)):
        looked(hub.officer, contact)
    with clock.frozen(clock.now() + timedelta(minutes=28)):
        assert "since 10am" in looked(hub.manager, contact)
    with clock.frozen(clock.now() + timedelta(minutes=50)):
        assert "Open by" not in looked(hub.manager, contact)
        assert list(Presence.objects.values_list("person", flat=True)) == [hub.manager.pk]
    with clock.frozen(clock.now() + timedelta(hours=2)):
        services.purge_lapsed_drafts(by=SYSTEM)
        assert not Presence.objects.exists()


def test_who_only_reads_a_contact_that_was_handed_over_is_not_said_to_work_on_it() -> None:
    hub = mash.make()
    contact = mash.screened(hub)
    reader = make_person("social_worker", hub.officer.holdings.get().agency, build.make_mash())
    build.grant_to_person(contact, reader)
    looked(reader, contact)
    assert not Presence.objects.exists()


def test_two_officers_who_both_act_are_kept_apart_by_the_version() -> None:
    hub = mash.make()
    contact = mash.screened(hub)
    first, second = sign_in(Client(), hub.officer), sign_in(Client(), hub.manager)
    page = f"/mash/contacts/{contact.reference}/rate/"
    for client in (first, second):
        assert client.get(page).status_code == 200
    said = {"rating": "red", "reason": "Hurt today", "version": contact.version}
    assert first.post(page, said).status_code == 302
    refused = second.post(page, {**said, "rating": "green", "reason": "Looks small to me"})
    assert refused.status_code == 409
    words = refused.content.decode()
    assert "Somebody else changed this contact" in words
    assert "Looks small to me" in words
    assert f"Open by {hub.officer.name}" in words
    contact.refresh_from_db()
    assert contact.rating == "red"


def test_a_manager_chooses_the_columns_for_everybody_and_each_choice_is_kept() -> None:
    hub = mash.make()
    mash.screened(hub)
    assert queue_columns() == ("stands", "screens", "referred")
    client = sign_in(Client(), hub.manager)
    assert "Choose the columns of the queue" in client.get("/mash/").content.decode()
    chosen = {"column_1": "came", "column_2": "asks", "column_3": "", "column_4": "level", "column_5": "consent"}
    assert client.post("/mash/columns/", chosen).status_code == 302
    page = sign_in(Client(), hub.officer).get("/mash/").content.decode()
    titles = ("How it came", "What they ask for", "Level, in their view", "Consent")
    for title in titles:
        assert f'<th scope="col" class="govuk-table__header">{title}</th>' in page
    assert sorted(titles, key=page.index) == list(titles)
    assert ">Who screens</th>" not in page
    services.set_queue_columns(by=hub.manager, columns=["screens", "stands"])
    assert queue_columns() == ("screens", "stands"), "they stand where the manager put them"
    assert [(row.columns, row.set_by) for row in QueueColumns.objects.order_by("id")] == [
        (["came", "asks", "level", "consent"], hub.manager.reference),
        (["screens", "stands"], hub.manager.reference),
    ]
    assert f"{hub.manager.name}: Who screens, Where it stands" in client.get("/mash/columns/").content.decode()


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ([], "at least one"),
        (["stands", "screens", "referred", "came", "asks", "level"], "at most 5"),
        (["name"], "that there are"),
        (["stands", "stands"], "each column once"),
    ],
)
def test_no_columns_too_many_unknown_ones_and_one_twice_are_refused(columns: list[str], sentence: str) -> None:
    hub = mash.make()
    with pytest.raises(Refused, match=sentence):
        services.set_queue_columns(by=hub.manager, columns=columns)
    with pytest.raises(NotAllowed):
        services.set_queue_columns(by=hub.officer, columns=["stands"])


@pytest.mark.parametrize(
    ("posted", "message"),
    [
        ({}, "Select at least one column"),
        ({"column_1": "screens", "column_3": "screens"}, "Select each column once: who screens is chosen above already"),
        ({"column_1": "name"}, "Select"),
    ],
)
def test_the_page_says_beside_the_column_what_is_wrong(posted: dict[str, str], message: str) -> None:
    hub = mash.make()
    answer = sign_in(Client(), hub.manager).post("/mash/columns/", posted)
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not QueueColumns.objects.exists()


def test_what_waits_for_agencies_is_counted_live() -> None:
    hub = mash.make()
    contact = mash.screened(hub)
    assert queue_counts(hub.officer)["awaiting"] == 0
    services.ask_agencies(
        by=hub.officer,
        reference=contact.reference,
        version=contact.version,
        agencies=[hub.police.code],
        question="Do you know the family?",
        legal_basis="Vital interests",
        purpose="To decide",
    )
    assert queue_counts(hub.officer)["awaiting"] == 1
    page = sign_in(Client(), hub.officer).get("/mash/?awaiting=on").content.decode()
    assert contact.reference in page
    assert "Awaiting agencies" in page
