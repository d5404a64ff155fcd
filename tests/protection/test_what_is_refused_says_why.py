"""Bad input gets a sentence, and nothing is lost."""

from datetime import date, timedelta

import pytest

from foundation import clock
from foundation.errors import Conflict, Refused
from foundation.models import Document
from protection.models import Conference, ProtectionPlan, StrategyDiscussion
from protection.rules.checking import ChildDecided, ChildOutcome, EnquiryWritten
from protection.services.booking import book_conference, cancel_conference, request_review
from protection.services.conferences import (
    approve_conference_record,
    distribute_conference_record,
    hold_conference,
    send_outline,
)
from protection.services.enquiries import authorise_enquiry, send_enquiry_back, submit_enquiry
from protection.services.minuting import minute_conference
from protection.services.plans import end_plan, withdraw_plan
from protection.services.strategy import (
    call_discussion,
    cancel_discussion,
    hold_strategy_discussion,
    share_discussion_record,
    withdraw_discussion,
)
from tests import factories
from tests.protection import build
from tests.protection.build import again

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 25)


@pytest.fixture
def service() -> build.Service:
    return build.make()


def test_a_discussion_without_police_needs_a_reason(service: build.Service) -> None:
    discussion = build.prepared(service, without=["police"])
    outcomes = {row.pk: ChildOutcome("s47_single", "Bruises.") for row in discussion.children.all()}

    def hold(reason: str) -> StrategyDiscussion:
        return hold_strategy_discussion(
            by=service.manager,
            reference=discussion.reference,
            version=discussion.version,
            held_on=clock.today(),
            outcomes=outcomes,
            immediate_safety="With Gran.",
            threshold_reasons="Harm.",
            inquorate_reason=reason,
        )

    with pytest.raises(Refused, match="There is no quorum: Police"):
        hold("")
    held = hold("Nobody could be reached at night.")
    assert (held.quorate, held.inquorate_reason) == (False, "Nobody could be reached at night.")
    shared = share_discussion_record(by=service.worker, reference=held.reference, version=held.version)
    assert shared.state == "shared"
    with pytest.raises(Refused, match="initiated a section 47"):
        withdraw_discussion(by=service.manager, reference=held.reference, version=shared.version, reason="Error")


def test_each_child_needs_a_decision(service: build.Service) -> None:
    discussion = build.prepared(service)
    with pytest.raises(Refused, match="for each child"):
        hold_strategy_discussion(
            by=service.manager,
            reference=discussion.reference,
            version=discussion.version,
            held_on=clock.today(),
            outcomes={},
            immediate_safety="x",
            threshold_reasons="x",
        )


def test_a_second_discussion_initiates_no_second_enquiry(service: build.Service) -> None:
    enquiry = build.enquiry(service)
    again_called = call_discussion(
        by=service.worker, family=enquiry.family.reference, children=[enquiry.child.reference], reason="New bruises."
    )
    with pytest.raises(Refused, match="children of this family"):
        call_discussion(by=service.worker, family=enquiry.family.reference, children=["nobody"], reason="New.")
    held = hold_strategy_discussion(
        by=service.manager,
        reference=again_called.reference,
        version=again_called.version,
        held_on=clock.today(),
        outcomes={row.pk: ChildOutcome("s47_joint", "Bruises.") for row in again_called.children.all()},
        immediate_safety="With Gran.",
        threshold_reasons="Harm.",
        inquorate_reason="Held with the police alone.",
    )
    assert enquiry.initiated.discussion != held
    assert type(enquiry).objects.count() == 1


def test_a_called_discussion_is_cancelled_with_a_reason(service: build.Service) -> None:
    discussion = build.called(service)
    with pytest.raises(Refused, match="Enter why"):
        cancel_discussion(by=service.manager, reference=discussion.reference, version=discussion.version, reason=" ")
    with pytest.raises(Conflict):
        cancel_discussion(by=service.manager, reference=discussion.reference, version=99, reason="Called twice.")
    gone = cancel_discussion(
        by=service.manager, reference=discussion.reference, version=discussion.version, reason="Called twice."
    )
    assert gone.state == "cancelled"


