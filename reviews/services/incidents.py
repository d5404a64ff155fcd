"""Serious incidents: written down, decided about by each partner, notified, reviewed at once, sent to the national panel."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from accounts.models import Person, RoleHolding
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import london_date, start_of_day
from foundation.errors import NotVisible, Refused, need
from foundation.events import record
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from reviews.models import Case, CaseKind, PanelOutcome, PartnerDecision, Question, SeriousIncident
from reviews.rules import kinds
from reviews.rules.notifying import Advice, Facts, advice, must_be_notified
from reviews.rules.states import INCIDENT_TRANSITIONS
from reviews.selectors.deciding import case_to_decide_on, open_questions, seats_to_speak_for
from reviews.selectors.sight import owned_case
from reviews.services.cases import open_case
from reviews.services.team import subject_of
from work.services.clocks import start_clock, stop_clock

SEATS = tuple(RoleHolding.Seat)
DUE_ON = {kinds.NOTIFY_CLOCK: "notify_due_on", kinds.RAPID_REVIEW_CLOCK: "review_due_on"}
OVERTAKEN = "Somebody else changed this case while you had it open. Look at it, then send yours again."


@dataclass(frozen=True)
class IncidentWritten:
    """What is known of an incident."""

    happened_on: date
    harm: str
    what_happened: str
    abuse_suspected: str
    abuse_reasons: str = ""
    place: str = ""
    siblings_safe: str = ""
    police_investigation: str = "unknown"
    media_interest: bool = False


@dataclass(frozen=True)
class MeetingWritten:
    """What the rapid review meeting found and decided."""

    met_on: date
    chair: str
    attended: str
    facts: str
    immediate_action: str
    improvement: str
    sharing: str
    practice_review: bool
    practice_review_reasons: str
    national_review: bool
    national_review_reasons: str = ""


@service
def open_incident(*, by: Person, title: str, aware_at: datetime, written: IncidentWritten) -> SeriousIncident:
    """Open the case of a serious incident; the five working days run from when the authority became aware.

    Refuses a day that has not come, and one before the incident.
    """
    _check_days(written.happened_on, aware_at)
    case = open_case(by=by, kind=CaseKind.INCIDENT, title=title)
    running = start_clock(by=by, kind=kinds.NOTIFY_CLOCK, subject=subject_of(case), started_at=aware_at, owner_person=by)
    incident = SeriousIncident.objects.create(
        case=case, aware_at=aware_at, notify_due_on=london_date(running.due_at), **asdict(written)
    )
    record(verb="reviews.incident_opened", by=by, subject=subject_of(case))
    return incident


@service
def write_incident(*, by: Person, case: str, version: int, written: IncidentWritten) -> SeriousIncident:
    """Change what is known of an incident. The case's owner, until it is notified."""
    incident = _hold(by, case, version, "write")
    _check_days(written.happened_on, incident.aware_at)
    for name, value in asdict(written).items():
        setattr(incident, name, value)
    return _kept(incident, by, "reviews.incident_written")


@service
def record_decision(
    *, by: Person, case: str, seat: str, question: str, agreed: bool, reasons: str, whom: str, decided_on: date
) -> PartnerDecision:
    """Keep what a statutory partner decides on a question, with reasons. The case's owner, or that partner's executive on it.

    A later decision of the same partner on the same question takes the place of the one before, which stays readable.
    Refuses a question whose time has passed: each is answered while it is open.
    """
    found = Case.objects.select_for_update().get(pk=case_to_decide_on(by, case).pk)
    if seat not in dict(seats_to_speak_for(by, found)):
        raise NotVisible
    if question not in open_questions(found):
        raise Refused("This question is not open now.", field="question")
    need(reasons, "Enter the reasons.", "reasons")
    need(whom, "Enter who spoke for the partner.", "whom")
    if decided_on > clock.today():
        raise Refused("The day must be today or in the past.", field="decided_on")
    if found.kind == CaseKind.INCIDENT and decided_on < found.incident.happened_on:
        raise Refused("The day must lie between the incident and today.", field="decided_on")
    moment = clock.now()
    found.decisions.filter(seat=seat, question=question, replaced_at__isnull=True).update(replaced_at=moment)
    decision = PartnerDecision.objects.create(
        case=found,
        seat=RoleHolding.Seat(seat),
        question=Question(question),
        agreed=agreed,
        reasons=reasons.strip(),
        decided_by_whom=whom.strip(),
        decided_on=decided_on,
        recorded_at=moment,
        recorded_by=by.actor_reference,
    )
    record(
        verb="reviews.partner_decided",
        by=by,
        subject=subject_of(found),
        data={"seat": seat, "question": question, "agreed": agreed},
    )
    return decision


