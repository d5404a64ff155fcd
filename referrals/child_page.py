"""What the front door adds to the child's record: its contacts and episodes, in codes that only it reads."""

from collections.abc import Collection

from django.urls import reverse

from accounts.models import Person
from children.kinds import RecordKind, Rows
from referrals.handovers import contact_address
from referrals.rules.chronology import entry_words
from referrals.rules.episodes import EPISODE
from referrals.rules.triage import CONTACT


def _children_seen(person: Person, children: Collection[int]) -> Rows[int]:
    from referrals.selectors.contacts import visible_contacts

    return visible_contacts(person).filter(child__in=children).values_list("child", flat=True)


def _children_told(children: Collection[int]) -> Rows[int]:
    from referrals.models import Contact

    return Contact.objects.filter(child__in=children, restricted=False).values_list("child", flat=True)


def _episode_address(reference: str) -> str:
    return reverse("referrals:episode", args=[reference])


def _episodes_seen(person: Person, references: Collection[str]) -> Rows[str]:
    from referrals.selectors.episodes import visible_episodes

    return visible_episodes(person).filter(reference__in=references).values_list("reference", flat=True)


def _contacts_seen(person: Person, references: Collection[str]) -> Rows[str]:
    from referrals.selectors.contacts import visible_contacts

    return visible_contacts(person).filter(reference__in=references).values_list("reference", flat=True)


def _children_in_seen_episodes(person: Person, children: Collection[int]) -> Rows[int]:
    from referrals.selectors.episodes import visible_episodes

    return visible_episodes(person).filter(child__in=children).values_list("child", flat=True)


def _children_in_episodes_told(children: Collection[int]) -> Rows[int]:
    from referrals.models import Episode

    return Episode.objects.filter(child__in=children, contact__restricted=False).values_list("child", flat=True)


def _restricted_episodes(references: Collection[str]) -> Rows[str]:
    from referrals.models import Episode

    return Episode.objects.filter(reference__in=references, contact__restricted=True).values_list("reference", flat=True)


def _restricted_contacts(references: Collection[str]) -> Rows[str]:
    from referrals.models import Contact

    return Contact.objects.filter(reference__in=references, restricted=True).values_list("reference", flat=True)


RECORDS = (
    RecordKind(
        EPISODE,
        seen_by=_episodes_seen,
        children_seen=_children_in_seen_episodes,
        children_told=_children_in_episodes_told,
        address=_episode_address,
        words=entry_words,
        restricted=_restricted_episodes,
    ),
    RecordKind(
        CONTACT,
        seen_by=_contacts_seen,
        children_seen=_children_seen,
        children_told=_children_told,
        address=contact_address,
        words=entry_words,
        restricted=_restricted_contacts,
    ),
)
