"""The pack: cover, agenda, actions due, last minutes and papers in one PDF, made by the worker for whoever asked."""

import io
import re
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.test import Client

from accounts.models import AccessLogEntry, Person
from board import tasks
from board.deliveries import make_pack
from board.models import Group, Meeting, MeetingPack, SeatHolding
from board.services.packs import ask_for_pack
from foundation import clock
from foundation.errors import NotVisible, Refused
from foundation.models import DomainEvent, OutboxMessage
from portal.demo.papers import pdf_of
from tests.board.build import held_with, make_action, make_group, make_meeting, make_plan, make_seat, seat_somebody
from tests.board.papers import put_paper, scan
from tests.factories import make_agency, make_person, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, settings: Any) -> None:
    settings.DOCUMENT_ROOT = str(tmp_path)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def group() -> Group:
    return make_group("Quality group")


@pytest.fixture
def member(group: Group) -> Person:
    person = make_person("practitioner", name="Nell Nurse")
    seat_somebody(make_seat(group, title="Designated nurse"), person)
    return person


@pytest.fixture
def meeting(group: Group) -> Meeting:
    return make_meeting(group, date(2027, 1, 14), place="Town hall, room 2")


def deliver() -> None:
    for promised in OutboxMessage.objects.filter(kind="board.pack"):
        make_pack(promised.key, promised.payload)


def made_for(person: Person, meeting: Meeting, once: str = "one") -> MeetingPack:
    pack = ask_for_pack(by=person, reference=meeting.reference, once=once)
    deliver()
    pack.refresh_from_db()
    return pack


def file_of(person: Person, pack: MeetingPack) -> bytes:
    answer = sign_in(Client(), person).get(f"/meetings/packs/{pack.reference}/file/")
    assert answer.status_code == 200
    return bytes(answer.content)


def text_of(pdf: bytes) -> str:
    shown = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", shown)


def test_a_member_asks_waits_and_downloads_everything_for_the_meeting(
    business: Person, member: Person, group: Group, meeting: Meeting
) -> None:
    before = held_with(group, date(2026, 11, 2), {group.seats.get(): "attended"})
    before.items.update(minute="Drift & <b>delay</b> in four plans.", decision="Teach it.")
    make_action(due_on=date(2026, 11, 1), plan=make_plan(group=group), number="3.1", text="Audit ten files.")
    item = meeting.items.get()
    put_paper(business, meeting, "Neglect audit.pdf", pdf_of(["Four of ten plans drift"]), item_id=item.pk)
    put_paper(business, meeting, "Indicators.csv", b"a,b\n1,2\n")
    put_paper(business, meeting, "Broken.pdf", b"%PDF-1.7\nrubbish")
    client = sign_in(Client(), member)
    press = {"once": "press"}
    page = client.post(f"/meetings/{meeting.reference}/pack/", press).headers["Location"]
    assert client.post(f"/meetings/{meeting.reference}/pack/", press).headers["Location"] == page
    assert "being made" in client.get(page).content.decode()
    assert OutboxMessage.objects.get(kind="board.pack").queue == "pdf"
    deliver()
    deliver()
    assert "ready" in client.get(f"{page}progress/").content.decode()
    pdf = file_of(member, MeetingPack.objects.get())
    said = text_of(pdf)
    for words in (
        "Quality group", "14 January 2027", "Town hall, room 2", "Nell Nurse", "Designated nurse", "Learning from audits",
        "Neglect audit: 1 page, at the end of this pack", "Indicators: CSV, 1 kB: not in this pack; open it on the page",
        "Broken: PDF, 1 kB: it is protected with a password or damaged", "3.1 Audit ten files.", "late",
        "Drift & <b>delay</b> in four plans.", "Teach it.", "still to be approved", "Four of ten plans drift",
        "Pack for Nell Nurse",
    ):  # fmt: skip
        assert words in said, words
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        assert outline.root[-1].title == "Papers"
        assert [child.title for child in outline.root[-1].children] == ["Neglect audit"]
        below = [child.title for child in outline.root[0].children]
        assert {"Who is invited", "Agenda", "Actions that are due", "Minutes of the last meeting"} <= set(below)
    assert "of 4" not in said  # nobody counts the pages of papers among the pack's own
    look = AccessLogEntry.objects.get(route="board:pack_file")
    assert (look.action, look.record_reference, look.child_references) == ("download", meeting.reference, [])
    verbs = DomainEvent.objects.filter(verb__startswith="board.pack").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["board.pack_asked", "board.pack_made"]


