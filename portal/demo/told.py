"""What a referrer answered, question by question, as the form of the portal asks it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from referrals.forms.refer import read_draft, wording_of
from referrals.models import Draft
from referrals.rules.submission import AnsweredSection

Typed = dict[str, list[str]]
PAGES = ("danger", "about", "children", "people", "family", "concern", "request", "consent")
"""In the order in which they are asked."""


@dataclass(frozen=True)
class PersonTold:
    """Somebody of the household, as the referrer names them."""

    kind: str
    name: str
    relationship: str
    household: str
    responsibility: str


def answers_of(
    submission: Mapping[str, Any], children: Sequence[Mapping[str, Any]], people: Sequence[PersonTold]
) -> list[AnsweredSection]:
    """Every question in its words with its answer, from the columns of the submission and of its children."""
    alike: dict[str, Typed] = {
        "danger": {"immediate_danger": ["yes" if submission["immediate_danger"] else "no"]},
        "about": {name: [submission[f"referrer_{name}"]] for name in ("name", "role", "telephone", "email", "relation")},
        "family": _as_typed(submission, "father_known", "father_unknown_reason", "other_carers"),
        "request": _as_typed(submission, "purpose", "referrer_level"),
    }
    own: dict[str, Typed] = {
        **{f"children/{place}": _child(child) for place, child in enumerate(children, start=1)},
        **{f"people/{place}": _person(person, len(children)) for place, person in enumerate(people, start=1)},
        "concern": _concern(submission),
        "consent": _consent(submission),
    }
    if alike["family"]["father_known"] != ["yes"]:
        alike["family"]["father_known"] = ["no"]
    found = _judged(own)
    for page, typed in alike.items():
        found += _of_many(page, tuple((name, tuple(values)) for name, values in typed.items()))
    return sorted(found, key=lambda section: PAGES.index(section["section"].partition("/")[0]))


def _judged(pages: Mapping[str, Typed]) -> list[AnsweredSection]:
    return wording_of(read_draft(Draft(answers={key: {"typed": typed} for key, typed in pages.items()})))


@cache
def _of_many(page: str, typed: tuple[tuple[str, tuple[str, ...]], ...]) -> list[AnsweredSection]:
    """A page that many forms answer alike, judged once."""
    return _judged({page: {name: list(values) for name, values in typed}})


def _as_typed(columns: Mapping[str, Any], *names: str) -> Typed:
    return {name: [str(columns[name])] for name in names if columns.get(name)}


def _day(name: str, day: date | None) -> Typed:
    parts = (("day", day.day), ("month", day.month), ("year", day.year)) if day else ()
    return {f"{name}-{part}": [str(value)] for part, value in parts}


def _child(child: Mapping[str, Any]) -> Typed:
    return {
        "born": ["yes" if child.get("birth_date") else "no"],
        **_day("birth_date", child.get("birth_date")),
        **_day("expected_delivery_date", child.get("expected_delivery_date")),
        **_as_typed(child, "sex", "given_name", "family_name", "address", "postcode", "ethnicity", "school"),
    }


def _person(person: PersonTold, children: int) -> Typed:
    typed = {"kind": [person.kind], "name": [person.name], "lives_in_household": [person.household]}
    for number in range(1, children + 1):
        typed |= {f"relation_{number}": [person.relationship], f"responsibility_{number}": [person.responsibility]}
    return typed


def _concern(submission: Mapping[str, Any]) -> Typed:
    return {
        **_as_typed(submission, "worries", "working_well", "tried_already", "child_voice", "child_voice_missing_reason"),
        **_day("aware_on", submission["aware_on"]),
        "spoken": ["yes" if submission["child_voice"] else "no"],
    }


def _consent(submission: Mapping[str, Any]) -> Typed:
    return {
        **_as_typed(submission, "consent_status", "family_told", "family_not_told_reason"),
        "given_by": [submission["consent_given_by"]],
        "given_right": [submission["consent_by_right"]],
        "scope": list(submission["consent_scope"]),
        "recorded": [submission["consent_recorded"]],
        "refused_by": [submission["consent_given_by"]],
        "refused_right": [submission["consent_by_right"]],
        "refusal_told": [submission["consent_refusal_told"]],
        "refused_because": [submission["consent_details"]],
        **_day("given_on", submission["consent_on"]),
        "reason": [submission["consent_reason"]],
        "reason_details": [submission["consent_details"]],
    }
