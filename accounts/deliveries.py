"""What accounts sends by email. Secret links are made when the mail is sent, so that no table holds them."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from accounts.one_time_codes import LASTS, digits_of
from accounts.rules import OPENS_WITHIN
from accounts.secret_links import secret_of
from accounts.selectors.people import invitation_to_send, person_to_write_to
from accounts.selectors.sealed import link_to_send
from accounts.selectors.visitors import code_to_send
from foundation import mail
from foundation.outbox import Payload, delivery

INVITATION = mail.declare_mail("accounts/invitation", words={"path", "agency", "days"})
PASSWORD_RESET = mail.declare_mail("accounts/password_reset", words={"path"})
ACCOUNT_WANTED = mail.declare_mail("accounts/account_wanted", words={"path", "address"})
VISITOR_CODE = mail.declare_mail("accounts/visitor_code", words={"digits", "minutes"})
SEALED_LINK = mail.declare_mail("accounts/sealed_link", words={"path", "agency", "days"})
GLASS_BROKEN = mail.declare_mail("accounts/restricted_record_opened", words={"path", "reference"})


@delivery("accounts.invitation", seconds=45)
def send_invitation(key: str, payload: Payload) -> None:
    """Send an invitation, unless it was withdrawn meanwhile."""
    invitation = invitation_to_send(str(payload["invitation"]))
    if invitation is None:
        return
    secret = secret_of(invitation.reference, invitation.invited_at.isoformat())
    words = {
        "word.path": reverse("join", args=[secret]),
        "word.agency": invitation.agency.name,
        "word.days": str(settings.INVITATION_DAYS),
    }
    mail.send_promised(key, {"to": invitation.email, "template": INVITATION.name, **words})


@delivery("accounts.password_reset", seconds=45)
def send_password_reset(key: str, payload: Payload) -> None:
    """Send the link by which a person sets a new password."""
    person = person_to_write_to(str(payload["person"]))
    if person is None:
        return
    token = default_token_generator.make_token(person)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(person), "key": token})
    mail.send_promised(key, {"to": person.email, "template": PASSWORD_RESET.name, "word.path": path})


@delivery("accounts.visitor_code", seconds=45)
def send_visitor_code(key: str, payload: Payload) -> None:
    """Send a one-time code, unless it has run out or another took its place."""
    code = code_to_send(str(payload["code"]))
    if code is None:
        return
    words = {
        "word.digits": digits_of(code.reference, code.sent_at.isoformat()),
        "word.minutes": str(int(LASTS.total_seconds()) // 60),
    }
    mail.send_promised(key, {"to": code.email, "template": VISITOR_CODE.name, **words})


@delivery("accounts.sealed_link", seconds=45)
def send_sealed_link(key: str, payload: Payload) -> None:
    """Send a sealed link, unless it was opened, has run out or another took its place. The code goes by telephone alone."""
    link = link_to_send(str(payload["link"]))
    if link is None:
        return
    words = {
        "word.path": reverse("sealed_link", args=[secret_of(link.reference, link.made_at.isoformat())]),
        "word.agency": link.agency.name,
        "word.days": str(OPENS_WITHIN.days),
    }
    mail.send_promised(key, {"to": link.email, "template": SEALED_LINK.name, **words})
