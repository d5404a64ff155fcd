"""A case does not exist for anybody who is not named on it, whatever their role, and no longer for who has left."""

from datetime import timedelta

import pytest

from accounts.models import RoleHolding
from accounts.services.people import end_role
from foundation import clock
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.models.outbox import OutboxMessage
from reviews.models import TeamRole
from reviews.selectors.cases import cases_of
from reviews.selectors.sight import case_for, owned_case, ownerless_cases, seen_among
from reviews.services.team import name_member, strike_member, take_over_case
from tests.factories import make_agency, make_person
from tests.reviews import build
from work.models import Clock

pytestmark = pytest.mark.django_db


def test_a_colleague_with_the_same_role_sees_nothing() -> None:
    owner = build.board_manager()
    incident = build.opened(owner)
    colleague = make_person("business_team", owner.holdings.get().agency)
    assert case_for(owner, incident.case.reference) == incident.case
    with pytest.raises(NotVisible):
        case_for(colleague, incident.case.reference)
    assert cases_of(colleague).rows == ()


def test_who_is_named_sees_it_and_does_not_own_it() -> None:
    owner, panel = build.board_manager(), make_person("practitioner", make_agency("health"))
    incident = build.opened(owner)
    build.named(owner, incident, panel)
    assert case_for(panel, incident.case.reference) == incident.case
    with pytest.raises(NotVisible):
        owned_case(panel, incident.case.reference)


def test_who_is_struck_off_sees_it_no_longer_and_stays_in_the_list() -> None:
    owner, panel = build.board_manager(), make_person("practitioner", make_agency("health"))
    incident = build.opened(owner)
    row = build.named(owner, incident, panel)
    strike_member(by=owner, case=incident.case.reference, member=row.pk, reason="Moved on")
    assert seen_among(panel, [incident.case.reference]) == set()
    assert incident.case.members.get(person=panel).left_reason == "Moved on"


def test_who_leaves_their_agency_sees_it_no_longer_at_once() -> None:
    owner, panel = build.board_manager(), make_person("practitioner", make_agency("health"))
    incident = build.opened(owner)
    build.named(owner, incident, panel)
    lead = make_person("agency_lead", RoleHolding.objects.get(person=panel).agency)
    end_role(by=lead, holding_id=panel.holdings.get().pk)
    panel.holdings_read = None
    assert seen_among(panel, [incident.case.reference]) == set()


def test_a_last_day_is_the_last_day() -> None:
    owner, panel = build.board_manager(), make_person("practitioner", make_agency("health"))
    incident = build.opened(owner)
    build.named(owner, incident, panel, until=clock.today() + timedelta(days=1))
    with clock.frozen(clock.now() + timedelta(days=1)):
        panel.holdings_read = None
        assert seen_among(panel, [incident.case.reference])
    with clock.frozen(clock.now() + timedelta(days=2)):
        panel.holdings_read = None
        assert not seen_among(panel, [incident.case.reference])


def test_who_judges_has_had_no_part_in_the_case() -> None:
    owner, panel = build.board_manager(), make_person("practitioner", make_agency("health"))
    incident = build.opened(owner)
    with pytest.raises(Refused, match="no part in it"):
        build.named(owner, incident, panel, TeamRole.REVIEWER, independent=False)
    assert build.named(owner, incident, panel, TeamRole.PUBLISHER, independent=False)


def test_nobody_is_named_twice_and_a_case_keeps_an_owner() -> None:
    owner = build.board_manager()
    incident = build.opened(owner)
    with pytest.raises(Refused, match="named on this case already"):
        build.named(owner, incident, owner)
    with pytest.raises(Refused, match="has an owner"):
        strike_member(by=owner, case=incident.case.reference, member=incident.case.members.get().pk, reason="Off")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"email": "nobody@nowhere.example"}, "Nobody with this address"),
        ({"reason": " "}, "why they need to see"),
        ({"until": clock.today() - timedelta(days=1000)}, "today or later"),
    ],
)
def test_naming_says_what_is_missing(fields: dict[str, object], sentence: str) -> None:
    owner, panel = build.board_manager(), make_person("practitioner", make_agency("health"))
    incident = build.opened(owner)
    told = {"email": panel.email, "role": "panel", "independent": True, "reason": "Knows the service", **fields}
    with pytest.raises(Refused, match=sentence):
        name_member(by=owner, case=incident.case.reference, **told)  # type: ignore[arg-type]


def orphaned() -> str:
    """A case whose only owner has lost the role for which they owned it."""
    owner = build.board_manager()
    incident = build.opened(owner)
    end_role(by=make_person("system_administrator"), holding_id=owner.holdings.get().pk)
    return incident.case.reference


def test_a_case_whose_owners_have_gone_is_taken_over_with_a_reason_that_is_told() -> None:
    reference = orphaned()
    governance, successor = make_person("governance_lead"), build.board_manager()
    with pytest.raises(Refused, match="at least a sentence"):
        take_over_case(by=successor, case=reference, reason="Mine")
    take_over_case(by=successor, case=reference, reason="The owner has left the partnership.")
    assert owned_case(successor, reference)
    assert {row.owner_person for row in Clock.objects.filter(subject_reference=reference)} == {successor}
    told = OutboxMessage.objects.filter(payload__to=governance.email)
    assert told.count() == 1
    assert reference not in {case.reference for case in ownerless_cases()}


def test_a_case_that_has_an_owner_cannot_be_taken_over() -> None:
    incident = build.opened(build.board_manager())
    with pytest.raises(NotVisible):
        take_over_case(by=build.board_manager(), case=incident.case.reference, reason="I should like to see it.")


def test_who_may_take_over_sees_nothing_of_the_case_before() -> None:
    reference = orphaned()
    assert seen_among(build.board_manager(), [reference]) == set()


def test_only_who_opens_cases_takes_them_over() -> None:
    with pytest.raises(NotAllowed):
        take_over_case(by=make_person("executive"), case=orphaned(), reason="I should like to see it.")


def test_who_is_named_is_told_by_email_and_of_nothing_else() -> None:
    owner, panel = build.board_manager(), make_person("practitioner", make_agency("health"))
    incident = build.with_child(owner)
    build.named(owner, incident, panel)
    (message,) = OutboxMessage.objects.filter(payload__to=panel.email)
    told = str(message.payload)
    assert "/reviews/" in told
    for secret in (incident.case.reference, build.TITLE, "Robin", "Zofia"):
        assert secret not in told
