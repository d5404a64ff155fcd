"""What the MASH fills in about its questions to agencies."""

from foundation.design.forms import LongTextField, PortalForm


class WithdrawForm(PortalForm):
    """Why a question is taken back."""

    page = "referrals.withdraw_check"

    reason = LongTextField(
        label="Why do you withdraw it?",
        hint="For example, it was meant for another agency. The agency reads this.",
        noun="The reason",
        rows=3,
        max_length=2000,
        required_message="Enter why you withdraw the question",
    )
