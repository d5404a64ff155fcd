"""A file of population that lacks what the year before had says exactly what; a rate says of which year its children are."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from foundation.calendar import FinancialYear
from reporting.models import Population
from reporting.rules.population import missing_parts, missing_sentences
from reporting.selectors.gathering import figures_of
from reporting.services.imports import check_population, import_file, import_population
from tests.factories import make_person, sign_in
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import publishing

pytestmark = pytest.mark.django_db
HEAD = "year,area,age_band,sex,ethnicity,value,source\n"
FULL = (
    "{year},Northmere,0-17,,,95309,ONS\n"
    "{year},Northmere,5 to 9,,,20000,ONS\n"
    "{year},Northmere,10 to 15,,,21000,ONS\n"
    "{year},Northmere,0-17,F,,46000,ONS\n"
    "{year},Northmere,0-17,M,,49309,ONS\n"
    "{year},Northmere,0-17,,Mixed,9000,ONS\n"
    "{year},Harbour,0-17,,,7000,ONS\n"
    "{year},Harbour,5 to 9,,,1500,ONS\n"
)


def content(year: int, *without: str) -> bytes:
    lines = FULL.format(year=year).splitlines(keepends=True)
    return (HEAD + "".join(line for line in lines if not any(f",{part}," in line for part in without))).encode()


def test_a_band_an_area_a_sex_and_a_group_are_named() -> None:
    whole, band = ("N", "0-17", "", ""), ("N", "5 to 9", "", "")
    before = {whole, band, ("N", "0-17", "F", ""), ("N", "0-17", "", "Mixed"), ("H", "0-17", "", "")}
    assert missing_parts(before, before) == []
    assert missing_parts(before, {("N", "0-17", "", "")}) == ["area H", "age band 5 to 9", "sex F", "ethnic group Mixed"]
    assert missing_parts({*before, ("H", "5 to 9", "", "")}, before) == ["H, age band 5 to 9"]


def test_a_year_is_held_against_the_newest_one_before_it() -> None:
    one, other = ("N", "0-17", "", ""), ("N", "5 to 9", "", "")
    known = {2024: {one, other}, 2025: {one}, 2026: {one}}
    assert missing_sentences(known, [2025, 2026]) == ["2025 lacks what 2024 has: age band 5 to 9."]
    assert missing_sentences({2025: {one}}, [2025]) == []


def test_a_file_that_lacks_an_age_band_is_taken_with_a_warning_that_names_it() -> None:
    assert import_population(by=SYSTEM, content=content(2025)).missing == ()
    result = import_population(by=SYSTEM, content=content(2026, "5 to 9", "M"))
    assert result.missing == ("2026 lacks what 2025 has: age band 5 to 9; sex M.",)
    assert (result.added, result.bad) == (5, ())
    assert import_population(by=SYSTEM, content=content(2026)).missing == ()


def test_a_check_says_it_before_anything_is_changed(client: Client) -> None:
    import_population(by=SYSTEM, content=content(2025))
    assert check_population(by=SYSTEM, content=content(2026, "Harbour")).missing
    sign_in(client, make_person("business_team"))
    for act in ("check", "import"):
        told = {"act": act, "file": SimpleUploadedFile("population.csv", content(2026, "Mixed"))}
        page = client.post("/population/", told).content.decode()
        assert "Something is missing." in page
        assert "2026 lacks what 2025 has: ethnic group Mixed." in page
        assert Population.objects.filter(year=2026).exists() is (act == "import")


def test_the_dry_run_of_the_command_says_it_too(tmp_path: Path) -> None:
    import_population(by=SYSTEM, content=content(2025))
    file, out, err = tmp_path / "population.csv", StringIO(), StringIO()
    file.write_bytes(content(2026, "Harbour"))
    call_command("import_data", "population", file, dry_run=True, stdout=out, stderr=err)
    assert err.getvalue() == "Warning: 2026 lacks what 2025 has: area Harbour.\n"
    assert not Population.objects.filter(year=2026).exists()


def test_a_rate_of_a_year_whose_population_is_not_known_says_which_it_takes() -> None:
    import_file(by=SYSTEM, kind="indicators", content=b"code,period,value,source\ncases.open,2025-26,3600,CSC")
    with publishing():
        assert not [figure for figure in figures_of(FinancialYear(2025)) if figure.code == "cases.open.rate"]
    rows = "year,area,age_band,value,source\n{year},Northmere,0-17,90000,ONS"
    import_file(by=SYSTEM, kind="population", content=rows.format(year=2024).encode())
    with publishing():
        older = next(figure for figure in figures_of(FinancialYear(2025)) if figure.code == "cases.open.rate")
    assert older.note == "The population of 2025 is not known: that of 2024 is used."
    import_file(by=SYSTEM, kind="population", content=rows.format(year=2025).encode())
    with publishing():
        own = next(figure for figure in figures_of(FinancialYear(2025)) if figure.code == "cases.open.rate")
    assert own.note == ""


def test_the_dashboard_says_that_an_older_population_stands_in(client: Client) -> None:
    sign_in(client, make_person("business_team"))
    words = "the population of 2026 is not known for every part, so that of 2025 stands in for it"
    assert words not in client.get("/figures/contacts/").content.decode()
    import_population(by=SYSTEM, content=content(2025))
    assert words in client.get("/figures/contacts/").content.decode()
    import_population(by=SYSTEM, content=content(2026))
    assert words not in client.get("/figures/contacts/").content.decode()
