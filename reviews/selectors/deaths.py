"""Deaths: the same one notified before, forms with their authors, meetings with what the reader sees of them."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.access_table import agency_ids
from accounts.models import Person
from children.models import Child
from children.rules.details import ChildDetails
from children.selectors.records import standing_id
from foundation.errors import NotVisible
from reviews.models import (
    Case,
    CaseChild,
    CaseMember,
    ChildDeath,
    DeathFactor,
    DeathForm,
    DeathHold,
    DeathIdentity,
    DeathMeeting,
    DeathPackCopy,
    DeathPanel,
    DeathState,
    FamilyContact,
    FormState,
    TeamRole,
)
from reviews.rules.deaths import same_death
from reviews.selectors.sight import case_for, children_behind, owned_case, role_on, seen_among, visible_cases
from work.models import Clock, ClockRevision

WITH = ("death__case", "agency", "author", "request")
MOST_MEETINGS = 24
READERS = frozenset({TeamRole.OWNER, TeamRole.CHAIR, TeamRole.PANEL, TeamRole.REVIEWER, TeamRole.SCRUTINEER})
"""As whom somebody reads what agencies returned."""


def described(child: CaseChild) -> ChildDetails:
    """A child of a case, as likeness is asked of them."""
    known = getattr(child, "death_identity", None)
    return ChildDetails(
        family_name=child.family_name,
        given_name=child.given_name,
        birth_date=child.birth_date,
        sex=child.sex,
        nhs_number=known.nhs_number if known else "",
    )


def notified_before(details: ChildDetails, record: Child | None, death: ChildDeath) -> ChildDeath | None:
    """The first notification of the same death, whoever may know of it: for the services, which tell nobody who may not."""
    rows = CaseChild.objects.filter(case__death__second_of__isnull=True).exclude(case__death=death.pk)
    rows = rows.exclude(case__death__state=DeathState.JOINED).select_related("case__death", "death_identity", "child")
    near = Q(birth_date=details.birth_date) | Q(
        case__death__died_on__range=(death.died_on - timedelta(days=3), death.died_on + timedelta(days=3))
    )
    if details.nhs_number:
        near |= Q(death_identity__nhs_number=details.nhs_number)
    if record is not None:
        near |= Q(child__isnull=False, child__in=[record.pk, standing_id(record)]) | Q(child__merged_into=standing_id(record))
    for row in rows.filter(near).order_by("case__death__pk"):
        if record is not None and row.child is not None and standing_id(row.child) == standing_id(record):
            return row.case.death
        if same_death(details, described(row), death.died_on, row.case.death.died_on):
            return row.case.death
    return None


def death_case(person: Person, reference: str) -> Case:
    """One case of a death, for its owner."""
    case = owned_case(person, reference)
    if not hasattr(case, "death"):
        raise NotVisible
    return case


def factor_of(person: Person, reference: str, factor: int) -> DeathFactor:
    """A factor that is not struck, for the owner of the case."""
    found = death_case(person, reference).death.factors.filter(pk=factor, struck_at__isnull=True).first()
    if found is None:
        raise NotVisible
    return found


def family_lines(death: ChildDeath) -> list[str]:
    """Who belongs to the family of the children of a death, as it was written down."""
    return list(DeathIdentity.objects.filter(child__case=death.case_id).values_list("family", flat=True))


def second_of(person: Person, reference: str, second: int) -> ChildDeath:
    """A second notification of a death, for the owner of the case that was first, until it is decided about."""
    found = death_case(person, reference).death.seconds.select_related("case").filter(pk=second)
    row = found.exclude(state=DeathState.JOINED).first()
    if row is None:
        raise NotVisible
    return row


def reads_forms(person: Person, case: Case) -> bool:
    """Whether the person reads what agencies returned on a case that they see."""
    return role_on(person, case) in READERS


def own_forms(person: Person) -> QuerySet[DeathForm]:
    """The reporting forms of which the person is the author, while they work for the agency that was asked and nothing else was
    taken instead."""
    rows = DeathForm.objects.filter(author=person, agency__in=agency_ids(person)).exclude(state=FormState.EVIDENCE)
    return rows.select_related(*WITH)


def own_form(person: Person, reference: str) -> DeathForm:
    """One form that is still to be returned, for its author."""
    found = own_forms(person).filter(reference=reference, state=FormState.ASKED).first()
    if found is None:
        raise NotVisible
    return found


def form_for(person: Person, reference: str) -> DeathForm:
    """One form: to its author always, to those who read the forms of the case once it was returned."""
    own = own_forms(person).filter(reference=reference).first()
    if own is not None:
        return own
    found = DeathForm.objects.select_related(*WITH).filter(reference=reference).exclude(state=FormState.ASKED).first()
    if found is None:
        raise NotVisible
    if not reads_forms(person, case_for(person, found.death.case.reference)):
        raise NotVisible
    return found


def form_by_request(person: Person, request: str) -> DeathForm:
    """The form for which a request asked, for its author."""
    found = own_forms(person).filter(request__reference=request).first()
    if found is None:
        raise NotVisible
    return found


def form_awaited(person: Person, reference: str) -> DeathForm:
    """A form that has not come, for the owner of its case."""
    found = DeathForm.objects.select_related(*WITH).filter(reference=reference, state=FormState.ASKED).first()
    if found is None:
        raise NotVisible
    death_case(person, found.death.case.reference)
    return found


def forms_seen_among(person: Person, references: Collection[str]) -> set[str]:
    """Those of some forms on whose case the person is named."""
    rows = DeathForm.objects.filter(reference__in=references, death__case__in=visible_cases(person))
    return set(rows.values_list("reference", flat=True))


def form_asked_of_another(person: Person) -> Exists:
    """Of requests: whether somebody else is asked for this form. Nobody else of their agency reads it."""
    return Exists(DeathForm.objects.filter(reference=OuterRef("subject_reference")).exclude(author=person))


def children_of_form(reference: str) -> Sequence[str]:
    """References of the children of whom a form speaks, for the access log."""
    case = DeathForm.objects.filter(reference=reference).values_list("death__case__reference", flat=True).first()
    return children_behind(case) if case else ()


def meetings_newest_first() -> QuerySet[DeathMeeting]:
    """Meetings of the panels: their days, and nothing of what is listed."""
    return DeathMeeting.objects.select_related("panel")


def meeting_for(reference: str) -> DeathMeeting:
    """One meeting."""
    found = meetings_newest_first().filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def listed_for(person: Person, meeting: DeathMeeting) -> tuple[ChildDeath, ...]:
    """The deaths listed for a meeting on whose cases the person is named; of others not even the number is told."""
    reader = CaseMember.objects.filter(case=OuterRef("case"), person=person, role__in=READERS, left_at__isnull=True)
    rows = ChildDeath.objects.filter(
        Exists(reader), listings__meeting=meeting, listings__put_off_at__isnull=True, case__in=visible_cases(person)
    )
    return tuple(rows.select_related("case", "panel").prefetch_related("factors", "case__children").order_by("listings__pk"))


def statutory_dates(clocks: Sequence[Clock]) -> dict[int, object]:
    """By clock: the time by which it was due before anything moved it."""
    first = {clock.pk: clock.due_at for clock in clocks}
    for row in ClockRevision.objects.filter(clock__in=clocks).order_by("-revised_at", "-pk"):
        first[row.clock_id] = row.old_due_at
    return dict(first)


def panels() -> tuple[DeathPanel, ...]:
    """The panels, by their names."""
    return tuple(DeathPanel.objects.all())


def meetings_of(panel: DeathPanel) -> tuple[DeathMeeting, ...]:
    """The latest meetings of a panel, past ones too: a review is sometimes recorded later."""
    return tuple(panel.meetings.select_related("panel")[:MOST_MEETINGS])


def forms_of(death: ChildDeath) -> tuple[DeathForm, ...]:
    """The forms of a death, the first asked first."""
    return tuple(death.forms.select_related("agency", "author"))


def factors_of(death: ChildDeath) -> tuple[DeathFactor, ...]:
    """The factors that stand, by domain."""
    return tuple(row for row in death.factors.all() if row.struck_at is None)


def contacts_of(death: ChildDeath) -> tuple[FamilyContact, ...]:
    """The contacts with the family, the first first."""
    return tuple(death.contacts.all())


def holds_of(death: ChildDeath) -> tuple[DeathHold, ...]:
    """The times in which it was on hold, the first first."""
    return tuple(death.holds.all())


def seconds_of(death: ChildDeath) -> tuple[ChildDeath, ...]:
    """What was notified of the same death a second time."""
    return tuple(death.seconds.select_related("panel").order_by("pk"))


def identity_of(death: ChildDeath) -> DeathIdentity | None:
    """What else says who the child was."""
    return DeathIdentity.objects.filter(child__case=death.case_id).order_by("pk").first()


def pack_for(person: Person, reference: str) -> DeathPackCopy:
    """One pack, to whoever asked for it, while they see the case of every death that stands in it."""
    found = DeathPackCopy.objects.select_related("meeting__panel").filter(reference=reference, person=person).first()
    if found is None or seen_among(person, found.cases) != set(found.cases):
        raise NotVisible
    return found
