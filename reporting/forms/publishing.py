"""What is filled in about publishing an edition and sending it."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import ChoiceField, DateField, EmailField, LongTextField, PortalForm, TextField
from reporting.models import Dispatch

How = Dispatch.How


class WithdrawForm(PortalForm):
    """Why a published edition is taken back."""

    page = "reporting.withdraw_publication"

    reason = LongTextField(
        label="Why is it withdrawn?",
        hint="Everybody who opens its address reads this.",
        noun="Reason",
        rows=4,
        max_length=1000,
        required_message="Enter why it is withdrawn",
    )


class SendForm(PortalForm):
    """To whom the report goes, and how."""

    page = "reporting.send_report"
    requires = {("how", How.EMAIL): ["email"]}

    recipient = TextField(
        label="To whom?", noun="Recipient", max_length=150, required_message="Enter to whom it goes", autocomplete="off"
    )
    how = ChoiceField(
        label="How is it sent?",
        choices=How.choices,
        choice_hints={How.EMAIL: "The portal sends a link now; who follows it can confirm that they have the report."},
        reveal={How.EMAIL: ["email"]},
        required_message="Select how it is sent",
    )
    email = EmailField(label="To which address?", required_message="Enter the address", mark_optional=False)
    sent_on = DateField(
        label="When was it sent?", noun="Day", hint="Where the portal did not send it", not_future=True, required=False
    )

    def __init__(self, *args: Any, usual: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if usual:
            self.fields["recipient"].hint = f"Still to be sent to: {'; '.join(usual)}"  # type: ignore[attr-defined]  # a question


class ReceiptForm(PortalForm):
    """That somebody has the report, written down by hand."""

    page = "reporting.note_receipt"

    received_on = DateField(
        label="When did they say so?", noun="Day", not_future=True, required_message="Enter the day on which they said so"
    )
    note = TextField(label="Who said so, and how?", noun="Note", max_length=200, required_message="Enter who said so")
