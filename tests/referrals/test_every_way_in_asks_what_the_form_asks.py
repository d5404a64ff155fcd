"""One truth: what the form refuses, the rules refuse with the same sentence about the same question, whichever way it comes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from children.rules import ETHNICITIES, ChildDetails
from foundation import clock
from foundation.errors import Incomplete, Problem
from referrals import services
from referrals.forms.refer.reading import read_draft
from referrals.forms.refer.sections import SECTIONS
from referrals.forms.refer.sending import content_of
from referrals.models import Channel, Draft, Submission
from referrals.rules import checking
from referrals.rules.questions import MISSING, MOST
from referrals.rules.submission import Content
from tests.referrals import build

LONG = "x" * 20_000
REFUSED = {
    "consent_status": ["refused"],
    "refused_by": ["Mother"],
    "refused_right": ["responsible"],
    "refusal_told": ["yes"],
    "family_told": ["no"],
    "family_not_told_reason": ["Risk"],
}
NOT_SOUGHT = {
    "consent_status": ["not_sought"],
    "reason": ["delay"],
    "reason_details": ["No time"],
    "family_told": ["yes"],
}
NOT_SPOKEN = {**build.CONCERN, "spoken": ["no"], "child_voice_missing_reason": ["Too young"]}
NO_FATHER = {"father_known": ["no"], "father_unknown_reason": ["Not asked"], "other_carers": ["yes"]}
VARIANTS: list[dict[str, dict[str, list[str]]]] = [
    {},
    {"consent": REFUSED, "concern": NOT_SPOKEN, "family": NO_FATHER},
    {"consent": NOT_SOUGHT},
]
ASKED_BY_THE_FORM_ALONE = {"immediate_danger", "spoken", "referrer_level", "born", "relation_1", "relation_2"}
"""What leaves no trace of its own in a submission: the rules cannot miss it, or name it by what it leads to."""

NAMED_BY_ITS_QUESTION = {
    MISSING[f"concern.{name}"]: (MISSING["concern.spoken"], "spoken") for name in ("child_voice", "child_voice_missing_reason")
}
"""An answer that is empty whichever of the two was asked: the rules ask the question above both."""


def problems(content: Content, **options: Any) -> list[Problem]:
    return list(checking.problems_of(content, clock.now(), clock.today(), **options))


def content(answers: dict[str, Any]) -> Content:
    return content_of(read_draft(Draft(answers=answers)))


def emptied() -> Iterator[tuple[Content, dict[str, Any], str, str]]:
    """Each complete form with one of its answers taken away, or made too long."""
    for variant in VARIANTS:
        whole = build.answers(**variant)
        sent = content(whole)
        for page, entry in whole.items():
            for name in {typed.partition("-")[0] for typed in entry["typed"]}:
                kept = {key: value for key, value in entry["typed"].items() if key.partition("-")[0] != name}
                yield sent, {**whole, page: {**entry, "typed": kept}}, page, name
                yield sent, {**whole, page: {**entry, "typed": {**entry["typed"], name: [LONG]}}}, page, name


def test_what_the_form_refuses_the_rules_refuse_with_the_same_sentence() -> None:
    compared = 0
    for whole, answers, page, name in emptied():
        form = read_draft(Draft(answers=answers)).forms[page]
        if name not in form.errors or name in ASKED_BY_THE_FORM_ALONE:
            continue
        sentence = str(form.errors[name][0])
        if sentence not in MISSING.values() and "characters or fewer" not in sentence:
            continue  # no date, no choice, no number: it has no value that could be sent
        broken = as_sent(whole, answers, page, name)
        if broken is None:
            continue
        found = [(one.sentence, one.field) for one in problems(broken)]
        assert NAMED_BY_ITS_QUESTION.get(sentence, (sentence, name)) in found, f"{page}: {name}"
        compared += 1
    assert compared > 60


CONTENT_NAMES = {
    "given_by": "given_by",
    "refused_by": "given_by",
    "reason": "reason",
    "reason_details": "details",
    "refused_because": "details",
    "given_on": "on",
    "consent_status": "status",
    "given_right": "by_right",
    "refused_right": "by_right",
}


def as_sent(whole: Content, answers: dict[str, Any], page: str, name: str) -> Content | None:
    """The content that such a form would have made, if it had not refused it."""
    typed = answers[page]["typed"].get(name, [""])[0]
    kind, _, number = page.partition("/")
    if kind == "about":
        return replace(whole, referrer=replace(whole.referrer, **{name: typed}))
    if kind == "concern":
        return replace(whole, concern=replace(whole.concern, **{name: typed}))
    if kind == "consent":
        value = None if name == "given_on" else (typed,) * bool(typed) if name == "scope" else typed
        return replace(whole, consent=replace(whole.consent, **{CONTENT_NAMES.get(name, name): value}))
    if kind == "children":
        children = list(whole.children)
        child = children[int(number) - 1]
        if hasattr(child.details, name):
            if name in ("birth_date", "expected_delivery_date", "nhs_number", "upn", "postcode"):
                return None  # refused by rules of their own, with tests of their own
            child = replace(child, details=replace(child.details, **{name: typed}))
        else:
            child = replace(child, **{name: typed})
        children[int(number) - 1] = child
        return replace(whole, children=children)
    if kind == "people":
        if not hasattr(whole.people[0], name):
            return None
        return replace(whole, people=[replace(whole.people[0], **{name: typed})])
    return replace(whole, **{name: typed}) if hasattr(whole, name) else None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"nhs_number": "943 476 5918"}, "nhs_number"),
        ({"nhs_number": "12345"}, "nhs_number"),
        ({"upn": "X306200015002"}, "upn"),
        ({"postcode": "Sample Street"}, "postcode"),
        ({"ethnicity": "ZZZZ"}, "ethnicity"),
        ({"sex": "X"}, "sex"),
        ({"birth_date": date(2027, 1, 1)}, "birth_date"),
        ({"birth_date": None}, "birth_date"),
        ({"birth_date": None, "sex": "U", "expected_delivery_date": date(2028, 1, 1)}, "expected_delivery_date"),
        ({"birth_date": None, "sex": "U", "expected_delivery_date": date(2026, 1, 1)}, "expected_delivery_date"),
        ({"family_name": " "}, "family_name"),
        ({"given_name": ""}, "given_name"),
        ({"address": ""}, "address"),
    ],
)
def test_a_child_is_refused_for_what_only_the_form_refused_before(changes: dict[str, Any], field: str) -> None:
    good = build.content()
    details = replace(good.children[0].details, **changes)
    wrong = replace(good, children=[replace(good.children[0], details=details)])
    assert problems(good) == []
    assert [(one.field, one.page) for one in problems(wrong)] == [(field, "children/1")]


@pytest.mark.django_db
def test_all_that_is_wrong_is_said_at_once_and_nothing_is_kept() -> None:
    build.make_mash()
    author = build.make_practitioner()
    draft = build.make_draft(author)
    wrong = build.content(["Ada", "B" * 10_000], father_known="perhaps", purpose="magic")
    with pytest.raises(Incomplete) as refused:
        services.send_submission(by=author, draft_reference=draft.reference, version=draft.version, content=wrong)
    assert [(one.page, one.field) for one in refused.value.problems] == [
        ("children/2", "given_name"),
        ("family", "father_known"),
        ("request", "purpose"),
    ]
    assert refused.value.problems[0].sentence == "First name must be 100 characters or fewer"
    assert not Submission.objects.exists()


@pytest.mark.django_db
def test_numbers_are_stored_as_the_form_stores_them() -> None:
    build.make_mash()
    author = build.make_practitioner()
    draft = build.make_draft(author)
    details = ChildDetails(
        "Example", "Ada", birth_date=date(2017, 3, 27), address="1 Street", postcode="cr01ea", ethnicity="WBRI"
    )
    told = build.content()
    told = replace(told, children=[replace(told.children[0], details=replace(details, nhs_number="943 476 5919"))])
    sent = services.send_submission(by=author, draft_reference=draft.reference, version=draft.version, content=told)
    child = sent.children.get()
    assert (child.nhs_number, child.postcode) == ("9434765919", "CR0 1EA")


def test_a_notice_asks_less_than_the_form_and_every_other_way_asks_as_much() -> None:
    assert {channel for channel in Channel if checking.asked_by(channel) is checking.Asked.NOTICE} == {
        Channel.BATCH,
        Channel.STEP_UP,
        Channel.PUBLIC,
        Channel.TELEPHONE,
        Channel.EMAIL,
        Channel.TRANSFER,
    }
    bare = build.content(father_known="unknown")
    bare = replace(bare, concern=replace(bare.concern, working_well="", tried_already="", child_voice=""))
    assert problems(bare, asked=checking.Asked.NOTICE) == []
    assert len(problems(bare)) == 4


def test_the_days_on_which_a_birth_can_be_expected_are_counted_by_one_rule() -> None:
    edge = clock.today() + timedelta(days=305)
    unborn = ChildDetails("Example", expected_delivery_date=edge, address="1 Street")
    told = build.content()
    assert problems(replace(told, children=[replace(told.children[0], details=unborn)])) == []


def test_every_page_of_the_form_has_its_words_in_the_rules() -> None:
    pages = {key.partition(".")[0] for key in (*MISSING, *MOST)}
    assert {section.code for section in SECTIONS} - {"children", "documents"} <= pages
    assert all(len(code) <= 4 for code, _words in ETHNICITIES)
