"""What the MASH hands over, and what follows when a team accepts or returns it."""

from collections.abc import Collection, Sequence

from django.urls import reverse

from accounts.models import Person
from foundation.actors import Actor
from foundation.design import words
from referrals.access import EARLY_HELP_COORDINATOR, TEAM_MANAGER
from referrals.rules.encompass import HOME_EDUCATED
from referrals.rules.episodes import CASE_TRANSFER
from referrals.rules.triage import (
    ASSESSMENT,
    EARLY_HELP,
    HANDOVER_TITLES,
    OPEN_CASE,
    RECEIVES_CONTACTS,
    STEP_DOWN,
    STRATEGY_DISCUSSION,
)
from work.kinds import WHOLE_TEAM, HandoverKind
from work.models import Handover


def _accepted(handover: Handover, by: Actor) -> None:
    from referrals.services.tasks import when_accepted

    when_accepted(handover, by)


def _referral_accepted(handover: Handover, by: Actor) -> None:
    from referrals.services.episodes import when_referral_accepted

    _accepted(handover, by)
    when_referral_accepted(handover, by)


def _early_help_accepted(handover: Handover, by: Actor) -> None:
    from referrals.services.early_help import when_early_help_accepted

    _accepted(handover, by)
    when_early_help_accepted(handover, by)


def _step_accepted(handover: Handover, by: Actor) -> None:
    from referrals.services.steps import when_step_accepted

    when_step_accepted(handover, by)


def _step_returned(handover: Handover, by: Actor) -> None:
    from referrals.services.steps import when_step_returned

    when_step_returned(handover, by)


def _episode_accepted(handover: Handover, by: Actor) -> None:
    from referrals.services.moving import when_episode_accepted

    when_episode_accepted(handover, by)


def _episode_returned(handover: Handover, by: Actor) -> None:
    from referrals.services.moving import when_episode_returned

    when_episode_returned(handover, by)


def _episode_address(reference: str) -> str:
    return reverse("referrals:episode", args=[reference])


def _children_of_episode(reference: str) -> Sequence[str]:
    from referrals.models import Episode

    return tuple(Episode.objects.filter(reference=reference).values_list("child__reference", flat=True))


def _restricted_episodes(references: Collection[str]) -> Collection[str]:
    from referrals.models import Episode

    return tuple(Episode.objects.filter(reference__in=references, contact__restricted=True).values_list("reference", flat=True))


def _episodes_seen(person: Person, references: Collection[str]) -> Collection[str]:
    """Episodes whose referral is not restricted, and those whose referral the person sees."""
    from referrals.models import Episode
    from referrals.selectors.contacts import visible_contacts

    hidden = set(_restricted_episodes(references))
    named = Episode.objects.filter(reference__in=hidden, contact__in=visible_contacts(person))
    return (set(references) - hidden) | set(named.values_list("reference", flat=True))


def _step_address(reference: str) -> str:
    from referrals.models import Step

    found = Step.objects.filter(reference=reference).values_list("early_help__reference", flat=True).first()
    return reverse("referrals:early_help", args=[found]) if found else ""


def _children_of_step(reference: str) -> Sequence[str]:
    from referrals.models import Step

    return tuple(
        Step.objects.filter(reference=reference, episode__isnull=False).values_list("episode__child__reference", flat=True)
    )


def _restricted_steps(references: Collection[str]) -> Collection[str]:
    from referrals.models import Step

    found = Step.objects.filter(reference__in=references, episode__contact__restricted=True)
    return tuple(found.values_list("reference", flat=True))


def _steps_seen(person: Person, references: Collection[str]) -> Collection[str]:
    """Steps of children whose referral is not restricted, and of those whose referral the person sees."""
    from referrals.models import Step
    from referrals.selectors.contacts import visible_contacts

    hidden = set(_restricted_steps(references))
    named = Step.objects.filter(reference__in=hidden, episode__contact__in=visible_contacts(person))
    return (set(references) - hidden) | set(named.values_list("reference", flat=True))


def _returned(handover: Handover, by: Actor) -> None:
    from referrals.services.tasks import when_returned

    when_returned(handover, by)


def contact_address(reference: str) -> str:
    """The page of a contact."""
    return reverse("referrals:contact", args=[reference])


