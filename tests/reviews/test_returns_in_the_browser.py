"""Returns on their pages: the owner asks and follows, the author writes, tries a file out and sends."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import AccessLogEntry
from foundation import clock
from reviews.models import AgencyReturn, ChronologyUpload, ReturnState, TeamRole
from reviews.selectors.returns import return_for
from tests.factories import make_agency, make_person, sign_in
from tests.reviews import build
from tests.reviews import build_chronology as chronology
from tests.reviews.test_a_chronology_comes_in_as_a_file import MIXED, workbook
from tests.reviews.test_the_pages_of_a_case import text_of

pytestmark = pytest.mark.django_db


def day(name: str, on: dt.date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def at(name: str, found: AgencyReturn, **more: Any) -> str:
    return reverse(f"reviews:{name}", kwargs={"reference": found.reference, **more})


def _asked(**changes: Any) -> AgencyReturn:
    owner = build.board_manager()
    (found,) = chronology.asked(owner, build.with_child(owner).case, chronology.author_of(), **changes)
    return found


def test_the_owner_asks_and_the_page_of_the_case_tells_who_has_answered_and_who_is_late(client: Client) -> None:
    owner, health, police = build.board_manager(), chronology.author_of(), chronology.author_of("police")
    case = build.with_child(owner).case
    sign_in(client, owner)
    url = reverse("reviews:ask_agencies", args=[case.reference])
    page = client.get(url)
    assert "nothing of the case" in text_of(page)
    due = clock.today() + dt.timedelta(days=5)
    told = {
        "version": "1", "emails": f"{health.email}\n{police.email}", "key_questions": "Who knew?", "names_children": "yes",
        **day("period_from", dt.date(2021, 1, 1)), **day("period_to", dt.date(2021, 12, 31)), **day("due_on", due),
    }  # fmt: skip
    assert client.post(url, told).status_code == 302
    first, second = AgencyReturn.objects.order_by("pk")
    chronology.sent(first)
    page = text_of(client.get(reverse("reviews:case", args=[case.reference])))
    assert "What agencies returned" in page
    assert "Not begun" in page
    assert "1 entry" in page
    assert "Late" not in page
    with clock.frozen(clock.now() + dt.timedelta(days=7)):
        page = text_of(sign_in(Client(), owner).get(reverse("reviews:case", args=[case.reference])))
    assert page.count("Late") == 1
    assert 'value="2021"' in client.get(url).content.decode(), "the period of the letter before is proposed"
    for name, more in (("send_back", {"missing": "More.", **day("due_on", due)}), ("name_author", {"email": "nobody@x.example"})):
        found = first if name == "send_back" else second
        assert client.get(at(name, found)).status_code == 200
        assert client.post(at(name, found), {"version": "1", **more}).status_code == (302 if name == "send_back" else 422)
    colleague = make_person("practitioner", second.agency)
    assert client.post(at("name_author", second), {"version": "1", "email": colleague.email}).status_code == 302
    assert client.post(at("withdraw_return", second), {"version": "1", "reason": "By mistake"}).status_code == 302
    page = text_of(client.get(reverse("reviews:case", args=[case.reference])))
    assert "Missing: More." in page
    assert "By mistake" in page


def test_an_author_goes_from_the_request_to_the_sent_return(client: Client) -> None:
    found = _asked()
    assert found.request is not None
    sign_in(client, found.author)
    assert client.get(reverse("work:request", args=[found.request.reference]))["Location"] == reverse(
        "reviews:asked_return", args=[found.request.reference]
    )
    assert client.get(reverse("reviews:asked_return", args=[found.request.reference]))["Location"] == at("return", found)
    before = text_of(client.get(at("return", found)))
    assert "Who spoke to the father?" in before
    assert "Kowalska-Byrne" not in before, "who has not said that they had no part is not told who the child is"
    assert client.post(at("declare", found), {"version": "1"}).status_code == 422
    assert client.post(at("declare", found), {"version": "1", "independent": "on"}).status_code == 302
    assert "Zofia Kowalska-Byrne, born 3 May 2019" in text_of(client.get(at("return", found)))
    written = {
        "version": str(chronology.again(found).version), "involved": "yes", "completer": "A nurse", "summary": "Zofia came.",
        "fathers": "Unknown.", "child_voice": "Nobody asked.", **day("involved_from", dt.date(2021, 2, 1)),
    }  # fmt: skip
    assert client.post(at("write_return", found), written).status_code == 302
    assert "What is written below names Robin." in text_of(client.get(at("return", found)))
    assert "Zofia came." in client.get(at("write_return", found)).content.decode()
    entry = {
        "version": "1", "when": "about 3 May 2021", "at": "2:30pm", "source": "Notes", "event": "A visit.", "child_seen": "alone",
        "significance": "key", "until": "9 May 2021",
    }  # fmt: skip
    assert client.post(at("add_entry", found), entry).status_code == 302
    row = found.entries.get()
    assert (row.precision, row.at, row.until) == ("approximate", dt.time(14, 30), dt.date(2021, 5, 9))
    page = text_of(client.get(at("return", found)))
    assert "About 3 May 2021 to 9 May 2021 2:30pm" in page
    changing = at("change_entry", found, entry=row.pk)
    assert 'value="About 3 May 2021"' in client.get(changing).content.decode()
    assert client.post(changing, {**entry, "event": "Two visits."}).status_code == 302
    assert client.post(at("send_return", found), {"version": str(chronology.again(found).version)}).status_code == 302
    assert chronology.again(found).state == ReturnState.SENT
    page = text_of(client.get(at("return", found)))
    assert "Two visits." in page
    assert "Strike" not in page
    assert AccessLogEntry.objects.filter(route="reviews:return", record_reference=found.reference).exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"when": "03/05/21"}, "in several ways"),
        ({"when": "May 2021", "precision": "exact"}, "not known to the day"),
        ({"when": "May 2021", "at": "10:00"}, "A time needs a day"),
        ({"at": "10"}, "is no time"),
        ({"until": "May 2021"}, "Write the last day as a day"),
        ({"until": "1 May 2021"}, "must not lie before the first"),
        ({"when": ""}, "Enter when it happened"),
    ],
)
def test_an_entry_that_cannot_be_read_comes_back_with_what_was_typed(
    client: Client, changes: dict[str, str], sentence: str
) -> None:
    found = chronology.begun(_asked())
    entry = {
        "version": "1", "when": "3 May 2021", "source": "Notes", "event": "A visit.", "child_seen": "none",
        "significance": "routine",
    }  # fmt: skip
    response = sign_in(client, found.author).post(at("add_entry", found), entry | changes)
    assert response.status_code == 422
    assert sentence in text_of(response)
    assert "A visit." in response.content.decode()


def test_an_author_is_not_told_who_the_children_are_where_the_letter_does_not_say_so(client: Client) -> None:
    found = chronology.begun(_asked(names_children=False))
    assert "Kowalska-Byrne" not in text_of(sign_in(client, found.author).get(at("return", found)))


def test_those_named_on_the_case_are_not_shown_who_the_child_is_by_a_return(client: Client) -> None:
    found = chronology.sent(_asked())
    owner = found.case.members.get().person
    reviewer = make_person("practitioner", make_agency("council"))
    build.named(owner, found.case.incident, reviewer, TeamRole.REVIEWER)
    page = text_of(sign_in(client, reviewer).get(at("return", found)))
    assert "Robin was seen at home." in page
    assert "Kowalska-Byrne" not in page


def test_a_file_is_tried_out_before_it_is_taken_in(client: Client) -> None:
    found = chronology.begun(_asked())
    sign_in(client, found.author)
    assert client.get(at("chronology_file", found)).status_code == 200
    assert client.get(at("chronology_template", found)).status_code == 200
    assert client.post(at("chronology_file", found), {}).status_code == 422
    empty = client.post(at("chronology_file", found), {"file": SimpleUploadedFile("x.xlsx", b"PK\x03\x04")})
    assert "not damaged" in text_of(empty)
    sent = client.post(at("chronology_file", found), {"file": SimpleUploadedFile("x.xlsx", workbook(*MIXED))})
    upload = ChronologyUpload.objects.get()
    assert sent["Location"] == at("upload", found, upload=upload.pk)
    page = text_of(client.get(sent["Location"]))
    assert "7 Can be taken in 1 To put right 1 There already" in page
    assert "It says the same as row 4." in page
    assert "Date: “03/05/21” can be read in several ways." in page
    assert "Who knows." not in text_of(client.get(sent["Location"] + "?only=good&from=oops"))
    assert "Tried out: 9 rows" in text_of(client.get(at("return", found)))
    assert client.post(sent["Location"])["Location"] == sent["Location"]
    page = text_of(client.get(sent["Location"]))
    assert "Rows to put right" in page
    assert "taken in already" in text_of(client.post(sent["Location"], follow=True))
    assert client.get(at("rows_to_put_right", found, upload=upload.pk)).status_code == 200
    assert client.post(at("give_up_upload", found, upload=upload.pk)).status_code == 302
    assert found.entries.count() == 7


def test_a_file_without_anything_to_put_right_leads_back_to_the_return(client: Client) -> None:
    found = chronology.begun(_asked())
    sign_in(client, found.author)
    sent = client.post(at("chronology_file", found), {"file": SimpleUploadedFile("x.xlsx", workbook(MIXED[0]))})
    assert client.post(sent["Location"])["Location"] == at("return", found)
    assert return_for(found.author, found.reference).entries.count() == 1


def test_a_long_file_is_shown_page_by_page_with_what_to_put_right_first(client: Client) -> None:
    found = chronology.begun(_asked())
    sign_in(client, found.author)
    rows = [(dt.date(2021, 1, 1) + dt.timedelta(days=number), "Notes", f"Visit {number}.", "", "") for number in range(150)]
    sent = client.post(at("chronology_file", found), {"file": SimpleUploadedFile("x.xlsx", workbook(*rows, MIXED[7]))})
    first = text_of(client.get(sent["Location"]))
    assert "Who knows." in first
    assert "Visit 149." not in first
    assert "Visit 149." in text_of(client.get(sent["Location"] + "?from=100"))


def test_a_child_named_in_a_file_is_pointed_out(client: Client) -> None:
    found = chronology.begun(_asked())
    row = (dt.date(2021, 5, 3), "Notes", "Zofia was seen.", "", "")
    sign_in(client, found.author)
    sent = client.post(at("chronology_file", found), {"file": SimpleUploadedFile("x.xlsx", workbook(row))})
    assert "It names Robin. Write the pseudonym instead." in text_of(client.get(sent["Location"]))


def test_a_withdrawn_or_given_up_thing_is_refused_on_its_page(client: Client) -> None:
    found = chronology.sent(_asked())
    sign_in(client, found.author)
    upload = ChronologyUpload.objects.create(of_return=found, rows=[], uploaded_at=clock.now(), uploaded_by="x")
    assert client.post(at("give_up_upload", found, upload=upload.pk)).status_code == 302
    upload.refresh_from_db()
    assert upload.state == ChronologyUpload.State.OPEN
