"""Frozen figures: canonical, hashed, readable again, and untouched by whatever happens to the records afterwards."""

import pytest

from foundation.calendar import FinancialYear
from reporting.rules.frozen import as_json, canonical, fingerprint, from_json
from reporting.selectors.gathering import figures_of
from reporting.services.imports import import_file
from tests.reporting.conftest import SYSTEM

YEAR = FinancialYear(2025)

pytestmark = pytest.mark.django_db


def test_the_same_records_give_the_same_bytes(demo_year: None) -> None:
    first, second = as_json(figures_of(YEAR)), as_json(figures_of(YEAR))
    assert canonical(first) == canonical(second)
    assert fingerprint(first) == fingerprint(second)


def test_frozen_figures_are_read_back_as_they_were(demo_year: None) -> None:
    rows = as_json(figures_of(YEAR))
    assert as_json(from_json(rows).values()) == rows


def test_a_correction_gives_another_fingerprint(demo_year: None) -> None:
    before = fingerprint(as_json(figures_of(YEAR)))
    import_file(
        by=SYSTEM, kind="indicators", content=b"code,period,value,source,note\nmissing.episodes,2025-26,1741,Police,One came late"
    )
    assert fingerprint(as_json(figures_of(YEAR))) != before


def test_keys_are_sorted_and_text_stays_readable() -> None:
    assert canonical({"b": 1, "a": "ŵ £"}) == '{"a":"ŵ £","b":1}'.encode()


def test_a_year_without_data_has_no_figures(demo_year: None) -> None:
    assert figures_of(FinancialYear(2010)) == []
