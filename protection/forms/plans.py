"""What is asked about a plan: what is done, visits, the core group, the chair's look, legal steps, its end."""

from collections.abc import Sequence
from typing import Any

from accounts.models import Person
from children.models import Child
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    LongTextField,
    ManyChoiceField,
    NumberField,
    PortalForm,
    SelectField,
    TextField,
    TimeField,
)
from protection.forms.conferences import Choices, set_choices
from protection.models import (
    WITHOUT_CONFERENCE,
    ActionStatus,
    AgencyGroup,
    Attendance,
    CoreGroupMember,
    EndReason,
    LegalStep,
    Relation,
)
from protection.services.core_group import MemberNamed
from protection.services.plan_work import ActionWritten, VisitWritten


class ActionForm(PortalForm):
    """A danger, what is to be different, what is done, by whom and by when."""

    page = "protection.add_plan_action"

    plans = ManyChoiceField(label="For which children?", choices=(), required_message="Select for which children it is")
    danger = LongTextField(
        label="Which danger is it about?", required_message="Enter which danger it is about", rows=3, max_length=2_000
    )
    outcome = LongTextField(
        label="What is to be different for the children?",
        required_message="Enter what is to be different for the children",
        rows=3,
        max_length=2_000,
    )
    action = LongTextField(label="What is to be done?", required_message="Enter what is to be done", rows=3, max_length=2_000)
    who = TextField(label="Who does it?", required_message="Enter who does it", max_length=150)
    agency = SelectField(label="Of which agency?", choices=(), required=False, mark_optional=False)
    due_on = DateField(label="By when?", required_message="Enter by when it is done", not_past=True)
    measure = LongTextField(
        label="How will you know that it works?",
        hint="What can be seen or counted, by whom, and how often or for how long.",
        required_message="Enter how you will know that it works",
        rows=3,
        max_length=2_000,
    )
    contingency = LongTextField(label="What happens if it does not work?", required=False, rows=3, max_length=2_000)

    def __init__(self, *args: Any, plans: Choices, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "plans", plans)
        set_choices(self, "agency", [("", "Nobody of an agency"), *agencies])

    @property
    def written(self) -> ActionWritten:
        """What was filled in."""
        given = {name: value or "" for name, value in self.cleaned_data.items() if name not in ("plans", "due_on")}
        return ActionWritten(due_on=self.cleaned_data["due_on"], **given)


class TaskForm(PortalForm):
    """How a task was done."""

    page = "protection.finish_plan_task"

    note = LongTextField(
        label="Who was told, when and how?",
        hint="For a meeting: when it was and who came. Where there is nobody to tell, say why.",
        required_message="Enter who was told, when and how, or why there is nobody to tell",
        rows=4,
        max_length=2_000,
    )


class TermsForm(PortalForm):
    """How a plan is carried out."""

    page = "protection.agree_plan_terms"

    visit_every = NumberField(
        label="Within how many working days is the child visited?",
        required_message="Enter within how many working days the child is visited",
        least=1,
        most=99,
        width=3,
    )
    written_agreement = LongTextField(label="What has the family agreed to in writing?", required=False, rows=5, max_length=4_000)
    contingency = LongTextField(
        label="What happens if the plan does not work?",
        required_message="Enter what happens if the plan does not work",
        rows=5,
        max_length=4_000,
    )


class SharedPlansForm(PortalForm):
    """Which children a review conference looks at."""

    page = "protection.request_review"

    plans = ManyChoiceField(label="Whose plans are reviewed?", choices=(), required_message="Select whose plans are reviewed")

    def __init__(self, *args: Any, plans: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "plans", plans)


class ProgressForm(PortalForm):
    """How far an action has come."""

    page = "protection.progress"

    progress = NumberField(
        label="How far has it come, from 0 to 10?",
        hint="0: not begun. 10: it is as it is to be.",
        required_message="Enter a whole number from 0 to 10",
        least=0,
        most=10,
        width=3,
    )
    note = LongTextField(label="What has happened?", required=False, rows=3, max_length=2_000)


