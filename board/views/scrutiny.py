"""The scrutineer's notes and visits."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in
from board.forms.challenges import NoteInReportForm, ScrutinyNoteForm, ScrutinyStatementForm
from board.models import ScrutinyNote
from board.presenters.challenges import kept_note, note_row, statement_rows, stored_note, stored_statement
from board.selectors.challenges import ChallengeFilter, agencies_to_name, list_challenges
from board.selectors.scrutiny import list_notes, note_for, own_note, statement_of, years_to_speak_of
from board.services import scrutiny as services
from foundation.calendar import FinancialYear, InvalidPeriod
from foundation.errors import NotVisible
from foundation.versions import posted_version


@require_GET
def scrutiny_notes(request: HttpRequest) -> HttpResponse:
    """One's own notes and those that are shared, newest first."""
    after = request.GET.get("after", "")
    page = list_notes(asking(request), after)
    context = {
        "rows": [note_row(note) for note in page.rows],
        "next_url": f"?after={page.next_key}" if page.next_key else "",
        "first_url": reverse("board:scrutiny_notes") if after else "",
        "statements": statement_rows(years_to_speak_of(asking(request))),
    }
    return render(request, "board/scrutiny_notes.html", context)


@require_GET
def scrutiny_note(request: HttpRequest, reference: str) -> HttpResponse:
    """One note."""
    person = asking(request)
    note = note_for(person, reference)
    own = note.keeper_id == person.pk
    return render(request, "board/scrutiny_note.html", {"note": note, "row": note_row(note), "own": own})


def _form(request: HttpRequest, kept: ScrutinyNote | None = None) -> ScrutinyNoteForm:
    newest = list_challenges(asking(request), ChallengeFilter()).rows
    challenges = {one.reference: one.title for one in newest}
    if kept and kept.challenge:
        challenges[kept.challenge.reference] = kept.challenge.title
    return ScrutinyNoteForm(
        request.POST or None,
        agencies=agencies_to_name(kept.agency if kept else None),
        challenges=tuple(challenges.items()),
        initial=kept_note(kept) if kept else {},
    )


@require_http_methods(["GET", "POST"])
def new_scrutiny_note(request: HttpRequest) -> HttpResponse:
    """Write a note of one's own."""
    said, heading, button = "Your note has been saved. Nobody else can read it.", "Write a note", "Save the note"
    return filled_in(
        request, _form(request), services.write_scrutiny_note, back_url=reverse("board:scrutiny_notes"), said=said,
        heading=heading, button_text=button, caption="Scrutiny notes",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_scrutiny_note(request: HttpRequest, reference: str) -> HttpResponse:
    """Change a note of one's own."""
    note = own_note(asking(request), reference)
    version = posted_version(request.POST.get("version", ""))

    def do(**given: Any) -> object:
        return services.change_scrutiny_note(reference=reference, version=version, **given)

    return filled_in(
        request, _form(request, note), do, back_url=reverse("board:scrutiny_note", args=[reference]),
        said="Your note has been saved.", heading="Change the note", button_text="Save the note", caption="Scrutiny notes",
        version=note.version, stored=stored_note(note),
    )  # fmt: skip


@require_POST
def share_scrutiny_note(request: HttpRequest, reference: str) -> HttpResponse:
    """Share a note with the board, or keep it to oneself again."""
    shared = "share" in request.POST
    services.share_scrutiny_note(by=asking(request), reference=reference, shared=shared)
    messages.success(request, "The board can read this note now." if shared else "Nobody else can read this note any more.")
    return redirect("board:scrutiny_note", reference=reference)


@require_http_methods(["GET", "POST"])
def scrutiny_note_in_report(request: HttpRequest, reference: str) -> HttpResponse:
    """What the yearly report prints of a note of one's own."""
    note = own_note(asking(request), reference)
    version = posted_version(request.POST.get("version", ""))
    form = NoteInReportForm(request.POST or None, initial={"report_words": note.report_words})

    def do(**given: Any) -> object:
        return services.say_note_in_report(reference=reference, version=version, **given)

    return filled_in(
        request, form, do, back_url=reverse("board:scrutiny_note", args=[reference]), said="It has been saved for the report.",
        heading="The note in the yearly report", button_text="Save", caption=note.title, version=note.version,
        quoted=note.text, stored=[{"key": "Words for the report", "value": note.report_words or "None"}],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def scrutiny_statement(request: HttpRequest, year: str) -> HttpResponse:
    """One's own statement of a year, for the yearly report."""
    try:
        shown = FinancialYear.from_label(year)
    except InvalidPeriod:
        raise NotVisible from None
    found = statement_of(asking(request), shown)
    version = posted_version(request.POST.get("version", ""))
    kept = {"text": found.text, "in_report": "yes" if found.in_report else "no"} if found else {}
    form = ScrutinyStatementForm(request.POST or None, initial=kept)

    def do(*, in_report: str, **given: Any) -> object:
        return services.write_scrutiny_statement(year=shown, version=version, in_report=in_report == "yes", **given)

    return filled_in(
        request, form, do, back_url=reverse("board:scrutiny_notes"), said="Your statement has been saved.",
        heading=f"Your statement of {shown.label}", button_text="Save the statement", caption="Independent scrutiny",
        version=found.version if found else 0, stored=stored_statement(found) if found else [],
    )  # fmt: skip
