"""The sign NUL in an address or a form is a bad request: a page for people, problem details for other systems."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/sign-in/?next=%00", "/%00/", "/sign-in/?%00=1"])
def test_people_get_a_page(client: Client, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "text/html; charset=utf-8")


def test_a_form_with_it_is_refused(client: Client) -> None:
    assert client.post("/sign-in/", {"login": "a\x00@b.example", "password": "x"}).status_code == 400


@pytest.mark.parametrize("address", ["/api/v1/referrals/%00", "/api/v1/referrals/X?since=%00"])
def test_other_systems_get_problem_details(client: Client, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert answer.json()["status"] == 400