@service
def leave_unnotified(*, by: Person, case: str, version: int, reason: str) -> SeriousIncident:
    """Decide that an incident is not notified, and why. The case's owner.

    Refused while a partner has not said what it thinks or one thinks otherwise, and where the law wants the notification.
    """
    incident = _hold(by, case, version, "leave")
    need(reason, "Enter why the incident is not notified.", "reason")
    if must_be_notified(advice(facts_of(incident))):
        raise Refused("What is written down must be notified. If it is not so, change what is written first.")
    _check_partners(incident, Question.NOTIFY, agreed=False)
    incident.not_notified_reason = reason.strip()
    incident.decided_at, incident.decided_by = clock.now(), by.actor_reference
    stop_clock(by=by, kind=kinds.NOTIFY_CLOCK, subject=subject_of(incident.case), outcome="not_notified")
    return _kept(incident, by, "reviews.incident_not_notified", reason)


@service
def consider_again(*, by: Person, case: str, version: int, reason: str) -> SeriousIncident:
    """Consider an incident again because more is known: the clock runs as it did, from the day of becoming aware."""
    incident = _hold(by, case, version, "consider_again")
    need(reason, "Enter what is known now.", "reason")
    incident.not_notified_reason, incident.decided_at, incident.decided_by = "", None, ""
    start_clock(
        by=by,
        kind=kinds.NOTIFY_CLOCK,
        subject=subject_of(incident.case),
        started_at=incident.aware_at,
        owner_person=by,
    )
    return _kept(incident, by, "reviews.incident_considered_again", reason)


@service
def notify(*, by: Person, case: str, version: int, notified_on: date, panel_reference: str = "") -> SeriousIncident:
    """Record that the notification was sent on the national system. The case's owner; the fifteen working days run from that day.

    Refused without a child, while it is not known whether abuse is suspected, and for a day before the authority knew.
    """
    incident = _hold(by, case, version, "notify")
    if not incident.case.children.exists():
        raise Refused("Add the child before you record the notification.")
    if incident.abuse_suspected == "unknown":
        raise Refused("Say first whether abuse or neglect is suspected.")
    if not london_date(incident.aware_at) <= notified_on <= clock.today():
        raise Refused("The day must lie between the day of becoming aware and today.", field="notified_on")
    incident.notified_on, incident.panel_reference = notified_on, panel_reference.strip()
    incident.notified_at, incident.notified_by = clock.now(), by.actor_reference
    subject = subject_of(incident.case)
    stop_clock(by=by, kind=kinds.NOTIFY_CLOCK, subject=subject, outcome="notified")
    running = start_clock(
        by=by,
        kind=kinds.RAPID_REVIEW_CLOCK,
        subject=subject,
        started_at=start_of_day(notified_on),
        owner_person=by,
    )
    incident.review_due_on = london_date(running.due_at)
    return _kept(incident, by, "reviews.incident_notified")


@service
def leave_unreviewed(*, by: Person, case: str, version: int, reason: str, panel_agrees: bool = False) -> SeriousIncident:
    """Close an incident that was notified without a rapid review, and say why. The case's owner.

    All three partners have to have said that none is needed. Where abuse or neglect is suspected one is required, unless the
    national panel agrees that the incident does not meet the criteria after all.
    """
    incident = _hold(by, case, version, "leave_unreviewed")
    need(reason, "Enter why no rapid review follows.", "reason")
    if advice(facts_of(incident)) == Advice.NOTIFY and not panel_agrees:
        raise Refused(
            "Abuse or neglect is suspected, so a rapid review is required, unless the national panel agrees that the incident"
            " does not meet the criteria.",
            field="panel_agrees",
        )
    _check_partners(incident, Question.RAPID, agreed=False)
    incident.not_reviewed_reason = reason.strip()
    if panel_agrees:
        incident.panel_outcome = PanelOutcome.NOT_MEETING
    incident.closed_at, incident.closed_by = clock.now(), by.actor_reference
    stop_clock(by=by, kind=kinds.RAPID_REVIEW_CLOCK, subject=subject_of(incident.case), outcome="not_reviewed")
    return _kept(incident, by, "reviews.incident_not_reviewed", reason)


