"""Writing questionnaires: the list, a version with its questions, one question, publishing."""

from typing import Any, Literal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from foundation.design.forms import PortalForm
from foundation.design.rows import ADD_ROW
from foundation.errors import Refused
from work.forms import AskForm, OccasionsForm, QuestionForm, QuestionnaireForm, question_initial, questionnaire_form
from work.kinds import questionnaire_kinds
from work.models import Question, QuestionnaireVersion
from work.models.questionnaires import ASKED_OF_AGENCIES
from work.presenters import question_rows, version_rows
from work.presenters.questionnaires import when_words
from work.presenters.replies import asked_rows
from work.selectors.questionnaires import (
    in_use_or_newest,
    kinds_written_by,
    question_of,
    questionnaire_written_by,
    questionnaires_written_by,
    questions_of,
    version_written_by,
    versions_of,
)
from work.selectors.replies import agencies_to_choose, asked_to_answer
from work.services.questionnaires import (
    create_questionnaire,
    move_question,
    publish_version,
    remove_question,
    save_question,
    set_when_asked,
    start_version,
)
from work.services.replies import ask_to_answer


def _version_url(of: QuestionnaireVersion) -> str:
    return reverse("work:version", args=[of.questionnaire.code, of.number])


def _refused(form: PortalForm, refused: Refused) -> None:
    form.refuse(refused)


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Every questionnaire with the version in use and the draft."""
    rows = [
        (each, version_rows(list(each.versions.all())), when_words(each, in_use_or_newest(each)))
        for each in questionnaires_written_by(asking(request))
    ]
    return render(request, "work/questionnaires.html", {"rows": rows, "asks_agencies": ASKED_OF_AGENCIES})


@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Begin a questionnaire."""
    form = QuestionnaireForm(request.POST if request.method == "POST" else None, kinds=kinds_written_by(asking(request)))
    if request.method == "POST" and form.is_valid():
        try:
            created = create_questionnaire(by=asking(request), **form.answers())
        except Refused as refused:
            _refused(form, refused)
        else:
            if questionnaire_kinds()[created.kind].asked:
                return redirect("work:when_asked", code=created.code)
            return redirect("work:version", code=created.code, number=1)
    context = {"form": form, "heading": "New questionnaire", "back_url": reverse("work:questionnaires")}
    return render(request, "work/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def when_asked(request: HttpRequest, code: str) -> HttpResponse:
    """On which occasions the draft of a questionnaire is asked, for kinds that have some."""
    found = questionnaire_written_by(asking(request), code)
    kind = questionnaire_kinds()[found.kind]
    newest = found.versions.all()[0]
    if not kind.asked or newest.state != QuestionnaireVersion.State.DRAFT:
        return redirect(_version_url(newest))
    initial = {"occasions": newest.occasions}
    form = OccasionsForm(request.POST if request.method == "POST" else None, initial=initial, kind=kind)
    if request.method == "POST" and form.is_valid():
        try:
            set_when_asked(by=asking(request), code=code, occasions=form.cleaned_data["occasions"])
        except Refused as refused:
            _refused(form, refused)
        else:
            messages.success(request, "Saved. It holds once you publish this version, for whatever is begun from then on.")
            return redirect(_version_url(newest))
    context = {"form": form, "heading": f"When to ask: {found.title}", "back_url": _version_url(newest)}
    return render(request, "work/form.html", context, status=422 if form.errors else 200)


@require_POST
def new_version(request: HttpRequest, code: str) -> HttpResponse:
    """Begin a draft from the newest version."""
    draft = start_version(by=asking(request), code=code)
    messages.success(request, f"Version {draft.number} is a draft now. Nobody sees it before you publish it.")
    return redirect("work:version", code=code, number=draft.number)


@require_GET
def version_page(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The questions of a version, with what can be done while it is a draft."""
    found = version_written_by(asking(request), code, number)
    context = {
        "version": found,
        "when": when_words(found.questionnaire, found),
        "occasions": questionnaire_kinds()[found.questionnaire.kind].asked,
        "is_draft": found.state == QuestionnaireVersion.State.DRAFT,
        "versions": version_rows(versions_of(found.questionnaire)),
        "rows": question_rows(questions_of(found)),
        "back_url": reverse("work:questionnaires"),
    }
    return render(request, "work/version.html", context)


@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The version as those who answer will see it; what is filled in here is checked and not kept."""
    found = version_written_by(asking(request), code, number)
    posted = request.method == "POST"
    form = questionnaire_form(questions_of(found), request.POST if posted else None, request.FILES if posted else None)
    if ADD_ROW in request.POST:
        form = questionnaire_form(questions_of(found), answers=form.typed())
    elif posted and form.is_valid():
        messages.success(request, "These answers would be accepted. Nothing has been kept.")
        return redirect(_version_url(found))
    context = {"form": form, "version": found, "button_text": "Check the answers", "back_url": _version_url(found)}
    return render(request, "work/preview.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Put the draft into use, after a word of warning."""
    found = version_written_by(asking(request), code, number)
    form = PortalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            publish_version(by=asking(request), version_id=found.pk)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"Version {found.number} is in use now.")
            return redirect(_version_url(found))
    context = {"form": form, "version": found, "button_text": "Publish this version", "back_url": _version_url(found)}
    return render(request, "work/publish.html", context, status=422 if form.errors else 200)


def _question_page(request: HttpRequest, found: QuestionnaireVersion, question: Question | None) -> HttpResponse:
    earlier = [each for each in questions_of(found) if question is None or each.position < question.position]
    initial = question_initial(question) if question else {"required": "yes"}
    form = QuestionForm(request.POST if request.method == "POST" else None, initial=initial, earlier=earlier)
    if request.method == "POST" and form.is_valid():
        answers: dict[str, Any] = form.answers()
        try:
            save_question(by=asking(request), version_id=found.pk, key=question.key if question else "", **answers)
        except Refused as refused:
            _refused(form, refused)
        else:
            messages.success(request, "The question has been saved.")
            return redirect(_version_url(found))
    heading = "Change the question" if question else "Add a question"
    context = {
        "form": form,
        "heading": heading,
        "version": found,
        "button_text": "Save question",
        "back_url": _version_url(found),
    }
    return render(request, "work/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def new_question(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Add a question to the end of a draft."""
    return _question_page(request, version_written_by(asking(request), code, number), None)


@require_http_methods(["GET", "POST"])
def edit_question(request: HttpRequest, code: str, number: int, key: str) -> HttpResponse:
    """Change a question of a draft."""
    found = version_written_by(asking(request), code, number)
    return _question_page(request, found, question_of(found, key))


@require_POST
def move(request: HttpRequest, code: str, number: int, key: str) -> HttpResponse:
    """Move a question up or down."""
    found = version_written_by(asking(request), code, number)
    direction: Literal["up", "down"] = "up" if request.POST.get("direction") == "up" else "down"
    try:
        move_question(by=asking(request), version_id=found.pk, key=key, direction=direction)
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect(_version_url(found))


@require_POST
def remove(request: HttpRequest, code: str, number: int, key: str) -> HttpResponse:
    """Take a question out of a draft."""
    found = version_written_by(asking(request), code, number)
    try:
        remove_question(by=asking(request), version_id=found.pk, key=key)
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, "The question has been removed.")
    return redirect(_version_url(found))


@require_GET
def asked(request: HttpRequest, code: str) -> HttpResponse:
    """Who was asked to answer a questionnaire, and what came back."""
    found = questionnaire_written_by(asking(request), code)
    context = {
        "questionnaire": found,
        "in_use": any(each.state == QuestionnaireVersion.State.PUBLISHED for each in found.versions.all()),
        "rows": asked_rows(asked_to_answer(found.code)),
        "back_url": reverse("work:questionnaires"),
    }
    return render(request, "work/asked.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """Ask agencies to answer the version in use."""
    found = questionnaire_written_by(asking(request), code)
    form = AskForm(request.POST if request.method == "POST" else None, agencies=agencies_to_choose())
    if request.method == "POST" and form.is_valid():
        try:
            sent = ask_to_answer(by=asking(request), code=found.code, **form.cleaned_data)
        except Refused as refused:
            _refused(form, refused)
        else:
            messages.success(request, f"{len(sent)} {'agency was' if len(sent) == 1 else 'agencies were'} asked.")
            return redirect("work:asked", code=found.code)
    context = {
        "form": form,
        "heading": f"Ask agencies to answer: {found.title}",
        "button_text": "Ask them",
        "back_url": reverse("work:asked", args=[found.code]),
    }
    return render(request, "work/form.html", context, status=422 if form.errors else 200)
