"""How actions stand and how they stood on a day: state, date, rating, lateness and who can be asked, said once for all lists."""

from datetime import date
from string import Formatter
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    DateField,
    ExpressionWrapper,
    F,
    FilteredRelation,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.db.models.sql.compiler import SQLCompiler

from board.models import Action, ActionPast
from board.rules import LATE_SQL, RATING_SQL, UNDER_WAY
from foundation import clock
from foundation.calendar import end_of_day

CHASABLE = Q(state__in=UNDER_WAY) & (Q(owner__isnull=False) & (Q(owner_left=False) | Q(lead_here=True)) | Q(other_here=True))
"""Of actions with their owners annotated (`board.selectors.owners`) those about which somebody can be asked: the owner, or a lead
of the agency once they have left; or whoever owns it too."""


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


_PLANNED = ExpressionWrapper(~Q(recovery_plan=""), output_field=BooleanField())
_NOW: dict[str, Any] = {
    **{name: F(name) for name in ("state", "due_on", "amber_from", "red_from", "overruled_until")},
    "has_recovery_plan": _PLANNED,
    "overruled": F("overruled_rating"),
}
"""What the rules' fragments speak of, in the action as it stands."""
_THEN: dict[str, Any] = {
    **{name: Coalesce(f"before__{name}", name) for name in ("state", "due_on", "amber_from", "red_from")},
    "has_recovery_plan": Coalesce("before__has_recovery_plan", _PLANNED),
    "overruled": Coalesce("before__overruled_rating", "overruled_rating"),
    "overruled_until": Case(When(before__isnull=True, then=F("overruled_until")), default=F("before__overruled_until")),
}
"""The same in the action as it stood: `before` is how it stood until it changed after the day; nothing where it did not."""


def with_rating(actions: QuerySet[Action], today: date) -> QuerySet[Any]:
    """Annotate `rating` and `is_late` as `board.rules` gives them on a day; a property test holds them together."""
    return _rated(actions, _NOW, today)


def as_they_stand(actions: QuerySet[Action], today: date) -> QuerySet[Any]:
    """How actions stand, under the names of `as_stood`."""
    found: QuerySet[Any] = _rated(actions, _NOW, today).annotate(stood=F("state"), due=F("due_on"), led_by=F("agency_id"))
    return found


def as_stood(actions: QuerySet[Action], day: date) -> QuerySet[Any]:
    """How actions stood at the end of a day: `stood` (their state), `due`, `led_by` (the agency's id), `rating` and `is_late`.

    What was added later is not there. The figures of a day are counted alike, and a property test holds the two together.
    """
    if day >= clock.today():
        return as_they_stand(actions, day)
    after = ActionPast.objects.filter(action=OuterRef("pk"), stood_until__gt=end_of_day(day)).order_by("stood_until", "id")
    there = actions.filter(added_on__lte=day).annotate(
        before=FilteredRelation("past", condition=Q(past__pk=Subquery(after.values("pk")[:1])))
    )
    led_by = Coalesce("before__agency_id", "agency_id")
    found: QuerySet[Any] = _rated(there, _THEN, day).annotate(stood=_THEN["state"], due=_THEN["due_on"], led_by=led_by)
    return found


def _rated(actions: QuerySet[Any], named: dict[str, Any], today: date) -> QuerySet[Any]:
    day = Value(today, output_field=DateField())
    late = {name: named[name] for name in ("state", "due_on")}
    rated: QuerySet[Any] = actions.annotate(
        rating=Rule(RATING_SQL, CharField(), **named, today=day),
        is_late=Rule(LATE_SQL, BooleanField(), **late, today=day),
    )
    return rated
