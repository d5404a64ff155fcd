"""The business plan on its pages: years, the plan on a page, an objective with its chain, forms, and the spreadsheet."""

import re
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from board.models import BusinessPlan, Milestone, Objective, ObjectiveAction, ObjectivePosition, PlanPriority
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
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
THIS = "2026-27"


@pytest.fixture
def team(client: Client) -> Client:
    return sign_in(client, make_person("business_team", make_agency("partnership")))


def text_of(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def at(name: str, *args: object) -> str:
    return reverse(f"board:{name}", args=args)


def test_the_action_plans_lead_to_the_business_plans(team: Client) -> None:
    assert at("business_plans") in team.get(at("plans")).content.decode()


def test_a_plan_is_opened_and_a_year_twice_is_refused_beside_its_question(team: Client) -> None:
    given = {"year": THIS, "title": "Safer together"}
    assert team.post(at("new_business_plan"), given).status_code == 302
    refused = team.post(at("new_business_plan"), {**given, "title": "Another"})
    assert refused.status_code == 422
    assert "There is a plan for 2026-27 already" in text_of(refused)
    assert 'value="Another"' in refused.content.decode()
    assert "Safer together" in text_of(team.get(at("business_plans")))


def test_a_priority_an_objective_and_a_milestone_are_written_on_their_pages(team: Client) -> None:
    make_business_plan(THIS)
    make_agency("police", code="police")
    assert team.post(at("set_priority", THIS), {"number": "1", "title": "Neglect", "why": "Audits"}).status_code == 302
    assert team.get(f"{at('set_priority', THIS)}?number=1").status_code == 200
    change = f"{at('set_priority', THIS)}?number=1"
    assert team.post(change, {"title": "Neglect early", "why": "Audits", "version": "1"}).status_code == 302
    assert team.post(change, {"title": "Third", "why": "Audits", "version": "1"}).status_code == 409
    given = {"priority": "1", "text": "see it early", "wanted": "Sooner"}
    refused = team.post(at("new_objective", THIS), given)
    assert (refused.status_code, "Select the agency or the group that leads" in text_of(refused)) == (422, True)
    given |= {"agency": "police", "figure": "actions.all", "second_figure": "", "third_figure": "actions.late"}
    assert team.post(at("new_objective", THIS), given).status_code == 302
    objective = Objective.objects.get()
    assert (PlanPriority.objects.get().title, objective.figures) == ("Neglect early", ["actions.all", "actions.late"])
    milestones = at("set_milestone", objective.reference)
    refused = team.post(milestones, {"text": "Ask", **day("due_on", date(2028, 1, 1))})
    assert (refused.status_code, "Enter a day from 1 April 2026 to 31 March 2027" in text_of(refused)) == (422, True)
    assert team.post(milestones, {"text": "Ask", **day("due_on", date(2027, 1, 1))}).status_code == 302
    changed = {"text": "Tell", "version": "1", **day("due_on", date(2027, 1, 1))}
    assert team.post(f"{milestones}?place=1", changed).status_code == 302
    judged = {"judged": "met", "version": "2", **day("met_on", TODAY), "missed_reason": "not asked"}
    assert team.post(at("judge_milestone", objective.reference, 1), judged).status_code == 302
    assert (Milestone.objects.get().text, Milestone.objects.get().met_on) == ("Tell", TODAY)
    page = text_of(team.get(at("objective", objective.reference)))
    assert "We said we would see it early" in page
    assert "Met on 18 November 2026" in page
    assert "Actions in the partnership’s plans" in page
    assert "Add a milestone" in page
    assert "Q1 2026-27: not written yet" in page
    reader = sign_in(Client(), make_person("executive"))
    assert "Add a milestone" not in text_of(reader.get(at("objective", objective.reference)))


def test_an_objective_is_said_anew_decided_and_acted_on(team: Client) -> None:
    objective = make_objective(THIS)
    given = {"text": "act early", "wanted": "Sooner", "agency": objective.agency.code, "version": "1"}
    assert team.get(at("change_objective", objective.reference)).status_code == 200
    assert team.post(at("change_objective", objective.reference), given).status_code == 302
    overtaken = team.post(at("change_objective", objective.reference), {**given, "text": "Third"})
    assert (overtaken.status_code, "act early" in text_of(overtaken)) == (409, True)
    ended = team.post(at("decide_objective", objective.reference), {"decision": "end", "version": "2"})
    assert (ended.status_code, "Enter why it is ended" in text_of(ended)) == (422, True)
    for version, decision in ((2, "carry"), (3, "open")):
        given = {"decision": decision, "version": str(version)}
        assert team.post(at("decide_objective", objective.reference), given).status_code == 302
    given = {"text": "Train", "agency": objective.agency.code, "owner_post": "Head", **day("due_on", date(2027, 1, 29))}
    assert team.post(at("act_on_objective", objective.reference), given).status_code == 302
    action = ObjectiveAction.objects.get().action
    assert "It was made for it" in text_of(team.get(at("action", action.reference)))


def test_actions_that_are_there_are_linked_by_their_plan(team: Client) -> None:
    objective, action = make_objective(THIS), make_action(due_on=date(2027, 1, 29))
    link = at("link_actions", objective.reference)
    assert action.plan.title in text_of(team.get(link))
    assert team.get(f"{link}?plan=").status_code == 422
    assert team.post(f"{link}?plan={action.plan.reference}", {"actions": [action.reference], "version": "1"}).status_code == 302
    assert ObjectiveAction.objects.get().action == action


def test_a_position_is_proposed_written_and_corrected(team: Client) -> None:
    objective = make_objective(THIS)
    write = at("write_position", objective.reference, 1)
    page = team.get(write)
    assert "Proposed: amber. It has no milestones and no actions to go by." in text_of(page)
    given = {"rating": "amber", "progress": "some", "text": "It moves.", "done": "Asked\nTold", "outcome": ""}
    assert team.post(write, given).status_code == 302
    overtaken = team.post(write, {**given, "text": "Mine"})
    assert (overtaken.status_code, "It moves." in text_of(overtaken), "Mine" in text_of(overtaken)) == (409, True, True)
    correct = {**given, "text": "Mine", "version": "1"}
    assert team.post(write, correct).status_code == 422
    assert team.post(write, {**correct, "reason": "A number was wrong"}).status_code == 302
    page = text_of(team.get(at("objective", objective.reference)))
    assert "edition 2" in page
    assert "(corrected since)" in page
    assert "Corrected: A number was wrong" in page
    refused = team.post(at("write_position", objective.reference, 4), {**given, "outcome": "met"})
    assert (refused.status_code, "Q4 2026-27 is still to come" in text_of(refused)) == (422, True)


def test_the_executive_agrees_and_the_team_closes(team: Client) -> None:
    objective = make_objective("2025-26", decision_reason="")
    held = make_meeting(make_group("Executive"), date(2026, 5, 4), state="held")
    executive = sign_in(Client(), make_person("executive"))
    agree = at("agree_business_plan", "2025-26")
    assert executive.post(agree, {"version": "1"}).status_code == 422
    assert executive.post(agree, {"version": "1", "meeting": held.reference}).status_code == 302
    assert "Agreed on 4 May 2026 at Executive" in text_of(team.get(at("business_plan", "2025-26")))
    close = at("close_business_plan", "2025-26")
    said = text_of(team.post(close, {"version": "1"}, follow=True))
    assert "This is still undecided: 1.1 has no position at the end of the year." in said
    make_position(objective, 4, outcome="not")
    Objective.objects.update(decision="carry", decided_at="2026-11-01T10:00Z", decided_by="x")
    assert "is closed" in text_of(team.post(close, {"version": "1"}, follow=True))
    later = Objective.objects.get(earlier=objective)
    page = text_of(team.get(at("objective", later.reference)))
    assert objective.reference in page
    assert "Carried over from 2025-26" in text_of(team.get(at("business_plan", THIS)))
    assert "Carried over to 2026-27" in text_of(team.get(at("business_plan", "2025-26")))


def test_what_we_said_and_have_done_and_what_made_little_progress(team: Client) -> None:
    objective, little = make_objective(THIS), make_objective(THIS)
    make_position(objective, 1, done="Trained 40 people", outcome="partly")
    make_position(little, 1, progress="little", text="Nobody was free.")
    page = text_of(team.get(at("said_and_done", THIS)))
    assert "Trained 40 people Partly met" in page
    assert page.index("Little or no progress") < page.index("Nobody was free.")


def test_the_plan_on_a_page_asks_few_questions(team: Client, django_assert_max_num_queries: Any) -> None:
    for _each in range(3):
        objective = make_milestone(make_objective(THIS)).objective
        make_position(objective, 1)
        ObjectiveAction.objects.create(objective=objective, action=make_action(due_on=TODAY))
    team.get(at("business_plan", THIS))
    with django_assert_max_num_queries(14):
        page = text_of(team.get(at("business_plan", THIS)))
    assert "Q2: 1.1, 1.2, 1.3" in page
    assert "Ratings of the objectives by quarter, 2026-27" in page


def test_an_agencys_lead_reads_the_plan_with_the_agencys_own_actions(client: Client) -> None:
    police = make_agency("police")
    objective, plan = make_objective(THIS), make_plan(title="Inspection")
    own, other = (make_action(due_on=TODAY, plan=plan, agency=one) for one in (police, make_agency()))
    for action in (own, other):
        ObjectiveAction.objects.create(objective=objective, action=action)
    page = sign_in(client, make_person("agency_lead", police)).get(at("objective", objective.reference)).content.decode()
    assert own.reference in page
    assert other.reference not in page


def test_the_spreadsheet_holds_the_whole_plan(team: Client) -> None:
    objective = make_milestone(make_objective(THIS)).objective
    make_position(objective, 1, done="Asked\nTold")
    ObjectiveAction.objects.create(objective=objective, action=make_action(due_on=TODAY))
    with ZipFile(BytesIO(team.get(at("business_plan_export", THIS)).content)) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        cells = " ".join(book.read(f"xl/worksheets/sheet{number}.xml").decode() for number in range(1, 5))
        cells += book.read("xl/sharedStrings.xml").decode() if "xl/sharedStrings.xml" in book.namelist() else ""
    assert names == ["Business plan 2026-27", "Milestones", "Actions", "Positions"]
    for text in ("Asked; Told", "Check that every referral names the father.", ">Q1<", "It goes well."):
        assert text in cells


@pytest.mark.parametrize("name", ["business_plan", "said_and_done", "agree_business_plan"])
def test_a_year_without_a_plan_is_not_there(name: str, client: Client) -> None:
    reader: Person = make_person("executive")
    assert sign_in(client, reader).get(at(name, "2031-32")).status_code == 404
    assert sign_in(client, reader).get(at(name, "nonsense")).status_code == 404


def test_a_title_is_changed_and_an_empty_plan_says_so(team: Client) -> None:
    make_priority(THIS)
    assert team.post(at("change_business_plan", THIS), {"title": "New", "version": "1"}).status_code == 302
    assert BusinessPlan.objects.get().title == "New"
    assert "No objectives under this priority yet" in text_of(team.get(at("business_plan", THIS)))
    assert "This plan has no objectives yet" in text_of(team.get(at("said_and_done", THIS)))
    assert not ObjectivePosition.objects.exists()


def test_my_work_says_how_many_positions_are_to_be_written(team: Client) -> None:
    make_objective(THIS)
    make_position(make_objective(THIS), 1)
    assert "of the business plan to be written" not in text_of(team.get("/"))
    agreed = {"state": "agreed", "agreed_on": TODAY, "agreed_at": "2026-11-18T10:00Z", "agreed_by": "x"}
    BusinessPlan.objects.update(**agreed)
    assert "3 positions of the business plan to be written" in text_of(team.get("/"))
    make_position(Objective.objects.get(number=1), 1)
    make_position(Objective.objects.get(number=1), 2)
    assert "1 position of the business plan to be written" in text_of(team.get("/"))
