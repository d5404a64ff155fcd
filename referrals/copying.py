"""A copy of what was sent and what followed, as one HTML document that the worker prints."""

from django.template.loader import render_to_string

from accounts.selectors.people import names_of
from foundation import clock
from foundation.actors import Actor
from foundation.design.context import partnership_of_settings
from referrals.models import SubmissionCopy
from referrals.presenters.afterwards import thread_rows, version_rows
from referrals.presenters.refer import document_rows
from referrals.presenters.submissions import answer_cards, standing
from referrals.rules.amending import as_it_stands
from referrals.selectors.copies import Copied, copied
from referrals.services import fail_copy, keep_copy
from work.copying import make_copy


def run_copy(*, reference: str, by: Actor) -> None:
    """Make one copy that was asked for, as whoever asked sees it now."""
    copy = SubmissionCopy.objects.select_related("submission__agency", "contact", "person", "visitor").get(reference=reference)
    make_copy(
        copy,
        by=by,
        title=f"Referral {copy.submission.reference}",
        document=lambda: document(copy, copied(copy)),
        keep=keep_copy,
        give_up=fail_copy,
    )


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
