"""The page of one form about an action."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accounts.asking import asking
from accounts.filling import filled_in
from board.selectors.actions import action_for
from foundation.design.forms import PortalForm


def about_action(
    request: HttpRequest, reference: str, form: PortalForm, do: Callable[..., Any], *, said: str, heading: str, button: str,
    **page: Any,
) -> HttpResponse:  # fmt: skip
    """The form shown beneath the words of the action, refused beside its questions, or done and back at the action."""
    return filled_in(
        request, form, do, back_url=reverse("board:action", args=[reference]), said=said, template="board/action_form.html",
        action=action_for(asking(request), reference), heading=heading, button_text=button, **page,
    )  # fmt: skip
