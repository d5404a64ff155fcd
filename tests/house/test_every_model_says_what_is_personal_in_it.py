"""Rule 7: each model names its personal fields by category, and how long its rows live."""

from typing import Any

import pytest
from django.db import models

from foundation.privacy import CATEGORIES, RULES, models_of_the_house

MODELS = sorted(models_of_the_house(), key=lambda model: model._meta.label)
EMPTIED = (models.JSONField, models.ForeignKey, models.BooleanField)  # become {}, the scrubbed record, False


def own_statement(model: type[models.Model]) -> Any:
    """The statement of the model itself or of the abstract model from which it inherits; never that of a concrete parent."""
    return getattr(model, "Privacy", None)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_it_has_a_statement_with_known_categories_and_rule(model: type[models.Model]) -> None:
    statement = own_statement(model)
    assert statement is not None, f"{model._meta.label} has no class Privacy."
    assert set(statement.personal) <= set(CATEGORIES)
    assert statement.keep in RULES


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_it_names_fields_that_exist_each_once(model: type[models.Model]) -> None:
    named = [field for fields in own_statement(model).personal.values() for field in fields]
    existing = {field.name for field in model._meta.get_fields()}
    assert set(named) <= existing
    assert len(named) == len(set(named))
    assert set(getattr(own_statement(model), "scrub", {})) <= existing


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_a_scrubbed_field_can_be_emptied_or_says_what_it_becomes(model: type[models.Model]) -> None:
    statement = own_statement(model)
    scrub = getattr(statement, "scrub", {})
    for names in statement.personal.values():
        for name in names:
            field = model._meta.get_field(name)
            assert isinstance(field, models.Field)
            empties = field.null or field.empty_strings_allowed or isinstance(field, EMPTIED)
            assert empties or name in scrub, f"{model._meta.label}.{name} needs a value in scrub."
