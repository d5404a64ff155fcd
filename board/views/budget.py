"""The partnership's money."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from board.forms.budget import BudgetAmountForm, BudgetLineForm
from board.models import BudgetLine
from board.presenters.budget import budget_charts
from board.selectors.budget import budget_of, line_of, years_with_budget
from board.services.budget import remove_budget_line, set_budget_line
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import NotVisible, Refused


def _year(label: str) -> FinancialYear:
    try:
        return FinancialYear.from_label(label) if label else FinancialYear.of(clock.today())
    except Refused as unreadable:
        raise NotVisible from unreadable


@require_GET
def budget(request: HttpRequest, year: str = "") -> HttpResponse:
    """A year's income with each partner's share, and its expenditure."""
    known = years_with_budget()
    this_year = FinancialYear.of(clock.today())
    shown = _year(year or (known[0] if known else ""))
    found = budget_of(shown)
    offered = sorted({*known, shown.label, this_year.label, this_year.following().label}, reverse=True)
    return render(request, "board/budget.html", {"budget": found, "years": offered, "charts": budget_charts(found)})


@require_http_methods(["GET", "POST"])
def budget_line(request: HttpRequest, year: str) -> HttpResponse:
    """Write a new line; or, of one that the address names, change the amount or take it out."""
    shown = _year(year)
    line = line_of(shown, request.GET.get("side", ""), request.GET.get("heading", ""))
    if line is not None:
        return _change_line(request, shown, line)
    form = BudgetLineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            set_budget_line(by=asking(request), year=shown, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The line has been saved.")
            return redirect("board:budget", year=shown.label)
    context = {
        "form": form,
        "heading": f"Add a line to {shown.label}",
        "button_text": "Save the line",
        "back_url": reverse("board:budget", args=[shown.label]),
    }
    return render(request, "board/form.html", context, status=422 if request.method == "POST" else 200)


def _change_line(request: HttpRequest, year: FinancialYear, line: BudgetLine) -> HttpResponse:
    person = asking(request)
    form = BudgetAmountForm(request.POST or None, initial={"amount": line.amount})
    if "remove" in request.POST:
        remove_budget_line(by=person, year=year, side=line.side, heading=line.heading)
        messages.success(request, f"“{line.heading}” has been taken out of {year.label}.")
        return redirect("board:budget", year=year.label)
    if request.method == "POST" and form.is_valid():
        set_budget_line(by=person, year=year, side=line.side, heading=line.heading, amount=form.cleaned_data["amount"])
        messages.success(request, f"“{line.heading}” has been saved.")
        return redirect("board:budget", year=year.label)
    context = {
        "form": form,
        "heading": line.heading,
        "caption": f"{line.get_side_display()} of {year.label}",
        "button_text": "Save the amount",
        "remove_text": "Take this line out",
        "back_url": reverse("board:budget", args=[year.label]),
    }
    return render(request, "board/form.html", context, status=422 if request.method == "POST" else 200)
