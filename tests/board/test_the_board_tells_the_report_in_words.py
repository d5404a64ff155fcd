"""Groups, actions by plan, risks and scrutiny as the yearly report prints them: as at its last day, and nothing confidential."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

import pgtrigger
import pytest
from django.db import connection

from accounts.models import Agency, Person
from board.figures import actions_by_plan
from board.figures.actions_by_plan import gather_actions_by_plan
from board.figures.risks import gather_register, gather_risks
from board.figures.scrutiny import gather_scrutiny
from board.figures.structure import gather_structure
from board.figures.value_for_money import gather_value_for_money
from board.models import BudgetYear, RiskReopening, ScrutinyStatement
from board.services.structure import change_group, open_group
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import Cursor, TextRows
from tests.board.build import make_action, make_group, make_line, make_note, make_plan, make_risk
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db

YEAR = FinancialYear(2025)
IN_THE_YEAR = date(2025, 6, 2)
Gather = Callable[[FinancialYear, Cursor], Iterable[TextRows]]


@pytest.fixture
def business() -> Person:
    with clock.frozen(noon(date(2025, 1, 6))):
        return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def police() -> Agency:
    return make_agency("police", name="Northmere Police")


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=clock.LONDON)


def rows_of(gather: Gather, code: str = "", year: FinancialYear = YEAR) -> tuple[tuple[str, ...], ...]:
    with connection.cursor() as cursor:
        tables = {table.code: table for table in gather(year, cursor)}
    return (tables[code] if code else next(iter(tables.values()))).rows


class TestStructure:
    """The groups of the last day."""

    def test_each_group_follows_the_one_that_it_reports_to(self) -> None:
        top = make_group("Executive group", kind="executive", meets="every three months")
        below, deeper, other = make_group("Quality group"), make_group("Audit panel", kind="task"), make_group("Youth board")
        make_line(below, top)
        make_line(deeper, below)
        make_line(other, top, kind="linked_with")
        make_group("Ended before", to_on=date(2026, 3, 30))
        make_group("Begins later", from_on=date(2026, 4, 1))
        assert rows_of(gather_structure) == (
            ("Executive group", "Executive group", "every three months", "", "Youth board"),
            ("Quality group", "Sub-group", "", "Executive group", ""),
            ("Audit panel", "Task and finish group", "", "Quality group", ""),
            ("Youth board", "Sub-group", "", "", "Executive group"),
        )

    def test_a_group_is_called_what_it_was_called_on_the_last_day(self, business: Person) -> None:
        given: dict[str, Any] = {"by": business, "purpose": "", "quorum": 0}
        with clock.frozen(noon(IN_THE_YEAR)):
            group = open_group(**given, name="Quality group", kind="sub_group", from_on=IN_THE_YEAR, meets="monthly")
            change_group(**given, reference=group.reference, name="Quality and audit group", meets="monthly")
        change_group(**given, reference=group.reference, name="Improvement group", meets="every two months")
        for day, name in (
            (IN_THE_YEAR, "Quality group"), (date(2026, 3, 31), "Quality and audit group"),
            (date(2026, 4, 1), "Improvement group"),
        ):  # fmt: skip
            set_written_at(noon(day), name)
        assert rows_of(gather_structure)[0][:3] == ("Quality and audit group", "Sub-group", "monthly")
        assert rows_of(gather_structure, year=FinancialYear(2026))[0][0] == "Improvement group"

    def test_a_year_without_groups_says_so(self) -> None:
        assert rows_of(gather_structure) == ()


def set_written_at(moment: datetime, name: str) -> None:
    """The history keeps the database's own time, which no stopped clock stops."""
    with pgtrigger.ignore(), connection.cursor() as cursor:
        cursor.execute("UPDATE board_groupevent SET pgh_created_at = %s WHERE name = %s", [moment, name])


