"""What the database holds of every act: a moment and who acted come together, or not at all."""

from django.db.models import CheckConstraint, Q


def acted(model: str, act: str) -> CheckConstraint:
    """The constraint that `<act>_at` and `<act>_by` of a model are both there or both empty."""
    at, by = f"{act}_at", f"{act}_by"
    return CheckConstraint(
        name=f"{model}_{act}_at_and_by",
        condition=Q(**{f"{at}__isnull": True, by: ""}) | (Q(**{f"{at}__isnull": False}) & ~Q(**{by: ""})),
    )
