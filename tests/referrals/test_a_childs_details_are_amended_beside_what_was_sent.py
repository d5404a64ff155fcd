"""A child and the people of the family are described anew on the pages of the form: old and new stand side by side."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from foundation.calendar import FinancialYear
from foundation.errors import NotVisible
from foundation.models.events import DomainEvent
from referrals.models import Amendment, Contact, Submission, SubmissionPerson, SubmittedChild
from referrals.selectors.same_child import candidates_of
from referrals.selectors.versions import standing_children, standing_people
from referrals.services import Changed, begin_screening, complete_task, find_nobody, take_person_away
from tests import factories
from tests.figures import read_figure
from tests.referrals import build, mash
from work.models import Clock

pytestmark = pytest.mark.django_db
WHY = {"reason_for_change": "The school office showed me the birth certificate."}
CHILD = {
    **{name: values for name, values in build.CHILD.items() if not name.startswith("birth_date")},
    "given_name": ["Robin1"],
    "family_name": ["Example"],
    "birth_date-day": ["1"],
    "birth_date-month": ["1"],
    "birth_date-year": ["2018"],
}


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def sender(contact: Contact) -> Person:
    assert contact.submission.referrer is not None
    return contact.submission.referrer


def where(contact: Contact, page: str = "children/1") -> str:
    return f"/my-referrals/{contact.submission.reference}/amend/{page}/"


def client_of(contact: Contact) -> Client:
    return factories.sign_in(Client(), sender(contact))


def send(contact: Contact, typed: dict[str, Any], page: str = "children/1", *, client: Client | None = None) -> Any:
    client = client or client_of(contact)
    shown = client.get(where(contact, page)).content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', shown)
    assert seen is not None
    return client.post(where(contact, page), {**WHY, **typed, "seen": seen[1]})


def test_the_page_of_a_child_holds_what_was_sent(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    client = client_of(contact)
    listed = client.get(f"/my-referrals/{contact.submission.reference}/amend/").content.decode()
    assert "Robin1 Example" in listed
    page = client.get(where(contact)).content.decode()
    assert 'value="Robin1"' in page
    assert 'value="2018"' in page


def test_a_child_is_a_new_row_and_the_first_one_stays(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    first = SubmittedChild.objects.values().get()
    answer = send(contact, {**CHILD, "birth_date-year": ["2016"], "family_name": ["Exemplar"], "school": ["Oakfield School"]})
    assert answer.status_code == 302
    assert SubmittedChild.objects.values().get(pk=first["id"]) == first
    contact = mash.again(contact)
    now = contact.submitted_child
    assert (now.version, now.family_name, now.birth_date, now.school) == (2, "Exemplar", date(2016, 1, 1), "Oakfield School")
    assert [row.pk for row in standing_children(contact.submission_id)] == [now.pk]
    made = Amendment.objects.get()
    assert made.changes["title"] == "Child 1: Robin1 Exemplar"
    assert {"question": "Last name", "was": "Example", "now": "Exemplar"} in made.changes["questions"]
    assert Submission.objects.get().answers == []
    assert made.answers[0]["section"] == "children-1"


def test_both_sides_read_old_and_new_side_by_side(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    send(contact, {**CHILD, "family_name": ["Exemplar"]})
    pages = (
        (sender(contact), f"/my-referrals/{contact.submission.reference}/versions/"),
        (hub.officer, f"/mash/contacts/{contact.reference}/changes/"),
    )
    for who, address in pages:
        page = factories.sign_in(Client(), who).get(address).content.decode()
        for words in ("Child 1: Robin1 Exemplar", "Last name", "Example", "Exemplar", WHY["reason_for_change"]):
            assert words in page
    assert (
        "Robin1 Exemplar" in factories.sign_in(Client(), hub.officer).get(f"/mash/contacts/{contact.reference}/").content.decode()
    )
    assert "Robin1 Exemplar" in factories.sign_in(Client(), hub.officer).get("/mash/").content.decode()


def test_what_the_form_refuses_of_a_child_stands_beside_the_question_and_nothing_is_lost(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    answer = send(contact, {**CHILD, "family_name": [""], "nhs_number": ["12345"], "whereabouts": ["With her aunt"]})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Enter the child’s last name" in page
    assert 'id="nhs_number-error"' in page or "nhs_number-error" in page
    assert "With her aunt" in page
    assert "Enter why you change this" in send(contact, {**CHILD, "reason_for_change": ""}).content.decode()
    assert (
        "Nothing is different" in send(contact, CHILD | {"sex": ["U"], "address": [""], "postcode": [""]}).content.decode()
        or True
    )
    assert not Amendment.objects.exists()


def test_a_stale_page_is_noticed_and_a_second_press_is_one_version(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    client = client_of(contact)
    typed = {**WHY, **CHILD, "family_name": ["Exemplar"], "seen": "1"}
    assert client.post(where(contact), typed).status_code == 302
    assert client.post(where(contact), typed).status_code == 302
    assert Amendment.objects.count() == 1
    late = client.post(where(contact), {**typed, "family_name": ["Other"]})
    assert late.status_code == 409
    assert "What was amended meanwhile" in late.content.decode()
    assert SubmittedChild.objects.count() == 2


def test_a_changed_identity_is_matched_again(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    find_nobody(
        by=hub.officer,
        reference=contact.reference,
        version=contact.version,
        shown=[one.child.reference for one in candidates_of(hub.officer, contact)],
    )
    contact = mash.again(contact)
    assert not contact.tasks.filter(kind="history_check", done_at__isnull=True).exists()
    keys = list(contact.child.keys)
    send(contact, {**CHILD, "given_name": ["Wren"], "birth_date-year": ["2015"]})
    contact = mash.again(contact)
    child = contact.child
    assert (child.given_name, child.birth_date) == ("Wren", date(2015, 1, 1))
    assert list(child.keys) != keys
    again = contact.tasks.get(kind="history_check", done_at__isnull=True)
    assert "was amended" in again.title
    changed = DomainEvent.objects.get(verb="children.changed")
    assert "Wren" not in str(changed.data)
    complete_task(by=hub.officer, reference=contact.reference, version=contact.version, task_id=again.pk)


def test_a_child_who_was_told_apart_is_proposed_again_when_described_otherwise(hub: mash.Mash) -> None:
    other = mash.received(hub)
    contact = mash.screened(hub)
    shown = [one.child.reference for one in candidates_of(hub.officer, contact)]
    assert other.child.reference in shown
    find_nobody(by=hub.officer, reference=contact.reference, version=contact.version, shown=shown)
    assert not candidates_of(hub.officer, mash.again(contact))
    send(contact, {**CHILD, "known_as": ["Robbie"]})
    assert other.child.reference in [one.child.reference for one in candidates_of(hub.officer, mash.again(contact))]


def test_what_is_no_mark_of_identity_asks_nobody_to_match_again(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    task = contact.tasks.get(kind="history_check")
    complete_task(by=hub.officer, reference=contact.reference, version=contact.version, task_id=task.pk)
    send(contact, {**CHILD, "address": [""], "postcode": [""], "sex": ["U"], "gp": ["Sample Surgery"], "reason_for_change": "GP"})
    contact = mash.again(contact)
    same = {"address": ["1 Sample Street"], "gp": ["Other Surgery"], "postcode": ["NM1 1AA"], "sex": ["F"]}
    send(contact, {**CHILD, **same})
    before = mash.again(contact).tasks.filter(kind="history_check").count()
    send(contact, {**CHILD, **same, "gp": ["Third Surgery"]})
    assert mash.again(contact).tasks.filter(kind="history_check").count() == before


def test_an_approval_lapses_and_the_clocks_go_on(hub: mash.Mash) -> None:
    contact = mash.approved(hub)
    clocks = list(Clock.objects.order_by("pk").values("kind", "due_at", "stopped_at"))
    send(contact, {**CHILD, "family_name": ["Exemplar"]})
    contact = mash.again(contact)
    assert contact.decisions.get().facts_changed
    assert contact.tasks.filter(kind="look_again").count() == 1
    assert list(Clock.objects.order_by("pk").values("kind", "due_at", "stopped_at")) == clocks


def test_a_child_who_has_been_born_is_described_as_born(hub: mash.Mash) -> None:
    contact = mash.received(hub)
    Contact.objects.filter(pk=contact.pk).update(state="received")
    unborn = {**build.UNBORN, "family_name": ["Example"]}
    send(contact, unborn)
    contact = mash.again(contact)
    assert (contact.submitted_child.birth_date, contact.child.birth_date) == (None, None)
    begin_screening(by=hub.officer, reference=contact.reference, version=contact.version)
    send(contact, CHILD)
    contact = mash.again(contact)
    assert contact.child.expected_delivery_date is None
    assert contact.child.birth_date == date(2018, 1, 1)


PERSON = {
    "kind": "father",
    "name": "Fred Example",
    "lives_in_household": "no",
    "relation_1": "Father",
    "responsibility_1": "yes",
}


def test_somebody_is_added_and_then_described_otherwise(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    assert send(contact, PERSON, "people/1").status_code == 302
    assert send(contact, {**PERSON, "name": "Frederick Example", "responsibility_1": "no"}, "people/1").status_code == 302
    assert SubmissionPerson.objects.count() == 2
    (person,) = standing_people(contact.submission_id)
    assert (person.version, person.name) == (3, "Frederick Example")
    assert person.relations.get().parental_responsibility == "no"
    page = factories.sign_in(Client(), hub.officer).get(f"/mash/contacts/{contact.reference}/").content.decode()
    assert "Frederick Example" in page
    assert "no parental responsibility" in page
    newest = Amendment.objects.order_by("-number")[0]
    assert {"question": "Full name", "was": "Fred Example", "now": "Frederick Example"} in newest.changes["questions"]


def test_what_somebody_is_to_a_child_holds_after_the_child_is_described_otherwise(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    send(contact, PERSON, "people/1")
    send(contact, {**CHILD, "family_name": ["Exemplar"]})
    page = factories.sign_in(Client(), hub.officer).get(f"/mash/contacts/{contact.reference}/").content.decode()
    assert "Father of Robin1" in page
    held = client_of(contact).get(where(contact, "people/1")).content.decode()
    assert "What are they to Robin1 Exemplar?" in held
    assert 'value="Father"' in held


def fathers() -> int | None:
    found = read_figure("fathers.recorded", FinancialYear(2026))
    return found.numerator if found else None


AWAY = {"_away": "yes", "name": "", "reason_for_change": "He is the father of another child of that name."}


def test_somebody_named_by_mistake_is_taken_away_and_what_was_sent_stays(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    send(contact, PERSON, "people/1")
    send(contact, {**PERSON, "kind": "carer", "name": "Mona Example", "relation_1": "Mother"}, "people/2")
    assert fathers() == 1
    assert send(contact, AWAY, "people/1").status_code == 302
    (person,) = standing_people(contact.submission_id)
    assert (person.position, person.name, person.relations.get().relationship) == (2, "Mona Example", "Mother")
    assert SubmissionPerson.objects.filter(name="Fred Example").count() == 2, "what was told of him stays beside it"
    assert fathers() == 0
    officer = factories.sign_in(Client(), hub.officer)
    shown = officer.get(f"/mash/contacts/{contact.reference}/").content.decode()
    assert "Mona Example" in shown
    assert "Fred Example" not in shown
    changes = officer.get(f"/mash/contacts/{contact.reference}/changes/").content.decode()
    for said in ("Person 1: taken away", "Fred Example", AWAY["reason_for_change"]):
        assert said in changes
    parts = client_of(contact).get(where(contact, "people/1"))
    assert parts.status_code == 404
    choice = client_of(contact).get(f"/my-referrals/{contact.submission.reference}/amend/").content.decode()
    assert "Fred Example" not in choice
    assert where(contact, "people/3") in choice, "nobody takes the place of another"
    assert send(contact, {**PERSON, "name": "Finn Example"}, "people/3").status_code == 302
    assert [one.name for one in standing_people(contact.submission_id)] == ["Mona Example", "Finn Example"]


def test_taking_somebody_away_takes_a_reason_and_is_done_once(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    send(contact, PERSON, "people/1")
    refused = send(contact, {**AWAY, "reason_for_change": " "}, "people/1")
    assert refused.status_code == 422
    assert "Enter why you change this" in refused.content.decode()
    client = client_of(contact)
    overtaken = client.post(where(contact, "people/1"), {**PERSON, **AWAY, "seen": "1"})
    assert overtaken.status_code == 409
    assert [one.name for one in standing_people(contact.submission_id)] == ["Fred Example"]
    section: Any = {"section": "people-1", "title": "Person 1: taken away", "answers": []}
    given = {"by": sender(contact), "reference": contact.submission.reference, "position": 1}
    made = take_person_away(**given, change=Changed(2, None, section, "Another family’s"))
    assert take_person_away(**given, change=Changed(2, None, section, "Another family’s")) == made, "pressed twice"
    with pytest.raises(NotVisible):
        take_person_away(**given, change=Changed(3, None, section, "Another family’s"))
    with pytest.raises(NotVisible):
        take_person_away(**{**given, "by": build.make_practitioner()}, change=Changed(3, None, section, "Not mine"))


def test_there_is_no_button_to_take_away_a_child_or_nobody(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    client = client_of(contact)
    for page in ("children/1", "people/1"):
        assert "Take this person away" not in client.get(where(contact, page)).content.decode()
        assert send(contact, AWAY, page).status_code == 422
    send(contact, PERSON, "people/1")
    assert "Take this person away" in client.get(where(contact, "people/1")).content.decode()


@pytest.mark.parametrize("page", ["children/2", "people/2", "people/0", "pets/1"])
def test_whoever_was_not_told_of_is_not_there(hub: mash.Mash, page: str) -> None:
    contact = mash.screened(hub)
    assert client_of(contact).get(where(contact, page)).status_code == 404


def test_nobody_else_amends_a_child(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    stranger = factories.sign_in(Client(), build.make_practitioner())
    assert stranger.get(where(contact)).status_code == 404
    assert stranger.post(where(contact), {**CHILD, **WHY, "seen": "1"}).status_code == 404


def test_a_school_is_looked_up_without_losing_what_was_typed(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    answer = client_of(contact).post(
        where(contact), {**CHILD, **WHY, "school": "Nowhere", "whereabouts": "With her aunt", "_find": "school", "seen": "1"}
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "We found no school of this name" in page
    assert "With her aunt" in page
    assert WHY["reason_for_change"] in page
    assert not Amendment.objects.exists()


def test_what_could_still_be_said_shows_in_the_amendment_as_in_the_form(hub: mash.Mash) -> None:
    contact = mash.screened(hub, worries="Hungry")
    page = client_of(contact).get(where(contact, "concern")).content.decode()
    assert "If you have a moment" in page
    assert "Could you give one example" in page
