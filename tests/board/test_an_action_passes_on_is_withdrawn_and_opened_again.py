"""An action changes hands, is withdrawn, is opened again: with a reason, told on its page, refused where it makes no sense."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.models import Person
from board.models import Action, ActionCoOwner
from board.selectors.actions import action_for, visible_actions
from board.services.actions import reopen, withdraw
from board.services.owners import add_co_owner, reassign, remove_co_owner
from board.services.plans import close_plan
from board.services.progress import write_update
from foundation import clock
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from foundation.outbox import deliver_now
from foundation.validation_failures import refused_answers
from tests.board.build import make_action, make_plan
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"), name="Bo Business")


@pytest.fixture
def owner() -> Person:
    return make_person("practitioner", make_agency("health"), name="Olu Owner")


@pytest.fixture
def police() -> Person:
    return make_person("practitioner", make_agency("police", name="Northmere Police"), name="Nia Newcomer")


@pytest.fixture
def action(owner: Person) -> Action:
    return make_action(due_on=clock.today() + timedelta(days=30), owner=owner)


def done(action: Action, state: str = "done") -> Action:
    Action.objects.filter(pk=action.pk).update(
        state=state, done_at=clock.now(), done_by="x", impact="All know.", overruled_rating="green", overruled_reason="So be it."
    )
    return action


def pass_on(by: Person, action: Action, to: Person, **given: str) -> Action:
    agency = to.holdings.get().agency.code
    return reassign(
        by=by, reference=action.reference, agency_code=agency, **{"owner_email": to.email, "reason": "They do it now.", **given}
    )


def test_sight_moves_with_the_action_and_the_new_owner_hears_that_there_is_news(
    business: Person, owner: Person, police: Person, action: Action
) -> None:
    with pytest.raises(NotVisible):
        action_for(police, action.reference)
    pass_on(business, action, police)
    assert action_for(police, action.reference).owner == police
    with pytest.raises(NotVisible):
        action_for(owner, action.reference)
    kept = action.events.order_by("pgh_id").values_list("owner", flat=True)  # type: ignore[attr-defined]  # made by pghistory
    assert list(kept) == [owner.pk, police.pk]
    [event] = history(Subject("action", action.reference))
    assert (event.verb, event.reason, event.data["owner_before"]) == (
        "board.action_reassigned",
        "They do it now.",
        owner.reference,
    )
    deliver_now()
    [message] = mail.outbox
    assert message.to == [police.email]
    assert f"/actions/{action.reference}/" in message.body
    told = f"{message.subject} {message.body}"
    assert not any(words in told for words in (action.text, action.plan.title, "They do it now.", "Nia"))


def test_an_owner_with_another_ground_keeps_sight(business: Person, police: Person) -> None:
    lead = make_person("agency_lead", make_agency("health"))
    colleague = make_person("practitioner", lead.holdings.get().agency)
    within = make_action(due_on=clock.today(), owner=lead)
    pass_on(business, within, colleague)
    assert action_for(lead, within.reference).owner == colleague
    pass_on(business, within, police)
    assert not visible_actions(lead).exists()
    assert action_for(business, within.reference).agency.name == "Northmere Police"


def test_a_post_without_an_account_can_take_it_and_nobody_is_written_to(business: Person, police: Person, action: Action) -> None:
    pass_on(business, action, police, owner_email="", owner_post="Chief Superintendent")
    action.refresh_from_db()
    assert (action.owner, action.owner_post) == (None, "Chief Superintendent")
    deliver_now()
    assert mail.outbox == []


def test_who_takes_it_is_in_the_agency_and_is_not_who_has_it(
    business: Person, owner: Person, police: Person, action: Action
) -> None:
    with pytest.raises(Refused, match="somebody with an account in the agency"):
        pass_on(business, action, owner, owner_email=police.email)
    with pytest.raises(Refused, match="who owns the action"):
        pass_on(business, action, police, owner_email="")
    with pytest.raises(Refused, match="has the action already"):
        pass_on(business, action, owner)
    with pytest.raises(Refused, match="which agency leads"):
        reassign(by=business, reference=action.reference, agency_code="nobody", reason="Why not", owner_post="Head")
    police.holdings.update(ends_on=clock.today() - timedelta(days=1))
    with pytest.raises(Refused, match="somebody with an account in the agency"):
        pass_on(business, action, police)


def test_every_change_needs_a_reason_and_the_business_team(business: Person, owner: Person, action: Action) -> None:
    finished = done(make_action(due_on=clock.today(), owner=owner))
    for change in (withdraw, reopen):
        reference = (finished if change is reopen else action).reference
        with pytest.raises(Refused, match="Enter why"):
            change(by=business, reference=reference, reason=" ")
        with pytest.raises(NotAllowed):
            change(by=owner, reference=reference, reason="Mine")
    with pytest.raises(Refused, match="Enter why"):
        pass_on(business, action, owner, reason="")
    with pytest.raises(NotAllowed):
        pass_on(owner, action, owner)


@pytest.mark.parametrize("state", ["reported_done", "done", "embedded", "withdrawn"])
def test_what_is_not_under_way_is_neither_passed_on_nor_withdrawn(
    business: Person, police: Person, action: Action, state: str
) -> None:
    if state in {"done", "embedded"}:
        done(action, state)
    else:
        Action.objects.filter(pk=action.pk).update(state=state)
    with pytest.raises(Refused, match="checked first"):
        pass_on(business, action, police)
    with pytest.raises(Refused, match="checked first"):
        withdraw(by=business, reference=action.reference, reason="No more needed.")


@pytest.mark.parametrize("state", ["done", "embedded"])
def test_a_finished_action_is_work_again_and_keeps_nothing_of_its_end(business: Person, action: Action, state: str) -> None:
    reopen(by=business, reference=done(action, state).reference, reason="The audit found otherwise.")
    action.refresh_from_db()
    assert (action.state, action.done_at, action.done_by, action.impact) == ("in_progress", None, "", "")
    assert action.overruled_rating == ""
    [event] = history(Subject("action", action.reference))
    assert (event.verb, event.reason) == ("board.action_reopened", "The audit found otherwise.")
    with pytest.raises(Refused, match="Only an action that is done"):
        reopen(by=business, reference=action.reference, reason="Again")


def test_nothing_is_opened_again_in_a_closed_plan(business: Person) -> None:
    plan = make_plan()
    finished = done(make_action(due_on=clock.today(), plan=plan))
    close_plan(by=business, reference=plan.reference)
    with pytest.raises(Refused, match="Open the plan again first"):
        reopen(by=business, reference=finished.reference, reason="The audit found otherwise.")


def test_a_page_of_its_own_passes_on_withdraws_and_opens_again(
    client: Client, business: Person, owner: Person, police: Person, action: Action
) -> None:
    pages = sign_in(client, business)
    page = f"/actions/{action.reference}/"
    passing, withdrawing = f"{page}pass-on/", f"{page}withdraw/"
    assert pages.post(passing, {"agency": "", "reason": "R"}).status_code == 422
    agency = police.holdings.get().agency.code
    pages.post(passing, {"agency": agency, "owner": police.email, "reason": "It is about officers."})
    told = pages.get(page).content.decode()
    assert "Passed on to Nia Newcomer, Northmere Police" in told
    assert "It is about officers." in told
    pages.post(withdrawing, {"reason": "Done by a national programme."})
    told = pages.get(page).content.decode()
    assert "Withdrawn" in told
    assert "Done by a national programme." in told
    assert pages.post(withdrawing, {"reason": "Pressed twice."}).status_code == 422
    finished = done(make_action(due_on=clock.today(), owner=owner))
    again = f"/actions/{finished.reference}/open/"
    assert pages.post(again, {"reason": ""}).status_code == 422
    pages.post(again, {"reason": "The audit found otherwise."})
    assert "Opened again" in pages.get(f"/actions/{finished.reference}/").content.decode()


def test_what_is_refused_is_counted_under_the_page_that_refused_it(
    client: Client,
    business: Person,
    action: Action,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    pages = sign_in(client, business)
    with django_capture_on_commit_callbacks(execute=True):
        for path in ("check", "embed", "look-again", "pass-on", "withdraw", "open"):
            assert pages.post(f"/actions/{action.reference}/{path}/", {"nothing": "given"}).status_code == 422
    assert {row.page for row in refused_answers()} == {
        *("board.judge_action", "board.embed_action", "board.look_again_at_action"),
        *("board.pass_on_action", "board.withdraw_action", "board.reopen_action"),
    }


def owned_too(action: Action, person: Person, position: int = 1) -> None:
    agency = person.holdings.get().agency
    ActionCoOwner.objects.create(action=action, position=position, words=person.name, person=person, agency=agency)


def test_who_owns_it_together_with_the_owner_is_removed_on_its_page(
    client: Client, business: Person, owner: Person, police: Person, action: Action
) -> None:
    owned_too(action, police)
    page, remove = f"/actions/{action.reference}/", f"/actions/{action.reference}/co-owners/remove/"
    assert "Remove Nia Newcomer" not in sign_in(Client(), owner).get(page).content.decode()
    assert sign_in(Client(), owner).post(remove, {"version": action.version, "position": 1}).status_code == 403
    pages = sign_in(client, business)
    assert "Remove Nia Newcomer" in pages.get(page).content.decode()
    stale = pages.post(remove, {"version": action.version + 1, "position": 1}, follow=True).content.decode()
    assert "Somebody else has changed this action" in stale
    assert action_for(police, action.reference) == action
    shown = pages.post(remove, {"version": action.version, "position": 1}, follow=True).content.decode()
    assert "They own the action no more." in shown
    assert "Nia Newcomer owns it no more together with its owner" in shown
    assert not action.co_owners.exists()
    with pytest.raises(NotVisible):
        action_for(police, action.reference)
    action.refresh_from_db()
    with pytest.raises(Refused, match="own this action no more"):
        remove_co_owner(by=business, reference=action.reference, version=action.version, position=1)
    [event] = history(Subject("action", action.reference))
    assert (event.verb, event.data["owner"]) == ("board.co_owner_removed", police.reference)


def test_the_business_team_adds_somebody_who_owns_it_too_and_they_hear_of_it(
    client: Client, business: Person, owner: Person, police: Person, action: Action
) -> None:
    agency, add = police.holdings.get().agency, f"/actions/{action.reference}/co-owners/"
    assert sign_in(Client(), owner).post(add, {"agency": agency.code, "owner": police.email}).status_code == 403
    pages = sign_in(client, business)
    typed = {"agency": agency.code, "owner": police.email, "version": action.version}
    assert "Somebody else has changed" in pages.post(add, typed | {"version": action.version + 1}).content.decode()
    mail.outbox.clear()
    shown = pages.post(add, typed, follow=True).content.decode()
    assert "They own the action too." in shown
    assert "Remove Nia Newcomer" in shown
    assert f"Nia Newcomer, {agency.name}, owns it together with its owner" in shown
    deliver_now()
    assert [message.to for message in mail.outbox] == [[police.email]]
    assert action_for(police, action.reference) == action
    write_update(by=police, reference=action.reference, version=action.version + 1, text="We train too.")
    again = pages.post(add, typed | {"version": action.version + 2})
    assert (again.status_code, action.co_owners.count()) == (422, 1)
    assert "They own this action already" in str(again.context["form"].errors["owner"])
    [added, *_rest] = history(Subject("action", action.reference))
    assert (added.verb, added.data["owner"], added.data["agency"]) == ("board.co_owner_added", police.reference, agency.code)


def test_a_post_or_a_named_contact_owns_it_too(business: Person, owner: Person, action: Action) -> None:
    elsewhere = make_agency("education", name="A School")
    given = {"by": business, "reference": action.reference}
    add_co_owner(**given, version=1, agency_code=elsewhere.code, owner_post="Head Teacher")
    remove_co_owner(**given, version=2, position=1)
    add_co_owner(**given, version=3, agency_code=elsewhere.code, owner_post="Head Teacher")
    add_co_owner(**given, version=4, agency_code=elsewhere.code, owner_post="Designated lead")
    rows = list(action.co_owners.values_list("position", "words", "person", "agency__name"))
    assert rows == [(1, "Head Teacher", None, "A School"), (2, "Designated lead", None, "A School")]
    for wrong, field in (
        ({"owner_post": "head teacher"}, "owner"),
        ({"owner_email": owner.email}, "owner"),
        ({}, "owner"),
        ({"owner_post": "Head", "agency_code": "none"}, "agency"),
    ):
        with pytest.raises(Refused) as refused:
            add_co_owner(**given, version=5, **{"agency_code": elsewhere.code, **wrong})
        assert refused.value.field == field
    with pytest.raises(Refused, match="own this action already") as refused:
        add_co_owner(**given, version=5, agency_code=action.agency.code, owner_email=owner.email)
    for number in range(3):
        add_co_owner(**given, version=5 + number, agency_code=elsewhere.code, owner_post=f"Post {number}")
    with pytest.raises(Refused, match="6 own this action already"):
        add_co_owner(**given, version=8, agency_code=elsewhere.code, owner_post="A seventh")
    withdraw(**given, reason="Overtaken.")
    with pytest.raises(Refused, match="finished"):
        add_co_owner(**given, version=9, agency_code=elsewhere.code, owner_post="Nobody")


def test_passed_on_to_another_agency_nobody_of_the_former_one_owns_it_too(
    business: Person, owner: Person, police: Person, action: Action
) -> None:
    colleague = make_person("practitioner", action.agency)
    elsewhere = make_person("practitioner", make_agency("education"))
    owned_too(action, colleague)
    owned_too(action, elsewhere, 2)
    pass_on(business, action, police)
    assert [one.person for one in action.co_owners.all()] == [elsewhere]
    with pytest.raises(NotVisible):
        action_for(colleague, action.reference)
    assert "board.co_owner_removed" in [event.verb for event in history(Subject("action", action.reference))]
