"""Beside an objective a figure about people is told as the report and the dashboard tell it: never a small number."""

from datetime import date, datetime

import pytest
from django.test import Client

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.cuts import CUTS
from foundation.figures import DISCLOSURE, TOLD, DisclosureClass, Told, figure_as_told
from reporting.selectors.gathering import figures_of
from tests.board.build import make_objective
from tests.factories import make_agency, make_person, sign_in
from tests.referrals import build as front_door

pytestmark = pytest.mark.django_db
OVER, RUNNING = FinancialYear(2025), FinancialYear(2026)


def received(number: int, day: date) -> None:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=clock.LONDON)
    front_door.send(received_at=at, children=number)


def beside(client: Client, year: str) -> str:
    objective = make_objective(year, figures=["contacts.received"], agency=make_agency())
    sign_in(client, make_person("executive", make_agency()))
    return client.get(f"/objectives/{objective.reference}/").content.decode()


def test_of_a_year_that_is_over_it_is_what_the_report_prints(client: Client) -> None:
    received(12, date(2025, 6, 2))
    (printed,) = (figure.text for figure in figures_of(OVER) if figure.code == "contacts.received")
    assert figure_as_told("contacts.received", OVER) == Told(printed)
    assert f"{printed} contacts in 2025-26" in beside(client, "2025-26")


def test_a_small_number_is_not_shown(client: Client) -> None:
    received(3, date(2025, 6, 2))
    told = figure_as_told("contacts.received", OVER)
    assert told is not None
    assert told.is_hidden
    page = beside(client, "2025-26")
    assert "Not shown, because it is small or would give a small number away, in 2025-26" in page
    assert "3 contacts" not in page


def test_of_a_year_that_is_not_over_it_is_rounded_and_ends_with_the_last_month(client: Client) -> None:
    received(12, date(2026, 6, 2))
    received(9, date(2026, 11, 9))
    assert figure_as_told("contacts.received", RUNNING) == Told("10", rounded_until=date(2026, 10, 31))
    assert "10 contacts (rounded, up to 31 October 2026) in 2026-27" in beside(client, "2026-27")


def test_of_a_year_without_data_or_to_come_nothing_is_known(client: Client) -> None:
    assert figure_as_told("contacts.received", FinancialYear(2019)) is None
    assert figure_as_told("contacts.received", FinancialYear(2027)) is None
    assert figure_as_told("nothing.at_all", OVER) is None
    assert "Not known yet" in beside(client, "2027-28")


def test_every_figure_about_people_can_be_told() -> None:
    """Whatever is counted of people has a source that can be read up to any day, and what is told is never a number under six."""
    assert DISCLOSURE in TOLD
    received(3, date(2025, 6, 2))
    for group in dict(CUTS.items()).values():
        for spec in group.specs:
            if spec.disclosure in {DisclosureClass.PEOPLE, DisclosureClass.SENSITIVE}:
                for year in (OVER, RUNNING):
                    told = figure_as_told(spec.code, year)
                    assert told is None or told.is_hidden or told.text not in {"1", "2", "3", "4", "5"}, spec.code


def test_it_is_told_again_without_counting_again(django_assert_max_num_queries: object) -> None:
    received(12, date(2025, 6, 2))
    first = figure_as_told("contacts.received", OVER)
    with django_assert_max_num_queries(0):  # type: ignore[operator]  # a fixture of the test framework
        assert figure_as_told("contacts.received", OVER) == first
