"""Children on a plan who move here from another authority, or away to one, in the browser."""

from collections.abc import Sequence
from dataclasses import asdict

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.models import Person, Team
from children.rules.details import tidied
from foundation.errors import Refused
from protection.forms.transfers import SettleForm, TransferInForm, TransferOutForm
from protection.presenters.families import settling_words
from protection.presenters.transfers import alike_rows, ring_words
from protection.selectors.families import family_for
from protection.selectors.transfers import likely_arrivals, move_noted_before, move_to_settle, teams_to_take_over
from protection.services.transfers import note_transfer_in, note_transfer_out, settle_transfer
from protection.views.families import case_of
from protection.views.plans import worked_on
from work.views.acting import CaseAct, case_acted


def _noted_before(person: Person, form: TransferInForm) -> bool:
    """Whether the same was sent before: then nobody is asked whether the child is the one whom that press has registered."""
    try:
        child = tidied(form.child, test_numbers=settings.TEST_NHS_NUMBERS)
    except Refused:
        return False
    return move_noted_before(person, form.cleaned_data["team"], child, asdict(form.plan)) is not None


@require_http_methods(["GET", "POST"])
def moving_in(request: HttpRequest) -> HttpResponse:
    """Take over a child who moves here on a plan of another authority; the family's page comes next."""
    person = asking(request)
    teams = teams_to_take_over(person)
    initial = {"team": teams[0][0], "previous_plans": 0} if len(teams) == 1 else {"previous_plans": 0}
    form = TransferInForm(request.POST or None, teams=teams, initial=initial)
    ring: Sequence[Team] = ()
    if request.method == "POST" and form.is_valid() and not _noted_before(person, form):
        likely = likely_arrivals(person, form.child)
        form, ring = TransferInForm(request.POST, teams=teams, alike=alike_rows(likely.candidates)), likely.ring
        children = [one.child.reference for one in likely.candidates]
        if children:
            log_look(by=person, action=Action.VIEW, route="protection:transfer_in", record_kind="children", children=children)
    if request.method == "POST" and form.is_valid():
        try:
            made = note_transfer_in(by=person, team=form.cleaned_data["team"], child=form.child, plan=form.plan, **form.known)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"The child’s move is recorded. {ring_words(ring)}".strip())
            return redirect("protection:family", reference=made.family.reference)
    context = {"form": form, "button_text": "Save", "ring": ring_words(ring)}
    return render(request, "protection/families/move_in.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def moving_out(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that a child on a plan moves to another authority, which was told."""
    person, form = asking(request), TransferOutForm(request.POST or None)
    act = CaseAct(
        "The child moves to another authority",
        "Save",
        form,
        lambda version: note_transfer_out(by=person, reference=reference, version=version, **form.given),
        "The child’s move is recorded. When the other authority’s conference has met, say so on the page of the family.",
        explanation="The plan goes on here until a conference of the other authority has taken it over.",
    )
    return case_acted(request, worked_on(person, reference), act)


@require_http_methods(["GET", "POST"])
def settling(request: HttpRequest, reference: str, transfer: int) -> HttpResponse:
    """Say when the other authority took a child over, or when a stay for a time ended."""
    person = asking(request)
    found = move_to_settle(person, family_for(person, reference), transfer)
    form = SettleForm(request.POST or None)
    act = CaseAct(
        settling_words(found),
        "Save",
        form,
        lambda _version: settle_transfer(by=person, transfer_id=transfer, on=form.cleaned_data["on"]),
        "It is recorded when the move was settled.",
        explanation=f"{found.child.full_name}, {found.authority}",
    )
    return case_acted(request, lambda: case_of(family_for(person, reference)), act)
