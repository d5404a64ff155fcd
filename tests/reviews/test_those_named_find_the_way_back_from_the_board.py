"""A recommendation leads those named on its case back to it; it says nothing of the case to anybody else."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from foundation.errors import Refused
from reviews.models import IncidentState
from reviews.rules.naming import says_any_of
from reviews.selectors.findings import alike, findings_of
from reviews.services.cases import add_child
from reviews.services.findings import change_finding, join_recommendation, strike_finding
from reviews.services.incidents import close_incident
from tests.board.build import make_recommendation
from tests.factories import make_agency, make_person, sign_in
from tests.reviews import build
from tests.reviews.build_findings import found, recommended

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> Person:
    return build.board_manager()


def test_the_page_of_the_board_links_the_case_for_those_named_alone(client: Client, owner: Person) -> None:
    incident = build.with_child(owner)
    link = recommended(owner, found(owner, incident))
    address = reverse("board:recommendation", args=[link.recommendation.reference])
    case = reverse("reviews:case", args=[incident.case.reference])
    sign_in(client, owner)
    assert case in client.get(address).content.decode()
    sign_in(client, build.board_manager())
    page = client.get(address).content.decode()
    assert "Rapid review, 2026" in page
    assert incident.case.reference not in page


@pytest.mark.parametrize("text", ["Do what Robin needed.", "As in case robin, ask."])
def test_neither_pseudonym_nor_title_goes_to_the_board(owner: Person, text: str) -> None:
    finding = found(owner, build.with_child(owner))
    with pytest.raises(Refused, match="give the case away"):
        recommended(owner, finding, text=text)


def test_a_pseudonym_of_common_words_forbids_none_of_them() -> None:
    assert says_any_of("As Child A said", ["Child A"])
    assert not says_any_of("Ask each child again", ["Child A", "A"])


def test_what_was_found_stands_once_the_case_is_closed(owner: Person) -> None:
    incident = build.at(owner, IncidentState.REPLIED)
    finding = found(owner, incident)
    close_incident(**build.step(owner, incident))
    told = {"by": owner, "case": incident.case.reference, "number": finding.number, "version": 1}
    with pytest.raises(Refused, match="closed"):
        change_finding(**told, kind="practice", text="Another.")
    with pytest.raises(Refused, match="closed"):
        found(owner, incident)
    assert recommended(owner, finding).finding == finding
    strike_finding(**told, reason="It was said twice.")
    assert findings_of(incident.case)[0].finding.struck_reason == "It was said twice."


def test_an_owner_who_does_not_see_the_board_is_shown_none_of_its_recommendations() -> None:
    make_recommendation(text="Ask every family who the father is.")
    assert alike(make_person("practitioner", make_agency("health")), "Who was the father of the family?") == ()


def test_a_recommendation_that_one_does_not_see_is_not_joined(owner: Person) -> None:
    incident = build.with_child(owner)
    found(owner, incident)
    with pytest.raises(Refused, match="Select a recommendation"):
        join_recommendation(by=owner, case=incident.case.reference, number=1, scope="partnership", recommendation="none")


def test_a_name_in_a_finding_is_told_when_the_child_comes_later(client: Client, owner: Person) -> None:
    incident = build.opened(owner)
    found(owner, incident, text="Nobody saw Zofia alone.")
    add_child(by=owner, case=incident.case.reference, told=build.robin())
    sign_in(client, owner)
    page = client.get(reverse("reviews:case", args=[incident.case.reference])).content.decode()
    assert "A child’s name is written here" in page
