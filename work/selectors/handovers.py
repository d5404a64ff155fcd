"""Who may see which handover.

The offer of a restricted record is shown to those of the receiving team who are named on the record. Who may answer for the
team, and is not named, learns that something is offered, by whom and until when, so that it is not lost; nothing else.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta

from django.db.models import Q, QuerySet

from accounts.access_table import role_codes, sighted_team_ids
from accounts.models import Person
from foundation import clock
from foundation.errors import NotVisible
from work.kinds import WHOLE_TEAM, handover_kinds
from work.models import Handover
from work.selectors.seen import those_seen

ACCEPTED_SHOWN, ACCEPTED_WITHIN = 50, timedelta(days=182)

RESTRICTED = "Restricted record"
"""What stands for the reference of a record of which the reader may know nothing."""


def handovers_offered_to(person: Person) -> QuerySet[Handover]:
    """What waits for an answer of the person's teams."""
    return Handover.objects.filter(to_team__in=sighted_team_ids(person), state=Handover.State.OFFERED).select_related(
        "from_team__agency", "to_team", "clock"
    )


def accepted_by_teams(person: Person) -> tuple[Handover, ...]:
    """What the person's teams accepted in the last months, newest first, without records that the person may not see."""
    rows = (
        Handover.objects.filter(
            to_team__in=sighted_team_ids(person), state=Handover.State.ACCEPTED, accepted_at__gte=clock.now() - ACCEPTED_WITHIN
        )
        .select_related("from_team__agency", "to_team")
        .order_by("-accepted_at", "-pk")[:ACCEPTED_SHOWN]
    )
    return those_seen(person, rows, handover_kinds())


def offers_shown(person: Person, offers: Iterable[Handover]) -> tuple[Handover, ...]:
    """Of some offers to the person's teams those that they learn of, in their order; emptied where that is all they learn."""
    rows = list(offers)
    hidden = hidden_among(person, rows)
    return tuple(_emptied(row) if row.pk in hidden else row for row in rows if row.pk not in hidden or may_answer(person, row))


def hidden_among(person: Person, rows: Iterable[Handover]) -> set[int]:
    """The ids of those handovers whose record is restricted to people among whom this person is not."""
    hidden: set[int] = set()
    by_kind: dict[str, list[Handover]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row)
    for kind, same in by_kind.items():
        declared = handover_kinds()[kind]
        closed = set(declared.restricted([row.subject_reference for row in same]))
        if closed:
            closed -= set(declared.seen_by(person, closed))
        hidden |= {row.pk for row in same if row.subject_reference in closed}
    return hidden


def may_answer(person: Person, handover: Handover) -> bool:
    """Whether the person's role answers offers of this kind for their team."""
    roles = handover_kinds()[handover.kind].roles
    return roles is WHOLE_TEAM or bool(roles & role_codes(person))


def offered_with(person: Person, handover: Handover) -> tuple[Handover, ...]:
    """What is offered to the same team and belongs with this offer, to those who read it there; the oldest first."""
    if is_emptied(handover) or handover.state != Handover.State.OFFERED or handover.to_team_id not in sighted_team_ids(person):
        return ()
    together = handover_kinds()[handover.kind].belongs_with(handover.subject_reference)
    rows = list(
        handovers_offered_to(person)
        .filter(
            to_team=handover.to_team_id,
            kind=handover.kind,
            subject_kind=handover.subject_kind,
            subject_reference__in=together,
        )
        .exclude(pk=handover.pk)
        .order_by("offered_at", "pk")
    )
    hidden = hidden_among(person, rows)
    return tuple(row for row in rows if row.pk not in hidden)


def is_emptied(handover: Handover) -> bool:
    """Whether the reader learns no more than that something is offered."""
    return not handover.kind


def _emptied(handover: Handover) -> Handover:
    """The same row, never to be saved, without what it says of the record."""
    handover.kind, handover.subject_kind, handover.subject_reference, handover.note = "", "", RESTRICTED, ""
    return handover


def handover_for(person: Person, reference: str) -> Handover:
    """One handover, for the team that offered it and the team that it was offered to; for others it does not exist.

    Emptied, as in lists, where the record is restricted and it is only known that it is offered.
    """
    teams = sighted_team_ids(person)
    found = (
        Handover.objects.filter(Q(to_team__in=teams) | Q(from_team__in=teams), reference=reference)
        .select_related("from_team__agency", "to_team__agency", "clock")
        .first()
    )
    if found is None:
        raise NotVisible
    if found.to_team_id not in teams:
        shown = those_seen(person, [found], handover_kinds())
    elif found.state == Handover.State.OFFERED:
        shown = offers_shown(person, [found])
    else:
        shown = () if hidden_among(person, [found]) else (found,)
    if not shown:
        raise NotVisible
    return shown[0]


def handovers_seen_by_offerer(person: Person, references: Collection[str]) -> set[str]:
    """Those of some handovers' references that the person, being of the team which offered them, may see."""
    rows = Handover.objects.filter(from_team__in=sighted_team_ids(person), reference__in=references)
    return {row.reference for row in those_seen(person, rows, handover_kinds())}


def children_of_handover(reference: str) -> Sequence[str]:
    """References of the children of whom a handover speaks, for the access log."""
    found = Handover.objects.filter(reference=reference).first()
    return handover_kinds()[found.kind].children(found.subject_reference) if found else ()
