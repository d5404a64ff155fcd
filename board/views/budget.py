"""The partnership's money."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in
from accounts.rate_limits import EXPORTING, allowed, too_many
from board.budget_files import BudgetFile, read_budget
from board.forms.budget import (
    BudgetDocumentForm,
    BudgetFileForm,
    BudgetLineForm,
    BudgetYearForm,
    IncomeForm,
    ReopenBudgetYearForm,
    SpendingForm,
)
from board.models import BudgetLine
from board.presenters.budget import (
    budget_charts,
    budget_tables,
    carried_sentence,
    compared_rows,
    group_rows,
    kept_line,
    line_rows,
    per_child_sentence,
    shares_note,
    shortfall_sentence,
    stated_sentences,
    stored_line,
    stored_year,
    totals,
)
from board.selectors.budget import (
    budget_of,
    budgets_of,
    cost_per_child,
    line_of,
    year_on_year,
    years_and_documents,
)
from board.selectors.challenges import agencies_by_name, agencies_to_name
from board.services import budget as services
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import NotVisible, Refused
from foundation.exports import read_sheet, xlsx_download
from foundation.versions import posted_version


def _year(label: str) -> FinancialYear:
    try:
        return FinancialYear.from_label(label) if label else FinancialYear.of(clock.today())
    except Refused as unreadable:
        raise NotVisible from unreadable


@require_GET
def budget(request: HttpRequest, year: str = "") -> HttpResponse:
    """A year's income with each partner's share, its expenditure, and both beside the year before."""
    known, documents = years_and_documents(year)
    this_year = FinancialYear.of(clock.today())
    shown = _year(year or (known[0] if known else ""))
    found, before = budgets_of(shown, shown.previous())
    closed = found.about.closed_at is not None
    context = {
        "budget": found,
        "years": sorted({*known, shown.label, this_year.label, this_year.following().label}, reverse=True),
        "charts": budget_charts(found),
        "income": line_rows(found.income, documents),
        "expenditure": group_rows(found, documents),
        "notes": {"income": shares_note(found.income), "expenditure": shares_note(found.expenditure)},
        "shortfall": shortfall_sentence(found),
        "totals": totals(found),
        "stated": stated_sentences(found),
        "per_child": per_child_sentence(cost_per_child(found, shown)),
        "carried": carried_sentence(found, before),
        "compared": [(side, compared_rows(rows)) for side, rows in year_on_year(found, before) if rows] if before.income else [],
        "before": before.year,
        "open": not closed,
        "is_over": shown.end < clock.today(),
    }
    return render(request, "board/budget.html", context)


@require_GET
def budget_export(request: HttpRequest, year: str) -> HttpResponse:
    """A year's budget as a spreadsheet."""
    if not allowed(EXPORTING, asking(request).reference):
        return too_many(request)
    shown = _year(year)
    return xlsx_download(*budget_tables(*budgets_of(shown, shown.previous())))


def _back(year: FinancialYear) -> str:
    return reverse("board:budget", args=[year.label])


@require_http_methods(["GET", "POST"])
def budget_line(request: HttpRequest, year: str) -> HttpResponse:
    """Write a new line; or, of one that the address names, say it anew or take it out."""
    shown = _year(year)
    line = line_of(shown, request.GET.get("side", ""), request.GET.get("heading", ""))
    if line is not None:
        return _change_line(request, shown, line)
    form = BudgetLineForm(request.POST or None, agencies=agencies_to_name())

    def do(**given: Any) -> object:
        return services.set_budget_line(year=shown, **_told(given))

    heading, said = f"Add a line to {shown.label}", "The line has been saved."
    return filled_in(request, form, do, back_url=_back(shown), said=said, heading=heading, button_text="Save the line")


def _told(given: dict[str, Any]) -> dict[str, Any]:
    """What the form says, without the questions of the other side."""
    return {name: value for name, value in given.items() if value is not None and value != ""}


