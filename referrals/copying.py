"""The worker's part of a copy: what was sent and what followed as one HTML document, printed as tagged PDF, and kept."""

import logging

from django.template.loader import render_to_string

from accounts.selectors.people import names_of
from foundation import clock
from foundation.actors import Actor
from foundation.design.context import partnership_of_settings
from foundation.documents import storage
from foundation.errors import NotVisible
from foundation.logs import where
from foundation.tagged_pdf import check
from referrals.models import SubmissionCopy
from referrals.presenters.afterwards import thread_rows, version_rows
from referrals.presenters.refer import document_rows
from referrals.presenters.submissions import answer_cards, standing
from referrals.rules.amending import as_it_stands
from referrals.selectors.copies import Copied, copied
from referrals.services import fail_copy, keep_copy

NOT_SEEN = "You may no longer see this referral, so no copy was made."
WENT_WRONG = (
    "Something went wrong while the copy was made. Ask for it again; if it fails again, tell whoever looks after the portal."
)

logger = logging.getLogger(__name__)


def run_copy(*, reference: str, by: Actor) -> None:
    """Make one copy that was asked for, as whoever asked sees it now; a second run finds it made and does nothing.

    It is printed once: what cannot be printed is said to whoever asked, who can ask again.
    """
    copy = SubmissionCopy.objects.select_related("submission__agency", "contact", "person", "visitor").get(reference=reference)
    if copy.state != SubmissionCopy.State.WAITING:
        return
    try:
        pdf, pages = _printed(copy)
    except NotVisible:
        fail_copy(by=by, reference=reference, sentence=NOT_SEEN)
        return
    except Exception as error:  # noqa: BLE001  # whatever it is, whoever waits is told; the text may speak of a child
        logger.error("Copy %s failed: %s at %s", reference, type(error).__name__, where(error))  # noqa: TRY400  # no text of errors
        fail_copy(by=by, reference=reference, sentence=WENT_WRONG)
        return
    written = storage.write([pdf])
    if keep_copy(by=by, reference=reference, key=written.key, pages=pages):
        storage.move_to_checked(written.key)
    else:
        storage.remove(written.key)


def _printed(copy: SubmissionCopy) -> tuple[bytes, int]:
    from foundation.pdf import render_pdf  # the library takes seconds to load, and only the worker needs it

    html = document(copy, copied(copy))
    pdf = render_pdf(html, title=f"Referral {copy.submission.reference}", made_at=clock.now())
    return pdf, check(pdf)


def document(copy: SubmissionCopy, content: Copied) -> str:
    """The whole copy as HTML. Every text in it is escaped: it was typed by somebody."""
    sent, newest = content.submission, content.amendments[0] if content.amendments else None
    asker = copy.person.name if copy.person else copy.visitor.email if copy.visitor else ""
    names = names_of([row.sent_by for row in content.messages] + [row.amended_by for row in content.amendments])
    in_mash = copy.contact is not None
    return render_to_string(
        "referrals/copy/document.html",
        {
            "partnership": partnership_of_settings(),
            "submission": sent,
            "asker": asker,
            "made_at": clock.now(),
            "children": [standing(contact) for contact in content.contacts],
            "version": newest.number if newest else 1,
            "cards": answer_cards(as_it_stands(sent, newest)),
            "versions": version_rows(content.amendments, names),
            "messages": thread_rows(content.messages, names, in_mash=in_mash, several=len(content.contacts) > 1),
            "documents": document_rows(content.documents),
        },
    )
