"""The child's page: who the child is, their records, family and network, and what has happened."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.access_log import Action, log_look
from accounts.asking import asking
from children.kinds import ASIDE, FAMILY, RECORD, ChildFile, Shown, child_panels
from children.presenters import (
    at_home_rows,
    child_heading,
    chronology_lines,
    identity_rows,
    kind_links,
    team_rows,
)
from children.selectors.page import child_at_home, child_file, entries_of, teams_of

CHILD = "child"


@require_GET
def child(request: HttpRequest, reference: str) -> HttpResponse:
    """Who the child is, who works with them, and the records of every app that the reader sees."""
    file = child_file(asking(request), reference)
    panels, aside = _panels(file, RECORD), _panels(file, ASIDE)
    _log(request, file, panels + aside)
    context = {
        **child_heading(file, "child"),
        "identity": identity_rows(file),
        "teams": team_rows(teams_of(file), file),
        "panels": panels,
        "aside": aside,
    }
    return render(request, "children/child.html", context)


@require_GET
def family(request: HttpRequest, reference: str) -> HttpResponse:
    """The household and network, and who else is known at the address."""
    file, at_home = child_at_home(asking(request), reference)
    panels = _panels(file, FAMILY)
    _log(request, file, panels, [one.child.reference for one in at_home])
    context: dict[str, Any] = {**child_heading(file, "family"), "panels": panels, "at_home": at_home_rows(at_home)}
    return render(request, "children/family.html", context)


@require_GET
def chronology(request: HttpRequest, reference: str) -> HttpResponse:
    """What has happened to the child, newest first, twenty-five at a time."""
    file = child_file(asking(request), reference)
    kinds = {one.kind for one in file.records}
    kind = request.GET.get("kind", "") if request.GET.get("kind", "") in kinds else ""
    page = entries_of(file, kind, request.GET.get("after", ""))
    _log(request, file)
    url = reverse("children:chronology", args=[file.child.reference])
    query = {"kind": kind} if kind else {}
    context = {
        **child_heading(file, "chronology"),
        "entries": chronology_lines(page.rows),
        "kinds": kind_links(file, kind, url),
        "narrowed": bool(kind),
        "clear_url": url,
        "next_url": f"?{urlencode({**query, 'after': page.next_key})}" if page.next_key else "",
        "first_url": (f"{url}?{urlencode(query)}" if query else url) if request.GET.get("after") else "",
    }
    return render(request, "children/chronology.html", context)


def _panels(file: ChildFile, place: str) -> list[Shown]:
    shown = [panel.show(file) for panel in child_panels(place)]
    return [one for one in shown if one is not None]


def _log(request: HttpRequest, file: ChildFile, panels: list[Shown] | None = None, besides: list[str] | None = None) -> None:
    match = request.resolver_match
    own = [child.reference for child in file.children]
    others = [*(besides or ()), *(reference for one in panels or () for reference in one.children)]
    log_look(
        by=asking(request),
        action=Action.VIEW,
        route=match.view_name if match else "",
        record_kind=CHILD,
        record_reference=file.child.reference,
        children=list(dict.fromkeys([*own, *others])),
    )
