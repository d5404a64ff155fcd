"""A file with police notifications."""

from foundation.design.forms import FileField, PortalForm


class NoticesForm(PortalForm):
    """The file."""

    page = "notices"
    file = FileField(
        label="The file with the notifications",
        noun="The file",
        hint="CSV or Excel (.xlsx), with the headings of the list on this page and one row for each child.",
        required_message="Select a file",
    )
