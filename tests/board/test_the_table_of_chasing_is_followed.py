"""Chasing by a table: who is asked before and after an action is due, how often, and who hears of it next."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection
from django.test import Client

from accounts.models import Person
from board.models import ActionChase, ChaseRule, RuleChase
from board.rules import chase_step
from board.selectors import chasing
from board.services.actions import reschedule, withdraw
from board.services.chase_rules import add_chase_rule, change_chase_rule, end_chase_rule, follow_chase_rules
from board.tasks import chase_owners
from foundation import clock
from foundation.actors import SystemActor
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from foundation.outbox import deliver_now
from tests.board.build import make_action, make_chase_rule
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db

TASK = SystemActor("board.chase_owners")


@pytest.fixture(autouse=True)
def an_empty_table() -> None:
    ChaseRule.objects.all().delete()


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def sent() -> list[tuple[str, str]]:
    mail.outbox.clear()
    deliver_now()
    return [(message.to[0], " ".join(message.body.split())) for message in mail.outbox]


@pytest.mark.parametrize(
    ("days", "every", "today", "step"),
    [
        (-14, 0, 17, None),
        (-14, 0, 18, 18),
        (-14, 0, 25, 18),
        (-14, 0, 32, None),
        (-14, 7, 25, 25),
        (-14, 7, 27, 25),
        (0, 0, 31, None),
        (0, 0, 32, 32),
        (3, 0, 34, None),
        (3, 0, 50, 35),
        (3, 5, 50, 50),
        (3, 5, 54, 50),
        (3, 1, 54, 54),
    ],
)
def test_a_line_falls_on_its_day_and_again_but_what_is_before_never_after(
    days: int, every: int, today: int, step: int | None
) -> None:
    first = date(2026, 12, 1).toordinal() - 1
    due_on, day = date.fromordinal(first + 32), date.fromordinal(first + today)
    expected = None if step is None else date.fromordinal(first + step)
    assert chase_step(days=days, every=every, due_on=due_on, today=day) == expected


def test_each_is_asked_on_their_days_once_in_one_mail(business: Person) -> None:
    police = make_agency("police", name="Northmere Police")
    owner, lead = make_person("practitioner", police), make_person("agency_lead", police)
    executive = make_person("executive", police)
    for days, to in ((-7, "owner"), (1, "owner"), (14, "lead"), (28, "executive")):
        make_chase_rule(days, to)
    today = clock.today()
    for days in (-7, 1, 2):
        make_action(due_on=today - timedelta(days=days), owner=owner)
    make_action(due_on=today + timedelta(days=8), owner=owner)
    make_action(due_on=today - timedelta(days=30), owner=owner)
    make_action(due_on=today - timedelta(days=30), owner=owner, state="reported_done")
    assert follow_chase_rules(by=TASK) == 3
    assert follow_chase_rules(by=TASK) == 0
    told = dict(sent())
    assert set(told) == {owner.email, lead.email, executive.email}
    assert "Of the actions that you own, 3 actions are late and 1 action is due soon." in told[owner.email]
    for person in (lead, executive):
        assert "Of the actions of Northmere Police, 1 action is late." in told[person.email]
        assert f"/actions/?agency={police.code}" in told[person.email]
    assert ActionChase.objects.filter(to=owner).count() == 4
    with clock.frozen(clock.now() + timedelta(days=1)):
        assert follow_chase_rules(by=TASK) == 1
        assert "1 action is due soon" in sent()[0][1]


def test_it_asks_again_while_the_action_is_open_and_anew_after_another_date(business: Person) -> None:
    owner = make_person("practitioner", make_agency())
    make_chase_rule(1, "owner", every=7)
    action = make_action(due_on=clock.today() - timedelta(days=1), owner=owner)
    for ahead, number in ((0, 1), (6, 0), (7, 1), (8, 0), (20, 1)):
        with clock.frozen(clock.now() + timedelta(days=ahead)):
            assert follow_chase_rules(by=TASK) == number, ahead
    reschedule(by=business, reference=action.reference, due_on=clock.today() + timedelta(days=40), reason="Staff")
    with clock.frozen(clock.now() + timedelta(days=41)):
        assert follow_chase_rules(by=TASK) == 1
    withdraw(by=business, reference=action.reference, reason="No more needed")
    with clock.frozen(clock.now() + timedelta(days=60)):
        assert follow_chase_rules(by=TASK) == 0


def test_whoever_stands_in_is_asked_where_the_owner_has_left_or_is_a_post() -> None:
    health, elsewhere = make_agency("health", name="Northmere Health"), make_agency()
    leaver, lead = make_person("practitioner", health), make_person("agency_lead", health)
    executive = make_person("executive", elsewhere)
    make_chase_rule(1, "owner")
    make_chase_rule(1, "executive")
    left = make_action(due_on=clock.today() - timedelta(days=1), owner=leaver)
    leaver.holdings.update(ended_at=clock.now(), ended_by="x")
    make_action(due_on=clock.today() - timedelta(days=1), agency=health)
    assert follow_chase_rules(by=TASK) == 2
    told = dict(sent())
    assert set(told) == {lead.email, executive.email}
    assert "2 actions are late" in told[lead.email]
    assert left.chases.filter(to=lead).exists()


def test_whoever_owns_an_action_too_is_reminded_with_the_owner_once_and_of_their_own() -> None:
    police, health = make_agency("police"), make_agency("health")
    owner, too = make_person("practitioner", police), make_person("practitioner", health)
    make_chase_rule(1, "owner")
    for position, action in enumerate(make_action(due_on=clock.today() - timedelta(days=1), owner=owner) for _ in range(2)):
        action.co_owners.create(position=position, words=too.name, person=too, agency=health)
    of_a_post = make_action(due_on=clock.today() - timedelta(days=1), agency=police)
    of_a_post.co_owners.create(position=1, words=too.name, person=too, agency=health)
    assert follow_chase_rules(by=TASK) == 2
    assert follow_chase_rules(by=TASK) == 0
    told = sent()
    assert sorted(to for to, _body in told) == sorted([owner.email, too.email])
    assert "Of the actions that you own, 2 actions are late." in dict(told)[owner.email]
    assert "Of the actions that you own, 3 actions are late." in dict(told)[too.email]
    assert of_a_post.chases.filter(to=too).exists()


def test_an_agency_without_anybody_to_ask_is_not_asked_again_and_again() -> None:
    make_chase_rule(1, "lead")
    make_action(due_on=clock.today() - timedelta(days=1))
    assert follow_chase_rules(by=TASK) == 0
    assert RuleChase.objects.count() == 1


def test_the_task_follows_the_table_and_people_cannot(business: Person) -> None:
    owner = make_person("practitioner", make_agency())
    make_chase_rule(1, "owner")
    make_action(due_on=clock.today() - timedelta(days=1), owner=owner)
    chase_owners()
    assert [to for to, _body in sent()] == [owner.email]
    with pytest.raises(NotAllowed):
        follow_chase_rules(by=business)


def test_the_business_team_keeps_the_table(business: Person) -> None:
    rule = add_chase_rule(by=business, days=-14, to="owner", every=0)
    with pytest.raises(Refused, match="a line for these people on this day already") as refused:
        add_chase_rule(by=business, days=-14, to="owner", every=7)
    assert refused.value.field == "number"
    change_chase_rule(by=business, pk=rule.pk, version=1, days=-10, to="lead", every=2)
    with pytest.raises(Conflict):
        end_chase_rule(by=business, pk=rule.pk, version=1)
    end_chase_rule(by=business, pk=rule.pk, version=2)
    with pytest.raises(Refused, match="taken out of the table already"):
        change_chase_rule(by=business, pk=rule.pk, version=3, days=-10, to="lead", every=2)
    with pytest.raises(NotVisible):
        end_chase_rule(by=business, pk=rule.pk + 1000, version=1)
    add_chase_rule(by=business, days=-10, to="lead", every=0)
    with pytest.raises(NotAllowed):
        add_chase_rule(by=make_person("executive"), days=5, to="lead", every=0)
    verbs = [event.verb for event in history(Subject("chase_rule", str(rule.pk)))]
    assert verbs == ["board.chase_rule_added", "board.chase_rule_changed", "board.chase_rule_ended"]


def test_a_new_portal_begins_with_the_usual_lines_and_keeps_what_is_there() -> None:
    usual = import_module("board.migrations.0002_usual_chasing")
    for _time in range(2):
        with connection.schema_editor() as editor:
            usual.fill(apps, editor)
    assert sorted(ChaseRule.objects.values_list("about", "days", "to", "every")) == sorted(usual.USUAL)


def test_pages_of_the_table(client: Client, business: Person) -> None:
    pages = sign_in(client, business)
    assert "Nobody is chased" in pages.get("/chasing/").content.decode()
    typed = {"about": "action", "when": "before", "number": "0", "to": "owner", "every": "0"}
    answer = pages.post("/chasing/new/", typed)
    assert answer.status_code == 422
    assert "Enter 1 day or more before" in answer.content.decode()
    answer = pages.post("/chasing/new/", typed | {"number": "14"}, follow=True).content.decode()
    assert "14 days before it is due" in answer
    answer = pages.post("/chasing/new/", typed | {"number": "14"})
    assert "has a line for these people on this day already" in answer.content.decode()
    assert answer.context["form"].errors["number"]
    rule = ChaseRule.objects.get()
    change = {"about": "action", "when": "after", "number": "1", "to": "lead", "every": "7", "version": "1"}
    answer = pages.post(f"/chasing/{rule.pk}/", change, follow=True).content.decode()
    assert "1 day after it is due" in answer
    assert "Then every 7 days" in answer
    assert pages.post(f"/chasing/{rule.pk}/", change).status_code == 409
    answer = pages.post(f"/chasing/{rule.pk}/end/", {"version": "1"}, follow=True).content.decode()
    assert "Somebody else has changed this line" in answer
    assert (
        "The line has been taken out." in pages.post(f"/chasing/{rule.pk}/end/", {"version": "2"}, follow=True).content.decode()
    )
    assert pages.get(f"/chasing/{rule.pk}/").status_code == 404


def test_whoever_does_not_fit_into_one_round_is_asked_in_the_next(business: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chasing, "AT_ONCE", 2)
    police = make_agency("police", name="Northmere Police")
    make_chase_rule(1, "owner")
    actions = [
        make_action(due_on=clock.today() - timedelta(days=days), owner=make_person("practitioner", police)) for days in (5, 4, 3)
    ]
    follow_chase_rules(by=TASK)
    assert set(RuleChase.objects.values_list("action", flat=True)) == {actions[0].pk, actions[1].pk}
    follow_chase_rules(by=TASK)
    assert RuleChase.objects.filter(action=actions[2]).exists()
