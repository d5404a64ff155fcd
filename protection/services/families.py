"""A family group, and who sees it. Part of the services that open one."""

from collections.abc import Collection

from accounts.models import Person, Team
from accounts.services.grants import give_person_grant, give_team_grant
from children.models import Child
from children.selectors.records import same_children
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import NotVisible, Refused
from foundation.service import service
from protection.models import (
    SEE_FAMILY,
    DiscussedChild,
    FamilyGroup,
    FamilyPersonGrant,
    FamilyTeamGrant,
    ProtectionPlan,
    Section47,
)
from protection.rules import kinds
from protection.selectors.families import children_in
from protection.selectors.sight import core_group_families, visible_families


def subject_of(kind: str, reference: str) -> events.Subject:
    """What events, clocks and the chronology call a record."""
    return events.Subject(kind, reference)


def record(
    verb: str, by: Actor, kind: str, reference: str, *, reason: str = "", data: dict[str, str | int | bool | None] | None = None
) -> None:
    """Write what happened to a record."""
    events.record(verb=f"protection.{verb}", by=by, subject=subject_of(kind, reference), reason=reason, data=data)


def open_family(*, by: Actor, team: Team, restricted: bool = False) -> FamilyGroup:
    """Begin a family group for the team that takes it over. A restricted one is seen by whoever takes it over, alone."""
    family = FamilyGroup.objects.create(team=team, restricted=restricted, opened_at=clock.now(), opened_by=by.actor_reference)
    if restricted:
        if isinstance(by, Person):
            let_see(by=by, family=family, person=by, reason="Took the family over")
    else:
        give_team_grant(by=by, record=family, team=team, codename=SEE_FAMILY, reason="Has the case", grants=FamilyTeamGrant)
    record("family_opened", by, kinds.FAMILY, family.reference, data={"team": team.code, "restricted": restricted})
    return family


def let_see(*, by: Actor, family: FamilyGroup, person: Person, reason: str) -> None:
    """Let one person see all of a family group while they hold their role."""
    give_person_grant(by=by, record=family, person=person, codename=SEE_FAMILY, reason=reason, grants=FamilyPersonGrant)


def family_of(children: Collection[int], team: Team, *, restricted: bool) -> FamilyGroup | None:
    """The group in which a team works already with one of these children, or with one whose record was joined with theirs."""
    same = list(same_children(children))
    for rows, path in (
        (ProtectionPlan.objects.filter(child__in=same), "family"),
        (Section47.objects.filter(child__in=same), "family"),
        (DiscussedChild.objects.filter(child__in=same), "discussion__family"),
    ):
        found = rows.filter(**{f"{path}__team": team, f"{path}__restricted": restricted}).order_by("-pk")
        first = found.values_list(path, flat=True).first()
        if first is not None:
            return FamilyGroup.objects.get(pk=first)
    return None


def hold_family(by: Person, reference: str) -> FamilyGroup:
    """The family group, locked until the transaction ends. For who may not see it, it does not exist."""
    return _held(visible_families(by), reference)


def hold_core_group(by: Person, reference: str) -> FamilyGroup:
    """The same for who sees the family or belongs to its core group."""
    return _held(core_group_families(by), reference)


def _held(rows: object, reference: str) -> FamilyGroup:
    known = rows.filter(reference=reference).values_list("pk", flat=True).first()  # type: ignore[attr-defined]
    if known is None:
        raise NotVisible
    return FamilyGroup.objects.select_for_update(of=("self",)).select_related("team").get(pk=known)


def chosen_children(family: FamilyGroup, references: Collection[str]) -> list[Child]:
    """The children of a family with these references. Refuses none, and one of another family."""
    found = [child for child in children_in(family) if child.reference in set(references)]
    if not references or len(found) != len(set(references)):
        raise Refused("Select children of this family.", field="children")
    return found


@service
def allocate_family(*, by: Person, reference: str, worker: str) -> FamilyGroup:
    """Name the lead social worker of a family (by reference). A team's manager; refuses whoever may not see the family."""
    family = hold_family(by, reference)
    chosen = Person.objects.filter(reference=worker, is_active=True).first()
    if chosen is None or not visible_families(chosen).filter(pk=family.pk).exists():
        raise Refused("Select somebody who sees this family: a worker of its team.", field="worker")
    family.worker = chosen
    family.save(update_fields=["worker"])
    record("family_allocated", by, kinds.FAMILY, family.reference, data={"worker": chosen.reference})
    return family


@service
def name_on_restricted(*, by: Person, reference: str, person: str, reason: str) -> FamilyGroup:
    """Let one more person (by reference) see a restricted family. A manager who sees it; refuses who may hold no sight."""
    if not reason.strip():
        raise Refused("Enter why they need to see it.", field="reason")
    family = hold_family(by, reference)
    chosen = Person.objects.filter(reference=person, is_active=True).first()
    if chosen is None:
        raise Refused("Select a person.", field="person")
    let_see(by=by, family=family, person=chosen, reason=reason[:200])
    record("family_named", by, kinds.FAMILY, family.reference, reason=reason, data={"person": chosen.reference})
    return family
