"""The challenge log: the list, one challenge, and what is written on it."""

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
from board.forms.challenges import (
    ActOnChallengeForm,
    AnswerForm,
    ChallengeFilesForm,
    ChallengeFilterForm,
    ChallengeForm,
    OutcomeForm,
)
from board.forms.themes import TagForm
from board.models import Challenge
from board.presenters.actions import filter_chips
from board.presenters.challenges import (
    challenge_numbers,
    challenge_row,
    challenge_table,
    entry_rows,
    kept_answers,
    note_row,
    stored_challenge,
    stored_entries,
    theme_links,
)
from board.presenters.files import file_rows
from board.presenters.recommendations import answering_rows
from board.rules import SETTLED
from board.selectors.challenges import (
    ChallengeFilter,
    actions_made_of,
    agencies_challenged,
    agencies_to_name,
    answers_for,
    challenge_for,
    challenge_to_show,
    count_challenges,
    entries_of,
    exported_challenges,
    files_of_challenge,
    keeps_the_log,
    list_challenges,
    meetings_to_name,
    plans_to_act_in,
    themes_of_challenge,
    years_with_challenges,
)
from board.selectors.recommendations import recommendations_to_answer
from board.selectors.scrutiny import notes_on
from board.selectors.themes import themes_in_lists, themes_to_choose
from board.services import challenge_files as files_services
from board.services import challenges as services
from foundation import clock
from foundation.design.forms import PortalForm
from foundation.errors import NotVisible
from foundation.exports import xlsx_download
from foundation.versions import posted_version


def _filter(request: HttpRequest) -> tuple[ChallengeFilter, ChallengeFilterForm]:
    person = asking(request)
    form = ChallengeFilterForm(
        request.GET,
        agencies=agencies_challenged(person),
        years=years_with_challenges(person),
        themes=themes_in_lists(),
    )
    form.is_valid()
    return ChallengeFilter(**{name: value for name, value in form.cleaned_data.items() if value}), form


@require_GET
def challenges(request: HttpRequest) -> HttpResponse:
    """The log, newest first, fifty at a time, with how many stand how."""
    wanted, form = _filter(request)
    person, after = asking(request), request.GET.get("after", "")
    page = list_challenges(person, wanted, after)
    query = {name: str(request.GET[name]) for name, value in form.cleaned_data.items() if value}
    context = {
        "rows": [challenge_row(one) for one in page.rows],
        "numbers": challenge_numbers(count_challenges(person)),
        "filter_form": form,
        "chips": filter_chips(form, query, reverse("board:challenges")),
        "clear_url": reverse("board:challenges"),
        "next_url": f"?{urlencode({**query, 'after': page.next_key})}" if page.next_key else "",
        "first_url": f"?{urlencode(query)}" if after else "",
        "query": urlencode(query),
    }
    return render(request, "board/challenges.html", context)


@require_GET
def challenges_export(request: HttpRequest) -> HttpResponse:
    """The same log, whole, as a spreadsheet."""
    if not allowed(EXPORTING, asking(request).reference):
        return too_many(request)
    wanted, _form = _filter(request)
    return xlsx_download(challenge_table(exported_challenges(asking(request), wanted)))


@require_GET
def challenge(request: HttpRequest, reference: str) -> HttpResponse:
    """One challenge with its answers and what came of it."""
    person = asking(request)
    found = challenge_to_show(person, reference)
    context = {
        "challenge": found,
        "row": challenge_row(found),
        "themes": theme_links(found),
        "entries": entry_rows(entries_of(found)),
        "may_open_meeting": found.opens_meeting,
        "notes": [note_row(note) for note in notes_on(person, found)] if found.has_notes else [],
        "actions": answering_rows(actions_made_of(person, found)) if found.has_actions else [],
        "files": file_rows(files_of_challenge(found)) if found.has_files else [],
        "may_add": answers_for(person, found) or keeps_the_log(person),
        "may_answer": answers_for(person, found) and found.outcome not in SETTLED,
        "keeps": keeps_the_log(person),
        "may_change": keeps_the_log(person) and found.answered_on is None,
    }
    return render(request, "board/challenge.html", context)


def _challenge_form(request: HttpRequest, kept: Challenge | None = None) -> ChallengeForm:
    named = (kept.raiser_agency, kept.about_agency) if kept else ()
    has = [theme.code for theme in themes_of_challenge(kept)] if kept else []
    return ChallengeForm(
        request.POST or None,
        agencies=agencies_to_name(*named),
        meetings=meetings_to_name(kept.meeting if kept else None),
        themes=themes_to_choose(has),
        initial=kept_answers(kept, has) if kept else {"raised_on": clock.today(), "meeting": request.GET.get("meeting", "")},
    )


