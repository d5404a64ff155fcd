"""How allauth behaves here: people are invited; its words are ours, its secrets encrypted, its mails promised."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from accounts.access_table import needs_second_factor
from accounts.ciphers import cipher
from accounts.models import Person
from foundation import clock, outbox

SECOND_FACTOR = "accounts.second-factor"
TOO_MANY_TRIES = "There were too many tries with a wrong password or code. Wait 5 minutes, then try again"
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class PortalAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """Sign-in by invitation only."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account has been closed",
        "email_password_mismatch": "Enter the email address and password of your account. One of them is wrong",
        "enter_current_password": "Enter your current password",
        "incorrect_code": "Enter the current code from your app, or a recovery code that you have not used",
        "incorrect_password": "Enter your password. This one is wrong",
        "invalid_password_reset": "This link does not work",
        "too_many_login_attempts": TOO_MANY_TRIES,
        "rate_limited": TOO_MANY_TRIES,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an agency invites."""
        return False

    def send_password_reset_mail(self, user: Person, email: str, context: dict[str, Any]) -> None:
        """Promise the mail; its link is made when it is sent."""
        with transaction.atomic():
            outbox.promise(
                kind="accounts.password_reset",
                payload={"person": user.reference},
                key=f"accounts.password_reset:{user.reference}:{clock.now().isoformat()}",
            )

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Allauth's other mails are not sent: what happens to an account is shown in the portal."""

    def reauthenticate(self, user: Person, password: str) -> bool:
        """Whether this is the person's password; wrong ones count towards the lockout."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return bool(found is not None and found.pk == user.pk)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whether to ask once more who it is: not within some minutes of signing in (ACCOUNT_REAUTHENTICATION_TIMEOUT)."""
        request = context.request
        records = get_authentication_records(request, request.user)
        return not records or time.time() - float(records[-1]["at"]) >= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Say what was done; signing in and out need no message."""
        if message_template in ("account/messages/logged_in.txt", "account/messages/logged_out.txt"):
            return
        super().add_message(request, level, message_template, *args, **kwargs)

    def get_reauthentication_methods(self, user: Person) -> list[dict[str, Any]]:
        """How somebody can show that it is still they, in our words."""
        words = {
            "reauthenticate": "Use your password",
            "mfa_reauthenticate": "Use a code from your app",
            "mfa_reauthenticate:webauthn": "Use a passkey",
        }
        return [method | {"description": words[method["id"]]} for method in super().get_reauthentication_methods(user)]


class PortalMFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth is untyped
    """The second factor under the partnership's name, its secrets encrypted with the portal's key."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": "Set up another second factor first: your role needs one",
        "incorrect_code": "Enter the current code from your app, or a recovery code that you have not used",
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last second factor of somebody whose role needs one."""
        person = authenticator.user
        if not needs_second_factor(person):
            return True
        others = Authenticator.objects.filter(user=person, type__in=FACTORS).exclude(pk=authenticator.pk)
        return bool(others.exists())

    def generate_authenticator_name(self, user: Person, type: Authenticator.Type) -> str:  # noqa: A002  # allauth's name
        """A name for a new passkey."""
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The portal, as the device shows it."""
        host: str = super().get_public_key_credential_rp_entity()["id"]
        return {"id": host, "name": settings.PARTNERSHIP["short_name"]}

    def encrypt(self, text: str) -> str:
        """What the database keeps of a secret."""
        return cipher(SECOND_FACTOR).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again."""
        return cipher(SECOND_FACTOR).decrypt(encrypted_text.encode()).decode()
