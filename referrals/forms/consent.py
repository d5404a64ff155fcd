"""What the MASH notes about the agreement of a family."""

from foundation.design.forms import ChoiceField, DateField, LongTextField, PortalForm
from referrals.models.codes import LegalBasis
from referrals.rules.questions import MISSING, MOST
from referrals.services.consent import LONGEST_REASON


class OverrideForm(PortalForm):
    """Why the work goes on without the family's agreement."""

    page = "referrals.override_consent"

    basis = ChoiceField(label="On which legal basis?", choices=LegalBasis.choices, required_message="Select the legal basis")
    reason = LongTextField(
        label="Why does the work go on?",
        hint="Say why it is necessary and proportionate, and whether the family is told.",
        noun="The reason",
        rows=5,
        max_length=LONGEST_REASON,
        required_message="Enter why the work goes on without the family’s agreement",
    )


class WithdrawnForm(PortalForm):
    """The family has withdrawn its agreement."""

    page = "referrals.withdrawn_consent"

    withdrawn_on = DateField(
        label="When did they withdraw their agreement?",
        noun="The day on which they withdrew it",
        hint="For example, 17 11 2026",
        not_future=True,
        required_message=MISSING["consent.withdrawn_on"],
    )
    withdrawn_details = LongTextField(
        label="Who withdrew it, and what follows from that?",
        noun="Who withdrew it, and what follows",
        hint="The referrer reads this.",
        rows=4,
        max_length=MOST["consent.withdrawn_details"],
        required_message=MISSING["consent.withdrawn_details"],
    )
