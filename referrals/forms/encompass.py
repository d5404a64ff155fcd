"""What the MASH fills in for a notice to a school."""

from collections.abc import Sequence
from typing import Any

from accounts.models import Agency
from foundation.design.forms import ChoiceField, LongTextField, PortalForm, SelectField, TextField
from referrals.models import SchoolNotice, YesNoUnknown
from referrals.rules.encompass import Incident

HOME, NOT_KNOWN = "home", "unknown"


def _schools(agencies: Sequence[Agency]) -> list[tuple[str, str]]:
    return [("", ""), *((one.code, one.name) for one in agencies)]


class BeginNoticeForm(PortalForm):
    """A notice that is begun by hand."""

    page = "referrals.begin_notice"
    requires = {("where", "school"): ("school",)}

    where = ChoiceField(
        label="Where does the child learn?",
        choices=[("school", "At a school or nursery"), (HOME, "At home"), (NOT_KNOWN, "It is not known yet")],
        choice_hints={HOME: "The named officer is told.", NOT_KNOWN: "It stands among what waits until a school is chosen."},
        reveal={"school": ("school",)},
        required_message="Select where the child learns",
    )
    school = SelectField(label="Which school?", choices=[], required_message="Select the child’s school")
    police_reference = TextField(label="Police reference", required=False, max_length=40, width=20, spellcheck=False)
    place = TextField(label="Where did it happen?", required=False, max_length=200)
    child_present = ChoiceField(
        label="Was the child there?", choices=YesNoUnknown.choices, required_message="Select whether the child was there"
    )

    child_said = LongTextField(
        label="What did the child say?", hint="In the child’s own words.", required=False, rows=3, max_length=2_000
    )
    who_was_there = LongTextField(label="Who was there?", required=False, rows=2, max_length=1_000)

    def __init__(self, *args: Any, schools: Sequence[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["school"].choices = _schools(schools)  # type: ignore[attr-defined]  # a choice field's own

    def incident(self) -> Incident:
        """What the notice says."""
        given = self.cleaned_data
        return Incident(
            given["police_reference"] or "",
            given["place"] or "",
            given["child_present"],
            home_educated=given["where"] == HOME,
            child_said=given["child_said"] or "",
            who_was_there=given["who_was_there"] or "",
        )


class TellSchoolForm(PortalForm):
    """To which school a notice is given."""

    page = "referrals.tell_school"

    school = SelectField(
        label="Which school is told?",
        choices=[],
        hint="Its safeguarding lead finds the notice in the portal. The email says only that there is news.",
        required_message="Select the child’s school",
    )

    def __init__(self, *args: Any, schools: Sequence[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["school"].choices = _schools(schools)  # type: ignore[attr-defined]  # a choice field's own


class ToldForm(PortalForm):
    """Who took a notice outside the portal."""

    page = "referrals.school_told"

    how = ChoiceField(
        label="How were they told?",
        choices=[(one.value, str(one.label)) for one in (SchoolNotice.How.TELEPHONE, SchoolNotice.How.IN_PERSON)],
        required_message="Select how they were told",
    )
    whom = TextField(
        label="Who took the notice?",
        hint="Name, role and school, or the named officer.",
        max_length=200,
        required_message="Enter who took the notice",
        spellcheck=False,
    )
