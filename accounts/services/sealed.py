"""Sealed links: one page about one record, for somebody named who has no account, opened once with a code told by telephone."""

from dataclasses import dataclass

from accounts.models import Agency, Person, SealedLink
from accounts.one_time_codes import MOST_TRIES, digits_of, right
from accounts.one_time_codes import hash_of as hash_of_code
from accounts.rules import OPENS_WITHIN, sealed_address_problem
from accounts.secret_links import hash_of, secret_of
from accounts.selectors.sealed import links_to_open
from foundation import clock, events, outbox
from foundation.actors import Actor, SystemActor
from foundation.errors import Refused
from foundation.service import service

OPENING = SystemActor("sealed_link")
USED_UP = "This link no longer opens. Ask whoever invited you for a new one."
HAS_ACCOUNT = "Somebody with an account has this address. Invite them by their name instead."


@dataclass(frozen=True)
class Opened:
    """What came of a code: the link that it opened, or how many more tries there are."""

    link: SealedLink | None
    tries_left: int = 0


@service
def seal(*, by: Actor, page: str, subject: str, seat: int, agency: Agency, name: str, email: str) -> SealedLink:
    """Send somebody a link that opens one page about one record, once. Called inside services of upper apps.

    `page` is the name of the page, `subject` the record's reference, `seat` the row that names them there. An earlier link for
    the same seat ends, opened or not. Refuses personal addresses, and the address of somebody who has an account.
    """
    email = email.strip().lower()
    if problem := sealed_address_problem(email):
        raise Refused(problem, field="email")
    if Person.objects.filter(email__iexact=email, is_active=True).exists():
        raise Refused(HAS_ACCOUNT, field="email")
    moment = clock.now()
    SealedLink.objects.filter(page=page, seat=seat, ended_at__isnull=True).update(ended_at=moment)
    link = SealedLink(
        page=page,
        subject=subject,
        seat=seat,
        agency=agency,
        name=name,
        email=email,
        made_at=moment,
        made_by=by.actor_reference,
        expires_at=moment + OPENS_WITHIN,
    )
    nonce = moment.isoformat()
    link.secret_hash = hash_of(secret_of(link.reference, nonce))
    link.code_hash = hash_of_code(link.reference, digits_of(link.reference, nonce))
    link.save(force_insert=True)
    outbox.promise(kind="accounts.sealed_link", payload={"link": link.reference}, key=f"accounts.sealed_link:{link.reference}")
    events.record(verb="accounts.sealed_link_sent", by=by, subject=events.Subject("sealed_link", link.reference))
    return link


@service
def open_sealed_link(*, by: Actor, secret: str, digits: str) -> Opened:
    """Open the link with the digits that were told by telephone.

    Wrong digits are counted, and answered without a link. Refuses a link that was opened, has ended or was tried too often.
    """
    link = links_to_open().select_for_update(of=("self",)).filter(secret_hash=hash_of(secret)).first()
    if link is None:
        raise Refused(USED_UP, field="code")
    link.tries += 1
    if not right(link.reference, digits, link.code_hash):
        link.save(update_fields=["tries"])
        return Opened(None, MOST_TRIES - link.tries)
    link.opened_at = clock.now()
    link.save(update_fields=["tries", "opened_at"])
    events.record(verb="accounts.sealed_link_opened", by=link, subject=events.Subject("sealed_link", link.reference))
    return Opened(link)


@service
def end_sealed_links(*, by: Actor, page: str, subject: str, seat: int | None = None) -> int:
    """End every sealed link to a page about a record, opened or not, or those for one seat; says how many.

    Called inside services of upper apps.
    """
    links = SealedLink.objects.filter(page=page, subject=subject, ended_at__isnull=True)
    return (links if seat is None else links.filter(seat=seat)).update(ended_at=clock.now())
