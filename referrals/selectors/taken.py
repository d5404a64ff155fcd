"""What the MASH took down for somebody, and which form of theirs may belong to it."""

from collections.abc import Collection

from django.db.models import Q

from accounts.models import Person
from children.selectors.records import same_children
from referrals.models import Contact, Submission, TakenDown
from referrals.rules.taken import TAKEN_CHANNELS
from referrals.selectors.contacts import visible_contacts

SHOWN = 8


def taken_of(submission_id: int, *, locked: bool = False) -> TakenDown | None:
    """How a submission came, where the MASH took it down. Asked by pages and services that decided who may see it."""
    rows = TakenDown.objects.select_related("submission", "form")
    if locked:
        rows = rows.select_for_update(of=("self",))
    return rows.filter(submission=submission_id).first()


def likely_forms(person: Person, taken: TakenDown, wanted: str = "") -> list[Submission]:
    """What the same agency, or anybody about the same child, has sent since the call; newest first, those the person sees.

    `wanted`: the reference of one that is asked for, whatever else there is.
    """
    told = taken.submission
    records = same_children(list(Contact.objects.filter(submission=told).values_list("child", flat=True)))
    belongs = Q(child__in=list(records)) | Q(submission__agency=told.agency_id, submission__agency__isnull=False)
    if wanted:
        belongs &= Q(submission__reference=wanted)
    seen = (
        visible_contacts(person)
        .filter(belongs, submission__received_at__gte=taken.came_at)
        .exclude(submission=told.pk)
        .exclude(submission__channel__in=TAKEN_CHANNELS)
        .select_related("submission__agency", "submitted_child")
        .order_by("-received_at", "position")[: SHOWN * 2]
    )
    found: dict[int, Submission] = {}
    for contact in seen:
        found.setdefault(contact.submission_id, contact.submission).first_child = contact.submitted_child.full_name  # type: ignore[attr-defined]
    return list(found.values())[:SHOWN]


def children_of(forms: Collection[Submission]) -> list[str]:
    """The references of the children in some forms, for the log of who looked at them."""
    return list(Contact.objects.filter(submission__in=forms).values_list("child__reference", flat=True))


def first_contact_of(reference: str) -> str:
    """The reference of the first contact of a submission, whose page leads to the others."""
    found = Contact.objects.filter(submission__reference=reference).order_by("position").values_list("reference", flat=True)
    return found.first() or ""


def seen_submissions(person: Person, references: Collection[str]) -> set[str]:
    """Those of some submissions' references of which the person may see a contact."""
    rows = visible_contacts(person).filter(submission__reference__in=references)
    return set(rows.values_list("submission__reference", flat=True))
