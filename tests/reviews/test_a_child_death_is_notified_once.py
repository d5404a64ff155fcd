"""A death is notified whatever its cause; twice, it is one death, and nobody learns of it through the second notification."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from foundation import clock
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.models import OutboxMessage
from reviews.models import Case, ChildDeath, DeathIdentity, DeathState
from reviews.rules import kinds
from reviews.selectors.cases import cases_of
from reviews.selectors.sight import owned_case
from reviews.services import deaths, deaths_beside
from reviews.services.deaths import IdentityTold
from tests.factories import make_agency, make_person
from tests.reviews import build, build_deaths
from work.models import Clock

pytestmark = pytest.mark.django_db


def running(death: ChildDeath) -> set[str]:
    rows = Clock.objects.filter(subject_reference=death.case.reference, stopped_at__isnull=True)
    return set(rows.values_list("kind", flat=True))


def test_the_coordinator_notifies_and_the_clocks_run() -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.notified(owner)
    assert death.panel.name == "North panel"
    assert running(death) == {
        *(kinds.DEATH_RESPONSE_CLOCK, kinds.DEATH_VISIT_CLOCK, kinds.DEATH_LETTER_CLOCK),
        *(kinds.DEATH_REVIEW_CLOCK, kinds.DEATH_WHOLE_CLOCK),
    }
    notice = Clock.objects.get(kind=kinds.DEATH_NOTICE_CLOCK)
    assert notice.outcome == "notified"
    assert notice.due_at - notice.started_at == timedelta(hours=48)
    visit = Clock.objects.get(kind=kinds.DEATH_VISIT_CLOCK)
    assert visit.due_at - visit.started_at == timedelta(hours=24)
    review, whole = (Clock.objects.get(kind=kind) for kind in (kinds.DEATH_REVIEW_CLOCK, kinds.DEATH_WHOLE_CLOCK))
    assert (death.review_due_on, death.whole_due_on) == (review.due_at.date(), whole.due_at.date())


def test_nobody_else_notifies() -> None:
    build_deaths.panel()
    with pytest.raises(NotAllowed):
        build_deaths.notified(build.board_manager())


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"born": "stillbirth"}, "is not reviewed as a child death. If it was not attended"),
        ({"born": "termination"}, "is not reviewed as a child death"),
        ({"area_la": "Elsewhere"}, "No panel reviews deaths of this area"),
        ({"joint_criterion": ""}, "Select the criterion"),
        ({"died_on": clock.today() + timedelta(days=1)}, "today or in the past"),
        ({"happened": " "}, "Enter what happened"),
    ],
)
def test_what_cannot_be_is_refused(changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        build_deaths.notified(build_deaths.coordinator(), **changes)
    assert not Case.objects.exists()


def test_an_adult_and_a_death_before_birth_are_refused() -> None:
    owner, today = build_deaths.coordinator(), clock.today()
    with pytest.raises(Refused, match="under 18"):
        build_deaths.notified(owner, told=build_deaths.wren(birth_date=today.replace(year=today.year - 19)))
    with pytest.raises(Refused, match="before they were born"):
        build_deaths.notified(owner, told=build_deaths.wren(birth_date=today))


def test_a_live_birth_of_any_gestation_counts_and_an_unattended_stillbirth_is_responded_to() -> None:
    owner, today = build_deaths.coordinator(), clock.today()
    tiny = build_deaths.notified(owner, told=build_deaths.wren(birth_date=today), died_on=today, gestation_weeks=19)
    assert tiny.gestation_weeks == 19
    unattended = build_deaths.notified(
        owner, told=build_deaths.wren(birth_date=today, given_name="Baby", family_name="Oduya"), died_on=today,
        born="unattended", joint_response=False, joint_criterion="",
    )  # fmt: skip
    assert (unattended.joint_response, unattended.joint_criterion) == (True, "stillbirth")


@pytest.mark.parametrize(
    ("identity", "sentence"),
    [
        (IdentityTold(), "Enter the NHS number, or say why there is none"),
        (IdentityTold(nhs_number="943 476 5919", nhs_absent="non_resident"), "Enter the NHS number, or say"),
        (IdentityTold(nhs_number="943 476 5918"), "NHS number"),
    ],
)
def test_the_nhs_number_is_valid_or_there_is_a_reason(identity: IdentityTold, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        build_deaths.notified(build_deaths.coordinator(), identity=identity)


def test_the_number_is_kept_as_it_is_stored() -> None:
    build_deaths.notified(build_deaths.coordinator(), identity=IdentityTold(nhs_number="943 476 5919"))
    assert DeathIdentity.objects.get().nhs_number == "9434765919"


def test_the_database_holds_what_a_death_is() -> None:
    death = build_deaths.notified(build_deaths.coordinator())
    for changes in ({"born": "stillbirth"}, {"joint_criterion": ""}, {"state": "reviewed"}, {"state": "joined"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ChildDeath.objects.filter(pk=death.pk).update(**changes)


def test_whoever_is_named_on_the_first_is_sent_there() -> None:
    owner = build_deaths.coordinator()
    first = build_deaths.notified(owner)
    with pytest.raises(Refused, match=first.case.reference):
        build_deaths.notified(owner)
    assert ChildDeath.objects.count() == 1


@pytest.mark.parametrize(
    "told",
    [
        build_deaths.wren(),
        build_deaths.wren(given_name="Sofia"),
        build_deaths.wren(family_name="Kowalska-Burne"),
    ],
)
def test_for_others_it_is_as_a_first_one_and_its_team_is_told(told: object) -> None:
    """Neither a refusal nor a list that stays empty tells a second notifier that there is a case; what they sent is kept."""
    owner, other = build_deaths.coordinator(), build_deaths.coordinator()
    first = build_deaths.notified(owner)
    before = OutboxMessage.objects.count()
    second = build_deaths.notified(other, told=told, happened="A second account.")  # type: ignore[arg-type]
    assert second.second_of == first
    assert [case.reference for case in cases_of(other).rows] == [second.case.reference]
    assert [case.reference for case in cases_of(owner).rows] == [first.case.reference]
    assert OutboxMessage.objects.count() == before + 1


def test_the_same_number_or_record_is_the_same_death_and_another_number_is_not() -> None:
    number = IdentityTold(nhs_number="943 476 5919")
    first = build_deaths.notified(build_deaths.coordinator(), identity=number)
    renamed = build_deaths.wren(given_name="Unknown", family_name="Female")
    assert build_deaths.notified(build_deaths.coordinator(), told=renamed, identity=number).second_of == first
    other = IdentityTold(nhs_number="401 023 2137")
    assert build_deaths.notified(build_deaths.coordinator(), identity=other).second_of is None


def test_another_child_is_another_death() -> None:
    build_deaths.notified(build_deaths.coordinator())
    twin = build_deaths.wren(given_name="Marek", sex="M")
    assert build_deaths.notified(build_deaths.coordinator(), told=twin).second_of is None


def test_the_first_team_joins_the_second_and_its_notifier_is_told() -> None:
    owner, other = build_deaths.coordinator(), build_deaths.coordinator()
    first, second = build_deaths.notified(owner), build_deaths.notified(other)
    with pytest.raises(NotVisible):
        deaths.join_second(by=other, case=second.case.reference, second=second.pk, reason="Same")
    with pytest.raises(Refused, match="same death"):
        deaths.join_second(by=owner, case=first.case.reference, second=second.pk, reason=" ")
    before = OutboxMessage.objects.count()
    joined = deaths.join_second(by=owner, case=first.case.reference, second=second.pk, reason="Same child, same day.")
    assert (joined.state, running(joined)) == (DeathState.JOINED, set())
    assert OutboxMessage.objects.count() == before + 1
    with pytest.raises(NotVisible):
        deaths.part_second(by=owner, case=first.case.reference, second=second.pk, reason="Twin")


def test_a_twin_with_the_same_name_goes_on_by_itself() -> None:
    owner, other = build_deaths.coordinator(), build_deaths.coordinator()
    first, second = build_deaths.notified(owner), build_deaths.notified(other)
    parted = deaths.part_second(by=owner, case=first.case.reference, second=second.pk, reason="The second twin.")
    assert parted.second_of is None
    assert running(parted)


def test_a_serious_incident_follows_where_abuse_is_suspected() -> None:
    owner = build_deaths.coordinator()
    quiet = build_deaths.notified(owner)
    manager = build.board_manager()
    given = {
        "title": "Case Wren",
        "aware_at": clock.now(),
        "written": build.written(harm="death"),
        "board_manager": manager.email,
    }
    with pytest.raises(Refused, match="abuse or neglect is suspected"):
        deaths_beside.open_incident_of_death(by=owner, case=quiet.case.reference, **given)
    deaths.write_death(**build_deaths.step(owner, quiet), written=build_deaths.written(abuse_suspected="yes"))
    incident = deaths_beside.open_incident_of_death(by=owner, case=quiet.case.reference, **given)
    assert incident.case.follows == quiet.case
    assert incident.case.children.get().given_name == "Zofia"
    assert owned_case(manager, incident.case.reference) == incident.case
    assert OutboxMessage.objects.filter(payload__to=manager.email).exists()
    with pytest.raises(Refused, match="already"):
        deaths_beside.open_incident_of_death(by=owner, case=quiet.case.reference, **given)


def test_an_area_belongs_to_one_panel() -> None:
    owner = build_deaths.coordinator()
    build_deaths.panel()
    with pytest.raises(Refused, match="Southmoor belongs to North panel"):
        deaths_beside.name_panel(by=owner, name="South panel", areas="Southmoor\nEastmoor")
    with pytest.raises(Refused, match="There is a panel of this name"):
        deaths_beside.name_panel(by=owner, name="north panel", areas="Eastmoor")


def test_a_panel_member_does_not_act() -> None:
    owner, member = build_deaths.coordinator(), make_person("practitioner", make_agency("police"))
    death = build_deaths.notified(owner)
    build_deaths.named(owner, death, member)
    with pytest.raises(NotVisible):
        deaths.close_death(**{**build_deaths.step(owner, death), "by": member})
