"""What the MASH took down for somebody, which form of theirs may belong to it, and after which call a form came."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from accounts.models import Person, Visitor
from children.selectors.records import same_children
from foundation.asked_often import Asked, AskedOften
from referrals.models import Contact, Submission, TakenDown
from referrals.rules.taken import TAKEN_CHANNELS
from referrals.selectors.contacts import visible_contacts
from referrals.selectors.drafts import Writer, agency_ids_to_refer_for
from referrals.selectors.submissions import unrestricted_or_own

SHOWN = 8
LONGEST_WAIT = timedelta(days=60)
"""A form that comes so long after a call is not proposed as the one that was awaited."""
WAITS = Q(form_due_at__isnull=False, met_at__isnull=True, waived_at__isnull=True)


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


def calls_of(
    writer: Writer, *, agency: int | None = None, until: datetime | None = None, locked: bool = False
) -> list[TakenDown]:
    """What somebody told the MASH themselves and owes the written form of, the oldest first. It is shown without a child's name.

    A visitor rang with the address that they have proved to be theirs. `agency`: of what was told for this one; `until`: of
    what was told before.
    """
    rows = TakenDown.objects.select_related("submission").filter(_owed_by(writer))
    if agency is not None:
        rows = rows.filter(submission__agency=agency)
    if until is not None:
        rows = rows.filter(came_at__lte=until)
    if locked:
        rows = rows.select_for_update(of=("self",))
    return list(rows.order_by("came_at", "pk")[:SHOWN])


def _owed_by(writer: Writer) -> Q:
    theirs = Q(submission__referrer=writer)
    if isinstance(writer, Visitor):
        theirs = Q(submission__referrer__isnull=True, submission__referrer_email__iexact=writer.email)
    return theirs & WAITS & Q(submission__agency__in=agency_ids_to_refer_for(writer))


def calls_before(writer: Writer, form: Submission) -> list[TakenDown]:
    """The call or email that a form is noted to follow, alone; otherwise those of the writer's own that it may follow.

    These are of the same agency, before it, and wait. Asked by pages that decided who may see the form.
    """
    if form.channel in TAKEN_CHANNELS:
        return []
    may_follow = _owed_by(writer) & Q(submission__agency=form.agency_id, came_at__lte=form.received_at)
    rows = TakenDown.objects.select_related("submission").filter(Q(form=form) | may_follow)
    found = list(rows.order_by("form_id", "came_at", "pk")[:SHOWN])  # the one that it follows first
    return [row for row in found if row.form_id == form.pk] or found


def may_see_sent(writer: Writer, form: Submission) -> bool:
    """Whether somebody of the sender's side sees a form among what was sent."""
    return unrestricted_or_own(writer).filter(pk=form.pk).exists()


def may_see_call(writer: Writer, taken: TakenDown) -> bool:
    """Whether somebody of the sender's side may be told of a call: their own, or one that they see among what was sent."""
    if isinstance(writer, Visitor):
        mine = taken.submission.referrer_email.lower() == writer.email.lower()
        return mine and taken.submission.agency_id in agency_ids_to_refer_for(writer)
    return may_see_sent(writer, taken.submission)


def _after(submission: int) -> QuerySet[TakenDown]:
    return TakenDown.objects.filter(form=submission).select_related("submission")


def _awaiting(agency: int, since: datetime, until: datetime) -> QuerySet[TakenDown]:
    told = {"submission__agency": agency, "submission__received_at__gte": since, "submission__received_at__lte": until}
    rows = TakenDown.objects.filter(WAITS, **told).select_related("submission")
    return rows.order_by("-submission__received_at", "pk")[:SHOWN]


_AFTER, _AWAITING = AskedOften(_after), AskedOften(_awaiting)


class CallsBefore:
    """The call that a form follows, and those of the same agency that wait for one. Not yet read."""

    def __init__(self, form: Submission) -> None:
        self.after: Asked[TakenDown] = _AFTER.asked(submission=form.pk)
        until = form.received_at
        self.awaiting: Asked[TakenDown] | None = (
            _AWAITING.asked(agency=form.agency_id, since=until - LONGEST_WAIT, until=until) if form.agency_id else None
        )
        self.rows = [one for one in (self.after, self.awaiting) if one is not None]
        """To be read together with what else a page shows."""

    def seen_by(self, person: Person) -> "list[tuple[TakenDown, str]]":
        """The call that the form follows, or those that it may follow, each with the contact by which the person sees it."""
        found = list(self.after) or list(self.awaiting or ())
        return _with_contacts(person, found) if found else []


def _with_contacts(person: Person, calls: Iterable[TakenDown]) -> list[tuple[TakenDown, str]]:
    rows = list(calls)
    seen = visible_contacts(person).filter(submission__in=[row.submission_id for row in rows]).order_by("-position")
    contacts = dict(seen.values_list("submission", "reference"))
    return [(row, contacts[row.submission_id]) for row in rows if row.submission_id in contacts]
