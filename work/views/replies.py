"""Answering the questionnaire of a request: its sections one by one, the check of all answers, and sending them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.access_log import Action, log_look
from accounts.asking import asking
from foundation.design.forms import PortalForm
from foundation.design.rows import ADD_ROW
from foundation.errors import NotAllowed, Refused
from work.forms import FilledQuestionnaire, HandOnForm, WaiveReplyForm, WithdrawReplyForm, questionnaire_form
from work.kinds import request_kinds
from work.models import Request
from work.presenters.clocks import clock_line
from work.presenters.passing import request_summary
from work.presenters.replies import answer_cards, asker_acts, chased_words, closed_words, file_rows, lost_texts, section_tasks
from work.rules.questions import Section
from work.selectors.recipients import colleagues_of
from work.selectors.replies import Reply, asks_for_it, chased_on, reply_asked_for, reply_for, reply_to_give
from work.selectors.requests import clock_of_request
from work.services.replies import chase_reply, hand_on_reply, save_reply, send_reply, waive_reply, withdraw_reply

LATER, REMOVE = "later", "remove"


def _log(request: HttpRequest, found: Reply, route: str) -> None:
    declared = request_kinds()[found.request.kind]
    log_look(
        by=asking(request),
        action=Action.VIEW,
        route=route,
        record_kind="request",
        record_reference=found.request.reference,
        children=declared.children(found.request.subject_reference),
    )


def _context(found: Reply) -> dict[str, object]:
    return {
        "found": found.request,
        "reply": found,
        "title": found.answer_set.version.questionnaire.title,
        "reply_url": reverse("work:reply", args=[found.request.reference]),
        "check_url": reverse("work:reply_check", args=[found.request.reference]),
    }


@require_GET
def reply(request: HttpRequest, reference: str) -> HttpResponse:
    """For those who answer the sections and how far each is; once it is sent, and for who asked, the answers to read."""
    found = reply_for(asking(request), reference)
    _log(request, found, "work:reply")
    declared = request_kinds()[found.request.kind]
    answering = found.ours and found.is_open
    asks = asks_for_it(asking(request), found.request)
    chased = chased_on(found.request) if asks else ()
    context = _context(found) | {
        "answering": answering,
        "line": clock_line(clock_of_request(found.request), manages=not found.ours),
        "rows": request_summary(found.request) + closed_words(found.request),
        "hand_on_url": reverse("work:hand_on_reply", args=[reference]) if answering and declared.handed_on else "",
        "acts": asker_acts(found, chased) if asks else {},
        "chased": chased_words(chased),
        "tasks": section_tasks(found) if answering else [],
        "cards": [] if found.is_open else answer_cards(found),
        "record_url": "" if found.ours else declared.address(found.request.subject_reference),
        "back_url": reverse("work:requests"),
    }
    return render(request, "work/reply.html", context)


@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The questions of one section. Whatever of them is in order is kept, also when something else is not."""
    found = reply_to_give(asking(request), reference)
    if not found.is_open:
        return _too_late(request, found, number)
    part = found.section(number)
    _log(request, found, "work:reply_section")
    form = _form(request, found, part)
    if request.method == "POST" and _kept(request, found, form):
        return _onwards(request, found, part)
    context = _context(found) | {
        "form": form,
        "part": part,
        "place": found.sections.index(part) + 1,
        "files": file_rows(found, part),
        "back_url": reverse("work:reply", args=[reference]),
    }
    return render(request, "work/reply_section.html", context, status=422 if form.errors else 200)


def _too_late(request: HttpRequest, found: Reply, number: int) -> HttpResponse:
    """A section that can be answered no more: whatever was written meanwhile is shown, to be copied."""
    part = next((part for part in found.sections if part.number == number), None)
    form = _form(request, found, part) if request.method == "POST" and part is not None else None
    lost = lost_texts(found, part, form.typed()) if form is not None and part is not None else []
    if not lost:
        return redirect("work:reply", reference=found.request.reference)
    context = _context(found) | {"cards": lost, "back_url": reverse("work:reply", args=[found.request.reference])}
    return render(request, "work/reply_too_late.html", context, status=422)


def _form(request: HttpRequest, found: Reply, part: Section) -> FilledQuestionnaire:
    posted = request.method == "POST"
    return questionnaire_form(
        found.shown_in(part),
        request.POST if posted else None,
        request.FILES if posted else None,
        answers=found.answers,
        draft=bool({LATER, REMOVE, ADD_ROW} & set(request.POST)),
    )


def _kept(request: HttpRequest, found: Reply, form: FilledQuestionnaire) -> bool:
    """Keep what is in order; whether that was everything. Each file is kept by itself, so that a bad one costs no answer."""
    by, reference = asking(request), found.request.reference
    form.is_valid()
    known = {question.key for question in found.questions}
    removed = [key for key in request.POST.getlist(REMOVE) if key in known]
    steps: list[dict[str, Any]] = [{"answers": form.answers(), "removed": removed}]
    steps += [{"files": {key: upload}} for key, upload in form.files_given().items()]
    for step in steps:
        try:
            save_reply(by=by, reference=reference, **step)
        except NotAllowed:
            raise
        except Refused as refused:
            form.refuse(refused)
    return not form.errors


