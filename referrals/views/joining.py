"""“This may be the same child as …”: two records are compared, joined or told apart, and parted, outside any contact."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.rate_limits import SEARCHING, allowed, too_many
from children.kinds import ChildFile
from children.presenters import likeness_words, named, reason_rows, side_by_side
from children.rules.likeness import likeness
from children.selectors.likely import candidates
from children.selectors.page import child_file
from children.selectors.records import details_of
from foundation.design.forms import PortalForm
from foundation.errors import Conflict, NotVisible, Refused
from referrals.forms.mash import ReasonForm
from referrals.forms.same_child import SAME, CompareForm, FindChildForm
from referrals.presenters.child_page import likely_rows, record_rows
from referrals.selectors.children import children_found
from referrals.selectors.same_child import merges_seen
from referrals.services import join_records, part_records, tell_records_apart

CHILD = "child"


@require_GET
def join(request: HttpRequest, reference: str) -> HttpResponse:
    """Who the child may be, by what the records say, and where to look for another."""
    person = asking(request)
    file = child_file(person, reference)
    alike = candidates(person, file.child).candidates
    _log(request, file, [one.child.reference for one in alike])
    context = {**_heading(file), "form": FindChildForm(), "likely": likely_rows(file.child, alike)}
    return render(request, "referrals/child/join.html", context)


@require_http_methods(["GET", "POST"])
def found(request: HttpRequest, reference: str) -> HttpResponse:
    """Whom a search finds. Asked by POST, because no child's name belongs in an address; whoever reloads begins anew."""
    person = asking(request)
    file = child_file(person, reference)
    if request.method == "GET":
        _log(request, file)
        return redirect("referrals:join_records", reference=reference)
    if not allowed(SEARCHING, person.reference):
        _log(request, file)
        return too_many(request)
    form = FindChildForm(request.POST)
    context: dict[str, Any] = {**_heading(file), "form": form}
    if not form.is_valid():
        _log(request, file)
        return render(request, "referrals/child/join.html", context, status=422)
    others = children_found(person, form.cleaned_data["words"], form.cleaned_data["born"], file.joined)
    _log(request, file, [one.reference for one in others], Action.SEARCH)
    return render(request, "referrals/child/join.html", context | {"searched": True, "rows": record_rows(file.child, others)})


@require_http_methods(["GET", "POST"])
def compare(request: HttpRequest, reference: str, other: str) -> HttpResponse:
    """Both records side by side, and the answer whether they are one child."""
    person = asking(request)
    file, second = child_file(person, reference), child_file(person, other)
    if file.joined & second.joined:
        raise NotVisible
    alike = likeness(details_of(file.child), details_of(second.child))
    joinable = not alike.differing_nhs_numbers
    form = CompareForm(request.POST or None, joinable=joinable)
    likely, colour = likeness_words(alike)

    def answer() -> None:
        given = {"by": person, "child": file.child.reference, "other": other, "reason": form.cleaned_data["reason"]}
        if form.cleaned_data["answer"] == SAME:
            join_records(**given)
        else:
            tell_records_apart(**given)

    context = {
        "title": "Is it the same child?",
        "button_text": "Save the answer",
        "likely": likely,
        "colour": colour,
        "score": alike.score,
        "reasons": reason_rows(alike),
        "rows": side_by_side(file.child, second.child),
        "first": file.child.reference,
        "second": second.child.reference,
        "joinable": joinable,
        "back_url": reverse("referrals:join_records", args=[file.child.reference]),
    }
    return _acted(request, file, form, answer, "Your answer has been saved.", context, [second.child.reference])


@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, reference: str, merge: str) -> HttpResponse:
    """Undo a merge, with a reason."""
    person = asking(request)
    file = child_file(person, reference)
    joined = next((one for one in merges_seen([child.pk for child in file.children]) if one.reference == merge), None)
    if joined is None:
        raise NotVisible
    form = ReasonForm(request.POST or None)
    context = {
        "title": "Part these records again",
        "button_text": "Part them",
        "explanation": "Each record stands again for what it stood for before. Nothing that was written since is lost.",
        "rows": side_by_side(joined.lesser, joined.greater),
        "first": f"Kept with the other: {joined.lesser.reference}",
        "second": f"Stands for both: {joined.greater.reference}",
        "joinable": True,
        "back_url": reverse("children:child", args=[file.child.reference]),
    }

    def undo() -> None:
        part_records(by=person, child=reference, merge=merge, **form.cleaned_data)

    shown = [joined.lesser.reference, joined.greater.reference]
    return _acted(request, file, form, undo, "The records stand by themselves again.", context, shown)


def _acted(
    request: HttpRequest,
    file: ChildFile,
    form: PortalForm,
    call: Callable[[], None],
    done: str,
    context: dict[str, Any],
    besides: list[str],
) -> HttpResponse:
    """Show the page, or do it; a refusal comes back with all that was typed."""
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                call()
            except Refused as refused:
                form.refuse(refused)
                status = 409 if isinstance(refused, Conflict) else 422
            else:
                messages.success(request, done)
                return redirect("children:child", reference=file.child.reference)
    _log(request, file, besides)
    return render(request, "referrals/child/compare.html", {**_heading(file), "form": form, **context}, status=status)


def _heading(file: ChildFile) -> dict[str, Any]:
    return {
        "child": file.child,
        "named": named(file.child),
        "back_url": reverse("children:child", args=[file.child.reference]),
    }


def _log(request: HttpRequest, file: ChildFile, besides: list[str] | None = None, action: Action = Action.VIEW) -> None:
    match = request.resolver_match
    log_look(
        by=asking(request),
        action=action,
        route=match.view_name if match else "",
        record_kind=CHILD,
        record_reference=file.child.reference,
        children=list(dict.fromkeys([*(child.reference for child in file.children), *(besides or ())])),
    )
