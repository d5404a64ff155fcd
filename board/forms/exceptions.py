"""What the exceptions report is asked for."""

from collections.abc import Sequence
from typing import Any

from board.rules import PaperHead
from foundation.design.forms import DateField, LongTextField, PortalForm, SelectField, TextField

HEAD = ("committee", "meets_on", "agenda_item", "lead_officer", "purpose")
Choices = Sequence[tuple[str, str]]


class ExceptionsForm(PortalForm):
    """As at which day, and whose; and what stands at the head of the paper."""

    page = "board.exceptions"

    on = DateField(label="As at", noun="Day", hint="For example, 31 3 2026", required=False, mark_optional=False, not_future=True)
    plan = SelectField(label="Plan", choices=[], empty_label="All", required=False, mark_optional=False)
    agency = SelectField(label="Lead agency", choices=[], empty_label="All", required=False, mark_optional=False)
    committee = TextField(label="To", hint="The committee", noun="To", required=False, mark_optional=False, max_length=150)
    meets_on = DateField(
        label="Date of the meeting",
        noun="Date of the meeting",
        hint="For example, 8 12 2026",
        required=False,
        mark_optional=False,
    )
    agenda_item = TextField(label="Agenda item", required=False, mark_optional=False, max_length=20)
    lead_officer = TextField(label="Lead officer", required=False, mark_optional=False, max_length=150)
    purpose = LongTextField(
        label="Purpose", hint="Nothing about a child", rows=3, required=False, mark_optional=False, max_length=500
    )

    def __init__(self, *args: Any, agencies: Choices, plans: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select
        self.fields["plan"].choices = plans  # type: ignore[attr-defined]  # a select

    @property
    def head(self) -> PaperHead:
        """What was typed for the head of the paper and can be printed."""
        return PaperHead(**{name: self.cleaned_data[name] for name in HEAD if self.cleaned_data.get(name)})
