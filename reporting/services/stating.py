"""The independent scrutineer's statement about an edition, exactly as it is."""

from accounts.models import Person
from foundation import clock, events
from foundation.errors import Conflict, NotVisible, Refused
from foundation.service import service
from foundation.turns import hold_record
from reporting.models import Edition, EditionStatement, Publication
from reporting.rules.approving import LONGEST_STATEMENT, fingerprint_of
from reporting.selectors.approving import is_newest
from reporting.selectors.stating import statement_of
from reporting.services.telling import tell_who_asked


@service
def state_view(*, by: Person, reference: str, view: str, text: str, fingerprint: str) -> EditionStatement:
    """Say of an edition whether it is a fair account, and why; may be said anew until it is published. The same again is one.

    `fingerprint` is that of the edition that was read. Refuses a view that there is not, a statement without words, an edition
    that a newer one has followed, and one that is or was published: what was published with it stays.
    """
    edition = Edition.objects.filter(reference=reference).first()
    if edition is None:
        raise NotVisible
    hold_record(edition)
    _check(edition, view, text, fingerprint)
    there = statement_of(edition)
    if there is not None and (there.view, there.text, there.made_by) == (view, text.strip(), by.reference):
        return there
    made = EditionStatement.objects.create(
        edition=edition, view=view, text=text.strip(), fingerprint=fingerprint, made_at=clock.now(), made_by=by.reference
    )
    events.record(
        verb="reporting.edition_stated",
        by=by,
        subject=events.Subject("edition", edition.reference),
        data={"view": view, "fingerprint": fingerprint},
    )
    tell_who_asked(edition, by, f"stated:{made.pk}")
    return made


def _check(edition: Edition, view: str, text: str, fingerprint: str) -> None:
    if view not in EditionStatement.View.values:
        raise Refused("Select what you say of this edition", field="view")
    if not text.strip():
        raise Refused("Enter your statement", field="text")
    if len(text) > LONGEST_STATEMENT:
        raise Refused(f"The statement must be {LONGEST_STATEMENT:,} characters or fewer", field="text")
    if not is_newest(edition):
        raise Conflict("A newer edition of this year has been compiled since. Open that one, and say what you think of it.")
    if fingerprint != fingerprint_of(edition):
        raise Conflict("What you have read is not this edition. Open the edition again before you make your statement.")
    if Publication.objects.filter(edition=edition).exists():
        raise Refused("This edition has been published with your statement. To say something else, have a new one compiled.")
