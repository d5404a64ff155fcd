"""Reviews of adults and of domestic homicides, and joint events, are records of their own; a case’s link is seen by its team."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from foundation import clock
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from reviews.models import LinkedLearning
from reviews.selectors.linked import learning_to_link, links_of
from reviews.services.linked import LearningWritten, change_learning, link_case, write_learning
from tests.factories import make_person, sign_in
from tests.reviews import build

pytestmark = pytest.mark.django_db


def told(**changes: Any) -> LearningWritten:
    return LearningWritten(**{"kind": "homicide", "title": "A death review of 2026", "began_on": date(2026, 3, 4), **changes})


def test_it_is_written_changed_and_linked() -> None:
    owner = build.board_manager()
    row = write_learning(by=owner, written=told())
    change_learning(
        by=owner, reference=row.reference, version=1, written=told(learnt="Ask about coercion.", ended_on=date(2026, 5, 1))
    )
    with pytest.raises(Conflict):
        change_learning(by=owner, reference=row.reference, version=1, written=told())
    incident = build.with_child(owner)
    assert learning_to_link(incident.case) == ((row.reference, "Domestic abuse related death review: A death review of 2026"),)
    link_case(by=owner, case=incident.case.reference, learning=row.reference, why="The same home")
    assert [link.learning.learnt for link in links_of(incident.case)] == ["Ask about coercion."]
    assert learning_to_link(incident.case) == ()
    with pytest.raises(Refused, match="linked already"):
        link_case(by=owner, case=incident.case.reference, learning=row.reference)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"began_on": clock.today() + timedelta(days=1)}, "began_on"),
        ({"ended_on": date(2026, 3, 3)}, "ended_on"),
    ],
)
def test_days_and_title_are_checked(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        write_learning(by=build.board_manager(), written=told(**changes))
    assert refused.value.field == field


def test_only_who_runs_it_writes_and_nobody_links_a_case_that_is_not_theirs() -> None:
    with pytest.raises(NotAllowed):
        write_learning(by=make_person("scrutineer"), written=told())
    row = write_learning(by=build.board_manager(), written=told())
    with pytest.raises(NotVisible):
        link_case(by=build.board_manager(), case=build.with_child(build.board_manager()).case.reference, learning=row.reference)


def test_the_page_of_the_record_does_not_say_to_which_case_it_belongs(client: Client) -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    row = write_learning(by=owner, written=told())
    link_case(by=owner, case=incident.case.reference, learning=row.reference)
    sign_in(client, make_person("scrutineer"))
    page = client.get(reverse("reviews:one_learning", args=[row.reference])).content.decode()
    assert "A death review of 2026" in page
    assert incident.case.reference not in page
    assert LinkedLearning.objects.count() == 1
    sign_in(client, owner)
    assert "A death review of 2026" in client.get(reverse("reviews:case", args=[incident.case.reference])).content.decode()
