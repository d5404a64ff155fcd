"""The figures of actions, as at a day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from board.forms.actions import ActionsDayForm
from board.presenters.actions import address_of
from board.presenters.counting import figure_tables
from board.selectors.counting import figures_of_actions
from foundation import clock


@require_GET
def actions_figures(request: HttpRequest) -> HttpResponse:
    """The partnership's actions by rating, source, agency and theme, what was late and silent and what was done in time."""
    form = ActionsDayForm(request.GET if "as_at-day" in request.GET else None)
    day = (form.cleaned_data.get("as_at") if form.is_valid() else None) or clock.today()
    context = {
        "day": day,
        "day_form": form,
        "page_has_errors": bool(form.errors),
        "figures": figure_tables(figures_of_actions(day)),
        "list_query": address_of({"state": "all", "as_at": day}),
    }
    return render(request, "board/actions_figures.html", context)
