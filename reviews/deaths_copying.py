"""The pack of a panel meeting as one HTML document that the worker prints: deaths under their pseudonyms."""

from django.template.loader import render_to_string

from foundation import clock
from foundation.actors import Actor
from foundation.design.context import partnership_of_settings
from foundation.errors import Refused
from reviews.models import DeathPackCopy
from reviews.presenters.deaths_packs import pack_rows
from reviews.selectors.deaths import listed_for
from reviews.services.deaths_packs import fail_death_pack, keep_death_pack
from work.copying import make_copy


def run_death_pack(*, reference: str, by: Actor) -> None:
    """Make one pack that was asked for, as whoever asked sees the meeting now."""
    copy = DeathPackCopy.objects.select_related("meeting__panel", "person").get(reference=reference)
    make_copy(
        copy,
        by=by,
        title=f"Panel pack {copy.meeting.reference}",
        document=lambda: document(copy),
        keep=keep_death_pack,
        give_up=fail_death_pack,
    )


def document(copy: DeathPackCopy) -> str:
    """The whole pack as HTML. Every text in it is escaped: it was typed by somebody. Refuses where it has changed."""
    deaths = [death for death in listed_for(copy.person, copy.meeting) if death.case.reference in copy.cases]
    if len(deaths) != len(copy.cases):
        raise Refused("What is listed for this meeting has changed. Ask for the pack again.")
    context = {
        "meeting": copy.meeting,
        "deaths": pack_rows(deaths),
        "partnership": partnership_of_settings(),
        "asker": copy.person.name,
        "made_at": clock.now(),
    }
    return render_to_string("reviews/death_pack.html", context)
