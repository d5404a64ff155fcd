"""How an objective stood at the end of a quarter: counted on that day, proposed with a reason, never worked out again."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, InternalError, transaction

from accounts.models import Person
from board.models import Milestone, Objective, ObjectiveAction, ObjectivePosition
from board.progress import Counted, outcome_of, points_of, proposed
from board.selectors.business_plan import all_positions, little_progress, proposal_for, standing_of, year_plan
from board.services.positions import write_position
from foundation.errors import Conflict, NotVisible, Refused
from foundation.events import Subject, history
from tests.board.build import make_action, make_milestone, make_objective, make_plan, make_position
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
YEAR = "2026-27"


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def write(by: Person, objective: Objective, quarter: int = 1, **given: Any) -> ObjectivePosition:
    told = {"rating": "amber", "progress": "some", "text": "It moves.", "reason": "", **given}
    return write_position(by=by, reference=objective.reference, quarter=quarter, **told)


def test_a_position_keeps_the_counts_of_its_day(business: Person) -> None:
    objective = make_objective(YEAR)
    make_milestone(objective, due_on=date(2026, 5, 31), met_on=date(2026, 5, 30))
    make_milestone(objective, due_on=date(2026, 6, 15), met_on=date(2026, 7, 15))
    plan = make_plan(opened_on=date(2026, 4, 2))
    green, late = make_action(due_on=date(2027, 3, 1), plan=plan), make_action(due_on=date(2026, 6, 1), plan=plan)
    for action in (green, late):
        ObjectiveAction.objects.create(objective=objective, action=action, added_on=date(2026, 4, 10))
    ObjectiveAction.objects.create(objective=objective, action=make_action(due_on=TODAY, plan=plan), added_on=date(2026, 7, 1))
    position = write(business, objective, rating="red")
    assert (position.as_at, position.written_by, position.edition) == (date(2026, 6, 30), business, 1)
    assert (position.red, position.amber, position.green, position.blue) == (1, 0, 1, 0)
    assert (position.milestones, position.milestones_due, position.milestones_met) == (2, 2, 1)
    assert (position.proposed, position.proposed_reason) == ("red", "1 of 2 milestones due is late.")
    Milestone.objects.filter(place=2).update(met_on=date(2026, 6, 1))
    position.refresh_from_db()
    assert position.milestones_met == 1


def test_while_a_quarter_runs_it_speaks_of_today(business: Person) -> None:
    assert write(business, make_objective(YEAR), 3).as_at == TODAY


def test_a_quarter_to_come_is_refused(business: Person) -> None:
    with pytest.raises(Refused, match="Q4 2026-27 is still to come"):
        write(business, make_objective(YEAR), 4, outcome="met")
    with pytest.raises(NotVisible):
        write(business, make_objective(YEAR), 5)


def test_it_is_written_once_and_corrected_by_another_edition_with_a_reason(business: Person) -> None:
    objective = make_objective(YEAR)
    first = write(business, objective)
    assert write(business, objective) == first
    with pytest.raises(Conflict, match="Somebody else has written"):
        write(business, objective, text="Other")
    with pytest.raises(Refused, match="why the position is corrected") as refused:
        write(business, objective, text="Other", edition=1)
    assert refused.value.field == "reason"
    make_milestone(objective, missed_on=date(2026, 6, 1), missed_reason="No staff")
    second = write(business, objective, text="Other", edition=1, reason="A number was wrong")
    assert (second.edition, second.reason, second.proposed, second.milestones) == (2, "A number was wrong", first.proposed, 0)
    with pytest.raises(Conflict):
        write(business, objective, text="Third", edition=1, reason="x")
    assert [one.text for one in all_positions(objective)] == ["Other", "It moves."]
    assert standing_of(objective).positions[1] == second
    verbs = [event.verb for event in history(Subject("objective", objective.reference))]
    assert verbs == ["board.position_written", "board.position_corrected"]


def test_the_proposed_rating_is_overruled_with_a_reason(business: Person) -> None:
    objective = make_objective(YEAR)
    assert proposal_for(objective, 1) == ("amber", "It has no milestones and no actions to go by.")
    with pytest.raises(Refused, match="why it differs") as refused:
        write(business, objective, rating="green")
    assert refused.value.field == "overruled_reason"
    position = write(business, objective, rating="green", overruled_reason="The board saw it")
    assert (position.rating, position.proposed, position.overruled_reason) == ("green", "amber", "The board saw it")
    assert proposal_for(objective, 1) == ("amber", position.proposed_reason)


@pytest.mark.parametrize(
    ("given", "field"),
    [({"rating": "pink"}, "rating"), ({"progress": "much"}, "progress"), ({"outcome": "perhaps"}, "outcome")],
)
def test_other_words_are_refused_beside_their_question(business: Person, given: dict[str, str], field: str) -> None:
    with pytest.raises(Refused) as refused:
        write(business, make_objective(YEAR), **given)
    assert refused.value.field == field


def test_the_end_of_the_year_says_whether_it_is_met(business: Person) -> None:
    objective = make_objective("2025-26")
    with pytest.raises(Refused, match="end of the year") as refused:
        write(business, objective, 4)
    assert refused.value.field == "outcome"
    assert write(business, objective, 4, outcome="partly").outcome == "partly"


@pytest.mark.parametrize(
    ("counted", "rating", "words"),
    [
        (Counted(), "amber", "no milestones and no actions"),
        (Counted(3, 1, 0, 1), "red", "1 milestone was missed"),
        (Counted(4, 2, 1, late=1), "red", "1 of 2 milestones due is late"),
        (Counted(4, 3, 2, late=1), "amber", "1 of 3 milestones due is late"),
        (Counted(actions={"red": 1, "green": 1}), "red", "1 of 2 actions is red"),
        (Counted(actions={"red": 1, "green": 2}), "amber", "1 of 3 actions is red and 0 amber"),
        (Counted(actions={"amber": 1, "green": 1}), "amber", "0 of 2 actions are red and 1 amber"),
        (Counted(2, 2, 2, actions={"blue": 2}), "blue", "Every milestone is met, and every action is done and embedded"),
        (Counted(2, 2, 2), "blue", r"^Every milestone is met\.$"),
        (Counted(2, 2, 2, actions={"blue": 1, "green": 1}), "green", "Nothing that is due is late"),
        (Counted(2, 1, 1), "green", "Nothing that is due is late"),
    ],
)
def test_the_rating_follows_from_milestones_and_actions(counted: Counted, rating: str, words: str) -> None:
    found, why = proposed(counted)
    assert found == rating
    assert re.search(words, why)


def test_what_we_have_done_are_the_points_of_all_quarters_once() -> None:
    objective = make_objective(YEAR)
    first = make_position(objective, 1, done="Trained 40 people\n\n Wrote the plan ", outcome="")
    second = make_position(objective, 2, done="Wrote the plan\nPublished it", outcome="partly")
    third = make_position(objective, 3, done="", outcome="")
    assert points_of([first, second, third]) == ("Trained 40 people", "Wrote the plan", "Published it")
    assert outcome_of([first, second, third]) == "partly"


def test_little_or_no_progress_is_a_list_of_its_own() -> None:
    good, little, moved = make_objective(YEAR), make_objective(YEAR), make_objective(YEAR)
    make_position(good, 1, progress="good")
    make_position(little, 1, progress="little")
    make_position(moved, 1, progress="little")
    make_position(moved, 2, progress="some")
    make_objective(YEAR)
    found = little_progress(year_plan(good.priority.business_plan))
    assert [one.objective for one in found] == [little]


@pytest.fixture
def written() -> Iterator[ObjectivePosition]:
    return make_position(make_objective(YEAR), 1)


def test_the_database_changes_and_takes_back_nothing(written: ObjectivePosition) -> None:
    written.text = "Better"
    with pytest.raises(InternalError), transaction.atomic():
        written.save()
    with pytest.raises(InternalError), transaction.atomic():
        written.delete()


@pytest.mark.parametrize(
    "given",
    [{"quarter": 5}, {"rating": "red"}, {"quarter": 4, "outcome": ""}, {"edition": 2}, {"reason": "x"}, {"milestones_met": 3}],
)
def test_the_database_refuses_what_cannot_be(written: ObjectivePosition, given: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_position(written.objective, given.pop("quarter", 2), **given)
