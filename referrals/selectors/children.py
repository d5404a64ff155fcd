"""The front door's records about some children, as they stand to one person: for the child's page.

A record counts as seen by whoever may see it and may open its page. A contact opens the child's page while it is open, and
always to the MASH, which looks for what was before; an episode or early help opens it while it is open.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet

from accounts.access import Eyes, sight
from accounts.access_table import route_table, sighted_team_ids
from accounts.models import Person
from children.kinds import RecordOfChild, RecordsOfChildren, TellingOfChildren
from children.models import Child
from children.selectors.records import standing_id
from foundation.asked_often import AskedOften
from foundation.looked_up import looked_up
from referrals.models import (
    SEE_CONTACT,
    Contact,
    ContactPersonGrant,
    ContactTeamGrant,
    EarlyHelpChild,
    EarlyHelpState,
    Episode,
    Step,
    Submission,
    SubmissionPerson,
)
from referrals.rules.early_help import EARLY_HELP_RECORD
from referrals.rules.episodes import EPISODE
from referrals.rules.triage import CONTACT
from referrals.selectors.contacts import people_of, visible_contacts, works_in_the_mash
from referrals.selectors.early_help import visible_early_help
from referrals.selectors.queue import search_contacts
from referrals.selectors.versions import standing_submission

MOST = 500


def contacts_about(person: Person, children: Collection[int]) -> RecordsOfChildren:
    """Contacts of some children."""
    admitted, always = _admitted(person, "referrals:contact"), works_in_the_mash(person)
    return RecordsOfChildren(
        _CONTACTS.asked(children=tuple(children), **vars(Eyes.of(person))),
        lambda row: RecordOfChild(
            CONTACT,
            row.reference,
            row.child_id,
            seen=admitted and row.seen,
            opens=admitted and row.seen and (always or row.is_open),
            restricted=row.restricted,
            row=row,
        ),
    )


def telling_of_contacts(person: Person, children: Collection[int]) -> TellingOfChildren:
    """Of which of some children there are contacts."""
    rows = _TELLING_OF_CONTACTS.asked(children=tuple(children), **vars(Eyes.of(person)))
    return TellingOfChildren(rows, _admitted(person, "referrals:contact"))


def _every_contact(children: Collection[int], **eyes: Any) -> QuerySet[Any]:
    seen = sight(Eyes(**eyes), SEE_CONTACT, team_grants=ContactTeamGrant, person_grants=ContactPersonGrant)
    return Contact.objects.filter(child__in=children).annotate(seen=seen)


def _contacts(children: Collection[int], **eyes: Any) -> QuerySet[Contact]:
    rows = _every_contact(children, **eyes).select_related("submitted_child", "submission__agency")
    return rows.order_by("-received_at", "-pk")[:MOST]


def _telling_of_contacts(children: Collection[int], **eyes: Any) -> QuerySet[Contact, tuple[int, bool, bool]]:
    return _every_contact(children, **eyes).order_by().values_list("child", "seen", "restricted").distinct()


_CONTACTS, _TELLING_OF_CONTACTS = AskedOften(_contacts), AskedOften(_telling_of_contacts)


def episodes_about(person: Person, children: Collection[int]) -> RecordsOfChildren:
    """Child-in-need episodes of some children."""
    admitted = _admitted(person, "referrals:episode")
    teams = tuple(sorted(sighted_team_ids(person)))
    return RecordsOfChildren(
        _EPISODES.asked(children=tuple(children), teams=teams, **vars(Eyes.of(person))),
        lambda row: RecordOfChild(
            EPISODE,
            row.reference,
            row.child_id,
            seen=admitted and row.seen,
            opens=admitted and row.seen and row.closed_on is None,
            restricted=row.hidden,
            row=row,
        ),
    )


def telling_of_episodes(person: Person, children: Collection[int]) -> TellingOfChildren:
    """Of which of some children there are episodes."""
    teams = tuple(sorted(sighted_team_ids(person)))
    rows = _TELLING_OF_EPISODES.asked(children=tuple(children), teams=teams, **vars(Eyes.of(person)))
    return TellingOfChildren(rows, _admitted(person, "referrals:episode"))


def _every_episode(children: Collection[int], teams: Collection[int], **eyes: Any) -> QuerySet[Any]:
    named = looked_up(visible_contacts(Eyes(**eyes)).filter(pk=OuterRef("contact")))
    return Episode.objects.filter(child__in=children).annotate(seen=Q(team__in=teams) & Q(named), hidden=F("contact__restricted"))


def _episodes(children: Collection[int], teams: Collection[int], **eyes: Any) -> QuerySet[Episode]:
    rows = _every_episode(children, teams, **eyes).select_related("team", "worker")
    return rows.order_by("-referred_on", "-pk")[:MOST]


def _telling_of_episodes(
    children: Collection[int], teams: Collection[int], **eyes: Any
) -> QuerySet[Episode, tuple[int, bool, bool]]:
    return _every_episode(children, teams, **eyes).order_by().values_list("child", "seen", "hidden").distinct()


_EPISODES, _TELLING_OF_EPISODES = AskedOften(_episodes), AskedOften(_telling_of_episodes)


def early_help_about(person: Person, children: Collection[int]) -> RecordsOfChildren:
    """Early help for the families of some children."""
    admitted = _admitted(person, "referrals:early_help")
    return RecordsOfChildren(
        _FAMILIES.asked(children=tuple(children), **vars(Eyes.of(person))),
        lambda row: RecordOfChild(
            EARLY_HELP_RECORD,
            row.early_help.reference,
            row.child_id,
            seen=admitted and row.seen,
            opens=admitted and row.seen and row.early_help.state != EarlyHelpState.CLOSED,
            restricted=row.hidden,
            row=row.early_help,
        ),
    )


def telling_of_early_help(person: Person, children: Collection[int]) -> TellingOfChildren:
    """Of which of some children there is early help for their family."""
    rows = _TELLING_OF_FAMILIES.asked(children=tuple(children), **vars(Eyes.of(person)))
    return TellingOfChildren(rows, _admitted(person, "referrals:early_help"))


def _every_family(children: Collection[int], **eyes: Any) -> QuerySet[Any]:
    of_family = OuterRef("early_help")
    brought = EarlyHelpChild.objects.filter(early_help=of_family, contact__restricted=True)
    stepped = Step.objects.filter(early_help=of_family, episode__contact__restricted=True)
    return EarlyHelpChild.objects.filter(child__in=children).annotate(
        seen=looked_up(visible_early_help(Eyes(**eyes)).filter(pk=of_family)),
        hidden=Q(looked_up(brought)) | Q(looked_up(stepped)),
    )


def _families(children: Collection[int], **eyes: Any) -> QuerySet[EarlyHelpChild]:
    rows = _every_family(children, **eyes).select_related("early_help__agency", "early_help__team", "early_help__lead")
    return rows.order_by("-early_help__requested_at", "-pk")[:MOST]


def _telling_of_families(children: Collection[int], **eyes: Any) -> QuerySet[EarlyHelpChild, tuple[int, bool, bool]]:
    return _every_family(children, **eyes).order_by().values_list("child", "seen", "hidden").distinct()


_FAMILIES, _TELLING_OF_FAMILIES = AskedOften(_families), AskedOften(_telling_of_families)


def _admitted(person: Person, route: str) -> bool:
    return route_table()[route].who.admits(person)


def children_found(person: Person, words: str, born: date | None, besides: Collection[int]) -> list[Child]:
    """The children, one record for each, whose contacts a search finds; without some (ids), in the order of the search."""
    found: dict[int, Child] = {}
    for contact in search_contacts(person, words, born):
        if contact.child_id not in besides:
            found.setdefault(standing_id(contact.child), contact.child)
    return list(found.values())


def on_the_same_forms(person: Person, contacts: Sequence[Contact]) -> list[Contact]:
    """The contacts of other children of the forms of these contacts, which the person sees, the newest first."""
    rows = visible_contacts(person).filter(submission__in={one.submission_id for one in contacts})
    rows = rows.exclude(pk__in=[one.pk for one in contacts]).select_related("child", "submitted_child")
    return list(rows.order_by("-received_at", "position")[:MOST])


def household_told(contact: Contact) -> tuple[Submission, list[SubmissionPerson]]:
    """The household and network as the form of a contact told of them, and as it stands now. The reader sees the contact."""
    return standing_submission(contact.submission), people_of(contact)
