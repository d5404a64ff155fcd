"""A draft belongs to its agency: a colleague goes on with it, its lead passes it on, and its writer is told before it lapses."""

from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from accounts.models import Person, Visitor
from foundation import clock, events
from foundation.actors import Actor
from foundation.design import words
from foundation.errors import NotVisible, Refused
from foundation.mail import queue_mail
from foundation.service import service
from referrals.models import Draft, DraftHandover
from referrals.rules.drafts import ABOUT_THE_WRITER
from referrals.selectors.drafts import Writer, own_drafts
from referrals.selectors.handing_on import (
    as_giver,
    colleague_by_address,
    colleagues_with_the_same_role,
    drafts_to_remind_of,
    leads_of,
    led_draft_for,
    offer_for,
    open_offer_of,
    still_refers,
    those_who_refer,
)
from referrals.services.messages import tell, tell_writer

SUBJECT = "draft"
LONGEST_NOTE = 500
WHOM = "Select a colleague"
NOBODY = "Nobody with this address can refer for {}. Check the address, or ask your safeguarding lead"


@service
def offer_draft(*, by: Writer, reference: str, colleague: str, note: str = "") -> DraftHandover:
    """Ask a colleague (their reference) of the same agency, with the same role, to go on with one's own draft.

    A visitor has no role and is shown no list: they name anybody who refers for the agency by the address at work.
    Asked twice of the same one it is asked once. Refuses anybody else, and a second colleague while the first has not answered.
    """
    draft = _own(by, reference)
    chosen = _chosen(by, draft, colleague)
    if len(note) > LONGEST_NOTE:
        raise Refused(f"The note must be {LONGEST_NOTE} characters or fewer.", field="note")
    waiting = open_offer_of(draft)
    if waiting is not None and waiting.colleague_id == chosen.pk:
        return waiting
    if waiting is not None:
        raise Refused(f"You have asked {waiting.colleague.name} already. Take that back before you ask somebody else.")
    made = DraftHandover.objects.create(
        draft=draft, **as_giver(by), colleague=chosen, note=note, asked_at=clock.now(), asked_by=by.actor_reference
    )
    _record("referrals.draft_offered", by, draft, colleague=chosen.reference)
    tell([chosen], reverse("referrals:draft_offer", args=[draft.reference]), f"draft-offered:{made.pk}")
    return made


@service
def take_offer_back(*, by: Writer, reference: str) -> None:
    """Take back what one asked of a colleague who has not answered yet; what is answered or taken back already stays so."""
    draft = _own(by, reference)
    waiting = open_offer_of(draft)
    if waiting is not None:
        _answer(waiting, by, taken_on=False)
        _record("referrals.draft_offer_taken_back", by, draft, colleague=waiting.colleague.reference)


@service
def answer_offer(*, by: Person, reference: str, take_on: bool) -> DraftHandover:
    """Take a colleague's draft on, or say that one cannot. Who was asked alone; for others it does not exist.

    Whoever takes it on writes it from now on, is asked who they are themselves, and has as many days as for a new one.
    """
    offer_for(by, reference)  # asked before anything is locked: whom it does not concern holds up nobody
    draft = Draft.objects.select_for_update(of=("self",)).select_related("agency").get(reference=reference)
    offer = DraftHandover.objects.select_for_update(of=("self",)).get(pk=offer_for(by, reference).pk)
    _answer(offer, by, taken_on=take_on)
    if take_on:
        _give(draft, by)
    verb = "referrals.draft_taken_on" if take_on else "referrals.draft_declined"
    writer = _giver(offer)
    _record(verb, by, draft, writer=writer.reference)
    tell_writer(writer, reverse("referrals:my_referrals"), f"draft-answered:{offer.pk}")
    return offer


@service
def pass_draft_on(*, by: Person, reference: str, colleague: str, reason: str) -> DraftHandover:
    """Give the draft of somebody who is away to a colleague who refers for the same agency, or to oneself.

    The agency's safeguarding lead (others: it does not exist), with a reason. The writer and the colleague are told.
    """
    if not reason.strip():
        raise Refused("Enter why you pass it on.", field="reason")
    led_draft_for(by, reference)  # asked before anything is locked, and again when nobody else can change it
    draft = Draft.objects.select_for_update(of=("self",)).select_related("agency", "author", "visitor").get(reference=reference)
    led_draft_for(by, reference)
    writer = draft.author or draft.visitor
    if writer is None:
        raise NotVisible
    chosen = _among([one for one in those_who_refer(draft.agency_id) if one != writer], colleague)
    waiting = open_offer_of(draft)
    if waiting is not None:
        _answer(waiting, by, taken_on=False)
    moment = clock.now()
    made = DraftHandover.objects.create(
        draft=draft,
        **as_giver(writer),
        colleague=chosen,
        asked_at=moment,
        asked_by=by.actor_reference,
        taken_on=True,
        answered_at=moment,
        answered_by=by.actor_reference,
    )
    _give(draft, chosen)
    _record("referrals.draft_passed_on", by, draft, reason=reason, writer=writer.reference, colleague=chosen.reference)
    for one in (writer, chosen):
        if isinstance(one, Visitor) or (one != by and one.is_active):
            tell_writer(one, reverse("referrals:my_referrals"), f"draft-passed-on:{made.pk}")
    return made


