"""Reviews of practice: opened alone or out of another case, described, taken from commissioning to an accepted report."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from accounts.models import Person, RoleHolding
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import london_date, start_of_day
from foundation.errors import NotVisible, Refused, need
from foundation.events import record
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from reviews.models import REVIEW_KINDS, Case, CaseKind, IncidentState, PracticeReview, PracticeState, Question, RemarkKind
from reviews.models.drafts import DraftRemark
from reviews.rules import kinds
from reviews.rules.states import PRACTICE_TRANSITIONS
from reviews.selectors.practice import PUBLISHED_KINDS, owned_review
from reviews.selectors.sight import owned_case
from reviews.services.cases import ChildTold, add_child, open_case
from reviews.services.incidents import OVERTAKEN
from reviews.services.team import subject_of
from work.services.clocks import start_clock

CRITERIA = (
    *("local_importance", "recurrent", "guidance_gap", "looked_at_elsewhere", "working_together", "cross_border"),
    "institutional",
)
LAST_SERIOUS_CASE = date(2019, 9, 29)
"""Until then serious case reviews that had been begun were finished: Working Together 2018, transition."""
COPIED = (
    *("pseudonym", "given_name", "family_name", "birth_date", "sex", "ethnicity", "disabled", "asylum", "known_to_care"),
    "home_authority",
)


@dataclass(frozen=True)
class ReviewOpened:
    """What is known of a review when it is opened. The three days only where it has been published before."""

    kind: str
    title: str
    method: str
    decided_on: date
    decision_reasons: str
    method_other: str = ""
    criteria: Collection[str] = ()
    lead_area: str = ""
    started_on: date | None = None
    completed_on: date | None = None
    published_on: date | None = None


@dataclass(frozen=True)
class ScopeWritten:
    """What a review looks at, and who does it."""

    terms_of_reference: str
    period_from: date | None
    period_to: date | None
    key_lines: str
    reviewers: str
    independence: str
    our_contribution: str = ""


@service
def open_review(*, by: Person, opened: ReviewOpened) -> PracticeReview:
    """Open a review that comes out of no other case. Whoever may open cases.

    Refuses a day to come, another area's review without the area, and days of publication of any but a serious case review.
    """
    return _opened(by, opened)


@service
def follow_case(*, by: Person, case: str, opened: ReviewOpened, children: Collection[int]) -> PracticeReview:
    """Open a review out of a case, with those of its children that are chosen and their pseudonyms. The case's owner.

    Refuses a practice review that the rapid review did not decide, and a case of concern while the incident may be notified.
    """
    found = owned_case(by, case)
    _check_follows(found, CaseKind(opened.kind))
    review = _opened(by, opened, follows=found)
    for child in found.children.select_related("child").filter(pk__in=children).order_by("pk"):
        told = ChildTold(**{name: getattr(child, name) for name in COPIED}, child=child.child.reference if child.child else "")
        add_child(by=by, case=review.case.reference, told=told)
    record(verb="reviews.case_followed", by=by, subject=subject_of(found))
    return review


def _check_follows(found: Case, kind: CaseKind) -> None:
    if found.kind != CaseKind.INCIDENT:
        return
    incident = found.incident
    if kind == CaseKind.PRACTICE and (not incident.practice_review or incident.state == IncidentState.MET):
        raise Refused("A practice review follows what the partners decided and signed off.", field="kind")
    settled = incident.state == IncidentState.NOT_NOTIFIED or incident.practice_review is False
    if kind == CaseKind.CONCERN and not settled:
        raise Refused(
            "A case of concern follows an incident that was not notified, or has no practice review.",
            field="kind",
        )


def _opened(by: Person, opened: ReviewOpened, follows: Case | None = None) -> PracticeReview:
    fields: dict[str, Any] = asdict(opened)
    kind, criteria, title = CaseKind(fields.pop("kind")), fields.pop("criteria"), fields.pop("title")
    need(opened.decision_reasons, "Enter why the review is done.", "decision_reasons")
    _check_opened(kind, opened)
    case = open_case(by=by, kind=kind, title=title, follows=follows)
    review = PracticeReview(case=case, **fields, **{name: name in criteria for name in CRITERIA})
    if opened.published_on is not None:
        review.state = PracticeState.PUBLISHED
    if kind == CaseKind.PRACTICE:
        running = start_clock(
            by=by,
            kind=kinds.PRACTICE_CLOCK,
            subject=subject_of(case),
            started_at=start_of_day(opened.decided_on),
            owner_person=by,
        )
        review.statutory_due_on = review.due_on = london_date(running.due_at)
    review.save()
    record(verb="reviews.review_opened", by=by, subject=subject_of(case))
    return review


def _check_opened(kind: CaseKind, opened: ReviewOpened) -> None:
    if kind not in REVIEW_KINDS:
        raise Refused("Select what kind of review it is.", field="kind")
    if opened.decided_on > clock.today():
        raise Refused("The day of the decision must be today or in the past.", field="decided_on")
    if opened.method == "other":
        need(opened.method_other, "Enter the method.", "method_other")
    if kind == CaseKind.OTHER_AREA:
        need(opened.lead_area, "Enter which area leads the review.", "lead_area")
    if kind == CaseKind.SERIOUS_CASE and opened.decided_on > LAST_SERIOUS_CASE:
        raise Refused("Serious case reviews ended in September 2019. Open a practice review.", field="decided_on")
    days = (opened.started_on, opened.completed_on, opened.published_on)
    if not any(days):
        return
    if kind != CaseKind.SERIOUS_CASE:
        raise Refused("Only a serious case review of former years is recorded as published.", field="published_on")
    if not all(days):
        raise Refused("Enter when it was started, completed and published.", field="published_on")
    ordered = [opened.decided_on, *(day for day in days if day), clock.today()]
    if ordered != sorted(ordered):
        raise Refused("The days must follow each other: decided, started, completed, published.", field="published_on")


@service
def write_scope(*, by: Person, case: str, version: int, written: ScopeWritten) -> PracticeReview:
    """Say what a review looks at, by whom, and how they are independent. The case's owner, until the report is accepted."""
    review = hold(by, case, version, "write")
    if written.period_from and written.period_to and written.period_to < written.period_from:
        raise Refused("The period must end after it begins.", field="period_to")
    for name, value in asdict(written).items():
        setattr(review, name, value)
    return kept(review, by, "reviews.scope_written")


