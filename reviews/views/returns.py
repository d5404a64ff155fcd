"""Returns in the browser: agencies are asked, authors write and send, the owner sends back."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from foundation.design import words
from foundation.pages import page_after
from reviews.forms.incidents import AloneForm
from reviews.forms.returns import AskForm, AuthorForm, BackForm, DeclareForm, ReturnForm, WithdrawForm
from reviews.models import AgencyReturn, ReturnState
from reviews.presenters.returns import (
    TONES,
    author_steps,
    children_rows,
    is_late,
    letter_rows,
    named_in,
    own_entry_row,
    return_rows,
    upload_rows,
)
from reviews.rules import kinds
from reviews.selectors.returns import (
    declared_return,
    entries_of,
    letters_of,
    no_entries,
    own_return,
    owned_return,
    return_by_request,
    return_for,
    sent_entries_of,
    uploads_of,
)
from reviews.selectors.sight import children_behind, children_of, owned_case
from reviews.services import returns as services
from reviews.services.returns import ReturnWritten
from reviews.views.reading import reader
from work.views.acting import Case, CaseAct, case_acted, log_case

ROWS = 50
WRITES = (ReturnState.OPEN, ReturnState.BACK)


def return_case(found: AgencyReturn) -> Case:
    """A return as the page that acts on it knows it."""
    return Case(
        kinds.RETURN,
        found.reference,
        found.version,
        f"Return of {found.agency.name}",
        reverse("reviews:return", args=[found.reference]),
        children_behind(found.case.reference),
    )


def own_reader(request: HttpRequest, reference: str, find: Callable[..., AgencyReturn] = declared_return) -> Callable[[], Case]:
    """How a page reads the return on which its author acts."""
    return lambda: return_case(find(asking(request), reference))


def _owners_reader(request: HttpRequest, reference: str) -> Callable[[], Case]:
    """How a page reads the return on which the owner of the case acts; it leads back to the case."""

    def read() -> Case:
        found = owned_return(asking(request), reference)
        shown = return_case(found)
        shown.url = reverse("reviews:case", args=[found.case.reference])
        return shown

    return read


@require_http_methods(["GET", "POST"])
def asking_agencies(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask agencies what they know of a case."""
    person = asking(request)
    found = owned_case(person, reference)
    before = letters_of(found)
    initial: dict[str, Any] = {"due_on": services.proposed_due(found)}
    if before:
        initial |= {name: getattr(before[-1], name) for name in ("period_from", "period_to", "key_questions", "names_children")}
    form = AskForm(request.POST or None, initial=initial)
    act = CaseAct(
        "Ask agencies what they know",
        "Ask them",
        form,
        lambda _version: services.ask_agencies(by=person, case=reference, **form.given),
        "They have been asked. The portal reminds them before the day.",
        explanation="Each of them writes one return with a chronology. They see their own return only, and nothing of the case.",
    )
    return case_acted(request, reader(request, reference), act)


@require_GET
def asked(request: HttpRequest, reference: str) -> HttpResponse:
    """Where a request leads: to the return that it asks for."""
    person = asking(request)
    found = return_by_request(person, reference)
    log_case(request, return_case(found))
    return redirect("reviews:return", found.reference)


@require_GET
def agency_return(request: HttpRequest, reference: str) -> HttpResponse:
    """One return: what is asked, what the agency says, its chronology; to its author with what is to be done."""
    person = asking(request)
    found = return_for(person, reference)
    log_case(request, return_case(found))
    mine = found.author_id == person.pk and found.state != ReturnState.WITHDRAWN
    writes = mine and found.state in WRITES
    begun = not mine or found.declared_at is not None
    children = children_of(found.case) if not mine or (begun and found.letter.names_children) else ()
    entries = (entries_of(found) if mine else sent_entries_of(found)) if begun else no_entries()
    page = page_after(entries, "place", request.GET.get("after", ""), ROWS)
    rows = return_rows(found) if begun and (mine or found.state == ReturnState.SENT) else []
    told = " ".join(row["value"] for row in rows) + " ".join(f"{row.event} {row.persons} {row.action}" for row in page.rows)
    context = {
        "found": found,
        "state": found.get_state_display(),
        "tone": TONES.get(ReturnState(found.state), "govuk-tag--grey"),
        "late": is_late(found),
        "mine": mine,
        "writes": writes,
        "case_url": "" if mine else reverse("reviews:case", args=[found.case.reference]),
        "asked_rows": letter_rows(found.letter, found.due_on),
        "children": children_rows(children) if mine else [],
        "missing": found.missing if found.state != ReturnState.SENT else "",
        "sent": words.date(found.sent_at) if found.state == ReturnState.SENT else "",
        "rows": rows,
        "entries": [own_entry_row(row, found.reference, writes=writes) for row in page.rows],
        "named": named_in(told, children),
        "uploads": upload_rows(uploads_of(found), found.reference) if mine and begun else [],
        "steps": author_steps(found) if mine else [],
        "next_url": f"?after={page.next_key}" if page.next_key else "",
        "first_url": request.path if request.GET.get("after") else "",
    }
    return render(request, "reviews/return.html", context)