@service
def record_meeting(*, by: Person, case: str, version: int, written: MeetingWritten) -> SeriousIncident:
    """Record the rapid review meeting, or change what was recorded: what partners have signed then lapses. The case's owner.

    Refused once the review is signed off, while one of the three partners has not decided about a practice review, and where
    the decision is not what most of them want: it is theirs.
    """
    incident = _locked(by, case, version)
    move(INCIDENT_TRANSITIONS, incident, "meet" if incident.met_at is None else "meet_again")
    if incident.notified_on is None or not incident.notified_on <= written.met_on <= clock.today():
        raise Refused("The day must lie between the notification and today.", field="met_on")
    need(written.chair, "Enter who chaired the meeting.", "chair")
    need(written.attended, "Enter who took part.", "attended")
    need(written.facts, "Enter the facts as far as they are known.", "facts")
    need(written.improvement, "Enter what could be learnt and improved.", "improvement")
    need(
        written.practice_review_reasons, "Enter the reasons for the decision about a practice review.", "practice_review_reasons"
    )
    if written.national_review:
        need(written.national_review_reasons, "Enter why a national review is suggested.", "national_review_reasons")
    _check_majority(incident, practice_review=written.practice_review)
    for name, value in asdict(written).items():
        setattr(incident, name, value)
    incident.met_at, incident.met_by = clock.now(), by.actor_reference
    signed = incident.case.decisions.filter(question=Question.SIGN_OFF, replaced_at__isnull=True)
    signed.update(replaced_at=incident.met_at)
    return _kept(incident, by, "reviews.rapid_review_met")


@service
def sign_off_review(*, by: Person, case: str, version: int) -> SeriousIncident:
    """The rapid review is signed off. The case's owner; refused until all three partners have signed what the meeting decided.

    Refused, too, where a partner has changed its mind about a practice review so that most of them decide otherwise now.
    """
    incident = _hold(by, case, version, "sign_off")
    _check_majority(incident, practice_review=bool(incident.practice_review))
    _check_partners(incident, Question.SIGN_OFF, agreed=True)
    incident.signed_off_at, incident.signed_off_by = clock.now(), by.actor_reference
    return _kept(incident, by, "reviews.rapid_review_signed_off")


@service
def send_review(*, by: Person, case: str, version: int, sent_on: date) -> SeriousIncident:
    """Record that the rapid review was sent to the national panel. The case's owner; refused for a day before the meeting."""
    incident = _hold(by, case, version, "send")
    if incident.met_on is None or not incident.met_on <= sent_on <= clock.today():
        raise Refused("The day must lie between the meeting and today.", field="sent_on")
    incident.sent_on = sent_on
    incident.sent_at, incident.sent_by = clock.now(), by.actor_reference
    subject = subject_of(incident.case)
    stop_clock(by=by, kind=kinds.RAPID_REVIEW_CLOCK, subject=subject, outcome="sent")
    start_clock(by=by, kind=kinds.PANEL_REPLY_CLOCK, subject=subject, started_at=start_of_day(sent_on), owner_person=by)
    return _kept(incident, by, "reviews.rapid_review_sent")


