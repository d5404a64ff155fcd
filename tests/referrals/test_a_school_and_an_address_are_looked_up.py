"""Lists of schools and addresses: imported with their broken rows told, looked up without script, or left to the hand."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from children.models import Address, School
from children.services.places import import_places
from foundation.actors import SystemActor
from foundation.errors import Refused
from referrals import services
from referrals.forms.refer.reading import read_draft
from referrals.forms.refer.sending import content_of
from referrals.models import Draft
from tests.factories import sign_in
from tests.referrals import build

pytestmark = pytest.mark.django_db

SYSTEM = SystemActor("tests")
SCHOOLS = """urn,name,town,postcode,status
900001,Oakfield Primary School,Alder Street,NM1 1AP,open
900002,Oakfield Academy,Elm Road,NM2 1AP,open
900003,Old Oakfield School,Elm Road,NM2 1AP,closed
"""
ADDRESSES = """uprn,address,postcode
900000000001,1 Alder Street,NM1 1AQ
900000000002,2 Alder Street,NM1 1AQ
900000000003,7 Elm Road,NM2 1AQ
"""


def bring_in() -> None:
    import_places(by=SYSTEM, kind="schools", content=SCHOOLS.encode())
    import_places(by=SYSTEM, kind="addresses", content=ADDRESSES.encode())


@pytest.fixture
def teacher() -> Person:
    build.make_mash()
    return build.make_practitioner()


def page(draft: Draft) -> str:
    return reverse("referrals:item", args=[draft.reference, "children", 1])


def test_a_list_comes_in_and_its_broken_rows_come_back_with_reasons() -> None:
    rows = SCHOOLS + "\n".join(
        (
            "12,Short,Town,NM1 1AP,open",
            "900004,,Town,NM1 1AP,open",
            "900001,Twice,Town,NM1 1AP,open",
            "900005,Where,Town,nowhere,open",
        )
    )
    done = import_places(by=SYSTEM, kind="schools", content=rows.encode())
    assert done.taken == 3
    told = {row.line: row.why for row in done.broken}
    assert told[5] == "Its URN is not five or six digits."
    assert told[6] == "It has no name."
    assert told[7] == "Its number stands in the list twice."
    assert "postcode" in told[8].lower()
    assert School.objects.get(urn="900001").label == "Oakfield Primary School, Alder Street NM1 1AP"
    import_places(by=SYSTEM, kind="schools", content=SCHOOLS.replace("Oakfield Academy", "Elm Academy").encode())
    assert School.objects.count() == 3
    assert School.objects.get(urn="900002").name == "Elm Academy"


def test_a_list_may_be_json() -> None:
    feed = [
        {"uprn": 900000000001, "address": "1 Alder Street", "postcode": "nm11aq"},
        "rubbish",
        {"uprn": "1", "address": "Here"},
    ]
    done = import_places(by=SYSTEM, kind="addresses", content=json.dumps(feed).encode())
    assert (done.taken, [row.line for row in done.broken]) == (1, [2, 3])
    assert Address.objects.get().postcode == "NM1 1AQ"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<html>no feed</html>", "it is neither JSON nor a CSV or Excel file with the columns urn, name"),
        (b"[{broken", "This file is not JSON"),
        (b'{"schools": 1}', "This file holds no list of rows"),
        (b"%PDF-1.7\n1 0 obj", "it is neither JSON nor a CSV"),
        (b"\x00\x01\x02", "file"),
        (b"", "The selected file is empty"),
    ],
)
def test_what_is_no_list_is_refused_with_a_clear_message(content: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        import_places(by=SYSTEM, kind="schools", content=content)


def test_the_command_tells_what_became_of_the_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "schools.csv"
    file.write_text(SCHOOLS + "x,Broken,,,\n")
    with pytest.raises(CommandError, match="1 of the file’s rows could not be taken in"):
        call_command("import_places", "schools", str(file))
    heard = capsys.readouterr()
    assert "3 taken in, 0 gone." in heard.out
    assert "Line 5: Its URN is not five or six digits." in heard.err
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_places", "schools", str(tmp_path / "nothing.csv"))


def test_a_school_is_found_chosen_and_kept_with_its_number(client: Client, teacher: Person) -> None:
    bring_in()
    draft = build.make_complete_draft(teacher)
    sign_in(client, teacher)
    typed = {**build.CHILD, "school": "oakfield", "_page": "a", "_seen": "1"}
    found = client.post(page(draft), {**typed, "_find": "school"})
    assert found.url == f"{page(draft)}?find=school#id_school"
    shown = client.get(found.url).content.decode()
    assert "Oakfield Academy, Elm Road NM2 1AP" in shown
    assert "Old Oakfield School" not in shown
    assert "None of these: keep what I have written" in shown
    assert client.post(page(draft), {**typed, "school_found": "900001"}).status_code == 302
    draft.refresh_from_db()
    assert draft.answers["children/1"]["typed"]["school"] == ["Oakfield Primary School, Alder Street NM1 1AP"]
    sent = services.send_submission(
        by=teacher, draft_reference=draft.reference, version=draft.version, content=content_of(read_draft(draft))
    )
    assert sent.children.get(position=1).school_urn == "900001"


def test_an_address_is_found_by_its_postcode(client: Client, teacher: Person) -> None:
    bring_in()
    draft = build.make_complete_draft(teacher)
    sign_in(client, teacher)
    typed = {**build.CHILD, "address": "2", "postcode": "nm11aq", "_page": "a", "_seen": "1"}
    found = client.post(page(draft), {**typed, "_find": "address"})
    shown = client.get(found.url).content.decode()
    assert "2 Alder Street, NM1 1AQ" in shown
    assert "7 Elm Road" not in shown
    client.post(page(draft), {**typed, "address_found": "900000000002"})
    draft.refresh_from_db()
    assert draft.answers["children/1"]["typed"]["address"] == ["2 Alder Street"]
    sent = services.send_submission(
        by=teacher, draft_reference=draft.reference, version=draft.version, content=content_of(read_draft(draft))
    )
    child = sent.children.get(position=1)
    assert (child.uprn, child.address, child.postcode) == ("900000000002", "2 Alder Street", "NM1 1AQ")


def test_what_is_not_in_the_lists_is_written_by_hand(client: Client, teacher: Person) -> None:
    draft = build.make_complete_draft(teacher)
    sign_in(client, teacher)
    typed = {**build.CHILD, "school": "School at sea", "_page": "a", "_seen": "1"}
    for wanted, words in (("school", "We found no school of this name"), ("address", "We found no address with this postcode")):
        found = client.post(page(draft), {**typed, "_find": wanted})
        assert words in client.get(found.url).content.decode()
    client.post(page(draft), {**typed, "school_found": "999999", "address_found": "x"})
    draft.refresh_from_db()
    assert draft.answers["children/1"]["typed"]["school"] == ["School at sea"]
    sent = services.send_submission(
        by=teacher, draft_reference=draft.reference, version=draft.version, content=content_of(read_draft(draft))
    )
    assert sent.children.get(position=1).school_urn == ""
