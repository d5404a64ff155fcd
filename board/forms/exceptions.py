"""What the exceptions report is asked for."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import DateField, PortalForm, SelectField

Choices = Sequence[tuple[str, str]]


class ExceptionsForm(PortalForm):
    """As at which day, and whose."""

    page = "board.exceptions"

    on = DateField(label="As at", noun="Day", hint="For example, 31 3 2026", required=False, mark_optional=False, not_future=True)
    plan = SelectField(label="Plan", choices=[], empty_label="All", required=False, mark_optional=False)
    agency = SelectField(label="Lead agency", choices=[], empty_label="All", required=False, mark_optional=False)

    def __init__(self, *args: Any, agencies: Choices, plans: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select
        self.fields["plan"].choices = plans  # type: ignore[attr-defined]  # a select
