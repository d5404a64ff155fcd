"""Strategy discussions in the browser: shown, arranged, cancelled."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.models import Person
from accounts.selectors.people import names_of
from foundation.errors import NotVisible
from protection.forms.strategy import (
    AgencyForm,
    InviteForm,
    PrepareForm,
    ReasonForm,
    SiblingForm,
)
from protection.models import AgencyGroup, StrategyDiscussion
from protection.presenters.families import names_of_children, timeline
from protection.presenters.strategy import discussion_page, people_of_discussion, who_is_asked
from protection.rules import kinds
from protection.selectors.conferences import discussion_for
from protection.selectors.families import manages_families
from protection.selectors.sight import named, works_on
from protection.selectors.strategy import (
    DiscussionFile,
    discussion_file,
    is_caseworker,
    people_to_invite,
    seat_of_person,
)
from protection.services.strategy import (
    Seat,
    add_sibling,
    cancel_discussion,
    prepare_discussion,
    take_seat_back,
    withdraw_discussion,
)
from work.selectors.replies import agencies_to_choose
from work.views.acting import Case, CaseAct, case_acted, log_case

LATEST = 3
WHOM = "A quorum needs children’s social care, the police and health. Invite a school or others where they know the children."


@require_GET
def discussion(request: HttpRequest, reference: str) -> HttpResponse:
    """One strategy discussion: who takes part, what was said, what is decided, what is to be done."""
    return _shown(request, reference, "protection/strategy/discussion.html")


@require_GET
def printed(request: HttpRequest, reference: str) -> HttpResponse:
    """The record of a strategy discussion, to print."""
    return _shown(request, reference, "protection/strategy/print.html")


def _shown(request: HttpRequest, reference: str, template: str) -> HttpResponse:
    person = asking(request)
    found = discussion_for(person, reference)
    file = discussion_file(found)
    works = works_on(person, found.family)
    arranges = works and is_caseworker(person)
    context = discussion_page(
        file,
        names_of(people_of_discussion(file)),
        works=works,
        arranges=arranges,
        manager=works and manages_families(person),
        invited=any(seat.person_id == person.pk for seat in file.seats),
    )
    log_case(request, case_of(found, file))
    return render(request, template, context)


def case_of(found: StrategyDiscussion, file: DiscussionFile, latest: list[dict[str, Any]] | None = None) -> Case:
    children = [row.child for row in file.children]
    return Case(
        kinds.DISCUSSION,
        found.reference,
        found.version,
        names_of_children(children),
        reverse("protection:discussion", args=[found.reference]),
        [child.reference for child in children],
        latest or (),
    )


def reader(request: HttpRequest, reference: str) -> Callable[[], Case]:
    def read() -> Case:
        found = discussion_for(asking(request), reference)
        file = discussion_file(found)
        if request.method != "POST":
            return case_of(found, file)
        return case_of(found, file, timeline(file.events, names_of(people_of_discussion(file)))[:LATEST])

    return read


def worked_on(person: Person, reference: str) -> StrategyDiscussion:
    """The discussion for whoever works on its family; for whoever is only invited its pages that arrange it do not exist."""
    found = discussion_for(person, reference)
    if not works_on(person, found.family):
        raise NotVisible
    return found


@require_http_methods(["GET", "POST"])
def preparing(request: HttpRequest, reference: str) -> HttpResponse:
    """Say when a discussion is, and how people meet."""
    person = asking(request)
    found = worked_on(person, reference)
    local = timezone.localtime(found.planned_for) if found.planned_for else None
    initial = {"mode": found.mode, "planned_on": local.date() if local else None, "planned_at": local.time() if local else None}
    form = PrepareForm(request.POST or None, initial=initial)
    if any(seat.person_id == person.pk for seat in discussion_file(found).seats):
        del form.fields["myself"]

    def call(version: int) -> None:
        own = Seat(person.name, seat_of_person(person), str(AgencyGroup.SOCIAL_CARE), person.reference)
        prepare_discussion(
            by=person,
            reference=reference,
            version=version,
            planned_for=form.planned_for,
            mode=form.cleaned_data["mode"],
            seats=[own] if form.cleaned_data.get("myself") else [],
        )

    act = CaseAct("When is the discussion?", "Save", form, call, "The discussion has been arranged. Invite agencies to it.")
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def inviting(request: HttpRequest, reference: str) -> HttpResponse:
    """Invite an agency: first which, then who."""
    person = asking(request)
    found = worked_on(person, reference)
    agencies = agencies_to_choose()
    code = request.GET.get("agency", "")
    if code not in dict(agencies) or found.planned_for is None:
        return _agency_asked(request, reference, found, agencies)
    people = [(one.reference, one.name) for one in people_to_invite(code)]
    form = InviteForm(request.POST or None, people=people)

    when = found.planned_for

    def call(version: int) -> None:
        given = form.cleaned_data
        chosen = given["person"] or ""
        seat = Seat(dict(people).get(chosen, given["name"] or ""), code, given["group"] or "", chosen, given["role"] or "")
        prepare_discussion(by=person, reference=reference, version=version, planned_for=when, mode=found.mode, seats=[seat])

    act = CaseAct(
        f"Invite {dict(agencies)[code]}",
        "Invite",
        form,
        call,
        "They have been invited.",
        explanation=WHOM,
    )
    return case_acted(request, reader(request, reference), act)


def _agency_asked(
    request: HttpRequest, reference: str, found: StrategyDiscussion, agencies: tuple[tuple[str, str], ...]
) -> HttpResponse:
    if found.planned_for is None:
        messages.info(request, "Say first when the discussion is.")
        return redirect("protection:prepare_discussion", reference=reference)
    form = AgencyForm(request.GET if "agency" in request.GET else None, agencies=agencies)
    case = case_of(found, discussion_file(found))
    log_case(request, case)
    form.is_valid()
    return render(request, "protection/strategy/agency.html", {"case": case, "form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def adding_sibling(request: HttpRequest, reference: str) -> HttpResponse:
    """Consider one more child of the family."""
    person = asking(request)
    file = discussion_file(worked_on(person, reference))
    form = SiblingForm(request.POST or None, children=[(child.reference, named(child)) for child in file.siblings])
    act = CaseAct(
        "Consider another child",
        "Add the child",
        form,
        lambda version: add_sibling(by=person, reference=reference, version=version, child=form.cleaned_data["child"]),
        "The child is considered too.",
        explanation="" if file.siblings else "Every child of this family is considered already.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def cancelling(request: HttpRequest, reference: str) -> HttpResponse:
    """Cancel a discussion that has not been held."""
    person = asking(request)
    worked_on(person, reference)
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        "Cancel the discussion",
        "Cancel it",
        form,
        lambda version: cancel_discussion(by=person, reference=reference, version=version, reason=form.cleaned_data["reason"]),
        "The discussion has been cancelled.",
        explanation="Those who are invited no longer see it.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def withdrawing(request: HttpRequest, reference: str) -> HttpResponse:
    """Withdraw a discussion that was recorded in error."""
    person = asking(request)
    worked_on(person, reference)
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        "Withdraw the discussion",
        "Withdraw it",
        form,
        lambda version: withdraw_discussion(by=person, reference=reference, version=version, reason=form.cleaned_data["reason"]),
        "The discussion has been withdrawn.",
        explanation="It stays on the record with the reason. One that has begun a section 47 enquiry cannot be withdrawn.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def taking_back(request: HttpRequest, reference: str, seat: int) -> HttpResponse:
    """Take back an invitation that should not have been sent."""
    person = asking(request)
    row = next((one for one in discussion_file(worked_on(person, reference)).seats if one.pk == seat), None)
    if row is None:
        raise NotVisible
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        f"Take back the invitation of {who_is_asked(row)}",
        "Take it back",
        form,
        lambda version: take_seat_back(by=person, reference=reference, version=version, seat_id=seat, **form.cleaned_data),
        "The invitation is taken back. They do not see the discussion any longer.",
        explanation="Only for an invitation that should not have been sent. What they have read they have read: tell your "
        "information governance lead.",
    )
    return case_acted(request, reader(request, reference), act)
