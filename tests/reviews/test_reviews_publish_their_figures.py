"""Incidents and rapid reviews are counted with those in time; children are told by one feature at a time."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import FigureValue, groups
from reviews.models import IncidentState, SeriousIncident
from tests.board.build import make_theme
from tests.reviews import build
from tests.reviews.build_findings import found, recommended

pytestmark = pytest.mark.django_db


def told(source: str) -> dict[str, FigureValue]:
    (group,) = (one for one in groups() if one.app == source)
    with connection.cursor() as cursor:
        return {value.code: value for value in group.read(FinancialYear.of(clock.today()), cursor)}


def at(state: IncidentState, **changes: Any) -> SeriousIncident:
    incident = build.at(build.board_manager(), state)
    SeriousIncident.objects.filter(pk=incident.pk).update(**changes)
    return incident


def test_what_was_late_is_counted_and_not_in_time() -> None:
    at(IncidentState.SENT)
    at(IncidentState.SENT, review_due_on=date(2020, 1, 1))
    at(IncidentState.NOTIFIED, notify_due_on=date(2020, 1, 1))
    at(IncidentState.CONSIDERED)
    found = told("reviews.incidents")
    assert found["incidents.notified"].value == 3
    assert (found["incidents.in_time"].numerator, found["incidents.in_time"].denominator) == (2, 3)
    assert found["reviews.rapid"].value == 2
    assert (found["reviews.rapid_in_time"].numerator, found["reviews.rapid_in_time"].denominator) == (1, 2)
    assert found["reviews.opened"].by == {"case_kind": {"Serious incident": 4}}


def test_children_are_told_by_one_feature_at_a_time() -> None:
    at(IncidentState.NOTIFIED)
    at(IncidentState.NOTIFIED)
    at(IncidentState.CONSIDERED)
    value = told("reviews.children")["incidents.children"]
    assert value.value == 2
    assert value.by["age"]["5 to 9"] == 2
    assert value.by["harm"] == {"Serious physical harm": 2}
    assert value.by["social_care"] == {"Child in need": 2}
    assert all(sum(parts.values()) == 2 for parts in value.by.values())


def test_findings_are_told_with_their_themes_and_how_many_were_answered() -> None:
    owner, theme = build.board_manager(), make_theme()
    incident = build.with_child(owner)
    recommended(owner, found(owner, incident, themes=[theme.code]))
    found(owner, incident, kind="practice", text="Notes were late.")
    found(owner, incident, kind="good", text="A nurse came back.")
    values = told("reviews.findings")
    assert values["reviews.findings"].value == 3
    assert values["reviews.themes"].by == {"theme": {"Named by few findings": 1}}
    answered = values["reviews.findings_answered"]
    assert (answered.numerator, answered.denominator) == (1, 2)


def test_a_year_without_any_tells_nothing_wrong() -> None:
    for source in ("reviews.incidents", "reviews.children", "reviews.findings"):
        for value in told(source).values():
            assert value.value in (0, None)
