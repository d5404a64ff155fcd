"""A file of reference data, and whether it is only checked."""

from typing import Final

from foundation.design.forms import ChoiceField, PortalForm

CHECK: Final = "check"


class FileForm(PortalForm):
    """What is done with a file; which file it is, each page says in `file`."""

    act = ChoiceField(
        label="What do you want to do?",
        choices=[(CHECK, "Check it only"), ("import", "Bring it in")],
        choice_hints={CHECK: "Nothing is changed. You see what would become of each row."},
        required_message="Select whether to check it or to bring it in",
    )
    field_order = ["file", "act"]
