"""Opening a case, and the children whom it is about."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from accounts.models import Agency, Person
from children.models import Child
from foundation import clock
from foundation.errors import NotVisible, Refused, need
from foundation.events import record
from foundation.references import tidy_reference
from foundation.service import service
from reviews.models import Case, CaseChild, CaseKind, TeamRole
from reviews.rules.naming import names_in
from reviews.selectors.sight import owned_case
from reviews.services.team import put_on_team, subject_of

OPENED_IT = "Opened the case"


@dataclass(frozen=True)
class ChildTold:
    """Who a child of a case is, and by what name the case speaks of them."""

    pseudonym: str
    given_name: str
    family_name: str
    birth_date: date
    sex: str = "U"
    ethnicity: str = ""
    disabled: bool | None = None
    asylum: bool = False
    known_to_care: str = "unknown"
    home_authority: str = ""
    child: str = ""
    """The reference of the child's record in the portal, where it is known."""


def open_case(*, by: Person, kind: CaseKind, title: str, follows: Case | None = None) -> Case:
    """A case whose owner is whoever opens it, and which nobody else sees. Part of services."""
    need(title, "Enter a title that names nobody.", "title")
    case = Case.objects.create(
        kind=kind, title=title.strip(), opened_at=clock.now(), opened_by=by.actor_reference, follows=follows
    )
    agency = Agency.objects.get(code=by.actor_agency)
    put_on_team(by=by, case=case, person=by, agency=agency, role=TeamRole.OWNER, independent=False, reason=OPENED_IT)
    return case


@service
def add_child(*, by: Person, case: str, told: ChildTold) -> CaseChild:
    """Say of which child a case is. Its owner.

    Refuses a birth date to come, a pseudonym or title that gives the name away, one that is taken, and a record that is none.
    """
    found = owned_case(by, case)
    Case.objects.select_for_update().get(pk=found.pk)
    fields = _checked(found, told)
    row = CaseChild.objects.create(case=found, added_at=clock.now(), added_by=by.actor_reference, **fields)
    record(verb="reviews.child_added", by=by, subject=subject_of(found), data={"pseudonym": row.pseudonym})
    return row


@service
def change_child(*, by: Person, case: str, child: int, told: ChildTold) -> CaseChild:
    """Put right who a child of a case is, or what is known of them by now. Its owner; the pseudonym stays.

    Refuses what adding refuses. What was there before is kept.
    """
    found = owned_case(by, case)
    Case.objects.select_for_update().get(pk=found.pk)
    row = found.children.filter(pk=child).first()
    if row is None:
        raise NotVisible
    fields = _checked(found, replace(told, pseudonym=row.pseudonym), but=row)
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    record(verb="reviews.child_changed", by=by, subject=subject_of(found), data={"pseudonym": row.pseudonym})
    return row


@service
def rename_case(*, by: Person, case: str, title: str) -> Case:
    """Give a case another title. Its owner; refused where it names a child."""
    found = Case.objects.select_for_update().get(pk=owned_case(by, case).pk)
    need(title, "Enter a title that names nobody.", "title")
    for child in found.children.all():
        if names_in(title, (child.given_name, child.family_name)):
            raise Refused("The title names a child. Enter one that names nobody.", field="title")
    found.title = title.strip()
    found.save(update_fields=["title"])
    record(verb="reviews.case_renamed", by=by, subject=subject_of(found))
    return found


def _checked(found: Case, told: ChildTold, *, but: CaseChild | None = None) -> dict[str, Any]:
    """What is written of a child, once it is found to be sound."""
    fields: dict[str, Any] = {name: value.strip() if isinstance(value, str) else value for name, value in asdict(told).items()}
    if told.birth_date > clock.today():
        raise Refused("The birth date must be today or in the past.", field="birth_date")
    names = (told.given_name, told.family_name)
    if names_in(told.pseudonym, names):
        raise Refused("Choose a pseudonym that is unlike the child’s name.", field="pseudonym")
    if names_in(found.title, names):
        raise Refused("The title of the case names this child. Change the title first.", field="given_name")
    others = found.children.exclude(pk=but.pk) if but else found.children.all()
    if others.filter(pseudonym__iexact=told.pseudonym.strip()).exists():
        raise Refused("Another child of this case has this pseudonym.", field="pseudonym")
    fields["child"] = _record_of(told.child)
    if fields["child"] is not None and others.filter(child=fields["child"]).exists():
        raise Refused("This child is in the case already.", field="child")
    return fields


def _record_of(reference: str) -> Child | None:
    if not reference.strip():
        return None
    found = Child.objects.filter(reference=tidy_reference(reference)).first()
    if found is None:
        raise Refused("There is no child’s record with this reference.", field="child")
    return found.merged_into or found
