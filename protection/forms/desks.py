"""What is asked about the scrutiny panel."""

from typing import Any

from django.conf import settings

from foundation.design.forms import ChoiceField, DateField, LongTextField, PortalForm, SelectField, TextField
from protection.forms.conferences import set_choices
from protection.models import PanelDecision
from protection.rules.panel import codes, title


class PanelFilterForm(PortalForm):
    """What the list of a panel is narrowed to."""

    page = "protection.panel"

    stands = SelectField(
        label="Decision",
        required=False,
        mark_optional=False,
        empty_label="Any",
        choices=[("open", "Still to be decided"), ("decided", "Decided")],
    )
    why = SelectField(label="Why it is here", choices=(), required=False, mark_optional=False, empty_label="Any reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "why", [(code, title(code)) for code in codes(settings.PANEL_THRESHOLDS)])


class PanelForm(PortalForm):
    """When the panel met, and who took part."""

    page = "protection.record_panel"

    held_on = DateField(label="When did the panel meet?", required_message="Enter when the panel met", not_future=True)
    attended = LongTextField(label="Who took part?", required_message="Enter who took part", rows=3, max_length=2_000)


class PanelCaseForm(PortalForm):
    """What the panel decided of a plan."""

    page = "protection.discuss_in_panel"

    presented_by = TextField(label="Who presented the plan?", required_message="Enter who presented the plan", max_length=150)
    discussion = LongTextField(label="What was discussed?", required_message="Enter what was discussed", max_length=4_000)
    decision = ChoiceField(
        label="What did the panel decide?", choices=PanelDecision.choices, required_message="Select what the panel decided"
    )
    drift_reason = LongTextField(label="If the plan drifts, why?", required=False, rows=3, max_length=2_000)
    actions = LongTextField(label="Who does what?", required=False, rows=3, max_length=2_000)
    next_on = DateField(label="When does the panel look at it again?", required=False, in_future=True)
