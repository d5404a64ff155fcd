"""Letters of the executive: to whom they went, what each replied, who has not, and nothing of it in an email."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from accounts.models import Agency, Person
from board.models import Letter, LetterAddressee
from board.selectors.letters import counts_of, list_letters, visible_letters
from board.services.letters import (
    add_addressees,
    change_letter,
    chase_letter,
    close_letter,
    record_reply,
    reply_to_letter,
    send_letter,
)
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.documents import documents_of
from foundation.errors import Conflict, NotVisible, Refused
from foundation.events import Subject, history
from foundation.exports import read_sheet
from foundation.models import OutboxMessage
from tests.board.library import a_file, addressee_of, ask_those_of, clean_file, make_letter
from tests.factories import make_agency, make_person, sign_in
from tests.figures import read_figure
from work.models import Request

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
SAID = {
    "title": "Join the scheme", "text": "Every school is asked to join.", "signatories": "The three partners", "sent_on": TODAY,
    "reply_due_on": TODAY + timedelta(days=30),
}  # fmt: skip


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def school() -> Agency:
    return make_agency("school", code="oakfield", name="Oakfield School")


def reply_of(addressee: LetterAddressee) -> tuple[str, str, date | None]:
    addressee.refresh_from_db()
    return addressee.reply, addressee.reply_words, addressee.replied_on


def mails() -> list[dict[str, Any]]:
    return [entry.payload for entry in OutboxMessage.objects.filter(kind="mail").order_by("pk")]


def test_send_letter_asks_agencies_by_kind_and_one_by_one_and_others_in_words(business: Person, school: Agency) -> None:
    lead, police = make_person("agency_lead", school), make_agency("police", code="police")
    told = {**SAID, "kinds": ["school"], "agencies": ["police", "oakfield"], "others": "A club\n\n  a  CLUB \nThe church"}
    letter = send_letter(by=business, **told)
    assert send_letter(by=business, **told) == letter
    ask_those_of(letter)
    to = list(letter.addressees.all())
    assert {one.agency or one.words for one in to} == {school, police, "A club", "The church"}
    assert {one.agency for one in to if one.request} == {school, police}
    request = addressee_of(letter, school).request
    assert request is not None
    assert (request.state, request.due_at.date()) == ("asked", date(2026, 12, 18))
    [mail] = mails()
    assert (mail["to"], mail["template"]) == (lead.email, "news")
    assert "scheme" not in str(mail)
    assert [event.verb for event in history(Subject("letter", letter.reference))].count("board.letter_sent") == 1


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"text": ""}, "text"),
        ({"sent_on": TODAY + timedelta(days=1)}, "sent_on"),
        ({"reply_due_on": TODAY - timedelta(days=1)}, "reply_due_on"),
        ({"others": ""}, "kinds"),
        ({"others": "x" * 151}, "others"),
        ({"others": "\n".join(str(number) for number in range(601))}, "kinds"),
    ],
)
def test_send_letter_refuses_what_cannot_be(business: Person, given: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        send_letter(by=business, **{**SAID, "others": "A club", **given})
    assert refused.value.field == field
    assert not Letter.objects.exists()


def test_a_letter_may_be_a_document_and_may_have_been_due_before(business: Person, school: Agency) -> None:
    days = {"sent_on": date(2026, 5, 1), "reply_due_on": date(2026, 6, 1)}
    letter = send_letter(by=business, **{**SAID, **days, "text": ""}, agencies=["oakfield"], document=a_file("Letter.pdf"))
    assert documents_of("letter", letter.reference).count() == 1
    assert addressee_of(letter, school).request is None


def test_a_lead_replies_for_the_agency_once(business: Person, school: Agency) -> None:
    lead, stranger = make_person("agency_lead", school), make_person("agency_lead", make_agency("school"))
    letter = make_letter(school, by=business)
    addressee = addressee_of(letter, school)
    assert addressee.request is not None
    asked = addressee.request.reference
    with pytest.raises(NotVisible):
        reply_to_letter(by=stranger, reference=asked, reply="yes")
    with pytest.raises(Refused) as refused:
        reply_to_letter(by=lead, reference=asked, reply="other")
    assert refused.value.field == "words"
    reply_to_letter(by=lead, reference=asked, reply="yes", words="From January.", documents=[a_file("Signed.pdf")])
    assert reply_of(addressee) == ("yes", "From January.", TODAY)
    assert (addressee.recorded_by, addressee.channel) == (lead, "portal")
    with pytest.raises(Refused):
        reply_to_letter(by=lead, reference=asked, reply="no")
    assert reply_of(addressee)[0] == "yes"


def test_the_business_team_writes_down_what_came_another_way_and_what_was_changed(business: Person, school: Agency) -> None:
    letter = make_letter(school, others="A club", by=business)
    told = {"reply": "no", "replied_on": TODAY, "replier": "The head", "channel": "email", "words": "Not this year."}
    addressee, club = addressee_of(letter, school), addressee_of(letter)
    for one in (addressee, club):
        record_reply(by=business, reference=one.reference, version=1, **told, document=a_file("Reply.pdf"))
        assert reply_of(one) == ("no", "Not this year.", TODAY)
        assert documents_of("letter_reply", one.reference).count() == 1
    assert Request.objects.get().state == "waived"
    record_reply(by=business, reference=addressee.reference, version=1, **told)
    with pytest.raises(Conflict):
        record_reply(by=business, reference=addressee.reference, version=1, **{**told, "reply": "yes"})
    record_reply(by=business, reference=addressee.reference, version=2, **{**told, "reply": "yes", "words": ""})
    assert reply_of(addressee) == ("yes", "", TODAY)
    verbs = [event.verb for event in history(Subject("letter", letter.reference))]
    assert verbs.count("board.letter_replied") == 3


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"reply": "other"}, "words"),
        ({"replied_on": TODAY + timedelta(days=1)}, "replied_on"),
        ({"replied_on": TODAY - timedelta(days=1)}, "replied_on"),
    ],
)
def test_record_reply_refuses_what_cannot_be(business: Person, given: dict[str, Any], field: str) -> None:
    club = addressee_of(make_letter(by=business))
    told = {"reply": "no", "replied_on": TODAY, "replier": "The chair", "channel": "telephone", **given}
    with pytest.raises(Refused) as refused:
        record_reply(by=business, reference=club.reference, version=1, **told)
    assert refused.value.field == field


def test_addressees_are_added_later_and_asked_once(business: Person, school: Agency) -> None:
    letter, other = make_letter(school, by=business), make_agency("school")
    assert add_addressees(by=business, reference=letter.reference, sent_on=TODAY, kinds=["school"], others="A club") == 2
    assert {one.agency or one.words for one in letter.addressees.all()} == {school, other, "A club"}
    with pytest.raises(Refused, match="does not have"):
        add_addressees(by=business, reference=letter.reference, sent_on=TODAY, kinds=["school"], others="a CLUB")
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            add_addressees(by=business, reference=letter.reference, sent_on=day, others="Another")
        assert refused.value.field == "sent_on"


def test_who_has_not_replied_is_reminded_before_and_after_it_is_due_once_a_day(business: Person, school: Agency) -> None:
    lead, silent = make_person("agency_lead", school), make_agency("school")
    make_person("agency_lead", silent)
    letter = make_letter(school, silent, others="A club", by=business)
    assert chase_letter(by=business, reference=letter.reference) == 2
    assert chase_letter(by=business, reference=letter.reference) == 0
    request = addressee_of(letter, school).request
    assert request is not None
    reply_to_letter(by=lead, reference=request.reference, reply="yes")
    with clock.frozen(clock.now() + timedelta(days=40)):
        assert chase_letter(by=business, reference=letter.reference) == 1
        assert chase_letter(by=business, reference=letter.reference) == 0
    assert len(mails()) == 2 + 2 + 1
    assert {mail["template"] for mail in mails()} == {"news"}
    assert all(letter.title not in str(mail) for mail in mails())


def test_change_and_close_letter_refuse_whoever_was_overtaken(business: Person, school: Agency) -> None:
    letter = make_letter(school, by=business)
    words = {"title": "Join us", "text": "All of you.", "signatories": "The chair"}
    change_letter(by=business, reference=letter.reference, version=1, **words)
    with pytest.raises(Conflict):
        change_letter(by=business, reference=letter.reference, version=1, **words)

    def close(day: date = TODAY, version: int = 2) -> Letter:
        return close_letter(by=business, reference=letter.reference, version=version, closed_on=day, reason="All but one joined.")

    with pytest.raises(Conflict):
        close(version=1)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            close(day)
        assert refused.value.field == "closed_on"
    close()
    assert Request.objects.get().state == "waived"
    for do in (lambda: close(version=3), lambda: chase_letter(by=business, reference=letter.reference)):
        with pytest.raises(Refused, match="is closed"):
            do()
    with pytest.raises(Refused, match="is closed"):
        add_addressees(by=business, reference=letter.reference, sent_on=TODAY, others="A club")


def test_the_database_wants_an_agency_or_words_and_a_whole_reply(business: Person) -> None:
    club = LetterAddressee.objects.filter(pk=addressee_of(make_letter(by=business)).pk)
    for wrong in ({"words": ""}, {"reply": "yes"}, {"agency": make_agency()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            club.update(**wrong)


def test_leads_see_their_own_letters_and_their_own_reply_only(client: Client, business: Person, school: Agency) -> None:
    lead, other = make_person("agency_lead", school), make_agency("school", name="Elm School")
    letter, foreign = make_letter(school, other, by=business), make_letter(other, by=business)
    reply = addressee_of(letter, other)
    record_reply(
        by=business, reference=reply.reference, version=1, reply="other", replied_on=TODAY, replier="Head", channel="email",
        words="Secret of Elm", document=a_file(),
    )  # fmt: skip
    document = clean_file("letter_reply", reply.reference)
    assert list(visible_letters(lead)) == [letter]
    assert counts_of(lead, [letter])[letter.pk].asked == 1
    sign_in(client, lead)
    page = client.get(f"/letters/{letter.reference}/").content.decode()
    assert "Oakfield School" in page
    for hidden in ("Elm", "Secret", "have not replied"):
        assert hidden not in page
    assert client.get(f"/letters/{foreign.reference}/").status_code == 404
    assert client.get(f"/documents/{document.reference}/").status_code == 404
    assert client.get(f"/letters/{letter.reference}/export/").status_code == 403


def test_a_lead_finds_the_letter_on_my_work_and_replies_on_its_page(client: Client, business: Person, school: Agency) -> None:
    letter = make_letter(school, by=business, text="Please join the scheme for books.")
    request = addressee_of(letter, school).request
    assert request is not None
    sign_in(client, make_person("agency_lead", school))
    address = f"/letters/asked/{request.reference}/"
    assert address in client.get("/").content.decode()
    page = client.get(address).content.decode()
    assert "scheme for books" in page
    assert client.post(address, {}).status_code == 422
    assert client.post(address, {"reply": "other"}).status_code == 422
    assert client.post(address, {"reply": "yes", "words": "With pleasure.", "document": a_file()}).status_code == 302
    assert client.get(address).status_code == 302
    page = client.get(f"/letters/{letter.reference}/").content.decode()
    assert "With pleasure." in page
    assert "Reply to the letter" not in page
    own = clean_file("request", request.reference)
    assert b"".join(client.get(f"/documents/{own.reference}/")).startswith(b"%PDF")  # type: ignore[arg-type]  # a stream
    sign_in(client, make_person("scrutineer"))
    assert b"".join(client.get(f"/documents/{own.reference}/")).startswith(b"%PDF")  # type: ignore[arg-type]  # a stream


def test_the_pages_lead_from_a_new_letter_to_its_end(
    client: Client, business: Person, school: Agency, django_assert_max_num_queries: Any
) -> None:
    sign_in(client, business)
    days = {
        f"{name}-{part}": value
        for name, day in (("sent_on", (18, 11)), ("reply_due_on", (18, 12)))
        for part, value in (("day", day[0]), ("month", day[1]), ("year", 2026))
    }
    others = "\n".join(f"Club {number:02}" for number in range(55))
    told = {"title": "=Join", "text": "Join.", "signatories": "All three", "kinds": ["school"], "others": others, **days}
    assert client.post("/letters/new/", {**told, "title": ""}).status_code == 422
    assert client.post("/letters/new/", told).status_code == 302
    letter = Letter.objects.get()
    ask_those_of(letter)
    address = f"/letters/{letter.reference}/"
    with django_assert_max_num_queries(16):
        page = client.get(address).content.decode()
    assert "Club 48" in page
    assert "Club 50" not in page
    assert "have not replied" in page
    assert client.post(f"{address}remind/", follow=True).content.decode().count("1 agency was reminded.") == 1
    assert "Nobody was reminded" in client.post(f"{address}remind/", follow=True).content.decode()
    to = addressee_of(letter, school)
    reply = {
        "reply": "yes", "replier": "Head", "channel": "email", "version": "1", "replied_on-day": "18",
        "replied_on-month": "11", "replied_on-year": "2026",
    }  # fmt: skip
    assert client.post(f"/letters/to/{to.reference}/", reply).status_code == 302
    assert client.post(f"/letters/to/{to.reference}/", {**reply, "reply": "no"}).status_code == 409
    assert "Oakfield" not in client.get(f"{address}?reply=waiting").content.decode()
    assert "Club" not in client.get(f"{address}?reply=yes").content.decode()
    row = read_sheet(client.get(f"{address}export/").content).rows[0]
    assert (row[0], row[4], row[7], row[9]) == ("Oakfield School", "Yes", "Head", business.name)
    more = {"others": "The church", "sent_on-day": "18", "sent_on-month": "11", "sent_on-year": "2026"}
    assert client.post(f"{address}addressees/", more).status_code == 302
    words = {"title": "Join us", "text": "Join.", "signatories": "All", "version": "1"}
    assert client.post(f"{address}change/", words).status_code == 302
    make_letter(by=business)
    with django_assert_max_num_queries(14):
        page = client.get("/letters/").content.decode()
    assert "Join us" in page
    end = {"reason": "One joined.", "closed_on-day": "18", "closed_on-month": "11", "closed_on-year": "2026", "version": "2"}
    assert client.post(f"{address}close/", end).status_code == 302
    assert "What came of it: One joined." in client.get(address).content.decode()


def test_letters_of_a_year_and_their_replies_are_counted(business: Person, school: Agency) -> None:
    letter = make_letter(school, others="A club", by=business, sent_on=date(2026, 3, 1), reply_due_on=date(2026, 3, 20))
    make_letter(by=business)
    told = {"replier": "Head", "channel": "email"}
    record_reply(
        by=business,
        reference=addressee_of(letter, school).reference,
        version=1,
        reply="yes",
        replied_on=date(2026, 3, 31),
        **told,
    )
    record_reply(
        by=business, reference=addressee_of(letter).reference, version=1, reply="no", replied_on=date(2026, 4, 1), **told
    )
    year = FinancialYear(2025)
    sent, asked, replied = (read_figure(f"letters.{code}", year) for code in ("sent", "addressees", "replied"))
    assert sent is not None
    assert asked is not None
    assert replied is not None
    assert (sent.value, asked.by["reply"]) == (1, {"Yes": 1, "No": 0, "Other": 0, "No reply yet": 1})
    assert (replied.numerator, replied.denominator) == (1, 2)
    assert read_figure("letters.sent", FinancialYear(2020)) is None
    assert list_letters(business, "2025-26").rows == (letter,)
