"""Consent in its five ways: told with all that belongs to it, gone on without by a manager, withdrawn by the family."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from foundation.calendar import FinancialYear
from foundation.errors import Incomplete, Refused
from foundation.figures import FigureValue
from foundation.models.events import DomainEvent
from referrals.forms.refer.consent import AmendedConsentForm, ConsentForm
from referrals.forms.refer.reading import read_draft
from referrals.forms.refer.sending import content_of
from referrals.models import Amendment, ConsentOverride, Contact, Message, Submission
from referrals.models.codes import ConsentReason
from referrals.selectors.versions import standing_submission
from referrals.services import (
    approve_decision,
    confirm_decision,
    override_consent,
    propose_decision,
    send_submission,
)
from tests import factories
from tests.figures import read_figure
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db
GIVEN: dict[str, Any] = {
    "consent_given_by": "Mother",
    "consent_on": date(2026, 11, 16),
    "consent_by_right": "responsible",
    "consent_scope": ["share", "early_help"],
    "consent_recorded": "note",
}
REFUSED: dict[str, Any] = {"consent_status": "refused", "consent_given_by": "Mother", "consent_refusal_told": "yes"}
WITHDRAWN_ON = {"withdrawn_on-day": "18", "withdrawn_on-month": "11", "withdrawn_on-year": "2026"}
DETAILS = "The mother. She wants no help from the family support worker."


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def page_of(contact: Contact, person: Any, path: str = "") -> str:
    return factories.sign_in(Client(), person).get(f"/mash/contacts/{contact.reference}/{path}").content.decode()


def override(hub: mash.Mash, contact: Contact, **changes: Any) -> ConsentOverride:
    given = {"basis": "s17", "reason": "Her needs must be looked into.", **changes}
    return override_consent(by=hub.manager, reference=contact.reference, version=mash.again(contact).version, **given)


def withdraw(hub: mash.Mash, contact: Contact, **changes: str) -> Any:
    client = factories.sign_in(Client(), hub.officer)
    where = f"/mash/contacts/{contact.reference}/consent/withdrawn/"
    shown = client.get(where).content.decode()
    hidden = dict(re.findall(r'name="(version|seen)" value="(\d+)"', shown))
    return client.post(where, {**hidden, **WITHDRAWN_ON, "withdrawn_details": DETAILS, **changes})


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"given_right": [""]}, "given_right", "Select by which right they agreed"),
        ({"scope": []}, "scope", "Select to what they agreed"),
        ({"scope": ["agencies"]}, "agencies", "Enter which agencies they agreed to"),
        ({"recorded": [""]}, "recorded", "Select how their agreement is on record"),
        ({"consent_status": ["withdrawn"]}, "consent_status", "Select whether the family agreed to this referral"),
        ({"consent_status": ["overridden"]}, "consent_status", "Select whether the family agreed to this referral"),
        (
            {"consent_status": ["refused"], "refused_by": ["Mother"], "refused_right": ["responsible"]},
            "refusal_told",
            "Select whether they were told that you would refer anyway",
        ),
    ],
)
def test_what_belongs_to_each_answer_is_asked(changes: dict[str, list[str]], field: str, sentence: str) -> None:
    form = ConsentForm.judged({**build.CONSENT, **changes})
    assert form.errors[field] == [sentence]


def test_every_reason_of_the_list_can_be_given_for_not_asking() -> None:
    asked = {str(code) for code, _words in ConsentForm.base_fields["reason"].choices}  # type: ignore[attr-defined]  # a choice field's own
    assert asked == set(ConsentReason.values) - {ConsentReason.DUTY_TO_NOTIFY}
    assert len(asked) == 9


def test_what_was_told_of_consent_is_kept_in_columns_and_shown(hub: mash.Mash) -> None:
    author = build.make_practitioner()
    told = {**build.CONSENT, "given_right": ["child"], "scope": ["share", "agencies"], "agencies": ["The school nurse"]}
    draft = build.make_complete_draft(author, consent=told)
    content = content_of(read_draft(draft))
    sent = send_submission(by=author, draft_reference=draft.reference, version=draft.version, content=content)
    assert (sent.consent_by_right, sent.consent_scope, sent.consent_agencies, sent.consent_recorded) == (
        "child",
        ["share", "agencies"],
        "The school nurse",
        "note",
    )
    page = page_of(sent.contacts.order_by("position")[0], hub.officer)
    assert "the child, who understands what is asked" in page
    assert "The school nurse" in page
    assert "On record: They said so, and I wrote it in our record" in page


def test_a_manager_goes_on_without_the_familys_agreement(hub: mash.Mash) -> None:
    contact = mash.screened(hub, **REFUSED)
    assert "Go on without the family’s agreement" in page_of(contact, hub.manager)
    assert "Go on without the family’s agreement" not in page_of(contact, hub.officer)
    client = factories.sign_in(Client(), hub.manager)
    where = f"/mash/contacts/{contact.reference}/consent/go-on/"
    empty = client.post(where, {"version": contact.version}).content.decode()
    assert "Select the legal basis" in empty
    assert "Enter why the work goes on without the family’s agreement" in empty
    answer = client.post(where, {"version": contact.version, "basis": "s47", "reason": "She was hurt."})
    assert answer.status_code == 302
    made = ConsentOverride.objects.get()
    assert (made.basis, made.decided_by) == ("s47", hub.manager.reference)
    page = page_of(contact, hub.officer)
    assert "Goes on without it. Section 47" in page
    assert "Decided by Max Manager" in page
    assert "They were told that the referral would be made anyway." in page
    assert "The work goes on without the family’s agreement" in page_of(contact, hub.officer, "history/")
    assert DomainEvent.objects.get(verb="referrals.consent_overridden").data == {"basis": "s47"}


def test_an_override_has_a_basis_a_reason_and_something_to_override(hub: mash.Mash) -> None:
    contact = mash.screened(hub, **REFUSED)
    for changes in ({"basis": "mood"}, {"reason": " "}, {"reason": "x" * 3001}):
        with pytest.raises(Refused):
            override(hub, contact, **changes)
    agreed = mash.screened(hub, **GIVEN)
    with pytest.raises(Refused, match="The family agrees"):
        override(hub, agreed)
    Contact.objects.filter(pk=contact.pk).update(state="closed", closed_at=contact.received_at, closed_by="x")
    with pytest.raises(Refused, match="closed"):
        override(hub, contact)


def test_a_decision_rests_on_an_override_and_early_help_never_does(hub: mash.Mash) -> None:
    contact = mash.screened(hub, **REFUSED)
    override(hub, contact)
    words = {"threshold_level": 3, **mash.WORDS}
    with pytest.raises(Refused, match="Early help needs"):
        propose_decision(by=hub.officer, reference=contact.reference, version=mash.again(contact).version, outcome="EH", **words)
    assert "Why go on without" not in page_of(contact, hub.officer, "propose/")
    made = propose_decision(
        by=hub.officer, reference=contact.reference, version=mash.again(contact).version, outcome="S17", **words
    )
    assert made.consent_overridden_because == "Her needs must be looked into."
    approve_decision(by=hub.second_manager, reference=contact.reference, version=mash.again(contact).version)
    assert ConsentOverride.objects.count() == 1


def test_approving_what_goes_on_without_agreement_is_an_override_of_the_manager(hub: mash.Mash) -> None:
    contact = mash.screened(hub, **REFUSED)
    propose_decision(
        by=hub.officer,
        reference=contact.reference,
        version=contact.version,
        outcome="S47",
        threshold_level=4,
        consent_overridden_because="She is not safe.",
        **mash.WORDS,
    )
    approve_decision(by=hub.manager, reference=contact.reference, version=mash.again(contact).version)
    made = ConsentOverride.objects.get()
    assert (made.basis, made.reason, made.decided_by) == ("s47", "She is not safe.", hub.manager.reference)


def test_the_mash_notes_that_the_family_withdrew_and_both_sides_read_it(hub: mash.Mash) -> None:
    contact = mash.screened(hub, **GIVEN)
    assert "Note that the family has withdrawn its agreement" in page_of(contact, hub.officer)
    before = Submission.objects.values().get(pk=contact.submission_id)
    assert withdraw(hub, contact).status_code == 302
    assert Submission.objects.values().get(pk=contact.submission_id) == before
    standing = standing_submission(contact.submission)
    assert (standing.consent_status, standing.consent_withdrawn_on) == ("withdrawn", date(2026, 11, 18))
    assert (standing.consent_given_by, standing.consent_on, standing.consent_scope) == (
        "Mother",
        date(2026, 11, 16),
        ["share", "early_help"],
    )
    questions = [change["question"] for change in Amendment.objects.get().changes["questions"]]
    assert "Who agreed?" not in questions
    page = page_of(contact, hub.officer)
    assert "The family has withdrawn its agreement on 18 November 2026" in page
    assert DETAILS in page
    message = Message.objects.get()
    assert message.from_mash
    sender = contact.submission.referrer
    mine = factories.sign_in(Client(), sender).get(f"/my-referrals/{contact.submission.reference}/versions/").content.decode()
    assert DETAILS in mine
    assert "The family withdrew its agreement" in page_of(contact, hub.officer, "history/")
    assert "Given, and withdrawn since" in str(figure("consent.recorded").by["consent"])


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"withdrawn_details": ""}, "Enter who withdrew it, and what follows from that"),
        ({"withdrawn_on-day": ""}, "must include a day"),
        ({"withdrawn_on-day": "19"}, "must be today or in the past"),
        ({"withdrawn_on-day": "10"}, "cannot be before they agreed"),
    ],
)
def test_a_withdrawal_has_a_day_after_the_agreement_and_consequences(
    hub: mash.Mash, changes: dict[str, str], sentence: str
) -> None:
    contact = mash.screened(hub, **GIVEN)
    answer = withdraw(hub, contact, **changes)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Amendment.objects.exists()


def test_only_what_was_given_is_withdrawn(hub: mash.Mash) -> None:
    contact = mash.screened(hub, **REFUSED)
    assert "cannot withdraw" in withdraw(hub, contact).content.decode()


def test_an_approval_of_early_help_lapses_when_the_family_withdraws_and_is_not_confirmed(hub: mash.Mash) -> None:
    factories.make_team(factories.make_agency("early_help"), ["referrals.early_help"])
    contact = mash.approved(hub, "EH", **GIVEN)
    withdraw(hub, contact)
    contact = mash.again(contact)
    assert contact.decisions.get().facts_changed
    assert contact.tasks.filter(kind="look_again").count() == 1
    with pytest.raises(Refused, match="Early help needs the family’s agreement"):
        confirm_decision(by=hub.manager, reference=contact.reference, version=contact.version, reason="It stands")


def test_early_help_that_was_proposed_is_not_approved_after_the_family_withdrew(hub: mash.Mash) -> None:
    factories.make_team(factories.make_agency("early_help"), ["referrals.early_help"])
    contact = mash.proposed(hub, "EH", **GIVEN)
    withdraw(hub, contact)
    with pytest.raises(Refused, match="Early help needs the family’s agreement"):
        approve_decision(by=hub.manager, reference=contact.reference, version=mash.again(contact).version)


def test_what_goes_on_after_a_withdrawal_needs_an_override_first(hub: mash.Mash) -> None:
    contact = mash.approved(hub, "S17", **GIVEN)
    withdraw(hub, contact)
    with pytest.raises(Refused, match="nothing says why the work goes on"):
        confirm_decision(by=hub.manager, reference=contact.reference, version=mash.again(contact).version, reason="It stands")
    override(hub, contact)
    confirm_decision(by=hub.manager, reference=contact.reference, version=mash.again(contact).version, reason="It stands")
    assert not contact.decisions.get().facts_changed


def test_a_referrer_says_in_an_amendment_that_the_family_withdrew(hub: mash.Mash) -> None:
    contact = mash.screened(hub, **GIVEN)
    client = factories.sign_in(Client(), contact.submission.referrer)
    where = f"/my-referrals/{contact.submission.reference}/amend/consent/"
    assert "have withdrawn it since" in client.get(where).content.decode()
    typed = {"consent_status": "withdrawn", "family_told": "yes", "seen": "1", "reason_for_change": "She rang me."}
    refused = client.post(where, typed).content.decode()
    assert "Enter the day on which they withdrew their agreement" in refused
    assert "Enter who withdrew it, and what follows from that" in refused
    assert client.post(where, {**typed, **WITHDRAWN_ON, "withdrawn_details": DETAILS}).status_code == 302
    assert standing_submission(contact.submission).consent_given_by == "Mother"
    assert "The family has withdrawn its agreement" in page_of(contact, hub.officer)


def test_a_withdrawal_is_no_answer_of_the_first_form(hub: mash.Mash) -> None:
    author = build.make_practitioner()
    draft = build.make_complete_draft(author)
    whole = content_of(read_draft(draft))
    for status in ("withdrawn", "overridden", "perhaps"):
        broken = {**whole.__dict__, "consent": whole.consent.__class__(status, given_by="Mother", family_told="yes")}
        with pytest.raises(Incomplete, match="Select whether the family agreed"):
            send_submission(by=author, draft_reference=draft.reference, version=draft.version, content=whole.__class__(**broken))


def test_the_amended_page_asks_for_what_the_first_asked() -> None:
    assert set(ConsentForm.base_fields) < set(AmendedConsentForm.base_fields)


def figure(code: str) -> FigureValue:
    found = read_figure(code, FinancialYear(2026))
    assert found is not None
    return found


def test_the_figure_of_consent_shows_the_mix_as_it_stands_now(hub: mash.Mash) -> None:
    given, refused = mash.screened(hub, **GIVEN), mash.screened(hub, **REFUSED)
    mash.screened(hub, **GIVEN)
    assert figure("consent.recorded").by["consent"] == {"Asked, and given": 2, "Asked, and refused": 1}
    withdraw(hub, given)
    override(hub, refused)
    assert figure("consent.recorded").by["consent"] == {
        "Asked, and given": 1,
        "Given, and withdrawn since": 1,
        "Gone on without it, as the MASH decided": 1,
    }
    assert figure("consent.given").numerator == 1
