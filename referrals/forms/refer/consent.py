"""Whether the family agreed, and whether they know."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    LongTextField,
    ManyChoiceField,
    TextField,
    YesNoField,
)
from referrals.forms.refer.base import PageForm
from referrals.models.codes import ConsentBy, ConsentReason, ConsentRecorded, ConsentScope, ConsentStatus, YesNoUnknown
from referrals.rules.questions import MISSING, MOST

SOMETHING_ELSE = ("no", "No, it is something else")
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
            ConsentStatus.GIVEN: ["given_by", "given_right", "given_on", "scope", "recorded"],
            ConsentStatus.REFUSED: ["refused_by", "refused_right", "refused_because", "refusal_told"],
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
    given_right = ChoiceField(
        label="By which right did they agree?",
        choices=ConsentBy.choices,
        small=True,
        required_message=MISSING["consent.given_right"],
    )
    given_on = DateField(
        label="When?", noun="The day on which they agreed", not_future=True, required_message=MISSING["consent.given_on"]
    )
    scope = ManyChoiceField(
        label="To what did they agree?",
        choices=ConsentScope.choices,
        reveal={ConsentScope.AGENCIES: ["agencies"]},
        small=True,
        required_message=MISSING["consent.scope"],
    )
    agencies = TextField(
        label="Which agencies?",
        noun="Which agencies they agreed to",
        hint="For example: the school nurse, but not the GP.",
        max_length=MOST["consent.agencies"],
        required_message=MISSING["consent.agencies"],
    )
    recorded = ChoiceField(
        label="How is their agreement on record?",
        choices=ConsentRecorded.choices,
        small=True,
        required_message=MISSING["consent.recorded"],
    )
    refused_by = TextField(
        label="Who refused?",
        noun="Who refused",
        required_message=MISSING["consent.refused_by"],
        max_length=MOST["consent.refused_by"],
    )
    refused_right = ChoiceField(
        label="By which right did they refuse?",
        choices=ConsentBy.choices,
        small=True,
        required_message=MISSING["consent.refused_right"],
    )
    refused_because = LongTextField(
        label="What did they say?",
        hint="Their reason, if you know it.",
        rows=3,
        max_length=MOST["consent.refused_because"],
        required=False,
    )
    refusal_told = ChoiceField(
        label="Were they told that you would refer anyway?",
        choices=YesNoUnknown.choices,
        inline=True,
        required_message=MISSING["consent.refusal_told"],
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


class AmendedConsentForm(ConsentForm):
    """How consent stands since it was first told: it may have been withdrawn."""

    withdrawn_on = DateField(
        label="When did they withdraw their agreement?",
        noun="The day on which they withdrew it",
        not_future=True,
        required_message=MISSING["consent.withdrawn_on"],
    )
    withdrawn_details = LongTextField(
        label="Who withdrew it, and what follows from that?",
        noun="Who withdrew it, and what follows",
        hint="For example: the mother. She no longer wants help from the family support worker.",
        rows=3,
        max_length=MOST["consent.withdrawn_details"],
        required_message=MISSING["consent.withdrawn_details"],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        status = self.fields["consent_status"]
        status.choices = [*status.choices, (ConsentStatus.WITHDRAWN, "They agreed, and have withdrawn it since")]  # type: ignore[attr-defined]  # a choice field's own
        status.reveal = {**status.reveal, ConsentStatus.WITHDRAWN.value: ["withdrawn_on", "withdrawn_details"]}  # type: ignore[attr-defined]  # a question's own


class DeclarationForm(PageForm):
    """The last page before sending."""

    page = "refer.declaration"
    call = ChoiceField(
        label="Does this follow what you told the MASH before?",
        choices=[],
        required=False,
        mark_optional=False,
        small=True,
        required_message="Select which call it follows, or that it is something else",
    )
    declared = CheckboxField(
        label="What I have written is true as far as I know, and I have said what is fact and what is opinion",
        required_message="Tick the box to confirm what you have written",
    )

    def __init__(self, *args: Any, calls: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not calls:
            del self.fields["call"]
            return
        self.fields["call"].choices = [*calls, SOMETHING_ELSE]  # type: ignore[attr-defined]  # a choice field's own

    @property
    def chosen_call(self) -> str:
        """The reference of the call that this follows; empty where none was named."""
        chosen = str(self.cleaned_data.get("call") or "")
        return "" if chosen == SOMETHING_ELSE[0] else chosen