def _onwards(request: HttpRequest, before: Reply, part: Section) -> HttpResponse:
    """To the overview, to this section again where an answer has brought up another question, or to the next one."""
    reference = before.request.reference
    if LATER in request.POST:
        messages.success(request, "Your answers are saved. You or a colleague can go on at any time before you send them.")
        return redirect("work:reply", reference=reference)
    if ADD_ROW in request.POST:
        messages.success(request, "Your answers are saved. There is an empty row more.")
        return redirect("work:reply_section", reference=reference, number=part.number)
    if REMOVE in request.POST:
        messages.success(request, "The file has been removed.")
        return redirect("work:reply_section", reference=reference, number=part.number)
    now = reply_to_give(asking(request), reference)
    shown_before = {question.pk for question in before.shown_in(part)}
    if any(question.pk not in shown_before for question in now.unanswered_in(part)):
        messages.success(request, "Your answers are saved. One of them leads to a further question on this page.")
        return redirect("work:reply_section", reference=reference, number=part.number)
    later = [section.number for section in now.sections if section.number > part.number]
    if "check" in request.GET or not later:
        return redirect("work:reply_check", reference=reference)
    return redirect("work:reply_section", reference=reference, number=later[0])


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, reference: str) -> HttpResponse:
    """All answers, to read once more and to send."""
    found = reply_to_give(asking(request), reference)
    if not found.is_open:
        return redirect("work:reply", reference=reference)
    _log(request, found, "work:reply_check")
    form = PortalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _sent(request, reference, form):
        messages.success(request, "Your answers have been sent.")
        return redirect("work:reply", reference=reference)
    context = _context(found) | {
        "form": form,
        "cards": answer_cards(found),
        "button_text": "Send answers",
        "back_url": reverse("work:reply", args=[reference]),
    }
    return render(request, "work/reply_check.html", context, status=422 if form.errors else 200)


def _sent(request: HttpRequest, reference: str, form: PortalForm) -> bool:
    try:
        send_reply(by=asking(request), reference=reference)
    except NotAllowed:
        raise
    except Refused as refused:
        form.refuse(refused)
        return False
    return True


@require_http_methods(["GET", "POST"])
def hand_on(request: HttpRequest, reference: str) -> HttpResponse:
    """Let a colleague of the agency go on with the answers."""
    person = asking(request)
    found = reply_to_give(person, reference)
    if not found.is_open or not request_kinds()[found.request.kind].handed_on:
        return redirect("work:reply", reference=reference)
    colleagues = [(one.reference, one.name) for one in colleagues_of(found.request, person)]
    form = HandOnForm(request.POST if request.method == "POST" else None, colleagues=colleagues)
    if request.method == "POST" and form.is_valid():
        try:
            hand_on_reply(by=person, reference=reference, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "Your colleague has been told by email. You can both go on with the answers.")
            return redirect("work:reply", reference=reference)
    context = {
        "form": form,
        "heading": "Hand it on to a colleague",
        "caption": f"Request {reference}, {found.request.to_agency.name}",
        "button_text": "Hand it on",
        "back_url": reverse("work:reply", args=[reference]),
    }
    return render(request, "work/form.html", context, status=422 if form.errors else 200)


@require_POST
def chase(request: HttpRequest, reference: str) -> HttpResponse:
    """Remind those who answer a late questionnaire."""
    found = reply_asked_for(asking(request), reference)
    try:
        chase_reply(by=asking(request), reference=reference)
    except NotAllowed:
        raise
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, f"{found.to_agency.name} has been reminded by email.")
    return redirect("work:reply", reference=reference)


@require_http_methods(["GET", "POST"])
def waive(request: HttpRequest, reference: str) -> HttpResponse:
    """Do without the answers of an agency."""
    found = reply_asked_for(asking(request), reference)
    form = WaiveReplyForm(request.POST if request.method == "POST" else None)
    said = f"You do without the answers of {found.to_agency.name}. They are told by email that there is news."
    return _closed(request, found, form, waive_reply, "Do without the answers", said)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the questionnaire back from an agency."""
    found = reply_asked_for(asking(request), reference)
    form = WithdrawReplyForm(request.POST if request.method == "POST" else None)
    said = f"The questionnaire is withdrawn from {found.to_agency.name}. They are told by email that there is news."
    return _closed(request, found, form, withdraw_reply, "Withdraw the questionnaire", said)


def _closed(
    request: HttpRequest, found: Request, form: PortalForm, close: Callable[..., Request], heading: str, said: str
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            close(by=asking(request), reference=found.reference, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, said)
            return redirect("work:reply", reference=found.reference)
    context = {
        "form": form,
        "heading": heading,
        "caption": f"Request {found.reference}, {found.to_agency.name}",
        "button_text": heading,
        "back_url": reverse("work:reply", args=[found.reference]),
    }
    return render(request, "work/form.html", context, status=422 if form.errors else 200)
