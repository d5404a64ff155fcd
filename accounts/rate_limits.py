"""How often something may be tried: one small block over the cache that all processes share."""

from dataclasses import dataclass
from hashlib import sha256

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@dataclass(frozen=True)
class Limit:
    """So many times in so many seconds, counted by whatever key the caller gives."""

    name: str
    times: int
    seconds: int


JOINING = Limit("join", times=20, seconds=600)
"""Opening and accepting invitations, by network address."""
VISITING = Limit("visit", times=30, seconds=600)
"""Asking for one-time codes and trying them, by network address."""
CODES_TO_ONE_ADDRESS = Limit("visitor-codes", times=5, seconds=3600)
"""Codes that are sent, by email address."""
PUBLIC_PAGE = Limit("public", times=10, seconds=3600)
"""Forms of the public page that are sent, by network address."""
ASKING_COLLEAGUES = Limit("colleagues", times=10, seconds=3600)
"""Colleagues whom a visitor names by their address, by visitor."""
INVITING = Limit("invite", times=60, seconds=3600)
"""Sending invitations, by person."""
SEARCHING = Limit("search", times=120, seconds=600)
"""Searches, by person."""
EXPORTING = Limit("export", times=30, seconds=600)
"""Exports and downloads, by person."""

CALENDARS = Limit("calendar", times=300, seconds=600)
"""Calendars that programs fetch, by network address."""


def allowed(limit: Limit, key: str) -> bool:
    """Whether one more is allowed, and count it. Keys are hashed: the cache holds no address and no name."""
    name = f"limit:{limit.name}:{sha256(key.encode()).hexdigest()[:32]}"
    if cache.add(name, 1, timeout=limit.seconds):
        return True
    try:
        return int(cache.incr(name)) <= limit.times
    except ValueError:  # it ran out between the two steps
        cache.add(name, 1, timeout=limit.seconds)
        return True


def address_of(request: HttpRequest) -> str:
    """The network address that the request came from (ALLAUTH_TRUSTED_PROXY_COUNT says how many proxies stand before us)."""
    return str(get_adapter().get_client_ip(request))


def too_many(request: HttpRequest) -> HttpResponse:
    """The answer to one too many."""
    return render(request, "errors/429.html", status=429)
