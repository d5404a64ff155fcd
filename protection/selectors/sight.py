"""Who sees what of child protection. What somebody may not see does not exist for them.

A grant on a family group shows all of it: to the team that has the case, to its chairs, on a restricted one to those named.
Whoever is invited to a discussion or a conference, or belongs to the core group, sees that record, through their own name.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When

from accounts.access import Eyes, sight
from accounts.access_table import holdings_now, role_codes, sighted_team_ids
from accounts.models import Person
from children.kinds import RecordOfChild, RecordsOfChildren, TellingOfChildren
from children.models import Child
from foundation.asked_often import AskedOften
from foundation.design import words
from foundation.errors import NotVisible
from foundation.looked_up import looked_up
from protection.access import CASEWORK, CONFERENCE_CHAIR
from protection.models import (
    DOES_NOT_TAKE_PLACE,
    SEE_FAMILY,
    STANDS,
    AgencyInvitation,
    Conference,
    ConferenceState,
    CoreGroupMember,
    DiscussionSeat,
    DiscussionState,
    EnquiryState,
    FamilyGroup,
    FamilyPersonGrant,
    FamilyTeamGrant,
    PanelCase,
    ProtectionPlan,
    Section47,
    StrategyDiscussion,
)
from protection.rules import kinds
from referrals.access import EARLY_HELP_COORDINATOR, TEAM_MANAGER
from work.models import Handover


@dataclass(frozen=True)
class EyesOfGuest(Eyes):
    """By what a person sees child protection: by grants, and by invitations for the agencies of their roles."""

    agencies: tuple[int, ...]
    """Of the roles that show cases and count."""

    @classmethod
    def of(cls, person: Person) -> "EyesOfGuest":
        """Those of a person now."""
        agencies = {one.agency_id for one in holdings_now(person) if one.shows_cases and one.in_order}
        return cls(**vars(Eyes.of(person)), agencies=tuple(sorted(agencies)))


Looking = Person | EyesOfGuest


def _eyes(who: Looking) -> EyesOfGuest:
    return EyesOfGuest.of(who) if isinstance(who, Person) else who


def visible_families(person: Looking) -> QuerySet[FamilyGroup]:
    """The family groups of which a grant shows the person everything."""
    return FamilyGroup.objects.filter(sight(person, SEE_FAMILY, team_grants=FamilyTeamGrant, person_grants=FamilyPersonGrant))


def _of_a_family_seen(person: Looking, family: str = "family") -> Q:
    """Rows of a family (named so) of which a grant shows the person everything."""
    return Q(looked_up(visible_families(person).filter(pk=OuterRef(family))))


def _invited_of(person: Looking) -> Q:
    """Rows that name the person, while they still work for the agency for which they were invited, in a role that counts."""
    eyes = _eyes(person)
    return Q(person=eyes.person, agency__in=eyes.agencies)


def visible_discussions(person: Looking) -> QuerySet[StrategyDiscussion]:
    """Strategy discussions of the families that the person sees, and those to which they are invited."""
    seat = DiscussionSeat.objects.filter(STANDS, _invited_of(person), discussion=OuterRef("pk"))
    gone = (DiscussionState.CANCELLED, DiscussionState.WITHDRAWN)
    return StrategyDiscussion.objects.filter(_of_a_family_seen(person) | (Q(looked_up(seat)) & ~Q(state__in=gone)))


def visible_enquiries(person: Looking) -> QuerySet[Section47]:
    """Section 47 enquiries of the families that the person sees."""
    return Section47.objects.filter(family__in=visible_families(person))


def visible_conferences(person: Looking) -> QuerySet[Conference]:
    """Conferences of the families that the person sees, and those to which they are invited."""
    seat = AgencyInvitation.objects.filter(STANDS, _invited_of(person), conference=OuterRef("pk"))
    takes_place = ~Q(state__in=DOES_NOT_TAKE_PLACE)
    return Conference.objects.filter(_of_a_family_seen(person) | (Q(looked_up(seat)) & takes_place))


def visible_plans(person: Looking) -> QuerySet[ProtectionPlan]:
    """Plans of the families that the person sees, and those that run while they belong to the core group."""
    member = CoreGroupMember.objects.filter(_invited_of(person), family=OuterRef("family"), left_on__isnull=True)
    return ProtectionPlan.objects.filter(
        _of_a_family_seen(person) | (Q(looked_up(member)) & Q(ended_on__isnull=True, withdrawn_at__isnull=True))
    )


def core_group_families(person: Person) -> QuerySet[FamilyGroup]:
    """The families that the person sees, and those to whose core group they belong."""
    member = CoreGroupMember.objects.filter(_invited_of(person), family=OuterRef("pk"), left_on__isnull=True)
    return FamilyGroup.objects.filter(_of_a_family_seen(person, "pk") | Q(looked_up(member)))


VISIBLE: dict[str, Callable[[Looking], QuerySet[Any]]] = {
    kinds.DISCUSSION: visible_discussions,
    kinds.ENQUIRY: visible_enquiries,
    kinds.CONFERENCE: visible_conferences,
    kinds.PLAN: visible_plans,
    kinds.FAMILY: visible_families,
}
WITH_GUESTS = frozenset({kinds.DISCUSSION, kinds.CONFERENCE, kinds.PLAN})
"""Records to which agencies are invited; nobody is to a family's own or to an enquiry."""
MODELS: dict[str, type[Any]] = {
    kinds.DISCUSSION: StrategyDiscussion,
    kinds.ENQUIRY: Section47,
    kinds.CONFERENCE: Conference,
    kinds.PLAN: ProtectionPlan,
    kinds.FAMILY: FamilyGroup,
}
CHILD = {
    kinds.DISCUSSION: "children__child",
    kinds.ENQUIRY: "child",
    kinds.CONFERENCE: "children__child",
    kinds.PLAN: "child",
    kinds.FAMILY: "plans__child",
}
RESTRICTED = {kind: "family__restricted" if kind != kinds.FAMILY else "restricted" for kind in MODELS}

