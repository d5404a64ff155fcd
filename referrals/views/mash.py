"""The MASH's queue, and finding a contact."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.rate_limits import SEARCHING, allowed, too_many
from accounts.selectors.people import names_of
from foundation.errors import NotAllowed, Refused
from referrals.forms.mash import ColumnsForm, QueueForm, SearchForm
from referrals.presenters.queue import choice_rows, filter_chips, found_rows, queue_numbers, queue_rows
from referrals.rules.queue import COLUMNS
from referrals.selectors.contacts import is_manager, officers_beside
from referrals.selectors.queue import (
    FOUND,
    Key,
    QueueFilter,
    choices_of_columns,
    queue,
    queue_columns,
    queue_counts,
    search_contacts,
)
from referrals.selectors.repeats import repeats_among
from referrals.services import set_queue_columns

QUEUE = "queue"
KEY_PARTS = 3


@require_GET
def contact_queue(request: HttpRequest) -> HttpResponse:
    """What waits for the MASH: most urgent first, fifty at a time, with how many there are of each sort."""
    person = asking(request)
    form = QueueForm(request.GET)
    form.is_valid()
    wanted = QueueFilter(**{name: value for name, value in form.cleaned_data.items() if value})
    page = queue(person, wanted, _key(request.GET.get("after", "")))
    log_look(
        by=person,
        action=Action.VIEW,
        route="referrals:queue",
        record_kind=QUEUE,
        children=[row["child"] for row in page.rows],
    )
    query = {key: str(value) for key, value in request.GET.items() if key != "after" and value}
    following = {**query, "after": _written(page.next_key)} if page.next_key else {}
    url, chosen = reverse("referrals:queue"), queue_columns()
    context = {
        "rows": queue_rows(page.rows, person, repeats_among(person, [row["id"] for row in page.rows]), chosen),
        "columns": [COLUMNS[name] for name in chosen],
        "numbers": queue_numbers(queue_counts(person)),
        "filter_form": form,
        "chips": filter_chips(form, query, url),
        "clear_url": url,
        "next_url": f"?{urlencode(following)}" if following else "",
        "first_url": f"{url}?{urlencode(query)}" if request.GET.get("after") else "",
        "narrowed": bool(query),
        "officers": officers_beside(person) if is_manager(person) else [],
    }
    return render(request, "referrals/mash/queue.html", context)


@require_GET
def find(request: HttpRequest) -> HttpResponse:
    """Ask what to search for. Nothing is taken from the address, where no child's name belongs."""
    return render(request, "referrals/mash/search.html", {"form": SearchForm()})


@require_http_methods(["GET", "POST"])
def found(request: HttpRequest) -> HttpResponse:
    """What was found by reference, name or date of birth. Asked by POST; whoever reloads the address begins anew."""
    if request.method == "GET":
        return redirect("referrals:search_contacts")
    if not allowed(SEARCHING, asking(request).reference):
        return too_many(request)
    form = SearchForm(request.POST)
    context: dict[str, Any] = {"form": form, "most": FOUND}
    if not form.is_valid():
        return render(request, "referrals/mash/search.html", context, status=422)
    person = asking(request)
    contacts = search_contacts(person, form.cleaned_data["words"], form.cleaned_data["born"])
    log_look(
        by=person,
        action=Action.SEARCH,
        route="referrals:found_contacts",
        record_kind="contact",
        children=[contact.child.reference for contact in contacts],
    )
    context |= {"searched": True, "rows": found_rows(contacts), "full": len(contacts) == FOUND}
    return render(request, "referrals/mash/search.html", context)


@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest) -> HttpResponse:
    """Choose which columns everybody's queue shows, and in which order."""
    form = ColumnsForm(request.POST) if request.method == "POST" else ColumnsForm(chosen=queue_columns())
    if request.method == "POST" and form.is_valid():
        try:
            set_queue_columns(by=asking(request), columns=form.columns())
        except NotAllowed:
            raise
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The queue shows these columns to everybody.")
            return redirect("referrals:queue")
    before = choices_of_columns()
    context = {"form": form, "before": choice_rows(before, names_of([one.set_by for one in before]))}
    return render(request, "referrals/mash/columns.html", context, status=422 if form.errors else 200)


def _written(key: Key | None) -> str:
    return f"{key[0]}~{key[1].isoformat()}~{key[2]}" if key else ""


def _key(text: str) -> Key | None:
    """The key in the address; one that cannot be read gives the first page."""
    parts = text.split("~")
    try:
        urgency, due_at, pk = int(parts[0]), datetime.fromisoformat(parts[1]), int(parts[2])
    except (ValueError, IndexError):
        return None
    return (urgency, due_at, pk) if due_at.tzinfo is not None and len(parts) == KEY_PARTS and 0 <= pk < 2**63 else None
