"""The description of the interface is what it does: fuzzed from it, nothing breaks, and every answer is one it names."""

import json
import string
from datetime import date, time
from functools import cache
from itertools import count
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from referrals.api.description import bodies, operations, schema
from referrals.models.harms import WORRIES
from tests.referrals import build, systems

WITHDRAWAL = "#/components/schemas/WithdrawalRequest"
TEXT = st.text(max_size=30) | st.text(string.printable, max_size=30) | st.just("x" * 20_001) | st.just("\ud800") | st.just("\x00")
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


KEYS = count(1)
QUESTION_KEYS = st.sampled_from(["known", "what", "signs", "since"]) | st.text(max_size=8)


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    for one in (part, *part.get("allOf", ()), *part.get("oneOf", ())):
        if "$ref" in one:
            return dict(schema()["components"]["schemas"][one["$ref"].rpartition("/")[2]])
    return part


def values(part: dict[str, Any]) -> st.SearchStrategy[Any]:
    """What the description says may be sent here, with something else now and then."""
    return st.one_of(*[_as_described(resolved(part))] * 6, JUNK)


def _as_described(part: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "enum" in part:
        return st.sampled_from(part["enum"])
    if "oneOf" in part:
        return st.one_of(*[_as_described(resolved(one)) for one in part["oneOf"]])
    kinds = part.get("type")
    kind = next(one for one in kinds if one != "null") if isinstance(kinds, list) else kinds
    match kind, part.get("format"):
        case "object", _:
            names = part.get("properties", {})
            if isinstance(part.get("additionalProperties"), dict):
                return st.dictionaries(QUESTION_KEYS, values(part["additionalProperties"]), max_size=3)
            needed = {name: values(names[name]) for name in part.get("required", ())}
            return st.fixed_dictionaries(needed, optional={name: values(names[name]) for name in names if name not in needed})
        case "array", _:
            return st.lists(values(part["items"]), max_size=3)
        case _, "date":
            return st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(str)
        case _, "time":
            return st.times(time(0), time(23, 59)).map(lambda at: f"{at:%H:%M}")
        case "integer", _:
            return st.integers(-1, 5)
        case "boolean", _:
            return st.booleans()
    return st.text(max_size=40)


@cache
def referrals() -> st.SearchStrategy[Any]:
    """Bodies as described, and a good one of which a page is replaced by such a page."""
    described = resolved({"$ref": "#/components/schemas/ReferralRequest"})
    pages = described["properties"]
    changed = st.sampled_from(sorted(pages)).flatmap(
        lambda name: values(pages[name]).map(lambda page: systems.referral(**{name: page}))
    )
    return st.one_of(values(described), changed, changed)


def allowed_answers(path: str, method: str) -> dict[int, Any]:
    found = schema()["paths"][path][method]["responses"]
    return {int(code): answer["content"] for code, answer in found.items()}


def check(response: Any, path: str, method: str) -> None:
    """The answer is one that the description names, in its type and shape."""
    answers = allowed_answers(path, method)
    assert response.status_code in answers, (response.status_code, response.content)
    content = answers[response.status_code][response["Content-Type"]]["schema"]
    whole = {**content, "components": schema()["components"]}
    Draft202012Validator(json.loads(json.dumps(whole))).validate(json.loads(response.content))


@pytest.fixture
def token(db: None) -> str:
    build.make_mash()
    return systems.connect(per_minute=600)[1]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_is_sent_is_answered_as_described(token: str, data: st.DataObject) -> None:
    body = data.draw(referrals())
    response = systems.send(token, json.dumps(body), f"record-{next(KEYS):06d}")
    check(response, "/api/v1/referrals", "post")
    if response.status_code == 201:
        reference = json.loads(response.content)["reference"]
        read = systems.ask(token, "GET", f"/api/v1/referrals/{reference}")
        check(read, "/api/v1/referrals/{reference}", "get")


@cache
def amendments() -> st.SearchStrategy[Any]:
    """Bodies as described, and such as hold one page with what an amendment must say."""
    described = resolved({"$ref": "#/components/schemas/AmendmentRequest"})
    pages = described["properties"]
    one_page = st.sampled_from([name for name in pages if name not in ("seen", "reason")]).flatmap(
        lambda name: values(pages[name]).map(lambda page: {"seen": 1, "reason": "The nurse told us", name: page})
    )
    good = st.sampled_from([name for name in pages if name in systems.REFERRAL]).flatmap(
        lambda name: st.just({"seen": 1, "reason": "The nurse told us", name: systems.REFERRAL[name]})
    )
    child = st.sampled_from(systems.REFERRAL["children"]).map(lambda told: {"seen": 1, "reason": "A brother", "new_child": told})
    return st.one_of(values(described), one_page, one_page, good, child)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_is_sent_to_change_a_referral_is_answered_as_described(token: str, data: st.DataObject) -> None:
    reference = json.loads(systems.send(token, systems.referral(), "record-changed").content)["reference"]
    for path, bodies_sent in (("amendments", amendments()), ("withdrawal", values({"$ref": WITHDRAWAL}))):
        body = data.draw(bodies_sent)
        key = {"Idempotency-Key": f"change-{next(KEYS):06d}"}
        answer = systems.ask(token, "POST", f"/api/v1/referrals/{reference}/{path}", json.dumps(body), headers=key)
        check(answer, f"/api/v1/referrals/{{reference}}/{path}", "post")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(worries=st.lists(st.sampled_from(list(WORRIES)) | st.text(max_size=5), max_size=3))
@example(worries=["\x00"])
def test_whatever_questions_are_asked_for_the_answer_is_as_described(token: str, worries: list[str]) -> None:
    answer = systems.ask(token, "GET", f"/api/v1/question-sets?{urlencode({'worry': worries}, doseq=True, errors='replace')}")
    check(answer, "/api/v1/question-sets", "get")


@pytest.mark.django_db
def test_a_good_referral_is_as_described_and_is_taken() -> None:
    build.make_mash()
    described = {"$ref": "#/components/schemas/ReferralRequest", "components": schema()["components"]}
    Draft202012Validator(described).validate(systems.referral())
    check(systems.send(systems.connect()[1], systems.referral()), "/api/v1/referrals", "post")


def test_every_address_names_its_refusals_and_asks_for_a_token() -> None:
    assert len(operations()) >= 3
    for methods in schema()["paths"].values():
        for operation in methods.values():
            assert operation["security"] == [{"token": []}]
            assert {"400", "401", "403", "429"} <= set(operation["responses"])


@pytest.mark.django_db
def test_the_page_for_people_says_all_that_can_be_sent() -> None:
    page = Client().get("/api/v1/").content.decode()
    for body in bodies():
        assert f'id="{body["name"]}"' in page
        for answer in body["answers"]:
            assert f">{answer['name']}</code>" in page
    machine = Client().get("/api/v1/openapi.json")
    assert json.loads(machine.content) == json.loads(json.dumps(schema()))
