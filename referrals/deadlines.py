"""The front door's deadlines. A partnership's own limits (work.models.DeadlineLimit) take the place of these."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from django.urls import reverse

from accounts.access import AGENCY_LEAD
from accounts.access_table import role_codes
from accounts.models import Person
from referrals.handovers import children_of_contact, contact_address
from referrals.rules.encompass import ENCOMPASS, SCHOOL_STARTS
from referrals.rules.triage import MASH_CHECK, MORE_INFORMATION, STRATEGY_DISCUSSION
from work.deadlines import for_handovers, for_requests
from work.rules import Calendar, Deadline

DECISION = "referrals.decision"
INFORMATION = "referrals.information"
BRAG_HOURS = {"red": 4, "amber": 24, "green": 72}
RED_RUNS_ON = frozenset({"red"})
DISAGREEMENT = "referrals.disagreement"
WRITTEN_FORM = "referrals.written_form"
ACKNOWLEDGED = "referrals.school_acknowledges"


def _visible(person: Person, references: Collection[str]) -> Collection[str]:
    from referrals.selectors.contacts import visible_references

    return visible_references(person, references)


def _managed(person: Person, references: Collection[str]) -> Collection[str]:
    from referrals.selectors.contacts import is_manager

    return _visible(person, references) if is_manager(person) else ()


def _decision_moved(reference: str, due_at: datetime) -> None:
    from referrals.services.triage import when_decision_moves

    when_decision_moves(reference, due_at)


def _information_moved(reference: str, due_at: datetime) -> None:
    from referrals.services.triage import when_information_moves

    when_information_moves(reference, due_at)


def _episode_address(reference: str) -> str:
    return reverse("referrals:episode", args=[reference])


def _episodes_seen(person: Person, references: Collection[str]) -> Collection[str]:
    from referrals.selectors.episodes import visible_episode_references

    return visible_episode_references(person, references)


def _episodes_managed(person: Person, references: Collection[str]) -> Collection[str]:
    from referrals.selectors.episodes import managed_episode_references

    return managed_episode_references(person, references)


def _children_of_episode(reference: str) -> Sequence[str]:
    from referrals.models import Episode

    return tuple(Episode.objects.filter(reference=reference).values_list("child__reference", flat=True))


def _assessment_moved(reference: str, due_at: datetime) -> None:
    from referrals.services.assessments import when_assessment_moves

    when_assessment_moves(reference, due_at)


def _described(name: str) -> Callable[[Person, Collection[str]], Mapping[str, str]]:
    """The words of `referrals.described` by name, which is read when the first list of work is shown."""

    def words(person: Person, references: Collection[str]) -> Mapping[str, str]:
        from referrals import described

        told: Mapping[str, str] = getattr(described, name)(person, references)
        return told

    return words


EPISODES = _described("describe_episodes")


def _of_episode(
    kind: str, title: str, calendar: Calendar, limit: int, on_new_date: Callable[[str, datetime], None] | None = None
) -> Deadline:
    """A deadline of an episode, seen by its team and held by the team's manager."""
    declared = Deadline(
        kind,
        title,
        calendar,
        {"": limit},
        address=_episode_address,
        seen_by=_episodes_seen,
        managed_by=_episodes_managed,
        children=_children_of_episode,
        described=EPISODES,
    )
    return replace(declared, on_new_date=on_new_date) if on_new_date else declared


def _family_address(reference: str) -> str:
    return reverse("referrals:early_help", args=[reference])


def _families_seen(person: Person, references: Collection[str]) -> Collection[str]:
    from referrals.selectors.early_help import visible_early_help_references

    return visible_early_help_references(person, references)


def _children_of_family(reference: str) -> Sequence[str]:
    from referrals.models import EarlyHelpChild

    return tuple(EarlyHelpChild.objects.filter(early_help__reference=reference).values_list("child__reference", flat=True))


def _early_help_assessment_moved(reference: str, due_at: datetime) -> None:
    from referrals.services.early_help import when_early_help_assessment_moves

    when_early_help_assessment_moves(reference, due_at)


def _early_help_review_moved(reference: str, due_at: datetime) -> None:
    from referrals.services.early_help import when_early_help_review_moves

    when_early_help_review_moves(reference, due_at)


def _disagreement_address(reference: str) -> str:
    return reverse("referrals:disagreement", args=[reference])


def _disagreements_seen(person: Person, references: Collection[str]) -> Collection[str]:
    from referrals.selectors.disagreements import visible_disagreements

    return set(visible_disagreements(person).filter(reference__in=references).values_list("reference", flat=True))


def _disagreements_managed(person: Person, references: Collection[str]) -> Collection[str]:
    return _disagreements_seen(person, references) if AGENCY_LEAD in role_codes(person) else ()


def _children_of_disagreement(reference: str) -> Sequence[str]:
    from referrals.selectors.disagreements import children_of_disagreement

    return children_of_disagreement(reference)


def _stage_moved(reference: str, due_at: datetime) -> None:
    from referrals.services.disagreeing import when_stage_moves

    when_stage_moves(reference, due_at)


def _taken_address(reference: str) -> str:
    from referrals.selectors.taken import first_contact_of

    return contact_address(first_contact_of(reference))


