"""Typing the tables of words of a year's report."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access import BUSINESS_TEAM
from accounts.access_table import role_codes
from accounts.asking import asking
from accounts.filling import filled_in
from foundation.calendar import FinancialYear
from foundation.design.rows import ADD_ROW
from foundation.versions import posted_version
from reporting.forms.word_tables import WordTableForm
from reporting.presenters import word_tables as presenters
from reporting.selectors import word_tables as chosen
from reporting.services.word_tables import write_word_table
from reporting.views.report import year_of


@require_GET
def word_tables(request: HttpRequest, label: str) -> HttpResponse:
    """Every table of words of a year's report, with what has been typed."""
    year = year_of(label)
    keeps = BUSINESS_TEAM in role_codes(asking(request))
    context = {"year": year, "rows": presenters.table_rows(year.label, chosen.word_tables(year)), "keeps": keeps}
    return render(request, "reporting/word_tables.html", context)


def _addresses(year: FinancialYear, section: str) -> list[tuple[str, list[str]]]:
    return [("word_table", [year.label, section]), ("word_tables", [year.label])]


@require_http_methods(["GET", "POST"])
def word_table(request: HttpRequest, label: str, section: str) -> HttpResponse:
    """Type one of them."""
    year = year_of(label)
    found = chosen.word_table(year, section)
    version = posted_version(request.POST.get("version", ""))
    form = WordTableForm(
        request.POST if request.method == "POST" else None, shape=found.shape, initial=presenters.kept(found, year)
    )
    more = ADD_ROW in request.POST
    here, all_of_them = (reverse(f"reporting:{name}", args=args) for name, args in _addresses(year, section))
    said = f"“{found.shape.title}” has been saved.{' There is an empty row more.' if more else ''}"
    return filled_in(
        request, form, lambda **given: write_word_table(year=year, section=section, version=version, **given), said=said,
        back_url=here if more else all_of_them, heading=found.shape.title,
        caption=f"Tables of words of the report of {year.label}",
        button_text="Save the table", version=found.version, stored=presenters.stored(found),
    )  # fmt: skip
