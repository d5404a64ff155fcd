"""Whether there is a row, asked of the database so that it looks it up for each row of the question, by an index.

    Plan.objects.filter(child__in=children).filter(looked_up(visible_families(person).filter(pk=OuterRef("family"))) | invited)

`EXISTS` and `IN` say the same. Beside an OR, behind a NOT or in a column, though, the database would often rather gather
everything that fits into a table of its own before it looks at the first row: for a handful of rows it then reads all there are.
"""

from typing import Any

from django.db.models import QuerySet, Subquery
from django.db.models.lookups import IsNull


def looked_up(rows: "QuerySet[Any]") -> IsNull:
    """A condition, or a column of truth: whether there is one of these rows, which name the row of the question (OuterRef)."""
    return IsNull(Subquery(rows.order_by().values("pk")[:1]), False)  # noqa: FBT003  # Django's signature
