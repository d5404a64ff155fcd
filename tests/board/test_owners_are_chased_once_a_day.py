"""Chasing: one click, one mail, nothing about a child, never twice on one day."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from board.models import ActionChase
from board.services.chasing import Chased, chase
from foundation import clock
from foundation.outbox import deliver_now
from tests.board.build import make_action, make_plan
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db


def test_chase_sends_one_mail_to_each_owner_and_none_twice_on_a_day() -> None:
    business = make_person("business_team", make_agency("partnership"))
    owner = make_person("agency_lead", make_agency("health"))
    late = make_action(due_on=clock.today() - timedelta(days=3), owner=owner)
    done = make_action(due_on=clock.today(), owner=owner, state="done", done_at=clock.now(), done_by="x")
    nobody = make_action(due_on=clock.today())
    references = [late.reference, done.reference, nobody.reference]
    assert chase(by=business, references=references) == Chased(owners=1, actions=1)
    assert chase(by=business, references=references) == Chased(owners=0, actions=0)
    with clock.frozen(clock.now() + timedelta(days=1)):
        assert chase(by=business, references=references) == Chased(owners=1, actions=1)
        deliver_now()

    assert [message.to for message in mail.outbox] == [[owner.email]] * 2
    assert f"/actions/{late.reference}/" in mail.outbox[0].body


def test_an_owner_of_several_late_actions_gets_one_mail_that_says_how_many() -> None:
    business = make_person("business_team", make_agency("partnership"))
    owner, other = (make_person("agency_lead", make_agency("health")) for _ in range(2))
    plan = make_plan(title="A title\u00a0pasted with an odd blank")
    days = [make_action(due_on=clock.today() + timedelta(days=ahead), owner=owner) for ahead in (-9, -1, 5)]
    single = make_action(due_on=clock.today(), owner=other, plan=plan)
    references = [action.reference for action in [*days, single]]
    assert chase(by=business, references=references) == Chased(owners=2, actions=4)
    deliver_now()
    bodies = {message.to[0]: message.body for message in mail.outbox}
    assert len(mail.outbox) == 2
    assert "how 3 actions that you own stand. 2 of them are late." in bodies[owner.email]
    assert "A title pasted with an odd blank" in bodies[other.email]


def test_whoever_owns_an_action_too_is_asked_as_the_owner_is_each_once() -> None:
    business = make_person("business_team", make_agency("partnership"))
    police, health = make_agency("police"), make_agency("health")
    owner, too = make_person("practitioner", police), make_person("practitioner", health)
    gone = make_person("practitioner", health)
    both = [make_action(due_on=clock.today() - timedelta(days=day), owner=owner, agency=police) for day in (1, 2)]
    of_a_post = make_action(due_on=clock.today(), agency=police)
    for action in (*both, of_a_post):
        for position, person in enumerate((too, gone), start=1):
            action.co_owners.create(position=position, words=person.name, person=person, agency=health)
    gone.holdings.update(ended_at=clock.now(), ended_by="x")
    references = [action.reference for action in (*both, of_a_post)]
    assert chase(by=business, references=references) == Chased(owners=2, actions=3)
    assert chase(by=business, references=references) == Chased(owners=0, actions=0)
    deliver_now()
    bodies = {message.to[0]: message.body for message in mail.outbox}
    assert set(bodies) == {owner.email, too.email}
    assert "how 2 actions that you own stand" in bodies[owner.email]
    assert "how 3 actions that you own stand" in bodies[too.email]


def test_a_lead_who_owns_an_action_too_is_asked_once_when_the_owner_has_left() -> None:
    business, police = make_person("business_team", make_agency("partnership")), make_agency("police")
    owner, lead = make_person("practitioner", police), make_person("agency_lead", police)
    action = make_action(due_on=clock.today(), owner=owner, agency=police)
    action.co_owners.create(position=1, words=lead.name, person=lead, agency=police)
    owner.holdings.update(ended_at=clock.now(), ended_by="x")
    assert chase(by=business, references=[action.reference]) == Chased(owners=1, actions=1)
    deliver_now()
    assert [message.to for message in mail.outbox] == [[lead.email]]


def test_one_press_asks_about_every_action_that_the_page_shows(client: Client) -> None:
    business = make_person("business_team", make_agency("partnership"))
    owner = make_person("agency_lead", make_agency("health"))
    shown = [make_action(due_on=clock.today() - timedelta(days=day), owner=owner).reference for day in (1, 2)]
    make_action(due_on=clock.today(), owner=owner)
    sign_in(client, business)
    answer = client.post("/actions/chase/", {"all": "1", "shown": shown, "query": "late=on"}, follow=True)
    assert "1 owner has been asked by email how 2 actions stand." in answer.content.decode()
    assert ActionChase.objects.count() == 2


def test_asking_from_the_page_of_an_action_comes_back_to_it(client: Client) -> None:
    business = make_person("business_team", make_agency("partnership"))
    late = make_action(due_on=clock.today() - timedelta(days=3), owner=business)
    sign_in(client, business)
    assert (
        client.post("/actions/chase/", {"action": late.reference, "page": "1"}).headers["Location"]
        == f"/actions/{late.reference}/"
    )
    assert client.post("/actions/chase/", {"action": "rubbish/here", "page": "1"}).status_code == 404


def test_the_way_back_from_an_action_keeps_the_filters(client: Client) -> None:
    business = make_person("business_team", make_agency("partnership"))
    late = make_action(due_on=clock.today() - timedelta(days=3), owner=business)
    sign_in(client, business)
    client.get("/actions/?late=on&rating=nonsense&words=")
    assert client.get(f"/actions/{late.reference}/").context["list_url"] == "/actions/?late=on"


def test_the_list_chases_what_was_ticked(client: Client) -> None:
    business = make_person("business_team", make_agency("partnership"))
    owner = make_person("agency_lead", make_agency("health"))
    late = make_action(due_on=clock.today() - timedelta(days=3), owner=owner)
    sign_in(client, business)
    answer = client.post("/actions/chase/", {"action": [late.reference], "query": "late=on"}, follow=True)
    assert "1 owner has been asked" in answer.content.decode()
    assert answer.redirect_chain[-1][0] == "/actions/?late=on"


def test_the_list_never_reads_more_than_a_page_and_pages_by_key(client: Client, django_assert_max_num_queries: object) -> None:
    business = make_person("business_team", make_agency("partnership"))
    agency = make_agency("health")
    for days in range(60):
        make_action(due_on=clock.today() + timedelta(days=days), agency=agency)
    sign_in(client, business)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        first = client.get("/actions/")
    assert first.content.decode().count("app-nowrap") >= 50
    following = client.get(f"/actions/{first.context['next_url']}")
    assert len(following.context["rows"]) == 10
    seen = {row["reference"] for row in [*first.context["rows"], *following.context["rows"]]}
    assert len(seen) == 60
    assert len(client.get("/actions/?after=rubbish").context["rows"]) == 50
    sheet = client.get("/actions/export/?rating=green")
    assert sheet["Content-Type"].startswith("application/vnd.openxmlformats")
