"""Letting a professional without an account in: by a one-time code that goes to their address at work."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.urls import reverse

from accounts.models import Visitor, VisitorCode
from accounts.one_time_codes import LASTS, MOST_TRIES, digits_of, hash_of, right
from accounts.rules import visitor_address_problem
from accounts.selectors.visitors import agencies_of_address, agencies_of_visitor, leads_of
from foundation import clock, events, outbox
from foundation.actors import Actor, SystemActor
from foundation.errors import Refused
from foundation.mail import queue_mail
from foundation.service import service

VISITING = SystemActor("visit")
KEPT_AFTERWARDS = timedelta(days=90)
USED_UP = "This code no longer works. Ask for a new one."
NO_LEAD = "Your organisation has no safeguarding lead on the portal yet, so nobody can be asked for an account."


@dataclass(frozen=True)
class Proof:
    """What came of a code: the visitor whom it let in, or how many more tries there are."""

    visitor: Visitor | None
    tries_left: int = 0


@service
def ask_for_code(*, by: Actor, email: str) -> VisitorCode:
    """Send a one-time code to an address at work. Earlier codes for the address work no more.

    Refuses personal addresses and domains that no open agency has; whether somebody is known under the address plays no part.
    """
    email = email.strip().lower()
    if problem := visitor_address_problem(email, known=bool(agencies_of_address(email))):
        raise Refused(problem, field="email")
    moment = clock.now()
    VisitorCode.objects.filter(email__iexact=email, used_at__isnull=True, expires_at__gt=moment).update(expires_at=moment)
    code = VisitorCode(email=email, sent_at=moment, expires_at=moment + LASTS)
    code.code_hash = hash_of(code.reference, digits_of(code.reference, moment.isoformat()))
    code.save(force_insert=True)
    outbox.promise(kind="accounts.visitor_code", payload={"code": code.reference}, key=f"accounts.visitor_code:{code.reference}")
    events.record(verb="accounts.visitor_code_sent", by=by, subject=events.Subject("visitor_code", code.reference))
    return code


@service
def prove_address(*, by: Actor, code_reference: str, digits: str) -> Proof:
    """Let in whoever knows the digits of the code that this browser asked for.

    Wrong digits are counted, and answered without a visitor. Refuses a code that was used, has run out or was tried too often.
    """
    moment = clock.now()
    code = VisitorCode.objects.select_for_update().filter(reference=code_reference).first()
    if code is None or code.used_at is not None or code.expires_at <= moment or code.tries >= MOST_TRIES:
        raise Refused(USED_UP, field="code")
    code.tries += 1
    agencies = agencies_of_address(code.email)
    if not right(code.reference, digits, code.code_hash) or not agencies:
        code.save(update_fields=["tries"])
        return Proof(None, MOST_TRIES - code.tries)
    code.used_at = moment
    code.save(update_fields=["tries", "used_at"])
    now = {"last_proved_at": moment, "agency": agencies[0]}
    visitor, _new = Visitor.objects.update_or_create(
        email=code.email, defaults=now, create_defaults={**now, "first_proved_at": moment}
    )
    events.record(verb="accounts.visitor_proved", by=visitor, subject=events.Subject("visitor", visitor.reference))
    return Proof(visitor)


@service
def ask_for_account(*, by: Visitor) -> None:
    """Ask the safeguarding leads of the visitor's organisation to invite them: one mail a day to each lead at most.

    Refused where no agency of the visitor has a lead.
    """
    leads = leads_of(agencies_of_visitor(by))
    if not leads:
        raise Refused(f"{NO_LEAD} Write to {settings.PARTNERSHIP['contact_email']}.")
    for agency, lead in leads:
        queue_mail(
            to=lead.email,
            template="accounts/account_wanted",
            context={"address": by.email, "path": reverse("invite", args=[agency.code])},
            key=f"account-wanted:{by.reference}:{lead.reference}:{clock.today()}",
        )
    events.record(verb="accounts.account_wanted", by=by, subject=events.Subject("visitor", by.reference))


@service
def remove_old_codes(*, by: Actor) -> int:
    """Delete codes that ran out three months ago; says how many."""
    return VisitorCode.objects.filter(expires_at__lt=clock.now() - KEPT_AFTERWARDS).delete()[0]