GOES_ON = {
    kinds.DISCUSSION: Q(state=DiscussionState.CALLED),
    kinds.ENQUIRY: ~Q(state=EnquiryState.COMPLETE),
    kinds.CONFERENCE: Q(
        state__in=[ConferenceState.REQUESTED, ConferenceState.BOOKED, ConferenceState.HELD, ConferenceState.APPROVED]
    ),
    kinds.PLAN: Q(ended_on__isnull=True, withdrawn_at__isnull=True),
}
"""Records with which work goes on: they open the child's page to who sees them."""


def one_of(person: Person, kind: str, reference: str, *related: str) -> Any:
    """One record of a kind, for who may see it."""
    question = _asked_of_one(kind, related)
    eyes = (EyesOfGuest if kind in WITH_GUESTS else Eyes).of(person)
    for found in question.rows(reference=reference, **vars(eyes)):
        return found
    raise NotVisible


@cache
def _asked_of_one(kind: str, related: tuple[str, ...]) -> AskedOften[Any]:
    def seen(reference: str, **eyes: Any) -> QuerySet[Any]:
        return VISIBLE[kind](EyesOfGuest(**{"agencies": (), **eyes})).select_related(*related).filter(reference=reference)

    return AskedOften(seen)


def seen_rows(person: Person, kind: str, references: Collection[str]) -> QuerySet[Any, str]:
    """Those of some records of a kind that the person may see, not yet read."""
    return VISIBLE[kind](person).filter(reference__in=references).values_list("reference", flat=True)


def seen_among(person: Person, kind: str, references: Collection[str]) -> set[str]:
    """Those of some records of a kind that the person may see."""
    return set(seen_rows(person, kind, references))


def managed_among(person: Person, kind: str, references: Collection[str]) -> set[str]:
    """Those whose clocks the person may hold: a manager of the team that has the case."""
    if TEAM_MANAGER not in role_codes(person):
        return set()
    team = "team__in" if kind == kinds.FAMILY else "family__team__in"
    rows = VISIBLE[kind](person).filter(reference__in=references, **{team: sighted_team_ids(person)})
    return set(rows.values_list("reference", flat=True))


def children_behind(kind: str, reference: str) -> Sequence[str]:
    """References of the children of a record, for the access log."""
    rows = MODELS[kind].objects.filter(reference=reference).values_list(f"{CHILD[kind]}__reference", flat=True)
    return tuple(one for one in rows if one)


def records_about(person: Person, kind: str, children: Collection[int]) -> RecordsOfChildren:
    """The records of a kind about some children, the newest first, as they stand to the person."""
    eyes = (EyesOfGuest if kind in WITH_GUESTS else Eyes).of(person)
    return RecordsOfChildren(
        _asked_of_children(kind).asked(children=tuple(children), **vars(eyes)),
        lambda row: RecordOfChild(
            kind, row.reference, row.about, seen=row.seen, opens=row.seen and row.goes_on, restricted=row.hidden, row=row
        ),
    )


def telling_about(person: Person, kind: str, children: Collection[int]) -> TellingOfChildren:
    """Of which of some children there are records of a kind."""
    eyes = (EyesOfGuest if kind in WITH_GUESTS else Eyes).of(person)
    return TellingOfChildren(_telling_of_children(kind).asked(children=tuple(children), **vars(eyes)), admitted=True)


@cache
def _asked_of_children(kind: str) -> AskedOften[Any]:
    def about(children: Collection[int], **eyes: Any) -> QuerySet[Any]:
        goes_on = Case(When(GOES_ON[kind], then=True), default=False)
        told: QuerySet[Any] = _every_record(kind, children, eyes).annotate(goes_on=goes_on)
        return told.order_by("-pk")

    return AskedOften(about)


