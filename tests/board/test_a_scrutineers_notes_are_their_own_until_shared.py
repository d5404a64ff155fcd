"""Notes and visits of the scrutineer: nobody else reads them, until they share them; and they may take them back."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import InternalError, transaction
from django.test import Client

from accounts.models import Person
from board.models import ScrutinyNote
from board.selectors.scrutiny import list_notes
from board.services.scrutiny import change_scrutiny_note, share_scrutiny_note, write_scrutiny_note
from foundation.errors import Conflict, NotVisible, Refused
from foundation.events import Subject, history
from tests.board.build import make_challenge, make_note
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


@pytest.fixture
def scrutineer() -> Person:
    return make_person("scrutineer", make_agency("partnership"))


@pytest.fixture
def executive() -> Person:
    return make_person("executive", make_agency())


def written(by: Person, **given: Any) -> ScrutinyNote:
    told = {"kind": "visit", "happened_on": TODAY, "title": "Hotel", "text": "Families wait.", **given}
    return write_scrutiny_note(by=by, **told)


def test_write_scrutiny_note_twice_keeps_it_once_and_unshared(scrutineer: Person, executive: Person) -> None:
    note = written(scrutineer)
    assert written(scrutineer) == note
    assert list_notes(scrutineer).rows == (note,)
    assert list_notes(executive).rows == ()


def test_a_note_of_a_day_to_come_is_refused(scrutineer: Person) -> None:
    for do in (lambda day: written(scrutineer, happened_on=day), lambda day: changed(scrutineer, make_note(scrutineer), day)):
        with pytest.raises(Refused) as refused:
            do(TODAY + timedelta(days=1))
        assert refused.value.field == "happened_on"


def changed(by: Person, note: ScrutinyNote, day: date = TODAY, version: int = 1) -> ScrutinyNote:
    return change_scrutiny_note(
        by=by, reference=note.reference, version=version, kind="note", happened_on=day, title="New", text="Other"
    )


def test_change_scrutiny_note_is_for_the_keeper_and_the_version_that_was_opened(scrutineer: Person) -> None:
    note = make_note(scrutineer, shared_at=None)
    changed(scrutineer, note)
    with pytest.raises(Conflict):
        changed(scrutineer, note)
    with pytest.raises(NotVisible):
        changed(make_person("scrutineer", make_agency()), note, version=2)
    note.refresh_from_db()
    assert (note.title, note.version) == ("New", 2)


def test_share_scrutiny_note_and_take_it_back(scrutineer: Person, executive: Person) -> None:
    note = make_note(scrutineer)
    for shared in (True, True, False):
        share_scrutiny_note(by=scrutineer, reference=note.reference, shared=shared)
        assert (list_notes(executive).rows == (note,)) is shared
    verbs = [event.verb for event in history(Subject("scrutiny_note", note.reference))]
    assert verbs == ["board.scrutiny_note_shared", "board.scrutiny_note_kept_back"]
    with pytest.raises(InternalError), transaction.atomic():
        note.delete()


def test_the_pages_keep_share_and_link_a_note(client: Client, scrutineer: Person, executive: Person) -> None:
    challenge = make_challenge(title="Waiting families", about=make_agency())
    sign_in(client, scrutineer)
    told = {"kind": "visit", "title": "Hotel", "text": "Families wait.", "challenge": challenge.reference}
    day = {"happened_on-day": "2", "happened_on-month": "11", "happened_on-year": "2026"}
    assert client.post("/scrutiny/new/", told).status_code == 422
    assert client.post("/scrutiny/new/", {**told, **day}).status_code == 302
    note = ScrutinyNote.objects.get()
    address = f"/scrutiny/{note.reference}/"
    overtaken = client.post(f"{address}change/", {**told, **day, "text": "They wait long.", "version": "7"})
    assert overtaken.status_code == 409
    assert "Families wait." in overtaken.content.decode()
    client.post(f"{address}change/", {**told, **day, "text": "They wait long.", "version": "1"})
    assert "They wait long." in client.get(address).content.decode()
    other = sign_in(Client(), executive)
    assert other.get(address).status_code == 404
    assert "Hotel" not in other.get(f"/challenges/{challenge.reference}/").content.decode()
    client.post(f"{address}share/", {"share": "1"})
    assert "Waiting families" in other.get(address).content.decode()
    assert "Hotel" in other.get(f"/challenges/{challenge.reference}/").content.decode()
    assert other.get(f"{address}change/").status_code == 403
    assert challenge.about_agency is not None
    challenged = sign_in(Client(), make_person("agency_lead", challenge.about_agency))
    assert "Hotel" not in challenged.get(f"/challenges/{challenge.reference}/").content.decode()
    client.post(f"{address}share/", {"keep": "1"})
    assert "Hotel" not in other.get("/scrutiny/").content.decode()