class TestActions:
    """The actions of each plan."""

    def test_they_stand_with_their_ratings_of_the_last_day_the_worst_first(self, police: Agency) -> None:
        plan = make_plan(title="Child A", opened_on=IN_THE_YEAR)
        done = {"state": "done", "done_at": noon(date(2026, 2, 2)), "done_by": "x"}
        make_action(plan=plan, agency=police, due_on=date(2026, 2, 27), number="1", text="Ask  both\nparents.", **done)
        make_action(plan=plan, agency=police, due_on=date(2026, 3, 2), number="2", text="See the child.")
        make_action(plan=plan, agency=police, due_on=date(2026, 9, 1), number="3", text="Gone.", state="withdrawn")
        make_action(plan=plan, agency=police, due_on=date(2026, 9, 1), number="4", text="Later.", added_on=date(2026, 4, 1))
        assert rows_of(gather_actions_by_plan) == (
            ("Child A", "2 See the child.", "Northmere Police", "2 March 2026", "Red"),
            ("Child A", "1 Ask both parents.", "Northmere Police", "27 February 2026", "Green"),
        )

    def test_nobody_is_named_and_long_words_are_cut(self, police: Agency) -> None:
        make_action(plan=make_plan(opened_on=IN_THE_YEAR), agency=police, due_on=date(2026, 9, 1), text="a" * 400)
        (row,) = rows_of(gather_actions_by_plan)
        assert len(row[1]) <= actions_by_plan.MOST_LETTERS + 10
        assert "Head of Safeguarding" not in " ".join(row)

    def test_of_a_long_plan_the_rest_is_counted(self, police: Agency, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(actions_by_plan, "MOST_ACTIONS", 2)
        plan = make_plan(title="Inspection", opened_on=IN_THE_YEAR)
        for due_on in (date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4), date(2026, 9, 1), date(2026, 9, 2)):
            make_action(plan=plan, agency=police, due_on=due_on)
        found = rows_of(gather_actions_by_plan)
        assert [row[4] for row in found] == ["Red", "Red", ""]
        assert found[-1][:2] == ("Inspection", "3 more actions: 1 red, 2 green")

    def test_plans_closed_before_the_year_are_left_out_and_too_many_are_counted(
        self, police: Agency, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(actions_by_plan, "MOST_PLANS", 1)
        closed = {"closed_at": noon(date(2025, 3, 31)), "closed_by": "x"}
        for title, opened_on, more in (
            ("Old", date(2024, 6, 3), closed), ("Newer", date(2025, 7, 1), {}), ("Older", IN_THE_YEAR, {}),
            ("Of next year", date(2026, 4, 1), {}),
        ):  # fmt: skip
            plan = make_plan(title=title, opened_on=opened_on, **more)
            make_action(plan=plan, agency=police, due_on=date(2026, 9, 1))
        found = rows_of(gather_actions_by_plan)
        assert [row[0] for row in found] == ["Newer", "Older plans"]
        assert found[-1][1] == "1 older plan of the year not listed here"

    def test_two_plans_of_one_title_stay_apart(self, police: Agency) -> None:
        for _twice in range(2):
            make_action(plan=make_plan(title="Rapid review", opened_on=IN_THE_YEAR), agency=police, due_on=date(2026, 9, 1))
        assert len({row[0] for row in rows_of(gather_actions_by_plan)}) == 2

    def test_each_plan_says_what_it_follows_from(self, police: Agency) -> None:
        for title, source in (("Child A", "review"), ("Front door", "inspection")):
            make_action(plan=make_plan(title=title, source=source, opened_on=IN_THE_YEAR), agency=police, due_on=date(2026, 9, 1))
        found = rows_of(gather_actions_by_plan, "actions.plan_sources")
        assert set(found) == {("Child A", "Practice review"), ("Front door", "Inspection")}

    def test_a_year_without_plans_says_so(self) -> None:
        assert rows_of(gather_actions_by_plan) == ()


class TestRisks:
    """The register."""

    def test_each_risk_tells_its_score_and_how_it_moved_over_the_year(self, police: Agency) -> None:
        before, later = date(2025, 2, 3), date(2025, 10, 1)
        make_risk((before, 3, 3), (later, 4, 4), (date(2026, 5, 1), 1, 1), number=1, title="Posts stay empty", agency=police)
        make_risk((before, 4, 4), (later, 2, 3), number=2, title="Notices are late")
        make_risk((before, 2, 2), number=3, title="Records do not meet")
        make_risk((later, 3, 4), number=4, title="Babies are not seen")
        make_risk((IN_THE_YEAR, 5, 5), (later, 2, 2), number=5, title="The doctor has left", target_score=2)
        make_risk((date(2026, 4, 2), 5, 5), number=6, title="Of next year")
        assert rows_of(gather_register) == (
            ("1 Posts stay empty", "Northmere Police", "16 very high", "4", "Up from 9 to 16"),
            ("4 Babies are not seen", "The partnership", "12 high", "4", "New in the year"),
            ("2 Notices are late", "The partnership", "6 medium", "4", "Down from 16 to 6"),
            ("3 Records do not meet", "The partnership", "4 low", "4", "Same, 4"),
            ("5 The doctor has left", "The partnership", "4 low", "2", "New in the year, then down from 25 to 4"),
        )

    def test_a_risk_that_was_closed_in_the_year_says_when(self, business: Person) -> None:
        closed = {"closed_reason": "The post is filled."}
        make_risk((date(2025, 2, 3), 4, 4), number=1, title="Closed", closed_on=date(2026, 1, 12), **closed)
        make_risk((date(2025, 2, 3), 4, 4), number=2, title="Before", closed_on=date(2025, 3, 31), **closed)
        again = make_risk((date(2025, 2, 3), 4, 4), number=3, title="Opened again")
        RiskReopening.objects.create(
            risk=again, closed_on=date(2026, 2, 2), closed_reason="Filled.", reopened_on=date(2026, 6, 1), reason="Empty again.",
            written_at=clock.now(), written_by=business,
        )  # fmt: skip
        assert [(row[0], row[4]) for row in rows_of(gather_register)] == [
            ("1 Closed", "Closed on 12 January 2026"),
            ("3 Opened again", "Closed on 2 February 2026"),
        ]

    def test_open_ones_are_counted_by_their_score_on_any_day(self) -> None:
        make_risk((IN_THE_YEAR, 4, 4))
        make_risk((IN_THE_YEAR, 2, 2), closed_on=date(2026, 1, 12), closed_reason="Over.")
        with connection.cursor() as cursor:
            (value,) = gather_risks(YEAR, cursor)
            assert list(gather_risks(FinancialYear(2023), cursor)) == []
        assert (value.value, value.by["band"]) == (1, {"Very high": 1, "High": 0, "Medium": 0, "Low": 0})

    def test_a_year_without_risks_says_so(self) -> None:
        assert rows_of(gather_register) == ()


class TestScrutiny:
    """What the scrutineer gave to the report."""

    def test_only_what_was_given_to_the_report_is_printed_and_no_place(self) -> None:
        scrutineer = make_person("scrutineer", make_agency("partnership"))
        shared = noon(IN_THE_YEAR)
        secret = {"text": "A child of that street.", "place": "Long Street"}
        make_note(scrutineer, happened_on=IN_THE_YEAR, shared_at=shared, report_words="Staff ring  first.", **secret)
        make_note(scrutineer, happened_on=IN_THE_YEAR, shared_at=shared, **secret)
        make_note(scrutineer, happened_on=IN_THE_YEAR, **secret)
        make_note(scrutineer, happened_on=date(2026, 4, 1), shared_at=shared, report_words="Next year.")
        assert rows_of(gather_scrutiny, "scrutiny.notes") == (("Visit", "2 June 2025", "Staff ring first."),)

    def test_a_statement_stands_there_under_its_name_once_it_is_given(self) -> None:
        scrutineer = make_person("scrutineer", make_agency("partnership"), name="Sam Stone")
        told = {"keeper": scrutineer, "text": "It worked.", "written_at": clock.now()}
        ScrutinyStatement.objects.create(year="2025-26", in_report=True, **told)
        ScrutinyStatement.objects.create(year="2026-27", in_report=False, **told)
        said = ("Sam Stone, independent scrutineer", "It worked.")
        assert rows_of(gather_scrutiny, "scrutiny.statement") == (said,)
        assert rows_of(gather_scrutiny, "scrutiny.statement", FinancialYear(2026)) == ()


class TestValueForMoney:
    """What stands with the budget."""

    def test_what_the_partners_say_of_the_years_money_is_told_and_of_no_other_year(self) -> None:
        BudgetYear.objects.create(year="2025-26", value_for_money="One training team for two boroughs.")
        BudgetYear.objects.create(year="2024-25", value_for_money="Something else.")
        assert rows_of(gather_value_for_money) == (("The safeguarding partners", "One training team for two boroughs."),)

    def test_a_year_of_which_nobody_said_anything_has_no_rows(self) -> None:
        BudgetYear.objects.create(year="2025-26")
        assert rows_of(gather_value_for_money) == ()
