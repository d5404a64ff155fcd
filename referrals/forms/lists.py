"""What is filled in to bring a reference list in, and of a school that takes notices."""

from typing import Any

from foundation.design.forms import ChoiceField, DateField, FileField, PortalForm, TextField
from referrals.models import ListImport
from referrals.rules.lists import COLUMNS


class ListForm(PortalForm):
    """A list, and whether it is only checked."""

    page = "referrals.list"

    kind = ChoiceField(
        label="Which list is it?",
        choices=ListImport.Kind.choices,
        choice_hints={kind: f"Columns: {columns}." for kind, columns in COLUMNS.items()},
        required_message="Select which list it is",
    )
    file = FileField(
        label="The file",
        hint="CSV, Excel or JSON, with the names of the columns on top.",
        most_mb=25,
        required_message="Select a file",
    )
    whole = ChoiceField(
        label="Does it name every school or address that there is?",
        choices=[("yes", "Yes, it is the whole list"), ("no", "No, it is a part, or a list of wards")],
        choice_hints={
            "yes": "What it does not name is gone: nobody can choose it any more, and it stays where it was chosen.",
            "no": "What it does not name stays as it is.",
        },
        required_message="Select whether it is the whole list",
    )
    act = ChoiceField(
        label="What do you want to do?",
        choices=[("check", "Check it only"), ("import", "Bring it in")],
        choice_hints={"check": "Nothing is changed. You see which rows could not be taken."},
        required_message="Select whether to check it or to bring it in",
    )


class NoticeSchoolForm(PortalForm):
    """A school’s number, and since when it takes notices."""

    page = "referrals.notice_school"

    urn = TextField(
        label="Number of the school (URN)",
        hint="Five or six digits, as in the imported list. A notice that names the school by it finds the school.",
        required=False,
        max_length=6,
        width=10,
        spellcheck=False,
    )
    signed_up_on = DateField(
        label="Since when does it take notices?",
        hint="The day on which its safeguarding lead signed up. Leave it empty while the school does not take notices.",
        required=False,
        not_future=True,
    )

    @classmethod
    def of(cls, data: Any, *, urn: str, signed_up_on: Any) -> "NoticeSchoolForm":
        """The form with what is kept now."""
        return cls(data, initial={"urn": urn, "signed_up_on": signed_up_on})
