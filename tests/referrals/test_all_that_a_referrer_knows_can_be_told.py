"""The fields of the front door's note: circumstances of a child, network, marks, help so far, and who must not learn of whom."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from foundation import clock
from foundation.calendar import FinancialYear
from referrals import services
from referrals.forms.refer.reading import read_draft
from referrals.forms.refer.sending import content_of
from referrals.models import Draft, Submission
from referrals.presenters.contacts import child_rows, harm_rows, household, referrer_rows, submission_page
from referrals.rules.checking import problems_of
from referrals.rules.submission import Circumstances
from referrals.selectors.versions import standing_submission
from tests.factories import sign_in
from tests.figures import read_figure
from tests.referrals import build, mash

CHILD = {
    **build.CHILD,
    "no_fixed_address": ["on"],
    "disability_codes": ["AUT", "HEAR"],
    "communication": ["Signs"],
    "gender_identity": ["Girl"],
    "religion": ["None"],
    "education": ["missing"],
    "attendance": ["On no roll since June"],
    "young_carer": ["yes"],
    "helped_before": ["no"],
    "looking_after_authority": ["Another council"],
    "legal_orders": ["supervision"],
    "nationality": ["Eritrean"],
    "immigration": ["alone"],
}
UNBORN = {
    **build.UNBORN,
    "gestation_weeks": ["30"],
    "babies": ["2"],
    "late_booked": ["concealed"],
    "booking_hospital": ["St Sample’s"],
}
NURSE = {
    "kind": ["professional"],
    "name": ["Hana Visitor"],
    "organisation": ["Health visiting"],
    "job": ["Health visitor"],
    "last_contact": ["10 November 2026"],
    "involvement": ["Weighs the baby each week"],
    "lives_in_household": ["no"],
    "interpreter_language": ["Tigrinya"],
    "relation_1": ["Health visitor"],
    "responsibility_1": ["no"],
    "relation_2": ["Health visitor"],
    "responsibility_2": ["no"],
}
TOLD: dict[str, Any] = {
    "about": {**build.ABOUT, "lead_told": ["yes"], "kept_from_family": ["on"], "kept_because": ["Her father threatened me"]},
    "children_1": CHILD,
    "children_2": UNBORN,
    "people_2": NURSE,
    "concern": {**build.CONCERN, "child_alone": ["yes"]},
    "injuries": {"areas": ["arms", "face"], "sides": ["left"], "description": ["Three round marks, 1 cm, yellow"]},
    "help": {
        "early_help": ["yes"],
        "lead": ["The school nurse"],
        "dates": ["January to June"],
        "result": ["disengaged"],
        "not_enough": ["The family stopped coming"],
    },
    "request": {**build.REQUEST, "tools": ["gcp2", "sdq"]},
}


@pytest.fixture
def told() -> Submission:
    mash.make()
    author = build.make_practitioner()
    draft = build.make_complete_draft(author, **TOLD)
    reading = read_draft(draft)
    assert not reading.incomplete
    sent = services.send_submission(
        by=author, draft_reference=draft.reference, version=draft.version, content=content_of(reading)
    )
    return Submission.objects.get(pk=sent.pk)


@pytest.mark.django_db
def test_everything_is_kept_in_its_column_and_shown_to_the_mash(told: Submission) -> None:
    child, unborn = told.children.order_by("position")
    assert (child.disability_codes, child.education, child.immigration, child.young_carer) == (
        ["AUT", "HEAR"],
        "missing",
        "alone",
        "yes",
    )
    assert (unborn.gestation_weeks, unborn.babies, unborn.late_booked) == (30, 2, "concealed")
    rows = {row["key"]: row["value"] for row in child_rows(child)}
    assert rows["No fixed address"] == "The child has none"
    assert rows["Disability"] == "Autism; Hearing"
    assert rows["Education"] == "Missing education: on no school’s roll; On no roll since June"
    assert rows["Orders"] == "Supervision order"
    assert rows["Nationality and status"] == "Eritrean; Seeking asylum without a parent or carer"
    assert {"key": "Pregnancy", "value": "30 weeks; 2 babies; hidden; booked at St Sample’s"} in child_rows(unborn)
    seen = {row["key"]: row["value"] for row in harm_rows(told)}
    assert seen["Marks and injuries"] == "Arms; Face" or seen["Marks and injuries"] == "Face; Arms"
    assert seen["Tools filled in"].startswith("Neglect: Graded Care Profile 2 (GCP2); ")
    assert (seen["Child seen alone"], seen["Early help before"]) == ("Yes", "Yes")
    assert (told.injury_sides, told.injury_description) == (["left"], "Three round marks, 1 cm, yellow")
    assert seen["What the marks look like"] == "Three round marks, 1 cm, yellow"
    assert (told.help_lead, told.help_dates, told.help_result) == ("The school nurse", "January to June", "disengaged")
    assert seen["How it ended"] == "The family did not go on with it"
    assert seen["Why it is not enough now"] == "The family stopped coming"
    people = list(told.people.order_by("position"))
    nurse = next(row for row in household(told, people, ()) if row["name"] == "Hana Visitor")
    assert "Needs an interpreter: Tigrinya" in nurse["facts"]
    assert "Last saw the family: 10 November 2026" in nurse["facts"]
    assert "Weighs the baby each week" in nurse["facts"]
    assert "Health visitor, Health visiting" in nurse["facts"]
    assert {"key": "Their safeguarding lead or manager knows", "value": "Yes"} in referrer_rows(told)


@pytest.mark.django_db
def test_the_mash_is_warned_that_the_family_must_not_learn_who_referred(told: Submission) -> None:
    contact = told.contacts.order_by("position")[0]
    assert submission_page(contact, [], [], [])["kept"] == "Her father threatened me"


@pytest.mark.django_db
def test_marks_and_help_so_far_are_counted_and_amended(told: Submission, client: Client) -> None:
    marks, helped = (read_figure(code, FinancialYear(2026)) for code in ("contacts.by_mark", "contacts.by_help_before"))
    assert marks is not None
    assert marks.by["area"] == {"Arms": 2, "Face": 2}
    assert helped is not None
    assert helped.by["help_result"] == {"The family did not go on with it": 2}
    assert helped.by["early_help"] == {"Yes": 2}
    assert told.referrer
    sign_in(client, told.referrer)
    why = {"seen": "1", "reason_for_change": "The nurse rang"}
    injuries = reverse("referrals:amend_page", args=[told.reference, "injuries"])
    assert "Three round marks, 1 cm, yellow" in client.get(injuries).content.decode()
    assert client.post(injuries, {**TOLD["injuries"], "areas": ["neck"], **why}).status_code == 302
    assert told.amendments.get().values["injury_areas"] == ["neck"]
    page = reverse("referrals:amend_page", args=[told.reference, "help"])
    changed = {**TOLD["help"], "result": ["needs_met"], **why, "seen": "2"}
    assert client.post(page, changed).status_code == 302
    assert standing_submission(told).help_result == "needs_met"
    assert Submission.objects.get(pk=told.pk).help_result == "disengaged", "what was sent stays"


@pytest.mark.django_db
def test_what_was_told_stands_in_the_form_as_it_was_answered(told: Submission, client: Client) -> None:
    assert told.referrer
    sign_in(client, told.referrer)
    copy = client.get(reverse("referrals:submission_copy", args=[told.reference])).content.decode()
    for words in ("Three round marks, 1 cm, yellow", "The family stopped coming", "Left (the child’s)"):
        assert words in copy


@pytest.mark.django_db
def test_an_amended_page_keeps_what_was_told_there(told: Submission, client: Client) -> None:
    assert told.referrer
    sign_in(client, told.referrer)
    address = reverse("referrals:amend_page", args=[told.reference, "request"])
    changed = {**TOLD["request"], "purpose": "early_help"}
    client.post(address, {**changed, "seen": "1", "reason_for_change": "They agree to help"})
    amended = told.amendments.get()
    assert [row["question"] for row in amended.changes["questions"]] == ["What are you asking for?"]
    assert amended.values["tools"] == ["gcp2", "sdq"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"disability_codes": ("NONE", "AUT")}, "disability_codes"),
        ({"disability_codes": ("MOON",)}, "disability_codes"),
        ({"legal_orders": ("none", "care")}, "legal_orders"),
        ({"education": "moon"}, "education"),
        ({"immigration": "moon"}, "immigration"),
        ({"young_carer": "perhaps"}, "young_carer"),
        ({"religion": "x" * 10_000}, "religion"),
    ],
)
def test_circumstances_that_cannot_be_are_refused_whichever_way_they_come(changes: dict[str, Any], field: str) -> None:
    whole = build.content()
    child = replace(whole.children[0], circumstances=replace(Circumstances(), **changes))
    found = list(problems_of(replace(whole, children=[child]), clock.now(), clock.today()))
    assert [(one.field, one.page) for one in found] == [(field, "children/1")]


def test_a_referrer_who_must_be_kept_from_the_family_says_why() -> None:
    whole = build.content()
    hidden = replace(whole, referrer=replace(whole.referrer, kept_from_family=True))
    assert [one.sentence for one in problems_of(hidden, clock.now(), clock.today())] == [
        "Enter why the family must not learn of you"
    ]
    typed = build.answers(about={**build.ABOUT, "kept_from_family": ["on"]})
    assert read_draft(Draft(answers=typed)).forms["about"].errors["kept_because"] == [
        "Enter why the family must not learn of you"
    ]


def test_what_is_told_besides_is_never_demanded() -> None:
    reading = read_draft(Draft(answers=build.answers()))
    assert not reading.incomplete
    assert content_of(reading).injury_areas == []
