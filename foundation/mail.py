"""Email: queued in the transaction that causes it, sent afterwards, with nothing in it about a child.

A mail says that there is news and links to the portal, where access is checked. Each template is declared with the words it
may be given; anything else is refused.
"""

import hashlib
import re
import smtplib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.validators import validate_email
from django.template import Context
from django.template.engine import Engine

from foundation.outbox.promises import Payload, Postponed, promise
from foundation.registry import Registry

KIND: Final = "mail"
LONGEST_WORD: Final = 200
PATH: Final = "path"
TEMPORARY_FAILURES: Final = range(400, 500)

_NAME = re.compile(r"[a-z_]+(/[a-z_]+)*\Z")
_ABOUT_A_CHILD = re.compile(r"child|birth|dob|nhs|upn|surname|given_name|postcode|street|concern|diagnos|reason")
_WORD_PREFIX = "word."


@dataclass(frozen=True)
class MailTemplate:
    """A declared template, `templates/mail/<name>.{subject.txt,txt,html}`, and the words it may be given."""

    name: str
    words: frozenset[str]


TEMPLATES: Registry[MailTemplate] = Registry("mail template")


def declare_mail(name: str, *, words: Iterable[str] = ()) -> MailTemplate:
    """Declare a template in an app's `deliveries.py`. `path` among the words is the page on the portal that the mail links to."""
    chosen = frozenset(words)
    if not _NAME.match(name):
        raise ValueError(f"A mail template is named with small letters, such as training/place_offered, not {name}.")
    if unfit := sorted(word for word in chosen if _ABOUT_A_CHILD.search(word)):
        raise ValueError(f"A mail says nothing about a child: {', '.join(unfit)}.")
    return TEMPLATES.add(name, MailTemplate(name, chosen))


NEWS = declare_mail("news", words={PATH})


def queue_mail(*, to: str, template: str, context: Mapping[str, str], key: str) -> None:
    """Promise one email in the running transaction; the same key is never sent twice.

    Called by services and tasks. `context` must hold exactly the words that the template declares; `path` is an address on the
    portal that begins with one slash.
    """
    declared = TEMPLATES.get(template)
    words = {word: text if word == PATH else _one_line(text) for word, text in context.items()}
    _check_words(declared, words)
    validate_email(to)
    payload = {"to": to, "template": template, **{f"{_WORD_PREFIX}{word}": text for word, text in words.items()}}
    promise(kind=KIND, payload=payload, key=f"{KIND}:{key}")


def _one_line(text: str) -> str:
    """The text with each kind of space as a plain one, and without signs that take no room: names are pasted from anywhere."""
    kinds = [(sign, unicodedata.category(sign)) for sign in text]
    return "".join(" " if kind == "Zs" else sign for sign, kind in kinds if kind != "Cf").strip()


def _check_words(declared: MailTemplate, context: Mapping[str, str]) -> None:
    if surplus := sorted(set(context) - declared.words):
        raise ValueError(f"The mail {declared.name} does not take {', '.join(surplus)}.")
    if missing := sorted(declared.words - set(context)):
        raise ValueError(f"The mail {declared.name} needs {', '.join(missing)}.")
    for word, text in context.items():
        if len(text) > LONGEST_WORD or not text.isprintable():
            raise ValueError(f"“{word}” of the mail {declared.name} is one line of at most {LONGEST_WORD} characters.")
    path = context.get(PATH, "/")
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError("A mail links to a page of the portal only.")


def send_promised(key: str, payload: Payload) -> None:
    """Send a promised mail; raises Postponed while the mail server is away.

    A crash after the server has taken it sends it again with the same Message-ID, by which mail systems recognise it.
    """
    message = compose(key, payload)
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as error:
        if all(code in TEMPORARY_FAILURES for code, _text in error.recipients.values()):
            raise Postponed from error
        raise
    except smtplib.SMTPResponseException as error:
        if error.smtp_code in TEMPORARY_FAILURES or isinstance(error, smtplib.SMTPConnectError):
            raise Postponed from error
        raise
    except smtplib.SMTPServerDisconnected as error:
        raise Postponed from error
    except smtplib.SMTPException:
        raise
    except OSError as error:
        raise Postponed from error


def compose(key: str, payload: Payload) -> EmailMultiAlternatives:
    """The mail that a promise speaks of, in plain text and HTML."""
    words = {name.removeprefix(_WORD_PREFIX): str(text) for name, text in payload.items() if name.startswith(_WORD_PREFIX)}
    declared = TEMPLATES.get(str(payload["template"]))
    _check_words(declared, words)
    context = {
        **words,
        "partnership": settings.PARTNERSHIP,
        "base_url": settings.PORTAL_BASE_URL,
        "link": settings.PORTAL_BASE_URL.rstrip("/") + words.get(PATH, "/"),
    }
    message = EmailMultiAlternatives(
        subject=" ".join(_render(f"{declared.name}.subject.txt", context).split()),
        body=_render(f"{declared.name}.txt", context).strip() + "\n",
        to=[str(payload["to"])],
        headers={"Message-ID": message_id(key), "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"},
    )
    message.attach_alternative(_render(f"{declared.name}.html", context), "text/html")
    return message


def message_id(key: str) -> str:
    """The Message-ID of the mail promised under a key: always the same, and telling nothing."""
    host = urlsplit(settings.PORTAL_BASE_URL).hostname or "portal"
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@{host}>"


def _render(name: str, context: Mapping[str, object]) -> str:
    """Only HTML is escaped: in plain text an apostrophe is an apostrophe."""
    template = Engine.get_default().get_template(f"mail/{name}")
    return template.render(Context(dict(context), autoescape=name.endswith(".html")))
