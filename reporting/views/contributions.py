"""What agencies give to a chapter: asked, chased, withdrawn, and put into it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in, pressed
from foundation.versions import posted_version
from reporting.forms.contributions import ContributionsForm, WithdrawContributionForm
from reporting.presenters import contributions as presenters
from reporting.selectors import contributions as chosen
from reporting.selectors.drafts import chapter_to_write, keeps_the_draft
from reporting.selectors.returns import agencies_to_ask
from reporting.services import contributions as services
from reporting.views.report import year_of


@require_http_methods(["GET", "POST"])
def contributions(request: HttpRequest, label: str, section: str) -> HttpResponse:
    """What was asked for a chapter and how it stands; beneath, for the business team, who else is asked."""
    person, period = asking(request), year_of(label)
    found = chapter_to_write(person, period, section)
    rows = presenters.asked_rows(chosen.asked_for(period, section))
    return filled_in(
        request,
        ContributionsForm(request.POST or None, asked=agencies_to_ask()),
        lambda **given: services.ask_for_contributions(year=period, section=section, **given),
        back_url=reverse("reporting:contributions", args=[period.label, section]),
        said="They have been asked. Each has the request in its inbox.",
        template="reporting/drafting/contributions.html",
        year=period,
        row=found,
        rows=rows,
        told=presenters.numbers(rows) if rows else "",
        late=any(row["is_late"] for row in rows),
        keeps=keeps_the_draft(person),
    )


@require_POST
def chase(request: HttpRequest, label: str, section: str) -> HttpResponse:
    """Remind of everything that is late for a chapter."""
    person, period = asking(request), year_of(label)
    chapter_to_write(person, period, section)
    said = "They have been reminded by email."
    pressed(request, lambda: services.chase_contributions(by=person, year=period, section=section), said)
    return redirect("reporting:contributions", period.label, section)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Take back what an agency was asked for."""
    found = chosen.contribution_to_write(asking(request), reference).contribution
    return filled_in(
        request, WithdrawContributionForm(request.POST or None),
        lambda **given: services.withdraw_contribution(reference=reference, **given),
        back_url=reverse("reporting:contributions", args=[found.year, found.section]),
        said="They are told that it is not needed.",
        heading=f"Do without what {found.agency.name} was asked for", button_text="Withdraw it",
        caption=f"Yearly report {found.year}",
    )  # fmt: skip


@require_POST
def take(request: HttpRequest, reference: str) -> HttpResponse:
    """Put what an agency gave into the chapter."""
    person = asking(request)
    found = chosen.contribution_to_write(person, reference).contribution
    version = posted_version(request.POST.get("version", ""))
    said = f"What {found.agency.name} gave stands at the end of the chapter. Change it there as you need it."
    pressed(request, lambda: services.take_contribution(by=person, reference=reference, version=version), said)
    return redirect("reporting:contributions", found.year, found.section)
