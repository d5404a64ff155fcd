"""What is filled in about policies."""

from typing import Any

from board.forms.files import file_field
from board.models import Policy
from board.rules import POLICY_STATES
from foundation.design.forms import ChoiceField, DateField, LongTextField, PortalForm, SelectField, TextField

Choices = tuple[tuple[str, str], ...]


class PolicyFilterForm(PortalForm):
    """What the library is narrowed to."""

    page = "board.policies"

    words = TextField(label="Words in title or summary", required=False, mark_optional=False)
    kind = SelectField(label="Kind", choices=Policy.Kind.choices, empty_label="All", required=False, mark_optional=False)
    audience = SelectField(
        label="For whom", choices=Policy.Audience.choices, empty_label="All", required=False, mark_optional=False
    )
    owner = SelectField(label="Owner", choices=[], empty_label="All", required=False, mark_optional=False)
    state = SelectField(label="State", choices=[], empty_label="All", required=False, mark_optional=False)

    def __init__(self, *args: Any, owners: Choices, withdrawn: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = tuple(pair for pair in POLICY_STATES.items() if withdrawn or pair[0] != "withdrawn")
        for name, choices in (("owner", owners), ("state", states)):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a select


class PolicyForm(PortalForm):
    """What a policy is, whose and for whom."""

    page = "board.policy"

    code = TextField(
        label="Which code has it?", noun="Code", hint="As people quote it. For example, POL-12", max_length=20, width=10,
        required_message="Enter the code",
    )  # fmt: skip
    title = TextField(label="What is it called?", noun="Title", max_length=200, required_message="Enter the title")
    kind = ChoiceField(label="What kind is it?", choices=Policy.Kind.choices, required_message="Select what kind it is")
    agency = SelectField(label="Which agency owns it?", choices=[], empty_label="None", required=False, mark_optional=False)
    group = SelectField(
        label="Or which group owns it?",
        hint="Without an agency and a group, the partnership owns it",
        choices=[],
        empty_label="None",
        required=False,
        mark_optional=False,
    )
    audience = ChoiceField(label="Who is it for?", choices=Policy.Audience.choices, required_message="Select who it is for")
    summary = LongTextField(
        label="What does it say, in a few sentences?", noun="Summary", hint="People find it by these words", rows=4,
        max_length=1000, required_message="Enter what it says",
    )  # fmt: skip

    def __init__(self, *args: Any, agencies: Choices, groups: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("agency", agencies), ("group", groups)):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a select


class _Approval(PortalForm):
    number = TextField(
        label="Which number has this version?", noun="Number", hint="For example, 2.0", max_length=20, width=5,
        required_message="Enter the number of the version",
    )  # fmt: skip
    approved_on = DateField(
        label="When was it approved?", noun="Day of approval", not_future=True,
        required_message="Enter the day on which it was approved",
    )  # fmt: skip
    approver = TextField(
        label="Who approved it?", noun="Who approved it", hint="A group or a post", max_length=150,
        required_message="Enter who approved it",
    )  # fmt: skip
    review_due_on = DateField(
        label="When is its next review due?", noun="Next review", hint="For example, 31 3 2028",
        required_message="Enter the day by which it is to be reviewed",
    )  # fmt: skip
    document = file_field("The document", required_message="Select the document")


class PolicyVersionForm(_Approval):
    """A new version of a policy."""

    page = "board.policy_version"
    field_order = ["number", "changes", "approved_on", "approver", "review_due_on", "document"]

    changes = LongTextField(label="What changed?", rows=3, max_length=2000, required=False)


class NewPolicyForm(PolicyForm, _Approval):
    """A policy with the version that holds."""

    page = "board.policy"
    field_order = [
        "code", "title", "kind", "agency", "group", "audience", "summary", "number", "approved_on", "approver",
        "review_due_on", "document",
    ]  # fmt: skip


class PolicyReviewForm(PortalForm):
    """A review that leaves a policy as it is."""

    page = "board.policy_review"

    reviewed_on = DateField(
        label="When was it reviewed?", noun="Day of the review", not_future=True,
        required_message="Enter the day on which it was reviewed",
    )  # fmt: skip
    reviewer = TextField(
        label="Who reviewed it?", noun="Who reviewed it", hint="A group, a post or a name", max_length=150,
        required_message="Enter who reviewed it",
    )  # fmt: skip
    review_due_on = DateField(
        label="When is its next review due?", noun="Next review", hint="For example, 31 3 2028",
        required_message="Enter the day by which it is to be reviewed",
    )  # fmt: skip
    note = LongTextField(label="What was looked at?", noun="What was looked at", rows=3, max_length=2000, required=False)


class WithdrawPolicyForm(PortalForm):
    """Why a policy is taken out of use."""

    page = "board.withdraw_policy"

    reason = LongTextField(
        label="Why is it withdrawn?", noun="Reason", rows=3, max_length=2000, required_message="Enter why it is withdrawn"
    )
    replacement = SelectField(
        label="Which policy takes its place?", choices=[], empty_label="None", required=False, mark_optional=False
    )
    withdrawn_on = DateField(
        label="Since when?", noun="Day", not_future=True, required_message="Enter the day since which it is withdrawn"
    )

    def __init__(self, *args: Any, policies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["replacement"].choices = policies  # type: ignore[attr-defined]  # a select
