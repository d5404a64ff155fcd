"""Conferences in the browser: the list, one conference, how it is arranged, and what a parent reads."""

from collections.abc import Callable
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.access_table import role_codes
from accounts.asking import asking
from accounts.models import Person
from accounts.selectors.people import names_of
from foundation import clock
from foundation.calendar import LONDON
from foundation.errors import NotVisible
from protection.forms.conferences import (
    AgencyForm,
    BookForm,
    ExcludeForm,
    InviteFamilyForm,
    InviteForm,
    ReasonForm,
    SharedForm,
)
from protection.models import Conference
from protection.presenters.conferences import (
    conference_page,
    conference_rows,
    conflict_rows,
    diary_rows,
    names_of_children,
    print_page,
)
from protection.presenters.genogram import genogram
from protection.presenters.lists import CONFERENCES, tabs
from protection.rules import kinds
from protection.selectors.arranging import (
    across_conferences,
    agencies_to_invite,
    clocks_of,
    conference_to_work_on,
    diaries,
    people_to_invite,
)
from protection.selectors.conferences import chairs, children_of, conference_file, conference_for, conferences, seats_of
from protection.selectors.network import network_of
from protection.selectors.sight import works_on
from protection.services.booking import book_conference, cancel_conference, withdraw_conference
from protection.services.invitations import (
    exclude_from_conference,
    invite_agencies,
    invite_family,
    share_report_with_family,
    take_invitation_back,
)
from work.views.acting import Case, CaseAct, case_acted, log_case

WEEKS_SHOWN = timedelta(weeks=8)


@require_GET
def conference_list(request: HttpRequest) -> HttpResponse:
    """The conferences that are to be held, or whose record has not gone out."""
    person = asking(request)
    found = list(conferences(person))
    log_look(
        by=person,
        action=Action.VIEW,
        route="protection:conferences",
        record_kind="conferences",
        children=sorted({row.child.reference for one in found for row in one.children.all()}),
    )
    context = {"rows": conference_rows(found), "tabs": tabs(CONFERENCES, role_codes(person))}
    return render(request, "protection/conferences.html", context)


@require_GET
def conference(request: HttpRequest, reference: str) -> HttpResponse:
    """One conference: who is asked and comes, the record, the decisions, the scale, and what is due."""
    person = asking(request)
    found = conference_for(person, reference)
    log_case(request, case_of(found))
    file = conference_file(found)
    context = conference_page(
        file,
        across_conferences(person, found),
        clocks_of(kinds.CONFERENCE, reference),
        me=person,
        works=works_on(person, found.family),
        seats=seats_of(person, found),
    )
    context["genogram"] = genogram(network_of(person, found.family, [row.child for row in file.children]))
    return render(request, "protection/conference.html", context)


@require_GET
def printed(request: HttpRequest, reference: str) -> HttpResponse:
    """The record in plain words, to print and to give to the family."""
    person = asking(request)
    found = conference_for(person, reference)
    log_case(request, case_of(found))
    context = print_page(conference_file(found), across_conferences(person, found))
    return render(request, "protection/conference_print.html", context)


def case_of(found: Conference, url: str = "") -> Case:
    """A conference as pages that act on it know it."""
    rows = children_of(found)
    return Case(
        kinds.CONFERENCE,
        found.reference,
        found.version,
        names_of_children(rows),
        url or reverse("protection:conference", args=[found.reference]),
        [row.child.reference for row in rows],
    )


def reader(person: Person, reference: str, url: str = "") -> Callable[[], Case]:
    """Reads the conference for whoever arranges it, again where somebody else was faster; `url`: where one comes back to."""
    return lambda: case_of(conference_to_work_on(person, reference), url)


@require_http_methods(["GET", "POST"])
def booking(request: HttpRequest, reference: str) -> HttpResponse:
    """Book chair, time and place; with the chairs' diaries beside it."""
    person = asking(request)
    found = conference_to_work_on(person, reference)
    people = chairs()
    when = found.planned_for.astimezone(LONDON) if found.planned_for else None
    initial = {
        "chair": found.chair.reference if found.chair else "",
        "planned_for": when.date() if when else None,
        "at": when.time() if when else None,
        "lasts": str(found.lasts),
        **{name: getattr(found, name) for name in ("mode", "venue", "interpreter", "practice_model")},
    }
    form = BookForm(request.POST or None, chairs=people, initial=initial)
    today = clock.today()
    act = CaseAct(
        "Book the conference",
        "Book it",
        form,
        lambda version: book_conference(by=person, reference=reference, version=version, **form.given),
        "The conference is booked. Invite the family and the agencies.",
        template="protection/conference_book.html",
        context={"diaries": diary_rows(diaries(people, today, today + WEEKS_SHOWN)), "due_on": found.due_on},
    )
    passes_on = found.chair_id == person.pk and request.POST.get("chair", person.reference) != person.reference
    return case_acted(request, reader(person, reference, reverse("protection:conferences") if passes_on else ""), act)


def _closing(person: Person, reference: str) -> Callable[[], Case]:
    """Reads a conference that is not to take place; its chair, who then sees it no longer, comes back to the list."""
    chairs_it = conference_to_work_on(person, reference).chair_id == person.pk
    return reader(person, reference, reverse("protection:conferences") if chairs_it else "")


