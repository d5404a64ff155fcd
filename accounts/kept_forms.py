"""What somebody typed into a form that reached us after their session or visit had ended: kept until they are back.

It may tell of a child, so the session holds it encrypted, for an hour, and whoever else signs in or
proves an address on the device ends it.
"""

import json
import re
from dataclasses import dataclass

from cryptography.fernet import InvalidToken
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from accounts.ciphers import cipher
from accounts.models import Person

SESSION_KEY = "kept_form"
PURPOSE = "accounts.kept-form"
MOST_CHARACTERS = 200_000
SECONDS = 3600
NEVER_KEPT = ("csrfmiddlewaretoken", "password", "code", "credential", "secret")


@dataclass(frozen=True)
class KeptForm:
    """Where the form was going, and its answers."""

    path: str
    fields: list[tuple[str, str]]


def keep(request: HttpRequest, *, reference: str, fields: list[tuple[str, str]]) -> bool:
    """Keep the answers in the session that begins now; says whether there was anything to keep."""
    if not fields or sum(len(name) + len(value) for name, value in fields) > MOST_CHARACTERS:
        return False
    answers = cipher(PURPOSE).encrypt(json.dumps(fields).encode()).decode()
    request.session[SESSION_KEY] = {"person": reference, "path": request.get_full_path(), "answers": answers}
    request.session.set_expiry(SECONDS)
    return True


def answers_of(request: HttpRequest) -> list[tuple[str, str]]:
    """The answers of a posted form, without passwords, codes and tokens."""
    if request.method != "POST" or request.content_type not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        return []
    return [
        (name, value)
        for name, values in request.POST.lists()
        if not set(re.split(r"[^a-z]+", name.lower())).intersection(NEVER_KEPT)
        for value in values
        if isinstance(value, str)
    ]


def texts_of_this_browser(request: HttpRequest) -> list[str]:
    """What somebody wrote into a form that cannot be taken in, to be shown to them once more, so that they can copy it.

    Only what is longer than a word, and only when the browser itself says that one of our own pages sent it.
    """
    origin = request.headers.get("Sec-Fetch-Site") == "same-origin" or (
        request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    )
    if not origin:
        return []
    return [value for _, value in answers_of(request) if " " in value.strip()]


def kept_for(request: HttpRequest, *, reference: str) -> KeptForm | None:
    """The kept form, if it is this person's or visitor's; it stays until it is sent."""
    kept = request.session.get(SESSION_KEY)
    if not isinstance(kept, dict) or kept.get("person") != reference:
        return None
    try:
        fields = json.loads(cipher(PURPOSE).decrypt(str(kept["answers"]), ttl=SECONDS))
    except InvalidToken:
        return None
    return KeptForm(str(kept["path"]), [(str(name), str(value)) for name, value in fields])


def forget_when_sent(request: HttpRequest) -> None:
    """Once the form has been sent again, nothing of it is kept."""
    kept = request.session.get(SESSION_KEY)
    if isinstance(kept, dict) and request.method == "POST" and kept.get("path") == request.get_full_path():
        _forget(request)


@receiver(user_logged_in, dispatch_uid="accounts.kept_forms")
def forget_when_another_signs_in(sender: type[Person], request: HttpRequest, user: Person, **_: object) -> None:
    """What one person typed ends when another signs in on the same device."""
    forget_unless_of(request, user.reference)


def forget_unless_of(request: HttpRequest, reference: str) -> None:
    """Keep what was typed for the person or visitor with this reference only."""
    kept = request.session.get(SESSION_KEY)
    if isinstance(kept, dict) and kept.get("person") != reference:
        _forget(request)


def _forget(request: HttpRequest) -> None:
    del request.session[SESSION_KEY]
    request.session.set_expiry(None)  # and the session ends with the browser again
