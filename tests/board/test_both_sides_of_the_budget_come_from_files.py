"""`import_data contributions FILE` and `import_data expenditure FILE`: good rows go in, bad ones come back, nothing twice."""

import io
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from board.models import BudgetLine, BudgetYear
from board.services.budget import approve_budget, close_budget_year
from foundation.calendar import FinancialYear
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db
INCOME = b"year,heading,amount,agency\n2025-26,Police,45000,Northmere Police\n2024-25,Police,40000.50,\n"


@pytest.fixture(autouse=True)
def police() -> None:
    make_agency("police", name="Northmere Police")


def taken_in(tmp_path: Path, kind: str, content: bytes, *, dry_run: bool = False) -> str:
    file, out, err = tmp_path / "file.csv", io.StringIO(), io.StringIO()
    file.write_bytes(content)
    try:
        call_command("import_data", kind, file, dry_run=dry_run, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue() + err.getvalue() + str(error)
    return out.getvalue()


def test_contributions_of_several_years_go_in_once(tmp_path: Path) -> None:
    assert "2 added, 0 changed, 0 unchanged" in taken_in(tmp_path, "contributions", INCOME)
    assert "0 added, 0 changed, 2 unchanged" in taken_in(tmp_path, "contributions", INCOME)
    line = BudgetLine.objects.get(year="2025-26", side="income", heading="Police")
    assert (line.amount, line.agency and line.agency.name) == (Decimal(45000), "Northmere Police")
    assert "0 added, 1 changed, 1 unchanged" in taken_in(tmp_path, "contributions", INCOME.replace(b"45000", b"46000"))


def test_expenditure_has_its_own_columns(tmp_path: Path) -> None:
    content = b"year,heading,amount,group,forecast\n2025-26,Independent scrutineer,18000,Staff,19000\n"
    assert "1 added" in taken_in(tmp_path, "expenditure", content)
    line = BudgetLine.objects.get(side="expenditure")
    assert (line.heading_group, line.forecast) == ("Staff", Decimal(19000))


def test_bad_rows_come_back_with_their_line_in_the_file(tmp_path: Path) -> None:
    content = b"year,heading,amount\n2025-26,Police,much\n2025-27,Health,1\n,Council,1\n2024-25,Council,5\n2024-25,,5\n"
    said = taken_in(tmp_path, "contributions", content)
    assert "1 added" in said
    for line, words in ((2, "amount: "), (3, "ends one year after it starts"), (4, "like 2025-26"), (6, "heading: ")):
        assert any(told.startswith(f"Line {line}: ") and words in told for told in said.splitlines()), said


def test_a_dry_run_changes_nothing(tmp_path: Path) -> None:
    assert "2 added" in taken_in(tmp_path, "contributions", INCOME, dry_run=True)
    assert not BudgetLine.objects.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"heading,amount\nPolice,1\n", "column “year”"), (b"year,heading\n2025-26,Police\n", "column “amount”"), (b"\x00", "")],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    assert words in taken_in(tmp_path, "contributions", content)
    assert not BudgetLine.objects.exists()


def test_a_closed_year_stays_as_it_is(tmp_path: Path) -> None:
    taken_in(tmp_path, "contributions", INCOME)
    taken_in(tmp_path, "expenditure", b"year,heading,amount\n2025-26,Scrutineer,45000\n")
    year, partnership = FinancialYear(2025), make_agency("partnership")
    approve_budget(by=make_person("executive", partnership), year=year, version=BudgetYear.objects.get(year=year.label).version)
    close_budget_year(by=make_person("business_team", partnership), year=year)
    assert "is closed" in taken_in(tmp_path, "contributions", INCOME.replace(b"45000", b"1"))
    assert BudgetLine.objects.get(year="2025-26", side="income").amount == Decimal(45000)
