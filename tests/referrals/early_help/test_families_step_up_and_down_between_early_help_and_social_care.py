"""Steps: from early help to social care with the assessment, from a closing episode to early help, accepted or refused."""

from dataclasses import replace
from typing import Any

import pytest

from foundation.errors import Refused
from referrals.models import Contact, EarlyHelp, Step
from referrals.selectors.early_help import visible_early_help
from referrals.services import (
    approve_decision,
    ask_step_down,
    ask_step_up,
    begin_screening,
    close_episode,
    propose_decision,
    rate,
)
from tests.referrals import cases, families, mash
from work.models import Clock, Handover
from work.services.handovers import accept_handover, return_handover

pytestmark = pytest.mark.django_db


def offered(hub: mash.Mash) -> tuple[Any, Handover]:
    episode, coordinator = cases.assessed(hub, outcome="step_down"), families.coordinator_of(hub)
    asked = families.stepping_down(coordinator.holdings.get().agency.code)
    ask_step_down(by=hub.team_manager, reference=episode.reference, version=episode.version, asked=asked)
    return cases.again(episode), Handover.objects.get(kind="referrals.step_down", state="offered")


def test_a_child_steps_down_when_early_help_accepts_and_the_episode_closes_to_early_help() -> None:
    hub = mash.make()
    episode, handover = offered(hub)
    act = {
        "by": hub.team_manager,
        "reference": episode.reference,
        "reason": "RC9",
        "primary_need": "N1",
        "note": "Early help goes on",
    }
    with pytest.raises(Refused, match="has not answered"):
        close_episode(**act, version=episode.version)
    assert "Lead practitioner: Lee Lead" in handover.note
    accept_handover(by=families.coordinator_of(hub), reference=handover.reference)
    family, step = EarlyHelp.objects.get(), Step.objects.get()
    assert (family.state, family.source, family.lead_name, family.consent_from) == (
        "consented",
        "step_down",
        "Lee Lead",
        "Mother",
    )
    assert family.children.get().child == episode.child
    assert (step.early_help, step.refused_at) == (family, None)
    close_episode(**act, version=cases.again(episode).version)
    assert cases.again(episode).closure_reason == "RC9"


def test_early_help_refuses_with_a_reason_and_the_episode_stays_open() -> None:
    hub = mash.make()
    episode, handover = offered(hub)
    return_handover(by=families.coordinator_of(hub), reference=handover.reference, reason="The risk is too high yet.")
    step = Step.objects.get()
    assert (step.refused_reason, step.accepted_at) == ("The risk is too high yet.", None)
    assert not EarlyHelp.objects.exists()
    assert cases.again(episode).closed_on is None


@pytest.mark.parametrize("missing", ["reason", "talked_with", "lead_name", "consent_from", "lead_agency"])
def test_stepping_down_needs_a_meeting_a_lead_and_the_familys_agreement(missing: str) -> None:
    hub = mash.make()
    episode, coordinator = cases.assessed(hub), families.coordinator_of(hub)
    asked = replace(families.stepping_down(coordinator.holdings.get().agency.code), **{missing: ""})
    with pytest.raises(Refused):
        ask_step_down(by=hub.team_manager, reference=episode.reference, version=episode.version, asked=asked)


def stepped_up(hub: mash.Mash) -> tuple[EarlyHelp, list[Contact]]:
    family, by = families.active(hub), families.coordinator_of(hub)
    step = ask_step_up(
        by=by, reference=family.reference, version=family.version, reason="Both children were hit.",
        talked_on=family.assessed_on, talked_with="Ezra Early and Max Manager",
    )  # fmt: skip
    assert step.submission is not None
    return families.again(family), list(step.submission.contacts.order_by("position"))


def decide(hub: mash.Mash, contact: Contact, outcome: str) -> None:
    def now() -> dict[str, Any]:
        return {"reference": contact.reference, "version": mash.again(contact).version}

    begin_screening(by=hub.officer, **now())
    rate(by=hub.officer, **now(), rating="amber", reason="New injuries")
    propose_decision(by=hub.officer, **now(), outcome=outcome, threshold_level=3, **mash.WORDS)
    approve_decision(by=hub.manager, **now())


def test_stepping_up_makes_contacts_of_the_same_children_and_opens_the_assessment_to_the_mash() -> None:
    hub = mash.make()
    family, contacts = stepped_up(hub)
    assert family.state == "review"
    known = [row.child_id for row in family.children.all()]
    assert [contact.child.merged_into_id for contact in contacts] == known
    assert visible_early_help(hub.officer).filter(pk=family.pk).exists()
    clocks = Clock.objects.filter(subject_reference__in=[contact.reference for contact in contacts], kind="referrals.decision")
    assert {row.due_at.date().isoformat() for row in clocks} == {"2026-11-19"}  # one working day
    with pytest.raises(Refused, match="asked already"):
        ask_step_up(
            by=families.coordinator_of(hub), reference=family.reference, version=family.version, reason="Again",
            talked_on=family.assessed_on, talked_with="Both",
        )  # fmt: skip


def test_the_step_up_is_accepted_with_the_first_child_whom_social_care_takes() -> None:
    hub = mash.make()
    _family, (first, second) = stepped_up(hub)
    decide(hub, first, "ADV")
    assert Step.objects.get().refused_reason == mash.WORDS["words_for_referrer"]
    decide(hub, second, "S17")
    step = Step.objects.get()
    assert step.accepted_at is not None
    assert (step.refused_at, step.refused_reason) == (None, "")


def test_early_help_is_stepped_up_with_its_assessment() -> None:
    hub = mash.make()
    family = families.begun(hub)
    with pytest.raises(Refused, match="with its assessment"):
        ask_step_up(
            by=families.coordinator_of(hub), reference=family.reference, version=family.version, reason="Worse",
            talked_on=family.consent_on, talked_with="Both",
        )  # fmt: skip
