"""Who owns an action: passing it on, and letting others own it together with its owner."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from accounts.asking import asking
from board.forms.actions import CoOwnerForm, PassOnForm
from board.selectors.actions import action_for, agencies_that_lead
from board.services.owners import add_co_owner, reassign, remove_co_owner
from board.views.action_forms import form_of
from foundation.errors import Conflict, NotAllowed, Refused
from foundation.versions import posted_version


@require_http_methods(["GET", "POST"])
def pass_on_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Pass an action on to another owner or agency."""
    person = asking(request)
    found = action_for(person, reference)
    form = PassOnForm(request.POST or None, agencies=agencies_that_lead(), initial={"agency": found.agency.code})
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            reassign(by=person, reference=reference, agency_code=given.pop("agency"), owner_email=given.pop("owner"), **given)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The action has been passed on.")
            return redirect("board:action", reference=reference)
    return form_of(request, reference, form, "Pass the action on", "Pass it on", 422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
def add_co_owner_to_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Let somebody own an action together with its owner."""
    person = asking(request)
    form = CoOwnerForm(request.POST or None, agencies=agencies_that_lead())
    version, status = posted_version(request.POST.get("version", "")), 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        agency, owner, post = (form.cleaned_data[name] for name in ("agency", "owner", "owner_post"))
        try:
            add_co_owner(by=person, reference=reference, version=version, agency_code=agency, owner_email=owner, owner_post=post)
        except Conflict as conflict:
            form.refuse(conflict)
            status = 409
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "They own the action too.")
            return redirect("board:action", reference=reference)
    return form_of(request, reference, form, "Who owns it too?", "Save", status, with_version=True)


@require_POST
def remove_co_owner_of_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Let somebody own an action no more who owns it together with its owner."""
    version, position = (posted_version(request.POST.get(name, "")) for name in ("version", "position"))
    try:
        remove_co_owner(by=asking(request), reference=reference, version=version, position=position)
    except NotAllowed:
        raise
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "They own the action no more.")
    return redirect("board:action", reference=reference)
