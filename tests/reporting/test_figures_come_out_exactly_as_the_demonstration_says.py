"""The figures of the demonstration's newest complete year, number by number, with stand-ins for the apps that count."""

import pytest

from foundation.calendar import FinancialYear
from reporting.rules.frozen import FrozenFigure
from reporting.selectors.gathering import figures_of
from reporting.services.demo import load_demo_inputs, moved
from tests.reporting.conftest import SYSTEM

PUBLISHED = {
    "population.under_18": ("95,309", "95,309"),
    "submissions.received": ("18,157", None),
    "submissions.to_social_care": ("9,069", None),
    "submissions.for_early_help": ("1,831", None),
    "cases.open": ("3,971", "3,451"),
    "cases.open.rate": ("416.6", "362.1"),
    "plans.open": ("536", "440"),
    "plans.open.rate": ("56.2", "46.2"),
    "missing.episodes": ("1,740", "2,067"),
    "deaths.notified": ("25", "18"),
    "violence.killed": ("0", "4"),
    "violence.injured": ("111", "131"),
    "mental_health.referrals": ("2,819", "2,841"),
    "exploitation.on_panel": ("73", None),
    "training.people_trained": ("5,732", None),
    "neglect_tool.users": ("292", None),
    "neglect_tool.new_users": ("22", None),
    "learning.events": ("5", None),
    "reviews.rapid": ("4", None),
    "reviews.finalised": ("3", None),
    "reviews.concern": ("2", None),
    "budget.income": ("£376,441", None),
    "budget.expenditure": ("£376,441", None),
}


@pytest.fixture
def figures(demo_year: None) -> dict[str, FrozenFigure]:
    return {figure.code: figure for figure in figures_of(FinancialYear(2025))}


def test_each_figure_is_the_published_one(figures: dict[str, FrozenFigure]) -> None:
    found = {code: (figures[code].text, figures[code].earlier.text if figures[code].earlier else None) for code in PUBLISHED}
    assert {code: pair[0] for code, pair in found.items()} == {code: pair[0] for code, pair in PUBLISHED.items()}
    assert all(found[code][1] == before for code, (_, before) in PUBLISHED.items() if before is not None)


def test_rates_tell_what_they_were_worked_out_from(figures: dict[str, FrozenFigure]) -> None:
    rate = figures["cases.open.rate"]
    assert (rate.numerator, rate.denominator) == (3971, 95309)
    assert rate.source.name == "Open cases and children under 18 in the middle of 2025"
    assert rate.change is not None
    assert rate.change.short == "An increase of 15% from 362.1 in 2024-25"
    assert rate.change.percent == "+15.1%"


def test_comparators_stand_as_they_were_published(figures: dict[str, FrozenFigure]) -> None:
    assert {row.who: (row.text, row.period) for row in figures["cases.open.rate"].comparators} == {
        "London": ("347", "2024-25"),
        "Statistical neighbours": ("355", "2024-25"),
    }
    assert {row.text for row in figures["plans.open.rate"].comparators} == {"37.5", "38.5"}


def test_changes_are_told_in_words(figures: dict[str, FrozenFigure]) -> None:
    sentences = {code: figures[code].change.sentence for code in ("violence.injured", "violence.killed", "plans.open.rate")}  # type: ignore[union-attr]
    assert sentences == {
        "violence.injured": "A decrease of 15.3% (20) on 2024-25.",
        "violence.killed": "A decrease of 4, from 4 in 2024-25.",
        "plans.open.rate": "An increase of 21.8% from 46.2 in 2024-25.",
    }


def test_parts_of_a_returned_figure_come_with_it(figures: dict[str, FrozenFigure]) -> None:
    assert [part.label for part in figures["learning.events"].parts("month")] == [
        "May 2025",
        "June 2025",
        "October 2025",
        "January 2026",
        "March 2026",
    ]


def test_the_demonstration_moves_with_the_years(apps_publish: None, db: None) -> None:
    load_demo_inputs(by=SYSTEM, newest=FinancialYear(2027))
    assert moved("2025-26,2026-03-31,May 2025,2025", 2) == "2027-28,2028-03-31,May 2027,2027"
    plans = next(figure for figure in figures_of(FinancialYear(2027)) if figure.code == "plans.open.rate")
    assert (plans.text, plans.as_at, plans.denominator) == ("56.2", "2028-03-31", 95309)
    assert plans.earlier is not None
    assert plans.earlier.text == "46.2"
