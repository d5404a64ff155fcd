"""The rows of the children and people of a submission, as somebody described them in one of its versions."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from children.selectors.places import Written
from referrals.models import Submission, SubmissionPerson, SubmissionRelation, SubmittedChild
from referrals.models.submissions import FIRST_VERSION
from referrals.rules.submission import ChildGiven, PersonGiven, RelationGiven


def places_written(children: Sequence[ChildGiven]) -> Written:
    """The schools and addresses of some children, with their numbers."""
    schools = [child.school for child in children]
    return Written(schools, [(child.details.address, child.details.postcode) for child in children])


def child_row(
    submission: Submission, child: ChildGiven, position: int, places: Written, *, version: int = FIRST_VERSION
) -> SubmittedChild:
    """A child as described, not kept yet."""
    details = child.details
    return SubmittedChild(
        submission=submission,
        position=position,
        version=version,
        **asdict(details),
        whereabouts=child.whereabouts,
        school=child.school,
        gp=child.gp,
        first_language=child.first_language,
        interpreter_needed=child.interpreter_needed,
        disability=child.disability,
        school_urn=places.urn_of(child.school),
        uprn=places.uprn_of(details.address, details.postcode),
        maternity=child.maternity,
        **_circumstances(child),
    )


def _circumstances(child: ChildGiven) -> dict[str, Any]:
    told = asdict(child.circumstances)
    return {name: list(value) if isinstance(value, tuple | list) else value for name, value in told.items()}


def person_row(submission: Submission, person: PersonGiven, position: int, *, version: int = FIRST_VERSION) -> SubmissionPerson:
    """A person as described, not kept yet."""
    return SubmissionPerson(
        submission=submission,
        position=position,
        version=version,
        kind=person.kind,
        name=person.name,
        birth_date=person.birth_date,
        birth_date_estimated=person.birth_date_estimated,
        lives_in_household=person.lives_in_household,
        contact_details=person.contact_details,
        organisation=person.organisation,
        job=person.job,
        risk_to_staff=person.risk_to_staff,
        interpreter_language=person.interpreter_language,
        last_contact=person.last_contact,
        involvement=person.involvement,
    )


def relation_rows(
    person: SubmissionPerson, relations: Sequence[RelationGiven], children: Sequence[SubmittedChild]
) -> list[SubmissionRelation]:
    """What a person is to each child, not kept yet. `children`: in their order."""
    return [
        SubmissionRelation(
            person=person,
            child=children[relation.child - 1],
            relationship=relation.relationship,
            parental_responsibility=relation.parental_responsibility,
        )
        for relation in relations
    ]
