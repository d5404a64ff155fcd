"""The lists of episodes, families and disagreements behind a number of the dashboard, for those who see them."""

from collections.abc import Callable, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.models import Person
from accounts.rate_limits import SEARCHING, allowed, too_many
from foundation import clock
from foundation.spans import chosen, end_of_last_month
from referrals.figures.behind import CASES, DISAGREED, FAMILIES, MOST, Behind, records_counted
from referrals.presenters.behind_records import Line, disagreement_lines, episode_lines, family_lines
from referrals.selectors.behind_records import disagreements_among, episodes_among, families_among

Found = tuple[Sequence[Line], Sequence[str]]
"""The lines, and the references of the children whom they tell of."""


@require_GET
def episodes(request: HttpRequest) -> HttpResponse:
    """The episodes that a figure counts."""

    def find(person: Person, ids: list[int]) -> Found:
        found = episodes_among(person, ids)
        return episode_lines(found, person), [row.child.reference for row in found]

    return _list(request, CASES, "Cases", find)


@require_GET
def families(request: HttpRequest) -> HttpResponse:
    """The families with early help that a figure counts."""

    def find(person: Person, ids: list[int]) -> Found:
        found = families_among(person, ids)
        return family_lines(found), [one.child.reference for row in found for one in row.children.all()]

    return _list(request, FAMILIES, "Families with early help", find)


@require_GET
def disagreements(request: HttpRequest) -> HttpResponse:
    """The disagreements that a figure counts."""

    def find(person: Person, ids: list[int]) -> Found:
        found = disagreements_among(person, ids)
        return disagreement_lines(found), [row.contact.child.reference for row in found if row.contact]

    return _list(request, DISAGREED, "Disagreements", find)


def _list(request: HttpRequest, behind: Behind, title: str, find: Callable[[Person, list[int]], Found]) -> HttpResponse:
    """Those of the records behind a figure that the person may see; the figure, the days and the part stand in the address."""
    person, asked, match = asking(request), request.GET.dict(), request.resolver_match
    if not allowed(SEARCHING, person.reference):
        return too_many(request)
    today = clock.today()
    days = chosen(asked.pop("period", ""), today, end_of_last_month(today))
    code = asked.pop("figure", behind.usual)
    lines, children = find(person, records_counted(behind, code, days.span, asked))
    log_look(
        by=person,
        action=Action.SEARCH,
        route=match.view_name if match else "",
        record_kind=behind.kind,
        children=sorted(set(children)),
    )
    context = {
        "title": title,
        "lines": lines,
        "full": len(lines) == MOST,
        "most": MOST,
        "period": days.span.label,
        "parts": [label for label in asked.values() if label],
        "back": f"{reverse('reporting:dashboard_page', args=[behind.page])}?{request.GET.urlencode()}",
    }
    return render(request, "referrals/mash/behind_records.html", context)
