"""A page on which a file of reference data is checked, or brought in."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.asking import asking
from foundation.errors import Refused
from foundation.imported import Imported
from reporting.forms.files import CHECK, FileForm
from reporting.presenters.imported import result_words

REFUSED, SHOWN = 422, 100


def checked_or_brought_in(
    request: HttpRequest, form: FileForm, *, check: Callable[..., Imported], bring_in: Callable[..., Imported],
    template: str, back: str, **page: Any,
) -> HttpResponse:  # fmt: skip
    """The form with its `file` and its `act`, and what became of the rows: bad ones come back with their lines and the reason.

    A file that went in whole leads to `back`, the name of a page.
    """
    result: Imported | None = None
    done = form.is_bound and form.is_valid() and form.cleaned_data["act"] != CHECK
    if form.is_bound and form.is_valid():
        try:
            result = (bring_in if done else check)(by=asking(request), content=form.cleaned_data["file"].read())
        except Refused as refused:
            form.add_error("file", refused.sentence)
        else:
            if done and not result.bad and not result.missing:
                messages.success(request, result_words(result, done=True))
                return redirect(back)
    context = {
        "form": form,
        "words": result_words(result, done=done) if result else "",
        "bad": result.bad[:SHOWN] if result else (),
        "more": max(len(result.bad) - SHOWN, 0) if result else 0,
        "missing": result.missing if result else (),
    }
    return render(request, template, context | page, status=REFUSED if form.errors else 200)
