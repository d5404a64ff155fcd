"""Offered, accepted or returned with a reason, by its team and by nobody else."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core import mail
from django.db import connection

from foundation import clock as time
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.events import history
from foundation.models import OutboxMessage
from foundation.outbox import deliver_now
from tests.factories import make_agency, make_person, make_team
from tests.work import kinds
from tests.work.build import CONTACT, SYSTEM, inside, make_handover
from work.models import Handover
from work.selectors.handovers import handover_for
from work.selectors.open_work import handovers_on, open_work_on
from work.services.handovers import accept_handover, offer_handover, return_handover, withdraw_handover

database = pytest.mark.django_db


@database
def test_an_offer_starts_the_clock_of_its_answer_and_tells_the_team() -> None:
    team = make_team()
    member = make_person("social_worker", team=team)
    offered = make_handover(team, note="Two brothers, school knows.")
    assert offered.clock.owner_team == team
    assert offered.clock.due_at.date() == time.today().replace(day=19)
    message = OutboxMessage.objects.get()
    assert message.payload["to"] == member.email
    deliver_now()
    assert "brothers" not in mail.outbox[0].body + mail.outbox[0].subject
    assert f"/handovers/{offered.reference}/" in mail.outbox[0].body


@database
def test_a_member_accepts_and_what_follows_happens_in_the_same_moment() -> None:
    offered = make_handover()
    member = make_person("social_worker", team=offered.to_team)
    accepted = accept_handover(by=member, reference=offered.reference)
    assert (accepted.state, accepted.accepted_by) == ("accepted", member.reference)
    offered.clock.refresh_from_db()
    assert offered.clock.outcome == "accepted"
    assert kinds.heard == [("accepted", offered.reference)]
    assert [event.verb for event in history(CONTACT)] == ["handover.offered", "handover.accepted"]
    assert not open_work_on(CONTACT)
    assert handovers_on(CONTACT) == (offered,)


@database
def test_a_member_returns_it_with_a_reason() -> None:
    offered = make_handover()
    member = make_person("social_worker", team=offered.to_team)
    with pytest.raises(Refused, match="Enter why"):
        return_handover(by=member, reference=offered.reference, reason=" ")
    returned = return_handover(by=member, reference=offered.reference, reason="The family lives in another area.")
    assert (returned.state, returned.return_reason) == ("returned", "The family lives in another area.")
    assert kinds.heard == [("returned", offered.reference)]


@database
def test_a_refusal_of_what_follows_refuses_the_acceptance() -> None:
    offered = make_handover(kind="tests.full")
    member = make_person("social_worker", team=offered.to_team)
    with pytest.raises(Refused, match="no room"):
        accept_handover(by=member, reference=offered.reference)
    offered.refresh_from_db()
    assert offered.state == "offered"
    assert offered.clock.stopped_at is None


@database
@pytest.mark.parametrize("whose", ["another team", "the same agency", "the offering team", "nobody's"])
def test_for_others_it_does_not_exist(whose: str) -> None:
    offered = make_handover()
    person = {
        "another team": lambda: make_person("social_worker", team=make_team()),
        "the same agency": lambda: make_person("social_worker", agency=offered.to_team.agency),
        "the offering team": lambda: make_person("social_worker", team=offered.from_team),
        "nobody's": lambda: make_person(None),
    }[whose]()
    for act in (
        lambda: accept_handover(by=person, reference=offered.reference),
        lambda: return_handover(by=person, reference=offered.reference, reason="Not ours."),
    ):
        with pytest.raises(NotVisible):
            act()
    if whose == "the offering team":
        assert handover_for(person, offered.reference) == offered
    else:
        with pytest.raises(NotVisible):
            handover_for(person, offered.reference)


@database
def test_a_team_whose_agency_has_no_agreement_sees_nothing() -> None:
    team = make_team(make_agency(with_agreement=False))
    offered = make_handover(team)
    with pytest.raises(NotVisible):
        accept_handover(by=make_person("social_worker", team=team), reference=offered.reference)


@database
def test_a_kind_may_be_accepted_by_some_roles_of_the_team_only() -> None:
    offered = make_handover(kind="tests.managers_only")
    with pytest.raises(NotAllowed, match="manager"):
        accept_handover(by=make_person("social_worker", team=offered.to_team), reference=offered.reference)
    assert accept_handover(by=make_person("team_manager", team=offered.to_team), reference=offered.reference).state == "accepted"


@database
def test_what_is_answered_is_answered_once() -> None:
    offered = make_handover()
    member = make_person("social_worker", team=offered.to_team)
    accept_handover(by=member, reference=offered.reference)
    with inside():
        for act in (
            lambda: accept_handover(by=member, reference=offered.reference),
            lambda: return_handover(by=member, reference=offered.reference, reason="Changed my mind."),
            lambda: withdraw_handover(by=SYSTEM, reference=offered.reference),
        ):
            with pytest.raises(Refused, match="already"):
                act()
    assert kinds.heard == [("accepted", offered.reference)]


@database
def test_an_offer_may_be_withdrawn_and_made_again() -> None:
    offered = make_handover()
    with inside():
        withdraw_handover(by=SYSTEM, reference=offered.reference)
    offered.clock.refresh_from_db()
    assert offered.clock.outcome == "withdrawn"
    assert make_handover().state == "offered"


@database
def test_an_offer_is_refused_to_a_closed_team_to_oneself_and_twice() -> None:
    closed, team = make_team(), make_team()
    closed.closed_on = time.today()
    closed.save()
    with pytest.raises(Refused, match="closed"):
        make_handover(closed)
    with pytest.raises(Refused, match="another team"):
        make_handover(team, from_team=team)
    make_handover(team)
    with pytest.raises(Refused, match="offered to a team already"):
        make_handover()


@database
def test_nobody_offers_or_withdraws_by_themselves() -> None:
    with pytest.raises(NotAllowed):
        offer_handover(
            by=make_person(), kind="tests.passing", subject=CONTACT, from_team=make_team(), to_team=make_team(), note=""
        )
    with pytest.raises(NotAllowed):
        withdraw_handover(by=make_person(), reference="NM-H-0000-0000")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_accept_at_once_one_is_refused() -> None:
    offered = make_handover()
    members = [make_person("social_worker", team=offered.to_team) for _ in range(2)]
    together = Barrier(2, timeout=10)
    at = time.now()

    def accept(number: int) -> str:
        with time.frozen(at):
            try:
                together.wait()
                accept_handover(by=members[number], reference=offered.reference)
            except Refused as refused:
                return refused.sentence
            finally:
                connection.close()
            return "accepted"

    with ThreadPoolExecutor(2) as both:
        answers = sorted(both.map(accept, range(2)))
    assert answers == ["Somebody has already accepted, returned or withdrawn this handover.", "accepted"]
    assert len(kinds.heard) == 1
    assert Handover.objects.get().accepted_by in {member.reference for member in members}
