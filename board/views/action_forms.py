"""The page of one form about an action."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.asking import asking
from board.selectors.actions import action_for
from foundation.design.forms import PortalForm


def form_of(
    request: HttpRequest, reference: str, form: PortalForm, heading: str, button: str, status: int = 200, **more: object
) -> HttpResponse:
    """The page of one form about an action."""
    context = {
        "form": form,
        "heading": heading,
        "button_text": button,
        "back_url": reverse("board:action", args=[reference]),
        "action": action_for(asking(request), reference),
        **more,
    }
    return render(request, "board/action_form.html", context, status=status)
