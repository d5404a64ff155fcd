"""Who owns an action: passing it on, and letting others own it together with its owner."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import pressed
from accounts.models import Person
from board.forms.actions import CoOwnerForm, PassOnForm
from board.selectors.actions import action_for, agencies_that_lead
from board.services.owners import add_co_owner, reassign, remove_co_owner
from board.views.action_forms import about_action
from foundation.versions import posted_version


@require_http_methods(["GET", "POST"])
def pass_on_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Pass an action on to another owner or agency."""
    found = action_for(asking(request), reference)
    form = PassOnForm(request.POST or None, agencies=agencies_that_lead(), initial={"agency": found.agency.code})

    def do(*, by: Person, agency: str, owner: str, **given: str) -> object:
        return reassign(by=by, reference=reference, agency_code=agency, owner_email=owner, **given)

    return about_action(
        request, reference, form, do, heading="Pass the action on", button="Pass it on", said="The action has been passed on."
    )


@require_http_methods(["GET", "POST"])
def add_co_owner_to_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Let somebody own an action together with its owner."""
    found = action_for(asking(request), reference)
    form = CoOwnerForm(request.POST or None, agencies=agencies_that_lead())
    version = posted_version(request.POST.get("version", ""))

    def do(*, by: Person, agency: str, owner: str, owner_post: str) -> object:
        return add_co_owner(
            by=by, reference=reference, version=version, agency_code=agency, owner_email=owner, owner_post=owner_post
        )

    return about_action(
        request, reference, form, do, heading="Who owns it too?", button="Save", said="They own the action too.",
        version=found.version,
    )  # fmt: skip


@require_POST
def remove_co_owner_of_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Let somebody own an action no more who owns it together with its owner."""
    version, position = (posted_version(request.POST.get(name, "")) for name in ("version", "position"))
    pressed(
        request,
        lambda: remove_co_owner(by=asking(request), reference=reference, version=version, position=position),
        "They own the action no more.",
    )
    return redirect("board:action", reference=reference)
