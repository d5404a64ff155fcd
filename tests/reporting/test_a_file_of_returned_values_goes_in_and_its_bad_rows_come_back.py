"""Taking in files: good rows in, bad rows back with line and reason, twice is as good as once, a change is a correction."""

from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import InternalError, transaction

from foundation.actors import SystemActor
from foundation.errors import NotAllowed, Refused
from referrals.figures.facts import ETHNIC_GROUPS as CUT_BY
from reporting.models import Acronym, Comparator, EarlierPopulation, Population, ReturnedValue
from reporting.rules.import_rows import ETHNIC_GROUPS
from reporting.services.imports import import_file
from tests.factories import make_person

BY = SystemActor("test")
HEAD = "code,period,value,source"

pytestmark = pytest.mark.django_db


def returned(*lines: str, head: str = HEAD) -> bytes:
    return "\n".join([head, *lines]).encode()


def test_good_rows_go_in() -> None:
    result = import_file(by=BY, kind="indicators", content=returned('missing.episodes,2025-26,"1,740",Police'))
    assert (result.added, result.changed, result.unchanged, result.bad) == (1, 0, 0, ())
    row = ReturnedValue.objects.get()
    assert (row.value, row.period_kind, row.received_by) == (Decimal(1740), "financial", "test")


def test_the_same_file_again_changes_nothing() -> None:
    content = returned("missing.episodes,2025-26,1740,Police")
    import_file(by=BY, kind="indicators", content=content)
    result = import_file(by=BY, kind="indicators", content=content)
    assert (result.added, result.changed, result.unchanged) == (0, 0, 1)
    assert ReturnedValue.objects.count() == 1


def test_another_value_is_a_correction_and_the_old_one_stays() -> None:
    import_file(by=BY, kind="indicators", content=returned("missing.episodes,2025-26,1740,Police"))
    result = import_file(by=BY, kind="indicators", content=returned("missing.episodes,2025-26,1750,Police"))
    assert (result.added, result.changed) == (0, 1)
    old, new = ReturnedValue.objects.order_by("id")
    assert (old.value, new.value, new.correction_of) == (Decimal(1740), Decimal(1750), old)


def test_a_returned_value_cannot_be_rewritten() -> None:
    import_file(by=BY, kind="indicators", content=returned("missing.episodes,2025-26,1740,Police"))
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        ReturnedValue.objects.update(value=1)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("no.such,2025-26,1,Police", "there is no figure “no.such”."),
        ("missing.episodes,2025-27,1,Police", "period “2025-27”: Enter a financial year that ends one year after it starts"),
        ("missing.episodes,2025-26,many,Police", "value must be a number, not “many”."),
        ("missing.episodes,2025-26,-4,Police", "value must be a number from 0"),
        ("missing.episodes,2025-26,NaN,Police", "value must be a number from 0"),
        ("missing.episodes,2025-26,1,", "source is missing."),
        (",2025-26,1,Police", "code is missing."),
    ],
)
def test_a_bad_row_comes_back_with_its_line_and_reason(line: str, reason: str) -> None:
    result = import_file(by=BY, kind="indicators", content=returned("deaths.notified,2025-26,25,Team", line))
    assert result.added == 1
    assert [(row.line, row.reason.startswith(reason)) for row in result.bad] == [(3, True)], result.bad


def test_a_figure_returned_twice_in_one_file_is_taken_once() -> None:
    result = import_file(
        by=BY,
        kind="indicators",
        content=returned("missing.episodes,2025-26,1740,Police", "missing.episodes,2025-26,1741,Police"),
    )
    assert [(row.line, row.reason) for row in result.bad] == [(3, "it says again what line 2 says.")]
    assert ReturnedValue.objects.get().value == Decimal(1740)


def test_parts_and_pairs_are_taken_in() -> None:
    head = "code,period,period_kind,dimension,category,value,numerator,denominator,as_at,source"
    result = import_file(
        by=BY,
        kind="indicators",
        content=returned(
            "learning.events,2025-26,,month,May 2025,1,,,,Team",
            "learning.events,2025-26,,colour,Red,1,,,,Team",
            "learning.events,2025-26,,month,,1,,,,Team",
            "cases.open,2025,calendar,,,7,5,4,,Team",
            "cases.open,2024-25,academic,,,3451,,,2025-03-31,Team",
            "cases.open,2023-24,lunar,,,1,,,,Team",
            "cases.open,2022-23,,,,1,,,31/03/2023,Team",
            head=head,
        ),
    )
    assert result.added == 2
    assert [row.reason for row in result.bad] == [
        "learning.events is not broken down by “colour”.",
        "dimension and category belong together.",
        "numerator must not be more than denominator.",
        "period_kind must be one of financial, academic, calendar, not “lunar”.",
        "as_at must be a date like 2026-03-31, not “31/03/2023”.",
    ]


def test_a_file_without_a_column_is_refused() -> None:
    with pytest.raises(Refused, match="The file has no column source"):
        import_file(by=BY, kind="indicators", content=b"code,period,value\nmissing.episodes,2025-26,1")


