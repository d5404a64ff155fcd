"""Who a child is stands in one place; title and pseudonym give it away nowhere."""

import pytest

from foundation.errors import Refused
from reviews.rules.naming import names_in, parts_of
from reviews.services.cases import add_child, rename_case
from tests.reviews import build

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Case Zofia", ("zofia",)),
        ("The BYRNE family", ("byrne",)),
        ("Kowalska-Byrne", ("kowalska-byrne", "kowalska", "byrne")),
        ("Zófia’s case", ("zofia",)),
        ("Case Robin", ()),
        ("Zofiaville", ()),
    ],
)
def test_a_name_is_found_whatever_its_case_accents_and_halves(text: str, found: tuple[str, ...]) -> None:
    assert set(names_in(text, ["Zofia", "Kowalska-Byrne"])) == set(found)


def test_short_parts_of_a_name_stand_in_too_many_words() -> None:
    assert parts_of("Al de Witt") == {"witt"}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"pseudonym": "Zofia B"}, "unlike the child’s name"),
        ({"given_name": "Robin"}, "unlike the child’s name"),
        ({"given_name": "Case"}, "The title of the case names this child"),
        ({"child": "NM-C-NOBOD-Y"}, "no child’s record"),
    ],
)
def test_what_gives_a_child_away_is_refused(changes: dict[str, str], sentence: str) -> None:
    owner = build.board_manager()
    incident = build.opened(owner)
    with pytest.raises(Refused, match=sentence):
        add_child(by=owner, case=incident.case.reference, told=build.robin(**changes))


def test_a_pseudonym_stands_for_one_child() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    with pytest.raises(Refused, match="Another child"):
        add_child(by=owner, case=incident.case.reference, told=build.robin(pseudonym="robin", given_name="Ana"))


def test_a_case_gets_no_title_that_names_a_child() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    with pytest.raises(Refused, match="names a child"):
        rename_case(by=owner, case=incident.case.reference, title="Byrne, winter")
    assert rename_case(by=owner, case=incident.case.reference, title="Case Wren").title == "Case Wren"
