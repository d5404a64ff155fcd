"""Schools, addresses and wards come in on a page: checked first, with the rows that could not be taken given back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import Person
from children.models import Address, School
from children.selectors.places import addresses_like, labels_of, schools_like, schools_told
from foundation import clock
from foundation.errors import NotAllowed
from foundation.models import DomainEvent
from referrals.models import ListImport, WardPostcode
from referrals.services import import_list
from tests.factories import make_person, sign_in

pytestmark = pytest.mark.django_db

PAGE = "/reference-lists/"
WARDS = b"postcode,ward\nnm1 1ap,Harbour\nNM2 1AP,Abbey\nnowhere,Abbey\nNM3 1AP,\n,Abbey\nNM11AP,Twice\n"
SCHOOLS = b"urn,name,town\n900001,Oakfield,Alder Street\n12,Short,Town\n"
ADDRESSES = b"uprn,address,postcode\n900000000001,1 Alder Street,NM1 1AQ\n"


@pytest.fixture(params=["mash_manager", "system_administrator"])
def keeper(request: pytest.FixtureRequest, client: Client) -> Person:
    person = make_person(request.param)
    sign_in(client, person)
    return person


def bring(client: Client, kind: str, content: bytes, act: str = "import", whole: str = "no") -> str:
    upload = SimpleUploadedFile(f"{kind}.csv", content)
    return client.post(PAGE, {"kind": kind, "act": act, "whole": whole, "file": upload}, follow=True).content.decode()


def test_wards_come_in_and_broken_rows_come_back(client: Client, keeper: Person) -> None:
    page = bring(client, "wards", WARDS)
    assert "2 rows taken in. 4 rows could not be taken." in page
    for words in ("Line 4:", "Line 5: It has no ward.", "Line 6: It has no postcode.", "Line 7: Its postcode stands"):
        assert words in page
    assert dict(WardPostcode.objects.values_list("postcode", "ward")) == {"NM11AP": "Harbour", "NM21AP": "Abbey"}
    bring(client, "wards", b"postcode,ward\nNM1 1AP,Old Town\n")
    assert WardPostcode.objects.get(postcode="NM11AP").ward == "Old Town"
    assert WardPostcode.objects.filter(postcode="NM21AP").exists(), "what a list does not name stays"


def test_a_check_changes_nothing(client: Client, keeper: Person) -> None:
    page = bring(client, "wards", WARDS, "check")
    assert "2 rows would be taken in. Nothing has been changed. 4 rows could not be taken." in page
    assert "Line 5: It has no ward." in page
    page = bring(client, "schools", SCHOOLS, "check")
    assert "1 row would be taken in." in page
    for table in (WardPostcode, School, ListImport):
        assert not table.objects.exists()


def test_schools_and_addresses_come_in_too(client: Client, keeper: Person) -> None:
    assert "Line 3: Its URN is not five or six digits." in bring(client, "schools", SCHOOLS)
    assert "1 row taken in. No row was refused." in bring(client, "addresses", ADDRESSES)
    assert School.objects.get().name == "Oakfield"
    assert Address.objects.get().uprn == "900000000001"
    kept = ListImport.objects.get(kind="schools")
    assert (kept.taken, kept.broken[0]["line"], kept.imported_by) == (1, 3, keeper.reference)
    assert DomainEvent.objects.filter(verb="referrals.list_imported").count() == 2


@pytest.mark.parametrize(
    ("kind", "content", "sentence"),
    [
        ("wards", b"town,ward\nX,Y\n", "with the columns postcode"),
        ("schools", b"\x00\x01", "file"),
        ("", WARDS, "Select which list it is"),
        ("wards", b"", "file"),
    ],
)
def test_what_is_no_list_is_refused_beside_the_question(
    client: Client, keeper: Person, kind: str, content: bytes, sentence: str
) -> None:
    answer = client.post(PAGE, {"kind": kind, "act": "import", "whole": "no", "file": SimpleUploadedFile("list.csv", content)})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not ListImport.objects.exists()


def test_nobody_else_brings_a_list_in() -> None:
    for role in ("mash_officer", "practitioner", "business_team"):
        person = make_person(role)
        assert sign_in(Client(), person).get(PAGE).status_code == 403
        with pytest.raises(NotAllowed):
            import_list(by=person, kind="wards", file_name="x", content=WARDS)


def test_what_a_whole_list_names_no_longer_is_not_offered_and_stays_where_it_was_chosen(client: Client, keeper: Person) -> None:
    bring(client, "schools", b"urn,name,town\n900001,Oakfield,Alder Street\n900002,Elmfield,Elm Street\n")
    bring(client, "addresses", ADDRESSES + b"900000000002,2 Alder Street,NM1 1AQ\n")
    shorter, fewer = b"urn,name,town\n900001,Oakfield,Alder Street\n", ADDRESSES
    assert "1 row taken in. No row was refused.<" in bring(client, "schools", shorter)
    assert [one.name for one in schools_like("field")] == ["Elmfield", "Oakfield"], "a part of the list says nothing of the rest"
    page = bring(client, "schools", shorter, "check", "yes")
    assert "1 place that it does not name would not be offered any more." in page
    assert len(schools_like("field")) == 2
    page = bring(client, "schools", shorter, whole="yes")
    assert "1 place that it does not name will not be offered any more." in page
    assert [one.name for one in schools_like("field")] == ["Oakfield"]
    assert schools_told("900002") == []
    assert School.objects.get(urn="900002").gone_on == clock.today()
    assert labels_of(["900002"]) == {"900002": "Elmfield, Elm Street"}, "where it was chosen it is still written"
    bring(client, "addresses", fewer, whole="yes")
    assert [one.text for one in addresses_like("NM1 1AQ")] == ["1 Alder Street"]
    bring(client, "schools", b"urn,name,town\n900002,Elmfield,Elm Street\n")
    assert len(schools_like("field")) == 2, "named again, it is back"


def test_a_broken_row_does_not_make_its_school_go(client: Client, keeper: Person) -> None:
    bring(client, "schools", b"urn,name,town\n900001,Oakfield,Alder Street\n900002,Elmfield,Elm Street\n")
    bring(client, "schools", b"urn,name,town\n900001,Oakfield,Alder Street\n900002,,Elm Street\n", whole="yes")
    assert len(schools_like("field")) == 2
    assert "cannot say what is gone" in bring(client, "schools", b"urn,name,town\n12,,\n", whole="yes")
    assert "Select whether it is the whole list" in bring(client, "schools", SCHOOLS, whole="")
