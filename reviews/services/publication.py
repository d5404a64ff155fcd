"""Publishing a review: the text and what is found in it, the plan, the page for everybody, or the reasons for having none."""

from datetime import date

from django.utils.text import slugify

from accounts.models import Person
from foundation import clock
from foundation.calendar import add_months
from foundation.errors import NotVisible, Refused, need
from foundation.events import record
from foundation.service import service
from reviews.models import (
    Case,
    CaseKind,
    FindingAnswer,
    PracticeReview,
    PracticeState,
    PublicationText,
    PublishedReview,
    Question,
    WordKind,
    WordNotToPublish,
)
from reviews.rules import kinds
from reviews.selectors.practice import PUBLISHED_KINDS, open_holds, owned_review
from reviews.selectors.publication import days_of, found_in, found_in_publication, panel_had_it_by
from reviews.services.practice import check_all_agree, hold, kept, locked
from reviews.services.team import subject_of
from work.services.clocks import stop_clock

PUBLIC_MONTHS = 12
"""For which a report stays where everybody can read it, at least."""
PREPARED = frozenset({PracticeState.DRAFT, PracticeState.ACCEPTED, PracticeState.PRE_PUBLICATION})


@service
def write_text(*, by: Person, case: str, version: int, title: str, summary: str, body: str) -> PublicationText:
    """Keep the text that is to be published. The case's owner.

    What lawyers and the family have seen, and what the partners signed for publication, lapses with each change.
    """
    review = locked(by, case, version)
    if review.state not in PREPARED or review.case.kind not in PUBLISHED_KINDS:
        raise Refused("The text is written while the report is a draft, accepted, or being prepared for publication.")
    for name, value in (("title", title), ("summary", summary), ("body", body)):
        need(value, f"Enter the {'report' if name == 'body' else name}.", name)
    row, _made = PublicationText.objects.update_or_create(
        case=review.case,
        defaults={
            "title": title.strip(),
            "summary": summary.strip(),
            "body": body.strip(),
            "written_at": clock.now(),
            "written_by": by.actor_reference,
            "legal_on": None,
            "legal_who": "",
            "family_on": None,
            "family_who": "",
        },
    )
    signed = review.case.decisions.filter(question=Question.PUBLISH, replaced_at__isnull=True)
    signed.update(replaced_at=clock.now())
    kept(review, by, "reviews.publication_text_written")
    return row


@service
def forbid_words(*, by: Person, case: str, kind: str, words: str) -> WordNotToPublish:
    """Say what else must not be found in the text. The case's owner; refuses what stands there, and a date that is none."""
    found = Case.objects.select_for_update().get(pk=owned_review(by, case).pk)
    need(words, "Enter what must not be found.", "words")
    if kind == WordKind.DATE and not any(days_of(words)):
        raise Refused("Enter a date, such as 3 May 2019.", field="words")
    if found.words_not_to_publish.filter(kind=kind, words__iexact=words.strip()).exists():
        raise Refused("This is looked for already.", field="words")
    row = WordNotToPublish.objects.create(
        case=found, kind=WordKind(kind), words=words.strip(), added_at=clock.now(), added_by=by.actor_reference
    )
    record(verb="reviews.words_forbidden", by=by, subject=subject_of(found))
    return row


@service
def answer_finding(*, by: Person, case: str, finding: str, reason: str) -> FindingAnswer:
    """Say why something that was found may stand where it stands. The case's owner; refused of what is not found."""
    found = owned_review(by, case)
    Case.objects.select_for_update().get(pk=found.pk)
    need(reason, "Enter why it may stand there.", "reason")
    text = PublicationText.objects.filter(case=found).first()
    if text is None or finding not in {one.finding.mark for one in found_in_publication(found) if not one.answer}:
        raise NotVisible
    row = FindingAnswer.objects.create(
        case=found, finding=finding, reason=reason.strip(), answered_at=clock.now(), answered_by=by.actor_reference
    )
    record(verb="reviews.finding_answered", by=by, subject=subject_of(found))
    return row


@service
def tick_check(*, by: Person, case: str, version: int, check: str, who: str, seen_on: date) -> PublicationText:
    """Record that a lawyer (`legal`) or the family (`family`) has seen the text as it is now, who and when. The case's owner."""
    review = locked(by, case, version)
    text = PublicationText.objects.select_for_update().filter(case=review.case).first()
    if text is None:
        raise Refused("Write the text first.")
    need(who, "Enter who has seen it.", "who")
    if not text.written_at.date() <= seen_on <= clock.today():
        raise Refused("The day must lie between the last change of the text and today.", field="seen_on")
    if check not in ("legal", "family"):
        raise NotVisible
    setattr(text, f"{check}_on", seen_on)
    setattr(text, f"{check}_who", who.strip())
    text.save()
    kept(review, by, "reviews.legal_check_ticked" if check == "legal" else "reviews.family_check_ticked")
    return text


@service
def prepare_publication(
    *,
    by: Person,
    case: str,
    version: int,
    planned_on: date,
    publication_plan: str,
    media_plan: str,
    copies_sent_on: date | None = None,
) -> PracticeReview:
    """Plan the publication, and record when the panel and the Secretary of State got the report. The case's owner."""
    review = hold(by, case, version, "prepare")
    need(publication_plan, "Enter how it is published.", "publication_plan")
    need(media_plan, "Enter how the media are answered.", "media_plan")
    if copies_sent_on is not None and copies_sent_on > clock.today():
        raise Refused("The day must be today or in the past.", field="copies_sent_on")
    if review.completed_on is None or planned_on < review.completed_on:
        raise Refused("It is published after it was accepted.", field="planned_on")
    review.planned_on, review.copies_sent_on = planned_on, copies_sent_on
    review.publication_plan, review.media_plan = publication_plan.strip(), media_plan.strip()
    return kept(review, by, "reviews.publication_prepared")


