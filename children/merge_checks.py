"""What the child's record itself refuses to join."""

from collections.abc import Sequence

from children.models import Child
from foundation.errors import Refused


def different_nhs_numbers(lesser: Sequence[int], greater: Sequence[int]) -> None:
    """Refuse to join children with different NHS numbers: one of the numbers is wrong, or they are two children."""
    numbers = Child.objects.filter(pk__in=[*lesser, *greater]).exclude(nhs_number="").values_list("nhs_number", flat=True)
    if len(set(numbers)) > 1:
        raise Refused(
            "These records have different NHS numbers, so they cannot be joined. If it is one child, one of the numbers is "
            "wrong: ask whoever gave it to check it first."
        )


CHECKS = (different_nhs_numbers,)
