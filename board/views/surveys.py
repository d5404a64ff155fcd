"""Results of surveys: the list, one survey with its pictures, and what may leave the portal of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.filling import filled_in
from accounts.rate_limits import EXPORTING, allowed, too_many
from board.forms.voice import QuestionForm, SurveyForm
from board.models import VoiceSurvey
from board.presenters.voice import (
    kept_question,
    kept_survey,
    question_rows,
    stored_survey,
    survey_row,
    survey_table,
)
from board.selectors.challenges import agencies_to_name
from board.selectors.surveys import list_surveys, question_at, questions_of, survey_for, told_outside
from board.services import surveys as services
from foundation.design.forms import PortalForm
from foundation.errors import NotVisible, Refused
from foundation.exports import xlsx_download
from foundation.small_numbers import rounded
from foundation.versions import posted_version

MOST_QUESTIONS = 60


@require_GET
def surveys(request: HttpRequest) -> HttpResponse:
    """The surveys, newest first, some at a time."""
    after = request.GET.get("after", "")
    page = list_surveys(asking(request), after)
    context = {
        "rows": [survey_row(one) for one in page.rows],
        "next_url": f"?after={page.next_key}" if page.next_key else "",
        "first_url": reverse("board:surveys") if after else "",
    }
    return render(request, "board/surveys.html", context)


@require_GET
def survey(request: HttpRequest, reference: str) -> HttpResponse:
    """One survey: whom it asked, how many answered, and each question as a picture with its table."""
    found = survey_for(asking(request), reference)
    questions = questions_of(found)
    context = {
        "one": found,
        "row": survey_row(found),
        "questions": question_rows(questions),
        "next_position": max((question.position for question in questions), default=0) + 1,
    }
    return render(request, "board/survey.html", context)


@require_GET
def survey_export(request: HttpRequest, reference: str) -> HttpResponse:
    """The results as they may leave the portal: small numbers are not told."""
    if not allowed(EXPORTING, asking(request).reference):
        return too_many(request)
    found = survey_for(asking(request), reference)
    told = told_outside(questions_of(found))
    return xlsx_download(survey_table(found, told, rounded(found.answered), rounded(found.sent)))


def _survey_form(request: HttpRequest, found: VoiceSurvey | None = None) -> SurveyForm:
    agencies = agencies_to_name(found.agency if found else None)
    return SurveyForm(request.POST or None, agencies=agencies, initial=kept_survey(found) if found else {})


@require_http_methods(["GET", "POST"])
def new_survey(request: HttpRequest) -> HttpResponse:
    """Record a survey."""
    said, heading, button = "The survey has been recorded.", "Record a survey", "Save the survey"
    back = reverse("board:surveys")
    return filled_in(
        request, _survey_form(request), services.record_survey, back_url=back, said=said, heading=heading, button_text=button,
        caption="Voice",
    )  # fmt: skip


def _of_survey(request: HttpRequest, found: VoiceSurvey, form: PortalForm, do: Any, said: str, **page: Any) -> HttpResponse:
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request, form, lambda **given: do(reference=found.reference, version=version, **given), said=said, caption=found.title,
        back_url=reverse("board:survey", args=[found.reference]), version=found.version,
        stored=stored_survey(found, questions_of(found)), **page,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_survey(request: HttpRequest, reference: str) -> HttpResponse:
    """Put a survey right."""
    found = survey_for(asking(request), reference)
    said, heading = "The survey has been saved.", "Put the survey right"
    form = _survey_form(request, found)
    return _of_survey(request, found, form, services.change_survey, said, heading=heading, button_text="Save the survey")


@require_http_methods(["GET", "POST"])
def survey_question(request: HttpRequest, reference: str, position: int) -> HttpResponse:
    """Write down a question with its counted answers, or take it out."""
    found = survey_for(asking(request), reference)
    if not 1 <= position <= MOST_QUESTIONS:
        raise NotVisible
    there = question_at(found, position)
    if there is not None and request.method == "POST" and "remove" in request.POST:
        version = posted_version(request.POST.get("version", ""))
        try:
            services.remove_survey_question(by=asking(request), reference=reference, version=version, position=position)
        except Refused as refused:
            messages.warning(request, refused.sentence)
        else:
            messages.success(request, "The question has been taken out.")
        return redirect("board:survey", reference=reference)

    def put(**given: Any) -> Any:
        return services.put_survey_question(position=position, **given)

    form = QuestionForm(request.POST or None, initial=kept_question(there) if there else {})
    return _of_survey(
        request, found, form, put, "The question has been saved.", heading=f"Question {position}",
        button_text="Save the question", remove_text="Take it out" if there else "",
    )  # fmt: skip
