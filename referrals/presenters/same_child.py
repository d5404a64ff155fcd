"""The words of the tab “Same child?”: who the child may be, and what was joined."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse

from accounts.models import Team
from children.models import Child, ChildMerge
from children.presenters import born_words, chronology_lines, likeness_words, named, reason_rows
from children.selectors.likely import Candidate
from children.selectors.records import standing_id
from foundation.design import words
from referrals.models import Contact, Outcome
from referrals.rules.repeats import Repeats
from referrals.selectors.repeats import repeats_of_contact
from referrals.selectors.same_child import SameChild

REASONS_IN_SHORT = 4
ORDINALS = {3: "Third contact", 4: "Fourth contact", 5: "Fifth contact", 6: "Sixth contact"}


def same_child_page(contact: Contact, found: SameChild, *, officer: bool) -> dict[str, Any]:
    """Everything that the tab shows besides what stands on every tab."""
    return {
        "candidates": [_candidate(contact, one, found.contacts, officer=officer) for one in found.found.candidates],
        "elsewhere": [_elsewhere(contact, one, teams) for one, teams in found.elsewhere],
        "siblings": [_sibling(one) for one in found.siblings],
        "household": [_at_home(one, found.contacts) for one in found.found.household],
        "joined": [_merge(contact, one, officer=officer) for one in found.merges],
        "may_find_nobody": bool(found.found.candidates) or not found.merges,
        "shown": [one.child.reference for one in found.found.candidates],
        "chronology": chronology_lines(found.chronology),
    }


def _candidate(contact: Contact, one: Candidate, contacts: Mapping[int, Sequence[Contact]], *, officer: bool) -> dict[str, Any]:
    likely, colour = likeness_words(one.likeness)
    return {
        "name": one.child.full_name,
        "born": born_words(one.child),
        "reference": one.child.reference,
        "where": ", ".join(part for part in (one.child.address.replace("\n", ", "), one.child.postcode) if part),
        "likely": likely,
        "colour": colour,
        "score": one.likeness.score,
        "reasons": reason_rows(one.likeness)[:REASONS_IN_SHORT],
        "contacts": contact_rows(contacts.get(one.standing, ())),
        "page": reverse("children:child", args=[one.child.reference]) if officer else "",
        "href": reverse("referrals:compare_child", args=[contact.reference, one.child.reference]) if officer else "",
    }


def _elsewhere(contact: Contact, one: Candidate, teams: Sequence[Team]) -> dict[str, Any]:
    """A stub: whom to ring, and nothing of the record."""
    return {
        "teams": [team_words(team) for team in teams] or ["The MASH"],
        "href": reverse("referrals:ask_for_sight", args=[contact.reference, one.child.reference])
        if teams and not contact.restricted
        else "",
    }


def team_words(team: Team) -> str:
    """A team with its agency and telephone number."""
    telephone = team.telephone or settings.PARTNERSHIP["mash_telephone"]
    return f"{team.name}, {team.agency.name}: {telephone}"


def contact_rows(contacts: Iterable[Contact]) -> list[dict[str, Any]]:
    """Contacts of a child in a line each, with what became of them."""
    return [
        {
            "text": f"{words.date(one.received_at)}: {one.get_outcome_display() or one.get_state_display()}",
            "reference": one.reference,
            "href": reverse("referrals:contact", args=[one.reference]),
        }
        for one in contacts
    ]


def _sibling(one: Contact) -> dict[str, str]:
    return {
        "name": one.submitted_child.full_name,
        "text": f"{born_words(one.child)}, on the same form",
        "href": reverse("referrals:contact", args=[one.reference]),
        "reference": one.reference,
    }


def _at_home(child: Child, contacts: Mapping[int, Sequence[Contact]]) -> dict[str, str]:
    newest = next(iter(contacts.get(standing_id(child), ())), None)
    return {
        "name": child.full_name,
        "text": f"{born_words(child)}, at the same address",
        "href": reverse("referrals:contact", args=[newest.reference]) if newest else "",
        "reference": newest.reference if newest else "",
    }


def _merge(contact: Contact, one: ChildMerge, *, officer: bool) -> dict[str, str]:
    return {
        "text": f"{named(one.lesser)}, is kept with {named(one.greater)}",
        "when": words.moment(one.merged_at),
        "reason": one.reason,
        "reference": one.reference,
        "href": reverse("referrals:part_children", args=[contact.reference, one.reference]) if officer else "",
    }


def repeat_lines(repeats: Repeats) -> list[str]:
    """What a contact repeats, in sentences; nothing where it repeats nothing."""
    lines = []
    if repeats.referral is not None:
        outcome = Outcome(repeats.referral.outcome).label
        lines.append(f"Re-referral: within 12 months of the contact of {words.date(repeats.referral.received_on)}. {outcome}.")
    if repeats.pattern:
        number = ORDINALS.get(repeats.without_action + 1, f"Contact number {repeats.without_action + 1}")
        lines.append(f"{number} in 12 months. Each of the earlier {repeats.without_action} ended with no further action.")
    return lines


def likely_lines(repeats: Repeats | None) -> list[str]:
    """What a contact likely repeats, by the records that look alike and about which nobody has said anything yet."""
    return [f"Likely {words.lower_first(line)}" for line in repeat_lines(repeats.likely)] if repeats and repeats.likely else []


def looks_known_rows(contact: Contact, found: Iterable[tuple[Candidate, Sequence[Contact]]]) -> list[dict[str, Any]]:
    """Likely candidates at arrival, with what the contact would repeat if it were the same child."""
    return [
        {
            "text": f"{likeness_words(one.likeness)[0]} as {named(one.child)}",
            "lines": repeat_lines(repeats_of_contact(contact, contacts)),
        }
        for one, contacts in found
    ]
