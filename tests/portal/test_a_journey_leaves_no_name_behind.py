"""A referral goes from the first question to sign-off; what it says of a child stands in the case and nowhere else.

Read are the log, mails as they were sent, the outbox, tasks, events, the access log, the cache, sessions, the titles of pages,
the report of an error, and every address that was asked for, sent to or linked to.
"""

import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote_plus

import pytest
from celery.app.task import Task
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client, override_settings
from django.utils.log import configure_logging
from lxml import html

from accounts.models import AccessLogEntry, Person
from foundation.models.events import DomainEvent
from foundation.models.outbox import OutboxMessage
from foundation.outbox import deliver_now
from foundation.tasks import sweep_outbox
from referrals.models import Contact, Draft
from tests import factories
from tests.referrals import build, mash
from work.models import Handover, Request

pytestmark = pytest.mark.django_db

GIVEN, FAMILY, KNOWN_AS = "Zephyrine", "Quillfeather", "Pipkinette"
FATHER, MOTHER, REFERRER = "Thaddeus", "Ottoline", "Vorkosigan"
NHS, STREET, POSTCODE = "943 476 5919", "17 Wrenlock Passage", "NM7 3QX"
WORRY = "peppermint-striped bruises"
BIRTH_DATES = ("2017-03-27", "27 March 2017", "27/03/2017")
SECRETS = (
    *(GIVEN, FAMILY, KNOWN_AS, FATHER, NHS, NHS.replace(" ", ""), "Wrenlock", POSTCODE, POSTCODE.replace(" ", "")),
    *(*BIRTH_DATES, "peppermint-striped", MOTHER, REFERRER),
)
CHILD = {
    **build.CHILD,
    "given_name": [GIVEN],
    "family_name": [FAMILY],
    "known_as": [KNOWN_AS],
    "nhs_number": [NHS],
    "address": [STREET],
    "postcode": [POSTCODE],
}
PAGES = {
    **build.PAGES,
    "children/1": CHILD,
    "about": {**build.ABOUT, "name": [f"Terry {REFERRER}"]},
    "people/1": {**build.FATHER, "name": [f"{FATHER} {FAMILY}"]},
    "people/2": {**build.FATHER, "kind": ["carer"], "name": [f"{MOTHER} {FAMILY}"], "relation_1": ["Mother"]},
    "concern": {**build.CONCERN, "worries": [f"{GIVEN} came with {WORRY}."]},
}
WORDS = f"{GIVEN} {FAMILY}, born 27 March 2017, of {STREET}: {WORRY}."


class Walker:
    """A person at the portal, and every address and title that they met."""

    def __init__(self, person: Person, addresses: list[str], titles: list[str]) -> None:
        self.client = factories.sign_in(Client(raise_request_exception=False), person)
        self.addresses, self.titles = addresses, titles

    def get(self, address: str) -> HttpResponse:
        return self._met(address, self.client.get(address))

    def post(self, address: str, words: dict[str, Any], status: int = 302) -> HttpResponse:
        answer = self._met(address, self.client.post(address, words))
        assert answer.status_code == status, (address, answer.content.decode())
        return answer

    def _met(self, address: str, answer: Any) -> HttpResponse:
        self.addresses += [address, answer.headers.get("Location", ""), answer.headers.get("HX-Redirect", "")]
        if answer.content and answer.headers["Content-Type"].startswith("text/html"):
            page = html.fromstring(answer.content)
            self.titles += page.xpath("//title/text()")
            names = ("href", "src", "action", "formaction", "hx-get", "hx-post", "hx-push-url")
            self.addresses += [str(value) for name in names for value in page.xpath(f"//@{name}")]
        return answer  # type: ignore[no-any-return]


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


@pytest.fixture
def log_lines() -> Iterator[io.StringIO]:
    """What the log's own handler writes, filter and form included, from the smallest matter on."""
    written = io.StringIO()
    root, level, before = logging.getLogger(), logging.getLogger().level, list(logging.getLogger().handlers)
    configure_logging("logging.config.dictConfig", settings.LOGGING)
    mine = [one for one in root.handlers if isinstance(one, logging.StreamHandler) and one.filters]
    assert mine, "the log's handler has no filter"
    for handler in mine:
        handler.setStream(written)
    root.setLevel(logging.DEBUG)
    yield written
    root.setLevel(level)
    root.handlers[:] = before


