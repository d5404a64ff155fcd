"""A figure is returned by age, sector or place in a file and on a page; its parts make up its whole, or it is sent back."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from foundation.errors import Refused
from foundation.figures import FigureKind
from reporting.models import ReturnedValue, ValueAsked
from reporting.rules.adding_up import Amount, Parts
from reporting.rules.frozen import FrozenFigure
from reporting.rules.typed_parts import OddPart, parts_as_text, parts_from
from reporting.selectors.catalogue import known_figures
from reporting.selectors.gathering import figures_of
from reporting.selectors.indicators import request_of
from reporting.selectors.returned_parts import parts_to_fill
from reporting.services.imports import import_file
from reporting.services.indicator_values import record_value, return_value
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.build import YEAR
from tests.reporting.conftest import SYSTEM
from tests.reporting.watching import asked_for, defined

HEAD = "code,period,dimension,category,value,numerator,denominator,source"
pytestmark = pytest.mark.django_db


def returned(*lines: str) -> list[tuple[int, str]]:
    result = import_file(by=SYSTEM, kind="indicators", content="\n".join([HEAD, *lines]).encode())
    return [(row.line, row.reason) for row in result.bad]


def figure(code: str) -> FrozenFigure:
    return next(one for one in figures_of(YEAR) if one.code == code)


def texts(code: str, dimension: str) -> list[str]:
    return [part.text for part in figure(code).parts(dimension)]


# -- in a file ------------------------------------------------------------------------------------------------


def test_parts_that_make_up_the_whole_go_in_and_are_told_with_it(apps_publish: None) -> None:
    lines = (
        "training.people_trained,2025-26,,,60,,,Team",
        "training.people_trained,2025-26,sector,Health,40,,,Team",
        "training.people_trained,2025-26,sector,Schools,20,,,Team",
    )
    assert returned(*lines) == []
    assert texts("training.people_trained", "sector") == ["40", "20"]


def test_a_figure_whose_parts_make_up_something_else_is_sent_back_whole() -> None:
    found = returned(
        "deaths.meetings,2025-26,,,5,,,Team",
        "training.people_trained,2025-26,,,60,,,Team",
        "training.people_trained,2025-26,sector,Health,40,,,Team",
        "training.people_trained,2025-26,sector,Schools,21,,,Team",
    )
    sentence = "The parts by sector add up to 61, not to 60."
    assert found == [(3, sentence), (4, sentence), (5, sentence)]
    assert set(ReturnedValue.objects.values_list("code", flat=True)) == {"deaths.meetings"}


def test_a_whole_that_is_corrected_needs_its_parts_corrected_too() -> None:
    returned("training.people_trained,2025-26,,,60,,,Team", "training.people_trained,2025-26,sector,Health,60,,,Team")
    assert returned("training.people_trained,2025-26,,,61,,,Team") == [(2, "The parts by sector add up to 60, not to 61.")]
    both = ("training.people_trained,2025-26,,,61,,,Team", "training.people_trained,2025-26,sector,Health,61,,,Team")
    assert returned(*both) == []


def test_parts_of_a_share_make_up_both_of_its_numbers(apps_publish: None) -> None:
    whole = "training.attended,2025-26,,,0,79,100,Team"
    assert returned(whole, "training.attended,2025-26,sector,Health,0,40,50,Team") == [
        (2, "The parts by sector add up to 40 of 50, not to 79 of 100."),
        (3, "The parts by sector add up to 40 of 50, not to 79 of 100."),
    ]
    assert returned(whole, "training.attended,2025-26,sector,Health,79,,,Team")[0][1] == (
        "The parts by sector and the whole need how many, and out of how many."
    )
    health, schools = (f"training.attended,2025-26,sector,{told},Team" for told in ("Health,0,40,50", "Schools,0,39,50"))
    assert returned(whole, health, schools) == []
    assert texts("training.attended", "sector") == ["80.0%", "78.0%"]


def test_the_months_of_a_number_on_a_day_make_up_nothing() -> None:
    spec = known_figures()["mental_health.emergencies"]
    assert "month" in spec.breakdowns
    defined("beds.taken", value_kind="state", every="year", parts="month")
    assert (
        returned(
            "beds.taken,2025-26,,,9,,,Ward",
            "beds.taken,2025-26,month,April 2025,8,,,Ward",
            "beds.taken,2025-26,month,May 2025,9,,,Ward",
        )
        == []
    )


def test_small_parts_are_hidden_and_another_with_them(apps_publish: None) -> None:
    """As those of a figure that the portal counts, by the class of the indicator."""
    returned(
        "deaths.reviewed,2025-26,,,66,,,Panel",
        "deaths.reviewed,2025-26,place,Hospital,40,,,Panel",
        "deaths.reviewed,2025-26,place,Home,18,,,Panel",
        "deaths.reviewed,2025-26,place,Elsewhere,8,,,Panel",
    )
    assert texts("deaths.reviewed", "place") == ["40", "c", "c"]
    assert figure("deaths.reviewed").text == "66"


# -- on a page ------------------------------------------------------------------------------------------------


@pytest.fixture
def asked() -> ValueAsked:
    return asked_for(defined(parts="Age, place of birth", owner=make_agency("education")))


def answered(asked: ValueAsked, parts: Parts, value: int = 30) -> ReturnedValue:
    lead, request = make_person("agency_lead", asked.agency), request_of(asked)
    assert request is not None
    return return_value(by=lead, reference=request.reference, value=Decimal(value), source="Register", parts=parts)


def of(**numbers: int) -> dict[str, Amount]:
    return {name: Amount(Decimal(number)) for name, number in numbers.items()}


def test_an_indicator_says_by_what_it_is_returned(asked: ValueAsked) -> None:
    assert known_figures()[asked.indicator.code].breakdowns == ("age", "place_of_birth")
    with pytest.raises(Refused) as refused:
        defined("other.one", parts="age, <b>")
    assert refused.value.field == "parts"


def test_a_value_is_returned_with_its_parts(asked: ValueAsked) -> None:
    answered(asked, {"age": of(young=10, older=20)})
    there = parts_to_fill(asked.indicator, asked.period)
    assert {name: one.value for name, one in there["age"].items()} == {"young": 10, "older": 20}
    assert there["place_of_birth"] == {}


def test_parts_that_make_up_something_else_are_refused_beside_their_field(asked: ValueAsked) -> None:
    with pytest.raises(Refused, match=r"The parts by age add up to 31, not to 30\.") as refused:
        answered(asked, {"age": of(young=11, older=20)})
    assert refused.value.field == "by_age"
    assert not ReturnedValue.objects.exists()
    with pytest.raises(Refused, match="not returned by colour"):
        answered(asked, {"colour": of(red=30)})


def test_a_correction_takes_its_parts_with_it(asked: ValueAsked) -> None:
    answered(asked, {"age": of(young=10, older=20)})
    asked.refresh_from_db()
    told = {"by": SYSTEM, "reference": asked.reference, "version": asked.version, "source": "Register", "note": "One more"}
    with pytest.raises(Refused, match="add up to 30, not to 31"):
        record_value(**told, value=Decimal(31))
    record_value(**told, value=Decimal(31), parts={"age": of(young=31)})
    there = parts_to_fill(asked.indicator, asked.period)["age"]
    assert {name: one.value for name, one in there.items()} == {"young": 31, "older": 0}


def test_the_page_reads_parts_line_by_line_and_keeps_what_was_typed(client: Client, asked: ValueAsked) -> None:
    person: Person = make_person("agency_lead", asked.agency)
    request = request_of(asked)
    assert request is not None
    url = reverse("reporting:return_value", args=[request.reference])
    page = sign_in(client, person).get(url).content.decode()
    assert "By place of birth: how many of each?" in page
    typed = {"value": "30", "source": "Register", "by_age": "Under 1: 10\nOlder"}
    answer = client.post(url, typed)
    assert answer.status_code == 422
    assert "Line 2 must be a name, a colon and a number, such as Under 1: 12." in answer.content.decode()
    answer = client.post(url, {**typed, "by_age": "Under 1: 10\nOlder: 21"})
    assert "The parts by age add up to 31, not to 30." in answer.content.decode()
    assert client.post(url, {**typed, "by_age": "Under 1: 10\nOlder: 20"}).status_code == 302
    assert parts_as_text(parts_to_fill(asked.indicator, asked.period)["age"]) == "Under 1: 10\nOlder: 20"


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        ("Under 1: 2\nUnder 1: 3", FigureKind.COUNT, "Line 2 says “Under 1” a second time."),
        ("Under 1: 2.5", FigureKind.COUNT, "Line 1 must end with a number"),
        ("Under 1: -2", FigureKind.COUNT, "Line 1 must end with a number"),
        ("Under 1: NaN", FigureKind.MONEY, "Line 1 must end with a number"),
        ("Under 1: 12", FigureKind.PERCENTAGE, "Line 1 must say how many of how many, such as Under 1: 12 of 20."),
        ("Under 1: 5 of 4", FigureKind.PERCENTAGE, "Line 1 must say how many of how many"),
        (f"{'x' * 81}: 4", FigureKind.COUNT, "Line 1: the name must be 80 characters or fewer."),
    ],
)
def test_a_line_that_is_no_part_is_named(text: str, kind: FigureKind, sentence: str) -> None:
    with pytest.raises(OddPart) as odd:
        parts_from(text, kind)
    assert str(odd.value).startswith(sentence)


@pytest.mark.parametrize("kind", [FigureKind.PERCENTAGE, FigureKind.MEAN, FigureKind.COUNT, FigureKind.MONEY])
@pytest.mark.parametrize(
    "told", [", of ,", ",", "9" * 30, f"1 of {'9' * 30}", "1 of 100,000,000,000", "100,000,000,000", "١٢", "١ of ٢", "1e5", "NaN"]
)
def test_what_is_no_number_of_an_ordinary_size_is_named(told: str, kind: FigureKind) -> None:
    with pytest.raises(OddPart, match="Line 1 must"):
        parts_from(f"Under 1: {told}", kind)


def test_two_numbers_that_are_too_large_are_refused_beside_their_field(client: Client) -> None:
    asked = asked_for(defined(value_kind="mean", numerator="days", denominator="children"))
    sign_in(client, make_person("business_team", make_agency("partnership")))
    page = reverse("reporting:record_value", args=[asked.reference])
    for top, bottom, field in (
        ("9" * 25, "2", "numerator"),
        ("1", "9" * 25, "denominator"),
        ("1", "100000000000", "denominator"),
    ):
        given = {"numerator": top, "denominator": bottom, "source": "Register", "version": str(asked.version)}
        answer = client.post(page, given)
        assert answer.status_code == 422
        assert f'href="#id_{field}"' in answer.content.decode()
        with pytest.raises(Refused, match="Enter a number from 0 to under 100,000,000,000") as refused:
            record_value(
                by=SYSTEM, reference=asked.reference, version=asked.version, numerator=int(top), denominator=int(bottom),
                source="Register",
            )  # fmt: skip
        assert refused.value.field == field


def test_what_is_read_is_written_alike() -> None:
    for text, kind in (("A: 1,200\n\nB: 3", FigureKind.COUNT), ("A: 3 of 20\nB: 9 of 4", FigureKind.MEAN)):
        read = parts_from(text, kind)
        assert parts_from(parts_as_text(read), kind) == read
