"""Quality of referrals: the numbers of agencies, the referrals of a month for their lead, and what counts."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.selectors.people import names_of
from foundation.errors import Conflict, NotVisible, Refused
from foundation.versions import posted_version
from referrals import services
from referrals.forms.quality import QualityScaleForm
from referrals.presenters.quality import (
    agency_rows,
    headers,
    month_chart,
    month_rows,
    month_words,
    referral_rows,
    scale_words,
    tally_row,
    together,
    version_rows,
)
from referrals.selectors.contacts import is_manager
from referrals.selectors.quality import (
    by_agency,
    by_month,
    leads,
    months_shown,
    referrals_of_month,
    scale_in_use,
    scale_rows,
    watched_agencies,
    watched_agency,
    watches_every_agency,
)

REFUSED = 422
CONFLICT = 409


@require_GET
def quality(request: HttpRequest) -> HttpResponse:
    """The agencies that the person watches; whoever leads one alone comes to its months."""
    person = asking(request)
    agencies = watched_agencies(person)
    if len(agencies) == 1 and not watches_every_agency(person):
        return redirect("referrals:agency_quality", agencies[0].code)
    tallies = by_agency(person)
    context = {"rows": agency_rows(agencies, tallies), "whole": tally_row(together(tallies)), "headers": headers()}
    return render(request, "referrals/quality/agencies.html", context)


@require_GET
def agency_quality(request: HttpRequest, agency: str) -> HttpResponse:
    """The last months of one agency. Its lead comes from here to the referrals of a month."""
    person = asking(request)
    found = watched_agency(person, agency)
    tallies, months, lead = by_month(person, found), months_shown(), leads(person, found)
    context = {
        "agency": found,
        "lead": lead,
        "several": watches_every_agency(person) or len(watched_agencies(person)) > 1,
        "whole": tally_row(together(tallies)),
        "rows": month_rows(months, tallies, agency=found, opens=lead),
        "chart": month_chart(months, tallies),
        "headers": headers(),
    }
    return render(request, "referrals/quality/agency.html", context)


@require_GET
def month(request: HttpRequest, agency: str, month: str) -> HttpResponse:
    """The referrals of one month, to the agency's safeguarding lead: what each says and what it could say. No child is named."""
    first = _first_of(month)
    found = referrals_of_month(asking(request), agency, first)
    context = {
        "agency": watched_agency(asking(request), agency),
        "month": month_words(first),
        "rows": referral_rows(found),
        "more": found.more,
    }
    return render(request, "referrals/quality/month.html", context)


def _first_of(month: str) -> date:
    try:
        return date.fromisoformat(f"{month}-01")
    except ValueError as wrong:
        raise NotVisible from wrong


@require_GET
def scale(request: HttpRequest) -> HttpResponse:
    """What counts now, and the versions before."""
    rows = scale_rows()
    context = {
        "scale": scale_words(scale_in_use()),
        "versions": version_rows(rows, names_of([row.made_by for row in rows])),
        "manager": is_manager(asking(request)),
    }
    return render(request, "referrals/quality/scale.html", context)


@require_http_methods(["GET", "POST"])
def set_scale(request: HttpRequest) -> HttpResponse:
    """Set the next version of what counts."""
    in_use = scale_in_use()
    if request.method != "POST":
        form = QualityScaleForm(initial=QualityScaleForm.initial_of(in_use))
        return render(request, "referrals/quality/set_scale.html", {"form": form, "seen": in_use.number})
    form, seen = QualityScaleForm(request.POST), posted_version(request.POST.get("_version", ""))
    status = REFUSED
    if form.is_valid():
        given = form.cleaned_data
        try:
            made = services.set_quality_scale(
                by=asking(request),
                seen=seen,
                parts=form.parts(),
                partly=given["partly"],
                urgent_exempt=given["urgent_exempt"],
                exempt_purposes=given["exempt_purposes"],
                channels=given["channels"],
                reason=given["reason"],
            )
        except Refused as refused:
            form.refuse(refused)
            if isinstance(refused, Conflict):
                seen, status = in_use.number, CONFLICT
        else:
            messages.success(request, f"Version {made.number} counts for what is received from now on.")
            return redirect("referrals:quality_scale")
    return render(request, "referrals/quality/set_scale.html", {"form": form, "seen": seen}, status=status)
