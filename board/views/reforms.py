"""National reforms: the list, one reform, and what is written about it."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.filling import filled_in
from accounts.rate_limits import EXPORTING, allowed, too_many
from board.forms.reforms import ReformEntryForm, ReformForm, ReformMilestoneForm, ReformsFilterForm
from board.models import Reform
from board.presenters.actions import filter_chips
from board.presenters.reforms import (
    kept_milestone,
    kept_reform,
    milestone_rows,
    reform_entry_rows,
    reform_numbers,
    reform_row,
    reform_table,
    state_strip,
    stored_milestone,
    stored_reform,
)
from board.selectors.challenges import agencies_to_name
from board.selectors.reforms import (
    ReformRow,
    count_reforms,
    entries_of_reform,
    exported_reforms,
    list_reforms,
    milestone_for,
    milestones_of,
    reform_for,
    states_by_month,
)
from board.services import reforms as services
from foundation import clock
from foundation.design.forms import PortalForm
from foundation.exports import xlsx_download
from foundation.versions import posted_version


@require_GET
def reforms(request: HttpRequest) -> HttpResponse:
    """The reforms, the newest first, fifty at a time, with how many are how far."""
    person, after = asking(request), request.GET.get("after", "")
    form = ReformsFilterForm(request.GET)
    form.is_valid()
    state = form.cleaned_data.get("state") or ""
    query = {"state": state} if state else {}
    page = list_reforms(person, state, after)
    context = {
        "rows": [reform_row(row, clock.today()) for row in page.rows],
        "numbers": reform_numbers(count_reforms(person)),
        "filter_form": form,
        "chips": filter_chips(form, query, reverse("board:reforms")),
        "clear_url": reverse("board:reforms"),
        "next_url": f"?{urlencode({**query, 'after': page.next_key})}" if page.next_key else "",
        "first_url": f"?{urlencode(query)}" if after else "",
        "query": urlencode(query),
    }
    return render(request, "board/reforms.html", context)


@require_GET
def reforms_export(request: HttpRequest) -> HttpResponse:
    """The same reforms, all of them, as a spreadsheet."""
    if not allowed(EXPORTING, asking(request).reference):
        return too_many(request)
    form = ReformsFilterForm(request.GET)
    form.is_valid()
    return xlsx_download(reform_table(exported_reforms(asking(request), form.cleaned_data.get("state") or "")))


@require_GET
def reform(request: HttpRequest, reference: str) -> HttpResponse:
    """One reform: how far it is and was, what was decided, what stands in the way, and its milestones."""
    found = reform_for(asking(request), reference)
    entries = entries_of_reform(found)
    context = {
        "reform": found,
        "row": reform_row(ReformRow(found, None, None), clock.today()),
        "strip": state_strip(states_by_month(found, entries)) if entries else None,
        "entries": reform_entry_rows(entries),
        "milestones": milestone_rows(milestones_of(found), clock.today()),
    }
    return render(request, "board/reform.html", context)


@require_http_methods(["GET", "POST"])
def new_reform(request: HttpRequest) -> HttpResponse:
    """Follow a reform."""
    form = ReformForm(request.POST or None, agencies=agencies_to_name())
    return filled_in(
        request, form, services.add_reform, back_url=reverse("board:reforms"), said="The reform is followed from now on.",
        heading="Add a reform", button_text="Save the reform", caption="National reforms",
    )  # fmt: skip


def _of_reform(request: HttpRequest, found: Reform, form: PortalForm, do: Any, said: str, **page: Any) -> HttpResponse:
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request, form, lambda **given: do(reference=found.reference, version=version, **given), said=said, caption=found.title,
        back_url=reverse("board:reform", args=[found.reference]), version=found.version, stored=stored_reform(found), **page,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_reform(request: HttpRequest, reference: str) -> HttpResponse:
    """Say anew what a reform asks and who leads."""
    found = reform_for(asking(request), reference)
    form = ReformForm(request.POST or None, agencies=agencies_to_name(found.agency), initial=kept_reform(found))
    said, heading = "The reform has been saved.", "Change the reform"
    return _of_reform(request, found, form, services.change_reform, said, heading=heading, button_text="Save the reform")


@require_http_methods(["GET", "POST"])
def write_reform_entry(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down a decision, an issue or how it went."""
    found = reform_for(asking(request), reference)
    form = ReformEntryForm(request.POST or None, initial={"happened_on": clock.today(), "state": found.state})
    said, heading = "The entry has been saved.", "Write an entry"
    return _of_reform(request, found, form, services.write_reform_entry, said, heading=heading, button_text="Save the entry")


@require_http_methods(["GET", "POST"])
def add_reform_milestone(request: HttpRequest, reference: str) -> HttpResponse:
    """Set a milestone."""
    found = reform_for(asking(request), reference)
    form = ReformMilestoneForm(request.POST or None)

    def do(**given: Any) -> object:
        return services.add_reform_milestone(reference=reference, **given)

    return filled_in(
        request, form, do, back_url=reverse("board:reform", args=[reference]), said="The milestone has been saved.",
        heading="Add a milestone", button_text="Save the milestone", caption=found.title,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_reform_milestone(request: HttpRequest, milestone: int) -> HttpResponse:
    """Say a milestone anew, or that it is reached."""
    found = milestone_for(asking(request), milestone)
    form = ReformMilestoneForm(request.POST or None, initial=kept_milestone(found))
    version = posted_version(request.POST.get("version", ""))

    def do(**given: Any) -> object:
        return services.change_reform_milestone(pk=milestone, version=version, **given)

    return filled_in(
        request, form, do, back_url=reverse("board:reform", args=[found.reform.reference]), said="The milestone has been saved.",
        heading="Change the milestone", button_text="Save the milestone", caption=found.reform.title, version=found.version,
        stored=stored_milestone(found),
    )  # fmt: skip
