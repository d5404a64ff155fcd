"""What is filled in about a case, its children and those named on it."""

from typing import Any

from children.rules import ETHNICITIES
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    EmailField,
    LongTextField,
    PortalForm,
    SelectField,
    TextField,
    TrueFalseField,
)
from reviews.models import KnownToCare, TeamRole
from reviews.services.cases import ChildTold

NAMES_NOBODY = "Everybody named on the case sees it, and it stands on lists of work. Name no child, family, school or street."


def title_field() -> TextField:
    """By what name those named speak of the case."""
    return TextField(
        label="What do you call the case?", hint=NAMES_NOBODY, required_message="Enter what you call the case", max_length=120
    )


class RenameForm(PortalForm):
    """Another title of a case."""

    title = title_field()


class ChildForm(PortalForm):
    """A child of a case."""

    page = "reviews.child"

    pseudonym = TextField(
        label="By what pseudonym does the case speak of the child?",
        hint="Unlike the child’s name. Everything but this page uses it.",
        required_message="Enter a pseudonym",
        max_length=60,
    )
    given_name = TextField(label="First name", required_message="Enter the first name", max_length=100)
    family_name = TextField(label="Family name", required_message="Enter the family name", max_length=100)
    birth_date = DateField(label="Date of birth", required_message="Enter the date of birth", not_future=True)
    sex = ChoiceField(
        label="Sex", required_message="Select the sex", choices=[("M", "Male"), ("F", "Female"), ("U", "Not known")]
    )
    ethnicity = SelectField(label="Ethnicity", required=False, empty_label="Not known yet", choices=ETHNICITIES)
    disabled = TrueFalseField(label="Is the child disabled?", required=False, mark_optional=False)
    asylum = CheckboxField(label="An unaccompanied asylum-seeking child", required=False)
    known_to_care = SelectField(
        label="How did the child stand to children’s social care?",
        required_message="Select how the child stood to social care",
        choices=KnownToCare.choices,
    )
    home_authority = TextField(
        label="Which authority is the child’s home?", hint="Leave it empty if it is ours.", required=False, max_length=120
    )
    child = TextField(
        label="Reference of the child’s record in the portal",
        hint="If there is one, for example NM-C-7K4P2-XQ9AB. The record does not show that the case exists.",
        required=False,
        max_length=20,
        width=20,
    )

    @property
    def told(self) -> ChildTold:
        """What was filled in."""
        given: dict[str, Any] = {name: "" if value is None else value for name, value in self.cleaned_data.items()}
        return ChildTold(**{**given, "disabled": self.cleaned_data["disabled"]})


class ChangeChildForm(ChildForm):
    """What is known of a child by now; the pseudonym stays, because everything else speaks of the child by it."""

    page = "reviews.change_child"

    pseudonym = None  # type: ignore[assignment]  # so a form without a field of its parent is said

    @property
    def told(self) -> ChildTold:
        """What was filled in."""
        given: dict[str, Any] = {name: "" if value is None else value for name, value in self.cleaned_data.items()}
        return ChildTold(**{**given, "pseudonym": "", "disabled": self.cleaned_data["disabled"]})


class MemberForm(PortalForm):
    """Somebody who is to be named on a case."""

    page = "reviews.member"

    email = EmailField(label="Their email address at work", required_message="Enter their email address")
    role = ChoiceField(
        label="As what are they named?", required_message="Select as what they are named", choices=TeamRole.choices
    )
    independent = TrueFalseField(
        label="Are they independent of the case?",
        hint="They had no part in it, and line-managed nobody who had. Ask them.",
        required_message="Select whether they are independent of the case",
    )
    reason = TextField(
        label="Why do they need to see it?", required_message="Enter why they need to see the case", max_length=200
    )
    until = DateField(label="Until when?", hint="Leave it empty if you cannot say yet.", required=False)


class TakeOverForm(PortalForm):
    """Why somebody takes over a case that nobody owns."""

    reason = LongTextField(
        label="Why do you take it over?",
        hint="The information governance leads are told at once.",
        required_message="Enter why you take the case over",
        rows=3,
        max_length=200,
    )


class StrikeForm(PortalForm):
    """Why somebody leaves a case."""

    reason = TextField(label="Why do they leave?", required_message="Enter why they leave", max_length=200)
