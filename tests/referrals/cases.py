"""Child-in-need episodes for tests, at any point of their way."""

from dataclasses import replace
from datetime import date
from typing import Any

from accounts.models import Person
from foundation import clock
from referrals.models import Assessment, Contact, Episode
from referrals.rules.episodes import Written
from referrals.services import allocate_episode, authorise_assessment, begin_assessment, submit_assessment
from tests import factories
from tests.referrals import mash
from work.models import Handover
from work.services.handovers import accept_handover

WRITTEN = Written(
    seen_on=date(2026, 11, 18),
    seen_alone="yes",
    child_view="“I like it when Gran comes.”",
    analysis="Neglect over months; the grandmother helps.",
    factors=("16A", "4B"),
    outcome="plan",
)


def accept(hub: mash.Mash, contact: Contact) -> Episode:
    """The team accepts what it was offered."""
    for handover in Handover.objects.filter(subject_reference=contact.reference, state="offered"):
        accept_handover(by=hub.team_manager, reference=handover.reference)
    return Episode.objects.get(contact=contact)


def opened(hub: mash.Mash, outcome: str = "S17", **fields: Any) -> Episode:
    """An episode as it opens when a team accepts a referral."""
    return accept(hub, mash.approved(hub, outcome, **fields))


def worker_of(hub: mash.Mash) -> Person:
    """A social worker of the team."""
    found = Person.objects.filter(holdings__team=hub.assessment, holdings__role="social_worker").first()
    return found or factories.make_person("social_worker", team=hub.assessment, name="Wyn Worker")


def again(episode: Episode) -> Episode:
    """The episode as it is now."""
    return Episode.objects.get(pk=episode.pk)


def allocated(hub: mash.Mash, **fields: Any) -> Episode:
    """An episode that a worker has."""
    episode = opened(hub, **fields)
    return allocate_episode(
        by=hub.team_manager, reference=episode.reference, version=episode.version, worker=worker_of(hub).reference
    )


def assessing(hub: mash.Mash, **fields: Any) -> Episode:
    """An episode with an assessment in progress."""
    episode = allocated(hub, **fields)
    begin_assessment(by=worker_of(hub), reference=episode.reference, version=episode.version)
    return again(episode)


def sent(hub: mash.Mash, **changes: Any) -> Episode:
    """An episode whose assessment waits for a manager."""
    episode = assessing(hub)
    written = replace(WRITTEN, seen_on=clock.today(), **changes)
    submit_assessment(by=worker_of(hub), reference=episode.reference, version=episode.version, written=written, primary_need="N1")
    return again(episode)


def assessed(hub: mash.Mash, **changes: Any) -> Episode:
    """An episode with an authorised assessment."""
    episode = sent(hub, **changes)
    authorise_assessment(by=hub.team_manager, reference=episode.reference, version=episode.version)
    return again(episode)


def the_assessment(episode: Episode) -> Assessment:
    """The newest assessment of an episode."""
    found = episode.assessments.order_by("-number").first()
    assert found is not None
    return found
