"""Questions about people and invitations."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from accounts.forms.sign_in import check_password, new_password_field
from accounts.models import Person, Role, Team
from foundation.design.forms import ChoiceField, DateField, EmailField, PortalForm, SelectField, TextField
from foundation.references import EXAMPLE


def role_choices(roles: Iterable[Role]) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Roles as choices, each with its description as a hint."""
    listed = list(roles)
    return [(role.code, role.title) for role in listed], {role.code: role.description for role in listed}


def role_field(roles: Iterable[Role]) -> ChoiceField:
    """The question for a role."""
    choices, hints = role_choices(roles)
    return ChoiceField(label="Role", choices=choices, choice_hints=hints, required_message="Select a role")


def team_field(teams: Sequence[Team]) -> SelectField:
    """The question for a team, which some roles need."""
    choices = [("", "No team"), *((team.code, team.name) for team in teams)]
    hint = "Roles at the front door and in social work are held in a team"
    return SelectField(label="Team", hint=hint, choices=choices, required=False, mark_optional=False, empty_label=None)


class InviteForm(PortalForm):
    """Who is invited, and as what."""

    page = "accounts.invite"

    name = TextField(label="Full name", max_length=100, autocomplete="off", required_message="Enter their full name")
    email = EmailField(label="Work email address", autocomplete="off", required_message="Enter their work email address")

    def __init__(self, *args: Any, roles: Iterable[Role], teams: Sequence[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = role_field(roles)
        if teams:
            self.fields["team"] = team_field(teams)


class GiveRoleForm(PortalForm):
    """A further role for somebody."""

    page = "accounts.give_role"

    def __init__(self, *args: Any, roles: Iterable[Role], teams: Sequence[Team], seats: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = role_field(roles)
        if teams:
            self.fields["team"] = team_field(teams)
        if seats:
            self.fields["seat"] = SelectField(
                label="Seat of a statutory partner",
                hint="For an executive who signs the yearly report",
                choices=[("", "None"), ("council", "Council"), ("health", "Health"), ("police", "Police")],
                required=False,
                mark_optional=False,
                empty_label=None,
            )


class EndRoleForm(PortalForm):
    """When a role ends."""

    page = "accounts.end_role"

    when = ChoiceField(
        label="When does it end?",
        choices=[("now", "Now"), ("later", "On a later day")],
        choice_hints={"now": "They lose what this role shows them in the same moment"},
        required_message="Select when the role ends",
        reveal={"later": ["last_day"]},
    )
    last_day = DateField(label="Last day", hint="For example, 31 3 2027", not_past=True)
    reason = TextField(label="Reason", hint="Such as “Has left” or “Moved to another team”", required=False, max_length=200)


class JoinForm(PortalForm):
    """Name and password of somebody who has been invited."""

    page = "accounts.join"

    name = TextField(
        label="Your full name",
        hint="As colleagues in other agencies should see it",
        max_length=100,
        autocomplete="name",
        required_message="Enter your full name",
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email
        self.fields["password"] = new_password_field("Choose a password")

    def clean(self) -> dict[str, Any]:
        """The password must be a good one."""
        person = Person(email=self.email, name=self.cleaned_data.get("name", ""))
        check_password(self, "password", self.cleaned_data.get("password"), person)
        return self.cleaned_data


class LookUpForm(PortalForm):
    """The reference of a child or record."""

    page = "accounts.access_log"

    reference = TextField(
        label="Reference of the child or record",
        hint=f"It stands at the top of the record, for example {EXAMPLE}",
        required_message="Enter a reference",
        width=20,
        max_length=40,
        autocomplete="off",
        spellcheck=False,
    )

    def clean_reference(self) -> str:
        """Letters, numbers and dashes."""
        typed = str(self.cleaned_data["reference"]).strip().upper()
        if not typed.replace("-", "").isalnum():
            raise ValidationError(f"Enter a reference of letters, numbers and dashes, such as {EXAMPLE}", code="invalid")
        return typed
