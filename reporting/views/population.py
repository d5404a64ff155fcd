"""Population: a file checked or brought in, and the rows that could not be taken."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from accounts.selectors.people import names_of
from reporting.forms import PopulationForm
from reporting.presenters.population import earlier_rows, replacing_actors
from reporting.selectors.population import earlier_estimates, years_known
from reporting.services.imports import check_population, import_population
from reporting.views.files import checked_or_brought_in


@require_http_methods(["GET", "POST"])
def population(request: HttpRequest) -> HttpResponse:
    """Check a file, or bring it in; bad rows come back with their lines and the reason."""
    form = PopulationForm(request.POST, request.FILES) if request.method == "POST" else PopulationForm()
    earlier = earlier_estimates()
    return checked_or_brought_in(
        request, form, check=check_population, bring_in=import_population, template="reporting/population.html",
        back="reporting:population", years=years_known(), earlier=earlier_rows(earlier, names_of(replacing_actors(earlier))),
    )  # fmt: skip
