"""Rules of accounts that need no database: whose address may be invited, when an invitation can be used."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

CONFIRMATION_DAYS = 183
"""Half a year: for so long a confirmation by the agency's lead holds."""

PERSONAL_DOMAINS = frozenset(
    {
        "aol.com",
        "btinternet.com",
        "gmail.com",
        "gmx.co.uk",
        "gmx.com",
        "googlemail.com",
        "hotmail.co.uk",
        "hotmail.com",
        "icloud.com",
        "live.co.uk",
        "live.com",
        "mac.com",
        "me.com",
        "msn.com",
        "outlook.com",
        "proton.me",
        "protonmail.com",
        "sky.com",
        "talktalk.net",
        "virginmedia.com",
        "yahoo.co.uk",
        "yahoo.com",
        "ymail.com",
    }
)


class InvitationState(StrEnum):
    """Where an invitation stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


def domain_of(email: str) -> str:
    """What stands behind the @, in lower case."""
    return email.rpartition("@")[2].strip().lower()


def address_problem(email: str, domains: Iterable[str]) -> str:
    """Why an agency with these domains cannot invite this address; empty when it can. Parts of a domain count too."""
    domain = domain_of(email)
    allowed = sorted(name.lower() for name in domains)
    if any(domain == name or domain.endswith(f".{name}") for name in allowed):
        return ""
    if domain in PERSONAL_DOMAINS:
        return f"Enter a work email address. {domain} is for personal addresses, which cannot be invited"
    if not allowed:
        return "This agency has no email domains yet. Ask the system administrator to add them"
    return f"Enter an email address that ends in {' or '.join('@' + name for name in allowed)}"


def domains_above(domain: str) -> list[str]:
    """The domain with each domain of which it is a part: mail.school.example, school.example. A single word is none."""
    parts = domain.split(".")
    return [".".join(parts[place:]) for place in range(len(parts) - 1)]


def visitor_address_problem(email: str, *, known: bool) -> str:
    """Why nobody can refer with this address without an account, and what they can do instead; empty when they can."""
    domain = domain_of(email)
    if domain in PERSONAL_DOMAINS:
        return (
            f"Enter your work email address. {domain} is for personal addresses. If you have no address at work, "
            "ring the MASH, or use the page for families and the public"
        )
    if not known:
        return f"We do not know the organisation of @{domain} yet. Check the address, or ring the MASH: they take your referral"
    return ""


OPENS_WITHIN = timedelta(days=14)
"""For so long a sealed link can be opened."""


def sealed_address_problem(email: str) -> str:
    """Why no sealed link goes to an address; empty when one does. Any organisation will do: a code goes by telephone."""
    domain = domain_of(email)
    if domain in PERSONAL_DOMAINS:
        return f"Enter their work email address. {domain} is for personal addresses"
    return ""


def invitation_state(
    *, accepted_at: datetime | None, withdrawn_at: datetime | None, expires_at: datetime, at: datetime
) -> InvitationState:
    """Where an invitation with these times stands at this moment."""
    if accepted_at is not None:
        return InvitationState.ACCEPTED
    if withdrawn_at is not None:
        return InvitationState.WITHDRAWN
    return InvitationState.OPEN if at < expires_at else InvitationState.EXPIRED


def confirmed_until(day: date) -> date:
    """The last day of a confirmation that was given on this day."""
    return day + timedelta(days=CONFIRMATION_DAYS)


def tidy_domains(text: str) -> list[str]:
    """Domains as people type them (with @, commas, blanks, capitals), each once, in order."""
    words = text.replace(",", " ").replace(";", " ").split()
    return sorted({word.lower().lstrip("@") for word in words})
