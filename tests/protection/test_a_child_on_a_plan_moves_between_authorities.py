"""Children on a plan who move here from another authority, or away to one: recorded, settled and shown on pages."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.models import AccessLogEntry
from children.models import Child, ChildMerge, NotTheSame
from children.rules import ChildDetails
from foundation import clock
from foundation.errors import NotVisible, Refused
from protection.models import Conference, FamilyGroup, ProtectionPlan, Transfer
from protection.rules.checking import ChildDecided
from protection.services.plans import end_plan
from protection.services.transfers import ArrivingPlan, note_transfer_in
from tests import factories
from tests.protection import build
from tests.protection.build import again

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 25)


@pytest.fixture
def service() -> build.Service:
    return build.make()


def day(name: str, when: date) -> dict[str, Any]:
    return {f"{name}-day": when.day, f"{name}-month": when.month, f"{name}-year": when.year}


def arriving(service: build.Service, **changes: Any) -> dict[str, Any]:
    return {
        "team": service.hub.assessment.code,
        "family_name": "Moved",
        "given_name": "Mo",
        **day("birth_date", date(2016, 4, 4)),
        "sex": "M",
        "authority": "Southmere",
        **day("plan_started_on", date(2026, 3, 2)),
        "category": "EMO",
        "previous_plans": 1,
        **day("told_on", date(2026, 11, 18)),
        **changes,
    }


def test_a_child_who_moves_here_is_taken_over_on_a_page(service: build.Service) -> None:
    client = factories.sign_in(Client(), service.manager)
    assert b"/child-protection/move-in/" in client.get("/child-protection/").content
    assert client.get("/child-protection/move-in/").status_code == 200
    late = client.post("/child-protection/move-in/", arriving(service, **day("told_on", date(2026, 2, 1))))
    assert late.status_code == 422
    assert "2 March 2026 or later" in late.context["form"].errors["told_on"][0]
    unborn = client.post("/child-protection/move-in/", arriving(service, **day("expected_delivery_date", date(2027, 1, 8))))
    assert unborn.status_code == 422
    assert not Transfer.objects.exists()
    answer = client.post("/child-protection/move-in/", arriving(service), follow=True)
    page = answer.content.decode()
    family = FamilyGroup.objects.get()
    assert answer.redirect_chain == [(f"/child-protection/families/{family.reference}/", 302)]
    assert "Mo Moved: moves in, Southmere" in page
    assert "conference due by 9 December 2026" in page
    assert "/settle/" not in page  # the conference settles it
    assert Conference.objects.get().type == "transfer_in"
    assert Transfer.objects.get().previous_plans == 1


def known_and_arriving(service: build.Service, **changes: Any) -> tuple[Child, dict[str, Any]]:
    """A child with whom the team works already, and the same child as another authority tells of them."""
    known = build.called(service).children.get().child
    told = {"family_name": known.family_name, "given_name": known.given_name, **day("birth_date", date(2018, 1, 1))}
    return known, arriving(service, **{**told, **changes})


def test_a_child_who_is_known_is_proposed_and_the_record_is_the_known_one(service: build.Service) -> None:
    known, told = known_and_arriving(service)
    client = factories.sign_in(Client(), service.manager)
    asked = client.post("/child-protection/move-in/", told)
    assert asked.status_code == 422
    assert asked.context["form"].errors["same"] == ["Select whether it is one of these children"]
    assert f"{known.full_name}, 1 January 2018" in asked.content.decode()
    assert "Likely the same child" in asked.content.decode() or "Very likely the same child" in asked.content.decode()
    looked = AccessLogEntry.objects.filter(route="protection:transfer_in").latest("pk")
    assert looked.child_references == [known.reference]
    assert not Transfer.objects.exists()
    assert client.post("/child-protection/move-in/", {**told, "same": known.reference}).status_code == 302
    assert Transfer.objects.get().child == known
    merge = ChildMerge.objects.get()
    assert (merge.greater, merge.kind, merge.reason) == (known, "linked", "Moved here on a plan of Southmere")


def test_a_child_who_is_another_is_registered_and_not_proposed_again(service: build.Service) -> None:
    known, told = known_and_arriving(service)
    client = factories.sign_in(Client(), service.manager)
    assert client.post("/child-protection/move-in/", {**told, "same": "nobody"}).status_code == 302
    made = Transfer.objects.get().child
    assert made != known
    pair = NotTheSame.objects.get()
    assert {pair.first, pair.second} == {known, made}
    assert not ChildMerge.objects.exists()


def test_nobody_is_registered_beside_a_likely_record_without_being_told_which(service: build.Service) -> None:
    known, _told = known_and_arriving(service)
    details = ChildDetails(known.family_name, known.given_name, birth_date=known.birth_date, sex="M")
    plan = ArrivingPlan("Southmere", date(2026, 3, 2), "EMO", told_on=date(2026, 11, 18))
    team, before = service.hub.assessment.code, Child.objects.count()
    with pytest.raises(Refused, match="Select whether it is one of these"):
        note_transfer_in(by=service.manager, team=team, child=details, plan=plan)
    with pytest.raises(NotVisible):
        note_transfer_in(by=service.manager, team=team, child=details, plan=plan, same_as="NM-K-NOBODY")
    assert Child.objects.count() == before


def test_a_child_whom_others_alone_know_is_not_shown_but_they_are_to_be_rung(service: build.Service) -> None:
    known, told = known_and_arriving(service)
    other = factories.make_team(name="Family support West")
    manager = factories.make_person("team_manager", team=other)
    client = factories.sign_in(Client(), manager)
    page = client.post("/child-protection/move-in/", {**told, "team": other.code}, follow=True).content.decode()
    assert "Somebody else very likely knows this child. Ring them: Assessment team East" in page
    assert known.reference not in page
    assert Transfer.objects.get().child != known


def test_a_stay_for_a_time_is_listed_and_ends_on_a_page(service: build.Service) -> None:
    client = factories.sign_in(Client(), service.manager)
    client.post("/child-protection/move-in/", arriving(service, temporary="on"))
    transfer = Transfer.objects.get()
    assert not Conference.objects.exists()
    listed = client.get("/child-protection/").content.decode()
    assert "Mo Moved" in listed
    assert "for a time" in listed
    here = f"/child-protection/families/{transfer.family.reference}/"
    settle = f"{here}moves/{transfer.pk}/settle/"
    shown = client.get(here).content.decode()
    assert settle in shown
    assert "On a plan of another authority: Southmere" in shown
    before = AccessLogEntry.objects.count()
    assert client.get(settle).status_code == 200
    assert AccessLogEntry.objects.count() == before + 1
    assert client.post(settle, {}).status_code == 422
    early = client.post(settle, day("on", date(2026, 11, 1)))
    assert "18 November 2026 or later" in early.context["form"].errors["on"][0]
    assert client.post(settle, day("on", clock.today())).status_code == 302
    assert again(transfer).returned_on == clock.today()
    assert client.get(settle).status_code == 404
    assert "Mo Moved" not in client.get("/child-protection/").content.decode()


def test_a_child_who_moves_away_is_let_go_once_the_other_authority_has_met(service: build.Service) -> None:
    plan = build.on_plan(service)
    with clock.frozen(build.nine_o_clock(date(2026, 12, 1))):
        client = factories.sign_in(Client(), service.worker)
        here = f"/child-protection/plans/{plan.reference}/"
        assert f"{here}move-out/" in client.get(here).content.decode()
        empty = client.post(f"{here}move-out/", {"version": plan.version})
        assert "Enter which authority" in empty.context["form"].errors["authority"][0]
        out = {"version": again(plan).version, "authority": "Southmere", **day("told_on", date(2026, 11, 30))}
        page = client.post(f"{here}move-out/", out, follow=True).content.decode()
        assert "Southmere, told on 30 November 2026" in page
        assert f"{here}move-out/" not in page
        transfer = Transfer.objects.get()
        settle = f"/child-protection/families/{plan.family.reference}/moves/{transfer.pk}/settle/"
        with clock.frozen(build.nine_o_clock(date(2026, 12, 8))):
            client = factories.sign_in(Client(), service.worker)
            client.post(settle, day("on", date(2026, 12, 7)))
            assert again(transfer).accepted_on == date(2026, 12, 7)
            ends = {"by": service.manager, "reference": plan.reference, "reason": "transferred", "note": "With Southmere."}
            with pytest.raises(Refused, match="receiving authority"):
                end_plan(**ends, version=again(plan).version, ended_on=date(2026, 12, 4))
            assert end_plan(**ends, version=again(plan).version, ended_on=date(2026, 12, 7)).end_reason == "transferred"


CHILD = ChildDetails("Moved", "Mo", birth_date=date(2016, 4, 4), sex="M")
ARRIVING = ArrivingPlan("Southmere", date(2026, 3, 2), "EMO", told_on=date(2026, 11, 18))


def _moved(service: build.Service) -> Transfer:
    return note_transfer_in(by=service.manager, team=service.hub.assessment.code, child=CHILD, plan=ARRIVING)


def test_a_move_is_settled_by_a_conference_that_starts_no_plan(service: build.Service) -> None:
    transfer = _moved(service)
    build.decided(service, Conference.objects.get(), DAY, ChildDecided("no_plan", "Safe here."))
    assert again(transfer).accepted_on == DAY
    assert not ProtectionPlan.objects.exists()


def test_a_move_is_settled_by_the_conference_that_meets_again(service: build.Service) -> None:
    transfer = _moved(service)
    build.decided(service, Conference.objects.get(), DAY, ChildDecided("adjourned", "Too few came."))
    assert again(transfer).is_open
    build.decided(service, Conference.objects.get(type="reconvened"), date(2026, 12, 4))
    plan = ProtectionPlan.objects.get()
    assert (plan.origin, plan.transfer) == ("transfer_in", transfer)
    assert again(transfer).accepted_on == date(2026, 12, 4)
