"""Letters of the executive: the list, one letter with its replies, and what is done with it."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in
from accounts.rate_limits import EXPORTING, allowed, too_many
from board.access import BOARD
from board.forms.letters import (
    AddresseesForm,
    CloseLetterForm,
    LetterDueForm,
    LettersFilterForm,
    LetterWordsForm,
    NewLetterForm,
    RecordReplyForm,
    RepliesFilterForm,
    ReplyForm,
)
from board.models import Letter
from board.presenters.actions import filter_chips
from board.presenters.files import file_rows
from board.presenters.letters import (
    addressee_words,
    asking_row,
    kept_letter,
    kept_reply,
    letter_row,
    move_rows,
    reminded_words,
    replies_table,
    reply_numbers,
    rows_with_files,
    stored_letter,
    stored_reply,
)
from board.selectors.challenges import agencies_to_name
from board.selectors.letters import (
    addressee_for,
    asked_by,
    asking_of,
    counts_of,
    exported_addressees,
    files_of_letter,
    files_of_replies,
    kinds_to_write_to,
    letter_for,
    list_addressees,
    list_letters,
    may_reply,
    moves_of,
    years_with_letters,
)
from board.services import letter_asking
from board.services import letters as services
from foundation import clock
from foundation.design.forms import PortalForm
from foundation.errors import Refused
from foundation.exports import xlsx_download
from foundation.versions import posted_version


@require_GET
def letters(request: HttpRequest) -> HttpResponse:
    """The letters, newest first, fifty at a time, each with how many have replied."""
    person, after = asking(request), request.GET.get("after", "")
    form = LettersFilterForm(request.GET, years=years_with_letters(person))
    form.is_valid()
    query = {name: str(value) for name, value in form.cleaned_data.items() if value}
    page = list_letters(person, form.cleaned_data.get("year") or "", after)
    counts = counts_of(person, page.rows)
    context = {
        "rows": [letter_row(one, counts[one.pk], clock.today()) for one in page.rows],
        "filter_form": form,
        "chips": filter_chips(form, query, reverse("board:letters")),
        "clear_url": reverse("board:letters"),
        "next_url": f"?{urlencode({**query, 'after': page.next_key})}" if page.next_key else "",
        "first_url": f"?{urlencode(query)}" if after else "",
        "query": urlencode(query),
    }
    return render(request, "board/letters.html", context)


@require_GET
def letter(request: HttpRequest, reference: str) -> HttpResponse:
    """One letter, how many replied what, and those to whom it went, fifty at a time."""
    person, after = asking(request), request.GET.get("after", "")
    found = letter_for(person, reference)
    form = RepliesFilterForm(request.GET)
    form.is_valid()
    wanted = form.cleaned_data.get("reply") or ""
    page = list_addressees(person, found, wanted, after)
    query = {"reply": wanted} if wanted else {}
    counts = counts_of(person, [found])[found.pk]
    context = {
        "letter": found,
        "row": letter_row(found, counts, clock.today()),
        "numbers": reply_numbers(found, counts, clock.today()),
        "files": file_rows(files_of_letter(found)),
        "addressees": rows_with_files(page.rows, files_of_replies(page.rows)),
        "to_answer": [one.request for one in page.rows if not BOARD.admits(person) and may_reply(person, one)],
        "asking": asking_row(found, asking_of(found)) if BOARD.admits(person) else None,
        "moves": move_rows(moves_of(found)),
        "filter_form": form,
        "wanted": wanted,
        "next_url": f"?{urlencode({**query, 'after': page.next_key})}" if page.next_key else "",
        "first_url": f"?{urlencode(query)}" if after else "",
    }
    return render(request, "board/letter.html", context)


@require_GET
def letter_progress(request: HttpRequest, reference: str) -> HttpResponse:
    """How far the asking is: the part of the letter's page that changes."""
    found = letter_for(asking(request), reference)
    return render(request, "board/letter_progress.html", {"asking": asking_row(found, asking_of(found))})


@require_GET
def letter_export(request: HttpRequest, reference: str) -> HttpResponse:
    """All to whom a letter went with their replies, as a spreadsheet."""
    if not allowed(EXPORTING, asking(request).reference):
        return too_many(request)
    found = letter_for(asking(request), reference)
    return xlsx_download(replies_table(found, exported_addressees(asking(request), found)))


@require_http_methods(["GET", "POST"])
def new_letter(request: HttpRequest) -> HttpResponse:
    """Send a letter."""
    form = NewLetterForm(
        request.POST if request.method == "POST" else None, request.FILES or None, kinds=kinds_to_write_to(),
        agencies=agencies_to_name(), initial={"sent_on": clock.today()},
    )  # fmt: skip
    return filled_in(
        request, form, services.send_letter, back_url=reverse("board:letters"),
        said="The letter has been recorded, and its addressees are asked for a reply.", heading="Record a letter",
        button_text="Save the letter and ask for replies", caption="Letters of the executive",
    )  # fmt: skip


