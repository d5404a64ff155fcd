"""What is filled in about the shared vocabulary."""

from collections.abc import Sequence
from typing import Any

from board.models import Theme
from foundation.design.forms import ChoiceField, LongTextField, ManyChoiceField, PortalForm, TextField


class ThemeForm(PortalForm):
    """What a theme is called, and what belongs to it."""

    page = "board.change_theme"

    name = TextField(label="What is the theme called?", noun="Name", max_length=120, required_message="Enter the theme’s name")
    note = LongTextField(label="What belongs to it?", noun="What belongs to it", rows=3, max_length=1000, required=False)


class NewThemeForm(ThemeForm):
    """A new theme."""

    page = "board.new_theme"

    code = TextField(
        label="What is its code?",
        noun="Code",
        hint="Letters and numbers, such as F12. It is never used again for another",
        width=10,
        max_length=12,
        required_message="Enter the theme’s code",
    )
    kind = ChoiceField(
        label="To which group does it belong?",
        choices=Theme.Kind.choices,
        choice_hints={
            "message": "What staff should take from it, such as “ask who else lives at home”",
            "factor": "What makes life harder or safer for a child, such as domestic abuse",
            "feature": "How agencies worked, such as sharing information",
        },
        required_message="Select to which group it belongs",
    )
    field_order = ["code", "kind", "name", "note"]


class RetireThemeForm(PortalForm):
    """Why a theme is used no more."""

    page = "board.retire_theme"

    reason = LongTextField(
        label="Why is it retired?",
        hint="Actions that have it keep it",
        rows=3,
        max_length=1000,
        required_message="Enter why the theme is retired",
    )


class TagForm(PortalForm):
    """What an action is about."""

    page = "board.tag_action"

    themes = ManyChoiceField(label="Which themes is it about?", noun="Themes", choices=[], required=False, mark_optional=False)

    def __init__(self, *args: Any, themes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["themes"].choices = themes  # type: ignore[attr-defined]  # a choice
