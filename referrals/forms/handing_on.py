"""Who goes on with a draft, and who follows what a colleague sent."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import ChoiceField, EmailField, LongTextField, PortalForm, SelectField

Choices = Sequence[tuple[str, str]]


class _ColleagueForm(PortalForm):
    """Something for which a colleague is chosen."""

    colleague = SelectField(
        label="Who goes on with it?", choices=[], empty_label="Select a colleague", required_message="Select a colleague"
    )

    def __init__(self, *args: Any, colleagues: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colleague"].choices = colleagues  # type: ignore[attr-defined]  # a list


class OfferDraftForm(_ColleagueForm):
    """Whom the writer of a draft asks to go on with it."""

    page = "referrals.offer_draft"

    note = LongTextField(
        label="What should they know?",
        hint="Only your colleague reads it, in the portal.",
        noun="The note",
        rows=3,
        max_length=500,
        required=False,
    )


class OfferDraftByAddressForm(PortalForm):
    """Whom a visitor asks to go on with their draft: somebody with an account, named by the address at work."""

    page = "referrals.offer_draft"

    colleague = EmailField(
        label="What is your colleague’s email address at work?",
        hint="A colleague of your organisation who has an account on this portal.",
        noun="Your colleague’s email address",
        required_message="Enter your colleague’s email address",
    )
    note = LongTextField(
        label="What should they know?",
        hint="Only your colleague reads it, in the portal.",
        noun="The note",
        rows=3,
        max_length=500,
        required=False,
    )


class AnswerOfferForm(PortalForm):
    """Whether a colleague goes on with a draft."""

    page = "referrals.draft_offer"

    answer = ChoiceField(
        label="Do you go on with it?",
        choices=[("yes", "Yes, I go on with it"), ("no", "No, I cannot")],
        choice_hints={
            "yes": "You read it, finish it and send it. It is yours from now on.",
            "no": "It stays with your colleague, who is told.",
        },
        required_message="Select whether you go on with it",
    )


class PassDraftOnForm(_ColleagueForm):
    """To whom a lead gives the draft of somebody who is away."""

    page = "referrals.pass_draft_on"

    reason = LongTextField(
        label="Why do you pass it on?",
        hint="For example: they are ill until Monday. It stays on the record.",
        noun="The reason",
        rows=3,
        max_length=1000,
        required_message="Enter why you pass it on",
    )


class FollowForm(PortalForm):
    """Why somebody takes a colleague's referral over, or no longer follows it."""

    page = "referrals.follow"

    reason = LongTextField(
        label="Why?",
        hint="For example: they are on leave for two weeks. It stays on the record, and your colleague reads it.",
        noun="The reason",
        rows=3,
        max_length=1000,
        required_message="Enter why",
    )
