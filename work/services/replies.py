"""Requests that are answered by a questionnaire: asked of agencies, answered bit by bit, sent once."""

from collections.abc import Collection, Mapping
from datetime import date

from django.core.files.uploadedfile import UploadedFile

from accounts.access_table import acting_for
from accounts.models import Agency, Person
from foundation import clock as time
from foundation.actors import Actor
from foundation.calendar import end_of_day
from foundation.documents import documents_of, remove_document
from foundation.errors import NotVisible, Refused
from foundation.events import Subject, record
from foundation.service import service
from work.kinds import request_kinds
from work.models import AnswerSet, HandedOn, Request
from work.models.questionnaires import ASKED_OF_AGENCIES
from work.requests import ANSWERED, QUESTIONNAIRE
from work.rules.questions import Value
from work.selectors.questionnaires import answers_of, questionnaire
from work.selectors.recipients import colleagues_of, those_who_answer
from work.selectors.replies import answer_set_of
from work.selectors.requests import ANSWERED_BY, requests_to_answer
from work.services.answers import save_answers, submit_answers
from work.services.reminders import tell
from work.services.requests import answer_request, ask, chase, waive_request, withdraw_request

SENT = "The questionnaire was answered."


@service
def ask_to_answer(*, by: Actor, code: str, agencies: Collection[str], purpose: str, due_on: date) -> list[Request]:
    """Ask agencies, by their codes, to answer the version in use of a questionnaire by the end of a day.

    Who may: the business team. Refused without agencies, where no version is in use, and for an agency that has the same
    questionnaire to answer already.
    """
    found = questionnaire(code)
    if found.kind != ASKED_OF_AGENCIES:
        raise NotVisible
    if not agencies:
        raise Refused("Select who is asked.", field="agencies")
    if due_on <= time.today():
        raise Refused("The answers must be due in the future.", field="due_on")
    chosen = Agency.objects.select_for_update(of=("self",)).filter(code__in=agencies).order_by("pk")
    waiting = Request.objects.filter(
        kind=QUESTIONNAIRE, subject_reference=found.code, state=Request.State.ASKED, to_agency__in=chosen
    ).select_related("to_agency")
    for open_one in waiting:
        raise Refused(f"{open_one.to_agency.name} has this questionnaire to answer already.", field="agencies")
    return [
        ask(
            by=by,
            kind=QUESTIONNAIRE,
            subject=Subject("questionnaire", found.code),
            from_team=None,
            to_agency=agency,
            question=purpose,
            due_at=end_of_day(due_on),
        )
        for agency in chosen
    ]


@service
def save_reply(
    *,
    by: Actor,
    reference: str,
    answers: Mapping[str, Value] | None = None,
    files: "Mapping[str, UploadedFile[bytes]] | None" = None,
    removed: Collection[str] = (),
) -> AnswerSet:
    """Keep some answers to the questionnaire of a request; files of the questions `removed` go.

    Who may: those who answer the request for their agency (others: it does not exist). Refused once the request is closed, and
    for an answer that does not fit its question.
    """
    of = _open(by, reference)
    saved = save_answers(by=by, reference=of.reference, answers={**(answers or {}), **dict.fromkeys(removed)}, files=files)
    _remove_loose_files(saved, by)
    request = Request.objects.get(reference=reference)
    request_kinds()[request.kind].on_saved(request, by)
    return saved


@service
def hand_on_reply(*, by: Person, reference: str, colleague: str) -> Request:
    """Let a colleague of the agency, by their reference, go on with the questionnaire of a request; they are told.

    Who may: those who answer it for their agency, while it is open. Whoever could answer it before still can. Refuses somebody
    who does not work there today, and a kind that is not handed on.
    """
    of = _open(by, reference)
    request = Request.objects.select_related("to_agency").get(reference=of.subject_reference)
    if not request_kinds()[request.kind].handed_on:
        raise NotVisible
    chosen = colleagues_of(request, by).filter(reference=colleague).first()
    if chosen is None:
        raise Refused("Select a colleague of your agency.", field="colleague")
    HandedOn.objects.get_or_create(
        request=request, person=chosen, defaults={"handed_at": time.now(), "handed_by": by.actor_reference}
    )
    request.to_person = chosen
    request.save(update_fields=["to_person"])
    tell(
        [chosen],
        path_name=request_kinds()[request.kind].page,
        reference=request.reference,
        news=f"handed:{time.now().isoformat()}",
    )
    record(
        verb="work.request_handed_on",
        by=by,
        subject=Subject(request.subject_kind, request.subject_reference),
        data={"request": request.reference, "to": chosen.reference},
        agency=acting_for(by, request.to_agency.code),
    )
    return request


@service
def send_reply(*, by: Actor, reference: str) -> Request:
    """Send the answers that were kept, once, to whoever asked.

    Who may: those who answer the request for their agency. Refused while a required question that is asked has no answer.
    """
    of = _open(by, reference)
    submit_answers(by=by, reference=of.reference)
    return answer_request(by=by, reference=reference, result=ANSWERED, answer=SENT)


@service
def chase_reply(*, by: Actor, reference: str) -> Request:
    """Remind those who answer a questionnaire that is late.

    Who may: the business team. Refused before it is late, once it is closed, and a second time on one day.
    """
    return chase(by=by, reference=_asked(reference).reference)


@service
def waive_reply(*, by: Actor, reference: str, reason: str) -> Request:
    """Do without an agency's answers to a questionnaire; those who would have answered are told that there is news.

    Who may: the business team. Refused without a reason, and once the request is closed. The agency can be asked again.
    """
    waived = waive_request(by=by, reference=_asked(reference).reference, reason=reason)
    tell(those_who_answer(waived), path_name="work:reply", reference=waived.reference, news="waived")
    return waived


@service
def withdraw_reply(*, by: Actor, reference: str, reason: str) -> Request:
    """Take back a questionnaire that should not have been sent to an agency; those who would have answered are told.

    Who may: the business team. Refused without a reason, and once the request is closed. The agency can be asked again.
    """
    return withdraw_request(by=by, reference=_asked(reference).reference, reason=reason)


def _asked(reference: str) -> Request:
    """A request that the business team has made for answers to a questionnaire; none other exists here."""
    found = Request.objects.filter(kind=QUESTIONNAIRE, reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def _open(by: Actor, reference: str) -> AnswerSet:
    """The answers to an open request, with the request locked against being waived or answered meanwhile."""
    request = Request.objects.select_for_update(of=("self",)).filter(reference=reference).first()
    if request is None or (isinstance(by, Person) and not requests_to_answer(by).filter(pk=request.pk).exists()):
        raise NotVisible
    if request.state != Request.State.ASKED:
        raise Refused("This request has been answered, waived or withdrawn already.")
    return answer_set_of(request)


def _remove_loose_files(of: AnswerSet, by: Actor) -> None:
    """Files that no answer names any more: replaced, removed, or of a question that is asked no longer."""
    named = {str(value) for value in answers_of(of).values()}
    for document in documents_of(ANSWERED_BY, of.subject_reference):
        if document.reference not in named:
            remove_document(document=document, by=by)
