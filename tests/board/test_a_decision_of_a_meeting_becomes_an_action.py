"""What a meeting decides becomes an action in one step, and the action says where it was decided."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from board.models import Action, AgendaItem, Group, Meeting, Plan
from board.services.decisions import act_on_decision
from foundation.errors import NotVisible, Refused
from foundation.models import DomainEvent
from tests.board.build import make_action, make_group, make_meeting, make_plan, make_seat, seat_somebody
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
DUE = date(2027, 3, 1)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def group() -> Group:
    return make_group("Quality")


@pytest.fixture
def meeting(group: Group) -> Meeting:
    made = make_meeting(group, date(2026, 11, 11), state="held")
    made.items.update(minute="Drift.", decision="Teach every team.")
    return made


@pytest.fixture
def item(meeting: Meeting) -> AgendaItem:
    return meeting.items.get()


@pytest.fixture
def plan(group: Group) -> Plan:
    return make_plan(title="Neglect", group=group)


def given(meeting: Meeting, plan: Plan, **more: Any) -> dict[str, Any]:
    agency = more.pop("agency", None) or make_agency("health")
    item = meeting.items.get()
    return {
        "reference": meeting.reference, "item_id": item.pk, "plan": plan.reference, "agency_code": agency.code, "due_on": DUE,
        "owner_post": "Head of safeguarding", **more,
    }  # fmt: skip


def test_a_decision_becomes_an_action_once(business: Person, meeting: Meeting, item: AgendaItem, plan: Plan) -> None:
    make_action(due_on=DUE, plan=plan, number="D1")
    words = given(meeting, plan)
    action = act_on_decision(by=business, **words)
    assert (action.number, action.text, action.due_on, action.agenda_item) == ("D2", "Teach every team.", DUE, item)
    assert act_on_decision(by=business, **words) == action
    more = act_on_decision(by=business, **{**words, "text": "Teach the night team."})
    assert more.number == "D3"
    assert DomainEvent.objects.filter(verb="board.decision_acted_on").count() == 2


def test_it_is_due_within_months_of_the_meeting_or_of_another_day_and_says_who_agreed_it(
    business: Person, meeting: Meeting, plan: Plan, client: Client
) -> None:
    words = given(meeting, plan, due_on=None, deadline_class="three_months")
    action = act_on_decision(by=business, **words, why="Plans drift.")
    assert (action.due_on, action.counted_from) == (date(2027, 2, 11), date(2026, 11, 11))
    assert (action.agreement, action.why) == ("Quality, 11 November 2026", "Plans drift.")
    later = act_on_decision(by=business, **{**words, "text": "Teach the night team."}, counted_from=date(2026, 12, 1))
    assert (later.due_on, later.counted_from) == (date(2027, 3, 1), date(2026, 12, 1))
    with pytest.raises(Refused) as refused:
        act_on_decision(by=business, **{**words, "deadline_class": "date", "text": "Teach the day team."})
    assert refused.value.field == "due_on"
    address = f"/meetings/{meeting.reference}/items/{meeting.items.get().pk}/action/"
    typed = {"plan": plan.reference, "text": "Write a list.", "agency": make_agency().code, "owner_post": "Head"}
    pages = sign_in(client, business)
    assert "Select when it is due" in pages.post(address, typed).content.decode()
    pages.post(address, typed | {"deadline_class": "immediate"})
    assert Action.objects.get(text="Write a list.").due_on == date(2026, 11, 11)


def test_what_cannot_be_is_refused(business: Person, meeting: Meeting, plan: Plan) -> None:
    theirs = make_plan(group=make_group())
    for wrong, field in (
        ({"plan": theirs.reference}, "plan"),
        ({"agency_code": "none"}, "agency"),
        ({"owner_post": ""}, "owner"),
    ):
        with pytest.raises(Refused) as refused:
            act_on_decision(by=business, **{**given(meeting, plan), **wrong})
        assert refused.value.field == field
    Plan.objects.filter(pk=plan.pk).update(closed_at="2026-11-01T10:00Z", closed_by="somebody")
    with pytest.raises(Refused, match="closed"):
        act_on_decision(by=business, **given(meeting, plan))
    meeting.items.update(decision="")
    with pytest.raises(NotVisible):
        act_on_decision(by=business, **given(meeting, plan))
    Meeting.objects.filter(pk=meeting.pk).update(state="cancelled", cancelled_reason="Snow")
    with pytest.raises(Refused, match="cancelled"):
        act_on_decision(by=business, **given(meeting, plan))
    assert not Action.objects.exists()


def test_the_pages_lead_from_the_decision_to_the_action_and_back(
    business: Person, meeting: Meeting, item: AgendaItem, plan: Plan, client: Client
) -> None:
    health = make_agency("health")
    owner = make_person("practitioner", health)
    member = make_person("practitioner")
    seat_somebody(make_seat(meeting.group), member)
    sign_in(client, business)
    address = f"/meetings/{meeting.reference}/items/{item.pk}/action/"
    page = client.get(address).content.decode()
    assert "Teach every team." in page
    assert f'value="{plan.reference}" selected' in page
    form = {"plan": plan.reference, "text": "Teach every team.", "agency": health.code, "owner": owner.email,
            "deadline_class": "date", "due_on-day": "1", "due_on-month": "3", "due_on-year": "2027"}  # fmt: skip
    assert client.post(address, {**form, "agency": ""}).status_code == 422
    refused = client.post(address, {**form, "owner": "nobody@example.org"})
    assert refused.status_code == 422
    assert "somebody with an account in the agency" in refused.content.decode()
    client.post(address, form)
    action = Action.objects.get()
    assert action.owner == owner
    assert f"/actions/{action.reference}/" in client.get(f"/meetings/{meeting.reference}/").content.decode()
    assert f"/meetings/{meeting.reference}/" in client.get(f"/actions/{action.reference}/").content.decode()
    said = sign_in(Client(), owner).get(f"/actions/{action.reference}/").content.decode()
    assert "Quality, 11 November 2026" in said
    assert f"/meetings/{meeting.reference}/" not in said
    read = sign_in(Client(), member).get(f"/meetings/{meeting.reference}/").content.decode()
    assert "Action D1" in read
    assert f"/actions/{action.reference}/" not in read
    assert sign_in(Client(), member).get(address).status_code == 403
    meeting.items.update(decision="")
    assert client.get(address).status_code == 404


def test_a_group_without_a_plan_is_told_so(business: Person, meeting: Meeting, item: AgendaItem, client: Client) -> None:
    sign_in(client, business)
    page = client.get(f"/meetings/{meeting.reference}/items/{item.pk}/action/").content.decode()
    assert "scrutinises no open plan" in page
