"""Returns for the yearly report: asked for, written, read, accepted or sent back, chased, given up."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from accounts.models import Person
from foundation import clock, events
from foundation.actors import Actor
from foundation.calendar import FinancialYear, end_of_day
from foundation.errors import Conflict, NotVisible, Refused
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from reporting.models import AgencyReturn, ReturnReview, ReturnRound
from reporting.rules.returns import RETURN, RETURN_TRANSITIONS, SHAPE, SUBJECT, WAITED_FOR
from reporting.selectors.returns import agencies_to_ask, answers_typed_in, late_requests, locked_request, locked_requests
from work.models import Request
from work.requests import ANSWERED
from work.rules.questions import Value, is_blank
from work.selectors.questionnaires import answers_of, questionnaire, version_in_use
from work.selectors.replies import answer_set_of
from work.services.answers import save_answers, submit_answers
from work.services.requests import ask, chase, chase_together, record_answer, waive_request, withdraw_request

State = AgencyReturn.State
LONGEST_COMMENTS = 4_000
ON_PAPER = "The return was given on paper."
ROUND_CLOSED = "This round is closed. Open it again first."
STALE = "Somebody else has changed this return since you opened it. Read it as it is now, and decide again."


@service
def open_return_round(
    *, by: Actor, year: FinancialYear, shape: str, purpose: str, due_on: date, layout: str, numbering: str,
    agencies: Collection[str], group: str = "",
) -> ReturnRound:  # fmt: skip
    """Ask agencies, by their codes, for their returns to a year's report in one shape; see `ask_for_returns`.

    Refuses a year that has not begun, a shape that is not in use or has been asked for in this year already, and a day that has
    passed.
    """
    if year.start > clock.today():
        raise Refused(f"The year {year.label} has not begun. Choose an earlier year.")
    try:
        found = questionnaire(shape)
        version = version_in_use(shape)
    except NotVisible:
        raise Refused("Select the shape of the returns.", field="shape") from None
    if found.kind != SHAPE:
        raise Refused("Select the shape of the returns.", field="shape")
    if layout not in ReturnRound.Layout.values or numbering not in ReturnRound.Numbering.values:
        raise Refused("Select how the returns are printed.", field="layout")
    if ReturnRound.objects.filter(year=year.label, questionnaire=found).exists():
        raise Refused(f"There is a round of “{found.title}” for {year.label} already. Ask more agencies there.", field="shape")
    _check_due(due_on)
    opened = ReturnRound.objects.create(
        year=year.label,
        questionnaire=found,
        version=version,
        purpose=purpose,
        due_on=due_on,
        layout=layout,
        numbering=numbering,
        opened_at=clock.now(),
        opened_by=by.actor_reference,
    )
    _record_round(by, "return_round_opened", opened)
    _ask_all(by, opened, agencies, group)
    return opened


@service
def ask_for_returns(*, by: Actor, reference: str, agencies: Collection[str], group: str = "") -> ReturnRound:
    """Ask more agencies, by their codes, in a round; those that were asked already are left as they are.

    With `group`, one agency answers for that working group. Refuses without an agency, for a group without exactly one, and in a
    round that is closed or whose day has passed.
    """
    found = _open_round(reference)
    _check_due(found.due_on, field="")
    if not _ask_all(by, found, agencies, group):
        raise Refused("All of these have been asked already.", field="group" if group else "whom")
    return found


def _ask_all(by: Actor, of: ReturnRound, agencies: Collection[str], group: str) -> int:
    chosen = list(agencies_to_ask().filter(code__in=agencies))
    if not chosen:
        raise Refused("Select who is asked.", field="whom")
    group = " ".join(group.split())
    if group and len(chosen) != 1:
        raise Refused("Select the one agency that answers for the working group.", field="group_agency")
    asked = 0
    for agency in chosen:
        given, first = AgencyReturn.objects.get_or_create(round=of, agency=agency, group=group, defaults={"due_on": of.due_on})
        if first:
            _ask(by, given, of.purpose)
            asked += 1
    return asked


def _ask(by: Actor, given: AgencyReturn, question: str) -> Request:
    """Send the request for a return; its answers begin with what stands in the return, or was carried over."""
    asked = ask(
        by=by,
        kind=RETURN,
        subject=events.Subject(SUBJECT, given.reference),
        from_team=None,
        to_agency=given.agency,
        question=question,
        due_at=end_of_day(given.due_on),
    )
    given.answer_set = answer_set_of(asked)
    given.save()
    return asked


def note_written(request: Request, by: Actor) -> None:
    """Its agency has kept some of its answers: the return is being written. Called in the transaction that keeps them."""
    given = _locked(request.subject_reference)
    before = given.state
    move(RETURN_TRANSITIONS, given, "write")
    if given.state != before:
        given.version += 1
        given.save()
        _record(by, "return_begun", given)


def note_sent(request: Request, by: Actor) -> None:
    """Its agency has sent the return. Called in the transaction that sends it."""
    given = _locked(request.subject_reference)
    move(RETURN_TRANSITIONS, given, "submit")
    given.submitted_at, given.submitted_by = clock.now(), by.actor_reference
    given.received_at = given.received_at or given.submitted_at
    given.on_paper_from = request.answered_for
    given.version += 1
    given.save()
    _record(by, "return_submitted", given)


@service
def record_return(
    *, by: Actor, reference: str, version: int, answers: Mapping[str, Value], given_by: str = "", send: bool = True
) -> AgencyReturn:
    """Type in a return that an agency gave on paper; with `send` it has come, otherwise what was typed is kept for later.

    Refuses without who gave it, while the agency itself writes it in the portal, and what does not fit its question.
    """
    given, request = _with_request(reference)
    check_version(given, version, STALE)
    if given.state == State.DRAFT:
        raise Refused(f"{given.agency.name} is writing this return in the portal. Ask them to send it there.")
    if given.state not in WAITED_FOR or request is None or given.answer_set is None:
        raise Refused("This return has come already, or is not asked for any more.")
    shown, there = answers_typed_in(given), answers_of(given.answer_set)
    unseen = there.keys() - shown.keys()
    if not send:
        typed = {key: value for key, value in answers.items() if key not in unseen or not is_blank(value)}
        save_answers(by=by, reference=given.answer_set.reference, answers=typed)
        return given
    if not given_by.strip():
        raise Refused("Enter who gave the return.", field="given_by")
    submit_answers(by=by, reference=given.answer_set.reference, answers={**dict.fromkeys(unseen), **answers})
    record_answer(
        by=by,
        reference=request.reference,
        result=ANSWERED,
        answer=ON_PAPER,
        answered_for=given_by.strip(),
        channel=Request.Channel.PAPER,
    )
    return _locked(reference)


@service
def accept_return(*, by: Person, reference: str, version: int, comments: str = "") -> AgencyReturn:
    """Take a return into the report. Conflict when somebody else has read or changed it since; refused before it has come."""
    given = _current(reference, version)
    move(RETURN_TRANSITIONS, given, "accept")
    given.accepted_at, given.accepted_by = clock.now(), by.reference
    _reviewed(by, given, ReturnReview.Decision.ACCEPTED, comments)
    _record(by, "return_accepted", given)
    return given


@service
def send_back_return(*, by: Person, reference: str, version: int, comments: str, due_on: date) -> AgencyReturn:
    """Ask the agency to change its return by a day: it is asked again, and its answers stand as it gave them.

    The agency reads the comments; no report prints them. Conflict when somebody else has read or changed it since; refused
    without comments, before it has come, and for a day that has passed.
    """
    _lock_round_of(reference)
    given = _current(reference, version)
    if not comments.strip():
        raise Refused("Enter what has to change.", field="comments")
    _check_due(due_on)
    move(RETURN_TRANSITIONS, given, "send_back")
    given.accepted_at, given.accepted_by, given.due_on = None, "", due_on
    _reviewed(by, given, ReturnReview.Decision.SENT_BACK, comments)
    _ask(by, given, comments.strip())
    _record(by, "return_sent_back", given)
    return given


def _reviewed(by: Person, given: AgencyReturn, decision: str, comments: str) -> None:
    if len(comments) > LONGEST_COMMENTS:
        raise Refused(f"The comments must be {LONGEST_COMMENTS:,} characters or fewer.", field="comments")
    if given.answer_set is None:
        raise Refused("There is nothing to read yet.")
    given.version += 1
    given.save()
    ReturnReview.objects.create(
        agency_return=given,
        answer_set=given.answer_set,
        decision=decision,
        comments=comments.strip(),
        reviewed_at=clock.now(),
        reviewed_by=by.reference,
    )


@service
def chase_return(*, by: Actor, reference: str) -> AgencyReturn:
    """Remind an agency of a return that is late. Refused before it is late, once it has come, and a second time on one day."""
    given, request = _with_request(reference)
    if request is None or given.state not in WAITED_FOR:
        raise Refused("This return has come already, or is not asked for any more.")
    chase(by=by, reference=request.reference)
    return given


@dataclass(frozen=True)
class Chased:
    """How many returns were chased, and of how many agencies."""

    returns: int
    agencies: int


@service
def chase_late_returns(*, by: Actor, year: FinancialYear, round_reference: str = "") -> Chased:
    """Remind of every late return of a year's open rounds at once, or of one round; each agency in one mail, whatever it owes.

    The mail says that there is news, and nothing else. Leaves out what was chased today already.
    """
    chased = chase_together(by=by, references=late_requests(year, round_reference))
    return Chased(len(chased), len({request.to_agency_id for request in chased}))


@service
def withdraw_return(*, by: Actor, reference: str, version: int, reason: str) -> AgencyReturn:
    """Take back what should not have been asked; the agency is told. Refused without a reason, and once the return has come."""
    given, request = _with_request(reference)
    check_version(given, version, STALE)
    if not reason.strip():
        raise Refused("Enter why you withdraw the return.", field="reason")
    move(RETURN_TRANSITIONS, given, "withdraw")
    given.withdrawn_reason = reason.strip()
    given.version += 1
    given.save()
    if request is not None:
        withdraw_request(by=by, reference=request.reference, reason=reason.strip())
    _record(by, "return_withdrawn", given, reason=reason.strip())
    return given


@service
def ask_again_for_return(*, by: Actor, reference: str, version: int, due_on: date) -> AgencyReturn:
    """Ask once more for a return that was withdrawn or not made; what the agency had written stands in it.

    Refused in a round that is closed, for a day that has passed, and while it is asked for.
    """
    closed = _lock_round_of(reference).state != ReturnRound.State.OPEN
    given = _current(reference, version)
    if closed:
        raise Refused(ROUND_CLOSED)
    _check_due(due_on)
    move(RETURN_TRANSITIONS, given, "ask_again")
    given.withdrawn_reason, given.due_on = "", due_on
    given.version += 1
    _ask(by, given, given.round.purpose)
    _record(by, "return_asked_again", given)
    return given


@service
def close_return_round(*, by: Actor, reference: str) -> ReturnRound:
    """End a round: what has not come by now is not made, and cannot be written any more. Refused for one that is closed.

    What an agency has written stays with its return.
    """
    found = _open_round(reference)
    asked = locked_requests(found)
    waited_for = AgencyReturn.objects.select_for_update(of=("self",)).filter(round=found, state__in=WAITED_FOR)
    for given in waited_for.select_related("round").order_by("pk"):
        move(RETURN_TRANSITIONS, given, "close")
        given.version += 1
        given.save()
        request = asked.get(given.reference)
        if request is not None:
            waive_request(by=by, reference=request.reference, reason="The round of returns was closed.")
        _record(by, "return_given_up", given)
    found.state, found.closed_at, found.closed_by = ReturnRound.State.CLOSED, clock.now(), by.actor_reference
    found.save()
    _record_round(by, "return_round_closed", found)
    return found


@service
def reopen_return_round(*, by: Actor, reference: str) -> ReturnRound:
    """Open a closed round again, so that returns can be asked for again one by one. Refused for one that is open."""
    found = _round(reference)
    if found.state != ReturnRound.State.CLOSED:
        raise Refused("This round is open.")
    found.state, found.closed_at, found.closed_by = ReturnRound.State.OPEN, None, ""
    found.save()
    _record_round(by, "return_round_reopened", found)
    return found


def note_printed(*, by: Actor, references: Collection[str]) -> None:
    """These returns stand in an edition. Called in the transaction that makes it; one that has been sent back since is left."""
    rows = AgencyReturn.objects.select_for_update(of=("self",)).filter(reference__in=references, state=State.ACCEPTED)
    for given in rows.order_by("pk"):
        move(RETURN_TRANSITIONS, given, "print")
        given.version += 1
        given.save()
        _record(by, "return_printed", given)


def _check_due(due_on: date, field: str = "due_on") -> None:
    if due_on <= clock.today():
        raise Refused("The returns must be due in the future.", field=field)


def _round(reference: str) -> ReturnRound:
    found = ReturnRound.objects.select_for_update(of=("self",)).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def _open_round(reference: str) -> ReturnRound:
    found = _round(reference)
    if found.state != ReturnRound.State.OPEN:
        raise Refused(ROUND_CLOSED)
    return found


def _lock_round_of(reference: str) -> ReturnRound:
    """The round of a return, locked before the return itself by whoever asks an agency anew: as closing the round does."""
    found = AgencyReturn.objects.filter(reference=reference).values_list("round__reference", flat=True).first()
    if found is None:
        raise NotVisible
    return _round(found)


def _with_request(reference: str) -> tuple[AgencyReturn, Request | None]:
    """A return and the newest request for it, both locked: the request first, as by those who write and send the return.

    Conflict when it was asked for anew in between.
    """
    request = locked_request(reference)
    given = _locked(reference)
    if locked_request(reference) != request:
        raise Conflict(STALE)
    return given, request


def _locked(reference: str) -> AgencyReturn:
    found = (
        AgencyReturn.objects.select_for_update(of=("self",))
        .select_related("round", "agency", "answer_set")
        .filter(reference=reference)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def _current(reference: str, version: int) -> AgencyReturn:
    """A return as it was when its page was opened; Conflict when somebody has changed it since."""
    found = _locked(reference)
    check_version(found, version, STALE)
    return found


def _record(by: Actor, what: str, given: AgencyReturn, reason: str = "") -> None:
    events.record(
        verb=f"reporting.{what}",
        by=by,
        subject=events.Subject(SUBJECT, given.reference),
        reason=reason,
        data={"round": given.round.reference, "version": given.version},
    )


def _record_round(by: Actor, what: str, of: ReturnRound) -> None:
    events.record(verb=f"reporting.{what}", by=by, subject=events.Subject("return_round", of.reference), data={"year": of.year})
