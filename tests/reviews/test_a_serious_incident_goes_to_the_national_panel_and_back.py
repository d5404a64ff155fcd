"""Considered, decided about by each partner, notified within five working days, reviewed within fifteen, sent and answered."""

from datetime import date

import pytest

from foundation import clock
from foundation.errors import Conflict, NotVisible, Refused
from reviews.models import IncidentState, Question, TeamRole
from reviews.rules.notifying import Advice, Facts, advice
from reviews.services import incidents
from tests.factories import make_agency, make_holding, make_person
from tests.reviews import build
from work.models import Clock

pytestmark = pytest.mark.django_db
S = IncidentState


def clocks(incident: object) -> dict[str, date]:
    running = Clock.objects.filter(subject_reference=incident.case.reference, stopped_at__isnull=True)  # type: ignore[attr-defined]
    return {row.kind: row.due_at.astimezone(clock.LONDON).date() for row in running}


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        (Facts("physical", "yes"), Advice.NOTIFY),
        (Facts("death", "no", frozenset({"looked_after"})), Advice.NOTIFY_DEATH),
        (Facts("death", "unknown", frozenset({"leaver"})), Advice.NOTIFY_DEATH),
        (Facts("death", "no", frozenset({"need"})), Advice.CONSIDER),
        (Facts("neglect", "unknown"), Advice.FIND_OUT),
        (Facts("physical", "no", frozenset({"looked_after"})), Advice.CONSIDER),
    ],
)
def test_what_the_law_wants(facts: Facts, found: Advice) -> None:
    """Domain note on reviews, section 13."""
    assert advice(facts) == found


def test_five_working_days_count_from_becoming_aware_not_from_the_incident() -> None:
    """Aware on Wednesday 18 November 2026: by Wednesday 25; the incident was weeks before."""
    owner = build.board_manager()
    with clock.frozen(build.on(date(2026, 11, 18), 15)):
        incident = build.opened(owner, build.on(date(2026, 11, 18), 14), happened_on=date(2026, 10, 30))
    assert incident.notify_due_on == date(2026, 11, 25)
    assert clocks(incident) == {"reviews.notify": date(2026, 11, 25)}


def test_fifteen_working_days_count_from_the_notification() -> None:
    """Notified on Monday 23 November 2026: by Monday 14 December."""
    owner = build.board_manager()
    with clock.frozen(build.on(date(2026, 11, 20))):
        incident = build.with_child(owner)
    with clock.frozen(build.on(date(2026, 11, 23))):
        found = incidents.notify(**build.step(owner, incident), notified_on=date(2026, 11, 23))
    assert found.review_due_on == date(2026, 12, 14)
    assert clocks(found) == {"reviews.rapid_review": date(2026, 12, 14)}


def test_it_goes_all_the_way() -> None:
    owner = build.board_manager()
    incident = build.at(owner, S.REPLIED)
    assert incident.practice_review is True
    assert clocks(incident) == {}
    found = incidents.close_incident(**build.step(owner, incident))
    assert found.state == S.CLOSED


def test_what_must_be_notified_cannot_be_left() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    build.all_decide(owner, incident, Question.NOTIFY, agreed=False)
    with pytest.raises(Refused, match="must be notified"):
        incidents.leave_unnotified(**build.step(owner, incident), reason="We think not.")


def test_not_notifying_takes_all_three_partners_and_a_reason() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner, abuse_suspected="no", abuse_reasons="")
    with pytest.raises(Refused, match="Not decided yet: Council, Health, Police"):
        incidents.leave_unnotified(**build.step(owner, incident), reason="An accident.")
    build.all_decide(owner, incident, Question.NOTIFY, agreed=False, but="health")
    with pytest.raises(Refused, match="Decided otherwise: Health"):
        incidents.leave_unnotified(**build.step(owner, incident), reason="An accident.")
    build.all_decide(owner, incident, Question.NOTIFY, agreed=False)
    with pytest.raises(Refused, match="Enter why"):
        incidents.leave_unnotified(**build.step(owner, incident), reason=" ")
    found = incidents.leave_unnotified(**build.step(owner, incident), reason="An accident.")
    assert (found.state, found.not_notified_reason, clocks(found)) == (S.NOT_NOTIFIED, "An accident.", {})


def test_when_more_is_known_it_is_considered_again_and_the_first_day_counts() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner, abuse_suspected="no", abuse_reasons="")
    build.all_decide(owner, incident, Question.NOTIFY, agreed=False)
    incidents.leave_unnotified(**build.step(owner, incident), reason="An accident.")
    due = build.again(incident).notify_due_on
    incidents.consider_again(**build.step(owner, incident), reason="A witness came forward.")
    assert clocks(build.again(incident)) == {"reviews.notify": due}


