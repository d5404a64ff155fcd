"""How long what belongs to a record is kept: as long as that record, by the rule of its own model.

A row that speaks of a record by kind and reference (an answer, a request, a file) says `keep = BY_RECORD` in its `Privacy`.
Each app's `keeping.py` holds RECORDS, the model by kind of record; a kind that nobody declares keeps nothing and is refused.
"""

from functools import cache

from django.db.models import Model

from foundation import registry
from foundation.errors import NotVisible
from foundation.privacy import BY_RECORD


@cache
def record_kinds() -> dict[str, type[Model]]:
    """All declared kinds of record, with their models."""
    found: dict[str, type[Model]] = {}
    for _app, module in registry.modules("keeping"):
        for kind, model in module.RECORDS.items():
            if kind in found:
                raise ValueError(f"The kind of record {kind} is declared twice.")
            found[kind] = model
    return found


def model_of_kind(kind: str) -> type[Model]:
    """The model of a kind of record; KeyError with a sentence where no app declares it."""
    try:
        return record_kinds()[kind]
    except KeyError:
        raise KeyError(f"No app says how long a record of the kind {kind} is kept.") from None


def rule_of_record(kind: str, reference: str) -> str:
    """The code of the rule by which a record, and all that belongs to it, is kept.

    A record that belongs to another one itself, such as a request about a contact, is kept as long as that.
    """
    model = model_of_kind(kind)
    rule: str = model.Privacy.keep  # type: ignore[attr-defined]  # every model has one: a test sees to it
    if rule != BY_RECORD:
        return rule
    belongs = model._default_manager.filter(reference=reference).values_list("subject_kind", "subject_reference").first()
    if belongs is None:
        raise NotVisible
    return rule_of_record(*belongs)
