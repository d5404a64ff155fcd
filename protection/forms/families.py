"""What people fill in about a family group."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import CheckboxField, LongTextField, ManyChoiceField, PortalForm, SelectField

Choices = Sequence[tuple[str, str]]


class FamilyFilterForm(PortalForm):
    """What the list of families is narrowed to."""

    page = "protection.families"

    whose = SelectField(
        label="Whose",
        required=False,
        mark_optional=False,
        empty_label="My team’s",
        choices=[("mine", "Mine"), ("nobody", "Without a lead social worker")],
    )
    stage = SelectField(
        label="What goes on",
        required=False,
        mark_optional=False,
        empty_label="Anything",
        choices=[
            ("discussion", "Strategy discussion"),
            ("enquiry", "Section 47 enquiry"),
            ("conference", "Conference"),
            ("plan", "Child protection plan"),
        ],
    )
    due = SelectField(
        label="Due", required=False, mark_optional=False, empty_label="Late or not", choices=[("late", "Something is late")]
    )
    work = SelectField(
        label="Finished ones", required=False, mark_optional=False, empty_label="Leave out", choices=[("all", "Show them too")]
    )


class AllocateFamilyForm(PortalForm):
    """Who leads the work with a family."""

    worker = SelectField(
        label="Lead social worker",
        choices=(),
        empty_label="Select a worker",
        hint="The social workers and managers of the team who see this family.",
    )

    def __init__(self, *args: Any, workers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = list(workers)  # type: ignore[attr-defined]  # a select


class CallDiscussionForm(PortalForm):
    """Why a strategy discussion is called, and about whom."""

    children = ManyChoiceField(
        label="Which children is it about?", choices=(), required_message="Select the children that it is about"
    )
    reason = LongTextField(
        label="Why is it called?",
        required_message="Enter why it is called",
        hint="What has happened, and why the children may be suffering significant harm.",
        max_length=4_000,
    )
    urgent = CheckboxField(label="It must be held today", required=False)

    def __init__(self, *args: Any, children: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["children"].choices = list(children)  # type: ignore[attr-defined]  # checkboxes
