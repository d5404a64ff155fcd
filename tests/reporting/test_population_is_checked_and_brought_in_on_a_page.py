"""How many people live where comes in on a page: checked first, with the rows that could not be taken and the reason."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import Person
from foundation.models import DomainEvent
from reporting.models import Population
from tests.factories import make_person, sign_in

pytestmark = pytest.mark.django_db
PAGE = "/population/"
GOOD = b"year,area,age_band,value,source\n2031,Northmere,0-17,95309,ONS\n2031,Harbour,0-17,1200,ONS\n"
MIXED = GOOD + b"2031,Abbey,0-17,many,ONS\n2031,,0-17,5,ONS\n"


@pytest.fixture(params=["business_team", "system_administrator"])
def keeper(request: pytest.FixtureRequest, client: Client) -> Person:
    person = make_person(request.param)
    sign_in(client, person)
    return person


def bring(client: Client, content: bytes, act: str = "import", status: int = 200) -> str:
    answer = client.post(PAGE, {"act": act, "file": SimpleUploadedFile("population.csv", content)}, follow=True)
    assert answer.status_code == status
    return str(answer.content.decode())


def here() -> dict[str, int]:
    return dict(Population.objects.filter(year=2031).values_list("area", "value"))


def test_a_check_says_what_would_happen_and_changes_nothing(client: Client, keeper: Person) -> None:
    page = bring(client, MIXED, "check")
    assert "It would be: 2 added, 0 changed, 0 unchanged. 2 rows could not be taken. Nothing has been changed." in page
    assert "Line 4: value must be a number" in page
    assert "Line 5: area is missing." in page
    assert here() == {}
    assert not DomainEvent.objects.filter(verb="reporting.imported").exists()


def test_good_rows_go_in_and_bad_ones_come_back(client: Client, keeper: Person) -> None:
    page = bring(client, MIXED)
    assert "2 added, 0 changed, 0 unchanged. 2 rows could not be taken." in page
    assert "Line 4: value must be a number" in page
    assert here() == {"Northmere": 95309, "Harbour": 1200}
    assert Population.objects.filter(year=2031, received_by=keeper.actor_reference).count() == 2
    unexplained = GOOD.replace(b"1200", b"1250")
    assert "1 row could not be taken." in bring(client, unexplained)
    page = bring(client, unexplained.replace(b"source", b"source,reason").replace(b"ONS", b"ONS,Census of 2031"))
    assert "0 added, 1 changed, 1 unchanged. No row was refused." in page
    assert here()["Harbour"] == 1250
    assert ">2031<" in page


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"town,people\nX,Y\n", "year"), (b"\x00\x01", "file"), (b"", "empty")],
)
def test_what_is_no_such_file_is_refused_beside_the_question(
    client: Client, keeper: Person, content: bytes, sentence: str
) -> None:
    page = bring(client, content, status=422)
    assert sentence in page
    assert "govuk-error-message" in page


@pytest.mark.parametrize("role", ["scrutineer", "mash_manager", "agency_lead"])
def test_others_do_not_come_here(client: Client, role: str) -> None:
    sign_in(client, make_person(role))
    assert client.get(PAGE).status_code == 403
