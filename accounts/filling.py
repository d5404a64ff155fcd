"""A page that is one form of one service, and a button that does something at once."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.asking import asking
from foundation.design.forms import PortalForm
from foundation.errors import Conflict, NotAllowed, Refused


def filled_in(
    request: HttpRequest, form: PortalForm, do: Callable[..., Any], *, back_url: str, said: str,
    template: str = "layouts/one_form.html", **page: Any,
) -> HttpResponse:  # fmt: skip
    """The form shown, refused beside its questions, or done and back with a sentence; `do` gets `by` and what was filled in.

    `page["version"]`, where there is one, says which version the record has now: whoever was overtaken is shown what is typed
    with it, sees what the others wrote (`page["theirs"]`), and may save again.
    """
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            do(by=asking(request), **form.cleaned_data)
        except Conflict as conflict:
            form.refuse(conflict)
            status, page["overtaken"] = 409, True
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, said)
            return redirect(back_url)
    if status == 422 and "version" in request.POST:
        page["version"] = request.POST["version"]
    return render(request, template, {"form": form, "back_url": back_url, **page}, status=status)


def pressed(request: HttpRequest, act: Callable[[], object], said: str) -> None:
    """What a button does at once: done and said, or the sentence of the service that refused it, on the page that comes next."""
    try:
        act()
    except NotAllowed:
        raise
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, said)
