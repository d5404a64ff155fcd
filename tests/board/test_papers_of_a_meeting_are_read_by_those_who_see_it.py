"""A paper: checked like every document, opened by whoever sees the meeting, taken back with its file."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from board.models import Group, Meeting, MeetingPaper
from board.services.meetings import remove_item
from board.services.papers import add_paper, withdraw_paper
from foundation.belonging import rule_of_record
from foundation.errors import NotVisible, Refused
from foundation.models import Document, DomainEvent
from tests.board.build import make_group, make_meeting, make_seat, seat_somebody
from tests.board.papers import file_of, put_paper, scan
from tests.factories import make_agency, make_person, sign_in
from tests.foundation.documents.build import PDF

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def place(tmp_path: Path, settings: Any) -> None:
    settings.DOCUMENT_ROOT = str(tmp_path)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def group() -> Group:
    return make_group("Quality")


@pytest.fixture
def member(group: Group) -> Person:
    person = make_person("practitioner")
    seat_somebody(make_seat(group), person)
    return person


@pytest.fixture
def meeting(group: Group) -> Meeting:
    return make_meeting(group, date(2027, 1, 14))


def status_of(person: Person, document: Document) -> int:
    response = sign_in(Client(), person).get(reverse("document", args=[document.reference]))
    if response.streaming:
        list(response.streaming_content)
    return int(response.status_code)


def test_whoever_sees_the_meeting_opens_its_papers_once_they_are_clean(
    business: Person, member: Person, meeting: Meeting
) -> None:
    paper = put_paper(business, meeting, clean=False, item_id=meeting.items.get().pk)
    page = sign_in(Client(), member).get(f"/meetings/{meeting.reference}/").content.decode()
    assert "Audit of neglect" in page
    assert "still being checked for viruses" in page
    assert status_of(member, file_of(paper)) == 422
    document = scan(paper)
    page = sign_in(Client(), member).get(f"/meetings/{meeting.reference}/").content.decode()
    assert reverse("document", args=[document.reference]) in page
    assert "Withdraw" not in page
    assert status_of(member, document) == 200
    assert status_of(business, document) == 200
    assert status_of(make_person("practitioner"), document) == 404
    assert status_of(make_person("agency_lead"), document) == 404
    assert rule_of_record("meeting_paper", paper.reference) == "board"
    event = DomainEvent.objects.get(verb="board.paper_added")
    assert event.data == {"paper": paper.reference, "document": document.reference}


def test_a_paper_with_a_virus_says_so_and_opens_to_nobody(business: Person, meeting: Meeting) -> None:
    paper = put_paper(business, meeting, clean=False)
    document = scan(paper, "Eicar")
    assert "A virus was found" in sign_in(Client(), business).get(f"/meetings/{meeting.reference}/").content.decode()
    assert status_of(business, document) == 422


def test_a_paper_that_is_taken_back_is_gone_with_its_file(
    business: Person, member: Person, meeting: Meeting, django_capture_on_commit_callbacks: Any
) -> None:
    paper = put_paper(business, meeting)
    Meeting.objects.filter(pk=meeting.pk).update(state="approved", approved_at="2027-02-01T10:00Z", approved_by="somebody")
    document = file_of(paper)
    withdraw_paper(by=business, reference=paper.reference, reason="It named a child.")
    assert not Document.objects.exists()
    assert status_of(member, document) == 404
    assert status_of(business, document) == 404
    assert "It named a child." in sign_in(Client(), business).get(f"/meetings/{meeting.reference}/").content.decode()
    shown = sign_in(Client(), member).get(f"/meetings/{meeting.reference}/").content.decode()
    assert "It named a child." not in shown
    assert "Audit of neglect" not in shown
    with pytest.raises(Refused, match="withdrawn already"):
        withdraw_paper(by=business, reference=paper.reference, reason="Again")
    with pytest.raises(NotVisible):
        withdraw_paper(by=business, reference="NM-3-2222-2222", reason="Nothing")
    assert DomainEvent.objects.get(verb="board.paper_withdrawn").reason == "It named a child."


def test_what_cannot_be_added_is_refused_beside_its_field(business: Person, meeting: Meeting, monkeypatch: Any) -> None:
    def refused(**given: Any) -> Refused:
        upload = given.pop("upload", SimpleUploadedFile("plan.pdf", PDF))
        with pytest.raises(Refused) as caught:
            add_paper(by=business, reference=meeting.reference, document=upload, **given)
        return caught.value

    put_paper(business, meeting)
    again = refused(title="audit of NEGLECT")
    assert (again.field, "name is there already" in again.sentence) == ("title", True)
    assert refused(item_id=987654).field == "item"
    assert refused(upload=SimpleUploadedFile("plan.pdf", b"no pdf at all")).field == "document"
    assert MeetingPaper.objects.count() == 1
    monkeypatch.setattr("board.services.papers.MOST_PAPERS", 1)
    assert "at most 1" in refused().sentence
    Meeting.objects.filter(pk=meeting.pk).update(state="cancelled", cancelled_reason="Snow")
    assert "closed" in refused().sentence


def test_an_item_with_papers_stays_on_the_agenda(business: Person, meeting: Meeting) -> None:
    item = meeting.items.get()
    paper = put_paper(business, meeting, item_id=item.pk)
    with pytest.raises(Refused, match="has papers"):
        remove_item(by=business, reference=meeting.reference, item_id=item.pk)
    withdraw_paper(by=business, reference=paper.reference, reason="An old version")
    remove_item(by=business, reference=meeting.reference, item_id=item.pk)
    paper.refresh_from_db()
    assert paper.item is None


def test_the_pages_take_a_paper_and_take_it_back(business: Person, member: Person, meeting: Meeting, client: Client) -> None:
    sign_in(client, business)
    address = f"/meetings/{meeting.reference}/papers/new/"
    item = meeting.items.get().pk
    assert f'value="{item}" selected' in client.get(f"{address}?item={item}").content.decode()
    answer = client.post(address, {"title": "", "item": ""})
    assert answer.status_code == 422
    assert "Select the file of the paper" in answer.content.decode()
    wrong = client.post(address, {"document": SimpleUploadedFile("a.exe", b"MZ"), "item": ""})
    assert wrong.status_code == 422
    client.post(address, {"document": SimpleUploadedFile("Data.pdf", PDF), "item": str(item), "title": "Indicators"})
    paper = MeetingPaper.objects.get()
    assert (paper.title, paper.item_id, file_of(paper).name) == ("Indicators", item, "Data.pdf")
    back = f"/meetings/papers/{paper.reference}/withdraw/"
    assert sign_in(Client(), member).get(back).status_code == 403
    assert client.post(back, {"reason": ""}).status_code == 422
    client.post(back, {"reason": "Wrong file"})
    assert client.get(back).status_code == 404
    paper.refresh_from_db()
    assert paper.withdrawn_reason == "Wrong file"


def test_a_meeting_with_many_papers_asks_no_more_questions(
    business: Person, meeting: Meeting, client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(6):
        put_paper(business, meeting, f"Paper {number}.pdf")
    sign_in(client, business)
    with django_assert_max_num_queries(20):
        client.get(f"/meetings/{meeting.reference}/")
