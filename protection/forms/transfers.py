"""What is asked about children on a plan who move between authorities."""

from collections.abc import Sequence
from typing import Any

from children.models import Child
from children.rules import ChildDetails
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    LongTextField,
    NumberField,
    PortalForm,
    SelectField,
    TextField,
)
from protection.forms.conferences import CATEGORIES, set_choices
from protection.services.transfers import ArrivingPlan

NOBODY = "nobody"
FOR_A_TIME = "It is for less than three months: the plan stays where it is"
OF_PLAN = ("authority", "plan_started_on", "category", "told_on", "moved_on", "papers_on", "previous_plans", "temporary", "note")


class TransferInForm(PortalForm):
    """A child on a plan of another authority who moves here."""

    page = "protection.transfer_in"

    team = SelectField(label="Which of your teams takes the family over?", choices=(), required_message="Select your team")
    family_name = TextField(label="The child’s family name", max_length=100, required_message="Enter the family name")
    given_name = TextField(label="First name", max_length=100, required=False)
    birth_date = DateField(label="Date of birth", hint="For example, 27 3 2018", not_future=True, required=False)
    expected_delivery_date = DateField(label="If the child is not born yet, when is the birth expected?", required=False)
    sex = ChoiceField(label="Sex", choices=Child.Sex.choices, required_message="Select the sex")
    nhs_number = TextField(label="NHS number", required=False, max_length=12, width=10)
    authority = TextField(
        label="Which authority does the child come from?",
        required_message="Enter which authority the child comes from",
        max_length=150,
    )
    plan_started_on = DateField(label="When did its plan start?", required_message="Enter when its plan started", not_future=True)
    category = SelectField(
        label="Category of its plan", choices=[("", "Select a category"), *CATEGORIES], required_message="Select a category"
    )
    previous_plans = NumberField(
        label="How many plans did the child have before that one, anywhere?",
        required_message="Enter a whole number, 0 if there were none",
        least=0,
        most=20,
        width=3,
    )
    told_on = DateField(
        label="When were we told?",
        hint="A conference is due 15 working days later.",
        required_message="Enter when we were told",
        not_future=True,
    )
    moved_on = DateField(label="When did the child move?", required=False)
    papers_on = DateField(label="When did the papers come?", required=False, not_future=True)
    temporary = CheckboxField(label=FOR_A_TIME, required=False)
    note = LongTextField(label="What else should be known?", required=False, rows=3, max_length=2_000)

    def __init__(
        self, *args: Any, teams: Sequence[tuple[str, str]], alike: Sequence[tuple[str, str, str]] = (), **kwargs: Any
    ) -> None:
        """`alike`: known children who are likely the same, each by reference, in words, and with why."""
        super().__init__(*args, **kwargs)
        set_choices(self, "team", [("", "Select a team"), *teams])
        self._alike = [reference for reference, _who, _why in alike]
        if alike:
            self.fields["same"] = ChoiceField(
                label="Is it one of these children, who are known here?",
                choices=[*((reference, who) for reference, who, _why in alike), (NOBODY, "No, it is another child")],
                choice_hints={
                    **{reference: why for reference, _who, why in alike},
                    NOBODY: "The records are not proposed as one child again.",
                },
                required_message="Select whether it is one of these children",
            )
            self.order_fields(["same", *self.fields])

    @property
    def known(self) -> dict[str, Any]:
        """Who the child is among those who are known, as the service takes it."""
        said = self.cleaned_data.get("same", NOBODY)
        return {"told_apart": self._alike} if said == NOBODY else {"same_as": said}

    @property
    def child(self) -> ChildDetails:
        """The child."""
        given = self.cleaned_data
        return ChildDetails(
            given["family_name"],
            given["given_name"] or "",
            birth_date=given["birth_date"],
            expected_delivery_date=given["expected_delivery_date"],
            sex=given["sex"],
            nhs_number=given["nhs_number"] or "",
        )

    @property
    def plan(self) -> ArrivingPlan:
        """The plan with which the child comes."""
        given = {name: self.cleaned_data[name] for name in OF_PLAN}
        return ArrivingPlan(**{**given, "temporary": bool(given["temporary"]), "note": given["note"] or ""})


class TransferOutForm(PortalForm):
    """A child on a plan here who moves to another authority."""

    page = "protection.transfer_out"

    authority = TextField(
        label="Which authority does the child move to?",
        required_message="Enter which authority the child moves to",
        max_length=150,
    )
    told_on = DateField(label="When was it told?", required_message="Enter when it was told", not_future=True)
    moved_on = DateField(label="When does the child move, or when did it?", required=False)
    papers_on = DateField(label="When were the papers sent?", required=False, not_future=True)
    temporary = CheckboxField(label=FOR_A_TIME, required=False)
    note = LongTextField(label="What else should be known?", required=False, rows=3, max_length=2_000)

    @property
    def given(self) -> dict[str, Any]:
        """What was filled in, as the service takes it."""
        given = self.cleaned_data
        return {**given, "temporary": bool(given["temporary"]), "note": given["note"] or ""}


class SettleForm(PortalForm):
    """The day on which a move was settled."""

    page = "protection.settle_transfer"

    on = DateField(label="On which day?", required_message="Enter the day", not_future=True)