@service
def record_reply(
    *, by: Person, case: str, version: int, replied_on: date, outcome: str, agrees: bool, words: str, answer: str = ""
) -> SeriousIncident:
    """Record what the national panel replied. The case's owner; where it disagrees, also what the partnership answers."""
    incident = _hold(by, case, version, "reply")
    if incident.sent_on is None or not incident.sent_on <= replied_on <= clock.today():
        raise Refused("The day must lie between the sending and today.", field="replied_on")
    need(words, "Enter what the panel wrote.", "words")
    if not agrees:
        need(answer, "Enter what the partnership does about the panel’s view.", "answer")
    incident.replied_on, incident.panel_outcome, incident.panel_agrees = replied_on, outcome, agrees
    incident.panel_words, incident.our_answer = words.strip(), answer.strip()
    incident.replied_at, incident.replied_by = clock.now(), by.actor_reference
    stop_clock(by=by, kind=kinds.PANEL_REPLY_CLOCK, subject=subject_of(incident.case), outcome="replied")
    return _kept(incident, by, "reviews.panel_replied")


@service
def close_incident(*, by: Person, case: str, version: int) -> SeriousIncident:
    """Close a case whose incident is done with. Its owner."""
    incident = _hold(by, case, version, "close")
    incident.closed_at, incident.closed_by = clock.now(), by.actor_reference
    return _kept(incident, by, "reviews.incident_closed")


def when_clock_moves(clock_kind: str, reference: str, due_at: datetime) -> None:
    """A clock got another date: the day that stands on the record follows. Part of services."""
    if clock_kind in DUE_ON:
        SeriousIncident.objects.filter(case__reference=reference).update(**{DUE_ON[clock_kind]: london_date(due_at)})


def facts_of(incident: SeriousIncident) -> Facts:
    """What the advice is made of."""
    known = incident.case.children.values_list("known_to_care", flat=True)
    return Facts(incident.harm, incident.abuse_suspected, frozenset(known))


def _check_days(happened_on: date, aware_at: datetime) -> None:
    if happened_on > clock.today():
        raise Refused("The day of the incident must be today or in the past.", field="happened_on")
    if aware_at > clock.now():
        raise Refused("The authority became aware in the past.", field="aware_on")
    if london_date(aware_at) < happened_on:
        raise Refused("Nobody can have been aware before it happened.", field="aware_on")


def _said(incident: SeriousIncident, question: Question) -> dict[str, bool]:
    rows = incident.case.decisions.filter(question=question, replaced_at__isnull=True)
    return dict(rows.values_list("seat", "agreed"))


def _check_majority(incident: SeriousIncident, *, practice_review: bool) -> None:
    """Whether a practice review follows is what most of the three partners decided, once each of them has."""
    said = _said(incident, Question.REVIEW)
    if set(said) != set(SEATS):
        raise Refused("Each of the three partners decides about a practice review, with reasons. Record what they decided first.")
    if practice_review != (sum(said.values()) * 2 > len(SEATS)):
        raise Refused(
            "The partners have decided otherwise. Change what a partner decided, or the decision.", field="practice_review"
        )


def _check_partners(incident: SeriousIncident, question: Question, *, agreed: bool) -> None:
    """All three have said so; refused with the names of those who have not, or say otherwise."""
    said = _said(incident, question)
    waits = [seat.label for seat in SEATS if seat not in said]
    otherwise = [seat.label for seat in SEATS if said.get(seat) is (not agreed)]
    if waits:
        raise Refused(f"Not decided yet: {', '.join(waits)}. Record what each partner decides, with reasons.")
    if otherwise:
        raise Refused(f"Decided otherwise: {', '.join(otherwise)}. All three partners have to agree.")


def _hold(by: Person, case: str, version: int, event: str) -> SeriousIncident:
    incident = _locked(by, case, version)
    move(INCIDENT_TRANSITIONS, incident, event)
    return incident


def _locked(by: Person, case: str, version: int) -> SeriousIncident:
    found = owned_case(by, case)
    locked = Case.objects.select_for_update().get(pk=found.pk)
    check_version(locked, version, OVERTAKEN)
    incident = SeriousIncident.objects.filter(case=locked).first()
    if incident is None:
        raise NotVisible
    incident.case = locked
    return incident


def _kept(incident: SeriousIncident, by: Actor, verb: str, reason: str = "") -> SeriousIncident:
    incident.save()
    incident.case.version += 1
    incident.case.save(update_fields=["version"])
    record(verb=verb, by=by, subject=subject_of(incident.case), reason=reason)
    return incident
