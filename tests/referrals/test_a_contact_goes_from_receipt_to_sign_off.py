"""The whole way of a contact, step by step, with what each step leaves behind."""

from datetime import timedelta

import pytest

from foundation import clock
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject
from foundation.models.events import DomainEvent
from foundation.models.outbox import OutboxMessage
from referrals.models import Contact, ContactTeamGrant, Decision, RatingChange
from referrals.services import (
    approve_decision,
    ask_agencies,
    begin_screening,
    complete_task,
    offer_again,
    propose_decision,
    rate,
    reopen,
    send_back,
    sign_off,
    waive_task,
)
from tests import factories
from tests.referrals import mash
from work.models import Clock, Handover, Request
from work.services.handovers import accept_handover, return_handover
from work.services.requests import answer_request

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def verbs(contact: Contact) -> list[str]:
    found = DomainEvent.objects.filter(subject_kind="contact", subject_reference=contact.reference).order_by("id")
    return [event.verb for event in found if event.verb.startswith("referrals.")]


def running(contact: Contact, kind: str) -> Clock | None:
    return Clock.objects.filter(subject_reference=contact.reference, kind=kind, stopped_at__isnull=True).first()


def act(contact: Contact) -> dict[str, object]:
    """The address of a contact as it is now, for a service."""
    return {"reference": contact.reference, "version": mash.again(contact).version}


# Screening


def test_an_officer_takes_a_contact(hub: mash.Mash) -> None:
    contact = mash.received(hub)
    begin_screening(by=hub.officer, **act(contact))
    contact = mash.again(contact)
    assert (contact.state, contact.screener, contact.screened_by) == ("screening", hub.officer, hub.officer.reference)
    assert contact.screened_at == clock.now()
    assert contact.version == 2
    assert [task.kind for task in contact.tasks.all()] == ["history_check"]
    with pytest.raises(Refused, match="begun to screen"):
        begin_screening(by=hub.manager, **act(contact))


def test_a_stale_page_is_refused_and_changes_nothing(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    with pytest.raises(Conflict):
        rate(by=hub.officer, reference=contact.reference, version=1, rating="red", reason="Worse")
    assert mash.again(contact).rating == "amber"


def test_nobody_acts_on_a_contact_that_they_may_not_see(hub: mash.Mash) -> None:
    contact = mash.received(hub)
    stranger = factories.make_person("mash_officer", team=factories.make_team())
    with pytest.raises(NotVisible):
        begin_screening(by=stranger, **act(contact))
    with pytest.raises(NotVisible):
        begin_screening(by=hub.officer, reference="NM-K-2222-2222", version=1)


def test_a_rating_is_logged_with_its_reason_and_starts_the_information_clock(hub: mash.Mash) -> None:
    contact = mash.screened(hub, "amber")
    assert (contact.initial_rating, contact.rating) == ("amber", "amber")
    clock_now = running(contact, "referrals.information")
    assert clock_now is not None
    assert clock_now.started_at == contact.received_at
    assert (clock_now.variant, contact.information_due_at) == ("amber", clock_now.due_at)
    rate(by=hub.officer, **act(contact), rating="red", reason="Injury seen")
    contact = mash.again(contact)
    assert (contact.initial_rating, contact.rating) == ("amber", "red")
    assert contact.information_due_at == contact.received_at + timedelta(hours=4)
    changes = RatingChange.objects.filter(contact=contact).order_by("id").values_list("old", "new", "reason", "changed_by")
    assert list(changes) == [
        ("", "amber", "Hungry again", hub.officer.reference),
        ("amber", "red", "Injury seen", hub.officer.reference),
    ]


def test_a_blue_contact_asks_nobody(hub: mash.Mash) -> None:
    contact = mash.screened(hub, "amber")
    rate(by=hub.officer, **act(contact), rating="blue", reason="Advice only")
    contact = mash.again(contact)
    assert contact.information_due_at is None
    assert running(contact, "referrals.information") is None
    with pytest.raises(Refused, match="blue contact asks nobody"):
        ask_agencies(
            by=hub.officer, **act(contact), agencies=[hub.police.code], question="Known?", legal_basis="s17", purpose="To decide"
        )
    rate(by=hub.officer, **act(contact), rating="green", reason="More to it")
    assert running(contact, "referrals.information") is not None


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"rating": "purple", "reason": "x"}, "Select a rating"),
        ({"rating": "red", "reason": " "}, "Enter why"),
        ({"rating": "amber", "reason": "x"}, "amber already"),
    ],
)
def test_a_rating_is_refused(hub: mash.Mash, given: dict[str, str], sentence: str) -> None:
    contact = mash.screened(hub)
    with pytest.raises(Refused, match=sentence):
        rate(by=hub.officer, **act(contact), **given)


