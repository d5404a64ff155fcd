"""Rule 6: constraints are named <model>_<rule>; whoever did something is kept with when, and the two come together."""

import itertools

import pytest
from django.db import connection, models
from django.db.models.constraints import BaseConstraint

from foundation.privacy import models_of_the_house

MODELS = sorted(models_of_the_house(), key=lambda model: model._meta.label)
NOT_BY_AN_ACTOR = {"referrals.Submission.consent_given_by"}  # the name of the parent or young person who consented


def snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() and place else letter.lower() for place, letter in enumerate(name))


def constraints() -> list[tuple[type[models.Model], BaseConstraint]]:
    return [(model, constraint) for model in MODELS for constraint in model._meta.constraints]


@pytest.mark.parametrize(
    ("model", "constraint"), constraints(), ids=lambda thing: getattr(thing, "name", getattr(thing, "__name__", ""))
)
def test_a_constraint_is_named_after_its_model(model: type[models.Model], constraint: BaseConstraint) -> None:
    words = snake(model.__name__).split("_")
    starts = {"_".join(words[first:last]) for last in range(len(words) + 1) for first in range(last)} | {"".join(words)}
    assert any(constraint.name.startswith(f"{start}_") for start in starts), (
        f"{constraint.name} should begin with the name of {model.__name__} or with words of it."
    )


def test_names_of_constraints_and_indexes_are_all_different() -> None:
    names = [thing.name for model in MODELS for thing in (*model._meta.constraints, *model._meta.indexes)]
    repeated = {name for name, group in itertools.groupby(sorted(names)) if len(list(group)) > 1}
    assert repeated == set()


def pairs() -> list[tuple[type[models.Model], str]]:
    found = []
    for model in MODELS:
        names = {field.name for field in model._meta.concrete_fields}
        found += [
            (model, name.removesuffix("_by"))
            for name in sorted(names)
            if name.endswith("_by") and f"{model._meta.label}.{name}" not in NOT_BY_AN_ACTOR
        ]
    return found


@pytest.mark.parametrize(("model", "verb"), pairs(), ids=lambda thing: getattr(thing, "__name__", thing))
def test_whoever_did_something_is_kept_with_when(model: type[models.Model], verb: str) -> None:
    names = {field.name for field in model._meta.concrete_fields}
    assert f"{verb}_at" in names, f"{model._meta.label} keeps {verb}_by but not {verb}_at."


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "verb"), pairs(), ids=lambda thing: getattr(thing, "__name__", thing))
def test_the_database_keeps_the_two_together(model: type[models.Model], verb: str) -> None:
    """Either both are always there, or a check constraint of the table speaks of both."""
    at, by = (model._meta.get_field(f"{verb}_{end}") for end in ("at", "by"))
    assert isinstance(at, models.Field)
    assert isinstance(by, models.Field)
    if not at.null and not by.null and not by.blank:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'c'",
            [f'"{model._meta.db_table}"'],
        )
        rules = [row[0] for row in cursor.fetchall()]
    assert any(f"{at.column} " in rule and f"{by.column}" in rule for rule in rules), (
        f"No check constraint of {model._meta.label} keeps {verb}_at and {verb}_by together."
    )
