"""What a lead's list of referrals is narrowed to."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from foundation.design.forms import CheckboxField, PortalForm, SelectField


class SentFilterForm(PortalForm):
    """By where they stand, who sent them and when."""

    page = "referrals.agency_referrals"

    state = SelectField(
        label="Where it stands",
        choices=[
            ("waiting", "Waiting for a decision"),
            ("returned", "Returned: something is missing"),
            ("decided", "Decided"),
            ("aside", "Closed without a decision"),
        ],
        empty_label="Any",
        required=False,
        mark_optional=False,
    )
    writer = SelectField(label="Who sent it", choices=[], empty_label="Anybody", required=False, mark_optional=False)
    month = SelectField(label="Sent in", choices=[], empty_label="Any month", required=False, mark_optional=False)
    taken_over = CheckboxField(label="Taken over by me", required=False)

    def __init__(self, *args: Any, writers: Sequence[tuple[str, str]], months: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["writer"].choices = writers  # type: ignore[attr-defined]  # a list
        named = [(f"{month:%Y-%m}", f"{month:%B %Y}") for month in months]
        self.fields["month"].choices = named  # type: ignore[attr-defined]  # a list
