"""Records of child protection for the access matrix."""

from accounts.models import Person
from children.models import Child
from foundation import clock
from protection.models import Conference, FamilyGroup
from protection.services.families import let_see
from tests import factories
from tests.access.kinds import Arguments, Kind
from tests.work.build import SYSTEM, inside


def _family(person: Person | None = None, *, restricted: bool = False) -> FamilyGroup:
    family = FamilyGroup.objects.create(
        team=factories.make_team(), restricted=restricted, opened_at=clock.now(), opened_by="test"
    )
    if person is not None:
        with inside():
            let_see(by=SYSTEM, family=family, person=person, reason="Chairs the conference")
    return family


def _child() -> Child:
    return Child.objects.create(given_name="Ada", family_name="Example", created_at=clock.now(), created_by="test")


def _conference(family: FamilyGroup) -> Arguments:
    moment = clock.now()
    conference = Conference.objects.create(
        family=family,
        type="icpc",
        state="booked",
        requested_at=moment,
        requested_by="test",
        due_on=clock.today(),
        booked_at=moment,
        booked_by="test",
        planned_for=moment,
        chair=factories.make_person("conference_chair"),
    )
    row = conference.children.create(child=_child(), due_on=clock.today())
    agency = factories.make_agency("health")
    seat = conference.invitations.create(group="health", agency=agency, name="Hal", invited_at=moment, invited_by="test")
    member = conference.family_invitations.create(relation="parent", name="Mel", invited_at=moment, invited_by="test")
    other = conference.other_texts.create(place="summary", text="Other words.", written_at=moment, written_by="test")
    return {
        "reference": conference.reference,
        "child": row.pk,
        "seat": seat.pk,
        "member": member.pk,
        "other": other.pk,
    }


def conference_that_the_person_sees(person: Person, role: str) -> Arguments:
    return _conference(_family(person))


def restricted_conference_that_names_the_person(person: Person, role: str) -> Arguments:
    return _conference(_family(person, restricted=True))


def conference_of_others(person: Person, role: str) -> Arguments:
    return _conference(_family())


def restricted_conference_of_others(person: Person, role: str) -> Arguments:
    return _conference(_family(restricted=True))


def named_is_seen(role: str, relation: str) -> bool:
    return relation in ("named", "named and restricted")


KINDS = {
    "conference": Kind(
        {
            "named": conference_that_the_person_sees,
            "named and restricted": restricted_conference_that_names_the_person,
            "other": conference_of_others,
            "restricted": restricted_conference_of_others,
        },
        named_is_seen,
        frozenset({"other", "restricted"}),
    ),
}
