"""What those who sent something fill in afterwards, and what the MASH answers."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import ChoiceField, LongTextField, PortalForm, TextField
from referrals.rules.messages import LONGEST_MESSAGE


class MessageForm(PortalForm):
    """One message."""

    page = "referrals.message"

    body = LongTextField(
        label="Your message",
        hint="It stays on the record. If a child is in immediate danger, call 999 and ring the MASH: do not write.",
        noun="The message",
        rows=5,
        max_length=LONGEST_MESSAGE,
        required_message="Enter your message",
    )


class QuestionForm(PortalForm):
    """The answer to a question of the MASH."""

    page = "referrals.question"

    result = ChoiceField(
        label="What can you tell?",
        choices=[("information", "I can tell you more"), ("nothing_known", "I do not know more")],
        required_message="Select whether you can tell more",
    )
    answer = LongTextField(
        label="Your answer",
        hint="If a child is in immediate danger, call 999 and ring the MASH: do not write.",
        noun="The answer",
        rows=6,
        max_length=LONGEST_MESSAGE,
        required=False,
        mark_optional=False,
    )


class FollowsCallForm(PortalForm):
    """Which call a form follows."""

    page = "referrals.follows_call"

    call = ChoiceField(label="Which one does it follow?", choices=[], required_message="Select the call that this form follows")

    def __init__(self, *args: Any, calls: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["call"].choices = list(calls)  # type: ignore[attr-defined]  # a choice field's own


class WithdrawForm(PortalForm):
    """Why something sent is to be taken back."""

    page = "referrals.withdraw"

    reason = LongTextField(
        label="Why do you withdraw it?",
        hint="For example: it was about another child of the same name. If you only want to correct something, amend it instead.",
        noun="The reason",
        rows=4,
        max_length=2000,
        required_message="Enter why you withdraw it",
    )


class AskReferrerForm(PortalForm):
    """What the referrer is asked."""

    page = "referrals.ask_referrer"

    question = LongTextField(
        label="What do you ask the referrer?",
        hint="They, or their safeguarding lead, answer in the portal. The answer stands among the messages.",
        noun="The question",
        rows=5,
        max_length=3000,
        required_message="Enter what you ask",
    )


class MissingForm(PortalForm):
    """What a returned referral lacks."""

    page = "referrals.return"

    missing = LongTextField(
        label="What is missing?",
        hint="The referrer reads this and amends the referral. Then it comes back to the queue, with a new time to decide.",
        noun="What is missing",
        rows=6,
        max_length=LONGEST_MESSAGE,
        required_message="Enter what is missing",
    )


def _why() -> LongTextField:
    return LongTextField(label="Why, for the record?", noun="The reason", rows=4, max_length=2000, required_message="Enter why")


class DuplicateForm(PortalForm):
    """Which contact stays."""

    page = "referrals.duplicate"

    duplicate_of = TextField(
        label="Reference of the contact that stays",
        hint="For example, NM-K-7K4P2-XQ9AB. That one goes on; this one is closed.",
        width=20,
        max_length=40,
        autocomplete="off",
        spellcheck=False,
        required_message="Enter the reference of the contact that stays",
    )
    reason = _why()


class OutOfAreaForm(PortalForm):
    """Who has taken a contact elsewhere."""

    page = "referrals.out_of_area"

    authority = TextField(
        label="Which council has taken it?", max_length=200, required_message="Enter which council has taken it"
    )
    receipt = TextField(
        label="Who there has taken it, when, and under which reference?",
        max_length=300,
        noun="The receipt",
        required_message="Enter who there has taken it, and when",
    )
    reason = _why()


class LinkForm(PortalForm):
    """Who works with the child already."""

    page = "referrals.link"

    worker = TextField(
        label="Who works with the child and was told?",
        hint="Name and team.",
        noun="Who works with the child",
        max_length=200,
        required_message="Enter who works with the child and was told",
    )
    reason = _why()


class WithdrawalForm(PortalForm):
    """The answer to a withdrawal."""

    page = "referrals.withdrawal"

    answer = ChoiceField(
        label="May the referrer withdraw it?",
        choices=[("agree", "Yes: close this contact"), ("go_on", "No: go on with it")],
        choice_hints={"agree": "Open questions to agencies end. The record stays.", "go_on": "What was sent is still worked on."},
        required_message="Select whether it may be withdrawn",
    )
    words = LongTextField(
        label="What do you answer?",
        hint="The referrer reads this.",
        noun="The answer",
        rows=4,
        max_length=LONGEST_MESSAGE,
        required_message="Enter your answer",
    )


class ConfirmForm(PortalForm):
    """Why a decision stands although the facts changed."""

    page = "referrals.confirm"

    reason = LongTextField(
        label="Why does the decision stand?",
        noun="The reason",
        rows=4,
        max_length=2000,
        required_message="Enter why the decision stands",
    )