@service
def go_on(*, by: Person, case: str, version: int) -> PracticeReview:
    """Take a review to its next step, up to the draft. The case's owner.

    Refused for a practice review that most of the three partners did not decide, and for reports before it is said what is asked.
    """
    review = locked(by, case, version)
    if review.state == PracticeState.COMMISSIONED:
        _check_decided(review)
        review.started_on = review.started_on or clock.today()
    if review.state == PracticeState.SCOPING and review.case.kind in PUBLISHED_KINDS:
        for name in ("terms_of_reference", "key_lines", "reviewers", "independence"):
            if not getattr(review, name).strip():
                raise Refused("Write terms of reference, key lines of enquiry, reviewers and their independence first.")
    move(PRACTICE_TRANSITIONS, review, "go_on")
    return kept(review, by, "reviews.review_went_on")


@service
def accept_report(*, by: Person, case: str, version: int, completed_on: date) -> PracticeReview:
    """The partners accept the report. The case's owner.

    Refused until all three have said so, while a fact that is said to be wrong is not answered, and without a draft.
    """
    review = hold(by, case, version, "accept")
    if review.case.kind not in PUBLISHED_KINDS:
        raise Refused("This review ends with what was learned, not with a report.")
    if not review.case.drafts.exists():
        raise Refused("Add the draft that the partners accept.")
    open_facts = DraftRemark.objects.filter(copy__draft__case=review.case, kind=RemarkKind.FACT, answered_at__isnull=True)
    if count := open_facts.count():
        raise Refused(f"Facts that are said to be wrong and are not answered: {count}.")
    check_all_agree(review.case, Question.ACCEPT)
    if not (review.started_on or review.decided_on) <= completed_on <= clock.today():
        raise Refused("The day must lie between the start of the review and today.", field="completed_on")
    review.completed_on = completed_on
    return kept(review, by, "reviews.report_accepted")


@service
def draft_again(*, by: Person, case: str, version: int, reason: str) -> PracticeReview:
    """Take an accepted report back to a draft: what the partners accepted or signed lapses. The case's owner, with a reason."""
    review = hold(by, case, version, "draft_again")
    need(reason, "Enter why it is a draft again.", "reason")
    lapses = review.case.decisions.filter(question__in=(Question.ACCEPT, Question.PUBLISH), replaced_at__isnull=True)
    lapses.update(replaced_at=clock.now())
    review.completed_on = None
    return kept(review, by, "reviews.drafted_again", reason)


