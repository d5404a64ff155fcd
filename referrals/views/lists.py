"""Reference lists: checked, brought in, and what became of the last ones."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from foundation.errors import Refused
from referrals import services
from referrals.forms.lists import ListForm
from referrals.presenters.lists import checked_words, list_import_rows
from referrals.rules.lists import Checked
from referrals.selectors.lists import check_list, past_list_imports

REFUSED, SHOWN = 422, 100


@require_http_methods(["GET", "POST"])
def lists(request: HttpRequest) -> HttpResponse:
    """Check a list, or bring it in; broken rows come back with their lines and the reason."""
    form = ListForm(request.POST, request.FILES) if request.method == "POST" else ListForm()
    checked: Checked | None = None
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        content = given["file"].read()
        try:
            if given["act"] == "check":
                checked = check_list(given["kind"], content, whole=given["whole"] == "yes")
            else:
                kept = services.import_list(
                    by=asking(request),
                    kind=given["kind"],
                    file_name=str(given["file"].name),
                    content=content,
                    whole=given["whole"] == "yes",
                )
                messages.success(request, checked_words(kept.taken, len(kept.broken), kept.gone, done=True))
                return redirect("referrals:lists")
        except Refused as refused:
            form.add_error("file", refused.sentence)
    context = {
        "form": form,
        "checked": checked,
        "checked_words": checked_words(checked.good, len(checked.broken), checked.gone, done=False) if checked else "",
        "broken": checked.broken[:SHOWN] if checked else [],
        "imports": list_import_rows(past_list_imports()),
    }
    return render(request, "referrals/lists/lists.html", context, status=REFUSED if form.errors else 200)
