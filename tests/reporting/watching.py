"""Indicators, and values that were asked for, made by the services of the house."""

from datetime import date
from decimal import Decimal
from typing import Any

from accounts.models import Agency
from reporting.models import Indicator, ReturnedValue, ValueAsked
from reporting.services.indicator_values import ask_for_values
from reporting.services.indicators import define_indicator, watch_figure
from tests.factories import make_agency
from tests.reporting.conftest import SYSTEM

QUARTER = "Q2 2026-27"
DUE = date(2026, 12, 18)
ABSENCE: dict[str, Any] = {
    "title": "Children persistently absent", "meaning": "Children who missed a tenth of school and more.", "unit": "children",
    "value_kind": "count", "disclosure": "people", "every": "quarter", "period_kind": "financial", "better": "lower",
}  # fmt: skip


def watched(code: str = "contacts.received", **given: Any) -> Indicator:
    """A figure that the portal counts, watched every quarter unless told otherwise."""
    return watch_figure(by=SYSTEM, code=code, **{"every": "quarter", "better": "neither", **given})


def defined(code: str = "absence.persistent", owner: Agency | None = None, **given: Any) -> Indicator:
    """An indicator that an agency returns."""
    owner = owner or make_agency("education")
    return define_indicator(by=SYSTEM, code=code, owner=owner.code, **{**ABSENCE, **given})


def asked_for(indicator: Indicator | None = None, period: str = QUARTER) -> ValueAsked:
    """A value that its owner was asked for."""
    indicator = indicator or defined()
    found = ask_for_values(by=SYSTEM, period=period, period_kind=indicator.period_kind, due_on=DUE)
    return next(one for one in found if one.indicator == indicator)


def was_returned(code: str, period: str, value: int | Decimal, **given: Any) -> ReturnedValue:
    """A value that came some time ago."""
    from foundation import clock

    told = {"period_kind": "financial", "source": "Register", "received_at": clock.now(), "received_by": "P-1", **given}
    return ReturnedValue.objects.create(code=code, period=period, value=value, **told)
