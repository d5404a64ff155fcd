"""Whether a session was opened with a second factor, and who must have one."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.dispatch import receiver
from django.http import HttpRequest

from accounts.adapter import FACTORS
from accounts.models import Person

SESSION_KEY = "second_factor_set_up_here"


def has_second_factor(person: Person) -> bool:
    """Whether the person has an authenticator app or a passkey."""
    return bool(Authenticator.objects.filter(user=person, type__in=FACTORS).exists())


def session_has_second_factor(request: HttpRequest) -> bool:
    """Whether this session was opened, confirmed or equipped with a second factor."""
    if request.session.get(SESSION_KEY):
        return True
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


@receiver(authenticator_added, dispatch_uid="accounts.second_factor")
def remember_set_up(sender: type[Authenticator], request: HttpRequest, authenticator: Authenticator, **_: Any) -> None:
    """Whoever sets up a second factor in a session has it at hand."""
    if authenticator.type in FACTORS:
        request.session[SESSION_KEY] = True


def factors_of(person: Person) -> list[Authenticator]:
    """The person's authenticator app, passkeys and recovery codes, in the order in which they were set up."""
    return list(Authenticator.objects.filter(user=person).order_by("created_at", "pk"))
