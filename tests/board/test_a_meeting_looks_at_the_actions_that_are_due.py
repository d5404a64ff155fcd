"""The agenda lists what is late, or due before the group meets again, of the plans that the group scrutinises."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from board.models import Group, Meeting, Plan
from board.rules import due_until
from board.selectors.due import actions_due
from board.services.plans import close_plan, hand_plan_to_group, open_plan
from foundation.errors import Refused
from tests.board.build import make_action, make_group, make_meeting, make_plan, make_seat, seat_somebody
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def group() -> Group:
    return make_group("Quality")


@pytest.fixture
def meeting(group: Group) -> Meeting:
    made = make_meeting(group, date(2027, 1, 14))
    made.items.update(kind="actions", title="Actions that are due")
    return made


def numbers(business: Person, meeting: Meeting) -> list[str]:
    return [row["number"] for row in actions_due(business, meeting).rows]


def test_a_meeting_looks_ahead_to_the_next_or_three_months() -> None:
    assert due_until(date(2027, 1, 14), date(2027, 3, 11)) == date(2027, 3, 11)
    assert due_until(date(2027, 1, 14), None) == date(2027, 4, 14)


def test_what_is_due_before_the_group_meets_again_is_listed(business: Person, group: Group, meeting: Meeting) -> None:
    plan = make_plan(group=group)
    make_action(due_on=date(2027, 3, 10), plan=plan, number="before")
    make_action(due_on=date(2027, 3, 11), plan=plan, number="on the day")
    make_action(due_on=date(2026, 11, 1), plan=plan, number="late")
    make_action(due_on=date(2026, 11, 1), plan=plan, number="gone", state="withdrawn")
    make_action(due_on=date(2026, 11, 1), plan=plan, number="reported", state="reported_done")
    make_action(due_on=date(2026, 11, 1), plan=make_plan(group=make_group()), number="theirs")
    make_action(due_on=date(2026, 11, 1), number="nobody's")
    assert numbers(business, meeting) == ["late", "reported", "before", "on the day"]
    make_meeting(make_group(), date(2027, 2, 1))
    make_meeting(group, date(2027, 2, 1), state="cancelled", cancelled_reason="Snow")
    make_meeting(group, date(2027, 3, 11))
    assert numbers(business, meeting) == ["late", "reported", "before"]


def test_the_group_reads_all_of_it_and_opens_what_is_its_own(group: Group, meeting: Meeting) -> None:
    member = make_person("practitioner")
    seat_somebody(make_seat(group), member)
    plan = make_plan(group=group)
    own = make_action(due_on=date(2026, 11, 1), plan=plan, owner=member, text="Teach the teams.")
    other = make_action(due_on=date(2026, 12, 1), plan=plan, text="Audit ten files.")
    page = sign_in(Client(), member).get(f"/meetings/{meeting.reference}/").content.decode()
    assert "Teach the teams." in page
    assert "Audit ten files." in page
    assert f"/actions/{own.reference}/" in page
    assert f"/actions/{other.reference}/" not in page
    Meeting.objects.filter(pk=meeting.pk).update(state="approved", approved_at="2027-02-01T10:00Z", approved_by="somebody")
    assert "Audit ten files." not in sign_in(Client(), member).get(f"/meetings/{meeting.reference}/").content.decode()


def test_a_long_list_says_how_many_more(
    business: Person, group: Group, meeting: Meeting, client: Client, monkeypatch: Any, django_assert_max_num_queries: Any
) -> None:
    plan = make_plan(group=group)
    for _ in range(5):
        make_action(due_on=date(2026, 12, 1), plan=plan)
    monkeypatch.setattr("board.selectors.due.DUE_SHOWN", 2)
    sign_in(client, business)
    with django_assert_max_num_queries(20):
        page = client.get(f"/meetings/{meeting.reference}/").content.decode()
    assert "5 actions of the plans" in page
    assert "And 3 more." in page


def test_a_plan_is_handed_to_a_group(business: Person, group: Group, client: Client) -> None:
    plan = open_plan(by=business, title="Neglect", source="audit", group=group.reference)
    assert plan.group == group
    assert hand_plan_to_group(by=business, reference=plan.reference).group is None
    ended = make_group("Ended", to_on=date(2026, 1, 1))
    for act in (lambda: hand_plan_to_group(by=business, reference=plan.reference, group=ended.reference),
                lambda: open_plan(by=business, title="Other", source="audit", group="none")):  # fmt: skip
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.field == "group"
    sign_in(client, business)
    client.post(f"/plans/{plan.reference}/group/", {"group": group.reference})
    assert Plan.objects.get().group == group
    assert "Quality" in client.get(f"/plans/{plan.reference}/").content.decode()
    assert "Quality" in client.get("/plans/").content.decode()
    assert client.post(f"/plans/{plan.reference}/group/", {"group": "rubbish"}).status_code == 422
    close_plan(by=business, reference=plan.reference)
    with pytest.raises(Refused, match="closed"):
        hand_plan_to_group(by=business, reference=plan.reference, group=group.reference)


def test_a_new_plan_names_its_group(business: Person, group: Group, client: Client) -> None:
    sign_in(client, business)
    client.post("/plans/new/", {"title": "Neglect", "source": "audit", "group": group.reference})
    assert Plan.objects.get().group == group