# Checks


def ask(hub: mash.Mash, contact: Contact) -> Request:
    asked = ask_agencies(
        by=hub.officer,
        **act(contact),
        agencies=[hub.police.code],
        question="Call-outs this year?",
        legal_basis="Section 17",
        purpose="To decide",
    )
    return asked[0]


def test_agencies_are_asked_by_the_time_of_the_rating(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    request = ask(hub, contact)
    contact = mash.again(contact)
    assert contact.state == "info_gathering"
    assert (request.to_agency, request.due_at, request.legal_basis) == (hub.police, contact.information_due_at, "Section 17")
    assert request.from_team == hub.team
    with pytest.raises(Refused, match="has not answered"):
        ask(hub, contact)
    rate(by=hub.officer, **act(contact), rating="red", reason="Injury seen")
    request.refresh_from_db()
    assert request.due_at == mash.again(contact).information_due_at


def test_an_answer_ends_its_task_and_the_last_one_the_clock(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    request = ask(hub, contact)
    before = mash.again(contact).version
    answer_request(by=hub.police_lead, reference=request.reference, result="nothing_known", answer="")
    contact = mash.again(contact)
    task = contact.tasks.get(kind="information_request")
    assert task.done_by == hub.police_lead.reference
    assert running(contact, "referrals.information") is None
    assert contact.version == before + 1, "an answer makes open pages stale"


def test_a_check_that_comes_after_its_time_has_as_much_time_again(hub: mash.Mash) -> None:
    contact = mash.screened(hub, "red")
    with clock.frozen(clock.now() + timedelta(days=1)):
        request = ask(hub, contact)
        assert request.due_at == clock.now() + timedelta(hours=4)


# Decisions


def test_a_manager_approves_what_another_proposed(hub: mash.Mash) -> None:
    contact = mash.approved(hub)
    assert (contact.state, contact.outcome, contact.threshold_level) == ("tasks_open", "S17", 3)
    assert (contact.approved_by, contact.approved_at) == (hub.manager.reference, clock.now())
    assert contact.feedback_at == clock.now()
    assert running(contact, "referrals.decision") is None
    assert running(contact, "referrals.information") is None
    handover = Handover.objects.get(subject_reference=contact.reference)
    assert (handover.kind, handover.to_team, handover.from_team) == ("referrals.assessment", hub.assessment, hub.team)
    assert ContactTeamGrant.objects.filter(content_object=contact, group=hub.assessment.group, ended_at=None).exists()
    done = dict(contact.tasks.values_list("kind", "done_at"))
    assert {kind for kind, at in done.items() if at is None} == {"history_check", "family_told", "handover"}
    assert done["referrer_told"] == clock.now()


def test_the_referrer_hears_that_there_is_news_and_not_about_whom(hub: mash.Mash) -> None:
    contact = mash.approved(hub)
    mail = OutboxMessage.objects.get(key__startswith="mail:outcome:")
    assert mail.payload["to"] == contact.submission.referrer.email
    said = str(mail.payload)
    for secret in (contact.submitted_child.given_name, contact.submitted_child.family_name, "S17", "social worker"):
        assert secret not in said


def test_who_screened_or_proposed_does_not_approve(hub: mash.Mash) -> None:
    contact = mash.received(hub)
    begin_screening(by=hub.manager, **act(contact))
    rate(by=hub.officer, **act(contact), rating="amber", reason="Hungry")
    propose_decision(by=hub.officer, **act(contact), outcome="NFA", threshold_level=1, **mash.WORDS)
    with pytest.raises(Refused, match="neither screened the contact nor proposed"):
        approve_decision(by=hub.manager, **act(contact))
    approve_decision(by=hub.second_manager, **act(contact))
    other = mash.screened(hub)
    propose_decision(by=hub.second_manager, **act(other), outcome="NFA", threshold_level=1, **mash.WORDS)
    with pytest.raises(Refused, match="neither screened the contact nor proposed"):
        approve_decision(by=hub.second_manager, **act(other))


def test_an_officer_approves_nothing(hub: mash.Mash) -> None:
    contact = mash.proposed(hub)
    with pytest.raises(NotAllowed):
        approve_decision(by=hub.officer, **act(contact))


def test_a_decision_sent_back_can_be_proposed_again(hub: mash.Mash) -> None:
    contact = mash.proposed(hub)
    send_back(by=hub.manager, **act(contact), reason="Ask the school first")
    contact = mash.again(contact)
    assert (contact.state, contact.proposed_at) == ("screening", None)
    propose_decision(by=hub.officer, **act(contact), outcome="NFA", threshold_level=1, **mash.WORDS)
    approve_decision(by=hub.manager, **act(contact))
    assert [d.number for d in Decision.objects.filter(contact=contact, approved_at__isnull=False)] == [2]
    assert mash.again(contact).outcome == "NFA"


@pytest.mark.parametrize("consent", ["refused", "not_sought"])
def test_going_on_without_the_familys_agreement_needs_a_basis(hub: mash.Mash, consent: str) -> None:
    extra = {"consent_reason": "risk_to_child"} if consent == "not_sought" else {}
    contact = mash.screened(hub, consent_status=consent, **extra)
    with pytest.raises(Refused, match="without the family’s agreement"):
        propose_decision(by=hub.officer, **act(contact), outcome="S17", threshold_level=3, **mash.WORDS)
    propose_decision(
        by=hub.officer,
        **act(contact),
        outcome="S17",
        threshold_level=3,
        consent_overridden_because="Section 47: the child is not safe",
        **mash.WORDS,
    )
    advised = mash.screened(hub, consent_status=consent, **extra)
    propose_decision(by=hub.officer, **act(advised), outcome="ADV", threshold_level=1, **mash.WORDS)


@pytest.mark.parametrize("consent", ["refused", "not_sought"])
def test_early_help_is_refused_while_the_family_has_not_agreed(hub: mash.Mash, consent: str) -> None:
    factories.make_team(hub.team.agency, ["referrals.early_help"])
    extra = {"consent_reason": "risk_to_child"} if consent == "not_sought" else {}
    contact = mash.screened(hub, consent_status=consent, **extra)
    with pytest.raises(Refused, match="Return the contact to the referrer, who asks the family") as refused:
        propose_decision(
            by=hub.officer,
            **act(contact),
            outcome="EH",
            threshold_level=2,
            consent_overridden_because="They need it",
            **mash.WORDS,
        )
    assert refused.value.field == "outcome"
    assert not contact.decisions.exists()
    agreed = mash.screened(hub)
    propose_decision(by=hub.officer, **act(agreed), outcome="EH", threshold_level=2, **mash.WORDS)


def test_early_help_is_refused_while_no_team_takes_it(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    with pytest.raises(Refused, match="No team takes over"):
        propose_decision(by=hub.officer, **act(contact), outcome="EH", threshold_level=2, **mash.WORDS)


def test_a_pathway_without_a_team_becomes_a_task(hub: mash.Mash) -> None:
    contact = mash.approved(hub, "LADO")
    assert contact.tasks.get(kind="notice").title == "Tell the designated officer for allegations"
    assert not Handover.objects.exists()


# Tasks and sign-off


def test_sign_off_names_what_is_open_and_works_when_nothing_is(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    ask(hub, contact)
    propose_decision(by=hub.officer, **act(contact), outcome="S17", threshold_level=3, **mash.WORDS)
    approve_decision(by=hub.manager, **act(contact))
    with pytest.raises(Refused) as refused:
        sign_off(by=hub.manager, **act(contact))
    for words in ("Answer of Northmere Police", "accepted by Assessment team East", "Tell the family", "already known"):
        assert words in refused.value.sentence
    waive_task(
        by=hub.manager, **act(contact), task_id=contact.tasks.get(kind="information_request").pk, reason="Told by telephone"
    )
    assert Request.objects.get().state == "waived"
    contact = mash.finish(hub, contact)
    assert contact.state == "decided"
    sign_off(by=hub.manager, **act(contact))
    contact = mash.again(contact)
    assert (contact.state, contact.signed_off_by, contact.is_open) == ("signed_off", hub.manager.reference, False)


def test_who_screened_or_proposed_does_not_sign_off(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    propose_decision(by=hub.second_manager, **act(contact), outcome="NFA", threshold_level=1, **mash.WORDS)
    approve_decision(by=hub.manager, **act(contact))
    mash.finish(hub, contact)
    with pytest.raises(Refused, match="signed off by a manager who neither"):
        sign_off(by=hub.second_manager, **act(contact))


def test_what_waits_for_another_is_not_done_by_hand(hub: mash.Mash) -> None:
    contact = mash.approved(hub)
    with pytest.raises(Refused, match="when the team accepts"):
        complete_task(by=hub.officer, **act(contact), task_id=contact.tasks.get(kind="handover").pk)
    with pytest.raises(NotAllowed):
        waive_task(by=hub.officer, **act(contact), task_id=contact.tasks.get(kind="family_told").pk, reason="No")
    done = contact.tasks.get(kind="family_told").pk
    complete_task(by=hub.officer, **act(contact), task_id=done, note="By telephone")
    with pytest.raises(Refused, match="done or waived already"):
        complete_task(by=hub.officer, **act(contact), task_id=done)
    other = mash.approved(hub)
    with pytest.raises(NotVisible):
        complete_task(by=hub.officer, **act(contact), task_id=other.tasks.get(kind="family_told").pk)


def test_a_returned_handover_stays_open_until_a_team_accepts(hub: mash.Mash) -> None:
    contact = mash.approved(hub)
    handover = Handover.objects.get()
    return_handover(by=hub.team_manager, reference=handover.reference, reason="For team West")
    assert not ContactTeamGrant.objects.filter(content_object=contact, group=hub.assessment.group, ended_at=None).exists()
    with pytest.raises(Refused, match="accepted by Assessment team East"):
        sign_off(by=hub.manager, **act(contact))
    west = factories.make_team(hub.team.agency, ["referrals.assessment"], name="Assessment team West")
    offered = offer_again(by=hub.manager, **act(contact), team=west.code)
    with pytest.raises(Refused, match="Nothing of this contact waits"):
        offer_again(by=hub.manager, **act(contact), team=west.code)
    accept_handover(by=factories.make_person("team_manager", team=west), reference=offered.reference)
    contact = mash.finish(hub, contact)
    sign_off(by=hub.manager, **act(contact))


# Reopening


def test_reopening_keeps_every_moment_and_asks_for_another_decision(hub: mash.Mash) -> None:
    contact = mash.finish(hub, mash.approved(hub))
    sign_off(by=hub.manager, **act(contact))
    first = mash.again(contact)
    with clock.frozen(clock.now() + timedelta(days=7)):
        reopen(by=hub.second_manager, **act(contact), reason="New facts")
        contact = mash.again(contact)
        assert (contact.state, contact.closed_at) == ("screening", None)
        assert running(contact, "referrals.decision") is not None
        propose_decision(by=hub.officer, **act(contact), outcome="NFA", threshold_level=1, **mash.WORDS)
        approve_decision(by=hub.second_manager, **act(contact))
        contact = mash.finish(hub, mash.again(contact))
        sign_off(by=hub.second_manager, **act(contact))
    last = mash.again(contact)
    for name in ("received_at", "screened_at", "proposed_at", "approved_at", "approved_by", "feedback_at", "signed_off_at"):
        assert getattr(last, name) == getattr(first, name), name
    assert last.outcome == "NFA"
    assert last.closed_at == first.closed_at + timedelta(days=7)
    assert [d.outcome for d in last.decisions.order_by("number") if d.superseded_at is None] == ["NFA"]


def test_reopening_a_decided_contact_takes_back_what_was_offered(hub: mash.Mash) -> None:
    contact = mash.approved(hub)
    with pytest.raises(Refused, match="why you reopen"):
        reopen(by=hub.manager, **act(contact), reason=" ")
    reopen(by=hub.manager, **act(contact), reason="Wrong child")
    assert Handover.objects.get().state == "withdrawn"
    assert not ContactTeamGrant.objects.filter(content_object=contact, group=hub.assessment.group, ended_at=None).exists()
    assert set(contact.tasks.filter(done_at=None, waived_at=None).values_list("kind", flat=True)) == {"history_check"}


def test_every_step_stands_in_the_timeline(hub: mash.Mash) -> None:
    contact = mash.finish(hub, mash.approved(hub))
    sign_off(by=hub.manager, **act(contact))
    assert verbs(contact) == [
        "referrals.screening_begun",
        "referrals.contact_rated",
        "referrals.decision_proposed",
        "referrals.referrer_told",
        "referrals.decision_approved",
        *["referrals.task_done"] * 2,
        "referrals.signed_off",
    ]
    assert Subject("contact", contact.reference)
