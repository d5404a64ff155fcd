"""A decision names what it rests on; children of one referral may be decided differently."""

import pytest

from foundation.errors import Refused
from referrals.models import Contact
from referrals.selectors.checks import evidence_on
from referrals.selectors.contacts import casework_of
from referrals.services import begin_screening, propose_decision, rate
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def propose(hub: mash.Mash, contact: Contact, outcome: str, *evidence: str) -> None:
    version = mash.again(contact).version
    propose_decision(
        by=hub.officer,
        reference=contact.reference,
        version=version,
        outcome=outcome,
        threshold_level=3,
        evidence=evidence,
        **mash.WORDS,
    )


def test_a_decision_keeps_what_it_rests_on_in_the_words_of_its_day(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    propose(hub, contact, "S17", "referral:worries", "history")
    (decision,) = casework_of(contact).decisions
    assert [row.code for row in decision.evidence.order_by("pk")] == ["referral:worries", "history"]
    assert decision.evidence.first().label in {one.label for one in evidence_on(contact, ())}


def test_evidence_of_another_contact_is_refused(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    with pytest.raises(Refused, match="has changed"):
        propose(hub, contact, "S17", "check:NM-Q-22222-22222")


def test_children_of_one_referral_are_decided_differently(hub: mash.Mash) -> None:
    submission = build.send(teams=(hub.team,), children=2)
    outcomes = {}
    for contact, outcome in zip(submission.contacts.order_by("position"), ("S17", "NFA"), strict=True):
        begun = begin_screening(by=hub.officer, reference=contact.reference, version=contact.version)
        rate(by=hub.officer, reference=contact.reference, version=begun.version, rating="amber", reason="Hungry")
        propose(hub, contact, outcome, "referral:worries")
        outcomes[contact.reference] = casework_of(contact).current.outcome
    assert list(outcomes.values()) == ["S17", "NFA"]
