"""Whether the family agreed, and whether they know."""

from foundation.design.forms import CheckboxField, ChoiceField, DateField, LongTextField, TextField, YesNoField
from referrals.forms.refer.base import PageForm
from referrals.models.codes import ConsentReason, ConsentStatus
from referrals.rules.questions import MISSING, MOST

REASONS = [choice for choice in ConsentReason.choices if choice[0] != ConsentReason.DUTY_TO_NOTIFY]
"""Why a person who refers did not ask; a notice that the law asks for comes by other ways."""


class ConsentForm(PageForm):
    """Consent never decides whether a child is protected; not saying how it stands is what goes wrong."""

    page = "refer.consent"
    consent_status = ChoiceField(
        label="Did the family agree to this referral?",
        choices=[
            (ConsentStatus.GIVEN, "I asked, and they agreed"),
            (ConsentStatus.REFUSED, "I asked, and they refused"),
            (ConsentStatus.NOT_SOUGHT, "I did not ask"),
        ],
        reveal={
            ConsentStatus.GIVEN: ["given_by", "given_on"],
            ConsentStatus.REFUSED: ["refused_by", "refused_because"],
            ConsentStatus.NOT_SOUGHT: ["reason", "reason_details"],
        },
        required_message=MISSING["consent.consent_status"],
    )
    given_by = TextField(
        label="Who agreed?",
        hint="Their name, and what they are to the child. A young person who understands may agree for themselves.",
        noun="Who agreed",
        required_message=MISSING["consent.given_by"],
        max_length=MOST["consent.given_by"],
    )
    given_on = DateField(
        label="When?", noun="The day on which they agreed", not_future=True, required_message=MISSING["consent.given_on"]
    )
    refused_by = TextField(
        label="Who refused?",
        noun="Who refused",
        required_message=MISSING["consent.refused_by"],
        max_length=MOST["consent.refused_by"],
    )
    refused_because = LongTextField(
        label="What did they say?", rows=3, max_length=MOST["consent.refused_because"], required=False
    )
    reason = ChoiceField(label="Why did you not ask?", choices=REASONS, small=True, required_message=MISSING["consent.reason"])
    reason_details = LongTextField(
        label="Tell us more",
        noun="Why you did not ask",
        rows=3,
        max_length=MOST["consent.reason_details"],
        required_message=MISSING["consent.reason_details"],
    )
    family_told = YesNoField(
        label="Does the family know that you are sending this?",
        reveal={"no": ["family_not_told_reason"]},
        required_message=MISSING["consent.family_told"],
    )
    family_not_told_reason = LongTextField(
        label="Why do they not know?",
        noun="Why the family does not know",
        rows=3,
        max_length=MOST["consent.family_not_told_reason"],
        required_message=MISSING["consent.family_not_told_reason"],
    )


class DeclarationForm(PageForm):
    """The last page before sending."""

    page = "refer.declaration"
    declared = CheckboxField(
        label="What I have written is true as far as I know, and I have said what is fact and what is opinion",
        required_message="Tick the box to confirm what you have written",
    )