@pytest.fixture
def task_words(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said to Celery."""
    said: list[str] = []

    def note(task: Any, args: Any = None, kwargs: Any = None, **options: Any) -> None:
        said.append(json.dumps([task.name, args, kwargs, {key: str(value) for key, value in options.items()}]))

    monkeypatch.setattr(Task, "apply_async", note)
    return said


def refer(teacher: Walker) -> None:
    """Answer every page by hand, one of them wrongly first, and send."""
    begun = teacher.post("/refer/begin/", build.DANGER)
    address = str(begun.headers["Location"])
    reference = address.strip("/").split("/")[-1]
    teacher.get(address)
    teacher.post(f"{address}children/1/", {**CHILD, "birth_date-year": ["2917"]}, 422)
    for key, typed in PAGES.items():
        if key == "danger":
            continue
        shown = teacher.get(f"{address}{key}/")
        token = html.fromstring(shown.content).xpath("//input[@name='_page']/@value")[0]
        seen = html.fromstring(shown.content).xpath("//input[@name='_seen']/@value")[0]
        teacher.post(f"{address}{key}/", {**typed, "_page": token, "_seen": seen})
    teacher.get(f"{address}check/")
    version = Draft.objects.get(reference=reference).version
    teacher.post(f"{address}check/", {"declared": "on", "_version": version})
    teacher.get(f"{address}sent/")


def work_on(hub: mash.Mash, officer: Walker, manager: Walker, police: Walker) -> str:
    """Find it, rate it, ask, propose, approve, take over, sign off; every reason names the child."""
    officer.get("/mash/")
    found = officer.post("/mash/search/found/", {"words": FAMILY, "born-day": "", "born-month": "", "born-year": ""}, 200)
    assert GIVEN in found.content.decode(), "the search found nothing"
    contact = Contact.objects.get(position=1)
    where = f"/mash/contacts/{contact.reference}/"

    def act(who: Walker, page: str, **words: Any) -> None:
        who.get(where)
        who.post(f"{where}{page}/", {"version": mash.again(contact).version, **words})

    act(officer, "begin")
    officer.post(f"{where}rate/", {"version": 1, "rating": "red", "reason": WORDS}, 409)
    act(officer, "rate", rating="amber", reason=WORDS)
    act(officer, "ask", agencies=[hub.police.code], question=WORDS, legal_basis="Vital interests", purpose="To decide")
    request = Request.objects.get()
    police.get(f"/requests/{request.reference}/")
    told = {"result": "information", "answer": WORDS, "proportionate": "on", "may_tell_family": "no", "not_told_because": WORDS}
    police.post(f"/requests/{request.reference}/", told)
    act(
        officer,
        "propose",
        outcome="S17",
        threshold_level=3,
        evidence=["referral:worries"],
        reasons=WORDS,
        words_for_referrer=WORDS,
    )
    act(manager, "decide", answer="send_back", reason=WORDS)
    act(
        officer,
        "propose",
        outcome="S17",
        threshold_level=3,
        evidence=["referral:worries"],
        reasons=WORDS,
        words_for_referrer=WORDS,
    )
    act(manager, "decide", answer="approve", team=hub.assessment.code)
    mash.finish(hub, mash.again(contact))
    act(manager, "sign-off")
    for page in ("", "checks/", "decision/", "history/", "print/"):
        manager.get(f"{where}{page}")
    return str(Handover.objects.get().state)


def cached() -> list[object]:
    """What the cache holds, keys and values."""
    keys = [key.split(":", 2)[2] for key in cache._cache]  # type: ignore[attr-defined]
    return [*keys, *(cache.get(key) for key in keys)]


def leaks(what: str, text: str) -> list[str]:
    """The secrets that a text gives away, whatever the case of its letters."""
    low = text.casefold()
    return [f"{what}: {secret}" for secret in SECRETS if secret.casefold() in low]


@override_settings(TEST_NHS_NUMBERS=False)
def test_nothing_about_the_child_stands_outside_the_case(
    hub: mash.Mash, log_lines: io.StringIO, task_words: list[str], django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    addresses: list[str] = []
    titles: list[str] = []
    people = (build.make_practitioner(name=f"Terry {REFERRER}"), hub.officer, hub.manager, hub.police_lead)
    teacher, *walkers = (Walker(person, addresses, titles) for person in people)
    refer(teacher)
    work_on(hub, *walkers)
    sent = str(Contact.objects.get(position=1).submission.reference)
    for address in ("/my-referrals/", f"/my-referrals/{sent}/", f"/my-referrals/{sent}/copy/"):
        assert GIVEN in teacher.get(address).content.decode()
    for walker in walkers:
        walker.get("/")
    sweep_outbox()
    deliver_now()

    assert len(mail.outbox) >= 3
    assert DomainEvent.objects.count() > 10
    assert AccessLogEntry.objects.count() > 10
    mails = [f"{one.subject} {one.body} {one.message()} {one.alternatives}" for one in mail.outbox]  # type: ignore[attr-defined]
    outbox = OutboxMessage.objects.values_list("kind", "key", "payload", "last_error")
    events = DomainEvent.objects.values_list("verb", "subject_kind", "subject_reference", "actor_reference", "data")
    looks = AccessLogEntry.objects.values_list("route", "record_kind", "record_reference", "child_references", "reason")
    places = {
        "the log": log_lines.getvalue(),
        "mails": " ".join(mails),
        "the outbox": " ".join(map(str, outbox)),
        "tasks": " ".join(task_words),
        "events": " ".join(map(str, events)),
        "the access log": " ".join(map(str, looks)),
        "the cache": " ".join(map(str, cached())),
        "sessions": " ".join(str(one.get_decoded()) for one in Session.objects.all()),
        "titles": " ".join(titles),
        "addresses": " ".join(unquote_plus(address) for address in addresses),
    }
    assert task_words
    assert len(titles) > 30
    assert Session.objects.count() >= 4
    assert [leak for what, text in places.items() for leak in leaks(what, text)] == []


@override_settings(ADMINS=[("Operations", "operations@northmere.example")])
def test_an_error_in_the_middle_tells_the_log_no_name_and_mails_nobody(
    hub: mash.Mash, log_lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: Any, **__: Any) -> None:
        raise ValueError(f"Key (family_name, birth_date)=({FAMILY}, 2017-03-27) already exists; {WORDS}")

    contact = mash.received(hub)
    monkeypatch.setattr("referrals.views.contacts.WhatWasSent", breaks)
    answer = Walker(hub.officer, [], []).get(f"/mash/contacts/{contact.reference}/")
    assert answer.status_code == 500
    assert "ValueError" in log_lines.getvalue(), "the error was not logged"
    assert leaks("the log", log_lines.getvalue() + answer.content.decode()) == []
    assert mail.outbox == [], "a report of an error holds what was typed"
