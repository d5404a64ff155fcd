"""What every page shows of whoever is signed in."""

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from accounts.access_table import Nav, Who, route_table
from accounts.models import Visitor
from accounts.visits import visitor_of


@cache
def places() -> tuple[tuple[Nav, str, str, Who], ...]:
    """The places of the main navigation in their order, with name and address. A test sees to it that each row has one."""
    found = []
    for row in route_table().values():
        if row.nav is None:
            continue
        try:
            found.append((row.nav, row.name, reverse(row.name), row.nav.whose or row.who))
        except NoReverseMatch:
            continue
    return tuple(sorted(found, key=lambda place: place[0].order))


def navigation(request: HttpRequest) -> dict[str, object]:
    """`navigation`: the main navigation, with the pages that this person or visitor may open and no others; `visitor`: who."""
    person = getattr(request, "user", None)
    if person is not None and person.is_authenticated:
        return {"navigation": _items(request, lambda who: who.admits(person))}
    visitor: Visitor | None = visitor_of(request) if person is not None else None
    if visitor is None:
        return {"navigation": []}
    return {"navigation": _items(request, lambda who: who.visitor), "visitor": visitor}


def _items(request: HttpRequest, opens: Callable[[Who], bool]) -> list[dict[str, object]]:
    here = request.resolver_match.view_name if request.resolver_match else ""
    return [
        {"text": nav.text, "href": href, "current": name == here, "active": _is_within(request.path, (href, *nav.also))}
        for nav, name, href, who in places()
        if opens(who)
    ]


def _is_within(path: str, sections: tuple[str, ...]) -> bool:
    """Whether a page belongs to one of some sections: the home page has none."""
    return any(section != "/" and path.startswith(section) for section in sections)
