"""Writing a referral: begun, saved at every step, discarded by its author or purged when it has lapsed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from foundation import clock, events
from foundation.actors import Actor
from foundation.documents import documents_of, remove_document, store
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.models import Document
from foundation.service import service
from referrals.models import DocumentDetails, Draft
from referrals.rules.attachments import Attached, check_attached
from referrals.rules.drafts import Typed, check_size, next_key, same_answers
from referrals.selectors.drafts import Writer, agencies_to_refer_for, as_writer, own_drafts
from referrals.selectors.guide import guide_in_use
from referrals.selectors.question_sets import pins_in_use
from referrals.services.notices import forget_rows_to_mend
from referrals.services.queue import forget_presence

SUBJECT = "draft"
MOST_DOCUMENTS = 20
NOTHING_SAID = Attached()
WHICH_AGENCY = "Select the agency for which you are referring"


@dataclass(frozen=True)
class Page:
    """The page from which something is saved: its token, and which version of the section it was filled with (0: none)."""

    token: str
    seen: int


class StaleSection(Conflict):
    """Another page has saved the section meanwhile; both versions are shown."""


@service
def start_draft(*, by: Writer, answers: Mapping[str, Typed], agency: str = "", level: int | None = None) -> Draft:
    """Begin a referral for an agency in which the person may refer. `answers`: what the first page asked, by section.

    `agency` is its code; whoever refers for one agency only need not name it, whoever refers for several must.
    `level` is the level of need that they saw in the guide; the version of the guide in use is kept with the draft.
    """
    agencies = agencies_to_refer_for(by)
    if not agencies:
        raise NotAllowed("You need a role in an agency before you can refer.")
    chosen = [one for one in agencies if not agency or one.code == agency]
    if len(chosen) != 1:
        raise Refused(WHICH_AGENCY, field="agency")
    moment = clock.now()
    draft = Draft.objects.create(
        agency=chosen[0],
        **as_writer(by),
        guide=guide_in_use(),
        level=level,
        question_sets=pins_in_use(),
        answers={key: _entry(typed, 1, "") for key, typed in answers.items()},
        started_at=moment,
        last_saved_at=moment,
        expires_at=_expiry(),
    )
    events.record(
        verb="referrals.draft_started", by=by, subject=events.Subject(SUBJECT, draft.reference), agency=draft.agency.code
    )
    return draft


@service
def save_section(*, by: Writer, reference: str, key: str, typed: Typed, page: Page) -> str:
    """Keep what was typed on one page, right or wrong, and say under which key.

    The author only. Refuses what is sent already, and what another page has saved differently since this page was shown
    (`StaleSection`). A new item of a list whose number was taken meanwhile gets the next one.
    """
    draft = _locked(by, reference)
    entry = draft.answers.get(key)
    if entry is not None and entry["page"] != page.token and entry["version"] != page.seen:
        if page.seen == 0 and "/" in key:
            key, entry = next_key(draft.answers, key.partition("/")[0]), None
        elif not same_answers(entry["typed"], typed):
            raise StaleSection("This page was changed in another window since you opened it.")
    check_size(draft.answers, typed)
    draft.answers[key] = _entry(typed, (entry["version"] if entry else 0) + 1, page.token)
    _save(draft)
    return key


@service
def ask_newer_questions(*, by: Writer, reference: str) -> Draft:
    """Let a draft ask the further questions that are in use now; what was answered stays where the question is still asked.

    The author only.
    """
    draft = _locked(by, reference)
    draft.question_sets = pins_in_use()
    draft.save(update_fields=["question_sets"])
    _save(draft)
    return draft


@service
def remove_item(*, by: Writer, reference: str, key: str) -> None:
    """Take one child or person off the draft. The author only; what is not there is gone already."""
    draft = _locked(by, reference)
    if "/" not in key:
        raise Refused("Only a child or a person can be removed.")
    if draft.answers.pop(key, None) is not None:
        _save(draft)


@service
def attach_document(*, by: Writer, reference: str, upload: "UploadedFile[bytes]", told: Attached = NOTHING_SAID) -> Document:
    """Keep a file with the draft, with what it is. The author only; refuses what the document store refuses, and too many."""
    check_attached(told, clock.today())
    draft = _locked(by, reference)
    if documents_of(SUBJECT, draft.reference).count() >= MOST_DOCUMENTS:
        raise Refused(f"A referral can have at most {MOST_DOCUMENTS} documents.")
    document = store(upload=upload, record_kind=SUBJECT, record_reference=draft.reference, by=by)
    keep_details(document, told)
    _save(draft)
    return document


@service
def describe_document(*, by: Writer, reference: str, document_reference: str, told: Attached) -> None:
    """Say what a file of the draft is, or say it anew. The author only."""
    check_attached(told, clock.today())
    draft = _locked(by, reference)
    document = documents_of(SUBJECT, draft.reference).filter(reference=document_reference).first()
    if document is None:
        raise NotVisible
    keep_details(document, told)
    _save(draft)


@service
def describe_documents(*, by: Writer, reference: str, told: Mapping[str, Attached]) -> None:
    """Say what several files of the draft are, each by its reference. The author only; one that is not there is gone already."""
    for one in told.values():
        check_attached(one, clock.today())
    draft = _locked(by, reference)
    for document in documents_of(SUBJECT, draft.reference).filter(reference__in=list(told)):
        keep_details(document, told[document.reference])
    _save(draft)


def keep_details(document: Document, told: Attached) -> None:
    """Keep what a document is. Part of services."""
    values = {"kind": told.kind, "author": told.author.strip(), "written_on": told.written_on}
    DocumentDetails.objects.update_or_create(document=document, defaults=values)


@service
def take_document_off(*, by: Writer, reference: str, document_reference: str) -> None:
    """Remove one file from the draft. The author only; what is not there is gone already."""
    draft = _locked(by, reference)
    document = documents_of(SUBJECT, draft.reference).filter(reference=document_reference).first()
    if document is not None:
        remove_document(document=document, by=by)
        _save(draft)


@service
def discard_draft(*, by: Writer, reference: str) -> None:
    """Throw a draft away with all that was typed and attached. The author only; refused once it is sent."""
    draft = _locked(by, reference)
    _remove_documents(draft, by)
    draft.discarded_at, draft.discarded_by, draft.answers = clock.now(), by.actor_reference, {}
    draft.save(update_fields=["discarded_at", "discarded_by", "answers"])
    events.record(
        verb="referrals.draft_discarded", by=by, subject=events.Subject(SUBJECT, draft.reference), agency=draft.agency.code
    )


@service
def purge_lapsed_drafts(*, by: Actor) -> int:
    """Delete the drafts that were not sent in time, with all that was typed; says how many. An event of each remains.

    One that its writer threw away goes too, of which there is an event already.
    """
    lapsed = list(
        Draft.objects.select_for_update(skip_locked=True)
        .filter(submitted_at__isnull=True, expires_at__lte=clock.now())
        .order_by("expires_at")[:500]
    )
    for draft in lapsed:
        subject = events.Subject(SUBJECT, draft.reference)
        _remove_documents(draft, by)
        if draft.discarded_at is None:
            events.record(verb="referrals.draft_lapsed", by=by, subject=subject, data={"agency": draft.agency_id})
    Draft.objects.filter(pk__in=[draft.pk for draft in lapsed]).delete()
    forget_rows_to_mend()
    forget_presence()
    return len(lapsed)


def _remove_documents(draft: Draft, by: Actor) -> None:
    for document in documents_of(SUBJECT, draft.reference):
        remove_document(document=document, by=by)


def _entry(typed: Typed, version: int, token: str) -> dict[str, Any]:
    return {"typed": dict(typed), "version": version, "page": token}


def _expiry() -> Any:
    return clock.now() + timedelta(days=settings.DRAFT_KEPT_DAYS)


def _locked(by: Writer, reference: str) -> Draft:
    draft = own_drafts(by).select_for_update(of=("self",)).filter(reference=reference).first()
    if draft is None:
        raise NotVisible
    if draft.submitted_at is not None:
        raise Refused("This referral has been sent already, so it cannot be changed here.")
    if draft.discarded_at is not None or draft.expires_at <= clock.now():
        raise NotVisible
    return draft


def _save(draft: Draft) -> None:
    draft.version += 1
    draft.last_saved_at, draft.expires_at, draft.reminded_at = clock.now(), _expiry(), None
    draft.save(update_fields=["answers", "version", "last_saved_at", "expires_at", "reminded_at"])
