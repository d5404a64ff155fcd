import smtplib
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail as outgoing
from django.core.exceptions import ValidationError
from django.db import transaction

from foundation import mail
from foundation.models.outbox import OutboxMessage
from foundation.outbox import deliver_now
from foundation.registry import Registry

pytestmark = pytest.mark.django_db

NEWS = {"to": "lead@agency.example", "template": "news", "context": {"path": "/work/"}}


@pytest.fixture
def own_templates(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test declares is forgotten again."""
    monkeypatch.setattr(mail, "TEMPLATES", Registry("mail template"))
    return


def test_a_mail_is_sent_once_with_a_link_to_the_portal() -> None:
    mail.queue_mail(**NEWS, key="n1")
    mail.queue_mail(**NEWS, key="n1")
    assert deliver_now() == 1
    assert deliver_now() == 0
    (sent,) = outgoing.outbox
    assert sent.to == ["lead@agency.example"]
    assert sent.subject == "There is something new for you in the Northmere SCP portal"
    assert "http://127.0.0.1:8000/work/" in sent.body
    html, kind = sent.alternatives[0]
    assert kind == "text/html"
    assert 'href="http://127.0.0.1:8000/work/"' in html


def test_nothing_is_sent_when_the_change_is_rolled_back() -> None:
    with transaction.atomic():
        mail.queue_mail(**NEWS, key="n2")
        transaction.set_rollback(True)
    assert deliver_now() == 0
    assert outgoing.outbox == []


def test_the_message_id_is_the_keys_own() -> None:
    mail.queue_mail(**NEWS, key="n3")
    deliver_now()
    sent = outgoing.outbox[0]
    assert sent.extra_headers["Message-ID"] == mail.message_id("mail:n3")
    assert mail.message_id("mail:n3") != mail.message_id("mail:n4")
    assert sent.message()["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(
    "context",
    [
        {},
        {"path": "/", "name": "x"},
        {"path": "https://elsewhere.example/"},
        {"path": "//elsewhere.example/"},
        {"path": "/two\nlines"},
        {"path": "/" + "x" * 300},
    ],
)
def test_words_that_the_template_does_not_declare_are_refused(context: dict[str, str]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # each case has its own sentence
        mail.queue_mail(to="lead@agency.example", template="news", context=context, key="n5")
    assert not OutboxMessage.objects.exists()


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(ValidationError):
        mail.queue_mail(to="lead@agency.example\nBcc: all@agency.example", template="news", context={"path": "/"}, key="n6")


@pytest.mark.usefixtures("own_templates")
@pytest.mark.parametrize("word", ["child_name", "date_of_birth", "nhs_number", "reason", "home_postcode"])
def test_a_template_cannot_declare_words_about_a_child(word: str) -> None:
    with pytest.raises(ValueError, match="nothing about a child"):
        mail.declare_mail("news", words={word})


@pytest.mark.usefixtures("own_templates")
@pytest.mark.parametrize("name", ["../secrets", "News", "a b", "/news", "news/"])
def test_a_template_is_named_so_that_it_stays_in_its_folder(name: str) -> None:
    with pytest.raises(ValueError, match="small letters"):
        mail.declare_mail(name)


def test_every_declared_template_has_its_three_files() -> None:
    for name, declared in mail.TEMPLATES.items():
        words = {f"word.{word}": "/" if word == "path" else "word" for word in declared.words}
        message = mail.compose("mail:any", {"to": "lead@agency.example", "template": name, **words})
        assert message.subject
        assert "\n" not in message.subject
        assert "<h1>" in str(message.alternatives[0][0])
        assert message.body.strip()


TOO_BUSY = smtplib.SMTPDataError(451, b"busy")
UNKNOWN = smtplib.SMTPRecipientsRefused({"lead@agency.example": (550, b"unknown")})
GREYLISTED = smtplib.SMTPRecipientsRefused({"lead@agency.example": (450, b"later")})


@pytest.mark.parametrize(
    ("error", "attempts"),
    [
        (ConnectionRefusedError(), 0),
        (TimeoutError(), 0),
        (smtplib.SMTPServerDisconnected(), 0),
        (TOO_BUSY, 0),
        (GREYLISTED, 0),
        (UNKNOWN, 1),
        (smtplib.SMTPSenderRefused(550, b"no", "portal@northmere.example"), 1),
    ],
)
def test_a_mail_waits_while_the_server_is_away_and_fails_when_it_is_refused(
    monkeypatch: pytest.MonkeyPatch, error: Exception, attempts: int
) -> None:
    def send(_self: Any, fail_silently: bool = False) -> int:
        raise error

    monkeypatch.setattr("foundation.mail.EmailMultiAlternatives.send", send)
    mail.queue_mail(**NEWS, key="n7")
    deliver_now()
    message = OutboxMessage.objects.get()
    assert message.done_at is None
    assert message.attempts == attempts
    assert message.not_before > message.created_at


def test_a_name_with_spaces_of_any_kind_is_sent_with_plain_ones(own_templates: None) -> None:
    mail.declare_mail("news", words={"path", "agency"})
    pasted = "St\u00a0Mary\u2019s\u2009C\u202fof\u3000E\u200b Primary\u00ad School"
    mail.queue_mail(to="lead@agency.example", template="news", context={"path": "/", "agency": pasted}, key="n9")
    assert OutboxMessage.objects.get().payload["word.agency"] == "St Mary\u2019s C of E Primary School"


@pytest.mark.parametrize("text", ["two\nlines", "a\ttab", "a\u2028separator"])
def test_what_breaks_a_line_is_refused_all_the_same(own_templates: None, text: str) -> None:
    mail.declare_mail("news", words={"path", "agency"})
    with pytest.raises(ValueError, match="one line"):
        mail.queue_mail(to="lead@agency.example", template="news", context={"path": "/", "agency": text}, key="n9")
