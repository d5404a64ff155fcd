"""The merged chronology of a case in the browser: read, narrowed, marked, taken out."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.rate_limits import EXPORTING, allowed, too_many
from foundation.errors import Refused
from foundation.exports import download, xlsx_download
from referrals.views.afterwards import page_key
from reviews.forms.chronology import ChronologyFilterForm, ContradictionForm, FoundOutForm
from reviews.models import Case, ChronologyCopy
from reviews.presenters import chronology as presenter
from reviews.rules import kinds
from reviews.rules.chronology_reading import gaps_in, likely_contradictions, seen_only
from reviews.selectors.chronology import (
    ChronologyFilter,
    Merged,
    all_entries,
    chronology_page,
    contradiction_to_lift,
    contradictions_of,
    contradictions_on,
    copy_for,
    entries_numbered,
    walked,
)
from reviews.selectors.returns import marked_case
from reviews.selectors.sight import children_behind
from reviews.services import chronology as services
from reviews.views.reading import reader, shown
from work.presenters.copies import copy_page
from work.selectors.copies import file_of
from work.views.acting import CaseAct, case_acted, log_case


@require_GET
def merged(request: HttpRequest, reference: str) -> HttpResponse:
    """Every entry that was sent, in the order of time; above them contacts and gaps in a picture."""
    found = Merged(asking(request), reference)
    log_case(request, shown(found.case))
    form = ChronologyFilterForm(request.GET, agencies=presenter.agency_choices(found.agencies))
    form.is_valid()
    after = request.GET.get("after", "")
    page = chronology_page(found.case, form.chosen, after)
    asked = {name: value for name, value in request.GET.items() if name in form.fields and value}
    query = urlencode(asked)
    rows = presenter.merged_rows(page.rows, contradictions_on(page.rows), reference, marks=found.marks)
    here = reverse("reviews:chronology", args=[reference])
    context = {
        "case": found.case,
        "rows": rows,
        "marks": found.marks,
        "filter_form": form,
        "chips": [
            {"text": text, "href": f"{here}?{urlencode({key: value for key, value in asked.items() if key != name})}"}
            for name, text in form.chips
        ],
        "clear_url": here,
        "query": form.chosen.query,
        "once": page_key(request),
        "next_url": f"?{urlencode({'after': page.next_key})}{'&' + query if query else ''}" if page.next_key else "",
        "first_url": f"?{query}" if after else "",
        **({} if after else _picture(found, form.gap_days)),
    }
    return render(request, "reviews/chronology.html", context, status=422 if form.errors else 200)


def _picture(found: Merged, days: int) -> dict[str, Any]:
    """Contacts and gaps of the whole chronology; it stands on the first page only."""
    span = presenter.span_of(found)
    if not found.told or span is None:
        return {}
    gaps = gaps_in(found.told, *span, days)
    unseen = gaps_in(seen_only(found.told), *span, days)
    return {
        "chart": presenter.timeline_chart(found, gaps, span, days),
        "number": presenter.told_of(found.told),
        "days": days,
        "gaps": presenter.gap_rows(gaps),
        "unseen": presenter.gap_rows(unseen),
    }


@require_GET
def likely(request: HttpRequest, reference: str) -> HttpResponse:
    """Entries that probably contradict each other, each with why; and what was found out about others."""
    found = Merged(asking(request), reference)
    log_case(request, shown(found.case))
    pairs = likely_contradictions(found.told)
    marked = list(contradictions_of(found.case))
    known = [{side.entry_id for side in one.sides.all()} for one in marked]
    pairs = [one for one in pairs if not any({one.first, one.second} <= numbers for numbers in known)]
    numbers = {number for one in pairs for number in (one.first, one.second)}
    entries = {row.pk: row for row in entries_numbered(found.case, numbers)}
    context = {
        "case": found.case,
        "rows": presenter.likely_rows(pairs, entries, reference, marks=found.marks),
        "lifted": presenter.lifted_rows(marked),
    }
    return render(request, "reviews/likely.html", context)


@require_http_methods(["GET", "POST"])
def marking(request: HttpRequest, reference: str) -> HttpResponse:
    """Mark that entries contradict each other."""
    person = asking(request)
    found = marked_case(person, reference)
    asked = [
        int(number) for number in request.GET.getlist("entry") if number.isascii() and number.isdecimal() and len(number) < 10
    ]
    form = ContradictionForm(request.POST or None, initial={"entries": ", ".join(map(str, asked))})
    act = CaseAct(
        "Mark a contradiction",
        "Mark it",
        form,
        lambda _version: services.mark_contradiction(by=person, case=reference, **form.cleaned_data),
        "The contradiction has been marked. Both sides stay as they are.",
        explanation="Nothing is taken for right by it: every entry stays as its agency wrote it, with the mark.",
        template="reviews/mark.html",
        context={"entries": presenter.merged_rows(entries_numbered(found, asked), {}, reference, marks=False)},
    )
    return case_acted(request, _back_to_chronology(request, reference), act)


@require_http_methods(["GET", "POST"])
def lifting(request: HttpRequest, reference: str, contradiction: int) -> HttpResponse:
    """Say what was found out about a contradiction."""
    person = asking(request)
    row = contradiction_to_lift(person, reference, contradiction)
    form = FoundOutForm(request.POST or None)
    act = CaseAct(
        "Say what was found out",
        "Save",
        form,
        lambda _version: services.lift_contradiction(by=person, case=reference, contradiction=contradiction, **form.cleaned_data),
        "What was found out has been saved.",
        explanation=row.note,
    )
    return case_acted(request, _back_to_chronology(request, reference), act)


def _back_to_chronology(request: HttpRequest, reference: str) -> Any:
    read = reader(request, reference, find=marked_case)

    def back() -> Any:
        case = read()
        case.url = reverse("reviews:chronology", args=[reference])
        return case

    return back


# -- taken out -----------------------------------------------------------------


def _chosen(found: Merged, given: Any) -> ChronologyFilter:
    form = ChronologyFilterForm(given, agencies=presenter.agency_choices(found.agencies))
    form.is_valid()
    return form.chosen


def _log_taken(request: HttpRequest, case: Case, action: Any) -> None:
    match = request.resolver_match
    log_look(
        by=asking(request),
        action=action,
        route=match.view_name if match else "",
        record_kind=kinds.CASE,
        record_reference=case.reference,
        children=children_behind(case.reference),
    )


@require_GET
def table(request: HttpRequest, reference: str) -> HttpResponse:
    """The entries that the page shows, all of them, as a spreadsheet."""
    person = asking(request)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    found = Merged(person, reference)
    entries = all_entries(found.case, _chosen(found, request.GET))
    notes = presenter.notes_by_entry(contradictions_of(found.case))
    _log_taken(request, found.case, Action.EXPORT)
    services.note_chronology_download(by=person, case=reference)
    return xlsx_download(presenter.chronology_table(found.case, walked(entries), notes))


@require_POST
def ask_for_copy(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for the entries that the page shows as PDF."""
    person = asking(request)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    found = Merged(person, reference)
    log_case(request, shown(found.case))
    try:
        made = services.ask_for_chronology_copy(
            by=person, case=reference, once=page_key(request), chosen=_chosen(found, request.POST)
        )
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("reviews:chronology", reference)
    return redirect("reviews:chronology_copy", made.reference)