def test_a_notification_needs_a_child_and_an_answer_about_abuse() -> None:
    owner = build.board_manager()
    without = build.opened(owner)
    with pytest.raises(Refused, match="Add the child"):
        incidents.notify(**build.step(owner, without), notified_on=clock.today())
    unsure = build.with_child(owner, abuse_suspected="unknown", abuse_reasons="")
    with pytest.raises(Refused, match="whether abuse or neglect is suspected"):
        incidents.notify(**build.step(owner, unsure), notified_on=clock.today())


def test_the_partners_decide_about_a_practice_review_by_most_of_three() -> None:
    owner = build.board_manager()
    incident = build.at(owner, S.NOTIFIED)
    with pytest.raises(Refused, match="Each of the three partners"):
        incidents.record_meeting(**build.step(owner, incident), written=build.met())
    build.all_decide(owner, incident, Question.REVIEW, agreed=False, but="police")
    with pytest.raises(Refused, match="decided otherwise"):
        incidents.record_meeting(**build.step(owner, incident), written=build.met())
    found = incidents.record_meeting(**build.step(owner, incident), written=build.met(practice_review=False))
    assert found.state == S.MET


def test_signing_off_takes_all_three_after_the_meeting() -> None:
    owner = build.board_manager()
    incident = build.at(owner, S.MET)
    with pytest.raises(Refused, match="Not decided yet"):
        incidents.sign_off_review(**build.step(owner, incident))


def test_what_partners_signed_lapses_when_the_meeting_is_recorded_anew() -> None:
    owner = build.board_manager()
    incident = build.at(owner, S.MET)
    build.all_decide(owner, incident, Question.SIGN_OFF)
    incidents.record_meeting(**build.step(owner, incident), written=build.met(facts="More is known."))
    with pytest.raises(Refused, match="Not decided yet: Council, Health, Police"):
        incidents.sign_off_review(**build.step(owner, incident))
    assert not incident.case.decisions.filter(question=Question.SIGN_OFF, replaced_at__isnull=True).exists()


def test_a_review_is_not_signed_off_against_what_most_partners_decide_now() -> None:
    owner = build.board_manager()
    incident = build.at(owner, S.MET)
    build.all_decide(owner, incident, Question.SIGN_OFF)
    build.all_decide(owner, incident, Question.REVIEW, agreed=False)
    with pytest.raises(Refused, match="decided otherwise"):
        incidents.sign_off_review(**build.step(owner, incident))


def test_a_national_review_is_suggested_with_reasons() -> None:
    owner = build.board_manager()
    incident = build.at(owner, S.NOTIFIED)
    build.all_decide(owner, incident, Question.REVIEW)
    with pytest.raises(Refused, match="why a national review"):
        incidents.record_meeting(**build.step(owner, incident), written=build.met(national_review=True))


def test_a_later_decision_takes_the_place_of_the_one_before_which_stays() -> None:
    owner = build.board_manager()
    incident = build.at(owner, S.NOTIFIED)
    build.all_decide(owner, incident, Question.REVIEW, agreed=False)
    build.all_decide(owner, incident, Question.REVIEW)
    rows = incident.case.decisions.filter(question=Question.REVIEW)
    assert [row.agreed for row in rows.filter(replaced_at__isnull=True)] == [True] * 3
    assert rows.count() == 6


def test_an_executive_on_the_case_speaks_for_their_own_seat_only() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    police = make_agency("police")
    executive = make_person(None, police)
    make_holding(executive, "executive", police, seat="police")
    build.named(owner, incident, executive, TeamRole.EXECUTIVE, independent=False)
    given = {
        "by": executive,
        "case": incident.case.reference,
        "question": "notify",
        "agreed": True,
        "reasons": "It is a crime.",
        "whom": "The superintendent",
        "decided_on": clock.today(),
    }
    assert incidents.record_decision(seat="police", **given)  # type: ignore[arg-type]
    with pytest.raises(NotVisible):
        incidents.record_decision(seat="health", **given)  # type: ignore[arg-type]


def test_where_the_panel_disagrees_the_partnership_says_what_it_does() -> None:
    owner = build.board_manager()
    incident = build.at(owner, S.SENT)
    reply = {"replied_on": clock.today(), "outcome": "accepted", "agrees": False, "words": "Think again."}
    with pytest.raises(Refused, match="what the partnership does"):
        incidents.record_reply(**build.step(owner, incident), **reply)  # type: ignore[arg-type]
    found = incidents.record_reply(**build.step(owner, incident), **reply, answer="We shall.")  # type: ignore[arg-type]
    assert found.state == S.REPLIED


def test_two_people_at_once_are_told() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner)
    old = build.step(owner, incident)
    incidents.write_incident(**old, written=build.written(place="At home"))
    with pytest.raises(Conflict):
        incidents.write_incident(**old, written=build.written(place="In hospital"))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"happened_on": date(2100, 1, 1)}, "today or in the past"),
    ],
)
def test_days_that_cannot_be_are_refused(changes: dict[str, object], sentence: str) -> None:
    owner = build.board_manager()
    with pytest.raises(Refused, match=sentence):
        build.opened(owner, **changes)
