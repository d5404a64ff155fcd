"""What is filled in about, and by, the owner of an action who has no account."""

from board.forms.judging import UpdateForm
from foundation.design.forms import EmailField, PortalForm, TextField


class SealActionForm(PortalForm):
    """Who is let in, and to which address the link goes."""

    page = "board.seal_action"

    name = TextField(label="Who owns the action?", noun="Name", max_length=150, required_message="Enter who is let in")
    email = EmailField(
        label="Their email address at work",
        hint="The link alone opens nothing. You tell them the code by telephone.",
        required_message="Enter their email address at work",
    )


class SealedUpdateForm(UpdateForm):
    """The one progress note of an owner without an account."""

    page = "board.sealed_update"
