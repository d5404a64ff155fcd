"""Publishing a signed edition, withdrawing it with a reason, sending it, and noting who has it."""

from datetime import date

from accounts.secret_links import hash_of, secret_of
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import FinancialYear, end_of_day
from foundation.errors import NotVisible, Refused
from foundation.events import Subject, record
from foundation.outbox import promise
from foundation.service import service
from foundation.turns import hold_record
from reporting.models import Dispatch, Edition, Publication
from reporting.rules.approving import is_signed
from reporting.rules.publishing import PUBLISH, REPORT
from reporting.selectors.approving import is_newest, prints_what_was_taken_back, standing_of
from reporting.selectors.publishing import dispatch_of_secret, is_published
from reporting.selectors.stating import needs_statement, statement_of
from work.selectors.open_work import clock_of
from work.services.clocks import start_clock, stop_clock

SENT = "reporting.report_sent"
"""The kind of the promise by which a published report is sent."""
WITHOUT_STATEMENT = (
    "The independent scrutineer has made no statement on this edition. A report of this shape is published with one;"
    " a statement on an earlier edition does not count."
)
How = Dispatch.How


@service
def watch_publication(*, by: Actor) -> None:
    """Start the clock by which the report of the year that is over is published, once. Who may: the system's task.

    Whoever answers for it is reminded as of every clock; publishing stops it, and withdrawing starts it anew with its old day.
    """
    year = FinancialYear.of(clock.today()).previous()
    if not is_published(year.label) and clock_of(_report(year), PUBLISH) is None:
        _start_clock(by, year)


def _start_clock(by: Actor, year: FinancialYear) -> None:
    start_clock(by=by, kind=PUBLISH, subject=_report(year), started_at=end_of_day(year.end))


def _report(year: FinancialYear) -> Subject:
    return Subject(REPORT, year.label)


@service
def publish_edition(*, by: Actor, reference: str) -> Publication:
    """Let everybody read an edition at the year's public address. The same again changes nothing.

    Refuses one that the statutory partners have not signed, one without the independent scrutineer's statement where its shape
    asks for it, one that a newer edition has followed, one that was withdrawn, and one that prints words which somebody has
    taken back.
    """
    edition = _locked(reference)
    there = Publication.objects.filter(edition=edition).first()
    if there is not None:
        if there.withdrawn_at is None:
            return there
        raise Refused("This edition was withdrawn. Compile a new one, and have it signed.")
    if not is_newest(edition):
        raise Refused("A newer edition of this year has been compiled since. Publish that one when it is signed.")
    if not is_signed(standing_of(edition)):
        raise Refused("Every statutory partner must have approved the edition before it is published.")
    if needs_statement(edition) and statement_of(edition) is None:
        raise Refused(WITHOUT_STATEMENT)
    if prints_what_was_taken_back(edition):
        raise Refused("Somebody has taken back their words since this edition was compiled. Compile a new one.")
    made = Publication.objects.create(edition=edition, published_at=clock.now(), published_by=by.actor_reference)
    stop_clock(by=by, kind=PUBLISH, subject=_report(FinancialYear.from_label(edition.year)), outcome="published")
    record(verb="reporting.edition_published", by=by, subject=Subject("edition", edition.reference))
    return made


@service
def withdraw_publication(*, by: Actor, reference: str, reason: str) -> Publication:
    """Take a published edition back; its address stays and tells why. Refuses without a reason, and what is not published."""
    edition = _locked(reference)
    made = Publication.objects.select_for_update().filter(edition=edition, withdrawn_at__isnull=True).first()
    if made is None:
        raise Refused("This edition is not published.")
    if not reason.strip():
        raise Refused("Enter why it is withdrawn.", field="reason")
    made.withdrawn_at, made.withdrawn_by, made.withdrawn_reason = clock.now(), by.actor_reference, reason.strip()
    made.save()
    year = FinancialYear.from_label(edition.year)
    if year.end < clock.today() and not is_published(year.label):
        _start_clock(by, year)
    record(verb="reporting.edition_withdrawn", by=by, subject=Subject("edition", edition.reference), reason=reason)
    return made


@service
def send_report(*, by: Actor, reference: str, recipient: str, how: str, email: str = "", sent_on: date | None = None) -> Dispatch:
    """Send a published edition to somebody, or write down that it was sent another way. The same again sends nothing.

    The portal's own email goes with a link by which receipt is confirmed. Refuses an edition that is not published, an email
    without an address, and a day before it was published or to come.
    """
    edition = _locked(reference)
    made = Publication.objects.filter(edition=edition, withdrawn_at__isnull=True).first()
    if made is None:
        raise Refused("This edition is not published.")
    there = Dispatch.objects.filter(publication=made, recipient=recipient).first()
    if there is not None:
        return there
    if how not in How.values:
        raise Refused("Select how it is sent.", field="how")
    if how == How.EMAIL and not email:
        raise Refused("Enter the address.", field="email")
    day = clock.today() if how == How.EMAIL or sent_on is None else sent_on
    if day > clock.today() or day < made.published_on:
        raise Refused("The day must be the one of publication or later, and not in the future.", field="sent_on")
    sent = Dispatch(
        publication=made, recipient=recipient, how=how, email=email if how in {How.EMAIL, How.OTHER_EMAIL} else "", sent_on=day,
        noted_at=clock.now(), noted_by=by.actor_reference,
    )  # fmt: skip
    if how == How.EMAIL:
        sent.secret_hash = hash_of(receipt_secret(sent))
        promise(kind=SENT, payload={"dispatch": sent.reference}, key=f"{SENT}:{sent.reference}")
    sent.save()
    record(verb="reporting.report_sent", by=by, subject=Subject("edition", edition.reference), data={"dispatch": sent.reference})
    return sent


def receipt_secret(sent: Dispatch) -> str:
    """The secret of the link by which somebody confirms that they have the report; made anew when the mail is written."""
    return secret_of(sent.reference, "receipt")


@service
def confirm_receipt(*, by: Actor, secret: str) -> Dispatch:
    """Whoever was sent the report by the portal says that they have it. The same again changes nothing."""
    sent = Dispatch.objects.select_for_update().get(pk=dispatch_of_secret(secret).pk)
    if sent.received_on is None:
        _received(by, sent, clock.today(), "")
    return sent


@service
def note_receipt(*, by: Actor, reference: str, received_on: date, note: str) -> Dispatch:
    """Write down that somebody has the report. Refuses a day before it was sent or to come."""
    sent = Dispatch.objects.select_for_update().filter(reference=reference).first()
    if sent is None:
        raise NotVisible
    if not sent.sent_on <= received_on <= clock.today():
        raise Refused("The day must be the one on which it was sent or later, and not in the future.", field="received_on")
    _received(by, sent, received_on, note)
    return sent


def _received(by: Actor, sent: Dispatch, day: date, note: str) -> None:
    sent.received_on, sent.received_note = day, note
    sent.save(update_fields=["received_on", "received_note"])
    subject = Subject("edition", sent.publication.edition.reference)
    record(verb="reporting.report_received", by=by, subject=subject, data={"dispatch": sent.reference})


def _locked(reference: str) -> Edition:
    found = Edition.objects.filter(reference=reference).first()
    if found is None:
        raise NotVisible
    hold_record(found)
    return found