class SettleActionForm(PortalForm):
    """That an action is done, or no longer needed."""

    page = "protection.settle_plan_action"

    status = ChoiceField(
        label="How does it stand?",
        choices=[choice for choice in ActionStatus.choices if choice[0] != ActionStatus.OPEN],
        required_message="Select whether it is done or no longer needed",
    )
    note = LongTextField(
        label="How do you know, or why is it no longer needed?",
        required_message="Enter how you know, or why it is no longer needed",
        rows=3,
        max_length=2_000,
    )


class VisitForm(PortalForm):
    """A visit to a child on a plan."""

    page = "protection.add_visit"

    visited_on = DateField(label="When was the visit?", required_message="Enter when the visit was", not_future=True)
    visitor = TextField(label="Who visited?", required_message="Enter who visited", max_length=150)
    seen = ChoiceField(
        label="Was the child seen?",
        choices=[("yes", "Yes"), ("no", "No")],
        required_message="Select whether the child was seen",
        reveal={"yes": ["seen_alone", "bedroom_seen"], "no": ["not_seen_reason"]},
    )
    seen_alone = CheckboxField(label="The child was seen alone", required=False)
    bedroom_seen = CheckboxField(label="The child’s bedroom was seen", required=False)
    not_seen_reason = LongTextField(
        label="Why was the child not seen?", required_message="Enter why the child was not seen", rows=3, max_length=2_000
    )
    child_view = LongTextField(label="What the child says", required=False, rows=4, max_length=4_000)
    analysis = LongTextField(label="What you make of it", required=False, rows=4, max_length=4_000)

    @property
    def written(self) -> VisitWritten:
        """What was filled in."""
        given = self.cleaned_data
        return VisitWritten(
            given["visited_on"],
            given["visitor"],
            given["seen"] == "yes",
            bool(given["seen_alone"]),
            bool(given["bedroom_seen"]),
            given["not_seen_reason"] or "",
            given["child_view"] or "",
            given["analysis"] or "",
        )


class CheckForm(PortalForm):
    """The chair's look half way."""

    page = "protection.check_plan"

    checked_on = DateField(label="When did you look at it?", required_message="Enter when you looked at it", not_future=True)
    on_track = ChoiceField(
        label="Is the plan on track?",
        choices=[("yes", "Yes"), ("no", "No")],
        required_message="Select whether the plan is on track",
    )
    findings = LongTextField(label="What did you find?", required_message="Enter what you found", rows=5, max_length=4_000)


class WordsForm(PortalForm):
    """One answer in words."""

    page = "protection.words"

    words = LongTextField(label="Words", required_message="Enter it in words", rows=5, max_length=4_000)

    def __init__(self, *args: Any, label: str, message: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label
        self.fields["words"].error_messages["required"] = message


class LegalForm(PortalForm):
    """A legal step that began."""

    page = "protection.mark_legal_step"

    step = ChoiceField(label="What began?", choices=LegalStep.choices, required_message="Select a legal step")
    began_on = DateField(label="When did it begin?", required_message="Enter when it began", not_future=True)
    began_time = TimeField(
        label="At what time did it begin?",
        hint="Needed for police protection, which ends after 72 hours. Use the 24-hour clock, for example 14:30.",
        required=False,
    )
    note = LongTextField(label="What should the chair know?", required=False, rows=3, max_length=2_000)


class DayForm(PortalForm):
    """A day on which something ended."""

    page = "protection.day"

    day = DateField(label="When?", required_message="Enter the day", not_future=True)


class MemberForm(PortalForm):
    """Somebody of an agency for the core group."""

    page = "protection.name_core_group"

    person = ChoiceField(
        label="Who belongs to the core group?",
        choices=(),
        required_message="Select who belongs to the core group",
        reveal={"other": ["name"]},
    )
    name = TextField(label="Their name", max_length=150, required_message="Enter who belongs to the core group")
    role = TextField(label="What they do for the family", required=False, max_length=150)
    group = SelectField(label="For which profession do they speak?", choices=(), required=False, mark_optional=False)
    joined_on = DateField(label="Since when?", required_message="Enter since when", not_future=True)

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(one.reference, one.name) for one in people]
        set_choices(self, "person", [*known, ("other", "Somebody without an account")])
        set_choices(self, "group", [("", "As their agency"), *AgencyGroup.choices])

    def named(self, agency: str) -> MemberNamed:
        """Who was named."""
        given = self.cleaned_data
        other = given["person"] == "other"
        person, name = ("", given["name"] or "") if other else (given["person"], "")
        return MemberNamed(name, agency, person, given["group"] or "", given["role"] or "")


