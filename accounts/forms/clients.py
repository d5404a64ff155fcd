"""Connecting a system of an agency."""

from accounts.models import AgencyClient
from foundation.design.forms import DateField, ManyChoiceField, NumberField, PortalForm, TextField

Scope = AgencyClient.Scope


class ConnectForm(PortalForm):
    """What the system is, what it may do, and until when."""

    page = "accounts.connect"
    name = TextField(
        label="Which system is it?",
        noun="Which system it is",
        hint="For example: records system of the school, health record.",
        max_length=100,
        required_message="Enter which system it is",
    )
    scopes = ManyChoiceField(
        label="What may it do?",
        choices=Scope.choices,
        choice_hints={
            Scope.CHANGE: "A new version with a reason. Nothing is deleted: a manager of the MASH decides on a withdrawal.",
            Scope.NOTIFY: "For the police.",
            Scope.STATUS: "Where it stands, the outcome, and the words for the referrer. Each look is logged.",
        },
        required_message="Select what the system may do",
    )
    ends_on = DateField(
        label="Until when may it?",
        noun="The last day",
        hint="At most a year from today. For example, 31 3 2027",
        not_past=True,
        required_message="Enter the last day",
    )
    per_minute = NumberField(label="How many requests a minute may it make?", noun="Requests a minute", width=4)
