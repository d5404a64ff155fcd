"""Early help: with the family's agreement, an assessment, a team around the child, reviews, and an outcome with the score."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from accounts.models import AccessLogEntry
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotVisible, Refused
from foundation.small_numbers import rounded, rounded_part
from referrals.models import EarlyHelp, EarlyHelpChild
from referrals.rules.early_help import check_closing, check_next_review
from referrals.selectors.early_help import families, register, visible_early_help
from referrals.services import (
    add_team_action,
    begin_early_help,
    close_early_help,
    finish_team_action,
    name_lead,
    record_consent,
    record_meeting,
    restrict,
    write_early_help,
)
from tests import factories
from tests.referrals import build, mash
from tests.referrals import families as made
from work.models import Clock, DeadlineLimit, Handover
from work.services.handovers import accept_handover

pytestmark = pytest.mark.django_db


def accepted(hub: mash.Mash, children: int = 2) -> EarlyHelp:
    """Early help for the siblings of one submission, each of whom the early help team has accepted."""
    coordinator = made.coordinator_of(hub)
    submission = build.send(teams=(hub.team,), children=children)
    for contact in submission.contacts.order_by("position"):
        _approve(hub, contact.reference)
        handover = Handover.objects.get(subject_reference=contact.reference, state="offered")
        accept_handover(by=coordinator, reference=handover.reference)
    return EarlyHelp.objects.get(submission=submission)


def _approve(hub: mash.Mash, reference: str) -> None:
    from referrals.models import Contact
    from referrals.services import approve_decision, begin_screening, propose_decision, rate

    def version() -> int:
        return Contact.objects.get(reference=reference).version

    begin_screening(by=hub.officer, reference=reference, version=version())
    rate(by=hub.officer, reference=reference, version=version(), rating="green", reason="Level 2")
    propose_decision(by=hub.officer, reference=reference, version=version(), outcome="EH", threshold_level=2, **mash.WORDS)
    approve_decision(by=hub.manager, reference=reference, version=version())


def test_siblings_of_one_referral_share_early_help() -> None:
    hub = mash.make()
    family = accepted(hub)
    assert (family.state, family.source, family.children.count()) == ("requested", "handover", 2)
    assert EarlyHelp.objects.count() == 1
    assert EarlyHelpChild.objects.filter(contact__isnull=False).count() == 2


def test_nothing_is_assessed_before_the_family_agrees() -> None:
    hub = mash.make()
    family, by = accepted(hub, 1), made.coordinator_of(hub)
    given: dict[str, Any] = {"by": by, "reference": family.reference}
    with pytest.raises(Refused, match="after the family has agreed"):
        write_early_help(**given, version=family.version, assessed=made.ASSESSED)
    with pytest.raises(Refused, match="past"):
        record_consent(**given, version=family.version, consent_from="Mother", consent_on=date(2026, 11, 19))
    record_consent(**given, version=family.version, consent_from="Mother", consent_on=date(2026, 11, 17))
    family = made.again(family)
    assert (family.state, family.assessment_due_on) == ("consented", date(2027, 1, 4))  # 30 working days


def test_a_practitioner_begins_early_help_with_a_family_that_has_agreed() -> None:
    hub = mash.make()
    teacher = build.make_practitioner()
    family = made.begun(hub, teacher)
    assert (family.state, family.agency.kind, family.children.count()) == ("consented", "school", 2)
    colleague = build.make_practitioner(family.agency)
    assert visible_early_help(teacher).filter(pk=family.pk).exists()
    assert visible_early_help(made.coordinator_of(hub)).filter(pk=family.pk).exists()
    for other in (colleague, hub.officer, hub.team_manager):
        assert not visible_early_help(other).filter(pk=family.pk).exists()
    with pytest.raises(Refused, match="who agreed"):
        begin_early_help(by=teacher, children=[made.ChildDetails("A", "B", birth_date=date(2019, 1, 1))], reason="Help",
                         consent_from="", consent_on=date(2026, 11, 18))  # fmt: skip


def test_the_lead_professional_sees_the_family_once_named() -> None:
    hub = mash.make()
    family, by = made.begun(hub), made.coordinator_of(hub)
    lead = build.make_practitioner(name="Lee Lead")
    agency = lead.holdings.get().agency
    with pytest.raises(NotVisible):
        record_meeting(
            by=lead, reference=family.reference, version=family.version, held_on=clock.today(), attended="A", notes="B"
        )
    name_lead(by=by, reference=family.reference, version=family.version, name=lead.name, agency=agency.code, email=lead.email)
    family = made.again(family)
    assert (family.lead, family.agency) == (lead, agency)
    assert families(lead).rows == (family,)
    with pytest.raises(Refused, match="email address"):
        name_lead(by=by, reference=family.reference, version=family.version, name="X", agency=agency.code, email="x@y.example")


def test_a_finished_assessment_begins_the_team_and_its_first_review_after_six_weeks() -> None:
    hub = mash.make()
    with pytest.raises(Refused, match="own score"):
        made.active(hub, score_before=None)
    family = made.active(hub)
    assert (family.state, family.assessed_on, family.review_due_on) == ("tac_active", date(2026, 11, 18), date(2026, 12, 30))
    assert Clock.objects.get(subject_reference=family.reference, kind="referrals.early_help_assessment").outcome == "assessed"


def test_a_review_sets_the_next_within_three_months_or_waits_to_be_closed() -> None:
    hub = mash.make()
    family, by = made.active(hub), made.coordinator_of(hub)
    with clock.frozen(datetime(2026, 12, 20, 10, tzinfo=UTC)):
        given: dict[str, Any] = {
            "by": by,
            "reference": family.reference,
            "held_on": clock.today(),
            "attended": "Mother",
            "notes": "Well",
        }
        with pytest.raises(Refused, match="three months"):
            record_meeting(**given, version=family.version, is_review=True, next_on=date(2027, 3, 21))
        record_meeting(**given, version=family.version, is_review=True, next_on=date(2027, 3, 20))
        family = made.again(family)
        assert (family.state, family.review_due_on) == ("tac_active", date(2027, 3, 20))
        with pytest.raises(Conflict):
            record_meeting(**given, version=family.version - 1)
        record_meeting(**given, version=family.version, is_review=True)
        family = made.again(family)
        assert (family.state, family.review_due_on) == ("review", None)
        close_early_help(
            by=by, reference=family.reference, version=family.version, outcome="needs_met", note="On time", score_after=8
        )
    family = made.again(family)
    assert (family.state, family.outcome, family.score_before, family.score_after) == ("closed", "needs_met", 3, 8)
    assert not Clock.objects.filter(subject_reference=family.reference, stopped_at__isnull=True).exists()


def test_actions_are_taken_on_and_done() -> None:
    hub = mash.make()
    family, by = made.active(hub), made.coordinator_of(hub)
    action = add_team_action(
        by=by, reference=family.reference, version=family.version, text="Breakfast club", who="School", due_on=date(2026, 12, 1)
    )
    finish_team_action(by=by, reference=family.reference, version=made.again(family).version, action_id=action.pk)
    with pytest.raises(Refused, match="done already"):
        finish_team_action(by=by, reference=family.reference, version=made.again(family).version, action_id=action.pk)


def test_what_comes_from_a_restricted_contact_is_hidden_from_those_not_named() -> None:
    hub = mash.make()
    family, by = accepted(hub, 1), made.coordinator_of(hub)
    contact = family.children.get().contact
    assert contact is not None
    restrict(by=hub.manager, reference=contact.reference, version=mash.again(contact).version, people=[], reason="A relative")
    assert not visible_early_help(by).filter(pk=family.pk).exists()


@pytest.mark.parametrize(
    ("state", "outcome", "score", "refusal"),
    [
        ("requested", "disengaged", None, ""),
        ("tac_active", "needs_met", None, "own score now"),
        ("consented", "needs_met", 8, "after an assessment"),
        ("tac_active", "partly", 5, ""),
        ("tac_active", "partly", 11, "0 to 10"),
        ("tac_active", "well", 5, "how early help ended"),
        ("tac_active", "moved", None, ""),
    ],
)
def test_how_early_help_ends(state: str, outcome: str, score: int | None, refusal: str) -> None:
    if not refusal:
        check_closing(state, outcome, score)
        return
    with pytest.raises(Refused, match=refusal):
        check_closing(state, outcome, score)


def test_the_next_review_is_at_most_three_months_away() -> None:
    check_next_review(date(2026, 11, 30), date(2027, 2, 28))
    for day in (date(2026, 11, 30), date(2027, 3, 1)):
        with pytest.raises(Refused):
            check_next_review(date(2026, 11, 30), day)


def test_the_register_counts_by_agency_and_names_those_without() -> None:
    hub = mash.make()
    family = made.active(hub)
    rows = {row["name"]: row for row in register(made.coordinator_of(hub), FinancialYear.of(clock.today()))}
    own = rows[family.agency.name]
    assert (own["open"], own["assessed"], own["in_time"], own["closed"], own["need"]) == (
        1,
        1,
        1,
        0,
        "School attendance and learning",
    )
    assert rows["Northmere Police"]["assessed"] == 0
    assert factories.PASSWORD


def test_the_register_tells_nothing_of_a_few_families_to_who_does_not_see_them(client: Client) -> None:
    hub = mash.make()
    few = made.active(hub)
    reader = factories.make_person("business_team")
    rows = {row["name"]: row for row in register(reader, FinancialYear.of(clock.today()))}
    told = ("open", "assessed", "in_time", "closed", "met", "need")
    assert [rows[few.agency.name][name] for name in told] == [rows["Northmere Police"][name] for name in told]
    assert rows[few.agency.name]["need"] == ""
    page = factories.sign_in(client, reader).get("/early-help-register/").content.decode()
    assert "completed fewer than 6 assessments, or none" in page
    assert few.agency.name in page
    assert "<tbody" not in page


def test_the_register_leaves_families_from_a_restricted_contact_out_of_exact_numbers() -> None:
    hub = mash.make()
    family = made.active(hub)
    hidden = build.send(teams=(hub.team,)).contacts.get()
    hidden.restricted = True
    hidden.save()
    first = EarlyHelpChild.objects.filter(early_help=family).earliest("pk")
    EarlyHelpChild.objects.filter(pk=first.pk).update(contact=hidden)
    rows = {row["name"]: row for row in register(made.coordinator_of(hub), FinancialYear.of(clock.today()))}
    assert (rows[family.agency.name]["open"], rows[family.agency.name]["need"]) == (0, "")


@pytest.mark.parametrize(("number", "told"), [(0, None), (5, None), (6, 5), (8, 10), (12, 10), (13, 15)])
def test_numbers_are_rounded_and_none_looks_like_few(number: int, told: int | None) -> None:
    assert rounded(number) == told


@pytest.mark.parametrize(("part", "whole", "told"), [(5, 40, None), (35, 40, None), (6, 19, None), (13, 40, 15)])
def test_shares_of_few_are_not_told(part: int, whole: int, told: int | None) -> None:
    assert rounded_part(part, whole) == told


def test_the_first_review_is_due_by_the_limit_that_the_partnership_has_set() -> None:
    DeadlineLimit.objects.create(
        kind="referrals.early_help_review",
        amount=28,
        effective_from=date(2026, 1, 1),
        reason="Ours.",
        set_at=clock.now(),
        set_by="test",
    )
    family = made.active(mash.make())
    assert (family.assessed_on, family.review_due_on) == (date(2026, 11, 18), date(2026, 12, 16))


def test_the_coordinator_sees_that_a_child_whom_a_practitioner_told_of_may_be_known_already() -> None:
    hub = mash.make()
    by, teacher = made.coordinator_of(hub), build.make_practitioner(name="Terry Teacher")
    first, second = made.begun(hub), made.begun(hub, by=teacher)
    here = f"/early-help/{second.reference}/"
    page = factories.sign_in(Client(), by).get(here).content.decode()
    assert "Known already?" in page
    assert "Ada Example: " in page
    look = AccessLogEntry.objects.order_by("-pk")[0]
    known = set(EarlyHelpChild.objects.filter(early_help=first).values_list("child__reference", flat=True))
    assert known <= set(look.child_references)
    assert "Known already?" not in factories.sign_in(Client(), teacher).get(here).content.decode()
