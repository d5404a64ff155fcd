"""The genogram: generations, lines and sides as they were told, in a picture and in words, for whoever works on the family."""

import re

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from children.models import Child
from foundation import clock
from protection.models import FamilyGroup
from protection.presenters.genogram import genogram
from protection.rules.genogram import Generation, Kin, kin
from protection.selectors.families import children_in
from protection.selectors.network import network_of
from referrals.models import Contact, SubmissionPerson
from tests import factories
from tests.protection import build


@pytest.mark.parametrize(
    ("relationship", "read"),
    [
        ("Father", Kin(Generation.PARENT, "M")),
        ("Birth mother", Kin(Generation.PARENT, "F")),
        ("Mum", Kin(Generation.PARENT, "F")),
        ("Father (not living with them)", Kin(Generation.PARENT, "M")),
        ("Mother of the unborn child", Kin(Generation.PARENT, "F")),
        ("Stepfather", Kin(Generation.OTHER, "M")),
        ("Step father", Kin(Generation.OTHER, "M")),
        ("Foster mother", Kin(Generation.OTHER, "F")),
        ("Mother’s boyfriend", Kin(Generation.OTHER, "M")),
        ("Mother's partner", Kin(Generation.OTHER, "U")),
        ("Mum’s sister", Kin(Generation.OTHER, "F")),
        ("Maternal grandmother", Kin(Generation.ELDER, "F", "F")),
        ("Paternal grandad", Kin(Generation.ELDER, "M", "M")),
        ("Dad’s mother", Kin(Generation.ELDER, "F", "M")),
        ("Great-grandmother", Kin(Generation.ELDER, "F")),
        ("Half-brother", Kin(Generation.CHILD, "M")),
        ("Sister", Kin(Generation.CHILD, "F")),
        ("Friend of mother", Kin(Generation.OTHER, "U")),
        ("Class teacher since September", Kin(Generation.OTHER, "U")),
        ("", Kin(Generation.OTHER, "U")),
    ],
)
def test_what_a_relationship_says_is_read_and_nothing_is_guessed(relationship: str, read: Kin) -> None:
    assert kin(relationship) == read


@given(st.text(max_size=100))
def test_whatever_somebody_typed_is_read(relationship: str) -> None:
    assert kin(relationship).generation in Generation


@pytest.fixture
def service(db: None) -> build.Service:
    return build.make()


@pytest.fixture
def family(service: build.Service) -> FamilyGroup:
    return build.called(service).family


def tell(family: FamilyGroup, name: str, relationship: str, **fields: object) -> SubmissionPerson:
    """Somebody of whom the form told with which the child came."""
    contact = Contact.objects.get(child=children_in(family)[0])
    people = contact.submission.people
    row = people.create(**{"position": people.count() + 1, "version": 1, "kind": "household", "name": name, **fields})
    if relationship:
        row.relations.create(child=contact.submitted_child, relationship=relationship)
    return row


def page_of(service: build.Service, family: FamilyGroup) -> str:
    client = factories.sign_in(Client(), service.worker)
    return client.get(f"/child-protection/families/{family.reference}/").content.decode()


def test_the_family_is_drawn_with_the_same_in_words(service: build.Service, family: FamilyGroup) -> None:
    tell(family, "Maud Example", "Mother", kind="carer", lives_in_household="yes")
    tell(family, "Fred Example", "Father", kind="father", lives_in_household="no")
    tell(family, "Nan Ample", "Maternal grandmother")
    tell(family, "Bo <b>Boyd</b>", "Mother’s boyfriend", kind="of_concern")
    tell(family, "Ms Teach", "Class teacher", kind="professional")
    page = page_of(service, family)
    child = children_in(family)[0]
    drawing = re.search(r'<div class="app-chart__wide">(.*?)</svg>', page, re.DOTALL)
    assert drawing
    for words in ("Maud", "Fred", "Nan", "Maternal", "boyfriend", child.given_name, "Others in the household and network"):
        assert words in drawing[1], words
    assert "1 grandparent, 2 parents, 1 child of this family, 1 other person" in drawing[1]
    assert "Ms Teach" not in page
    assert "<b>Boyd" not in page
    table = page[page.index("Table: Genogram") :]
    assert f"Mother of {child.full_name}" in table
    assert re.search(r"Fred Example</th>.*?Father of .*?</td>.*?>No<", table, re.DOTALL)


def test_lines_lead_from_parents_to_their_own_children_and_from_a_side_that_was_said(
    service: build.Service, family: FamilyGroup
) -> None:
    tell(family, "Maud Example", "Mother", kind="carer")
    tell(family, "Gran Unsaid", "Grandmother")
    without = genogram(network_of(service.worker, family))
    tell(family, "Nan Ample", "Maternal grandmother")
    with_side = genogram(network_of(service.worker, family))
    assert without is not None
    assert with_side is not None
    assert (without.svg.count("<line"), with_side.svg.count("<line")) == (3, 6)  # each link: down, along, down


def test_somebody_told_of_only_as_something_to_another_child_is_left_out(service: build.Service, family: FamilyGroup) -> None:
    contact = Contact.objects.get(child=children_in(family)[0])
    first = contact.submitted_child
    other = type(first).objects.get(pk=first.pk)
    other.pk, other.position, other.given_name = None, 9, "Elsewhere"
    other._state.adding = True
    other.save()
    stranger = contact.submission.people.create(position=1, version=1, kind="father", name="Otto Other")
    stranger.relations.create(child=other, relationship="Father")
    tell(family, "Maud Example", "Mother", kind="carer")
    page = page_of(service, family)
    assert "Maud" in page
    assert "Otto" not in page
    assert "Elsewhere" not in page


def test_whoever_is_only_invited_does_not_see_it(service: build.Service) -> None:
    conference = build.booked(service, build.initial(service))
    tell(conference.family, "Maud Example", "Mother", kind="carer")
    here = f"/child-protection/conferences/{conference.reference}/"
    seen = {one.name: factories.sign_in(Client(), one).get(here).content.decode() for one in (service.chair, service.health)}
    assert "Genogram" in seen["Cho Chair"]
    assert "Maud" in seen["Cho Chair"]
    assert "Genogram" not in seen["Hal Health"]
    assert "Maud" not in seen["Hal Health"]
    assert network_of(service.health, conference.family) is None


def test_a_contact_that_becomes_restricted_tells_only_those_who_may_see_it(service: build.Service, family: FamilyGroup) -> None:
    tell(family, "Maud Example", "Mother", kind="carer")
    contact = Contact.objects.get(child=children_in(family)[0])
    Contact.objects.filter(pk=contact.pk).update(restricted=True)
    contact.team_grants.update(ended_at=clock.now(), ended_by="test", ends_at=clock.now())
    assert "Maud" not in page_of(service, family)


def test_a_family_of_which_nobody_was_told_has_no_picture(service: build.Service, family: FamilyGroup) -> None:
    assert "Genogram" not in page_of(service, family)


def test_an_unborn_child_is_a_triangle(service: build.Service, family: FamilyGroup) -> None:
    tell(family, "Maud Example", "Mother", kind="carer")
    child = children_in(family)[0]
    Child.objects.filter(pk=child.pk).update(birth_date=None, expected_delivery_date="2027-01-08", sex="U")
    drawn = genogram(network_of(service.worker, family))
    assert drawn is not None
    assert drawn.svg.count("<polygon") == 3  # the child, and of the signs the diamond and the triangle
    assert "due 8 Jan" in drawn.svg
