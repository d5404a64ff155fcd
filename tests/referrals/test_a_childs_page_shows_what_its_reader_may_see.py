"""The child's page: who may open it, what it shows to each, and that every look is one row with the child's reference."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import AccessLogEntry, Person
from children.models import Child
from children.rules.keys import keys_of
from children.selectors.page import child_file, entries_of
from children.selectors.records import details_of
from children.services import write_chronology
from foundation import clock
from foundation.errors import NotVisible
from foundation.events import Subject
from referrals.models import Contact, Episode, SubmissionPerson, SubmissionRelation
from referrals.services import restrict, sign_off
from tests import factories
from tests.referrals import build, cases, families, mash
from tests.referrals.mash import Mash
from tests.work.build import SYSTEM, inside

pytestmark = pytest.mark.django_db
MOST = 12


@pytest.fixture
def hub() -> Mash:
    return mash.make()


def address(child: Child, tab: str = "") -> str:
    return f"/children/{child.reference}/{tab}"


def signed_in(person: Person) -> Client:
    return factories.sign_in(Client(), person)


def closed(hub: Mash, outcome: str = "NFA") -> Contact:
    contact = mash.finish(hub, mash.approved(hub, outcome))
    sign_off(by=hub.second_manager, reference=contact.reference, version=contact.version)
    return mash.again(contact)


def called(child: Child, **changes: object) -> Child:
    for name, value in changes.items():
        setattr(child, name, value)
    child.keys = keys_of(details_of(child))
    child.save()
    return child


def test_the_mash_sees_who_the_child_is_their_contacts_and_whom_to_ring(hub: Mash) -> None:
    episode = cases.allocated(hub)
    called(episode.child, nhs_number="9434765919", upn="A123456789012", known_as="Ro")
    page = signed_in(hub.officer).get(address(episode.child)).content.decode()
    for words in (episode.child.reference, "943 476 5919", "A123456789012", "Ro", episode.contact.reference, hub.assessment.name):
        assert words in page
    assert episode.reference not in page, "the MASH does not see the episode of the social work team"


def test_the_team_of_an_episode_sees_its_episode_and_assessment(hub: Mash) -> None:
    episode = cases.assessing(hub)
    page = signed_in(hub.team_manager).get(address(episode.child)).content.decode()
    assert episode.reference in page
    assert "Assessment 1, in progress" in page
    assert "This may be the same child as" not in page, "only the MASH joins"


def test_a_child_who_is_not_born_yet_has_an_expected_date(hub: Mash) -> None:
    contact = mash.received(hub)
    called(contact.child, birth_date=None, expected_delivery_date=date(2026, 12, 24), sex="U", given_name="")
    page = signed_in(hub.officer).get(address(contact.child)).content.decode()
    assert "Expected 24 December 2026" in page
    assert "Not born yet" in page


def test_who_helps_the_family_early_sees_the_children_while_they_do(hub: Mash) -> None:
    family = families.begun(hub)
    ada = family.children.get(child__given_name="Ada").child
    for person in (families.coordinator_of(hub), Person.objects.get(name="Terry Teacher")):
        page = signed_in(person).get(address(ada)).content.decode()
        assert family.reference in page
        assert "Early Help Hub" in page
    assert signed_in(hub.officer).get(address(ada)).status_code == 404
    family.state, family.outcome, family.closed_on = "closed", "needs_met", clock.today()
    family.closed_at, family.closed_by = clock.now(), "factory"
    family.save()
    assert signed_in(families.coordinator_of(hub)).get(address(ada)).status_code == 404, "nothing is open"


def test_a_closed_contact_opens_the_page_to_the_mash_and_to_nobody_else(hub: Mash) -> None:
    contact = closed(hub)
    build.grant_to_team(contact, hub.assessment)
    assert signed_in(hub.officer).get(address(contact.child)).status_code == 200
    assert signed_in(hub.team_manager).get(address(contact.child)).status_code == 404


def test_a_restricted_record_shows_nowhere_on_the_page(hub: Mash) -> None:
    episode = cases.allocated(hub)
    open_one, secret = mash.received(hub), episode.contact
    Child.objects.filter(pk=open_one.child_id).update(merged_into=secret.child_id)
    restrict(by=hub.manager, reference=secret.reference, version=mash.again(secret).version, people=[], reason="A colleague")
    client = signed_in(hub.officer)
    for tab in ("", "family/", "chronology/"):
        page = client.get(address(open_one.child, tab)).content.decode()
        for words in (secret.reference, secret.child.reference, hub.assessment.name, episode.reference, "Taken over"):
            assert words not in page, f"{words} on the tab {tab}"
    assert client.get(address(secret.child)).status_code == 404
    nobody = client.get("/children/NM-C-22222-2222F/")
    assert client.get(address(secret.child)).content.decode().count("secret") == nobody.content.decode().count("secret")
    assert secret.reference in signed_in(hub.manager).get(address(open_one.child)).content.decode()


def test_the_household_is_that_of_the_latest_accepted_contact(hub: Mash) -> None:
    accepted = cases.opened(hub).contact
    later = mash.received(hub)
    Child.objects.filter(pk=later.child_id).update(merged_into=accepted.child_id)
    for contact, name in ((accepted, "Fred Father"), (later, "Nora Neighbour")):
        person = SubmissionPerson.objects.create(submission=contact.submission, position=1, kind="father", name=name)
        SubmissionRelation.objects.create(person=person, child=contact.submitted_child, relationship="Father")
    page = signed_in(hub.officer).get(address(accepted.child, "family/")).content.decode()
    assert "Fred Father" in page
    assert "Nora Neighbour" not in page
    assert "the latest accepted contact" in page
    assert "Father of Robin1" in page


def test_the_household_says_what_each_is_to_this_child_and_to_no_other_of_the_form(hub: Mash) -> None:
    sent = build.send(teams=(hub.team,), children=2)
    first, second = sent.contacts.order_by("position")
    person = SubmissionPerson.objects.create(submission=sent, position=1, kind="father", name="Fred Father")
    for contact, word in ((first, "Uncle"), (second, "Father")):
        SubmissionRelation.objects.create(person=person, child=contact.submitted_child, relationship=word)
    later = mash.received(hub, received_at=sent.received_at - timedelta(days=1))
    Child.objects.filter(pk=later.child_id).update(merged_into=second.child_id)
    page = signed_in(hub.officer).get(address(second.child, "family/")).content.decode()
    assert "Father of Robin2" in page
    assert "Uncle of Robin1" not in page


def test_who_lives_at_the_address_and_who_came_on_the_same_form_are_linked(hub: Mash) -> None:
    sent = build.send(teams=(hub.team,), children=2)
    one, sibling = sent.contacts.order_by("position")
    neighbour, stranger = mash.received(hub), build.send(teams=(build.make_mash(),)).contacts.get()
    for contact, name in ((one, "One"), (sibling, "Sib"), (neighbour, "Next"), (stranger, "Hidden")):
        where = {"address": "12 Alder Road", "postcode": "ZZ1 2AB"} if contact is not sibling else {"address": "", "postcode": ""}
        called(contact.child, given_name=name, family_name=name, **where)
    page = signed_in(hub.officer).get(address(one.child, "family/")).content.decode()
    assert address(sibling.child) in page
    assert address(neighbour.child) in page
    assert stranger.child.reference not in page
    assert "Hidden" not in page
    logged = AccessLogEntry.objects.latest("pk")
    assert set(logged.child_references) == {one.child.reference, sibling.child.reference, neighbour.child.reference}


def test_the_chronology_goes_on_by_key_and_narrows_to_a_kind(hub: Mash) -> None:
    episode = cases.opened(hub)
    subject = Subject("contact", episode.contact.reference)
    with inside():
        for number in range(30):
            write_chronology(
                by=SYSTEM, child=episode.child, kind="referrals.reopened", record=subject, at=clock.now() - timedelta(days=number)
            )
    client = signed_in(hub.team_manager)
    first = client.get(address(episode.child, "chronology/"))
    assert "Child-in-need episode opened" in first.content.decode()
    following = client.get(address(episode.child, "chronology/") + first.context["next_url"])
    shown = [entry["at"] for page in (first, following) for entry in page.context["entries"]]
    assert shown == sorted(shown, reverse=True)
    assert len(shown) == len(set(shown)) + (len(shown) - len(set(shown)))
    file = child_file(hub.team_manager, episode.child.reference)
    assert len(shown) == len(entries_of(file).rows) + len(entries_of(file, after=entries_of(file).next_key).rows)
    narrowed = client.get(address(episode.child, "chronology/") + "?kind=episode")
    assert {entry["link_text"] for entry in narrowed.context["entries"]} == {episode.reference}
    assert client.get(address(episode.child, "chronology/") + "?kind=nonsense&after=x~y").status_code == 200


def test_the_chronology_of_a_family_keeps_each_childs_own(hub: Mash) -> None:
    family = families.begun(hub)
    ada = family.children.get(child__given_name="Ada").child
    file = child_file(families.coordinator_of(hub), ada.reference)
    assert [row.child_id for row in entries_of(file).rows] == [ada.pk]


def test_joined_records_are_one_page_under_either_reference(hub: Mash) -> None:
    one, two = mash.received(hub), mash.received(hub)
    Child.objects.filter(pk=two.child_id).update(merged_into=one.child_id)
    for child in (one.child, two.child):
        page = signed_in(hub.officer).get(address(child)).content.decode()
        assert one.reference in page
        assert two.reference in page
        assert two.child.reference in page


def test_a_look_is_one_row_with_the_childs_reference(hub: Mash) -> None:
    contact = mash.received(hub)
    client = signed_in(hub.officer)
    for tab in ("", "family/", "chronology/"):
        before = AccessLogEntry.objects.count()
        client.get(address(contact.child, tab))
        row = AccessLogEntry.objects.latest("pk")
        assert AccessLogEntry.objects.count() == before + 1
        assert (row.record_kind, row.record_reference) == ("child", contact.child.reference)
        assert row.child_references == [contact.child.reference]


def test_people_without_a_role_that_shows_cases_are_refused(hub: Mash) -> None:
    contact = mash.received(hub)
    assert signed_in(factories.make_person("business_team")).get(address(contact.child)).status_code == 403
    with pytest.raises(NotVisible):
        child_file(factories.make_person("agency_lead"), contact.child.reference)


def test_the_pages_that_show_the_child_lead_to_their_record(hub: Mash) -> None:
    episode = cases.allocated(hub)
    family = families.begun(hub)
    ada = family.children.get(child__given_name="Ada").child
    officer = signed_in(hub.officer)
    link = address(episode.child)
    assert link in officer.get(f"/mash/contacts/{episode.contact.reference}/").content.decode()
    assert link in signed_in(hub.team_manager).get(f"/cases/{episode.reference}/").content.decode()
    assert address(ada) in signed_in(families.coordinator_of(hub)).get(f"/early-help/{family.reference}/").content.decode()
    for words in (episode.contact.submitted_child.family_name, episode.child.reference, episode.contact.reference):
        found = officer.post("/mash/search/found/", {"words": words})
        assert link in found.content.decode(), words


def test_a_closed_episode_leads_to_no_page_that_does_not_open(hub: Mash) -> None:
    episode = cases.opened(hub)
    Episode.objects.filter(pk=episode.pk).update(
        closed_on=clock.today(), closed_at=clock.now(), closed_by="factory", no_further_action=True
    )
    client = signed_in(hub.team_manager)
    assert address(episode.child) not in client.get(f"/cases/{episode.reference}/").content.decode()


@pytest.mark.parametrize("tab", ["", "family/", "chronology/"])
def test_a_page_asks_the_database_few_things(hub: Mash, tab: str) -> None:
    episode = cases.assessing(hub)
    others = [mash.received(hub) for _ in range(3)]
    for number, contact in enumerate((episode.contact, *others)):
        called(contact.child, address="12 Alder Road", postcode="ZZ1 2AB", given_name=f"Child{number}")
    Child.objects.filter(pk=others[0].child_id).update(merged_into=episode.child_id)
    families.begun(hub)
    client = signed_in(hub.team_manager)
    for person in (hub.team_manager, hub.officer):
        client = signed_in(person)
        client.get(address(episode.child, tab))
        with CaptureQueriesContext(connection) as sent:
            assert client.get(address(episode.child, tab)).status_code == 200
        asked = [row["sql"] for row in sent if not row["sql"].startswith(("SAVEPOINT", "RELEASE"))]
        assert len(asked) <= MOST, "\n".join(asked)