@require_http_methods(["GET", "POST"])
def declaring(request: HttpRequest, reference: str) -> HttpResponse:
    """The author says that they had no part in the case."""
    person = asking(request)
    own_return(person, reference)
    form = DeclareForm(request.POST or None)
    act = CaseAct(
        "Begin the return",
        "Begin",
        form,
        lambda _version: services.declare_independent(by=person, reference=reference, **form.cleaned_data),
        "You can write the return now.",
        explanation=services.NOT_INDEPENDENT,
    )
    return case_acted(request, own_reader(request, reference, own_return), act)


@require_http_methods(["GET", "POST"])
def writing(request: HttpRequest, reference: str) -> HttpResponse:
    """Write what the agency knows; a draft that nobody else reads."""
    person = asking(request)
    found = declared_return(person, reference)
    form = ReturnForm(request.POST or None, initial={name: getattr(found, name) for name in asdict(ReturnWritten())})
    act = CaseAct(
        "Write what your agency knows",
        "Save the draft",
        form,
        lambda version: services.write_return(by=person, reference=reference, version=version, written=form.written),
        "The draft has been saved. Nobody else reads it before you send it.",
    )
    return case_acted(request, own_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def sending(request: HttpRequest, reference: str) -> HttpResponse:
    """Send the return."""
    person = asking(request)
    declared_return(person, reference)
    act = CaseAct(
        "Send the return",
        "Send it",
        AloneForm(request.POST or None),
        lambda version: services.send_return(by=person, reference=reference, version=version),
        "The return has been sent.",
        explanation="Those named on the case read it then, with its chronology. It can no longer be changed.",
    )
    return case_acted(request, own_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def sending_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Send a return back to its author."""
    person = asking(request)
    found = owned_return(person, reference)
    form = BackForm(request.POST or None, initial={"due_on": services.proposed_due(found.case)})
    act = CaseAct(
        "Send the return back",
        "Send it back",
        form,
        lambda _version: services.send_back_return(by=person, reference=reference, **form.cleaned_data),
        "The return has been sent back. The entries that were sent stay to be read meanwhile.",
    )
    return case_acted(request, _owners_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def naming_author(request: HttpRequest, reference: str) -> HttpResponse:
    """Name another author."""
    person = asking(request)
    found = owned_return(person, reference)
    form = AuthorForm(request.POST or None)
    act = CaseAct(
        f"Name another author in {found.agency.name}",
        "Name them",
        form,
        lambda _version: services.name_author(by=person, reference=reference, **form.cleaned_data),
        "Another author has been asked.",
        explanation="They go on with what has been written. Whoever was the author before sees it no longer.",
    )
    return case_acted(request, _owners_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def withdrawing(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask an agency no longer."""
    person = asking(request)
    owned_return(person, reference)
    form = WithdrawForm(request.POST or None)
    act = CaseAct(
        "Ask this agency no longer",
        "Withdraw it",
        form,
        lambda _version: services.withdraw_return(by=person, reference=reference, **form.cleaned_data),
        "The agency is asked no longer, and its author has been told.",
    )
    return case_acted(request, _owners_reader(request, reference), act)


def log_download(request: HttpRequest, found: AgencyReturn) -> None:
    """One row of the access log for a file with what stands in a return."""
    match = request.resolver_match
    log_look(
        by=asking(request),
        action=Action.DOWNLOAD,
        route=match.view_name if match else "",
        record_kind=kinds.RETURN,
        record_reference=found.reference,
        children=children_behind(found.case.reference),
    )
