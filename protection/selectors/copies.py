"""Copies of the record of a conference, each to whoever asked for it; and what such a copy holds."""

from accounts.models import Person
from foundation.errors import NotVisible
from protection.models import ConferenceCopy
from protection.selectors.arranging import Across, across_conferences
from protection.selectors.conferences import ConferenceFile, conference_file, conference_for


def copy_for(person: Person, reference: str) -> ConferenceCopy:
    """One copy, to whoever asked for it, while they may see the conference; for others it does not exist."""
    found = ConferenceCopy.objects.select_related("conference").filter(reference=reference, person=person).first()
    if found is None:
        raise NotVisible
    conference_for(person, found.conference.reference)
    return found


def copied(copy: ConferenceCopy) -> tuple[ConferenceFile, Across]:
    """What belongs into a copy today, as whoever asked for it sees it; NotVisible where they see it no longer."""
    conference = conference_for(copy.person, copy.conference.reference)
    return conference_file(conference), across_conferences(copy.person, conference)
