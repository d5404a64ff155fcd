"""Keeping count of which questions are answered in a way that the form refuses; never of what was answered."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

from django.db import connection, transaction
from django.db.models import Sum

from foundation import clock
from foundation.models.failures import ValidationFailure

DAYS_SHOWN: Final = 30
ROWS_SHOWN: Final = 200
_ROW_OF_A_LIST = re.compile(r"[-_]?\d+$")

COUNT = """
    INSERT INTO foundation_validationfailure AS kept (day, page, field, code, times) VALUES (%s, %s, %s, %s, 1)
    ON CONFLICT (day, page, field, code) DO UPDATE SET times = kept.times + 1
"""


def keep(page: str, field: str, code: str) -> None:
    """Count one refused answer once the running transaction is committed: the request meets neither its lock nor its failure."""
    transaction.on_commit(partial(_count, page, field, code), robust=True)


def _count(page: str, field: str, code: str) -> None:
    """One row a day for a page, a field and a reason; many processes may count at once.

    The number at the end of a field that stands once for each row of a list is left out: it may be a person's.
    """
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [clock.today(), page[:100], _ROW_OF_A_LIST.sub("", field)[:60], code[:40]])


@dataclass(frozen=True)
class RefusedAnswers:
    """How often one question was answered in a way that its form refused; reasons by code, the most frequent first."""

    page: str
    field: str
    times: int
    reasons: tuple[tuple[str, int], ...]


def refused_answers(days: int = DAYS_SHOWN) -> tuple[RefusedAnswers, ...]:
    """The questions refused in the last so many days, today included, most often refused first. Nobody's answers, no persons."""
    first = clock.today() - timedelta(days=days - 1)
    counts = (
        ValidationFailure.objects.filter(day__gte=first)
        .values_list("page", "field", "code")
        .annotate(total=Sum("times"))
        .order_by("-total", "code")
    )
    reasons: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for page, field, code, total in counts:
        reasons[page, field].append((code, total))
    rows = [RefusedAnswers(page, field, sum(n for _, n in each), tuple(each)) for (page, field), each in reasons.items()]
    return tuple(sorted(rows, key=lambda row: (-row.times, row.page, row.field))[:ROWS_SHOWN])
