"""What is personal in each table, and how long its rows live."""

from django.db.models import Model

from foundation.belonging import record_kinds
from foundation.privacy import RULES, PrivacyStatement, models_of_the_house
from portal.reference.markdown import page, table


def privacy() -> str:
    """The rules of keeping, and each model with its rule and its personal fields by category."""
    rules = [(f"`{code}`", words) for code, words in RULES.items()]
    rows = [(model._meta.label, f"`{_statement(model).keep}`", _personal(model)) for model in models_of_the_house()]
    kinds = [(f"`{kind}`", model._meta.label, f"`{_statement(model).keep}`") for kind, model in record_kinds().items()]
    return page(
        "Privacy and retention",
        "Each model says what is personal in it and how long its rows live.",
        "## How long",
        table(("rule", "kept"), rules),
        "## Kinds of record",
        "Answers, requests, handovers and files belong to a record of one of these kinds, and are kept as long as it is.",
        table(("kind", "model", "rule"), sorted(kinds)),
        "## Models",
        table(("model", "rule", "personal fields"), sorted(rows)),
    )


def _statement(model: type[Model]) -> PrivacyStatement:
    statement: PrivacyStatement = model.Privacy  # type: ignore[attr-defined]  # every model has one: a test sees to it
    return statement


def _personal(model: type[Model]) -> str:
    return "; ".join(f"{category}: {', '.join(fields)}" for category, fields in _statement(model).personal.items())