@require_GET
def copy(request: HttpRequest, reference: str) -> HttpResponse:
    """How far the copy is; it looks again by itself, or on a press where there is no JavaScript."""
    found = copy_for(asking(request), reference)
    log_case(request, shown(found.case))
    return render(request, "work/copy/copy.html", _copy_context(found))


@require_GET
def progress(request: HttpRequest, reference: str) -> HttpResponse:
    """The part of that page that changes."""
    found = copy_for(asking(request), reference)
    log_case(request, shown(found.case))
    return render(request, "work/copy/progress.html", _copy_context(found))


@require_GET
def file(request: HttpRequest, reference: str) -> HttpResponse:
    """The PDF itself."""
    found = copy_for(asking(request), reference)
    content = file_of(found)
    _log_taken(request, found.case, Action.DOWNLOAD)
    return download(content, f"Chronology {found.case.reference}.pdf", "application/pdf")


def _copy_context(found: ChronologyCopy) -> dict[str, object]:
    return {
        **copy_page(found),
        "title": f"Chronology {found.case.reference}",
        "page_url": reverse("reviews:chronology_copy", args=[found.reference]),
        "progress_url": reverse("reviews:chronology_copy_progress", args=[found.reference]),
        "file_url": reverse("reviews:chronology_copy_file", args=[found.reference]),
        "back_url": reverse("reviews:chronology", args=[found.case.reference]),
        "again_url": reverse("reviews:ask_for_chronology_copy", args=[found.case.reference]),
        "section": "Reviews",
        "handling": presenter.PRIVATE,
    }
