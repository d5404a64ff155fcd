"""What stands beside a clock on "My work": the rating and where its record stands, in words that name nobody."""

from collections.abc import Collection, Iterable, Mapping

from accounts.models import Person
from foundation.design import words
from referrals.models import AssessmentState, Episode, Rating, Submission
from referrals.selectors.described import (
    contacts_described,
    disagreements_described,
    episodes_described,
    families_described,
    notices_described,
    submissions_described,
)

Words = Mapping[str, str]


def describe_contacts(_person: Person, references: Collection[str]) -> Words:
    """ "Amber · Being screened · Oakfield Primary · received 18 Nov 2026"."""
    return {
        one.reference: _line(
            (
                _rating(one.rating, urgent=one.urgent),
                one.get_state_display(),
                _source(one.submission),
                f"received {words.short_date(one.received_at)}, {words.time(one.received_at)}",
            )
        )
        for one in contacts_described(references)
    }


def describe_episodes(person: Person, references: Collection[str]) -> Words:
    """ "Yours · Assessment: in progress · referred 3 Nov 2026"."""
    return {
        one.reference: _line(
            (
                "Not allocated" if one.worker_id is None else "Yours" if one.worker_id == person.pk else "Allocated",
                standing_words(one),
                f"referred {words.short_date(one.referred_on)}",
            )
        )
        for one in episodes_described(references)
    }


def standing_words(episode: Episode) -> str:
    """Where the work on an episode stands."""
    assessment = next((row for row in episode.assessments.all() if row.state != AssessmentState.AUTHORISED), None)
    if episode.closed_on:
        return "Closed"
    if assessment is not None:
        return f"Assessment: {assessment.get_state_display().lower()}"
    if any(plan.ended_on is None for plan in episode.plans.all()):
        return "Child-in-need plan"
    return "Assessment finished" if episode.assessments.all() else "No assessment yet"


def describe_families(_person: Person, references: Collection[str]) -> Words:
    """ "Assessing · Oakfield Primary leads · since 3 Nov 2026"."""
    return {
        one.reference: _line((one.get_state_display(), f"{one.agency.name} leads", f"since {words.short_date(one.requested_at)}"))
        for one in families_described(references)
    }


def describe_disagreements(_person: Person, references: Collection[str]) -> Words:
    """ "Stage 2 · Threshold · Oakfield Primary with Northmere Council"."""
    return {
        one.reference: _line(
            (f"Stage {one.stage}", one.get_about_display(), f"{one.raised_for.name} with {one.raised_with.name}")
        )
        for one in disagreements_described(references)
    }


def describe_submissions(_person: Person, references: Collection[str]) -> Words:
    """ "Telephone · Oakfield Primary · received 18 Nov 2026"."""
    return {
        one.reference: _line(
            (
                one.get_channel_display(),
                _source(one),
                f"received {words.short_date(one.received_at)}, {words.time(one.received_at)}",
            )
        )
        for one in submissions_described(references)
    }


def describe_notices(_person: Person, references: Collection[str]) -> Words:
    """ "Amber · Oakfield Primary · since 18 Nov 2026"."""
    return {
        one.reference: _line(
            (
                _rating(one.contact.rating, urgent=one.contact.urgent),
                one.agency.name if one.agency else "No school chosen yet",
                f"since {words.short_date(one.begun_at)}, {words.time(one.begun_at)}",
            )
        )
        for one in notices_described(references)
    }


def _rating(rating: str, *, urgent: bool) -> str:
    if rating:
        return str(Rating(rating).label)
    return "Urgent, not rated yet" if urgent else "Not rated yet"


def _source(submission: Submission) -> str:
    return submission.agency.name if submission.agency else submission.get_referral_source_display()


def _line(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
