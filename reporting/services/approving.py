"""Approving an edition for a statutory partner, or returning it."""

from accounts.models import Person
from foundation import clock, events
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.service import service
from foundation.turns import hold_record
from reporting.models import Edition, EditionDecision
from reporting.rules.approving import LONGEST_COMMENT, fingerprint_of, is_signed
from reporting.selectors.approving import is_newest, prints_what_was_taken_back, seats_of, standing_of
from reporting.selectors.checklist import checklist_of
from reporting.services.telling import tell_who_asked

Decision = EditionDecision.Decision


@service
def decide_edition(*, by: Person, reference: str, decision: str, comment: str, fingerprint: str) -> None:
    """Approve an edition for each seat that the person holds, or return it with a comment; may be decided anew.

    `fingerprint` is that of the edition that was read. Refuses whoever holds no seat, an edition that a newer one has followed, a
    return without a comment, an approval while an element of the statutory checklist is empty, and an edition that is signed
    already. What a seat has said already is not written twice. Whoever asked for the edition is told of a return, and when it is
    signed.
    """
    edition = Edition.objects.filter(reference=reference).first()
    if edition is None:
        raise NotVisible
    hold_record(edition)
    seats = seats_of(by)
    if not seats:
        raise NotAllowed("Only an executive who holds the seat of a statutory partner decides about the report.")
    _check(edition, decision, comment, fingerprint)
    moment, standing = clock.now(), standing_of(edition)
    new = [holding for holding in seats if not _says(standing.get(holding.seat), decision, comment)]
    for holding in new:
        EditionDecision.objects.create(
            edition=edition,
            seat=holding.seat,
            decision=decision,
            comment=comment.strip(),
            fingerprint=fingerprint,
            decided_at=moment,
            decided_by=by.reference,
            agency_code=holding.agency_code,
        )
        events.record(
            verb=f"reporting.edition_{decision}",
            by=by,
            subject=events.Subject("edition", edition.reference),
            reason=comment.strip(),
            data={"seat": holding.seat, "fingerprint": fingerprint},
        )
    signed = is_signed(standing_of(edition))
    if signed:
        events.record(verb="reporting.edition_signed", by=by, subject=events.Subject("edition", edition.reference))
    if new and (signed or decision == Decision.RETURNED):
        tell_who_asked(edition, by, f"decided:{EditionDecision.objects.filter(edition=edition).count()}")


def _says(standing: EditionDecision | None, decision: str, comment: str) -> bool:
    return standing is not None and (standing.decision, standing.comment) == (decision, comment.strip())


def _check(edition: Edition, decision: str, comment: str, fingerprint: str) -> None:
    if decision not in Decision.values:
        raise Refused("Select whether you approve this edition or return it", field="decision")
    if decision == Decision.RETURNED and not comment.strip():
        raise Refused("Enter what has to change", field="comment")
    if len(comment) > LONGEST_COMMENT:
        raise Refused(f"The comment must be {LONGEST_COMMENT:,} characters or fewer", field="comment")
    if not is_newest(edition):
        raise Conflict("A newer edition of this year has been compiled since. Open that one, and decide about it.")
    if fingerprint != fingerprint_of(edition):
        raise Conflict("What you have read is not this edition. Open the edition again before you decide.")
    if is_signed(standing_of(edition)):
        raise Refused("This edition is signed by all statutory partners. To change anything, compile a new one.")
    empty = checklist_of(FinancialYear.from_label(edition.year)).empty
    if decision == Decision.APPROVED and empty:
        numbers = ", ".join(str(row.element.number) for row in empty)
        raise Refused(
            f"The report does not answer everything that the guidance asks: {numbers} on the checklist of {edition.year}."
            " Answer each, or say why it does not apply.",
            field="decision",
        )
    if decision == Decision.APPROVED and prints_what_was_taken_back(edition):
        raise Refused(
            "Somebody has taken back their consent, or their words are looked at anew, since this edition was compiled."
            " Compile a new one: it leaves them out.",
            field="decision",
        )
