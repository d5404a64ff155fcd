"""A death goes from its notification through forms and review meeting to the panel, and waits for what is outside."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from foundation import clock
from foundation.errors import Conflict, NotVisible, Refused
from reviews.models import Case, ChildDeath, DeathForm, DeathState, FormState, TeamRole
from reviews.rules import kinds
from reviews.rules.deaths import OPEN
from reviews.selectors.deaths import form_for, listed_for, own_form
from reviews.selectors.sight import case_for
from reviews.services import deaths, deaths_beside, deaths_gathering
from tests.factories import make_agency, make_person
from tests.reviews import build_deaths
from work.models import Clock, Request

pytestmark = pytest.mark.django_db
S = DeathState


def ticking(death: ChildDeath, kind: str) -> Clock:
    return Clock.objects.get(subject_reference=death.case.reference, kind=kind, stopped_at__isnull=True)


@pytest.mark.parametrize("state", [S.GATHERING, S.READY, S.HELD, S.LISTED, S.REVIEWED, S.CLOSED])
def test_a_death_comes_as_far_as_this(state: DeathState) -> None:
    death = build_deaths.at(build_deaths.coordinator(), state)
    assert death.state == state
    running = Clock.objects.filter(subject_reference=death.case.reference, stopped_at__isnull=True, kind=kinds.DEATH_WHOLE_CLOCK)
    assert running.exists() == (state in OPEN)


def test_a_form_is_read_by_its_author_alone_until_it_is_returned() -> None:
    owner, member = build_deaths.coordinator(), make_person("practitioner", make_agency("education"))
    police = make_agency("police")
    author, colleague = make_person("practitioner", police), make_person("agency_lead", police)
    death = build_deaths.notified(owner)
    build_deaths.named(owner, death, member)
    form = build_deaths.asked(owner, death, author)
    assert form.due_on == clock.today() + timedelta(days=21)
    assert own_form(author, form.reference) == form
    for person in (owner, member, colleague):
        with pytest.raises(NotVisible):
            form_for(person, form.reference)
    with pytest.raises(NotVisible):
        case_for(author, death.case.reference)
    build_deaths.returned(form)
    assert form_for(owner, form.reference).narrative == "Wren was known to us."
    assert form_for(member, form.reference)
    with pytest.raises(NotVisible):
        form_for(colleague, form.reference)
    with pytest.raises(NotVisible):
        build_deaths.returned(form)
    assert Request.objects.get().state == Request.State.ANSWERED


def test_a_publisher_reads_no_form() -> None:
    owner, publisher = build_deaths.coordinator(), make_person("practitioner", make_agency("education"))
    death = build_deaths.notified(owner)
    build_deaths.named(owner, death, publisher, TeamRole.PUBLISHER)
    form = build_deaths.returned(build_deaths.asked(owner, death))
    with pytest.raises(NotVisible):
        form_for(publisher, form.reference)


def test_a_form_that_does_not_come_is_chased_or_replaced() -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.notified(owner)
    form = build_deaths.asked(owner, death)
    with pytest.raises(Refused, match=f"Not returned yet: {form.agency.name}"):
        deaths.make_ready(**build_deaths.step(owner, death))
    deaths_gathering.take_evidence(by=owner, reference=form.reference, evidence="police", words="The police form says so.")
    assert DeathForm.objects.get().state == FormState.EVIDENCE
    assert Request.objects.get().state == Request.State.WITHDRAWN
    assert deaths.make_ready(**build_deaths.step(owner, death)).state == S.READY
    assert deaths.gather_more(**build_deaths.step(owner, death), reason="The school.").state == S.GATHERING


def test_an_agency_is_asked_once_and_strangers_never() -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.notified(owner)
    form = build_deaths.asked(owner, death)
    with pytest.raises(Refused, match="has been asked already"):
        build_deaths.asked(owner, death, form.author)
    with pytest.raises(Refused, match="Nobody with this address"):
        deaths_gathering.ask_for_form(**build_deaths.step(owner, death), email="nobody@example.org", supplement="none")


def test_who_was_overtaken_is_told() -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.notified(owner)
    with pytest.raises(Conflict):
        deaths.write_death(by=owner, case=death.case.reference, version=99, written=build_deaths.written())


def test_the_panel_is_due_six_weeks_after_the_review_meeting() -> None:
    death = build_deaths.at(build_deaths.coordinator(), S.HELD)
    assert death.panel_due_on == clock.today() + timedelta(days=42)


def test_a_hold_stops_the_clocks_and_the_panel() -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.at(owner, S.LISTED)
    before = death.whole_due_on
    deaths.hold_death(**build_deaths.step(owner, death), reason="inquest", words="The coroner sits in spring.")
    assert ticking(death, kinds.DEATH_WHOLE_CLOCK).state == Clock.State.HELD
    with pytest.raises(Refused, match="on hold: Inquest"):
        deaths_gathering.record_panel(**build_deaths.step(owner, death), analysis=build_deaths.analysed())
    with pytest.raises(Refused, match="on hold already"):
        deaths.hold_death(**build_deaths.step(owner, death), reason="inquest", words="Again")
    with clock.frozen(clock.now() + timedelta(days=30)):
        released = deaths.release_death(**build_deaths.step(owner, death))
        assert released.hold_reason == ""
        assert build_deaths.again(death).whole_due_on > before
        assert build_deaths.again(death).panel_due_on == clock.today() + timedelta(days=42)
    with pytest.raises(Refused, match="not on hold"):
        deaths.release_death(**build_deaths.step(owner, death))


def test_an_extremely_premature_child_is_triaged() -> None:
    owner, today = build_deaths.coordinator(), clock.today()
    death = build_deaths.notified(owner, told=build_deaths.wren(birth_date=today), died_on=today, gestation_weeks=22)
    grown = build_deaths.notified(owner, told=build_deaths.wren(given_name="Marek", sex="M"))
    by_two = {"chair": "The chair", "paediatrician": "Dr Ward", "reasons": "Born at 22 weeks."}
    with pytest.raises(Refused, match="before 28 weeks"):
        deaths.triage_death(**build_deaths.step(owner, grown), **by_two)
    with pytest.raises(Refused, match="Enter the paediatrician"):
        deaths.triage_death(**build_deaths.step(owner, death), **{**by_two, "paediatrician": ""})
    deaths.triage_death(**build_deaths.step(owner, death), **by_two)
    deaths_gathering.list_death(**build_deaths.step(owner, death), meeting=build_deaths.meeting(owner).reference)
    done = deaths_gathering.record_panel(**build_deaths.step(owner, death), analysis=build_deaths.analysed(category=8))
    assert done.state == S.REVIEWED


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"category": None}, "the first in the list that fits"),
        ({"modifiable": ""}, "Select whether modifiable factors"),
        ({"modifiable": "identified"}, "Add the factors that may have contributed"),
    ],
)
def test_the_panel_says_what_it_found(changes: dict[str, object], sentence: str) -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.at(owner, S.LISTED)
    with pytest.raises(Refused, match=sentence):
        deaths_gathering.record_panel(**build_deaths.step(owner, death), analysis=build_deaths.analysed(**changes))


def test_what_could_be_changed_contributed() -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.at(owner, S.LISTED)
    reference = death.case.reference
    wrong = deaths_gathering.add_factor(by=owner, case=reference, domain="C", words="A pond", relevance=2)
    deaths_gathering.strike_factor(by=owner, case=reference, factor=wrong.pk)
    with pytest.raises(NotVisible):
        deaths_gathering.strike_factor(by=owner, case=reference, factor=wrong.pk)
    deaths_gathering.add_factor(by=owner, case=reference, domain="D", words="Seen late", relevance=2)
    found = build_deaths.analysed(modifiable="identified")
    assert deaths_gathering.record_panel(**build_deaths.step(owner, death), analysis=found).modifiable == "identified"
    with pytest.raises(Refused, match="has reviewed"):
        deaths_gathering.add_factor(by=owner, case=reference, domain="A", words="Asthma", relevance=1)
    with pytest.raises(Refused, match="changed no more"):
        deaths.write_death(**build_deaths.step(owner, death), written=build_deaths.written())


def test_a_death_is_put_off_to_a_later_meeting_and_not_reviewed_before_it() -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.at(owner, S.LISTED)
    today, later = build_deaths.meeting(owner), build_deaths.meeting(owner, clock.today() + timedelta(days=30))
    with pytest.raises(Refused, match="listed for this meeting already"):
        deaths_gathering.list_death(**build_deaths.step(owner, death), meeting=today.reference)
    deaths_gathering.list_death(**build_deaths.step(owner, death), meeting=later.reference)
    assert listed_for(owner, today) == ()
    assert listed_for(owner, later) == (build_deaths.again(death),)
    assert listed_for(build_deaths.coordinator(), later) == ()
    with pytest.raises(Refused, match="has not met yet"):
        deaths_gathering.record_panel(**build_deaths.step(owner, death), analysis=build_deaths.analysed())
    with pytest.raises(Refused, match="meets on that day"):
        deaths_gathering.plan_meeting(by=owner, panel=later.panel.name, day=later.day, chair="Another")


def test_another_panels_meeting_is_refused() -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.at(owner, S.HELD)
    other = deaths_beside.name_panel(by=owner, name="West panel", areas="Westmoor")
    row = deaths_gathering.plan_meeting(by=owner, panel=other.name, day=clock.today(), chair="The chair")
    with pytest.raises(Refused, match="belongs to another panel"):
        deaths_gathering.list_death(**build_deaths.step(owner, death), meeting=row.reference)


def test_first_steps_stop_their_clocks() -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.notified(owner)
    today = clock.today()
    days = {"response_met_on": today, "visited_on": None, "letter_on": today}
    deaths.record_first_steps(**build_deaths.step(owner, death), **days)
    clocks = Clock.objects.filter(subject_reference=death.case.reference, stopped_at__isnull=True)
    running = set(clocks.values_list("kind", flat=True))
    assert kinds.DEATH_VISIT_CLOCK in running
    assert not {kinds.DEATH_RESPONSE_CLOCK, kinds.DEATH_LETTER_CLOCK} & running
    with pytest.raises(Refused, match="recorded already"):
        deaths.record_first_steps(**build_deaths.step(owner, death), **{**days, "letter_on": None})
    with pytest.raises(Refused, match="between the death and today"):
        deaths.record_first_steps(**build_deaths.step(owner, death), **{**days, "visited_on": today - timedelta(days=9)})


def test_a_joint_response_begins_and_ends_with_what_is_known() -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.notified(owner, joint_response=False, joint_criterion="")
    with pytest.raises(Refused, match="agencies respond jointly"):
        deaths.record_first_steps(
            **build_deaths.step(owner, death), response_met_on=clock.today(), visited_on=None, letter_on=None
        )
    deaths.write_death(**build_deaths.step(owner, death), written=build_deaths.written())
    assert ticking(death, kinds.DEATH_RESPONSE_CLOCK)
    none = build_deaths.written(joint_response=False, joint_criterion="")
    deaths.write_death(**build_deaths.step(owner, death), written=none)
    assert not Clock.objects.filter(kind=kinds.DEATH_RESPONSE_CLOCK, stopped_at__isnull=True).exists()


def test_contact_with_the_family_is_kept() -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.notified(owner)
    given = {"by": owner, "case": death.case.reference, "who": "Mother", "whose": "The key worker", "words": "She asked why."}
    assert deaths_beside.record_contact(**given, day=clock.today()).words == "She asked why."
    with pytest.raises(Refused, match="between the death and today"):
        deaths_beside.record_contact(**given, day=clock.today() - timedelta(days=9))


def test_the_database_keeps_a_review_from_skipping_its_meeting() -> None:
    death = build_deaths.notified(build_deaths.coordinator())
    with pytest.raises(IntegrityError), transaction.atomic():
        ChildDeath.objects.filter(pk=death.pk).update(state="listed")
    assert Case.objects.count() == 1
