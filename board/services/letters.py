"""Letters of the executive: sending, adding addressees, replies, reminding, and closing."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from accounts.models import Agency, Person
from board.models import Letter, LetterAddressee
from board.rules import LETTER, LETTER_REPLY, MOST_ADDRESSEES
from board.selectors.letters import agencies_of_codes, agencies_of_kinds, asked_by, locked_addressee, locked_letter, unanswered
from board.services.letter_asking import promise_asking
from foundation import clock
from foundation.actors import Actor
from foundation.documents import store
from foundation.errors import NotAllowed, Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version
from work.models import Chase, Request
from work.services import requests

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

Reply = LetterAddressee.Reply
LONGEST_WORDS = 150


def _subject(letter: Letter) -> Subject:
    return Subject(LETTER, letter.reference)


def _chosen(kinds: Sequence[str], agencies: Sequence[str], others: str) -> tuple[list[Agency], list[str]]:
    """The agencies of these kinds and codes, each once, and whoever else is named line by line."""
    found = {one.pk: one for one in (*agencies_of_kinds(kinds), *agencies_of_codes(agencies))}
    named: dict[str, str] = {}
    for line in others.splitlines():
        if words := " ".join(line.split()):
            named.setdefault(words.casefold(), words)
    if any(len(words) > LONGEST_WORDS for words in named.values()):
        raise Refused(f"Enter one addressee on each line, of at most {LONGEST_WORDS} letters.", field="others")
    return list(found.values()), list(named.values())


def _write_to(letter: Letter, agencies: list[Agency], words: list[str], sent_on: date) -> int:
    """Add whoever is not there yet; the worker asks agencies in the portal, while a reply can still be in time. How many were
    added.
    """
    there = set(letter.addressees.exclude(agency=None).values_list("agency", flat=True))
    named = {one.casefold() for one in letter.addressees.exclude(words="").values_list("words", flat=True)}
    new_agencies = [one for one in agencies if one.pk not in there]
    new_words = [one for one in words if one.casefold() not in named]
    if len(there) + len(named) + len(new_agencies) + len(new_words) > MOST_ADDRESSEES:
        raise Refused(f"A letter goes to at most {MOST_ADDRESSEES} addressees.", field="kinds")
    LetterAddressee.objects.bulk_create(LetterAddressee(letter=letter, agency=agency, sent_on=sent_on) for agency in new_agencies)
    LetterAddressee.objects.bulk_create(LetterAddressee(letter=letter, words=one, sent_on=sent_on) for one in new_words)
    if new_agencies:
        promise_asking(letter)
    return len(new_agencies) + len(new_words)


def _store(by: Person, kind: str, reference: str, document: "UploadedFile[bytes] | None") -> None:
    if document is not None:
        try:
            store(upload=document, record_kind=kind, record_reference=reference, by=by)
        except Refused as refused:
            raise Refused(refused.sentence, field="document") from refused


@service
def send_letter(
    *, by: Person, title: str, text: str, signatories: str, sent_on: date, reply_due_on: date, kinds: Sequence[str] = (),
    agencies: Sequence[str] = (), others: str = "", document: "UploadedFile[bytes] | None" = None,
) -> Letter:  # fmt: skip
    """Record a letter; its addressees are asked for a reply afterwards: agencies' leads hear that there is news, and answer in
    the portal. The same again sends nothing.

    Refuses a letter without text and document, a day to come, a reply due before it was sent, and one that goes to nobody.
    """
    if not text and document is None:
        raise Refused("Enter the text of the letter, or select its document.", field="text")
    if sent_on > clock.today():
        raise Refused("The day on which it was sent must be today or in the past.", field="sent_on")
    if reply_due_on < sent_on:
        raise Refused("The reply must be due on the day it was sent or later.", field="reply_due_on")
    take_turns("board.letters")
    told: dict[str, Any] = {
        "title": title, "text": text, "signatories": signatories, "sent_on": sent_on, "reply_due_on": reply_due_on,
    }  # fmt: skip
    there = Letter.objects.filter(**told).first()
    if there is not None:
        return there
    to_agencies, to_others = _chosen(kinds, agencies, others)
    if not (to_agencies or to_others):
        raise Refused("Select to whom the letter goes.", field="kinds")
    letter = Letter.objects.create(**told)
    _store(by, LETTER, letter.reference, document)
    number = _write_to(letter, to_agencies, to_others, sent_on)
    record(verb="board.letter_sent", by=by, subject=_subject(letter), data={"addressees": number})
    return letter


def _open(reference: str) -> Letter:
    letter = locked_letter(reference)
    if letter.closed_on is not None:
        raise Refused("This letter is closed.")
    return letter


@service
def add_addressees(
    *, by: Person, reference: str, sent_on: date, kinds: Sequence[str] = (), agencies: Sequence[str] = (), others: str = ""
) -> int:
    """Send a letter to more addressees; whoever has it already is not asked again. How many were added.

    Refuses a letter that is closed, a day to come or before the letter, and nobody to add.
    """
    letter = _open(reference)
    if sent_on > clock.today():
        raise Refused("The day on which it was sent must be today or in the past.", field="sent_on")
    if sent_on < letter.sent_on:
        raise Refused("The day must not be before the one on which the letter was first sent.", field="sent_on")
    number = _write_to(letter, *_chosen(kinds, agencies, others), sent_on)
    if not number:
        raise Refused("Select somebody who does not have the letter yet.", field="kinds")
    record(verb="board.letter_addressees_added", by=by, subject=_subject(letter), data={"addressees": number})
    return number


@service
def change_letter(*, by: Person, reference: str, version: int, title: str, text: str, signatories: str) -> Letter:
    """Put right what is written down of a letter. Refuses a closed one, and one that was changed meanwhile."""
    letter = _open(reference)
    check_version(
        letter, version, "Somebody else has changed this letter since you opened it. Check yours against theirs and save again."
    )
    letter.title, letter.text, letter.signatories = title, text, signatories
    letter.version += 1
    letter.save()
    record(verb="board.letter_changed", by=by, subject=_subject(letter))
    return letter


@service
def reply_to_letter(
    *, by: Person, reference: str, reply: str, words: str = "", documents: "Sequence[UploadedFile[bytes]]" = ()
) -> LetterAddressee:
    """Reply for one's agency to a letter, by the reference of the request that came with it.

    Refuses another reply than yes without words, a second reply, and one to a letter that is closed.
    """
    addressee = asked_by(by, reference)
    if reply == Reply.OTHER and not words:
        raise Refused("Enter what you reply.", field="words")
    try:
        requests.answer_request(by=by, reference=reference, result=reply, answer=words, files=documents)
    except NotAllowed:
        raise
    except Refused as refused:
        raise Refused(refused.sentence, field="document" if refused.field == "documents" else refused.field) from refused
    addressee.refresh_from_db()
    return addressee


def when_replied(request: Request, by: Actor) -> None:
    """What follows when a request is answered: the reply stands with the addressee, whoever wrote it down."""
    addressee = LetterAddressee.objects.select_for_update().get(request=request)
    _keep_reply(
        addressee, by, reply=request.result, reply_words=request.answer, replied_on=clock.today(),
        replier=request.answered_for, channel=request.channel,
    )  # fmt: skip


def _keep_reply(addressee: LetterAddressee, by: Actor, **told: Any) -> None:
    for name, value in told.items():
        setattr(addressee, name, value)
    addressee.recorded_at, addressee.recorded_by = clock.now(), by if isinstance(by, Person) else None
    addressee.version += 1
    addressee.save()
    data = {"addressee": addressee.reference, "reply": addressee.reply}
    record(verb="board.letter_replied", by=by, subject=_subject(addressee.letter), data=data)


@service
def record_reply(
    *, by: Person, reference: str, version: int, reply: str, replied_on: date, replier: str, channel: str, words: str = "",
    document: "UploadedFile[bytes] | None" = None,
) -> LetterAddressee:  # fmt: skip
    """Write down a reply that came another way than through the portal, or one that was changed; what stood before is history.

    The same again changes nothing. Refuses another reply than yes or no without words, a day to come or before the letter went
    to them, and one that was changed meanwhile.
    """
    addressee = locked_addressee(reference)
    told = {
        "reply": reply, "reply_words": words, "replied_on": replied_on, "replier": replier, "channel": channel,
    }  # fmt: skip
    if document is None and all(getattr(addressee, name) == value for name, value in told.items()):
        return addressee
    if reply == Reply.OTHER and not words:
        raise Refused("Enter what they replied.", field="words")
    if replied_on > clock.today():
        raise Refused("The day must be today or in the past.", field="replied_on")
    if replied_on < addressee.sent_on:
        raise Refused("The day must not be before the one on which the letter went to them.", field="replied_on")
    check_version(
        addressee,
        version,
        "Somebody else has written down a reply since you opened it. Check yours against theirs and save again.",
    )
    request = addressee.request
    if request is not None and request.state == Request.State.ASKED:
        requests.waive_request(by=by, reference=request.reference, reason="The reply came another way.")
    _store(by, LETTER_REPLY, addressee.reference, document)
    _keep_reply(addressee, by, **told)
    return addressee


@service
def chase_letter(*, by: Person, reference: str) -> int:
    """Remind the leads of every agency that has not replied, before the reply is due and after; each once a day. How many
    agencies are reminded. The mail says that there is news, and nothing else. Refuses a closed letter.
    """
    letter = _open(reference)
    today, reminded = clock.today(), 0
    waiting = unanswered(letter)
    chased = set(
        Chase.objects.filter(request__in=[one.request_id for one in waiting], day=today).values_list("request", flat=True)
    )
    for addressee in waiting:
        request = addressee.request
        if request is not None and request.pk not in chased:
            requests.chase(by=by, reference=request.reference, early=True)
            reminded += 1
    if reminded:
        record(verb="board.letter_chased", by=by, subject=_subject(letter), data={"agencies": reminded})
    return reminded


@service
def close_letter(*, by: Person, reference: str, version: int, closed_on: date, reason: str) -> Letter:
    """Close a letter, with what came of it; nobody is asked or reminded any more. Refuses a day to come or before it was sent."""
    letter = _open(reference)
    check_version(
        letter, version, "Somebody else has changed this letter since you opened it. Check yours against theirs and save again."
    )
    if closed_on > clock.today():
        raise Refused("The day must be today or in the past.", field="closed_on")
    if closed_on < letter.sent_on:
        raise Refused("The day must not be before the one on which it was sent.", field="closed_on")
    for addressee in unanswered(letter):
        if addressee.request is not None:
            requests.waive_request(by=by, reference=addressee.request.reference, reason="The letter is closed.")
    letter.closed_on, letter.closed_reason = closed_on, reason
    letter.version += 1
    letter.save()
    record(verb="board.letter_closed", by=by, subject=_subject(letter), reason=reason)
    return letter
