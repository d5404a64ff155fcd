"""The table of chasing has lines about letters and returns too: they take the place of the reminders that every clock has."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test import Client

from accounts.models import Agency, Person
from board.models import ChaseRule, Letter, RuleChase
from board.selectors import request_chasing
from board.services.chase_rules import add_chase_rule, change_chase_rule, follow_chase_rules
from board.services.letters import chase_letter, record_reply
from foundation import clock
from foundation.actors import SystemActor
from foundation.errors import Refused
from foundation.models import OutboxMessage
from foundation.outbox import deliver_now
from tests.board.build import make_action, make_chase_rule
from tests.board.library import addressee_of, make_letter
from tests.factories import make_agency, make_person, sign_in
from work.kinds import chased_by_a_table
from work.models import Chase, Reminder, Request
from work.services.reminders import send_reminders

pytestmark = pytest.mark.django_db
TASK = SystemActor("board.chase_owners")
LETTERS, RETURNS = "board.letter", "reporting.return"


@pytest.fixture(autouse=True)
def an_empty_table() -> None:
    ChaseRule.objects.all().delete()


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def school() -> Agency:
    return make_agency("school", name="Oakfield School")


@pytest.fixture
def lead(school: Agency) -> Person:
    return make_person("agency_lead", school)


def line(days: int, to: str = "owner", every: int = 0, about: str = LETTERS) -> ChaseRule:
    return ChaseRule.objects.create(about=about, days=days, to=to, every=every)


def due_in(days: int, school: Agency, by: Person) -> Letter:
    """A letter to the school that is due in so many days; that it was asked has been told."""
    letter = make_letter(school, by=by, reply_due_on=clock.today() + timedelta(days=days))
    OutboxMessage.objects.update(done_at=clock.now())
    return letter


def sent() -> list[tuple[str, str]]:
    mail.outbox.clear()
    deliver_now()
    return [(message.to[0], " ".join(message.body.split())) for message in mail.outbox]


def test_letters_and_returns_are_what_the_table_can_be_about() -> None:
    assert chased_by_a_table() == {LETTERS: "Letters of the executive", RETURNS: "Returns for the yearly report"}


def test_a_line_is_followed_before_and_after_the_day_of_the_letter(business: Person, school: Agency, lead: Person) -> None:
    line(-7)
    line(1, every=7)
    letter = due_in(10, school, business)
    for ahead, number in ((0, 0), (3, 1), (5, 0), (10, 0), (11, 1), (12, 0), (18, 1)):
        with clock.frozen(clock.now() + timedelta(days=ahead)):
            assert follow_chase_rules(by=TASK) == number, ahead
            assert follow_chase_rules(by=TASK) == 0
            if number:
                ((to, body),) = sent()
                what = "1 due soon" if ahead < 10 else "1 late"
                assert to == lead.email
                assert f"waits for answers of Oakfield School: letters of the executive: {what}." in body
                assert letter.title not in body
    assert RuleChase.objects.filter(request__isnull=False).count() == 3


def test_each_agency_has_one_mail_whatever_it_owes(business: Person, school: Agency, lead: Person) -> None:
    line(1)
    line(1, "lead")
    for _ in range(2):
        due_in(1, school, business)
    with clock.frozen(clock.now() + timedelta(days=2)):
        assert follow_chase_rules(by=TASK) == 1
        ((_to, body),) = sent()
    assert "letters of the executive: 2 late" in body
    assert Chase.objects.count() == 2


def test_leads_and_executives_are_asked_as_the_line_says(business: Person, school: Agency, lead: Person) -> None:
    executive = make_person("executive", make_agency())
    line(14, "executive")
    due_in(1, school, business)
    with clock.frozen(clock.now() + timedelta(days=16)):
        assert follow_chase_rules(by=TASK) == 1
        assert [to for to, _body in sent()] == [executive.email]


def test_whoever_replied_or_was_chased_by_hand_today_is_not_written_to(business: Person, school: Agency, lead: Person) -> None:
    line(1)
    replied, by_hand = due_in(1, school, business), due_in(1, school, business)
    addressee = addressee_of(replied, school)
    record_reply(
        by=business, reference=addressee.reference, version=addressee.version, reply="yes", replied_on=clock.today(),
        replier="Head", channel="email",
    )  # fmt: skip
    with clock.frozen(clock.now() + timedelta(days=2)):
        chase_letter(by=business, reference=by_hand.reference)
        assert follow_chase_rules(by=TASK) == 0
    with clock.frozen(clock.now() + timedelta(days=3)):
        assert follow_chase_rules(by=TASK) == 0  # the day of the line was followed


def test_the_table_takes_the_place_of_the_usual_reminders(business: Person, school: Agency, lead: Person) -> None:
    due_in(1, school, business)
    with clock.frozen(clock.now() + timedelta(hours=20)):
        assert send_reminders(by=SystemActor("tests")) == 0
    with clock.frozen(clock.now() + timedelta(days=5)):
        assert send_reminders(by=SystemActor("tests")) == 0
        assert follow_chase_rules(by=TASK) == 0  # a table without a line chases nobody
    assert not Reminder.objects.exists()


def test_lines_about_one_thing_leave_the_others_alone(business: Person, school: Agency, lead: Person) -> None:
    line(1, about=RETURNS)
    make_chase_rule(2)
    due_in(1, school, business)
    make_action(due_on=clock.today() + timedelta(days=1), owner=make_person("practitioner", school))
    with clock.frozen(clock.now() + timedelta(days=2)):
        assert follow_chase_rules(by=TASK) == 0


def test_whoever_does_not_fit_into_one_round_is_asked_in_the_next(
    business: Person, school: Agency, lead: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request_chasing, "AT_ONCE", 1)
    line(1)
    first, second = due_in(1, school, business), due_in(2, school, business)
    with clock.frozen(clock.now() + timedelta(days=4)):
        follow_chase_rules(by=TASK)
        assert RuleChase.objects.get().request == addressee_of(first, school).request
        follow_chase_rules(by=TASK)
        assert RuleChase.objects.filter(request=addressee_of(second, school).request).exists()


def test_the_same_day_may_have_a_line_about_each(business: Person) -> None:
    rule = add_chase_rule(by=business, days=1, to="lead", every=0)
    add_chase_rule(by=business, days=1, to="lead", every=0, about=LETTERS)
    with pytest.raises(Refused, match="on this day already"):
        add_chase_rule(by=business, days=1, to="lead", every=7, about=LETTERS)
    with pytest.raises(Refused, match="what the line is about") as refused:
        add_chase_rule(by=business, days=1, to="lead", every=0, about="referrals.check")
    assert refused.value.field == "about"
    with pytest.raises(Refused, match="on this day already"):
        change_chase_rule(by=business, pk=rule.pk, version=1, days=1, to="lead", every=0, about=LETTERS)
    change_chase_rule(by=business, pk=rule.pk, version=1, days=1, to="lead", every=0, about=RETURNS)
    assert set(ChaseRule.objects.values_list("about", flat=True)) == {LETTERS, RETURNS}


def test_what_was_followed_is_of_an_action_or_of_a_request(business: Person, school: Agency) -> None:
    due_in(1, school, business)
    told = {"rule": line(1), "step_on": clock.today(), "followed_at": clock.now()}
    both = {"action": make_action(due_on=clock.today()), "request": Request.objects.get()}
    for given in ({}, both):
        with pytest.raises(IntegrityError, match="rule_chase_of_one_thing"), transaction.atomic():
            RuleChase.objects.create(**told, **given)


def test_a_new_portal_begins_with_the_usual_lines_and_keeps_what_is_there() -> None:
    usual = import_module("board.migrations.0004_usual_chasing_of_requests")
    make_chase_rule(1)
    for _time in range(2):
        with connection.schema_editor() as editor:
            usual.fill(apps, editor)
    lines = ChaseRule.objects.exclude(about="action").order_by("pk").values_list("about", "days", "to", "every")
    assert list(lines) == list(usual.USUAL)
    with connection.schema_editor() as editor:
        usual.empty(apps, editor)
    assert set(ChaseRule.objects.values_list("about", flat=True)) == {"action"}


def test_the_page_has_a_part_for_each_and_begins_a_line_about_it(client: Client, business: Person) -> None:
    pages = sign_in(client, business)
    page = pages.get("/chasing/").content.decode()
    for heading in ("Actions", "Letters of the executive", "Returns for the yearly report"):
        assert heading in page
    assert pages.get(f"/chasing/new/?about={LETTERS}").context["form"].initial["about"] == LETTERS
    typed = {"when": "after", "number": "3", "to": "owner", "every": "7"}
    refused = pages.post("/chasing/new/", typed)
    assert refused.status_code == 422
    assert "Select what the line is about" in refused.content.decode()
    page = pages.post("/chasing/new/", {**typed, "about": LETTERS}, follow=True).content.decode()
    assert "3 days after it is due" in page
    assert "Whoever answers for the agency" in page
    rule = ChaseRule.objects.get()
    assert pages.get(f"/chasing/{rule.pk}/").context["form"].initial["about"] == LETTERS