def _change_line(request: HttpRequest, year: FinancialYear, line: BudgetLine) -> HttpResponse:
    person = asking(request)
    if "remove" in request.POST:
        try:
            services.remove_budget_line(by=person, year=year, side=line.side, heading=line.heading)
        except Refused as refused:
            messages.warning(request, refused.sentence)
        else:
            messages.success(request, f"“{line.heading}” has been taken out of {year.label}.")
        return redirect("board:budget", year=year.label)
    form: IncomeForm | SpendingForm
    if line.side == BudgetLine.Side.INCOME:
        form = IncomeForm(request.POST or None, agencies=agencies_to_name(line.agency), initial=kept_line(line))
    else:
        form = SpendingForm(request.POST or None, initial=kept_line(line))
    version = posted_version(request.POST.get("version", ""))

    def do(**given: Any) -> object:
        return services.set_budget_line(year=year, side=line.side, heading=line.heading, version=version, **_told(given))

    return filled_in(
        request, form, do, back_url=_back(year), said=f"“{line.heading}” has been saved.", heading=line.heading,
        caption=f"{line.get_side_display()} of {year.label}", button_text="Save the line", remove_text="Take this line out",
        version=line.version, stored=stored_line(line),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def describe_budget_year(request: HttpRequest, year: str) -> HttpResponse:
    """Stated totals, and what the money was worth."""
    shown = _year(year)
    found = budget_of(shown)
    names = ("stated_income", "stated_expenditure", "value_for_money")
    form = BudgetYearForm(request.POST or None, initial={name: getattr(found.about, name) for name in names})
    version = posted_version(request.POST.get("version", ""))

    def do(**given: Any) -> object:
        return services.describe_budget_year(year=shown, version=version, **given)

    return filled_in(
        request, form, do, back_url=_back(shown), said="The year has been saved.", heading="Stated totals and value for money",
        caption=f"Budget {shown.label}", button_text="Save", version=found.about.version, stored=stored_year(found),
    )  # fmt: skip


@require_POST
def approve_budget(request: HttpRequest, year: str) -> HttpResponse:
    """Approve a year's budget as it was read."""
    shown = _year(year)
    try:
        services.approve_budget(by=asking(request), year=shown, version=posted_version(request.POST.get("version", "")))
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, f"The budget of {shown.label} is approved.")
    return redirect("board:budget", year=shown.label)


@require_POST
def close_budget_year(request: HttpRequest, year: str) -> HttpResponse:
    """Close a year for good."""
    shown = _year(year)
    try:
        services.close_budget_year(by=asking(request), year=shown)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, f"The year {shown.label} is closed. Its budget stays as it is.")
    return redirect("board:budget", year=shown.label)


@require_http_methods(["GET", "POST"])
def reopen_budget_year(request: HttpRequest, year: str) -> HttpResponse:
    """Open a closed year again, with a reason."""
    shown = _year(year)
    form = ReopenBudgetYearForm(request.POST or None)

    def do(**given: Any) -> object:
        return services.reopen_budget_year(year=shown, **given)

    return filled_in(
        request, form, do, back_url=_back(shown), said=f"The year {shown.label} is open again.",
        heading="Open the closed year again", caption=f"Budget {shown.label}", button_text="Open it again",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def import_budget(request: HttpRequest, year: str) -> HttpResponse:
    """Take lines in from a file; good rows go in, and the others are shown with what is wrong."""
    shown = _year(year)
    form = BudgetFileForm(request.POST or None, request.FILES or None)
    read: BudgetFile | None = None
    if request.method == "POST" and form.is_valid():
        try:
            read = read_budget(read_sheet(form.cleaned_data["file"].read()), agencies_by_name())
            changed = services.import_budget_lines(by=asking(request), year=shown, lines=read.lines, stated=read.stated)
        except Refused as refused:
            form.refuse(Refused(refused.sentence, field="file"))
        else:
            said = f"{changed} {'line was' if changed == 1 else 'lines were'} new or different, and saved."
            if not read.wrong:
                messages.success(request, said)
                return redirect("board:budget", year=shown.label)
            messages.warning(request, said)
    context = {"form": form, "year": shown.label, "wrong": read.wrong if read else (), "back_url": _back(shown)}
    return render(request, "board/budget_import.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
def add_budget_document(request: HttpRequest, year: str) -> HttpResponse:
    """Keep a document with a line."""
    shown = _year(year)
    side, heading = request.GET.get("side", ""), request.GET.get("heading", "")
    if line_of(shown, side, heading) is None:
        messages.warning(request, "Choose the line to which the document belongs.")
        return redirect("board:budget", year=shown.label)
    form = BudgetDocumentForm(request.POST or None, request.FILES or None)

    def do(**given: Any) -> object:
        return services.add_budget_document(year=shown, side=side, heading=heading, **given)

    return filled_in(
        request, form, do, back_url=_back(shown), said="The document has been kept.", heading="Add a document",
        caption=f"{heading}, {shown.label}", button_text="Keep the document",
    )  # fmt: skip
