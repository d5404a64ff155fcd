"""What is filled in about an element of the statutory checklist."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import ChoiceField, LongTextField, PortalForm, SelectField
from reporting.models import ElementAnswer

State = ElementAnswer.State


class ElementForm(PortalForm):
    """How far an element is, and what shows it."""

    page = "reporting.element"
    requires = {
        ("state", State.DRAFTED): ["owner"],
        ("state", State.EVIDENCED): ["evidence", "owner"],
        ("state", State.SIGNED_OFF): ["evidence", "owner"],
        ("state", State.NOT_APPLICABLE): ["reason"],
    }

    state = ChoiceField(
        label="How far is it?",
        choices=State.choices,
        reveal={State.NOT_APPLICABLE: ["reason"]},
        required_message="Select how far it is",
    )
    reason = LongTextField(
        label="Why does it not apply?", noun="Reason", rows=3, max_length=1000, required_message="Enter why it does not apply"
    )
    section = SelectField(
        label="In which chapter does it stand?", choices=[], empty_label="Not chosen", required=False, mark_optional=False
    )
    evidence = LongTextField(
        label="What shows it?",
        hint="Figures, audits, returns, decisions. It is printed at the end of the report.",
        noun="Evidence",
        rows=4,
        max_length=2000,
        required_message="Enter what shows it",
    )
    owner = SelectField(
        label="Which agency looks after it?",
        choices=[],
        empty_label="Nobody yet",
        required_message="Select which agency looks after it",
    )

    def __init__(self, *args: Any, owners: Sequence[tuple[str, str]], sections: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = owners  # type: ignore[attr-defined]  # a select
        self.fields["section"].choices = list(sections)  # type: ignore[attr-defined]  # a select
