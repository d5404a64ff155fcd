"""What the front door adds to the child's page, in words."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from accounts.access_table import route_table
from accounts.models import Person
from children.kinds import ChildFile, RecordOfChild, Shown
from children.models import Child
from children.presenters import born_words, likeness_words, named, reason_rows
from children.selectors.likely import Candidate
from foundation.design import words
from referrals.models import REFERRAL_OUTCOMES, AssessmentState, Contact, EarlyHelp, EarlyHelpState, Episode
from referrals.presenters.contacts import father_notice, household
from referrals.presenters.episodes import ended_words
from referrals.rules.early_help import EARLY_HELP_RECORD
from referrals.rules.episodes import EPISODE
from referrals.rules.triage import CONTACT
from referrals.selectors.children import household_told, on_the_same_forms
from referrals.selectors.contacts import works_in_the_mash
from referrals.selectors.episodes import assessments_of
from referrals.selectors.same_child import merges_seen

CONTACTS_SHOWN = 12
REASONS_IN_SHORT = 4


def contacts_panel(file: ChildFile) -> Shown | None:
    """The contacts, the newest first, with what became of each."""
    contacts = _rows(file, CONTACT)
    if not contacts:
        return None
    rows = [_contact(one) for one in contacts[:CONTACTS_SHOWN]]
    return Shown("referrals/child/contacts.html", {"rows": rows, "more": len(contacts) - len(rows)})


def _contact(one: Contact) -> dict[str, Any]:
    agency = one.submission.agency
    return {
        "received_at": one.received_at,
        "reference": one.reference,
        "href": reverse("referrals:contact", args=[one.reference]),
        "rating": one.rating,
        "stands": one.get_outcome_display() or one.get_state_display(),
        "open": one.is_open,
        "who": agency.name if agency else one.submission.get_referral_source_display(),
        "restricted": one.restricted,
    }


def episodes_panel(file: ChildFile) -> Shown | None:
    """The child-in-need episodes with their assessments."""
    episodes: list[Episode] = _rows(file, EPISODE)
    if not episodes:
        return None
    assessments = assessments_of(episodes)
    rows = [
        {
            "reference": one.reference,
            "href": reverse("referrals:episode", args=[one.reference]),
            "referred_on": one.referred_on,
            "ended": ended_words(one),
            "closed_on": one.closed_on,
            "team": one.team.name,
            "worker": one.worker.name if one.worker else "",
            "assessments": [_assessment(row) for row in assessments.get(one.pk, ())],
        }
        for one in episodes
    ]
    return Shown("referrals/child/episodes.html", {"rows": rows})


def _assessment(row: Any) -> str:
    if row.state == AssessmentState.AUTHORISED:
        return f"Assessment {row.number} finished on {words.date(row.authorised_on)}: {row.get_outcome_display().lower()}"
    return f"Assessment {row.number}, {row.get_state_display().lower()}, due on {words.date(row.due_on)}"


def early_help_panel(file: ChildFile) -> Shown | None:
    """Early help for the family."""
    families: list[EarlyHelp] = _rows(file, EARLY_HELP_RECORD)
    if not families:
        return None
    rows = [
        {
            "reference": one.reference,
            "href": reverse("referrals:early_help", args=[one.reference]),
            "requested_at": one.requested_at,
            "state": one.get_outcome_display() if one.state == EarlyHelpState.CLOSED else one.get_state_display(),
            "closed_on": one.closed_on,
            "leads": f"{one.lead_name}, {one.agency.name}" if one.lead_name else one.agency.name,
        }
        for one in families
    ]
    return Shown("referrals/child/early_help.html", {"rows": rows})


def household_panel(file: ChildFile) -> Shown | None:
    """Household and network, of the newest contact that social care accepted; otherwise of the newest."""
    contacts = _rows(file, CONTACT)
    if not contacts:
        return None
    accepted = next((one for one in contacts if one.outcome in REFERRAL_OUTCOMES), None)
    told_by = accepted or contacts[0]
    submission, people = household_told(told_by)
    shown = {one.position for one in contacts if one.submission_id == told_by.submission_id}
    context = {
        "people": household(submission, people, shown),
        "father": father_notice(submission, people),
        "staff_risk": submission.staff_risk,
        "source": "the latest accepted contact" if accepted else "the latest contact; none has been accepted",
        "received_at": told_by.received_at,
        "reference": told_by.reference,
        "href": reverse("referrals:contact", args=[told_by.reference]),
    }
    return Shown("referrals/child/household.html", context)


def same_forms_panel(file: ChildFile) -> Shown | None:
    """The other children of the same forms, each with the way to their page."""
    own = _rows(file, CONTACT)
    others = on_the_same_forms(file.person, own) if own else []
    always, shown = works_in_the_mash(file.person), set[int]()
    rows: list[dict[str, Any]] = []
    for one in others:
        if one.child_id in shown or one.child_id in file.joined:
            continue
        shown.add(one.child_id)
        rows.append(
            {
                "name": one.submitted_child.full_name,
                "born": born_words(one.child),
                "href": _child_address(one.child) if always or one.is_open else "",
                "reference": one.child.reference,
                "received_at": one.received_at,
            }
        )
    if not rows:
        return None
    return Shown("referrals/child/same_forms.html", {"rows": rows}, [row["reference"] for row in rows])


def joined_panel(file: ChildFile) -> Shown | None:
    """The records that were joined, with the way to part them; and the way to join another, for the MASH."""
    joins = _may_join(file.person)
    merges = merges_seen([child.pk for child in file.children]) if len(file.joined) > 1 else []
    if not merges and not joins:
        return None
    rows = [
        {
            "text": f"{named(one.lesser)}, is kept with {named(one.greater)}",
            "when": words.moment(one.merged_at),
            "reason": one.reason,
            "reference": one.reference,
            "href": reverse("referrals:part_records", args=[file.child.reference, one.reference]) if joins else "",
        }
        for one in merges
    ]
    href = reverse("referrals:join_records", args=[file.child.reference]) if joins else ""
    return Shown("referrals/child/joined.html", {"rows": rows, "href": href})


def _may_join(person: Person) -> bool:
    return route_table()["referrals:join_records"].who.admits(person)


def _rows(file: ChildFile, kind: str) -> list[Any]:
    records: Sequence[RecordOfChild] = file.of_kind(kind)
    return list({one.reference: one.row for one in records}.values())


def _child_address(child: Child) -> str:
    return reverse("children:child", args=[child.reference])


def likely_rows(child: Child, alike: Iterable[Candidate]) -> list[dict[str, Any]]:
    """Who the child may be, the likest first, each with the way to compare."""
    rows = []
    for one in alike:
        likely, colour = likeness_words(one.likeness)
        reasons = [reason["text"] for reason in reason_rows(one.likeness)[:REASONS_IN_SHORT]]
        rows.append(_record(child, one.child) | {"likely": likely, "colour": colour, "reasons": reasons})
    return rows


def record_rows(child: Child, found: Iterable[Child]) -> list[dict[str, Any]]:
    """Whom a search found, each with the way to compare."""
    return [_record(child, one) for one in found]


def _record(child: Child, other: Child) -> dict[str, Any]:
    return {
        "name": other.full_name,
        "born": born_words(other),
        "reference": other.reference,
        "where": ", ".join(part for part in (other.address.replace("\n", ", "), other.postcode) if part),
        "href": reverse("referrals:compare_records", args=[child.reference, other.reference]),
    }