@require_http_methods(["GET", "POST"])
def new_challenge(request: HttpRequest) -> HttpResponse:
    """Raise a challenge."""
    said, heading, button = "The challenge is in the log.", "Raise a challenge", "Save the challenge"
    return filled_in(
        request, _challenge_form(request), services.raise_challenge, back_url=reverse("board:challenges"), said=said,
        heading=heading, button_text=button, caption="Challenge log",
    )  # fmt: skip


def _of_challenge(request: HttpRequest, found: Challenge, form: PortalForm, do: Any, said: str, **page: Any) -> HttpResponse:
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request, form, lambda **given: do(reference=found.reference, version=version, **given), said=said, caption=found.title,
        back_url=reverse("board:challenge", args=[found.reference]), version=found.version, **page,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_challenge(request: HttpRequest, reference: str) -> HttpResponse:
    """Put a challenge right."""
    found = challenge_for(asking(request), reference)
    form, stored, said = _challenge_form(request, found), stored_challenge(found), "The challenge has been saved."
    heading, button = "Put the challenge right", "Save the challenge"
    return _of_challenge(
        request, found, form, services.change_challenge, said, heading=heading, button_text=button, stored=stored
    )


@require_http_methods(["GET", "POST"])
def tag_challenge(request: HttpRequest, reference: str) -> HttpResponse:
    """Say which themes a challenge is about."""
    found = challenge_for(asking(request), reference)
    has = [theme.code for theme in themes_of_challenge(found)]
    given = request.POST if request.method == "POST" else None
    form = TagForm(given, themes=themes_to_choose(has), initial={"themes": has})
    said, heading, button = "The themes have been saved.", "Themes of the challenge", "Save the themes"
    return _of_challenge(request, found, form, services.tag_challenge, said, heading=heading, button_text=button)


@require_http_methods(["GET", "POST"])
def answer_challenge(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down an answer."""
    found = challenge_for(asking(request), reference)
    if not answers_for(asking(request), found):
        raise NotVisible
    form, stored = AnswerForm(request.POST or None, initial={"answered_on": clock.today()}), stored_entries(entries_of(found))
    said, heading, button = "The answer has been saved.", "Answer the challenge", "Save the answer"
    return _of_challenge(
        request, found, form, services.answer_challenge, said, heading=heading, button_text=button, stored=stored
    )


@require_http_methods(["GET", "POST"])
def decide_challenge(request: HttpRequest, reference: str) -> HttpResponse:
    """Say what came of a challenge."""
    found = challenge_for(asking(request), reference)
    answered = found.answered_on is not None
    form = OutcomeForm(request.POST or None, answered=answered, initial={"decided_on": clock.today()})
    stored = stored_entries(entries_of(found))
    said, heading, button = "The outcome has been saved.", "What came of it?", "Save the outcome"
    return _of_challenge(
        request, found, form, services.decide_challenge, said, heading=heading, button_text=button, stored=stored
    )


@require_http_methods(["GET", "POST"])
def add_challenge_files(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep files with a challenge."""
    found = challenge_for(asking(request), reference)
    if not (answers_for(asking(request), found) or keeps_the_log(asking(request))):
        raise NotVisible
    form = ChallengeFilesForm(request.POST if request.method == "POST" else None, request.FILES or None)

    def do(**given: Any) -> object:
        return files_services.add_challenge_files(reference=reference, **given)

    return filled_in(
        request, form, do, said="The files have been kept. They open once they are found clean of viruses.", caption=found.title,
        back_url=reverse("board:challenge", args=[reference]), heading="Add files", button_text="Keep the files",
    )  # fmt: skip


@require_POST
def report_challenge(request: HttpRequest, reference: str) -> HttpResponse:
    """Put a challenge into the yearly report, or leave it out."""
    challenge_for(asking(request), reference)
    wanted = "in_report" in request.POST
    files_services.report_challenge(by=asking(request), reference=reference, in_report=wanted)
    said = "The challenge stands in the yearly report." if wanted else "The challenge is left out of the yearly report."
    messages.success(request, said)
    return redirect("board:challenge", reference=reference)


@require_GET
def act_on_challenge(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose the plan in which an action is made of a challenge; its form opens with what is known."""
    found = challenge_for(asking(request), reference)
    form = ActOnChallengeForm(
        request.GET if "plan" in request.GET else None, plans=plans_to_act_in(), recommendations=recommendations_to_answer()
    )
    if form.is_bound and form.is_valid():
        query = {"challenge": reference, "answers": form.cleaned_data["recommendation"]}
        url = reverse("board:new_action", args=[form.cleaned_data["plan"]])
        return redirect(f"{url}?{urlencode({name: value for name, value in query.items() if value})}")
    context = {"form": form, "challenge": found, "back_url": reverse("board:challenge", args=[reference])}
    return render(request, "board/challenge_action.html", context, status=422 if form.errors else 200)