def _taken_seen(person: Person, references: Collection[str]) -> Collection[str]:
    from referrals.selectors.taken import seen_submissions

    return seen_submissions(person, references)


def _children_of_submission(reference: str) -> Sequence[str]:
    from referrals.models import Contact

    return tuple(Contact.objects.filter(submission__reference=reference).values_list("child__reference", flat=True))


def _notice_address(reference: str) -> str:
    from referrals.selectors.encompass import contact_of_notice

    return contact_address(contact_of_notice(reference))


def _notices_seen(person: Person, references: Collection[str]) -> Collection[str]:
    from referrals.selectors.encompass import notices_seen

    return notices_seen(person, references)


def _children_of_notice(reference: str) -> Sequence[str]:
    from referrals.selectors.encompass import children_of_notice

    return children_of_notice(reference)


CONTACTS, FAMILIES = _described("describe_contacts"), _described("describe_families")
DEADLINES = (
    # Victims and Prisoners Act 2024 and the Home Office's guidance of November 2025: before the next school day starts.
    Deadline(
        ENCOMPASS,
        "School told of domestic abuse (Operation Encompass)",
        Calendar.SCHOOL_DAYS,
        {"": 1},
        by=SCHOOL_STARTS,
        address=_notice_address,
        seen_by=_notices_seen,
        children=_children_of_notice,
        described=_described("describe_notices"),
    ),
    replace(for_requests(ACKNOWLEDGED, "School’s word that it has the notice", Calendar.SCHOOL_DAYS, {"": 1}), by=SCHOOL_STARTS),
    # Local procedures: who rings the MASH follows it up in writing within one working day.
    Deadline(
        WRITTEN_FORM,
        "Written form after a call",
        Calendar.WORKING_DAYS,
        {"": 1},
        address=_taken_address,
        seen_by=_taken_seen,
        children=_children_of_submission,
        described=_described("describe_submissions"),
    ),
    # Local practice: an early help assessment within 30 working days of the family's agreement; reviews every six weeks.
    Deadline(
        "referrals.early_help_assessment",
        "Early help assessment",
        Calendar.WORKING_DAYS,
        {"": 30},
        address=_family_address,
        seen_by=_families_seen,
        children=_children_of_family,
        described=FAMILIES,
        on_new_date=_early_help_assessment_moved,
    ),
    Deadline(
        "referrals.early_help_review",
        "Review of early help",
        Calendar.CALENDAR_DAYS,
        {"": 42},
        address=_family_address,
        seen_by=_families_seen,
        children=_children_of_family,
        described=FAMILIES,
        on_new_date=_early_help_review_moved,
    ),
    # Working Together 2023: an assessment within 45 working days of receiving the referral. The review point is local practice.
    _of_episode("referrals.assessment", "Child and family assessment", Calendar.WORKING_DAYS, 45, _assessment_moved),
    _of_episode("referrals.assessment_review", "Review point of an assessment", Calendar.WORKING_DAYS, 10),
    # Local practice: a child-in-need plan is looked at every three months.
    _of_episode("referrals.plan_review", "Review of a child-in-need plan", Calendar.MONTHS, 3),
    # Working Together 2023: a decision on the next step, and word to the referrer, within one working day of receipt.
    Deadline(
        DECISION,
        "Manager’s decision on a contact",
        Calendar.WORKING_DAYS,
        {"": 1},
        address=contact_address,
        seen_by=_visible,
        managed_by=_managed,
        children=children_of_contact,
        described=CONTACTS,
        on_new_date=_decision_moved,
    ),
    # Working Together 2023: a strategy discussion as soon as possible; of a child at immediate risk on the day of the decision.
    for_handovers(
        STRATEGY_DISCUSSION,
        "Answer to the handover for a strategy discussion",
        Calendar.WORKING_DAYS,
        {"red": 0, "amber": 1, "green": 1, "blue": 1},
    ),
    # BRAG: hours in which agencies answer, by rating. A red contact runs on past closing time; a blue one asks nobody.
    Deadline(
        INFORMATION,
        "Answers of agencies about a contact",
        Calendar.MASH_HOURS,
        BRAG_HOURS,
        runs_on=RED_RUNS_ON,
        address=contact_address,
        seen_by=_visible,
        managed_by=_managed,
        children=children_of_contact,
        described=CONTACTS,
        on_new_date=_information_moved,
    ),
    # The same hours for each agency that is asked, so that its own clock is held and released in the hours of the front door.
    for_requests(MASH_CHECK, "Answer to a check", Calendar.MASH_HOURS, BRAG_HOURS, runs_on=RED_RUNS_ON),
    # A local proposal: the referrer is asked while the contact waits.
    for_requests(MORE_INFORMATION, "Answer of the referrer to a question of the MASH", Calendar.WORKING_DAYS, {"": 2}),
    # Professional disagreement, stage by stage: a working week up to managers, then longer; the days are local proposals.
    Deadline(
        DISAGREEMENT,
        "Stage of a disagreement between agencies",
        Calendar.WORKING_DAYS,
        {"1": 1, "2": 2, "3": 3, "4": 5, "5": 5},
        address=_disagreement_address,
        seen_by=_disagreements_seen,
        managed_by=_disagreements_managed,
        children=_children_of_disagreement,
        described=_described("describe_disagreements"),
        on_new_date=_stage_moved,
    ),
)
