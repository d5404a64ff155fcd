"""A death in care is notified and its rapid review considered; where abuse is suspected one is required."""

from typing import Any

import pytest

from accounts.models import Person, RoleHolding
from foundation import clock
from foundation.errors import Refused
from reviews.models import IncidentState, PanelOutcome, Question, SeriousIncident
from reviews.services.cases import add_child
from reviews.services.incidents import leave_unreviewed, notify
from tests.reviews import build
from work.models import Clock

pytestmark = pytest.mark.django_db
WHY = "The child died of an illness, and nothing points to harm."


def death_in_care(**changes: Any) -> tuple[Person, SeriousIncident]:
    owner = build.board_manager()
    told = {"harm": "death", "abuse_suspected": "no", "abuse_reasons": "", **changes}
    incident = build.opened(owner, **told)
    add_child(by=owner, case=incident.case.reference, told=build.robin(known_to_care="looked_after"))
    notify(**build.step(owner, incident), notified_on=clock.today())
    return owner, build.again(incident)


def test_all_three_partners_say_that_none_is_needed() -> None:
    owner, incident = death_in_care()
    with pytest.raises(Refused, match="Not decided yet"):
        leave_unreviewed(**build.step(owner, incident), reason=WHY)
    build.all_decide(owner, incident, Question.RAPID, agreed=False, but=RoleHolding.Seat.POLICE)
    with pytest.raises(Refused, match="Decided otherwise: Police"):
        leave_unreviewed(**build.step(owner, incident), reason=WHY)
    build.all_decide(owner, incident, Question.RAPID, agreed=False)
    with pytest.raises(Refused, match="why no rapid review"):
        leave_unreviewed(**build.step(owner, incident), reason=" ")
    leave_unreviewed(**build.step(owner, incident), reason=WHY)
    incident = build.again(incident)
    assert (incident.state, incident.not_reviewed_reason) == (IncidentState.CLOSED, WHY)
    assert not Clock.objects.filter(subject_reference=incident.case.reference, stopped_at__isnull=True).exists()


def test_where_abuse_is_suspected_the_national_panel_has_to_agree() -> None:
    owner, incident = death_in_care(abuse_suspected="yes", abuse_reasons="An injury.")
    build.all_decide(owner, incident, Question.RAPID, agreed=False)
    with pytest.raises(Refused, match="required") as refused:
        leave_unreviewed(**build.step(owner, incident), reason=WHY)
    assert refused.value.field == "panel_agrees"
    leave_unreviewed(**build.step(owner, incident), reason=WHY, panel_agrees=True)
    assert build.again(incident).panel_outcome == PanelOutcome.NOT_MEETING


def test_a_review_that_has_met_is_not_left_out() -> None:
    owner = build.board_manager()
    incident = build.at(owner, IncidentState.MET)
    with pytest.raises(Refused, match="decided after the notification"):
        leave_unreviewed(**build.step(owner, incident), reason=WHY, panel_agrees=True)
