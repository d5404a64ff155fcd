"""Pages of a consultation on the draft of a year."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in, pressed
from foundation.calendar import FinancialYear
from reporting.access import READERS
from reporting.forms import ConsultForm
from reporting.presenters.drafting import consulted_rows
from reporting.selectors import consultations as chosen
from reporting.selectors.drafts import keeps_the_draft
from reporting.selectors.templates import template_for
from reporting.services.consultations import end_consultation, open_consultation
from reporting.views.report import year_of


@require_http_methods(["GET", "POST"])
def consult(request: HttpRequest, label: str) -> HttpResponse:
    """Put the draft of a year out until a day."""
    period = year_of(label)
    return filled_in(
        request, ConsultForm(request.POST or None), lambda **given: open_consultation(year=period, **given),
        back_url=reverse("reporting:year", args=[period.label]), said="The draft has been put out.", heading="Put the draft out",
        button_text="Put it out", caption=f"Yearly report {period.label}",
        note="They may read the whole draft and comment on it until the last day. Each of them gets an email without content.",
    )  # fmt: skip


@require_GET
def consultation(request: HttpRequest, reference: str) -> HttpResponse:
    """A consultation: for those who are asked the way to the draft, for those who read the report who looked and commented."""
    person = asking(request)
    found = chosen.consultation_for(person, reference)
    period = FinancialYear.from_label(found.year)
    reads = READERS.admits(person)
    context = {
        "found": found,
        "year": period,
        "closed": chosen.is_closed(found),
        "people": consulted_rows(chosen.consulted(found)) if reads else [],
        "reads": reads,
        "keeps": keeps_the_draft(person),
        "chapters": template_for(period).sections.items(),
    }
    return render(request, "reporting/drafting/consultation.html", context)


@require_POST
def end(request: HttpRequest, reference: str) -> HttpResponse:
    """End a consultation before its last day."""
    found = chosen.consultation_for(asking(request), reference)
    pressed(request, lambda: end_consultation(by=asking(request), reference=found.reference), "The consultation has ended.")
    return redirect("reporting:consultation", found.reference)