def _of_letter(request: HttpRequest, found: Letter, form: PortalForm, do: Any, said: str, **page: Any) -> HttpResponse:
    back = reverse("board:letter", args=[found.reference])
    return filled_in(request, form, do, back_url=back, said=said, caption=found.title, **page)


@require_http_methods(["GET", "POST"])
def change_letter(request: HttpRequest, reference: str) -> HttpResponse:
    """Put right what is written down of a letter."""
    found = letter_for(asking(request), reference)
    form = LetterWordsForm(request.POST or None, initial=kept_letter(found))
    version = posted_version(request.POST.get("version", ""))

    def do(**given: Any) -> object:
        return services.change_letter(reference=reference, version=version, **given)

    return _of_letter(
        request, found, form, do, "The letter has been saved.", heading="Put the letter right", button_text="Save the letter",
        version=found.version, stored=stored_letter(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_addressees(request: HttpRequest, reference: str) -> HttpResponse:
    """Send a letter to more addressees."""
    found = letter_for(asking(request), reference)
    form = AddresseesForm(
        request.POST or None, kinds=kinds_to_write_to(), agencies=agencies_to_name(), initial={"sent_on": clock.today()}
    )

    def do(**given: Any) -> object:
        return services.add_addressees(reference=reference, **given)

    said, heading = "The addressees have been added.", "Add addressees"
    return _of_letter(request, found, form, do, said, heading=heading, button_text="Add them and ask for replies")


@require_http_methods(["GET", "POST"])
def move_letter_due(request: HttpRequest, reference: str) -> HttpResponse:
    """Give a letter another day."""
    found = letter_for(asking(request), reference)
    form = LetterDueForm(request.POST or None, initial={"reply_due_on": found.reply_due_on})
    version = posted_version(request.POST.get("version", ""))

    def do(**given: Any) -> object:
        return letter_asking.move_letter_due(reference=reference, version=version, **given)

    return _of_letter(
        request, found, form, do, "The day has been moved. Those who were asked and have not replied are told.",
        heading="Move the day of the reply", button_text="Move the day", version=found.version, stored=stored_letter(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def close_letter(request: HttpRequest, reference: str) -> HttpResponse:
    """Close a letter with what came of it."""
    found = letter_for(asking(request), reference)
    form = CloseLetterForm(request.POST or None, initial={"closed_on": clock.today()})
    version = posted_version(request.POST.get("version", ""))

    def do(**given: Any) -> object:
        return services.close_letter(reference=reference, version=version, **given)

    return _of_letter(
        request, found, form, do, "The letter is closed.", heading="Close the letter", button_text="Close the letter",
        version=found.version, stored=stored_letter(found),
    )  # fmt: skip


@require_POST
def chase_letter(request: HttpRequest, reference: str) -> HttpResponse:
    """Remind those who have not replied."""
    letter_for(asking(request), reference)
    try:
        number = services.chase_letter(by=asking(request), reference=reference)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        (messages.success if number else messages.warning)(request, reminded_words(number))
    return redirect("board:letter", reference=reference)


@require_http_methods(["GET", "POST"])
def record_reply(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down a reply that came another way."""
    found = addressee_for(asking(request), reference)
    form = RecordReplyForm(
        request.POST if request.method == "POST" else None, request.FILES or None,
        initial={"replied_on": clock.today(), **kept_reply(found)},
    )  # fmt: skip
    version = posted_version(request.POST.get("version", ""))

    def do(**given: Any) -> object:
        return services.record_reply(reference=reference, version=version, **given)

    return filled_in(
        request, form, do, back_url=reverse("board:letter", args=[found.letter.reference]),
        said=f"The reply of {addressee_words(found)} has been written down.", heading="Write down a reply",
        button_text="Save the reply", caption=f"{addressee_words(found)}: {found.letter.title}", version=found.version,
        stored=stored_reply(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def reply_to_letter(request: HttpRequest, reference: str) -> HttpResponse:
    """An agency's reply; once it is given, or where the reader does not answer for the agency, the letter itself."""
    person = asking(request)
    found = asked_by(person, reference)
    back = reverse("board:letter", args=[found.letter.reference])
    if not may_reply(person, found):
        return redirect(back)
    form = ReplyForm(request.POST if request.method == "POST" else None, request.FILES or None)

    def do(*, by: Any, document: Any, **given: Any) -> object:
        return services.reply_to_letter(by=by, reference=reference, documents=[document] if document else [], **given)

    return filled_in(
        request, form, do, back_url=back, said="Your reply has been sent.", heading=found.letter.title,
        button_text="Send the reply", caption=f"Letter of the executive to {addressee_words(found)}", quoted=found.letter.text,
        files=file_rows(files_of_letter(found.letter)),
        template="board/form.html",
    )  # fmt: skip
