"""The public page: short, for everybody, against machines without losing a word, and an ordinary contact in the end."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from foundation import clock
from foundation.models import OutboxMessage
from referrals.models import Contact, Submission
from referrals.services import approve_decision, begin_screening, propose_decision, rate
from referrals.views.public import new_token
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db
FORM, SENT = "/help/tell-us/", "/help/sent/"
TOLD = {
    "danger": "no",
    "who": "relative",
    "given_name": "Robin",
    "age": "6",
    "worries": "I cannot cope any more and there is no food until Friday.",
    "knows": "parent",
}


@pytest.fixture(autouse=True)
def hub() -> mash.Mash:
    cache.clear()
    return mash.make()


def token(*, seconds: int = 60) -> str:
    with clock.frozen(clock.now() - timedelta(seconds=seconds)):
        return new_token()


def tell(client: Client, **changes: Any) -> Any:
    return client.post(FORM, {**TOLD, "token": token(), **changes})


def test_it_arrives_in_the_queue_as_an_ordinary_contact(client: Client) -> None:
    assert tell(client).headers["Location"] == SENT
    contact = Contact.objects.get()
    submission = contact.submission
    assert (submission.channel, submission.referral_source, submission.agency) == ("public", "1A", None)
    assert (submission.consent_status, submission.urgent, contact.state) == ("given", False, "received")
    child = contact.submitted_child
    assert (child.birth_date, child.birth_date_estimated, child.family_name) == (date(2020, 1, 1), True, "Not known")
    assert submission.answers[0]["answers"][0]["question"].startswith("Is a child hurt")


@pytest.mark.parametrize(("who", "source"), [("self", "1C"), ("relative", "1A"), ("acquaintance", "1B"), ("anonymous", "9")])
@pytest.mark.parametrize("knows", ["parent", "yes", "no"])
def test_who_writes_is_the_source(client: Client, who: str, source: str, knows: str) -> None:
    assert tell(client, who=who, knows=knows).status_code == 302
    assert Submission.objects.get().referral_source == source


def test_danger_makes_it_urgent_and_999_comes_first(client: Client) -> None:
    for page in ("/help/", FORM):
        text = client.get(page).content.decode()
        assert text.index("999") < text.index("01632")
        assert "Exit this page" in text
    tell(client, danger="yes")
    assert Submission.objects.get().urgent


def test_the_acknowledgement_says_the_number_and_nothing_of_what_was_written(client: Client) -> None:
    tell(client, email="parent@home.example")
    page = client.get(SENT).content.decode()
    submission = Submission.objects.get()
    assert submission.reference in page
    assert "Robin" not in page
    assert "food" not in page
    mail = OutboxMessage.objects.get(kind="mail")
    assert (mail.payload["to"], mail.payload["template"]) == ("parent@home.example", "public_received")
    assert set(mail.payload) == {"to", "template", "word.reference"}
    with clock.frozen(clock.now() + timedelta(minutes=16)):
        assert client.get(SENT).status_code == 302
    assert Client().get(SENT).headers["Location"] == "/help/"


def test_no_address_no_mail(client: Client) -> None:
    tell(client)
    assert not OutboxMessage.objects.filter(kind="mail").exists()


def test_pressed_twice_it_is_one(client: Client) -> None:
    same = token()
    tell(client, token=same)
    tell(client, token=same)
    assert Contact.objects.count() == 1
    tell(client)
    assert Contact.objects.count() == 2


def test_a_machine_is_refused_and_what_a_person_typed_is_kept(client: Client) -> None:
    page = tell(client, homepage="https://spam.example")
    assert page.status_code == 422
    assert "Please ring us instead" in page.content.decode()
    assert TOLD["worries"] in page.content.decode()
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("made", "words"),
    [(lambda: token(seconds=1), "very quick"), (lambda: token(seconds=25 * 3600), "long time"), (lambda: "rubbish", "long time")],
)
def test_too_quick_too_old_or_not_ours_needs_one_more_press(client: Client, made: Any, words: str) -> None:
    page = tell(client, token=made())
    assert page.status_code == 422
    assert words in page.content.decode()
    assert TOLD["worries"] in page.content.decode()
    again = page.context["token"]
    with clock.frozen(clock.now() + timedelta(seconds=10)):
        assert tell(client, token=again).status_code == 302


def test_one_connection_sends_so_many_an_hour_and_loses_nothing(client: Client) -> None:
    answers = [tell(client) for _ in range(11)]
    assert [one.status_code for one in answers] == [302] * 10 + [429]
    assert TOLD["worries"] in answers[-1].content.decode()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"worries": " "}, "Tell us what is happening"),
        ({"given_name": ""}, "Enter the first name"),
        ({"age": ""}, "Enter how old they are"),
        ({"age": "200"}, "How old are they"),
        ({"who": "king"}, "Select who you are"),
        ({"given_name": "A" * 10_000}, "100 characters or fewer"),
        ({"email": "nobody"}, "Enter an email address"),
        ({"danger": ""}, "Select yes if a child is in danger"),
    ],
)
def test_what_is_missing_is_asked_for_in_a_sentence(client: Client, changes: dict[str, str], sentence: str) -> None:
    page = tell(client, **changes)
    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert not Submission.objects.exists()


def test_news_of_the_decision_is_only_that_there_is_some(hub: mash.Mash, client: Client) -> None:
    tell(client, email="parent@home.example")
    contact = Contact.objects.get()
    contact = begin_screening(by=hub.officer, reference=contact.reference, version=contact.version)
    contact = rate(by=hub.officer, reference=contact.reference, version=contact.version, rating="green", reason="Needs help")
    propose_decision(
        by=hub.officer, reference=contact.reference, version=contact.version, outcome="NFA", threshold_level=1, **mash.WORDS
    )
    decided = mash.again(contact)
    approve_decision(by=hub.manager, reference=contact.reference, version=decided.version)
    mail = OutboxMessage.objects.get(kind="mail", payload__template="public_news")
    assert set(mail.payload) == {"to", "template", "word.reference"}
    assert decided.tasks.filter(kind="referrer_told", done_at__isnull=True).exists()


def test_nothing_is_lost_when_no_team_receives(client: Client) -> None:
    from accounts.models import Team

    Team.objects.update(receives=[])
    page = tell(client)
    assert page.status_code == 422
    assert "Telephone the MASH" in page.content.decode()
    assert TOLD["worries"] in page.content.decode()


def test_a_person_in_between_sees_no_trace_of_it(client: Client) -> None:
    submission = build.send()
    assert client.get(f"/my-referrals/{submission.reference}/").status_code == 302


def test_a_child_is_added_and_what_was_typed_stays(client: Client) -> None:
    kept = token()
    answer = client.post(FORM, {**TOLD, "token": kept, "worries": "", "add_child": "2"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "There is a problem" not in page
    assert 'value="Robin"' in page
    assert 'name="given_name_2"' in page
    assert kept in page, "the time since the page was shown goes on"
    assert not Submission.objects.exists()


def test_several_children_are_several_contacts_and_an_empty_block_is_nobody(client: Client) -> None:
    more = {"given_name_2": "", "family_name_2": "", "age_2": "", "given_name_3": "Wren", "age_3": "2"}
    assert tell(client, **more).headers["Location"] == SENT
    submission = Submission.objects.get()
    assert list(submission.children.order_by("position").values_list("given_name", "birth_date")) == [
        ("Robin", date(2020, 1, 1)),
        ("Wren", date(2024, 1, 1)),
    ]
    assert Contact.objects.count() == 2
    asked = [row["question"] for row in submission.answers[0]["answers"]]
    assert "First name of child 3" in asked
    assert "First name of child 2" not in asked


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"given_name_2": "Wren"}, "Enter how old they are. A guess will do"),
        ({"given_name_2": "", "age_2": "3"}, "Enter the first name, or “not known”"),
        ({"given_name": "", "given_name_2": "Wren", "age_2": "3"}, "Enter the first name, or “not known”"),
        ({"given_name_2": "Wren", "age_2": "99"}, "How old is child 2"),
    ],
)
def test_a_child_who_is_begun_is_asked_for_whole(client: Client, changes: dict[str, str], sentence: str) -> None:
    answer = tell(client, **changes)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Submission.objects.exists()


def test_no_more_than_eight_are_asked_for(client: Client) -> None:
    more = {f"given_name_{place}": "Wren" for place in range(2, 9)}
    page = client.post(FORM, {**TOLD, **more, "token": token(), "add_child": "9"}).content.decode()
    assert "Add another child" not in page
    assert 'name="given_name_9"' not in page


def test_adding_a_child_opens_no_way_round_the_protection_against_machines(client: Client) -> None:
    for trick in ({"token": token(seconds=1)}, {"homepage": "x"}, {"token": "made up"}):
        added = {**TOLD, "token": token(), "add_child": "2", **trick}
        assert client.post(FORM, added).status_code == 200
        assert client.post(FORM, {key: value for key, value in added.items() if key != "add_child"}).status_code == 422
    assert not Submission.objects.exists()
