"""Family groups in the browser: the list, one family, its lead social worker, and calling a discussion."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.access_table import role_codes
from accounts.asking import asking
from accounts.selectors.people import names_of
from foundation.errors import Refused
from protection.forms.families import AllocateFamilyForm, CallDiscussionForm, FamilyFilterForm
from protection.models import FamilyGroup
from protection.presenters.families import (
    family_page,
    family_rows,
    filter_chips,
    invitation_rows,
    names_of_children,
    people_of_events,
)
from protection.presenters.genogram import genogram
from protection.presenters.lists import FAMILIES, INVITED, tabs
from protection.rules import kinds
from protection.selectors.families import (
    FamilyFilter,
    children_in,
    families,
    families_now,
    family_file,
    family_for,
    invited_discussions,
    manages_families,
    workers_for,
    works_in_protection,
)
from protection.selectors.network import network_of
from protection.selectors.sight import named
from protection.selectors.strategy import is_caseworker
from protection.services.families import allocate_family
from protection.services.strategy import call_discussion
from work.views.acting import Case, CaseAct, case_acted, log_case


@require_GET
def family_list(request: HttpRequest) -> HttpResponse:
    """The families of one's team with what is due; for whoever is only invited, what they are invited to."""
    person = asking(request)
    works = works_in_protection(person)
    if not works or request.GET.get("whose") == "invited":
        return _invitations(request, works=works)
    form = FamilyFilterForm(request.GET)
    form.is_valid()
    query = {name: str(value) for name, value in form.cleaned_data.items() if value}
    page = families(person, FamilyFilter(**query), request.GET.get("after", ""))
    rows = families_now(page.rows)
    _log_list(request, [child.reference for row in rows for child in row.children])
    url = reverse("protection:families")
    context = {
        "rows": family_rows(rows),
        "tabs": tabs(FAMILIES, role_codes(person)),
        "filter_form": form,
        "chips": filter_chips(form, query, url),
        "clear_url": url,
        "narrowed": bool(query),
        "moves_in": manages_families(person),
        **_paged(request, url, query, page.next_key),
    }
    return render(request, "protection/families/list.html", context)


def _invitations(request: HttpRequest, *, works: bool) -> HttpResponse:
    person = asking(request)
    page = invited_discussions(person, request.GET.get("after", ""))
    _log_list(request, [one.child.reference for row in page.rows for one in row.children.all()])
    context = {
        "rows": invitation_rows(page.rows),
        "tabs": tabs(INVITED, role_codes(person)),
        **_paged(request, reverse("protection:families"), {"whose": "invited"} if works else {}, page.next_key),
    }
    return render(request, "protection/families/invitations.html", context)


def _log_list(request: HttpRequest, children: list[str]) -> None:
    log_look(by=asking(request), action=Action.VIEW, route="protection:families", record_kind="families", children=children)


def _paged(request: HttpRequest, url: str, query: dict[str, str], next_key: str) -> dict[str, Any]:
    first = f"{url}?{urlencode(query)}" if query else url
    return {
        "next_url": f"?{urlencode({**query, 'after': next_key})}" if next_key else "",
        "first_url": first if request.GET.get("after") else "",
    }


@require_GET
def family(request: HttpRequest, reference: str) -> HttpResponse:
    """One family group: where each child stands, what goes on, what is due and what has happened."""
    person = asking(request)
    found = family_for(person, reference)
    file = family_file(found)
    context = family_page(
        file, names_of(people_of_events(file.events)), manager=manages_families(person), settles=is_caseworker(person)
    )
    context["genogram"] = genogram(network_of(person, found))
    log_case(request, case_of(found))
    return render(request, "protection/families/family.html", context)


def case_of(found: FamilyGroup) -> Case:
    """A family as pages that act on it know it."""
    children = children_in(found)
    return Case(
        kinds.FAMILY,
        found.reference,
        0,
        names_of_children(children),
        reverse("protection:family", args=[found.reference]),
        [child.reference for child in children],
    )


@require_http_methods(["GET", "POST"])
def allocating(request: HttpRequest, reference: str) -> HttpResponse:
    """Name the lead social worker of a family."""
    person = asking(request)
    found = family_for(person, reference)
    workers = [(one.reference, one.name) for one in workers_for(found)]
    form = AllocateFamilyForm(request.POST or None, workers=workers)
    act = CaseAct(
        "Name the lead social worker",
        "Save",
        form,
        lambda _version: allocate_family(by=person, reference=reference, worker=form.cleaned_data["worker"]),
        "The lead social worker has been named.",
    )
    return case_acted(request, lambda: case_of(family_for(person, reference)), act)


@require_http_methods(["GET", "POST"])
def calling(request: HttpRequest, reference: str) -> HttpResponse:
    """Call another strategy discussion about children of the family; its own page comes next."""
    person = asking(request)
    found = family_for(person, reference)
    case = case_of(found)
    children = [(child.reference, named(child)) for child in children_in(found)]
    form = CallDiscussionForm(request.POST or None, children=children)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                called = call_discussion(by=person, family=reference, **form.cleaned_data)
            except Refused as refused:
                form.refuse(refused)
            else:
                messages.success(request, "The strategy discussion has been called. Say when it is, and invite agencies.")
                return redirect("protection:discussion", reference=called.reference)
    log_case(request, case)
    context = {"case": case, "title": "Call a strategy discussion", "button_text": "Call it", "form": form}
    return render(request, "work/act.html", context, status=status)
