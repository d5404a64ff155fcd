"""What the front door adds to the child's record: its contacts and episodes, in codes that only it reads."""

from collections.abc import Callable, Collection

from django.urls import reverse

from accounts.models import Person
from children.kinds import (
    ASIDE,
    FAMILY,
    RECORD,
    ChildFile,
    ChildPanel,
    RecordKind,
    RecordsOfChildren,
    References,
    Shown,
    TellingOfChildren,
)
from referrals.handovers import contact_address
from referrals.rules.chronology import entry_words
from referrals.rules.early_help import EARLY_HELP_RECORD
from referrals.rules.episodes import EPISODE
from referrals.rules.triage import CONTACT


def _episode_address(reference: str) -> str:
    return reverse("referrals:episode", args=[reference])


def _episodes_seen(person: Person, references: Collection[str]) -> References:
    from referrals.selectors.episodes import visible_episodes

    return visible_episodes(person).filter(reference__in=references).values_list("reference", flat=True)


def _contacts_seen(person: Person, references: Collection[str]) -> References:
    from referrals.selectors.contacts import visible_contacts

    return visible_contacts(person).filter(reference__in=references).values_list("reference", flat=True)


def _restricted_episodes(references: Collection[str]) -> References:
    from referrals.models import Episode

    return Episode.objects.filter(reference__in=references, contact__restricted=True).values_list("reference", flat=True)


def _restricted_contacts(references: Collection[str]) -> References:
    from referrals.models import Contact

    return Contact.objects.filter(reference__in=references, restricted=True).values_list("reference", flat=True)


def _family_address(reference: str) -> str:
    return reverse("referrals:early_help", args=[reference])


def _families_seen(person: Person, references: Collection[str]) -> References:
    from referrals.selectors.early_help import visible_early_help

    return visible_early_help(person).filter(reference__in=references).values_list("reference", flat=True)


def _restricted_families(references: Collection[str]) -> References:
    from referrals.selectors.early_help import restricted_families

    return restricted_families(references)


def _contacts_about(person: Person, children: Collection[int]) -> RecordsOfChildren:
    from referrals.selectors.children import contacts_about

    return contacts_about(person, children)


def _episodes_about(person: Person, children: Collection[int]) -> RecordsOfChildren:
    from referrals.selectors.children import episodes_about

    return episodes_about(person, children)


def _families_about(person: Person, children: Collection[int]) -> RecordsOfChildren:
    from referrals.selectors.children import early_help_about

    return early_help_about(person, children)


def _telling_of_contacts(person: Person, children: Collection[int]) -> TellingOfChildren:
    from referrals.selectors.children import telling_of_contacts

    return telling_of_contacts(person, children)


def _telling_of_episodes(person: Person, children: Collection[int]) -> TellingOfChildren:
    from referrals.selectors.children import telling_of_episodes

    return telling_of_episodes(person, children)


def _telling_of_families(person: Person, children: Collection[int]) -> TellingOfChildren:
    from referrals.selectors.children import telling_of_early_help

    return telling_of_early_help(person, children)


def _panel(name: str) -> Callable[[ChildFile], Shown | None]:
    """A panel by its name in the presenters, which are read when the first page is shown."""

    def show(file: ChildFile) -> Shown | None:
        from referrals.presenters import child_page

        shown: Shown | None = getattr(child_page, name)(file)
        return shown

    return show


RECORDS = (
    RecordKind(
        EPISODE,
        seen_by=_episodes_seen,
        address=_episode_address,
        words=entry_words,
        restricted=_restricted_episodes,
        title="Child-in-need episodes",
        of_children=_episodes_about,
        telling_of=_telling_of_episodes,
    ),
    RecordKind(
        CONTACT,
        seen_by=_contacts_seen,
        address=contact_address,
        words=entry_words,
        restricted=_restricted_contacts,
        title="Contacts",
        of_children=_contacts_about,
        telling_of=_telling_of_contacts,
    ),
    RecordKind(
        EARLY_HELP_RECORD,
        seen_by=_families_seen,
        address=_family_address,
        words=entry_words,
        restricted=_restricted_families,
        title="Early help",
        of_children=_families_about,
        telling_of=_telling_of_families,
    ),
)
PANELS = (
    ChildPanel(RECORD, 10, show=_panel("contacts_panel")),
    ChildPanel(RECORD, 20, show=_panel("episodes_panel")),
    ChildPanel(RECORD, 30, show=_panel("early_help_panel")),
    ChildPanel(FAMILY, 10, show=_panel("household_panel")),
    ChildPanel(FAMILY, 20, show=_panel("same_forms_panel")),
    ChildPanel(ASIDE, 90, show=_panel("joined_panel")),
)
