"""Whoever got a copy of a draft opens it under its number, comments, and says what is wrong; nobody else knows of it."""

import io
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import AccessLogEntry, Person
from foundation.errors import NotVisible, Refused
from reviews.models import DraftCopy, PracticeReview, PracticeState
from reviews.services import drafts
from tests.factories import make_agency, make_person, sign_in
from tests.reviews import build
from tests.reviews import build_practice as made

pytestmark = pytest.mark.django_db
P = PracticeState


def circulated(*, privileged: bool = False) -> tuple[Person, Person, PracticeReview, DraftCopy]:
    owner, reader = build.board_manager(), make_person("practitioner", make_agency("health"), name="Pat Panel")
    found = made.at(owner, P.DRAFT)
    member = build.named(owner, found, reader)  # type: ignore[arg-type]
    drafts.add_draft(**made.who(owner, found), document=made.pdf(), privileged=privileged)
    made.clean(found)
    (copy,) = drafts.give_copies(**made.who(owner, found), members=[member.pk])
    return owner, reader, found, copy


def at(name: str, found: PracticeReview, *args: Any) -> str:
    return reverse(f"reviews:{name}", args=[found.case.reference, *args])


def test_versions_and_copies_are_numbered() -> None:
    owner, _reader, found, copy = circulated()
    assert (copy.draft.number, copy.number) == (1, 1)
    mine = found.case.members.get(person=owner)
    (second,) = drafts.give_copies(**made.who(owner, found), members=[mine.pk])
    assert second.number == 2
    assert drafts.add_draft(**made.who(owner, found), document=made.pdf()).number == 2
    with pytest.raises(Refused, match="while the report is a draft"):
        drafts.add_draft(**made.who(owner, made.review(owner)), document=made.pdf())
    with pytest.raises(Refused, match="must be"):
        drafts.add_draft(**made.who(owner, found), document=made.pdf("report.exe"))


def test_a_copy_goes_to_each_of_the_team_once() -> None:
    owner, _reader, found, copy = circulated()
    who = made.who(owner, found)
    with pytest.raises(Refused, match="has a copy of this draft"):
        drafts.give_copies(**who, members=[copy.member_id])
    with pytest.raises(Refused, match="Select who"):
        drafts.give_copies(**who, members=[])
    with pytest.raises(Refused, match="Add a draft first"):
        drafts.give_copies(**made.who(owner, made.review(owner)), members=[copy.member_id])


def test_its_file_says_which_copy_it_is_and_the_look_is_logged(client: Client) -> None:
    _owner, reader, found, copy = circulated()
    answer = sign_in(client, reader).get(at("copy_file", found, copy.pk))
    assert answer.status_code == 200
    assert "Copy 1 of draft 1 report.pdf" in answer.headers["Content-Disposition"]
    assert answer.getvalue() == made.PDF
    entry = AccessLogEntry.objects.latest("at")
    assert (entry.route, entry.record_reference) == ("reviews:copy_file", found.case.reference)


def test_who_has_no_copy_knows_of_no_draft(client: Client) -> None:
    owner, reader, found, copy = circulated()
    other = make_person("practitioner", make_agency("police"), name="Otto Other")
    build.named(owner, found, other)  # type: ignore[arg-type]
    sign_in(client, other)
    assert "There is no draft for you" in client.get(at("drafts", found)).content.decode()
    assert client.get(at("copy_file", found, copy.pk)).status_code == 404
    with pytest.raises(NotVisible):
        drafts.make_remark(**made.who(other, found), copy=copy.pk, kind="comment", text="No.")
    with pytest.raises(NotVisible):
        drafts.make_remark(**made.who(owner, found), copy=copy.pk, kind="comment", text="Not mine.")
    page = sign_in(client, reader).get(at("drafts", found)).content.decode()
    assert "Copy 1" in page
    assert "Give out copies" not in page


def test_a_copy_that_came_back_is_opened_no_longer(client: Client) -> None:
    owner, reader, found, copy = circulated()
    drafts.end_copy(**made.who(owner, found), copy=copy.pk, end="destroyed")
    with pytest.raises(NotVisible):
        drafts.end_copy(**made.who(owner, found), copy=copy.pk, end="returned")
    assert sign_in(client, reader).get(at("copy_file", found, copy.pk)).status_code == 404
    assert "Destroyed on" in sign_in(client, owner).get(at("drafts", found)).content.decode()


def test_a_wrong_fact_is_answered_once_with_reasons() -> None:
    owner, reader, found, copy = circulated()
    with pytest.raises(Refused, match="what you have to say"):
        drafts.make_remark(**made.who(reader, found), copy=copy.pk, kind="fact", text=" ")
    remark = drafts.make_remark(**made.who(reader, found), copy=copy.pk, kind="fact", text="It was in spring.", place="p. 3")
    answer = {**made.who(owner, found), "remark": remark.pk, "accepted": False}
    with pytest.raises(Refused, match="Enter why"):
        drafts.answer_remark(**answer, answer="")
    assert drafts.answer_remark(**answer, answer="The record says winter.").accepted is False
    with pytest.raises(NotVisible):
        drafts.answer_remark(**answer, answer="Again.")


@pytest.mark.parametrize("privileged", [False, True])
def test_legal_advice_is_left_out_of_the_workbook(client: Client, *, privileged: bool) -> None:
    owner, reader, found, copy = circulated(privileged=privileged)
    drafts.make_remark(**made.who(reader, found), copy=copy.pk, kind="comment", text="Well said.")
    answer = sign_in(client, owner).get(at("drafts_log", found))
    assert answer.status_code == 200
    assert (b"Pat Panel" in unzipped(answer.content)) is not privileged


def unzipped(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return b"".join(book.read(name) for name in book.namelist())
