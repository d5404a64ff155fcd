"""Population: a file checked or brought in, and the rows that could not be taken."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from accounts.selectors.people import names_of
from foundation.errors import Refused
from foundation.imported import Imported
from reporting.forms import PopulationForm
from reporting.presenters.population import earlier_rows, replacing_actors, result_words
from reporting.selectors.population import earlier_estimates, years_known
from reporting.services.imports import check_population, import_population

REFUSED, SHOWN = 422, 100


@require_http_methods(["GET", "POST"])
def population(request: HttpRequest) -> HttpResponse:
    """Check a file, or bring it in; bad rows come back with their lines and the reason."""
    form = PopulationForm(request.POST, request.FILES) if request.method == "POST" else PopulationForm()
    result: Imported | None = None
    if form.is_bound and form.is_valid():
        content, checks = form.cleaned_data["file"].read(), form.cleaned_data["act"] == "check"
        try:
            result = (check_population if checks else import_population)(by=asking(request), content=content)
        except Refused as refused:
            form.add_error("file", refused.sentence)
        else:
            if not checks and not result.bad and not result.missing:
                messages.success(request, result_words(result, done=True))
                return redirect("reporting:population")
    earlier = earlier_estimates()
    context = {
        "form": form,
        "result": result,
        "words": result_words(result, done=form.cleaned_data["act"] != "check") if result else "",
        "bad": result.bad[:SHOWN] if result else (),
        "more": max(len(result.bad) - SHOWN, 0) if result else 0,
        "missing": result.missing if result else (),
        "years": years_known(),
        "earlier": earlier_rows(earlier, names_of(replacing_actors(earlier))),
    }
    return render(request, "reporting/population.html", context, status=REFUSED if form.errors else 200)
