"""What the front door counts: each figure pinned on a small year, one statement for each thing that is
counted, nothing for an empty one."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from children.models import Child
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.cuts import CUTS, Span
from foundation.figures import DisclosureClass, FigureValue, all_specs
from referrals.models import Contact, SubmissionPerson
from referrals.services import ask_agencies, waive_task
from tests import factories
from tests.figures import read_figure
from tests.referrals import build, mash
from work.services.requests import answer_request

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2026)


def figure(code: str, year: FinancialYear = YEAR) -> FigureValue:
    found = read_figure(code, year)
    assert found is not None
    return found


def at(month: int, day: int = 5, year: int = 2026) -> datetime:
    return datetime(year, month, day, 12, 0, tzinfo=clock.LONDON)


def decided(contact: Contact, outcome: str, *, in_time: bool = True, told: bool = True) -> Contact:
    """A contact as a manager has decided it, straight in the table."""
    moment = contact.decision_due_at if in_time else contact.decision_due_at + timedelta(hours=1)
    Contact.objects.filter(pk=contact.pk).update(
        state="tasks_open",
        rating="amber",
        initial_rating="amber",
        outcome=outcome,
        approved_at=moment,
        approved_by="P-2",
        first_due_at=contact.decision_due_at,
        feedback_at=moment if told else None,
        feedback_by="P-2" if told else "",
    )
    return contact


def test_forms_are_counted_by_month_purpose_and_consent() -> None:
    build.send(received_at=at(4), children=2)
    build.send(received_at=at(4), purpose="early_help", consent_status="refused")
    build.send(received_at=at(3, year=2027), purpose="advice", consent_status="not_sought", consent_reason="delay")
    build.send(received_at=at(3))
    received = figure("submissions.received")
    assert received.value == 3
    months = received.by["month"]
    assert (len(months), months["April 2026"], months["May 2026"], months["March 2027"]) == (12, 2, 0, 1)
    assert figure("submissions.to_social_care").value == 1
    assert figure("submissions.for_early_help").value == 1
    assert figure("consent.recorded").by["consent"] == {"Asked, and given": 1, "Asked, and refused": 1, "Not asked": 1}


def test_consent_and_fathers_are_told_by_month_ward_age_and_ethnic_group() -> None:
    build.send(received_at=at(4), consent_status="refused")
    build.send(received_at=at(5))
    for code in ("consent.recorded", "consent.given", "fathers.recorded"):
        by = figure(code).by
        assert {"month", "agency", "ward", "age", "ethnicity"} <= set(by), code
    recorded, given = figure("consent.recorded"), figure("consent.given")
    assert (recorded.by["month"]["April 2026"], recorded.by["month"]["May 2026"]) == (1, 1)
    assert (given.by["month"]["April 2026"], given.by["month"]["May 2026"]) == ((0, 1), (1, 1))
    for parts in recorded.by.values():
        assert sum(parts.values()) == 2  # type: ignore[arg-type]  # counts
    disclosed = {spec.code: spec.disclosure for _app, spec in all_specs()}
    assert disclosed["consent.recorded"] == DisclosureClass.PEOPLE


def test_contacts_are_counted_by_the_kinds_of_harm_that_are_named() -> None:
    build.send(received_at=at(7), children=2, harm_types=["16A", "4B"])
    build.send(received_at=at(8), harm_types=["16A"])
    build.send(received_at=at(8))
    named = figure("contacts.by_harm")
    assert named.value == 5
    assert named.by["harm"] == {"Neglect": 3, "Mental health: a parent or carer": 2}
    assert (named.by["month"]["July 2026"], named.by["month"]["August 2026"]) == (4, 1)


def test_accepted_referrals_are_told_by_what_was_asked_and_decided() -> None:
    for outcome in ("S17", "S17", "S47", "NFA"):
        decided(build.send(received_at=at(9), purpose="social_care").contacts.get(), outcome)
    by = figure("referrals.accepted").by
    assert list(by["reason"].values()) == [3]
    assert by["outcome"] == {
        "Referral accepted: child and family assessment": 2,
        "Referral accepted: strategy discussion": 1,
    }
    assert figure("feedback.given").by["source"] == {"School": (4, 4)}
    assert figure("referrals.repeated_within_12_months").by["source"] == {"School": (0, 3)}


def test_a_moment_belongs_to_its_month_in_london() -> None:
    build.send(received_at=datetime(2026, 4, 30, 23, 30, tzinfo=clock.LONDON))
    build.send(received_at=datetime(2026, 5, 1, 0, 30, tzinfo=clock.LONDON))
    months = figure("submissions.received").by["month"]
    assert (months["April 2026"], months["May 2026"]) == (1, 1)


def test_forms_that_name_a_father_are_counted_once() -> None:
    for names in (["Fred", "Frank"], [], ["Finn"]):
        submission = build.send(received_at=at(6))
        for position, name in enumerate(names, start=1):
            SubmissionPerson.objects.create(submission=submission, position=position, kind="father", name=name)
        SubmissionPerson.objects.create(submission=submission, position=9, kind="carer", name="Mo")
    named = figure("fathers.recorded")
    assert (named.numerator, named.denominator) == (2, 3)
    assert named.by["month"]["June 2026"] == (2, 3)


def test_contacts_are_counted_by_month_source_rating_and_outcome() -> None:
    build.send(received_at=at(7), children=3)
    decided(build.send(received_at=at(8), referral_source="6").contacts.get(), "S17")
    received = figure("contacts.received")
    assert received.value == 4
    assert received.by["source"] == {"School": 3, "Police": 1}
    assert received.by["rating"] == {"Amber": 1, "Not rated": 3}
    assert received.by["outcome"] == {"Referral accepted: child and family assessment": 1, "Not decided yet": 3}
    assert received.by["month"]["July 2026"] == 3
    for parts in received.by.values():
        assert sum(parts.values()) == received.value  # type: ignore[arg-type]  # counts


def test_decisions_in_time_feedback_and_referrals() -> None:
    for outcome, in_time, told in (("S17", True, True), ("S47", False, True), ("NFA", True, False)):
        decided(build.send(received_at=at(9)).contacts.get(), outcome, in_time=in_time, told=told)
    build.send(received_at=at(9))
    in_time, told = figure("contacts.decided_in_time"), figure("feedback.given")
    assert (in_time.numerator, in_time.denominator) == (2, 3)
    assert in_time.by["month"]["September 2026"] == (2, 3)
    assert (told.numerator, told.denominator) == (2, 3)
    accepted = figure("referrals.accepted")
    assert (accepted.value, accepted.by["month"]["September 2026"]) == (2, 2)
    converted, told_in_time = figure("contacts.converted"), figure("feedback.in_time")
    assert (converted.numerator, converted.denominator) == (2, 3)
    assert converted.by["month"]["September 2026"] == (2, 3)
    assert (told_in_time.numerator, told_in_time.denominator) == (1, 3)


def test_referrals_are_told_for_each_child_in_twelve_months() -> None:
    first, other = (decided(build.send(received_at=at(month)).contacts.get(), "S17") for month in (4, 5))
    decided(again_about(first, at(6)), "S47")
    decided(again_about(first, at(3, year=2027)), "S17")
    decided(again_about(first, at(7)), "NFA")  # not accepted
    decided(again_about(other, at(4, year=2027)), "S17")  # in the year after
    decided(build.send(received_at=at(9)).contacts.get(), "NFA")
    found = figure("referrals.per_child")
    assert (found.numerator, found.denominator) == (4, 2)


def again_about(first: Contact, received_at: datetime) -> Contact:
    contact = build.send(received_at=received_at).contacts.get()
    Contact.objects.filter(pk=contact.pk).update(child=first.child)
    return mash.again(contact)


def test_repeats_are_counted_within_twelve_months_and_no_further() -> None:
    first = build.send(received_at=at(6, 1, 2025)).contacts.get()
    again_about(first, at(6, 1))
    other = build.send(received_at=at(5, 31, 2025)).contacts.get()
    again_about(other, at(6, 1))
    repeated = figure("contacts.repeated_within_12_months")
    assert (repeated.numerator, repeated.denominator) == (1, 2)
    assert figure("contacts.repeated_within_12_months", FinancialYear(2025)).numerator == 0


def test_a_re_referral_follows_an_accepted_referral_only() -> None:
    accepted, not_accepted = (build.send(received_at=at(4)).contacts.get() for _ in range(2))
    decided(accepted, "S17")
    decided(not_accepted, "NFA")
    for first in (accepted, not_accepted):
        decided(again_about(first, at(10)), "S17")
    again = figure("referrals.repeated_within_12_months")
    assert (again.numerator, again.denominator) == (1, 3)
    assert figure("contacts.repeated_within_12_months").numerator == 2


def test_checks_are_counted_by_agency_when_they_were_due() -> None:
    hub = mash.make()
    housing = factories.make_agency("housing", name="Northmere Housing")
    lead = factories.make_person("agency_lead", agency=housing)

    def ask() -> tuple[Contact, list[Any]]:
        contact = mash.screened(hub)
        codes = [hub.police.code, housing.code]
        return contact, ask_agencies(
            by=hub.officer,
            reference=contact.reference,
            version=contact.version,
            agencies=codes,
            question="Known?",
            legal_basis="s17",
            purpose="To decide",
        )

    _contact, (police, house) = ask()
    answer_request(by=hub.police_lead, reference=police.reference, result="nothing_known", answer="")
    with clock.frozen(house.due_at + timedelta(minutes=1)):
        lead.holdings_read = None
        answer_request(by=lead, reference=house.reference, result="nothing_known", answer="")
    contact, _unanswered = ask()
    waived = contact.tasks.filter(title="Answer of Northmere Housing").get()
    waive_task(
        by=hub.manager,
        reference=contact.reference,
        version=mash.again(contact).version,
        task_id=waived.pk,
        reason="Not needed",
    )
    checks = figure("checks.answered_in_time")
    assert checks.by["agency"] == {"Northmere Housing": (0, 1), "Northmere Police": (1, 2)}
    assert (checks.numerator, checks.denominator) == (1, 3)
    answered = figure("checks.answered")
    assert answered.by["agency"] == {"Northmere Housing": (1, 1), "Northmere Police": (1, 2)}
    assert (answered.numerator, answered.denominator) == (2, 3)


def test_each_thing_that_is_counted_is_one_statement() -> None:
    build.send(received_at=at(4), children=2)
    asked = {}
    for name, group in CUTS.items():
        with CaptureQueriesContext(connection) as seen, connection.cursor() as cursor:
            list(group.read(Span.of(YEAR), {}, cursor))
        asked[name] = len(seen)
    of_two_things = {"referrals.early_help_standing"}  # families, and the agencies that stand by them
    assert asked == {name: 2 if name in of_two_things else 1 for name in asked}


def test_a_year_without_data_gives_nothing() -> None:
    for code in ("submissions.received", "contacts.received", "checks.answered_in_time"):
        assert read_figure(code, FinancialYear(2019)) is None


def test_a_child_whose_records_are_joined_counts_as_one() -> None:
    first = decided(build.send(received_at=at(4)).contacts.get(), "S17")
    again = decided(build.send(received_at=at(10)).contacts.get(), "S17")
    assert figure("contacts.repeated_within_12_months").numerator == 0
    Child.objects.filter(pk=again.child_id).update(merged_into=first.child_id)
    assert figure("contacts.repeated_within_12_months").numerator == 1
    assert figure("referrals.repeated_within_12_months").numerator == 1