@cache
def _telling_of_children(kind: str) -> AskedOften[Any]:
    def telling(children: Collection[int], **eyes: Any) -> QuerySet[Any]:
        return _every_record(kind, children, eyes).order_by().values_list("about", "seen", "hidden").distinct()

    return AskedOften(telling)


def _every_record(kind: str, children: Collection[int], eyes: Mapping[str, Any]) -> QuerySet[Any]:
    seen = VISIBLE[kind](EyesOfGuest(**{"agencies": (), **eyes})).filter(pk=OuterRef("pk"))
    rows: QuerySet[Any] = MODELS[kind].objects.filter(**{f"{CHILD[kind]}__in": children})
    told: QuerySet[Any] = rows.annotate(about=F(CHILD[kind]), seen=looked_up(seen), hidden=F(RESTRICTED[kind]))
    return told


def restricted_rows(kind: str, references: Collection[str]) -> QuerySet[Any, str]:
    """Those of some records that only people named on them see, not yet read."""
    rows: QuerySet[Any] = MODELS[kind].objects.filter(**{"reference__in": references, RESTRICTED[kind]: True})
    return rows.values_list("reference", flat=True)


def restricted_among(kind: str, references: Collection[str]) -> tuple[str, ...]:
    """Those of some records that only people named on them see."""
    return tuple(restricted_rows(kind, references))


def offered_plans_seen(person: Person, references: Collection[str]) -> set[str]:
    """Plans whose step down is offered: all that are not restricted, and those that the person sees."""
    hidden = set(restricted_among(kinds.PLAN, references))
    return (set(references) - hidden) | seen_among(person, kinds.PLAN, hidden)


def facts_of_plan(person: Person, reference: str) -> Sequence[tuple[str, str]]:
    """What the team that is to take a child over reads beside the offer: child, category, how long, why it ended."""
    if not may_be_told(person, reference):
        return ()
    plan = ProtectionPlan.objects.select_related("child").get(reference=reference)
    rows = [
        ("Child", named(plan.child)),
        ("Category", plan.get_category_display()),
        ("On a plan since", words.date(plan.started_on)),
        ("Until", words.date(plan.ended_on) if plan.ended_on else ""),
        ("Why it ended", plan.get_end_reason_display()),
        ("How things stand", plan.end_note),
    ]
    return [(label, value) for label, value in rows if value]


def may_be_told(person: Person, reference: str) -> bool:
    """Whether a plan's facts may be told to somebody of the teams between which it passes."""
    if seen_among(person, kinds.PLAN, [reference]):
        return True
    offered = Handover.objects.filter(
        kind=kinds.STEP_DOWN, subject_reference=reference, to_team__in=sighted_team_ids(person)
    ).exclude(state=Handover.State.WITHDRAWN)
    receives = {TEAM_MANAGER, EARLY_HELP_COORDINATOR} & role_codes(person)
    return bool(receives) and not restricted_among(kinds.PLAN, [reference]) and offered.exists()


def named(child: Child) -> str:
    """A child in one line, with the birth date or that it is not born yet."""
    born = f"born {words.date(child.birth_date)}" if child.birth_date else "not born yet"
    return f"{child.full_name}, {born}"


def particulars_of(kind: str, reference: str) -> Sequence[tuple[str, str]]:
    """What an agency is told with a question: the children, and when the conference is. Nothing of what was said."""
    children = Child.objects.filter(reference__in=children_behind(kind, reference)).order_by("pk")
    rows = [("Child", named(child)) for child in children]
    if kind == kinds.CONFERENCE:
        conference = Conference.objects.get(reference=reference)
        rows.append(("Conference", conference.get_type_display()))
        if conference.planned_for is not None:
            rows.append(("When", words.moment(conference.planned_for)))
    return rows


def asked_of_another(person: Person) -> Exists:
    """Of requests: whether somebody else is asked by name about a restricted family. Nobody else of their agency reads that."""
    named = AgencyInvitation.objects.filter(request=OuterRef("pk"), person__isnull=False, conference__family__restricted=True)
    return Exists(named.exclude(person=person))


def works_on(person: Person, family: FamilyGroup) -> bool:
    """Whether the person, of the team or a chair, sees all of a family group and may write all of its records."""
    return bool(CASEWORK.roles & role_codes(person)) and visible_families(person).filter(pk=family.pk).exists()


def visible_panel_cases(person: Person) -> QuerySet[PanelCase]:
    """What is on the lists of the scrutiny panel: to chairs all that is not restricted, to others of plans that they see."""
    seen = _of_a_family_seen(person, "plan__family")
    if CONFERENCE_CHAIR in role_codes(person):
        seen |= Q(plan__family__restricted=False)
    return PanelCase.objects.filter(seen)