def test_papers_in_scanning_are_named_and_the_pack_waits_for_them(business: Person, meeting: Meeting, client: Client) -> None:
    paper = put_paper(business, meeting, "Late paper.pdf", clean=False)
    with pytest.raises(Refused, match="“Late paper”"):
        ask_for_pack(by=business, reference=meeting.reference, once="one")
    sign_in(client, business)
    page = client.post(f"/meetings/{meeting.reference}/pack/", follow=True).content.decode()
    assert "This paper is still being checked for viruses: “Late paper”." in page
    assert not MeetingPack.objects.exists()
    scan(paper, "Eicar")
    assert "A virus was found in this document" in text_of(file_of(business, made_for(business, meeting)))


def test_a_paper_that_came_after_asking_is_named_to_whoever_asked(business: Person, meeting: Meeting) -> None:
    pack = ask_for_pack(by=business, reference=meeting.reference, once="one")
    put_paper(business, meeting, "Late paper.pdf", clean=False)
    deliver()
    pack.refresh_from_db()
    assert (pack.state, pack.key) == ("failed", "")
    assert "“Late paper”" in pack.sentence


def test_a_pack_is_for_whoever_asked_while_they_see_the_meeting(business: Person, member: Person, meeting: Meeting) -> None:
    pack = made_for(member, meeting)
    assert sign_in(Client(), business).get(f"/meetings/packs/{pack.reference}/file/").status_code == 404
    with pytest.raises(NotVisible):
        ask_for_pack(by=make_person("practitioner"), reference=meeting.reference, once="one")
    again = ask_for_pack(by=member, reference=meeting.reference, once="two")
    SeatHolding.objects.update(to_on=clock.today() - timedelta(days=1))
    deliver()
    again.refresh_from_db()
    assert (again.state, "no longer see" in again.sentence) == ("failed", True)
    assert sign_in(Client(), member).get(f"/meetings/packs/{pack.reference}/file/").status_code == 404


def test_no_pack_of_a_cancelled_meeting(business: Person, meeting: Meeting) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(state="cancelled", cancelled_reason="Snow")
    with pytest.raises(Refused, match="cancelled"):
        ask_for_pack(by=business, reference=meeting.reference, once="one")
    assert "Meeting pack" not in sign_in(Client(), business).get(f"/meetings/{meeting.reference}/").content.decode()


def test_a_paper_too_long_for_the_pack_is_listed(business: Person, meeting: Meeting, monkeypatch: Any) -> None:
    put_paper(business, meeting, "First.pdf")
    put_paper(business, meeting, "Second.pdf")
    monkeypatch.setattr("foundation.pdf.joining.MOST_PAGES", 1)
    said = text_of(file_of(business, made_for(business, meeting)))
    assert "First: 1 page" in said
    assert "Second: PDF, 1 kB: too long for this pack" in said


def test_a_day_later_the_file_is_gone(business: Person, meeting: Meeting) -> None:
    pack = made_for(business, meeting)
    with clock.frozen(clock.now() + timedelta(hours=25)):
        tasks.purge_packs()
    assert OutboxMessage.objects.get(kind="document.remove").payload == {"storage_key": pack.key}
    pack.refresh_from_db()
    assert pack.state == "removed"
    assert "kept for a day" in sign_in(Client(), business).get(f"/meetings/packs/{pack.reference}/").content.decode()