@require_http_methods(["GET", "POST"])
def cancelling(request: HttpRequest, reference: str) -> HttpResponse:
    """Cancel a conference, with the reason."""
    person, form = asking(request), ReasonForm(request.POST or None)
    act = CaseAct(
        "Cancel the conference",
        "Cancel it",
        form,
        lambda version: cancel_conference(by=person, reference=reference, version=version, **form.cleaned_data),
        "The conference is cancelled. Agencies are no longer asked for reports.",
    )
    return case_acted(request, _closing(person, reference), act)


@require_http_methods(["GET", "POST"])
def withdrawing(request: HttpRequest, reference: str) -> HttpResponse:
    """Withdraw a conference that was asked for in error."""
    person, form = asking(request), ReasonForm(request.POST or None)
    act = CaseAct(
        "Withdraw the conference",
        "Withdraw it",
        form,
        lambda version: withdraw_conference(by=person, reference=reference, version=version, **form.cleaned_data),
        "The conference is withdrawn. It stays on the record with your reason.",
        explanation="Only for a conference that was asked for in error.",
    )
    return case_acted(request, _closing(person, reference), act)


@require_http_methods(["GET", "POST"])
def inviting(request: HttpRequest, reference: str) -> HttpResponse:
    """Invite somebody of an agency: first the agency, then who."""
    person = asking(request)
    found = conference_to_work_on(person, reference)
    agencies = agencies_to_invite()
    agency = request.GET.get("agency", "")
    if agency not in dict(agencies):
        form = AgencyForm(request.GET if "agency" in request.GET else None, agencies=agencies)
        log_case(request, case_of(found))
        context = {"case": case_of(found), "form": form}
        return render(request, "protection/conference_agency.html", context, status=422 if form.errors else 200)
    asked = InviteForm(request.POST or None, people=people_to_invite(agency))
    act = CaseAct(
        f"Invite somebody of {dict(agencies)[agency]}",
        "Invite",
        asked,
        lambda version: invite_agencies(by=person, reference=reference, version=version, invited=[asked.asked(agency)]),
        "They are invited. Whoever has an account finds the conference, and the request for a report, in their inbox.",
    )
    return case_acted(request, reader(person, reference), act)


@require_http_methods(["GET", "POST"])
def inviting_family(request: HttpRequest, reference: str) -> HttpResponse:
    """Invite a parent, a child, or whoever stands by them."""
    person = asking(request)
    found = conference_to_work_on(person, reference)
    form = InviteFamilyForm(request.POST or None, children=conference_file(found).children)
    act = CaseAct(
        "Invite somebody of the family",
        "Invite",
        form,
        lambda version: invite_family(by=person, reference=reference, version=version, invited=[form.asked]),
        "They are on the list. The social worker tells them.",
    )
    return case_acted(request, reader(person, reference), act)


@require_http_methods(["GET", "POST"])
def excluding(request: HttpRequest, reference: str, member: int) -> HttpResponse:
    """Keep somebody of the family out, with the chair's reason."""
    person = asking(request)
    found = conference_to_work_on(person, reference)
    row = next((one for one in conference_file(found).family if one.pk == member), None)
    if row is None:
        raise NotVisible
    form = ExcludeForm(request.POST or None)
    act = CaseAct(
        f"Keep {row.name} out of the conference",
        "Keep them out",
        form,
        lambda version: exclude_from_conference(
            by=person,
            reference=reference,
            version=version,
            invitation_id=row.pk,
            reason=form.cleaned_data["reason"],
            part=form.cleaned_data["part"] or "",
        ),
        "They are kept out, and the reason is on the record. Ask how else they can be heard.",
        explanation="Only the chair decides this, for as short a part of the conference as will do.",
    )
    return case_acted(request, reader(person, reference), act)


@require_http_methods(["GET", "POST"])
def report_shared(request: HttpRequest, reference: str, seat: int) -> HttpResponse:
    """Note when the family had a report."""
    person = asking(request)
    found = conference_to_work_on(person, reference)
    row = next((one for one in conference_file(found).invitations if one.pk == seat), None)
    if row is None:
        raise NotVisible
    form = SharedForm(request.POST or None)
    act = CaseAct(
        f"The family has had the report of {row.agency.name}",
        "Save",
        form,
        lambda _version: share_report_with_family(by=person, invitation_id=seat, **form.cleaned_data),
        "It is noted when the family had the report.",
    )
    return case_acted(request, reader(person, reference), act)


@require_http_methods(["GET", "POST"])
def taking_back(request: HttpRequest, reference: str, seat: int) -> HttpResponse:
    """Take back an invitation that should not have been sent."""
    person = asking(request)
    row = next((one for one in conference_file(conference_to_work_on(person, reference)).invitations if one.pk == seat), None)
    if row is None:
        raise NotVisible
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        f"Take back the invitation of {row.name}, {row.agency.name}",
        "Take it back",
        form,
        lambda version: take_invitation_back(
            by=person, reference=reference, version=version, invitation_id=seat, **form.cleaned_data
        ),
        "The invitation is taken back. They do not see the conference any longer.",
        explanation="Only for an invitation that should not have been sent. What they have read they have read: tell your "
        "information governance lead.",
    )
    return case_acted(request, reader(person, reference), act)


def conflicts_shown(found: Conference) -> list[dict[str, object]]:
    """What two people wrote at once and nobody has settled."""
    file = conference_file(found)
    return conflict_rows(file, names_of({other.written_by for other in file.other_texts}))
