"""The dashboard: figures as pictures and tables, for chosen days and a part of the whole. Never a child."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.asking import asking
from foundation import clock
from foundation.errors import NotVisible
from foundation.spans import chosen, offered
from reporting.forms import DashboardForm
from reporting.presenters import dashboard as presenters
from reporting.rules.dashboard import PAGES, Page, page_named
from reporting.selectors import dashboard as selectors


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
    context |= {"rows": presenters.rows(seen), "charts": presenters.pictures(seen)}
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
        "back": f"{back}?{asked}" if asked else back,
    }
    return render(request, "reporting/dashboard/figure.html", context)


def _page(slug: str) -> Page:
    found = page_named(slug)
    if found is None:
        raise NotVisible
    return found


def _asked(request: HttpRequest, found: Page, url: str) -> tuple[dict[str, object], presenters.Seen]:
    """What the address asks for, counted, as the person may see it."""
    person, today = asking(request), clock.today()
    periods = offered(today)
    form = DashboardForm(request.GET.dict(), periods, selectors.choices(found))
    days = chosen(form.days, today)
    query = {**({"period": form.days} if form.days else {}), **form.where}
    sighted = frozenset(group.name for group in found.groups if selectors.sees_the_cases(person, group))
    counted = selectors.counted(found, days, form.where, sighted)
    seen = presenters.Seen(found, days, form.where, counted, sighted, query)
    context: dict[str, object] = {
        "page": found,
        "seen": seen,
        "filter_form": form,
        "chips": presenters.chips(query, dict(periods), url),
        "clear_url": url,
        "sections": presenters.sections(found, query),
        "counted_at": counted.at,
        "legend": presenters.LEGEND,
        "sighted": bool(sighted),
    }
    return context, seen