class FamilyMemberForm(PortalForm):
    """Somebody of the family for the core group."""

    page = "protection.name_core_group"

    name = TextField(label="Name", max_length=150, required_message="Enter who belongs to the core group")
    relation = ChoiceField(
        label="Who are they to the children?", choices=Relation.choices, required_message="Select who they are to the children"
    )
    joined_on = DateField(label="Since when?", required_message="Enter since when", not_future=True)

    def named(self, _agency: str) -> MemberNamed:
        """Who was named."""
        return MemberNamed(self.cleaned_data["name"], relation=self.cleaned_data["relation"])


class MeetingForm(PortalForm):
    """When the core group met, and who came."""

    page = "protection.record_core_group"

    held_on = DateField(label="When did the core group meet?", required_message="Enter when it met", not_future=True)
    next_on = DateField(label="When does it meet next?", required=False, in_future=True)

    def __init__(self, *args: Any, members: Sequence[CoreGroupMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._members = [member.pk for member in members]
        for member in members:
            of = member.agency.name if member.agency else member.get_relation_display()
            self.fields[f"member_{member.pk}"] = SelectField(
                label=f"{member.name}, {of}",
                choices=[("", "Select whether they came"), *Attendance.choices],
                required_message=f"Select whether {member.name} came",
            )

    @property
    def attendance(self) -> dict[int, str]:
        """Who came, by the member."""
        return {pk: self.cleaned_data[f"member_{pk}"] for pk in self._members}


class EndForm(PortalForm):
    """Why a plan ends without a conference."""

    page = "protection.end_plan"

    ended_on = DateField(label="When does it end?", required_message="Enter when it ends", not_future=True)
    reason = ChoiceField(
        label="Why does it end?",
        choices=[choice for choice in EndReason.choices if choice[0] in WITHOUT_CONFERENCE],
        required_message="Select why the plan ends",
    )
    note = LongTextField(
        label="How do things stand for the child now?",
        required_message="Enter how things stand for the child now",
        max_length=4_000,
    )


class StepDownForm(PortalForm):
    """Which team goes on after a plan, with whom, and what the family has agreed to."""

    page = "protection.step_down_plan"

    team = SelectField(label="Team", choices=(), required_message="Select a team")
    reason = LongTextField(
        label="What does it take over, and what has the family agreed to?",
        required_message="Enter what the team takes over, and what the family has agreed to",
        max_length=2_000,
    )
    talked_on = DateField(label="When was the closing meeting?", required_message="Enter when the meeting was", not_future=True)
    talked_with = LongTextField(
        label="Who took part?", hint="The family and the lead practitioner.", required_message="Enter who took part", rows=3
    )
    lead_name = TextField(
        label="Name of the lead practitioner", required_message="Enter the name of the lead practitioner", max_length=150
    )
    lead_agency = SelectField(label="Their agency", choices=(), required_message="Select the agency of the lead practitioner")
    consent_from = TextField(label="Who of the family agreed?", required_message="Enter who agreed", max_length=150)
    consent_on = DateField(label="When did they agree?", required_message="Enter when they agreed", not_future=True)

    def __init__(self, *args: Any, teams: Choices, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "team", [("", "Select a team"), *teams])
        set_choices(self, "lead_agency", [("", "Select an agency"), *agencies])


class BirthForm(PortalForm):
    """A child who was on a plan before birth is born."""

    page = "protection.plan_child_born"

    born_on = DateField(label="Date of birth", required_message="Enter the date of birth", not_future=True)
    sex = ChoiceField(label="Sex", choices=Child.Sex.choices, required_message="Select the sex")
    given_name = TextField(label="First name", required=False, max_length=100)
    family_name = TextField(label="Family name", required=False, max_length=100)
    nhs_number = TextField(label="NHS number", required=False, max_length=12, width=10)
    mother_unwell = CheckboxField(label="The mother is not well enough for a meeting within ten days", required=False)