def test_an_enquiry_is_authorised_by_another_manager(service: build.Service) -> None:
    found = build.enquiry(service)
    whole = EnquiryWritten(
        seen_alone_on=clock.today(), analysis="Harm.", finding="continuing", outcome="icpc", seen_on=clock.today()
    )
    with pytest.raises(Refused, match="seen alone"):
        submit_enquiry(by=service.manager, reference=found.reference, version=found.version, written=EnquiryWritten())
    early, odd = EnquiryWritten(seen_on=date(2026, 11, 1)), EnquiryWritten(**{**whole.__dict__, "outcome": "nfa"})
    with pytest.raises(Refused, match="18 November 2026 or later"):
        submit_enquiry(by=service.manager, reference=found.reference, version=found.version, written=early)
    with pytest.raises(Refused, match="a conference or legal action follows"):
        submit_enquiry(by=service.manager, reference=found.reference, version=found.version, written=odd)
    sent = submit_enquiry(by=service.manager, reference=found.reference, version=found.version, written=whole)
    with pytest.raises(Refused, match="who did not write it"):
        authorise_enquiry(by=service.manager, reference=found.reference, version=sent.version)
    back = send_enquiry_back(by=service.manager, reference=found.reference, version=sent.version, reason="See the medical.")
    assert (back.state, back.submitted_by) == ("open", "")


def test_a_review_comes_after_an_initial_conference(service: build.Service) -> None:
    enquiry = build.authorised(service)
    with pytest.raises(Refused, match="an initial conference comes first"):
        request_review(by=service.worker, family=enquiry.family.reference, children=[enquiry.child.reference])
    plan = build.on_plan_from(service, Conference.objects.get(), DAY)
    with clock.frozen(build.nine_o_clock(DAY)):
        asked = request_review(by=service.worker, family=plan.family.reference, children=[plan.child.reference])
        asked = build.booked(service, asked, date(2026, 12, 1))
    decisions = {row.pk: ChildDecided("continue", "Why.", "NEG") for row in asked.children.all()}
    told = "A review conference is after the initial one, which was on 25 November 2026"
    with clock.frozen(build.nine_o_clock(date(2026, 12, 1))), pytest.raises(Refused, match=told):
        hold_conference(by=service.chair, reference=asked.reference, version=asked.version, held_on=DAY, decisions=decisions)


def test_a_plan_for_a_child_already_on_one_is_refused(service: build.Service) -> None:
    conference = build.initial(service)
    row = conference.children.get()
    build.bare_plan(row.child, date(2026, 1, 5), family=conference.family)
    with pytest.raises(Refused, match="A plan runs for this child already"):
        build.decided(service, conference, DAY)


def test_a_decision_without_quorum_needs_the_chairs_reason(service: build.Service) -> None:
    conference = build.booked(service, build.initial(service), DAY)
    with pytest.raises(Refused, match="There is no quorum"):
        build.decided(service, conference, DAY, without=["health", "police"])
    assert not ProtectionPlan.objects.exists()
    held = build.decided(
        service,
        again(conference),
        DAY,
        without=["health", "police"],
        inquorate_reason="delay",
        inquorate_note="The baby goes home today.",
    )
    assert (held.quorate, held.inquorate_reason) == (False, "delay")
    assert ProtectionPlan.objects.count() == 1


def test_a_conference_without_quorum_meets_again_within_ten_working_days(service: build.Service) -> None:
    held = build.decided(
        service, build.initial(service), DAY, ChildDecided("adjourned", "Too few came."), without=["health", "police"]
    )
    assert held.reconvene_due_on == date(2026, 12, 9)
    second = Conference.objects.get(type="reconvened")
    assert (second.reconvenes, second.due_on) == (held, date(2026, 12, 9))
    build.decided(service, second, date(2026, 12, 8))
    assert ProtectionPlan.objects.get().started_on == date(2026, 12, 8)


def test_a_late_conference_says_why(service: build.Service) -> None:
    conference = build.booked(service, build.initial(service), date(2026, 12, 10))
    with pytest.raises(Refused, match="why the conference was held late"):
        build.decided(service, conference, date(2026, 12, 10))
    held = build.decided(service, again(conference), date(2026, 12, 10), late_reason="The chair was ill.")
    assert held.late_reason == "The chair was ill."


@pytest.mark.parametrize(("day", "words"), [(date(2026, 11, 28), "weekday"), (date(2026, 11, 17), "in the future")])
def test_a_conference_is_booked_on_a_weekday_to_come(service: build.Service, day: date, words: str) -> None:
    with pytest.raises(Refused, match=words):
        build.booked(service, build.initial(service), day)


