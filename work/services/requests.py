"""Requests: one agency is asked for something by a time, and answers; the asker may waive or withdraw."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.urls import reverse

from accounts.access_table import acting_for
from accounts.models import Agency, Person, Team
from foundation import clock as time
from foundation.actors import Actor
from foundation.belonging import model_of_kind
from foundation.documents import documents_of, remove_document, store
from foundation.errors import NotVisible, Refused
from foundation.events import Subject, record
from foundation.mail import NEWS, PATH, queue_mail
from foundation.service import service
from foundation.states import move
from work.kinds import RequestKind, Start, request_kinds
from work.models import AnswerSet, Chase, Request
from work.rules import REQUEST_TRANSITIONS
from work.selectors import deadlines
from work.selectors.recipients import those_who_answer
from work.selectors.requests import ANSWERED_BY, NOTED_FOR, requests_to_answer
from work.services.answers import start_answers
from work.services.clocks import start_clock, stop_clock
from work.services.reminders import tell

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

CHASED_TODAY = "You have chased this agency today already. Try again tomorrow, or ring them."


@dataclass(frozen=True)
class Sharing:
    """What an agency says of the information that it shares: needed and no more, whether the family may know, on what basis."""

    proportionate: bool | None = None
    may_tell_family: bool | None = None
    not_told_because: str = ""
    consent_not_needed_because: str = ""


@service
def ask(
    *,
    by: Actor,
    kind: str,
    subject: Subject,
    from_team: Team | None,
    to_agency: Agency,
    question: str,
    due_at: datetime | None = None,
    variant: str = "",
    legal_basis: str = "",
    purpose: str = "",
    to_team: Team | None = None,
    to_person: Person | None = None,
) -> Request:
    """Ask an agency for something, and start the clock of its answer. Called inside services of upper apps.

    Due when the kind's deadline says, in its `variant`; at `due_at` where another time was agreed.
    Refuses without a question, with a due time that has passed, to a closed agency, and to a team of another agency; a kind
    that carries a questionnaire also while no version of it is in use.
    """
    declared = request_kinds()[kind]
    model_of_kind(subject.kind)
    _check(to_agency, to_team, question, due_at)
    moment = time.now()
    due_at = due_at or deadlines.due(declared.deadline, variant, moment).at
    asked = Request.objects.create(
        kind=declared.kind,
        subject_kind=subject.kind,
        subject_reference=subject.reference,
        from_team=from_team,
        to_agency=to_agency,
        to_team=to_team,
        to_person=to_person,
        question=question,
        legal_basis=legal_basis,
        purpose=purpose,
        due_at=due_at,
        asked_at=moment,
        asked_by=by.actor_reference,
    )
    asked.clock = start_clock(
        by=by,
        kind=declared.deadline,
        variant=variant,
        subject=Subject("request", asked.reference),
        started_at=moment,
        owner_team=to_team,
        due_at=due_at,
    )
    asked.save(update_fields=["clock"])
    if declared.questionnaire is not None:
        _carry(asked, declared.questionnaire(subject.reference), declared.starts_with(subject.reference), by)
    tell(those_who_answer(asked), path_name=declared.page, reference=asked.reference)
    _record("request.asked", by, asked)
    return asked


@service
def answer_request(
    *,
    by: Actor,
    reference: str,
    result: str,
    answer: str,
    answered_for: str = "",
    sharing: Sharing = Sharing(),  # frozen
    files: "Sequence[UploadedFile[bytes]]" = (),
) -> Request:
    """Answer what one's agency was asked. Who may: those who answer for it (others: it does not exist).

    Refuses a result that its kind does not declare, one that needs words without them, information without word on whether it
    is proportionate and may be told to the family, a second answer, and any while the questionnaire that came with the request
    has not been answered.
    """
    request = _locked(reference)
    if isinstance(by, Person) and not requests_to_answer(by).filter(pk=request.pk).exists():
        raise NotVisible
    answered = _Answered(result, answer, answered_for, Request.Channel.PORTAL, sharing)
    return _take(request, by, answered, files, agency=acting_for(by, request.to_agency.code))


@service
def record_answer(
    *,
    by: Actor,
    reference: str,
    result: str,
    answer: str,
    answered_for: str,
    channel: str,
    sharing: Sharing = Sharing(),  # frozen
    files: "Sequence[UploadedFile[bytes]]" = (),
) -> Request:
    """Write down what an agency answered by another way, marked as such. Called inside services of upper apps, by who asked.

    Files that were kept for it go with it; those that the agency kept for an answer of its own, and has not sent, do not.
    Refuses without who said it and how, and what `answer_request` refuses.
    """
    if not answered_for.strip():
        raise Refused("Enter who answered.", field="answered_for")
    if channel not in set(Request.Channel.values) - {Request.Channel.PORTAL}:
        raise Refused("Select how they answered.", field="channel")
    return _take(_locked(reference), by, _Answered(result, answer, answered_for, channel, sharing), files)


@dataclass(frozen=True)
class _Answered:
    """An answer as it is written down."""

    result: str
    answer: str
    answered_for: str
    channel: str
    sharing: Sharing


def _take(request: Request, by: Actor, given: _Answered, files: "Sequence[UploadedFile[bytes]]", agency: str = "") -> Request:
    move(REQUEST_TRANSITIONS, request, "answer")
    declared = request_kinds()[request.kind]
    if _has_open_questions(request):
        raise Refused("Answer the questionnaire and send your answers.")
    sharing = _check_answer(declared, given)
    if files and not declared.documents:
        raise Refused("No documents are asked for here.", field="documents")
    _take_kept_files(request, by, given)
    for upload in files:
        try:
            store(upload=upload, record_kind=ANSWERED_BY, record_reference=request.reference, by=by)
        except Refused as refused:
            raise Refused(f"{upload.name}: {refused.sentence}", field="documents") from refused
    request.answered_at, request.answered_by, request.answered_for = time.now(), by.actor_reference, given.answered_for
    request.result, request.answer, request.channel = given.result, given.answer, given.channel
    for name, value in vars(sharing).items():
        setattr(request, name, value)
    acts = ["state", "answered_at", "answered_by", "answered_for", "result", "answer", "channel"]
    request.save(update_fields=[*acts, *vars(sharing)])
    _stop(request, by, "answered")
    declared.on_answered(request, by)
    _record("request.answered", by, request, agency=agency)
    return request


def _check_answer(declared: RequestKind, given: _Answered) -> Sharing:
    """Refuse an answer that says too little; gives what is said of the sharing, which only information carries."""
    result = declared.result(given.result)
    if result is None:
        raise Refused("Select what you found.", field="result")
    if result.missing and not given.answer.strip():
        raise Refused(result.missing, field="answer")
    if not result.shares:
        return Sharing()
    if not given.sharing.proportionate:
        raise Refused("Confirm that what you share is needed to answer the question, and no more.", field="proportionate")
    if given.sharing.may_tell_family is None:
        raise Refused("Select whether the family may be told.", field="may_tell_family")
    if given.sharing.may_tell_family is False and not given.sharing.not_told_because.strip():
        raise Refused("Enter why the family must not be told.", field="not_told_because")
    return given.sharing if not given.sharing.may_tell_family else replace(given.sharing, not_told_because="")


def _shares(declared: RequestKind, code: str) -> bool:
    """Whether files that were kept go with this result: not with one that shares nothing, where another result shares."""
    result = declared.result(code)
    return (result is not None and result.shares) or not any(one.shares for one in declared.results)


@service
def waive_request(*, by: Actor, reference: str, reason: str) -> Request:
    """Do without the answer. Called inside services of upper apps. Refused without a reason, and once it is closed."""
    if not reason.strip():
        raise Refused("Enter why you do without this answer.", field="reason")
    request = _locked(reference)
    move(REQUEST_TRANSITIONS, request, "waive")
    request.waived_at, request.waived_by, request.waived_reason = time.now(), by.actor_reference, reason
    request.save(update_fields=["state", "waived_at", "waived_by", "waived_reason"])
    _stop(request, by, "waived")
    _drop_kept_files(request, by)
    _record("request.waived", by, request, reason)
    return request


@service
def withdraw_request(*, by: Actor, reference: str, reason: str) -> Request:
    """Take a question back that should not have been asked. Called inside services of upper apps.

    Those who would have answered are told. Refused without a reason, and once it is closed.
    """
    if not reason.strip():
        raise Refused("Enter why you withdraw the question.", field="reason")
    request = _locked(reference)
    move(REQUEST_TRANSITIONS, request, "withdraw")
    request.withdrawn_at, request.withdrawn_by, request.withdrawn_reason = time.now(), by.actor_reference, reason
    request.save(update_fields=["state", "withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    _stop(request, by, "withdrawn")
    _drop_kept_files(request, by)
    tell(those_who_answer(request), path_name=request_kinds()[request.kind].page, reference=request.reference, news="withdrawn")
    _record("request.withdrawn", by, request, reason)
    return request


@service
def chase(*, by: Actor, reference: str, early: bool = False) -> Request:
    """Remind those who answer of a late request, or `early` of one that is not late yet. Called inside services of upper apps.

    Otherwise refused before it is late, and always once it is closed and a second time on one day. The system's own reminders
    go on besides.
    """
    request = _locked(reference)
    move(REQUEST_TRANSITIONS, request, "chase")
    if not early and request.due_at >= time.now():
        raise Refused("This answer is not late yet.")
    _chased, first = Chase.objects.get_or_create(
        request=request, day=time.today(), defaults={"chased_at": time.now(), "chased_by": by.actor_reference}
    )
    if not first:
        raise Refused(CHASED_TODAY)
    page = request_kinds()[request.kind].page
    tell(those_who_answer(request), path_name=page, reference=request.reference, news=f"chased:{time.today()}")
    _record("request.chased", by, request)
    return request


@service
def chase_together(*, by: Actor, references: Collection[str]) -> tuple[Request, ...]:
    """Remind of several late requests at once, in one mail to each of those who answer. Called inside services of upper apps.

    Leaves out what is not late, is closed, or was chased today; gives those that were chased.
    """
    found = Request.objects.filter(reference__in=references, state=Request.State.ASKED, due_at__lt=time.now())
    late = list(found.select_for_update(of=("self",)).select_related("to_agency", "to_team", "to_person").order_by("pk"))
    before = set(Chase.objects.filter(request__in=late, day=time.today()).values_list("request_id", flat=True))
    chased = [request for request in late if request.pk not in before]
    waiting: dict[Person, list[Request]] = {}
    for request in chased:
        Chase.objects.create(request=request, day=time.today(), chased_at=time.now(), chased_by=by.actor_reference)
        _record("request.chased", by, request)
        for person in those_who_answer(request):
            waiting.setdefault(person, []).append(request)
    for person, requests in waiting.items():
        first = requests[0]
        page = reverse(request_kinds()[first.kind].page, args=[first.reference]) if len(requests) == 1 else "/"
        key = f"chased:{person.reference}:{first.reference}:{time.today().isoformat()}"
        queue_mail(to=person.email, template=NEWS.name, context={PATH: page}, key=key)
    return tuple(chased)


def _carry(request: Request, code: str, start: Start, by: Actor) -> None:
    """Let the version in use now, or the one with which the kind starts, be answered, whatever is published later."""
    try:
        start_answers(
            by=by,
            code=code,
            subject=Subject("request", request.reference),
            agency=request.to_agency,
            version=start.version,
            answers=start.answers,
        )
    except NotVisible:
        raise Refused("Publish the questionnaire before you ask anybody to answer it.") from None


def _has_open_questions(request: Request) -> bool:
    return AnswerSet.objects.filter(
        subject_kind="request", subject_reference=request.reference, state=AnswerSet.State.OPEN
    ).exists()


def _check(to_agency: Agency, to_team: Team | None, question: str, due_at: datetime | None) -> None:
    if not question.strip():
        raise Refused("Enter what you ask.", field="question")
    if due_at is not None and due_at <= time.now():
        raise Refused("The answer must be due in the future.", field="due_at")
    if to_agency.closed_on is not None and to_agency.closed_on <= time.today():
        raise Refused("This agency is closed. Select another agency.", field="to_agency")
    if to_team is not None and to_team.agency_id != to_agency.pk:
        raise Refused("Select a team of the agency that you ask.", field="to_team")


def _locked(reference: str) -> Request:
    found = (
        Request.objects.select_for_update(of=("self",))
        .select_related("to_agency", "to_team", "from_team", "clock")
        .filter(reference=reference)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def _stop(request: Request, by: Actor, outcome: str) -> None:
    if request.clock is not None:
        stop_clock(by=by, kind=request.clock.kind, subject=Subject("request", request.reference), outcome=outcome)


def _take_kept_files(request: Request, by: Actor, given: _Answered) -> None:
    """Files that whoever gives this answer has kept for it go with it, if it shares anything; those of the other side do not."""
    sent = given.channel == Request.Channel.PORTAL
    kept, others = (ANSWERED_BY, NOTED_FOR) if sent else (NOTED_FOR, ANSWERED_BY)
    dropped = [others] if _shares(request_kinds()[request.kind], given.result) else [kept, others]
    _drop_kept_files(request, by, *dropped)
    documents_of(kept, request.reference).update(record_kind=ANSWERED_BY)


def _drop_kept_files(request: Request, by: Actor, *kinds: str) -> None:
    """Files of an answer that was never sent go: nobody was given them. Those of a questionnaire stay with what was said."""
    if request_kinds()[request.kind].questionnaire is None:
        for kind in kinds or (ANSWERED_BY, NOTED_FOR):
            for document in documents_of(kind, request.reference):
                remove_document(document=document, by=by)


def _record(verb: str, by: Actor, request: Request, reason: str = "", agency: str = "") -> None:
    record(
        verb=verb,
        by=by,
        subject=Subject(request.subject_kind, request.subject_reference),
        reason=reason,
        data={"kind": request.kind, "request": request.reference, "to_agency": request.to_agency.code},
        agency=agency,
    )