@service
def end_review(*, by: Person, case: str, version: int, learned: str, received_on: date | None = None) -> PracticeReview:
    """End a case of concern with its briefing, or another area's review with its report. The case's owner."""
    review = hold(by, case, version, "end")
    if review.case.kind in PUBLISHED_KINDS:
        raise Refused("This review ends when its report is published or withheld.")
    need(learned, "Enter what was learned.", "learned")
    if review.case.kind == CaseKind.OTHER_AREA:
        if received_on is None:
            raise Refused("Enter when the report was received.", field="received_on")
        if not review.decided_on <= received_on <= clock.today():
            raise Refused("The day must lie between the decision and today.", field="received_on")
    review.learned, review.received_on, review.completed_on = learned.strip(), received_on, clock.today()
    review.closed_at, review.closed_by = clock.now(), by.actor_reference
    return kept(review, by, "reviews.review_closed")


@service
def close_review(*, by: Person, case: str, version: int) -> PracticeReview:
    """Close a review that was published or withheld. Its owner."""
    review = hold(by, case, version, "close")
    review.closed_at, review.closed_by = clock.now(), by.actor_reference
    return kept(review, by, "reviews.review_closed")


@service
def tell_of_delay(*, by: Person, case: str, version: int, reasons: str, told_on: date) -> PracticeReview:
    """Record why a practice review takes longer than six months, as the national panel was told. The case's owner."""
    review = locked(by, case, version)
    if review.statutory_due_on is None:
        raise Refused("No time limit holds for this review.")
    need(reasons, "Enter what the panel was told.", "reasons")
    if not review.decided_on <= told_on <= clock.today():
        raise Refused("The day must lie between the decision and today.", field="told_on")
    review.late_reasons, review.late_told_on = reasons.strip(), told_on
    return kept(review, by, "reviews.delay_told")


def when_practice_clock_moves(clock_kind: str, reference: str, due_at: datetime) -> None:
    """The clock of a practice review got another date: the revised day follows, the statutory one stays. Part of services."""
    if clock_kind == kinds.PRACTICE_CLOCK:
        PracticeReview.objects.filter(case__reference=reference).update(due_on=london_date(due_at))


def check_all_agree(case: Case, question: Question) -> None:
    """All three partners have said yes; refused with the names of those who have not. Part of services."""
    said = dict(case.decisions.filter(question=question, replaced_at__isnull=True).values_list("seat", "agreed"))
    waits = [seat.label for seat in RoleHolding.Seat if not said.get(seat)]
    if waits:
        raise Refused(f"Not agreed yet: {', '.join(waits)}. Record what each partner decides, with reasons.")


def _check_decided(review: PracticeReview) -> None:
    follows = review.case.follows
    if review.case.kind != CaseKind.PRACTICE or (follows and follows.kind == CaseKind.INCIDENT):
        return
    agreed = review.case.decisions.filter(question=Question.REVIEW, replaced_at__isnull=True).values_list("agreed", flat=True)
    if len(agreed) != len(RoleHolding.Seat) or sum(agreed) * 2 <= len(agreed):
        raise Refused("Each of the three partners decides, with reasons, and most of them have to want the review.")


def hold(by: Person, case: str, version: int, event: str) -> PracticeReview:
    """A review that its owner takes a step further, locked. Part of services."""
    review = locked(by, case, version)
    move(PRACTICE_TRANSITIONS, review, event)
    return review


def locked(by: Person, case: str, version: int) -> PracticeReview:
    """A review for its owner, locked; a Conflict for whoever has been overtaken. Part of services."""
    found = owned_review(by, case)
    row = Case.objects.select_for_update().get(pk=found.pk)
    check_version(row, version, OVERTAKEN)
    review = PracticeReview.objects.filter(case=row).first()
    if review is None:
        raise NotVisible
    row.follows = found.follows
    review.case = row
    return review


def kept(review: PracticeReview, by: Actor, verb: str, reason: str = "") -> PracticeReview:
    """Save a review, and say what happened. Part of services."""
    review.save()
    review.case.version += 1
    review.case.save(update_fields=["version"])
    record(verb=verb, by=by, subject=subject_of(review.case), reason=reason)
    return review
