"""Entries of a return in the browser: typed, changed, struck, and taken in from a file that is tried out first."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.rate_limits import EXPORTING, allowed, too_many
from foundation import clock
from foundation.design import words
from foundation.errors import Refused
from foundation.exports import xlsx_download
from reviews.forms.returns import ChronologyFileForm, EntryForm, StrikeEntryForm
from reviews.models import AgencyReturn, ChronologyEntry, ChronologyUpload
from reviews.presenters.returns import judged_row, rows_to_put_right, template_table, when_words
from reviews.rules.chronology_dates import Day, spoken
from reviews.rules.chronology_rows import FileRow, Judged, judge
from reviews.selectors.returns import declared_return, entry_of, fingerprints_of, unsent_entry_of, upload_of
from reviews.selectors.sight import children_of
from reviews.services import entries as services
from reviews.views.returns import log_download, own_reader, return_case
from work.views.acting import CaseAct, case_acted, log_case

SHOWN = 100
LONGEST_NUMBER = 6


@require_http_methods(["GET", "POST"])
def adding(request: HttpRequest, reference: str) -> HttpResponse:
    """Add something that happened."""
    person = asking(request)
    declared_return(person, reference)
    form = EntryForm(request.POST or None, initial={"child_seen": "none", "significance": "routine"})
    act = CaseAct(
        "Add to the chronology",
        "Add it",
        form,
        lambda _version: services.add_entry(by=person, reference=reference, written=form.written),
        "It has been added.",
    )
    return case_acted(request, own_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def changing(request: HttpRequest, reference: str, entry: int) -> HttpResponse:
    """Change an entry that has not been sent."""
    person = asking(request)
    row = unsent_entry_of(person, reference, entry)
    form = EntryForm(request.POST or None, initial=_typed(row))
    act = CaseAct(
        "Change this entry",
        "Save",
        form,
        lambda _version: services.change_entry(by=person, reference=reference, entry=entry, written=form.written),
        "The entry has been saved.",
    )
    return case_acted(request, own_reader(request, reference), act)


def _typed(row: ChronologyEntry) -> dict[str, Any]:
    """An entry as it would be typed."""
    names = ("precision", "source", "persons", "event", "child_seen", "action", "significance", "analysis")
    return {
        **{name: getattr(row, name) for name in names},
        "when": spoken(Day(row.happened_on, row.precision)),
        "at": f"{row.at:%H:%M}" if row.at else "",
        "until": words.date(row.until) if row.until else "",
    }


@require_http_methods(["GET", "POST"])
def striking(request: HttpRequest, reference: str, entry: int) -> HttpResponse:
    """Take an entry out, with a reason."""
    person = asking(request)
    row = entry_of(person, reference, entry)
    form = StrikeEntryForm(request.POST or None)
    act = CaseAct(
        "Strike this entry",
        "Strike it",
        form,
        lambda _version: services.strike_entry(by=person, reference=reference, entry=entry, **form.cleaned_data),
        "The entry has been struck. It stays on the record with your reason.",
        explanation=f"{when_words(row)}: {row.event}",
    )
    return case_acted(request, own_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def uploading(request: HttpRequest, reference: str) -> HttpResponse:
    """Send a file with entries, to be tried out."""
    person = asking(request)
    found = declared_return(person, reference)
    form = ChronologyFileForm(request.POST if request.method == "POST" else None, request.FILES or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                made = services.try_upload(by=person, reference=reference, file=form.cleaned_data["file"])
            except Refused as refused:
                form.refuse(refused)
            else:
                return redirect("reviews:upload", reference, made.pk)
    case = return_case(found)
    log_case(request, case)
    context = {
        "heading": "Take entries in from a file",
        "caption": case.name,
        "form": form,
        "button_text": "Try it out",
        "back_url": case.url,
        "template_url": reverse("reviews:chronology_template", args=[reference]),
    }
    return render(request, "reviews/upload_form.html", context, status=status)


@require_GET
def template(request: HttpRequest, reference: str) -> HttpResponse:
    """The shape of such a file, to be filled in."""
    log_download(request, declared_return(asking(request), reference))
    return xlsx_download(template_table())


@require_http_methods(["GET", "POST"])
def trying_out(request: HttpRequest, reference: str, upload: int) -> HttpResponse:
    """What each row of a file would become, and taking in those that can be read."""
    person = asking(request)
    row = upload_of(person, reference, upload)
    if request.method == "POST":
        try:
            taken = services.take_in_upload(by=person, reference=reference, upload=upload)
        except Refused as refused:
            messages.error(request, refused.sentence)
            return redirect("reviews:upload", reference, upload)
        messages.success(request, f"{words.counted(taken.taken, 'entry was', 'entries were')} taken in.")
        return redirect(
            "reviews:upload" if taken.rows else "reviews:return", *([reference, upload] if taken.rows else [reference])
        )
    found = declared_return(person, reference)
    log_case(request, return_case(found))
    return render(request, "reviews/upload.html", _tried(found, row, request.GET))


def _judged(found: AgencyReturn, row: ChronologyUpload) -> list[Judged]:
    return judge(map(FileRow.from_json, row.rows), there=fingerprints_of(found), today=clock.today())


def _tried(found: AgencyReturn, row: ChronologyUpload, asked: Any) -> dict[str, Any]:
    """Those to put right first: nobody looks through thousands of rows for them."""
    judged = _judged(found, row)
    wrong = [one for one in judged if one.wrong]
    known = [one for one in judged if one.known]
    good = [one for one in judged if one.written is not None and not one.known]
    chosen = {"wrong": wrong, "known": known, "good": good}.get(asked.get("only", ""), [*wrong, *known, *good])
    start = _row_asked(asked.get("from", ""))
    shown = chosen[start : start + SHOWN]
    only = f"only={asked['only']}&" if asked.get("only") in ("wrong", "known", "good") else ""
    children = children_of(found.case) if found.letter.names_children else ()
    is_open = row.state == ChronologyUpload.State.OPEN
    counts = (
        (len(good), "Can be taken in", "good"),
        (len(wrong), "To put right", "wrong"),
        (len(known), "There already", "known"),
    )
    return {
        "found": found,
        "upload": row,
        "is_open": is_open,
        "heading": "What the file would become" if is_open else "Rows to put right",
        "numbers": [{"number": number, "label": label, "href": f"?only={key}"} for number, label, key in counts],
        "good": len(good) if is_open else 0,
        "wrong": len(wrong),
        "rows": [judged_row(one, children) for one in shown],
        "next_url": f"?{only}from={start + SHOWN}" if len(chosen) > start + SHOWN else "",
        "first_url": f"?{only}" if start else "",
    }


def _row_asked(text: str) -> int:
    """From which row on; the first for whatever says none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else 0


@require_GET
def to_put_right(request: HttpRequest, reference: str, upload: int) -> HttpResponse:
    """The rows of a file that cannot be taken in, to be put right and sent again."""
    person = asking(request)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    row = upload_of(person, reference, upload)
    found = declared_return(person, reference)
    log_download(request, found)
    return xlsx_download(rows_to_put_right(_judged(found, row)))


@require_POST
def giving_up(request: HttpRequest, reference: str, upload: int) -> HttpResponse:
    """Do without what is left of a file."""
    person = asking(request)
    log_case(request, return_case(declared_return(person, reference)))
    try:
        services.give_up_upload(by=person, reference=reference, upload=upload)
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, "The file is given up.")
    return redirect("reviews:return", reference)