def test_a_chair_is_independent_and_at_one_place_at_a_time(service: build.Service) -> None:
    conference = build.initial(service)

    def book(chair: str, which: Conference = conference) -> Conference:
        return book_conference(
            by=service.worker,
            reference=which.reference,
            version=which.version,
            chair=chair,
            planned_for=build.nine_o_clock(DAY),
            mode="video",
        )

    with pytest.raises(Refused, match="Select a conference chair"):
        book(service.worker.reference)
    own = factories.make_person("conference_chair", team=service.hub.assessment)
    with pytest.raises(Refused, match="independent"):
        book(own.reference)
    book(service.chair.reference)
    other = Conference.objects.create(
        family=conference.family, type="icpc", requested_at=clock.now(), requested_by="test", due_on=DAY
    )
    with pytest.raises(Refused, match="another conference at this time"):
        book(service.chair.reference, other)
    gone = cancel_conference(by=service.worker, reference=other.reference, version=other.version, reason="Asked for twice.")
    assert gone.state == "cancelled"


def test_a_record_goes_out_once_approved_and_scanned(service: build.Service) -> None:
    plan = build.on_plan(service)
    assert plan.decided is not None
    held = plan.decided.conference
    chair, worker, reference = service.chair, service.worker, held.reference
    with pytest.raises(Refused, match="The chair approves the record"):
        distribute_conference_record(by=worker, reference=reference, version=held.version)
    with pytest.raises(Refused, match="danger statements"):
        approve_conference_record(by=chair, reference=reference, version=held.version)
    texts = {"danger_statements": build.text("Nobody feeds him."), "what_needs_to_happen": build.text("He eats daily.")}
    held = minute_conference(by=worker, reference=reference, texts=texts)
    held = send_outline(by=worker, reference=reference, version=held.version)
    held = approve_conference_record(by=chair, reference=reference, version=held.version)
    with pytest.raises(Refused, match="until the chair approves"):
        minute_conference(by=worker, reference=reference, texts={"summary": build.text("Late.")})
    paper = Document.objects.create(
        reference="D1",
        key="k",
        name="report.pdf",
        media_type="application/pdf",
        size=1,
        sha256="x",
        record_kind="conference",
        record_reference=reference,
        uploaded_at=clock.now(),
        uploaded_by="test",
    )
    with pytest.raises(Refused, match="still being checked for viruses"):
        distribute_conference_record(by=worker, reference=reference, version=held.version)
    Document.objects.filter(pk=paper.pk).update(state="clean", scanned_at=clock.now())
    held = distribute_conference_record(by=worker, reference=reference, version=held.version)
    assert (held.state, held.record_due_on) == ("distributed", date(2026, 12, 16))


def test_only_some_reasons_end_a_plan_without_a_conference(service: build.Service) -> None:
    plan = build.on_plan(service)
    later = build.nine_o_clock(plan.started_on + timedelta(days=5))

    def end(reason: str, on: date) -> ProtectionPlan:
        with clock.frozen(later):
            return end_plan(
                by=service.manager, reference=plan.reference, version=again(plan).version, ended_on=on, reason=reason, note="So."
            )

    with pytest.raises(Refused, match="only a conference"):
        end("cin", plan.started_on + timedelta(days=2))
    with pytest.raises(Refused, match="on the day on which it started"):
        end("died", plan.started_on)
    with pytest.raises(Refused, match="receiving authority"):
        end("transferred", plan.started_on + timedelta(days=2))
    with pytest.raises(Refused, match="had not turned 18"):
        end("eighteen", plan.started_on + timedelta(days=2))
    with pytest.raises(Refused, match="birth is recorded"):
        end("not_live_born", plan.started_on + timedelta(days=2))
    assert end("died", plan.started_on + timedelta(days=2)).end_reason == "died"
    with pytest.raises(Refused, match="has ended"):
        end("died", plan.started_on + timedelta(days=3))


@pytest.mark.parametrize(("reason", "words"), [("eighteen", "had not turned 18"), ("not_live_born", "birth is recorded")])
def test_a_review_ends_no_plan_for_a_reason_that_the_child_contradicts(service: build.Service, reason: str, words: str) -> None:
    plan = build.on_plan(service)
    with pytest.raises(Refused, match=words):
        build.review(service, plan, build.months_later(plan.started_on, 2), ChildDecided("end", "So.", end_reason=reason))
    assert again(plan).is_open


def test_a_plan_is_withdrawn_with_a_reason_and_counts_nowhere(service: build.Service) -> None:
    plan = build.on_plan(service)
    with pytest.raises(Refused, match="Enter why"):
        withdraw_plan(by=service.manager, reference=plan.reference, version=plan.version, reason="")
    gone = withdraw_plan(by=service.manager, reference=plan.reference, version=plan.version, reason="Wrong child.")
    assert not gone.is_open
    with pytest.raises(Refused, match="was withdrawn"):
        withdraw_plan(by=service.manager, reference=plan.reference, version=gone.version, reason="Again.")
