"""What the scrutineer gives to the yearly report is theirs to give, to change and to take back."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from accounts.models import Person
from board.figures.scrutiny import gather_scrutiny
from board.models import ScrutinyNote, ScrutinyStatement
from board.services.scrutiny import say_note_in_report, share_scrutiny_note, write_scrutiny_statement
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from tests.board.build import make_note
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
THIS = FinancialYear(2026)
SAID = "Staff ring before they decide."
STATEMENT = "/scrutiny/statement/2026-27/"


@pytest.fixture
def scrutineer() -> Person:
    return make_person("scrutineer", make_agency("partnership"))


def shared(by: Person) -> ScrutinyNote:
    return share_scrutiny_note(by=by, reference=make_note(by).reference, shared=True)


def say(by: Person, note: ScrutinyNote, words: str = SAID, version: int | None = None) -> ScrutinyNote:
    return say_note_in_report(by=by, reference=note.reference, version=version or note.version, report_words=words)


def printed(code: str) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        return [row for table in gather_scrutiny(THIS, cursor) if table.code == code for row in table.rows]


def test_say_note_in_report_prints_those_words_and_nothing_else_of_the_note(scrutineer: Person) -> None:
    note = shared(scrutineer)
    for _twice in range(2):
        note = say(scrutineer, note)
    assert printed("scrutiny.notes") == [("Visit", "18 November 2026", SAID)]
    verbs = [event.verb for event in history(Subject("scrutiny_note", note.reference))]
    assert verbs == ["board.scrutiny_note_shared", "board.scrutiny_note_put_in_report"]
    say(scrutineer, note, "")
    assert printed("scrutiny.notes") == []
    assert history(Subject("scrutiny_note", note.reference)).last().verb == "board.scrutiny_note_taken_out_of_report"


def test_a_note_that_the_board_does_not_read_is_not_given_to_the_report(scrutineer: Person) -> None:
    note = make_note(scrutineer)
    with pytest.raises(Refused) as refused:
        say(scrutineer, note)
    assert refused.value.field == "report_words"
    with pytest.raises(IntegrityError), transaction.atomic():
        ScrutinyNote.objects.filter(pk=note.pk).update(report_words=SAID)


def test_a_note_that_is_kept_back_again_leaves_the_report(scrutineer: Person) -> None:
    note = say(scrutineer, shared(scrutineer))
    share_scrutiny_note(by=scrutineer, reference=note.reference, shared=False)
    note.refresh_from_db()
    assert note.report_words == ""


def test_only_its_keeper_speaks_for_a_note_and_in_the_version_that_was_opened(scrutineer: Person) -> None:
    note = shared(scrutineer)
    with pytest.raises(NotVisible):
        say(make_person("scrutineer", make_agency()), note)
    with pytest.raises(NotAllowed):
        say(make_person("executive", make_agency()), note)
    say(scrutineer, note)
    with pytest.raises(Conflict):
        say(scrutineer, note, "Other words.", version=1)


def state(by: Person, text: str = "It worked.", *, version: int = 0, in_report: bool = True, year: FinancialYear = THIS) -> Any:
    return write_scrutiny_statement(by=by, year=year, version=version, text=text, in_report=in_report)


def test_write_scrutiny_statement_keeps_one_a_year_and_tells_it_once_it_is_given(scrutineer: Person) -> None:
    first = state(scrutineer, in_report=False)
    assert printed("scrutiny.statement") == []
    for _twice in range(2):
        second = state(scrutineer, version=1)
    assert (second.pk, second.version) == (first.pk, 2)
    assert printed("scrutiny.statement") == [(f"{scrutineer.name}, independent scrutineer", "It worked.")]
    with pytest.raises(Conflict):
        state(scrutineer, "Other.", version=1)
    with pytest.raises(NotAllowed):
        state(make_person("business_team", make_agency()))
    with pytest.raises(Refused, match="has not begun"):
        state(scrutineer, year=FinancialYear(2027))
    state(scrutineer, version=2, in_report=False)
    assert printed("scrutiny.statement") == []
    assert ScrutinyStatement.objects.count() == 1


def test_the_pages_take_the_words_and_keep_what_was_typed(client: Client, scrutineer: Person) -> None:
    note = shared(scrutineer)
    sign_in(client, scrutineer)
    page = f"/scrutiny/{note.reference}/"
    assert "Give it to the yearly report" in client.get(page).content.decode()
    too_long = client.post(f"{page}report/", {"report_words": "x" * 1501, "version": str(note.version)})
    assert too_long.status_code == 422
    assert "Words for the report must be 1,500 characters or fewer" in too_long.content.decode()
    assert client.post(f"{page}report/", {"report_words": SAID, "version": str(note.version)}).status_code == 302
    assert SAID in client.get(page).content.decode()
    overtaken = client.post(f"{page}report/", {"report_words": "Other.", "version": "1"})
    assert overtaken.status_code == 409
    assert "What is saved now" in overtaken.content.decode()


def test_the_page_of_a_statement_says_what_is_missing_and_where_it_stands(client: Client, scrutineer: Person) -> None:
    sign_in(client, scrutineer)
    assert "2026-27" in client.get("/scrutiny/").content.decode()
    answer = client.post(STATEMENT, {"text": "", "version": "0"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Enter what you say of the year" in page
    assert "Select whether it stands in the yearly report" in page
    assert client.post(STATEMENT, {"text": "It worked.", "in_report": "yes", "version": "0"}).status_code == 302
    assert "in the yearly report" in client.get("/scrutiny/").content.decode()
    overtaken = client.post(STATEMENT, {"text": "Mine.", "in_report": "no", "version": "0"})
    assert overtaken.status_code == 409
    assert "It worked." in overtaken.content.decode()
    assert client.get("/scrutiny/statement/rubbish/").status_code == 404


def test_nobody_else_opens_them(client: Client, scrutineer: Person) -> None:
    note = say(scrutineer, shared(scrutineer))
    sign_in(client, make_person("executive", make_agency()))
    assert client.get(STATEMENT).status_code == 403
    assert client.get(f"/scrutiny/{note.reference}/report/").status_code == 403
    page = client.get(f"/scrutiny/{note.reference}/").content.decode()
    assert SAID in page
    assert "Give it to the yearly report" not in page
    assert "Your statement" not in client.get("/scrutiny/").content.decode()
