"""Children are coded by a vocabulary that the team extends; the map tells of many together, and of few nothing."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from board.models import Theme
from board.services.themes import retire_theme
from foundation import clock
from foundation.errors import NotVisible, Refused
from reviews.models import ChildCoding, TrendFeature
from reviews.rules.trends import USUAL, age_group_of
from reviews.selectors.trends import MapFilter, features, trends_map
from reviews.services.trends import add_feature, code_child, name_nationally, take_usual_features
from tests.factories import make_person, sign_in
from tests.reviews import build


@pytest.mark.parametrize(
    ("born", "on", "group"),
    [
        (date(2024, 5, 4), date(2026, 5, 3), "infant"),
        (date(2024, 5, 4), date(2026, 5, 4), "child"),
        (date(2013, 5, 4), date(2026, 5, 3), "child"),
        (date(2013, 5, 4), date(2026, 5, 4), "teenager"),
        (date(2024, 2, 29), date(2026, 2, 28), "infant"),
        (date(2024, 2, 29), date(2026, 3, 1), "child"),
    ],
)
def test_ages_have_no_gap(born: date, on: date, group: str) -> None:
    assert age_group_of(born, on) == group


@given(st.dates(date(2005, 1, 1), date(2020, 1, 1)), st.integers(0, 6000))
def test_a_child_grows_older_only(born: date, days: int) -> None:
    order = ("infant", "child", "teenager")
    then, later = born + timedelta(days=days), born + timedelta(days=days + 1)
    assert order.index(age_group_of(born, then)) <= order.index(age_group_of(born, later))


pytestmark = pytest.mark.django_db


def coded(children: int, *names: str, age_group: str = "infant", **changes: object) -> None:
    owner = build.board_manager()
    codes = [row.theme.code for row in features() if row.theme.name in names]
    for _number in range(children):
        incident = build.with_child(owner, **changes)
        child = incident.case.children.get()
        code_child(by=owner, case=incident.case.reference, child=child.pk, age_group=age_group, features=codes)


def test_of_five_children_there_is_no_map_and_of_six_there_is() -> None:
    take_usual_features(by=build.board_manager())
    coded(5, "Housing")
    assert not trends_map(MapFilter()).enough
    coded(1, "Housing")
    found = trends_map(MapFilter())
    assert found.enough
    (told,) = found.cells["infant", "home"]
    assert (told.name, told.number, told.most) == ("Housing", 5, True)


def test_what_fewer_than_six_have_is_not_counted_and_an_age_of_few_is_not_shown() -> None:
    take_usual_features(by=build.board_manager())
    coded(6, "Housing", "Neglect")
    coded(3, "Domestic abuse at home")
    coded(2, "Housing", age_group="teenager")
    cells = trends_map(MapFilter()).cells
    few, many = cells["infant", "home"]  # in the order of their names, which tells nothing
    assert (few.name, few.number, few.most) == ("Domestic abuse at home", None, False)
    assert (many.name, many.most) == ("Housing", True)
    assert ("teenager", "home") not in cells


def test_a_filter_that_leaves_few_leaves_no_map() -> None:
    take_usual_features(by=build.board_manager())
    coded(6, "Housing")
    year = clock.today().year
    assert trends_map(MapFilter(since=year - 1)).enough
    assert not trends_map(MapFilter(until=year - 2)).enough
    assert not trends_map(MapFilter(kind="concern")).enough


def test_the_team_extends_the_vocabulary_once() -> None:
    manager = build.board_manager()
    assert take_usual_features(by=manager) == sum(len(names) for names in USUAL.values())
    assert take_usual_features(by=manager) == 0
    feature = add_feature(by=manager, column="wider", name="Online harm")
    assert feature.theme.kind == Theme.Kind.FEATURE
    with pytest.raises(Refused, match="has this feature already"):
        add_feature(by=manager, column="home", name="online HARM")


def test_a_theme_of_the_board_becomes_a_feature_and_is_not_repeated() -> None:
    theme = Theme.objects.create(code="F7", kind=Theme.Kind.FEATURE, name="Sharing information")
    feature = add_feature(by=build.board_manager(), column="service", name="sharing information")
    assert feature.theme == theme


def test_a_retired_feature_stays_where_it_is_and_is_chosen_no_more() -> None:
    owner = build.board_manager()
    theme = add_feature(by=owner, column="home", name="Housing").theme
    first, second = build.with_child(owner), build.with_child(owner)
    child = first.case.children.get()
    code_child(by=owner, case=first.case.reference, child=child.pk, age_group="infant", features=[theme.code])
    retire_theme(by=owner, code=theme.code, version=theme.version, reason="Too wide.")
    code_child(by=owner, case=first.case.reference, child=child.pk, age_group="child", features=[theme.code])
    assert ChildCoding.objects.get().age_group == "child"
    other = second.case.children.get()
    with pytest.raises(Refused, match="in use"):
        code_child(by=owner, case=second.case.reference, child=other.pk, age_group="child", features=[theme.code])


def test_only_the_owner_codes_and_a_child_of_another_case_is_not_there() -> None:
    owner = build.board_manager()
    first, second = build.with_child(owner), build.with_child(owner)
    other = second.case.children.get().pk
    with pytest.raises(NotVisible):
        code_child(by=owner, case=first.case.reference, child=other, age_group="infant", features=[])
    with pytest.raises(NotVisible):
        code_child(by=build.board_manager(), case=second.case.reference, child=other, age_group="infant", features=[])


def test_a_national_report_stands_beside_even_where_there_is_no_map() -> None:
    manager = build.board_manager()
    feature = add_feature(by=manager, column="home", name="Housing")
    told = {"code": feature.theme.code, "source": "Annual report of the national panel", "published_on": date(2025, 2, 3)}
    name_nationally(by=manager, **told)
    with pytest.raises(Refused, match="already"):
        name_nationally(by=manager, **told)
    found = trends_map(MapFilter())
    assert not found.enough
    assert [row.feature for row in found.national["home"]] == [feature]


def test_the_page_says_what_is_most_frequent_and_goes_into_a_spreadsheet(client: Client) -> None:
    take_usual_features(by=build.board_manager())
    coded(7, "Housing")
    sign_in(client, build.board_manager())
    page = client.get(reverse("reviews:trends")).content.decode()
    assert "<strong>Housing</strong>" in page
    assert "about 5" in page
    assert client.get(reverse("reviews:trends_export")).content[:2] == b"PK"
    assert client.get(reverse("reviews:trends"), {"since": "2026", "until": "2020"}).status_code == 422


def test_the_owner_codes_a_child_on_a_page_that_proposes_the_age(client: Client) -> None:
    owner = build.board_manager()
    take_usual_features(by=owner)
    incident = build.with_child(owner)
    child = incident.case.children.get()
    address = reverse("reviews:coding", args=[incident.case.reference, child.pk])
    sign_in(client, owner)
    assert 'value="child" checked' in client.get(address).content.decode()
    housing = TrendFeature.objects.get(theme__name="Housing").theme.code
    version = incident.case.version
    client.post(address, {"age_group": "child", "home": [housing], "version": version})
    assert [one.feature.theme.name for one in ChildCoding.objects.get(child=child).features.all()] == ["Housing"]
    page = client.get(reverse("reviews:case", args=[incident.case.reference])).content.decode()
    assert "Housing" in page


def test_the_map_is_read_by_who_runs_it_and_by_the_scrutineer(client: Client) -> None:
    sign_in(client, make_person("scrutineer"))
    assert client.get(reverse("reviews:trends")).status_code == 200
    sign_in(client, make_person("practitioner"))
    assert client.get(reverse("reviews:trends")).status_code in (403, 404)