@service
def remind_of_drafts(*, by: Actor) -> int:
    """Tell who writes a draft that it will be deleted, once until they save it again; says of how many.

    Where its writer refers for the agency no longer, its safeguarding leads are told, who can pass it on.
    """
    drafts = drafts_to_remind_of(timedelta(days=settings.DRAFT_REMINDED_DAYS))
    rows = list(
        drafts.select_for_update(of=("self",), skip_locked=True)
        .select_related("author", "visitor", "agency")
        .order_by("expires_at")[:500]
    )
    for draft in rows:
        draft.reminded_at = clock.now()
        draft.save(update_fields=["reminded_at"])
        _record("referrals.draft_reminded", by, draft)
        for address, path in _reminded(draft):
            queue_mail(
                to=address,
                template="draft_lapses",
                context={"reference": draft.reference, "until": words.date(draft.expires_at), "path": path},
                key=f"draft-lapses:{draft.reference}:{draft.expires_at.isoformat()}:{address}",
            )
    return len(rows)


def _reminded(draft: Draft) -> list[tuple[str, str]]:
    """The address of each who is told, and the page to which the mail leads them."""
    page = reverse("referrals:draft", args=[draft.reference])
    if draft.visitor is not None:
        return [(draft.visitor.email, f"{reverse('visit')}?{urlencode({'next': page})}")]
    if draft.author is not None and still_refers(draft.author, draft.agency_id):
        return [(draft.author.email, page)]
    leads = leads_of(draft.agency_id)
    return [(lead.email, reverse("referrals:agency_drafts")) for lead in leads]


def _own(by: Writer, reference: str) -> Draft:
    """One's own draft while it can be written, locked."""
    held = own_drafts(by).select_for_update(of=("self",)).select_related("agency").filter(reference=reference).first()
    if held is None or not held.open or held.expires_at <= clock.now():
        raise NotVisible
    return held


def _chosen(by: Writer, draft: Draft, colleague: str) -> Person:
    if not isinstance(by, Visitor):
        return _among(colleagues_with_the_same_role(by, draft.agency_id), colleague)
    found = colleague_by_address(colleague, draft.agency_id)
    if found is None:
        raise Refused(NOBODY.format(draft.agency.name), field="colleague")
    return found


def _giver(offer: DraftHandover) -> Writer:
    writer = offer.writer or offer.visitor
    if writer is None:
        raise NotVisible
    return writer


def _among(colleagues: list[Person], reference: str) -> Person:
    chosen = next((one for one in colleagues if one.reference == reference), None)
    if chosen is None:
        raise Refused(WHOM, field="colleague")
    return chosen


def _answer(offer: DraftHandover, by: Writer, *, taken_on: bool) -> None:
    offer.taken_on, offer.answered_at, offer.answered_by = taken_on, clock.now(), by.actor_reference
    offer.save(update_fields=["taken_on", "answered_at", "answered_by"])


def _give(draft: Draft, writer: Person) -> None:
    """Let somebody else write it: pages that are open elsewhere are noticed as old, and it says anew who refers."""
    draft.author, draft.visitor, draft.reminded_at = writer, None, None
    draft.answers = {key: entry for key, entry in draft.answers.items() if key != ABOUT_THE_WRITER}
    draft.version += 1
    draft.last_saved_at = clock.now()
    draft.expires_at = draft.last_saved_at + timedelta(days=settings.DRAFT_KEPT_DAYS)
    draft.save(update_fields=["author", "visitor", "reminded_at", "answers", "version", "last_saved_at", "expires_at"])


def _record(verb: str, by: Actor, draft: Draft, *, reason: str = "", **data: str) -> None:
    agency = draft.agency.code if isinstance(by, Person | Visitor) else ""
    events.record(verb=verb, by=by, subject=events.Subject(SUBJECT, draft.reference), reason=reason, data=data, agency=agency)