@service
def publish_review(*, by: Person, case: str, version: int, review_on: date) -> PublishedReview:
    """Let everybody read the text as it was checked. The case's owner.

    Refused while proceedings hold it (says which), while anything that was found is neither mended nor answered, before lawyer
    and family have seen it, before the three partners have signed it, before the panel has had it for seven working days, and
    late without the reason that the panel was told.
    """
    review = hold(by, case, version, "publish")
    _check_holds(review)
    text = _checked_text(review)
    check_all_agree(review.case, Question.PUBLISH)
    _check_panel(review)
    if review_on < _kept_until(clock.today()):
        raise Refused("It stays public for at least a year: enter a later day.", field="review_on")
    review.published_on = clock.today()
    stop_clock(by=by, kind=kinds.PRACTICE_CLOCK, subject=subject_of(review.case), outcome="published")
    kept(review, by, "reviews.review_published")
    return _page(by, review, text.title, text.summary, text.body, review_on)


@service
def withhold_review(
    *, by: Person, case: str, version: int, reasons: str, told_on: date, title: str, improvements: str
) -> PracticeReview:
    """Decide that the report is not published, and publish what is improved. The case's owner, with reasons told to the panel.

    Refused while proceedings hold the publication, before all three partners have signed, and where the improvements could say
    who somebody is.
    """
    review = hold(by, case, version, "withhold")
    _check_holds(review)
    need(reasons, "Enter the reasons.", "reasons")
    need(title, "Enter a title.", "title")
    need(improvements, "Enter what is improved.", "improvements")
    if review.completed_on is None or not review.completed_on <= told_on <= clock.today():
        raise Refused("The day must lie between the acceptance of the report and today.", field="told_on")
    found = found_in(review.case, {"title": title, "improvements": improvements})
    if found:
        words = ", ".join(f"“{one.finding.words}” ({one.finding.why})" for one in found[:5])
        raise Refused(f"It could say who somebody is: {words}. Write it without.", field=found[0].part)
    check_all_agree(review.case, Question.PUBLISH)
    review.withheld_reasons, review.withheld_on, review.improvements = reasons.strip(), told_on, improvements.strip()
    stop_clock(by=by, kind=kinds.PRACTICE_CLOCK, subject=subject_of(review.case), outcome="withheld")
    kept(review, by, "reviews.review_withheld", reasons)
    until = _kept_until(clock.today())
    _page(by, review, title.strip(), "The report is not published. This is what is improved.", review.improvements, until)
    return review


@service
def withdraw_published(*, by: Person, case: str, reason: str) -> PublishedReview:
    """Take a page down. The case's owner, with a reason; refused before it has been public for a year."""
    found = owned_review(by, case)
    page = PublishedReview.objects.select_for_update().filter(case=found).first()
    if page is None:
        raise NotVisible
    need(reason, "Enter why it is withdrawn.", "reason")
    if page.withdrawn_at is not None:
        raise Refused("It has been withdrawn already.")
    until = _kept_until(page.published_on)
    if clock.today() < until:
        raise Refused(f"It stays public for at least a year, until {until:%-d %B %Y}.")
    page.withdrawn_at, page.withdrawn_by, page.withdrawn_reason = clock.now(), by.actor_reference, reason.strip()
    page.save()
    record(verb="reviews.page_withdrawn", by=by, subject=subject_of(found), reason=reason)
    return page


def _kept_until(published_on: date) -> date:
    return add_months(published_on, PUBLIC_MONTHS)


def _check_holds(review: PracticeReview) -> None:
    holds = open_holds(review.case)
    if holds:
        which = "; ".join(f"{row.get_kind_display()} ({row.lead})" for row in holds)
        raise Refused(f"The publication waits for: {which}.")


def _checked_text(review: PracticeReview) -> PublicationText:
    text = PublicationText.objects.filter(case=review.case).first()
    if text is None:
        raise Refused("Write the text that is published.")
    review.case.publication_text = text
    left = sum(1 for one in found_in_publication(review.case) if not one.answer)
    if left:
        raise Refused(f"The check of the text found what is neither mended nor answered: {left}.")
    if text.legal_on is None or text.family_on is None:
        raise Refused("A lawyer and the family see the text as it is now before it is published. Record who did, and when.")
    return text


def _check_panel(review: PracticeReview) -> None:
    if review.case.kind == CaseKind.THEMATIC:
        return
    if review.copies_sent_on is None:
        raise Refused("Record when the national panel and the Secretary of State got the report.")
    first = panel_had_it_by(review.copies_sent_on)
    if clock.today() < first:
        raise Refused(f"The panel has the report for seven working days first: publish it from {first:%-d %B %Y}.")
    if review.statutory_due_on is not None and review.statutory_due_on < clock.today() and review.late_told_on is None:
        raise Refused("Six months have passed. Record the reason that the national panel was told.")


def _page(by: Person, review: PracticeReview, title: str, summary: str, body: str, review_on: date) -> PublishedReview:
    method = review.method_other or review.get_method_display()
    return PublishedReview.objects.create(
        case=review.case,
        slug=_free_slug(title),
        kind=review.case.get_kind_display(),
        method=method,
        title=title,
        summary=summary,
        body=body,
        improvements_only=review.state == PracticeState.WITHHELD,
        published_on=clock.today(),
        published_at=clock.now(),
        published_by=by.actor_reference,
        review_on=review_on,
    )


def _free_slug(title: str) -> str:
    stem = slugify(title)[:70].strip("-") or "review"
    taken = set(PublishedReview.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for slug in (stem, *(f"{stem}-{number}" for number in range(2, 10_000))) if slug not in taken)