def children_of_contact(reference: str) -> Sequence[str]:
    """The reference of the child whom a contact is about, for the access log."""
    from referrals.models import Contact

    return tuple(Contact.objects.filter(reference=reference).values_list("child__reference", flat=True))


def contacts_of_one_form(reference: str) -> Collection[str]:
    """The contacts about the other children of the form that made this one."""
    from referrals.models import Contact

    form = Contact.objects.filter(reference=reference).values("submission")
    return tuple(Contact.objects.filter(submission__in=form).exclude(reference=reference).values_list("reference", flat=True))


def visible_among(person: Person, references: Collection[str]) -> Collection[str]:
    """Those of some contacts that the person may see."""
    from referrals.selectors.contacts import visible_references

    return visible_references(person, references)


def restricted_among(references: Collection[str]) -> Collection[str]:
    """Those of some contacts that only the people named on them see."""
    from referrals.models import Contact

    return tuple(Contact.objects.filter(reference__in=references, restricted=True).values_list("reference", flat=True))


def _facts(person: Person, reference: str) -> Sequence[tuple[str, str]]:
    """The child, the rating, what was decided and why; nothing of a contact that the person does not see."""
    from referrals.selectors.contacts import seen_with_decision

    found = seen_with_decision(person, reference)
    if found is None:
        return ()
    contact, decision = found
    child = contact.submitted_child
    born = f"born {words.date(child.birth_date)}" if child.birth_date else "not born yet"
    rows = [
        ("Child", f"{child.full_name}, {born}"),
        ("Rating", contact.get_rating_display()),
        ("What was decided", contact.get_outcome_display()),
    ]
    if decision is not None:
        rows += [("Level of need", decision.get_threshold_level_display()), ("Why", decision.reasons)]
    rows.append(("The worry", contact.submission.worries))
    return [(label, value) for label, value in rows if value]


ACCEPTED_BY = {
    EARLY_HELP: frozenset({EARLY_HELP_COORDINATOR, TEAM_MANAGER}),
    ASSESSMENT: frozenset({TEAM_MANAGER}),
    STRATEGY_DISCUSSION: frozenset({TEAM_MANAGER}),
    OPEN_CASE: frozenset({TEAM_MANAGER}),
}

INBOXES = ((RECEIVES_CONTACTS, "Every new contact"), (HOME_EDUCATED, "Notices about children educated at home"))
FOLLOWS_ACCEPTANCE = {
    ASSESSMENT: _referral_accepted,
    STRATEGY_DISCUSSION: _referral_accepted,
    EARLY_HELP: _early_help_accepted,
}
"""What accepting these opens, besides doing the task of the contact."""
DEADLINE_OF = {STRATEGY_DISCUSSION: STRATEGY_DISCUSSION}
"""Handovers with a clock of their own, by the rating; the others are answered by the standing limit."""

STEP_DOWN_KIND = HandoverKind(
    STEP_DOWN,
    "Step down to early help",
    on_accepted=_step_accepted,
    on_returned=_step_returned,
    roles=ACCEPTED_BY[EARLY_HELP],
    address=_step_address,
    children=_children_of_step,
    seen_by=_steps_seen,
    restricted=_restricted_steps,
)
CASE_TRANSFER_KIND = HandoverKind(
    CASE_TRANSFER,
    "A case moves to your team",
    on_accepted=_episode_accepted,
    on_returned=_episode_returned,
    roles=frozenset({TEAM_MANAGER}),
    address=_episode_address,
    children=_children_of_episode,
    seen_by=_episodes_seen,
    restricted=_restricted_episodes,
)
OF_CONTACTS = tuple(
    HandoverKind(
        kind,
        title,
        DEADLINE_OF.get(kind, "work.handover"),
        on_accepted=FOLLOWS_ACCEPTANCE.get(kind, _accepted),
        on_returned=_returned,
        roles=ACCEPTED_BY.get(kind, WHOLE_TEAM),
        address=contact_address,
        children=children_of_contact,
        seen_by=visible_among,
        restricted=restricted_among,
        facts=_facts,
        belongs_with=contacts_of_one_form,
    )
    for kind, title in HANDOVER_TITLES.items()
)
HANDOVERS = (*OF_CONTACTS, STEP_DOWN_KIND, CASE_TRANSFER_KIND)
