"""An action plan that comes in as a file, step by step."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.rate_limits import EXPORTING, allowed, too_many
from board.forms.importing import ColumnsForm, NamesForm, PlanFileForm
from board.models import PlanImport
from board.plan_files.columns import proposed, samples_of
from board.presenters.importing import (
    before_words,
    judged_row,
    left_rows,
    outcome_numbers,
    owner_choices,
    put_right_table,
    rows_words,
    said_ratings,
)
from board.selectors.actions import agencies_that_lead, plan_for
from board.selectors.challenges import agencies_by_name
from board.selectors.importing import (
    LEAD,
    Judged,
    agencies_to_choose,
    file_of_import,
    import_for,
    judged_rows,
    owners_to_choose,
    people_to_choose,
    rows_of,
    taken_in_before,
    taken_rows,
)
from board.services import importing as services
from foundation.design.forms import PortalForm
from foundation.documents.opening import why_closed
from foundation.errors import Conflict, Refused
from foundation.exports import xlsx_download
from foundation.models import Document
from foundation.versions import posted_version

PAGE = 100
State = PlanImport.State


@require_http_methods(["GET", "POST"])
def import_plan(request: HttpRequest, reference: str) -> HttpResponse:
    """Give a file with actions of a plan."""
    plan = plan_for(asking(request), reference)
    form = PlanFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            begun = services.begin_plan_import(by=asking(request), plan_reference=reference, file=form.cleaned_data["file"])
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("board:plan_import_columns", begun.reference)
    context = {
        "form": form,
        "heading": "Take actions in from a file",
        "caption": plan.title,
        "button_text": "Continue",
        "back_url": reverse("board:plan", args=[reference]),
    }
    return render(request, "layouts/one_form.html", context, status=422 if request.method == "POST" else 200)


def _open(request: HttpRequest, reference: str) -> PlanImport | None:
    """The file while it is looked through; nothing once that is over."""
    found = import_for(asking(request), reference)
    return found if found.state == State.OPEN and found.cleared_at is None else None


def _saved(request: HttpRequest, form: PortalForm, found: PlanImport, do: Any, **page: Any) -> HttpResponse:
    """Save a step and go on to the rows, or show what is wrong beside its question."""
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            do(posted_version(request.POST.get("version", "")))
        except Conflict as conflict:
            form.refuse(conflict)
            status = 409
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("board:plan_import", found.reference)
    version = found.version if request.method == "GET" or status == 409 else request.POST.get("version", found.version)
    context = {"form": form, "found": found, "version": version, **page}
    return render(request, "board/plan_import_step.html", context, status=status)


@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, reference: str) -> HttpResponse:
    """Say what each column holds."""
    found = _open(request, reference)
    if found is None:
        return redirect("board:plan_import", reference)
    rows, meanings = rows_of(found), found.meanings or proposed(found.labels)
    form = ColumnsForm(
        request.POST or None,
        columns=[(label, samples_of(rows, place)) for place, label in enumerate(found.labels)],
        agencies=agencies_that_lead(),
        initial={
            **{f"column_{place}": meaning for place, meaning in enumerate(meanings)},
            "counted_from": found.counted_from,
            "as_at": found.as_at,
            "agency": found.agency.code if found.agency else "",
        },
    )

    def do(version: int) -> object:
        given = {name: form.cleaned_data[name] for name in ("counted_from", "as_at", "agency")}
        return services.name_columns(
            by=asking(request), reference=reference, version=version, meanings=form.meanings(), **given
        )  # fmt: skip

    lead = f"{len(rows)} rows were found under the headings of “{found.file_name}”. Check what each column holds."
    return _saved(request, form, found, do, heading="What does each column hold?", lead=lead, button_text="Try it out")


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, reference: str) -> HttpResponse:
    """Say who is meant by words that name nobody on the portal."""
    found = _open(request, reference)
    if found is None or not found.meanings:
        return redirect("board:plan_import", reference)
    form = _names_form(request, found, judged_rows(found))

    def do(version: int) -> object:
        return services.choose_for_import(
            by=asking(request), reference=reference, version=version, owners=form.chosen("owner", LEAD),
            agencies=form.chosen("agency"),
        )  # fmt: skip

    lead = "These words of the file name nobody on the portal. They are kept beside whoever you choose."
    return _saved(request, form, found, do, heading="Who is meant?", lead=lead, button_text="Save who is meant")


def _names_form(request: HttpRequest, found: PlanImport, judged: list[Judged]) -> NamesForm:
    people, agencies = people_to_choose(judged), agencies_that_lead()
    led = {row.draft.row.number for row in judged if row.agency is not None}
    owners = [
        (words, rows_words(rows), owner_choices(people, agencies, has_agency=set(rows) <= led))
        for words, rows in owners_to_choose(found, judged).items()
    ]
    unknown = [(words, rows_words(rows), agencies) for words, rows in agencies_to_choose(judged, agencies_by_name()).items()]
    kept = found.chosen
    initial = {f"owner_{place}": kept.get("owners", {}).get(one[0].casefold(), "") for place, one in enumerate(owners)}
    initial |= {f"agency_{place}": kept.get("agencies", {}).get(one[0].casefold(), "") for place, one in enumerate(unknown)}
    return NamesForm(request.POST or None, owners=owners, agencies=unknown, initial=initial)


@require_GET
def plan_import(request: HttpRequest, reference: str) -> HttpResponse:
    """What each row would become and what is wrong with the others; afterwards, what was taken in."""
    found = import_for(asking(request), reference)
    if found.state != State.OPEN or found.cleared_at is not None:
        context = {"found": found, "taken": taken_rows(found), "left": left_rows(found)}
        return render(request, "board/plan_import_done.html", context)
    if not found.meanings:
        return redirect("board:plan_import_columns", reference)
    judged = judged_rows(found)
    only = request.GET.get("only") == "wrong"
    listed = [row for row in judged if row.wrong] if only else judged
    begin = max(0, posted_version(request.GET.get("after", "")))
    query = {"only": "wrong"} if only else {}
    document = file_of_import(found)
    context = {
        "found": found,
        "numbers": outcome_numbers(judged),
        "ratings": said_ratings(judged),
        "good": sum(row.is_good for row in judged),
        "wrong": sum(bool(row.wrong) for row in judged),
        "only": only,
        "rows": [judged_row(row) for row in listed[begin : begin + PAGE]],
        "next_url": f"?{urlencode({**query, 'after': begin + PAGE})}" if begin + PAGE < len(listed) else "",
        "first_url": f"?{urlencode(query)}" if begin else "",
        "to_choose": bool(owners_to_choose(found, judged) or agencies_to_choose(judged, agencies_by_name())),
        "before": before_words(taken_in_before(found)),
        "closed": why_closed(document) if document and document.state == Document.State.INFECTED else "",
        "seen": services.seen_words(judged),
    }
    return render(request, "board/plan_import.html", context)


@require_POST
def take_in(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the good rows in."""
    version, seen = posted_version(request.POST.get("version", "")), request.POST.get("seen", "")
    try:
        found = services.take_in_plan(by=asking(request), reference=reference, version=version, seen=seen)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        number = taken_rows(found)
        messages.success(request, f"{number} {'action was' if number == 1 else 'actions were'} taken in.")
    return redirect("board:plan_import", reference)


@require_POST
def give_up(request: HttpRequest, reference: str) -> HttpResponse:
    """Take nothing in."""
    found = import_for(asking(request), reference)
    try:
        services.give_up_import(by=asking(request), reference=reference)
    except Refused as refused:
        messages.warning(request, refused.sentence)
        return redirect("board:plan_import", reference)
    messages.success(request, "The file was given up. Nothing of it was taken in.")
    return redirect("board:plan", found.plan.reference)


@require_GET
def rows_to_put_right(request: HttpRequest, reference: str) -> HttpResponse:
    """The rows that cannot be taken in as they are, with the reasons, to be corrected and sent again."""
    found = import_for(asking(request), reference)
    if not allowed(EXPORTING, asking(request).reference):
        return too_many(request)
    if found.state == State.OPEN and found.meanings:
        wrong = {row.draft.row.number: row.wrong for row in judged_rows(found) if row.wrong}
    else:
        wrong = {row["row"]: row["wrong"] for row in left_rows(found)}
    rows = [(row, wrong[row.number]) for row in rows_of(found) if row.number in wrong]
    return xlsx_download(put_right_table(found.labels, rows))
