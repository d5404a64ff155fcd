"""The record of a conference as one HTML document that the worker prints for a family to read."""

from django.template.loader import render_to_string

from foundation import clock
from foundation.actors import Actor
from foundation.design.context import partnership_of_settings
from protection.models import ConferenceCopy
from protection.presenters.conferences import print_page
from protection.selectors.arranging import Across
from protection.selectors.conferences import ConferenceFile
from protection.selectors.copies import copied
from protection.services.copies import fail_conference_copy, keep_conference_copy
from work.copying import make_copy


def run_copy(*, reference: str, by: Actor) -> None:
    """Make one copy that was asked for, as whoever asked sees the record now."""
    copy = ConferenceCopy.objects.select_related("conference", "person").get(reference=reference)
    make_copy(
        copy,
        by=by,
        title=f"Record of conference {copy.conference.reference}",
        document=lambda: document(copy, *copied(copy)),
        keep=keep_conference_copy,
        give_up=fail_conference_copy,
    )


def document(copy: ConferenceCopy, file: ConferenceFile, across: Across) -> str:
    """The whole copy as HTML: what the page to print shows. Every text in it is escaped: it was typed by somebody."""
    context = {
        **print_page(file, across),
        "on_paper": True,
        "partnership": partnership_of_settings(),
        "asker": copy.person.name,
        "made_at": clock.now(),
    }
    return render_to_string("protection/conference_copy.html", context)
