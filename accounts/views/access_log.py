"""Who has looked at a record: for the information governance lead."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.forms.people import LookUpForm
from accounts.rate_limits import SEARCHING, allowed, too_many
from accounts.selectors.access_log import looks_at
from accounts.views.asking import posted
from foundation.errors import NotVisible

PAGE = 50
LONGEST_REFERENCE = 40


@require_http_methods(["GET", "HEAD", "POST"])
def access_log(request: HttpRequest) -> HttpResponse:
    """Ask for a reference."""
    form = LookUpForm(posted(request))
    if form.is_valid():
        return redirect("access_log_of_record", reference=form.cleaned_data["reference"])
    return render(request, "accounts/access_log.html", {"form": form}, status=422 if form.is_bound else 200)


@require_safe
def access_log_of_record(request: HttpRequest, reference: str) -> HttpResponse:
    """Every look at one child or record, newest first. Asking is itself a look."""
    by = asking(request)
    if len(reference) > LONGEST_REFERENCE:
        raise NotVisible
    if not allowed(SEARCHING, by.reference):
        return too_many(request)
    log_look(
        by=by,
        action=Action.SEARCH,
        route="access_log_of_record",
        record_kind="access_log",
        record_reference=reference,
        children=[reference],
    )
    rows = looks_at(by, reference, before=_before(request), limit=PAGE + 1)
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    context = {
        "reference": reference,
        "rows": rows[:PAGE],
        "nobody_else": all(row.person_reference == by.reference for row in rows) and "at" not in request.GET,
        "next_url": f"?{urlencode({'at': last.at.isoformat(), 'id': str(last.id)})}" if last else "",
        "first_url": request.path if request.GET.get("at") else "",
    }
    return render(request, "accounts/access_log_of_record.html", context)


def _before(request: HttpRequest) -> tuple[datetime, int] | None:
    number = request.GET.get("id", "")
    try:
        at = datetime.fromisoformat(request.GET.get("at", ""))
    except ValueError:
        return None
    return (at if at.tzinfo else at.replace(tzinfo=UTC), int(number)) if number.isdecimal() and len(number) < 19 else None
