"""How actions stand: rating, lateness and who can be asked, said once for every list, page and number."""

from datetime import date
from string import Formatter
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, CharField, DateField, ExpressionWrapper, F, Func, Q, QuerySet, Value
from django.db.models.sql.compiler import SQLCompiler

from board.models import Action
from board.rules import LATE_SQL, RATING_SQL, UNDER_WAY

CHASABLE = Q(state__in=UNDER_WAY, owner__isnull=False) & (Q(owner_left=False) | Q(lead_here=True))
"""Of actions with their owner annotated (`board.selectors.owners`) those about which somebody can be asked: the owner, or a lead
of the agency once they have left."""


class Rule(Func):
    """A fragment of `board.rules` with its names filled in from expressions."""

    def __init__(self, fragment: str, output_field: Any, **named: Any) -> None:
        self.fragment, self.names = fragment, tuple(named)
        super().__init__(*named.values(), output_field=output_field)

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_given: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """The fragment, each name as often as it stands in it."""
        compiled = dict(zip(self.names, map(compiler.compile, self.get_source_expressions()), strict=True))
        parts: list[str] = []
        params: list[Any] = []
        for text, name, _spec, _conversion in Formatter().parse(self.fragment):
            parts.append(text)
            if name:
                parts.append(compiled[name][0])
                params.extend(compiled[name][1])
        return "".join(parts), params


def with_rating(actions: QuerySet[Action], today: date) -> QuerySet[Any]:
    """Annotate `rating` and `is_late` as `board.rules` gives them on a day; a property test holds them together."""
    day = Value(today, output_field=DateField())
    state, due_on = F("state"), F("due_on")
    return actions.annotate(
        rating=Rule(
            RATING_SQL,
            CharField(),
            state=state,
            due_on=due_on,
            amber_from=F("amber_from"),
            red_from=F("red_from"),
            has_recovery_plan=ExpressionWrapper(~Q(recovery_plan=""), output_field=BooleanField()),
            overruled=F("overruled_rating"),
            overruled_until=F("overruled_until"),
            today=day,
        ),
        is_late=Rule(LATE_SQL, BooleanField(), state=state, due_on=due_on, today=day),
    )