def test_population_comparators_and_acronyms_are_corrected_in_place() -> None:
    population, comparator = (
        "year,area,age_band,value,source,reason\n2025,Northmere,0-17,{},ONS,{}",
        ("code,period,who,value,source,reason\ncases.open.rate,2024-25,london,{},DfE,{}"),
    )
    for value, reason in (("95309", ""), ("95310", "Revised"), ("95310", "")):
        import_file(by=BY, kind="population", content=population.format(value, reason).encode())
        import_file(by=BY, kind="comparators", content=comparator.format(value, reason).encode())
        import_file(by=BY, kind="acronyms", content=f"short,meaning\nXYZ,meaning {value}".encode())
    assert Population.objects.get().value == 95310
    assert Comparator.objects.get().printed == "95310"
    assert Acronym.objects.get(short="XYZ").meaning == "meaning 95310"


def test_a_corrected_population_keeps_its_earlier_estimate_and_needs_a_reason() -> None:
    head = "year,area,age_band,value,source,reason\n2025,Northmere,0-17,"
    import_file(by=BY, kind="population", content=f"{head}95309,ONS,".encode())
    [bad] = import_file(by=BY, kind="population", content=f"{head}95310,ONS,".encode()).bad
    assert bad.reason == "95,309 is there already, from ONS. If yours is to take its place, say why in reason."
    import_file(by=BY, kind="population", content=f"{head}95310,ONS,Rebased to the census".encode())
    old = EarlierPopulation.objects.get()
    assert (old.value, old.population.value, old.source, old.reason) == (95309, 95310, "ONS", "Rebased to the census")
    assert old.replaced_by == BY.actor_reference
    for act in (lambda: EarlierPopulation.objects.update(value=1), lambda: EarlierPopulation.objects.all().delete()):
        with pytest.raises(InternalError), transaction.atomic():
            act()


def test_population_has_limits() -> None:
    result = import_file(
        by=BY, kind="population", content=b"year,area,age_band,value,source\n1066,N,0-17,1,x\n2025,N,0-17,0,x\n2025,N,0-17,1.5,x"
    )
    assert [row.reason for row in result.bad] == [
        "year must be from 1990 to 2100, not 1066.",
        "value must be more than 0.",
        "value must be a whole number, not “1.5”.",
    ]


def test_the_command_lists_bad_rows_and_fails(tmp_path: Path) -> None:
    file, out, err = tmp_path / "returned.csv", StringIO(), StringIO()
    file.write_bytes(returned("missing.episodes,2025-26,1740,Police", "no.such,2025-26,1,Police"))
    with pytest.raises(CommandError, match="1 of the file’s rows could not be taken in"):
        call_command("import_data", "indicators", file, stdout=out, stderr=err)
    assert out.getvalue() == "1 added, 0 changed, 0 unchanged.\n"
    assert err.getvalue() == "Line 3: there is no figure “no.such”.\n"
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_data", "indicators", tmp_path / "missing.csv")


def test_only_the_business_team_takes_files_in() -> None:
    with pytest.raises(NotAllowed):
        import_file(by=make_person("scrutineer"), kind="indicators", content=returned("missing.episodes,2025-26,1,Police"))
    import_file(by=make_person("business_team"), kind="indicators", content=returned("missing.episodes,2025-26,1,Police"))


def test_a_kind_that_there_is_not_is_refused() -> None:
    with pytest.raises(Refused, match="Choose what to import"):
        import_file(by=BY, kind="nonsense", content=b"")


def test_inhabitants_are_counted_by_the_groups_by_which_figures_are_cut() -> None:
    """All but the last, of those whose group nobody has told."""
    *told, unknown = CUT_BY.values()
    assert tuple(told) == ETHNIC_GROUPS
    assert unknown == "Not stated or not known"


def test_population_comes_by_sex_ethnic_group_and_ward_too() -> None:
    content = (
        "year,area,age_band,sex,ethnicity,value,source\n"
        "2025,Northmere,0-17,,,20000,ONS\n"
        "2025,Northmere,0-17,female,,9800,ONS\n"
        "2025,Northmere,0-17,,asian or asian british,4000,ONS\n"
        "2025,Harbour,5 to 9,M,Mixed,60,ONS\n"
        "2025,Northmere,0-17,,Not stated or not known,5,ONS\n"
        "2025,Northmere,0-17,X,,5,ONS\n"
    )
    result = import_file(by=BY, kind="population", content=content.encode())
    assert (result.added, [row.line for row in result.bad]) == (4, [6, 7])
    assert "ethnicity must be empty for everybody, or one of White, Mixed" in result.bad[0].reason
    assert "sex must be empty for everybody, or one of F, M" in result.bad[1].reason
    again = import_file(by=BY, kind="population", content=content.encode())
    assert (again.added, again.unchanged) == (0, 4)
    assert set(Population.objects.values_list("area", "age_band", "sex", "ethnicity", "value")) == {
        ("Northmere", "0-17", "", "", 20_000),
        ("Northmere", "0-17", "F", "", 9_800),
        ("Northmere", "0-17", "", "Asian or Asian British", 4_000),
        ("Harbour", "5 to 9", "M", "Mixed", 60),
    }
