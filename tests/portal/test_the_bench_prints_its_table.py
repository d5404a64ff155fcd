"""The bench runs from an empty database to its table; what the numbers are is not judged here."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from portal.bench.measuring import Row
from portal.bench.run import table

ROWS = (
    "empty signed-in page",
    "submit a referral of 2 children",
    "triage queue",
    "triage queue, one rating",
    "triage queue, mine",
    "open a contact",
    "same child?",
    "a year of quality scores",
    "all figures of a year, from scratch",
    "a closed month, counted and kept",
    "a year from its kept months",
    "list of actions",
    "list of actions, one rating",
    "list of actions, late",
    "list of actions, second page",
)


@pytest.mark.resilience
def test_every_row_is_there_with_its_floor() -> None:
    without = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE")}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "manage.py", "bench", "--sizes", "300", "--no-load", "--plans"],
        env={**without, "DJANGO_SETTINGS_MODULE": "portal.settings.test"},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    heading = next(line for line in lines if line.startswith("what"))
    assert heading.split() == ["what", "size", "time", "floor", "ratio", "queries", "growth", "remark"]
    for row in ROWS:
        line = next(line for line in lines if line.startswith(f"{row}  "))
        assert " ms" in line
        assert ("×" in line) == (row != ROWS[0])
    assert any("Execution Time" in line for line in lines)
    (printed,) = (line for line in lines if line.startswith("exceptions of 300 actions as PDF"))
    assert "s a page; floor: the bare library" in printed
    (known,) = (line for line in lines if line.startswith("same child? its SQL alone"))
    assert "of 0:" not in known
    assert "recall" in known
    assert "precision" in known


def test_growth_is_told_from_the_size_before() -> None:
    measured = [(10_000, Row("queue", 0.010, 0.005, 6)), (100_000, Row("queue", 0.013, 0.005, 6, "remark"))]
    _heading, small, large = table(measured)
    assert small.split() == ["queue", "10,000", "10.0", "ms", "5.0", "ms", "2.00", "×", "6", "–"]
    assert large.split() == ["queue", "100,000", "13.0", "ms", "5.0", "ms", "2.60", "×", "6", "1.30", "×", "remark"]


@pytest.mark.parametrize("sizes", ["", "ten", "-5", "10000,"])
def test_a_size_that_is_none_is_refused(sizes: str) -> None:
    with pytest.raises(CommandError, match="Sizes are numbers of contacts"):
        call_command("bench", sizes=sizes)


@pytest.mark.django_db
def test_a_database_with_data_is_not_measured_in() -> None:
    from tests import factories

    factories.make_agency()
    with pytest.raises(CommandError, match="There is data in this database"):
        call_command("bench", measure=300)
