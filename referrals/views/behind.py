"""The list behind a number of the dashboard, for those who see the contacts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.rate_limits import SEARCHING, allowed, too_many
from foundation import clock
from foundation.spans import chosen
from referrals.figures.behind import MOST, contacts_counted
from referrals.presenters.queue import found_rows
from referrals.selectors.behind import contacts_among


@require_GET
def contacts(request: HttpRequest) -> HttpResponse:
    """The contacts that a figure counts: which figure, which days and which part the address says."""
    person, asked = asking(request), request.GET.dict()
    if not allowed(SEARCHING, person.reference):
        return too_many(request)
    days = chosen(asked.pop("period", ""), clock.today())
    code = asked.pop("figure", "contacts.received")
    found = contacts_among(person, contacts_counted(code, days.span, asked))
    log_look(
        by=person,
        action=Action.SEARCH,
        route="referrals:contacts_behind",
        record_kind="contact",
        children=[contact.child.reference for contact in found],
    )
    context = {
        "rows": found_rows(found),
        "full": len(found) == MOST,
        "most": MOST,
        "period": days.span.label,
        "parts": [label for label in asked.values() if label],
        "back": f"{reverse('reporting:dashboard')}?{request.GET.urlencode()}",
    }
    return render(request, "referrals/mash/behind.html", context)
