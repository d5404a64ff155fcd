"""The business plan of a year: drafted, agreed as it was read, and closed with what goes on into the next year."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, InternalError, transaction

from accounts.models import Person
from board.models import Action, BusinessPlan, Milestone, Objective, ObjectiveAction, Plan, PlanPriority
from board.selectors.business_plan import business_plans, chain_of, figures_now, objectives_of_action, year_plan
from board.services.business_plan import agree_business_plan, change_business_plan, close_business_plan, open_business_plan
from board.services.milestones import judge_milestone, set_milestone
from board.services.objectives import (
    act_on_objective,
    add_objective,
    change_objective,
    decide_objective,
    link_actions,
    set_priority,
)
from board.services.positions import write_position
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, Refused
from foundation.events import Subject, history
from tests.board.build import (
    make_action,
    make_business_plan,
    make_group,
    make_meeting,
    make_milestone,
    make_objective,
    make_plan,
    make_position,
    make_priority,
)
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
LAST, THIS = "2025-26", "2026-27"
WORDS = {"text": "hear every child", "wanted": "Children are heard."}


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def executive() -> Person:
    return make_person("executive")


def verbs(subject: Subject) -> list[str]:
    return [event.verb.removeprefix("board.") for event in history(subject)]


def agreed(plan: BusinessPlan, executive: Person, **given: Any) -> BusinessPlan:
    plan.refresh_from_db()
    told = {"version": plan.version, "agreed_on": TODAY, **given}
    return agree_business_plan(by=executive, year=plan.year, **told)


class TestThePlan:
    def test_a_year_has_one_plan(self, business: Person) -> None:
        plan = open_business_plan(by=business, year=FinancialYear(2026), title="Safer together")
        assert open_business_plan(by=business, year=FinancialYear(2026), title="Safer together") == plan
        with pytest.raises(Refused, match="There is a plan for 2026-27 already") as refused:
            open_business_plan(by=business, year=FinancialYear(2026), title="Another")
        assert refused.value.field == "year"
        assert verbs(Subject("business_plan", THIS)) == ["business_plan_opened"]

    def test_its_title_is_changed_by_who_saw_the_newest(self, business: Person) -> None:
        plan = make_business_plan(THIS)
        change_business_plan(by=business, year=THIS, version=1, title="New")
        change_business_plan(by=business, year=THIS, version=1, title="New")
        with pytest.raises(Conflict):
            change_business_plan(by=business, year=THIS, version=1, title="Newer")
        plan.refresh_from_db()
        assert (plan.title, plan.version) == ("New", 2)

    def test_it_is_agreed_once_on_a_day_by_whom(self, executive: Person) -> None:
        plan = make_objective(THIS).priority.business_plan
        agreed(plan, executive)
        agreed(plan, executive, version=99)
        plan.refresh_from_db()
        assert (plan.state, plan.agreed_on, plan.agreed_by, plan.meeting) == ("agreed", TODAY, executive.reference, None)
        assert verbs(Subject("business_plan", THIS)) == ["business_plan_agreed"]

    def test_or_at_a_meeting_that_was_held(self, executive: Person) -> None:
        plan = make_objective(THIS).priority.business_plan
        planned = make_meeting(make_group(), date(2026, 12, 1))
        with pytest.raises(Refused, match="Select a meeting that was held") as refused:
            agreed(plan, executive, meeting=planned.reference)
        assert refused.value.field == "meeting"
        held = make_meeting(make_group(), date(2026, 5, 4), state="held")
        assert agreed(plan, executive, meeting=held.reference, agreed_on=None).agreed_on == date(2026, 5, 4)

    @pytest.mark.parametrize(
        ("day", "field"), [(None, "meeting"), (date(2026, 11, 19), "agreed_on")], ids=["no day at all", "a day to come"]
    )
    def test_a_day_is_needed_that_has_come(self, executive: Person, day: date | None, field: str) -> None:
        with pytest.raises(Refused) as refused:
            agreed(make_objective(THIS).priority.business_plan, executive, agreed_on=day)
        assert refused.value.field == field

    def test_nobody_agrees_what_they_have_not_read_or_what_says_nothing(self, executive: Person) -> None:
        with pytest.raises(Refused, match="without an objective"):
            agreed(make_business_plan(LAST), executive)
        with pytest.raises(Conflict, match="Read it again"):
            agreed(make_objective(THIS).priority.business_plan, executive, version=7)

    def test_a_change_takes_the_agreement_away(self, business: Person, executive: Person) -> None:
        objective = make_objective(THIS)
        plan = objective.priority.business_plan
        agreed(plan, executive)
        set_milestone(by=business, reference=objective.reference, text="Ask", due_on=date(2027, 1, 31))
        plan.refresh_from_db()
        assert (plan.state, plan.agreed_on, plan.agreed_by) == ("draft", None, "")
        assert verbs(Subject("business_plan", THIS)) == ["business_plan_agreed", "business_plan_agreement_lapsed"]

    def test_what_happens_in_the_year_does_not(self, business: Person, executive: Person) -> None:
        milestone = make_milestone(make_objective(THIS))
        plan, reference = milestone.objective.priority.business_plan, milestone.objective.reference
        agreed(plan, executive)
        judge_milestone(by=business, reference=reference, place=1, version=1, met_on=TODAY)
        decide_objective(by=business, reference=reference, version=1, decision="carry")
        plan.refresh_from_db()
        assert plan.state == "agreed"


class TestPrioritiesAndObjectives:
    def test_a_priority_is_written_and_said_anew(self, business: Person) -> None:
        make_business_plan(THIS)
        told = {"by": business, "year": THIS, "number": 1, "why": "Audits say so."}
        set_priority(**told, title="Neglect")
        set_priority(**told, title="Neglect")
        with pytest.raises(Refused, match="There is a priority 1 already") as refused:
            set_priority(**told, title="Other")
        assert refused.value.field == "number"
        set_priority(**told, title="Neglect early", version=1)
        with pytest.raises(Conflict):
            set_priority(**told, title="Third", version=1)
        assert (PlanPriority.objects.get().title, PlanPriority.objects.get().version) == ("Neglect early", 2)
        with pytest.raises(Refused, match="not there any more"):
            set_priority(**{**told, "number": 2}, title="X", version=1)

    def test_an_objective_has_a_lead_and_those_who_contribute(self, business: Person) -> None:
        make_priority(THIS)
        police, health, group = make_agency("police", code="police"), make_agency("health", code="health"), make_group()
        with pytest.raises(Refused, match="agency or the group that leads") as refused:
            add_objective(by=business, year=THIS, priority=1, **WORDS)
        assert refused.value.field == "agency"
        one = add_objective(
            by=business, year=THIS, priority=1, **WORDS, agency="police", group=group.reference, contributors=["health", "police"]
        )
        assert add_objective(by=business, year=THIS, priority=1, **WORDS, agency="police") == one
        assert (one.number, one.agency, one.group) == (1, police, group)
        assert [row.agency for row in one.contributors.all()] == [health]
        two = add_objective(by=business, year=THIS, priority=1, **{**WORDS, "text": "more"}, group=group.reference)
        assert two.number == 2

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"agency": "nobody"}, "agency"),
            ({"group": "nobody"}, "group"),
            ({"contributors": ["nobody"]}, "contributors"),
            ({"figures": ["nothing.counted"]}, "figures"),
            ({"priority": 9}, "priority"),
        ],
    )
    def test_what_is_not_there_is_refused_beside_its_question(self, business: Person, given: dict[str, Any], field: str) -> None:
        make_priority(THIS)
        make_agency("police", code="police")
        with pytest.raises(Refused) as refused:
            add_objective(by=business, year=THIS, **{"priority": 1, "agency": "police", **WORDS, **given})
        assert refused.value.field == field
        assert not Objective.objects.exists()

    def test_an_objective_is_said_anew_by_who_saw_the_newest(self, business: Person) -> None:
        objective = make_objective(THIS)
        told = {"reference": objective.reference, "agency": objective.agency.code, "figures": ["actions.all"], "moves": "Up"}
        make_agency("health", code="health")
        for _twice in range(2):
            change_objective(by=business, version=1, **WORDS, **told, contributors=["health"])
        with pytest.raises(Conflict):
            change_objective(by=business, version=1, **{**WORDS, "text": "other"}, **told)
        objective.refresh_from_db()
        assert (objective.text, objective.figures, objective.version) == ("hear every child", ["actions.all"], 2)
        change_objective(by=business, version=2, **WORDS, **told)
        assert not objective.contributors.exists()

    def test_a_figure_beside_it_is_the_published_one(self) -> None:
        make_action(due_on=TODAY, plan=make_plan(opened_on=date(2026, 4, 2)))
        now, hidden = figures_now(["actions.all", "contacts.received", "nothing"], FinancialYear(2026))
        assert now.value is not None
        assert (now.value.value, now.is_open) == (1, True)
        assert (hidden.spec.code, hidden.value, hidden.is_open) == ("contacts.received", None, False)

    def test_the_database_keeps_a_lead_and_a_number_once(self) -> None:
        objective = make_objective(THIS)
        with pytest.raises(IntegrityError), transaction.atomic():
            Objective.objects.create(priority=objective.priority, number=2, text="x", wanted="y")
        with pytest.raises(IntegrityError), transaction.atomic():
            make_objective(THIS, priority=objective.priority, number=objective.number)
        with pytest.raises(InternalError), transaction.atomic():
            objective.delete()


class TestMilestones:
    def test_a_milestone_lies_in_the_year_of_its_plan(self, business: Person) -> None:
        reference = make_objective(THIS).reference
        for day in (date(2026, 3, 31), date(2027, 4, 1)):
            with pytest.raises(Refused, match="from 1 April 2026 to 31 March 2027") as refused:
                set_milestone(by=business, reference=reference, text="Ask", due_on=day)
            assert refused.value.field == "due_on"
        for _twice in range(2):
            set_milestone(by=business, reference=reference, text="Ask", due_on=date(2027, 3, 31))
        set_milestone(by=business, reference=reference, text="Tell", due_on=date(2026, 4, 1))
        assert list(Milestone.objects.values_list("place", "text")) == [(1, "Ask"), (2, "Tell")]

    def test_it_is_said_anew_until_it_is_judged(self, business: Person) -> None:
        one = make_milestone(make_objective(THIS))
        told = {"by": business, "reference": one.objective.reference, "place": 1, "due_on": one.due_on}
        set_milestone(**told, text="Other", version=1)
        with pytest.raises(Conflict):
            set_milestone(**told, text="Third", version=1)
        judge_milestone(by=business, reference=one.objective.reference, place=1, version=2, met_on=TODAY)
        with pytest.raises(Refused, match="met or missed, so it stays"):
            set_milestone(**told, text="Third", version=3)

    def test_it_is_met_on_a_day_or_missed_with_a_reason(self, business: Person) -> None:
        one = make_milestone(make_objective(THIS))

        def judge(version: int, **given: Any) -> Milestone:
            return judge_milestone(by=business, reference=one.objective.reference, place=1, version=version, **given)

        with pytest.raises(Refused) as refused:
            judge(1, met_on=date(2026, 11, 19))
        assert refused.value.field == "met_on"
        with pytest.raises(Refused) as refused:
            judge(1, met_on=TODAY, missed_reason="No staff")
        assert refused.value.field == "missed_reason"
        assert judge(1, met_on=TODAY).met_on == TODAY
        assert judge(1, met_on=TODAY).version == 2
        with pytest.raises(Conflict):
            judge(1, missed_reason="No staff")
        missed = judge(2, missed_reason="No staff")
        assert (missed.met_on, missed.missed_on, missed.missed_reason) == (None, TODAY, "No staff")
        assert judge(3).missed_on is None
        assert verbs(Subject("objective", one.objective.reference)) == [
            "milestone_met", "milestone_missed", "milestone_open_again",
        ]  # fmt: skip


class TestActions:
    def test_an_action_of_an_objective_lands_in_a_plan_of_the_business_plan(self, business: Person) -> None:
        objective = make_objective(THIS)
        told = {"by": business, "reference": objective.reference, "agency_code": objective.agency.code, "owner_post": "Head"}
        one = act_on_objective(**told, text="Train staff", due_on=date(2027, 1, 29))
        assert act_on_objective(**told, text="Train staff", due_on=date(2027, 2, 26)) == one
        two = act_on_objective(**told, text="Train managers", due_on=date(2027, 1, 29))
        assert (one.plan.source, one.number, two.number, two.plan) == (Plan.Source.BUSINESS_PLAN, "1.1.1", "1.1.2", one.plan)
        assert objectives_of_action(one) == ((objective, True),)

    def test_a_closed_action_plan_is_followed_by_another(self, business: Person) -> None:
        objective = make_objective(THIS)
        plan = objective.priority.business_plan
        plan.action_plan = make_plan(source="business_plan", closed_at="2026-06-01T10:00Z", closed_by="x")
        plan.save()
        told = {"by": business, "reference": objective.reference, "agency_code": objective.agency.code, "owner_post": "Head"}
        assert act_on_objective(**told, text="Train", due_on=TODAY).plan != plan.action_plan

    def test_actions_that_are_there_are_linked_and_unlinked(self, business: Person) -> None:
        objective, plan = make_objective(THIS), make_plan()
        one, two = (make_action(due_on=TODAY, plan=plan) for _two in range(2))

        def link(version: int, *actions: Action) -> Objective:
            return link_actions(
                by=business, reference=objective.reference, version=version, plan_reference=plan.reference,
                actions=[action.reference for action in actions],
            )  # fmt: skip

        link(1, one, two)
        link(1, two, one)
        with pytest.raises(Conflict):
            link(1, one)
        link(2, one)
        assert [row.action for row in objective.linked.all()] == [one]
        with pytest.raises(Refused) as refused:
            link(3, make_action(due_on=TODAY))
        assert refused.value.field == "actions"
        objective.linked.update(is_origin=True)
        with pytest.raises(Refused, match="stays with it"):
            link(3)


class TestClosing:
    def plan_of_last_year(self, executive: Person) -> BusinessPlan:
        """1.1 is met; 1.2 is not, with a milestone and an action that are open."""
        met, open_one = make_objective(LAST), make_objective(LAST)
        make_position(met, 4, outcome="met")
        make_position(open_one, 4, outcome="partly")
        make_milestone(met, met_on=date(2026, 3, 1))
        make_milestone(open_one, met_on=date(2026, 3, 1))
        make_milestone(open_one, text="Still to come")
        ObjectiveAction.objects.create(objective=open_one, action=make_action(due_on=TODAY))
        ObjectiveAction.objects.create(objective=open_one, action=make_action(due_on=TODAY, state="withdrawn"))
        return agreed(met.priority.business_plan, executive)

    def close(self, by: Person, plan: BusinessPlan, version: int | None = None) -> BusinessPlan:
        plan.refresh_from_db()
        return close_business_plan(by=by, year=plan.year, version=plan.version if version is None else version)

    def test_it_is_refused_with_the_names_of_what_is_undecided(self, business: Person, executive: Person) -> None:
        plan = self.plan_of_last_year(executive)
        unwritten = make_objective(LAST)
        make_milestone(Objective.objects.get(priority=unwritten.priority, number=1), text="Open")
        with pytest.raises(Refused) as refused:
            self.close(business, plan)
        assert refused.value.sentence == (
            "This is still undecided: milestone 2 of 1.1 is neither met nor missed; "
            "1.2 is not met, and neither carried over nor ended; milestone 2 of 1.2 is neither met nor missed; "
            "1.3 has no position at the end of the year."
        )
        assert BusinessPlan.objects.get(year=LAST).state == "agreed"

    def test_what_is_carried_over_goes_on_with_its_open_milestones_and_actions(self, business: Person, executive: Person) -> None:
        plan = self.plan_of_last_year(executive)
        earlier = Objective.objects.get(number=2)
        decide_objective(by=business, reference=earlier.reference, version=1, decision="carry")
        self.close(business, plan)
        later = Objective.objects.get(earlier=earlier)
        assert later.reference != earlier.reference
        assert (later.priority.business_plan.year, later.priority.title, later.text) == (
            THIS,
            earlier.priority.title,
            earlier.text,
        )
        assert list(later.milestones.values_list("text", "earlier__place")) == [("Still to come", 2)]
        assert [link.action.state for link in later.linked.all()] == ["planned"]
        assert [(link.objective, link.year) for link in chain_of(later)] == [(earlier, LAST), (later, THIS)]
        assert chain_of(earlier) == chain_of(later)
        assert verbs(Subject("objective", earlier.reference)) == ["objective_decided", "objective_carried_over"]
        assert earlier.positions.count() == 1

    def test_it_goes_under_the_priority_of_the_same_name_and_that_plan_is_agreed_again(
        self, business: Person, executive: Person
    ) -> None:
        plan = self.plan_of_last_year(executive)
        following = make_objective(THIS)
        agreed(following.priority.business_plan, executive)
        earlier = Objective.objects.get(priority__business_plan=plan, number=2)
        earlier.priority.title = following.priority.title.upper()
        earlier.priority.save()
        decide_objective(by=business, reference=earlier.reference, version=1, decision="carry")
        self.close(business, plan)
        assert [one.number for one in following.priority.objectives.all()] == [1, 2]
        assert BusinessPlan.objects.get(year=THIS).state == "draft"

    def test_or_it_is_ended_with_a_reason(self, business: Person, executive: Person) -> None:
        plan = self.plan_of_last_year(executive)
        objective = Objective.objects.get(number=2)
        with pytest.raises(Refused) as refused:
            decide_objective(by=business, reference=objective.reference, version=1, decision="end", reason=" ")
        assert refused.value.field == "reason"
        decide_objective(by=business, reference=objective.reference, version=1, decision="end", reason="Law changed")
        with pytest.raises(Conflict):
            decide_objective(by=business, reference=objective.reference, version=1, decision="carry")
        self.close(business, plan)
        self.close(business, plan, version=77)
        assert not BusinessPlan.objects.filter(year=THIS).exists()

    def test_a_decision_is_taken_back(self, business: Person) -> None:
        objective = make_objective(THIS)
        decide_objective(by=business, reference=objective.reference, version=1, decision="end", reason="Law changed")
        decide_objective(by=business, reference=objective.reference, version=2, decision="")
        objective.refresh_from_db()
        assert (objective.decision, objective.decision_reason, objective.ended_on) == ("", "", None)
        with pytest.raises(Refused) as refused:
            decide_objective(by=business, reference=objective.reference, version=3, decision="perhaps")
        assert refused.value.field == "decision"

    def test_a_year_is_over_agreed_and_as_it_was_read(self, business: Person, executive: Person) -> None:
        with pytest.raises(Refused, match="The year 2026-27 is not over yet"):
            self.close(business, make_objective(THIS).priority.business_plan)
        with pytest.raises(Refused, match="has not agreed this plan"):
            self.close(business, make_objective("2024-25").priority.business_plan)
        with pytest.raises(Conflict):
            self.close(business, self.plan_of_last_year(executive), version=99)

    def test_nothing_of_a_closed_plan_changes(self, business: Person, executive: Person) -> None:
        plan = self.plan_of_last_year(executive)
        objective = Objective.objects.get(number=2)
        decide_objective(by=business, reference=objective.reference, version=1, decision="end", reason="Law changed")
        self.close(business, plan)
        reference, agency = objective.reference, objective.agency.code
        changes = (
            lambda: change_business_plan(by=business, year=LAST, version=plan.version, title="X"),
            lambda: set_priority(by=business, year=LAST, number=9, title="X", why="Y"),
            lambda: add_objective(by=business, year=LAST, priority=1, text="X", wanted="Y", agency=agency),
            lambda: change_objective(by=business, reference=reference, version=2, text="X", wanted="Y", agency=agency),
            lambda: decide_objective(by=business, reference=reference, version=2, decision="carry"),
            lambda: set_milestone(by=business, reference=reference, text="X", due_on=date(2026, 1, 1)),
            lambda: judge_milestone(by=business, reference=reference, place=2, version=1, met_on=TODAY),
            lambda: act_on_objective(by=business, reference=reference, text="X", agency_code=agency, due_on=TODAY),
            lambda: link_actions(
                by=business, reference=reference, version=2, plan_reference=(one := make_action(due_on=TODAY)).plan.reference,
                actions=[one.reference],
            ),
            lambda: write_position(by=business, reference=reference, quarter=1, rating="green", progress="good", text="X"),
        )  # fmt: skip
        for change in changes:
            with pytest.raises(Refused, match="The plan of 2025-26 is closed"):
                change()
        with pytest.raises(InternalError), transaction.atomic():
            BusinessPlan.objects.filter(year=LAST).update(title="X")


def test_the_list_of_plans_names_the_positions_that_are_missing(django_assert_num_queries: Any) -> None:
    written, ended = make_objective(THIS), make_objective(THIS, decision="end", decision_reason="x", ended_on=date(2026, 7, 1),
                                                          decided_at="2026-07-01T10:00Z", decided_by="x")  # fmt: skip
    make_objective(THIS)
    make_position(written, 1)
    make_objective("2025-26", added_on=date(2026, 1, 5))
    with django_assert_num_queries(3):
        rows = business_plans()
    assert [(row.plan.year, row.objectives, row.missing) for row in rows] == [
        (THIS, 3, ("Q1: 1.2, 1.3", "Q2: 1.1, 1.3")),
        ("2025-26", 1, ("Q4: 1.1",)),
    ]
    assert ended.number == 2


def test_a_whole_plan_is_read_in_a_handful_of_questions(django_assert_num_queries: Any) -> None:
    for _each in range(3):
        make_position(make_milestone(make_objective(THIS)).objective, 1)
    plan = BusinessPlan.objects.get()
    with django_assert_num_queries(5):
        whole = year_plan(plan)
    assert [len(one.milestones) for one in whole.standings] == [1, 1, 1]
