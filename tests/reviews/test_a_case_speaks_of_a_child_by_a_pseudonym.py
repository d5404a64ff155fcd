"""Who a child is stands in one place; title and pseudonym give it away nowhere."""

from datetime import timedelta

import pytest

from foundation import clock
from foundation.errors import NotVisible, Refused
from reviews.rules.naming import names_in, parts_of
from reviews.services.cases import add_child, change_child, rename_case
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


def test_who_a_child_is_can_be_put_right_and_the_pseudonym_stays() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    child = incident.case.children.get()
    reference = incident.case.reference
    changed = change_child(
        by=owner,
        case=reference,
        child=child.pk,
        told=build.robin(pseudonym="Other", given_name="Zosia", known_to_care="protection"),
    )
    assert (changed.pseudonym, changed.given_name, changed.known_to_care) == ("Robin", "Zosia", "protection")
    with pytest.raises(Refused, match="birth date"):
        change_child(by=owner, case=reference, child=child.pk, told=build.robin(birth_date=clock.today() + timedelta(days=1)))
    with pytest.raises(Refused, match="unlike the child’s name"):
        change_child(by=owner, case=reference, child=child.pk, told=build.robin(given_name="Robin"))
    with pytest.raises(NotVisible):
        change_child(by=owner, case=build.with_child(owner).case.reference, child=child.pk, told=build.robin())
