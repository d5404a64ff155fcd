"""The dashboard: figures as pictures and tables, for chosen days and a part of the whole. Never a child."""

from collections.abc import Callable, Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.rate_limits import EXPORTING, allowed, too_many
from foundation import clock
from foundation.errors import NotVisible
from foundation.exports import Table, csv_download, xlsx_download
from reporting.forms import DashboardForm
from reporting.presenters import dashboard as presenters
from reporting.presenters import dashboard_tables as tables
from reporting.rules.dashboard import PAGES, Page, page_named
from reporting.selectors import dashboard as selectors

XLSX, CSV = "xlsx", "csv"
FORMS: Mapping[str, Callable[..., HttpResponse]] = {XLSX: xlsx_download, CSV: csv_download}
MOST_OF_A_CODE = 40
"""So long is a reference in the access log."""


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """The first page of the dashboard."""
    query = request.GET.urlencode()
    return redirect(reverse("reporting:dashboard_page", args=[PAGES[0].slug]) + (f"?{query}" if query else ""))


@require_GET
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """One page: its figures with the year before, and the pictures that say most."""
    found = _page(slug)
    context, seen = _asked(request, found, reverse("reporting:dashboard_page", args=[found.slug]))
    rows = presenters.rows(seen)
    context |= {
        "rows": rows,
        "rated": any(row["rate"] for row in rows),
        "charts": presenters.pictures(seen),
        "files": presenters.files(seen),
    }
    return render(request, "reporting/dashboard/page.html", context)


@require_GET
def figure(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One figure by everything that it can be told by."""
    found = _page(slug)
    if code not in found.specs:
        raise NotVisible
    url = reverse("reporting:dashboard_figure", args=[found.slug, code])
    context, seen = _asked(request, found, url)
    row = next((row for row in presenters.rows(seen) if row["code"] == code), None)
    back = reverse("reporting:dashboard_page", args=[found.slug])
    asked = request.GET.urlencode()
    context |= {
        "spec": found.specs[code],
        "row": row,
        "tables": presenters.tables(seen, code),
        "files": presenters.files(seen, code),
        "back": f"{back}?{asked}" if asked else back,
    }
    return render(request, "reporting/dashboard/figure.html", context)


@require_GET
def page_file(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The overview of a page as a spreadsheet."""
    found = _page(slug)
    return _file(request, form, found.slug, lambda: [tables.page_table(_asked(request, found, "")[1])])


@require_GET
def figure_file(request: HttpRequest, slug: str, code: str, form: str) -> HttpResponse:
    """One figure by everything that it can be told by, as a workbook."""
    found = _page(slug)
    if code not in found.specs or form != XLSX:
        raise NotVisible
    return _file(request, form, code, lambda: tables.figure_tables(_asked(request, found, "")[1], code))


@require_GET
def part_file(request: HttpRequest, slug: str, code: str, by: str, form: str) -> HttpResponse:
    """One figure by one thing, as a spreadsheet."""
    found = _page(slug)
    if code not in found.specs or by not in found.specs[code].breakdowns:
        raise NotVisible
    return _file(request, form, code, lambda: [tables.figure_table(_asked(request, found, "")[1], code, by)])


def _file(request: HttpRequest, form: str, what: str, made: Callable[[], Sequence[Table]]) -> HttpResponse:
    """The tables in one of two forms; that somebody took them along is written down."""
    if form not in FORMS:
        raise NotVisible
    person, match = asking(request), request.resolver_match
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    log_look(
        by=person,
        action=Action.EXPORT,
        route=match.view_name if match else "",
        record_kind="figures",
        record_reference=what[:MOST_OF_A_CODE],
    )
    return FORMS[form](*made())


def _page(slug: str) -> Page:
    found = page_named(slug)
    if found is None:
        raise NotVisible
    return found


def _asked(request: HttpRequest, found: Page, url: str) -> tuple[dict[str, object], presenters.Seen]:
    """What the address asks for, counted, as the person may see it."""
    person, today = asking(request), clock.today()
    sighted = frozenset(group.name for group in found.groups if selectors.sees_the_cases(person, group))
    periods = selectors.days_of(found, "", today, sighted).offered
    form = DashboardForm(request.GET.dict(), periods, selectors.choices(found))
    opens = frozenset(group.name for group in found.groups if selectors.opens_the_list(person, group))
    days = selectors.days_of(found, form.days, today, sighted)
    query = {**({"period": form.days} if form.days else {}), **form.where}
    seen = presenters.Seen(found, days, form.where, selectors.counted(found, days, form.where), query, opens)
    context: dict[str, object] = {
        "page": found,
        "seen": seen,
        "filter_form": form,
        "chips": presenters.chips(query, dict(periods), url),
        "clear_url": url,
        "sections": presenters.sections(found, query),
        "counted_at": seen.counted.at,
        "older_population": presenters.older_population(seen),
        "legend": presenters.LEGEND,
        "sighted": bool(sighted),
    }
    return context, seen
