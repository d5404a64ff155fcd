"""What is asked about a conference: when, who comes, what is written, what is decided."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from accounts.models import Person
from foundation.calendar import LONDON
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    EmailField,
    LongTextField,
    NumberField,
    PortalForm,
    SelectField,
    TextField,
    TimeField,
)
from protection.models import (
    REVIEWS_PLANS,
    AgencyGroup,
    AgencyInvitation,
    Attendance,
    Category,
    Conference,
    ConferenceChild,
    ConferenceDecision,
    EndReason,
    FamilyInvitation,
    InquorateReason,
    Mode,
    Participation,
    PracticeModel,
    Relation,
)
from protection.rules.checking import ChildDecided
from protection.services.booking import USUAL
from protection.services.invitations import AgencyAsked, FamilyAsked

Choices = Sequence[tuple[str, str]]
LENGTHS: Choices = [
    ("60", "1 hour"),
    ("90", "1 hour 30 minutes"),
    ("120", "2 hours"),
    ("150", "2 hours 30 minutes"),
    ("180", "3 hours"),
    ("240", "4 hours"),
]
CATEGORIES: Choices = [choice for choice in Category.choices if choice[0] != Category.MULTIPLE]


def set_choices(form: PortalForm, name: str, choices: Choices) -> None:
    """Give a question the answers that depend on who asks and on the record."""
    form.fields[name].choices = list(choices)  # type: ignore[attr-defined]  # a select


class BookForm(PortalForm):
    """Chair, day, time and place."""

    page = "protection.book_conference"

    chair = SelectField(label="Chair", choices=(), required_message="Select a chair")
    planned_for = DateField(label="Day", required_message="Enter the day of the conference", not_past=True)
    at = TimeField(label="Time", hint="For example, 9:30am", required_message="Enter the time at which it begins")
    lasts = SelectField(label="How long is it planned to last?", choices=LENGTHS, required=False, mark_optional=False)
    mode = ChoiceField(label="How do people meet?", choices=Mode.choices, required_message="Select how people meet")
    venue = TextField(label="Where, or how to join", required=False, max_length=200)
    interpreter = TextField(
        label="Interpreter", hint="The language, if the family needs one.", required=False, max_length=100, width=20
    )
    practice_model = ChoiceField(
        label="Shape of the record", choices=PracticeModel.choices, required_message="Select the shape of the record"
    )

    def __init__(self, *args: Any, chairs: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "chair", [("", "Select a chair"), *((one.reference, one.name) for one in chairs)])

    @property
    def given(self) -> dict[str, Any]:
        """What was filled in, as the service takes it."""
        given = dict(self.cleaned_data)
        moment = datetime.combine(given.pop("planned_for"), given.pop("at"), tzinfo=LONDON)
        lasts = int(given.pop("lasts") or USUAL)
        return {**{name: value or "" for name, value in given.items()}, "planned_for": moment, "lasts": lasts}


class ReasonForm(PortalForm):
    """Why something is cancelled or withdrawn."""

    page = "protection.reason"

    reason = LongTextField(label="Why?", required_message="Enter why", rows=4, max_length=2_000)


class AgencyForm(PortalForm):
    """From which agency somebody is invited."""

    agency = SelectField(label="Agency", choices=(), required_message="Select an agency")

    def __init__(self, *args: Any, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "agency", [("", "Select an agency"), *agencies])


class InviteForm(PortalForm):
    """Who of an agency is invited, and whether a report is asked for."""

    page = "protection.invite_agency"
    requires = {("person", "other"): ["name"]}

    person = ChoiceField(
        label="Who is invited?", choices=(), required_message="Select who is invited", reveal={"other": ["name"]}
    )
    name = TextField(label="Their name", max_length=150, required_message="Enter who is invited")
    role = TextField(label="What they do for the family", hint="For example, health visitor", required=False, max_length=150)
    group = SelectField(label="For which profession do they speak?", choices=(), required=False, mark_optional=False)
    required = CheckboxField(label="They are expected to come", required=False, initial=True)
    works_with_child = CheckboxField(label="They work directly with the child", required=False, initial=True)
    report = CheckboxField(label="Ask for a report", required=False, initial=True)

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(one.reference, one.name) for one in people]
        set_choices(self, "person", [*known, ("other", "Somebody without an account")])
        set_choices(self, "group", [("", "As their agency"), *AgencyGroup.choices])

    def asked(self, agency: str) -> AgencyAsked:
        """The invitation."""
        given = self.cleaned_data
        other = given["person"] == "other"
        return AgencyAsked(
            agency,
            name=(given["name"] or "") if other else "",
            person="" if other else given["person"],
            group=given["group"] or "",
            role=given["role"] or "",
            required=bool(given["required"]),
            works_with_child=bool(given["works_with_child"]),
            report=bool(given["report"]),
        )


class InviteFamilyForm(PortalForm):
    """Who of the family is invited."""

    page = "protection.invite_family"

    name = TextField(label="Name", max_length=150, required_message="Enter who is invited")
    relation = ChoiceField(
        label="Who are they to the children?", choices=Relation.choices, required_message="Select who they are to the children"
    )
    child = SelectField(label="If it is one of the children, which?", choices=(), required=False, mark_optional=False)

    def __init__(self, *args: Any, children: Sequence[ConferenceChild], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "child", [("", "None of them"), *((str(row.pk), row.child.full_name) for row in children)])

    @property
    def asked(self) -> FamilyAsked:
        """The invitation."""
        given = self.cleaned_data
        return FamilyAsked(given["name"], given["relation"], int(given["child"]) if given["child"] else None)


class ExcludeForm(PortalForm):
    """Why somebody is kept out."""

    page = "protection.exclude"

    reason = LongTextField(
        label="Why are they kept out?", required_message="Enter why they are kept out", rows=4, max_length=2_000
    )
    part = TextField(
        label="Out of which part?", hint="Leave it empty if they are kept out of the whole conference.", required=False
    )


class SharedForm(PortalForm):
    """When the family had a report."""

    page = "protection.report_shared"

    shared_on = DateField(label="When did the family have it?", required_message="Enter when the family had it", not_future=True)


class SealForm(PortalForm):
    """To which address the link goes."""

    page = "protection.seal_invitation"

    email = EmailField(
        label="Their email address at work",
        hint="The link alone opens nothing. You tell them the code by telephone.",
        required_message="Enter their email address at work",
    )


class SealedReportForm(PortalForm):
    """The report of somebody who has no account."""

    page = "protection.sealed_report"

    result = ChoiceField(label="Your report", choices=(), required_message="Select what you recommend")
    answer = LongTextField(
        label="What you know, what worries you and what works well",
        hint="Say what you have seen or heard yourself, and when. The family reads your report before the conference.",
        rows=12,
        max_length=10_000,
        required_message="Enter your report, or why there is none",
    )

    def __init__(self, *args: Any, results: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "result", results)


class AttendanceForm(PortalForm):
    """Who came, one question for each who was invited."""

    page = "protection.attendance"

    def __init__(
        self, *args: Any, agencies: Sequence[AgencyInvitation], family: Sequence[FamilyInvitation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        options = [("", "Not recorded yet"), *Attendance.choices]
        self._rows: dict[str, tuple[str, int]] = {}
        for row in agencies:
            self._ask(f"agency_{row.pk}", f"{row.name}, {row.agency.name}", row.attendance, options, ("agencies", row.pk))
        for member in family:
            label = f"{member.name}, {member.get_relation_display().lower()}"
            self._ask(f"family_{member.pk}", label, member.attendance, options, ("family", member.pk))

    def _ask(self, name: str, label: str, initial: str, options: Choices, row: tuple[str, int]) -> None:
        self.fields[name] = SelectField(label=label, choices=options, required=False, mark_optional=False, initial=initial)
        self._rows[name] = row

    def given(self, side: str) -> dict[int, str]:
        """What was recorded of agencies or of the family, by the invitation."""
        rows = ((pk, self.cleaned_data[name]) for name, (of, pk) in self._rows.items() if of == side)
        return {pk: code for pk, code in rows if code}


class ParticipationForm(PortalForm):
    """How a child took part."""

    page = "protection.participation"

    participation = ChoiceField(
        label="How did the child take part?", choices=Participation.choices, required_message="Select how the child took part"
    )
    obtained_how = TextField(
        label="How were the child’s views obtained?", hint="For example, Three Houses with the social worker.", required=False
    )
    advocate = TextField(label="Name of the advocate", required=False, max_length=150)


class SettleForm(PortalForm):
    """How a text reads that two people wrote at once."""

    page = "protection.settle"

    text = LongTextField(label="How it is to read", required_message="Enter how it is to read", rows=8, max_length=20_000)


class ScoreForm(PortalForm):
    """How safe somebody thinks that the children are."""

    page = "protection.score"

    who = SelectField(label="Who says so?", choices=(), required_message="Select who gives the score")
    score = NumberField(
        label="How safe are the children, from 0 to 10?",
        hint="0: harm is certain, the children cannot stay. 10: safe enough for everybody to close the case.",
        required_message="Enter a whole number from 0 to 10",
        least=0,
        most=10,
        width=3,
    )
    reason = LongTextField(label="Why this number?", required=False, rows=3, max_length=2_000)

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "who", [("", "Select a person"), *people])

    @property
    def given(self) -> dict[str, Any]:
        """The score, as the service takes it."""
        kind, _dash, pk = self.cleaned_data["who"].partition("-")
        ids = {"invitation": "invitation_id", "family": "family_member_id"}
        who = {ids[kind]: int(pk)} if kind in ids else {}
        return {"score": self.cleaned_data["score"], "reason": self.cleaned_data["reason"] or "", **who}


class DissentForm(PortalForm):
    """An agency that does not agree with a decision."""

    page = "protection.dissent"

    child = SelectField(label="About which child?", choices=(), required_message="Select a child")
    who = SelectField(label="Who does not agree?", choices=(), required_message="Select who does not agree")
    words = LongTextField(
        label="Why do they not agree?",
        hint="In their own words.",
        required_message="Enter why they do not agree",
        max_length=4_000,
    )

    def __init__(self, *args: Any, children: Choices, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "child", [("", "Select a child"), *children])
        set_choices(self, "who", [("", "Select a person"), *people])


YES_NO: Choices = [("yes", "Yes"), ("no", "No")]


class HoldForm(PortalForm):
    """What the chair records when a conference was held: the decision for each child, and what goes with it."""

    page = "protection.hold_conference"

    held_on = DateField(label="When was it held?", required_message="Enter when it was held", not_future=True)

    def __init__(
        self,
        *args: Any,
        conference: Conference,
        children: Sequence[ConferenceChild],
        on_plan: Collection[int],
        quorate: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._children = [row.pk for row in children]
        for row in children:
            self._ask_of(row, _decisions(conference, on_plan=row.pk in on_plan))
        if not quorate:
            self.fields["inquorate_reason"] = SelectField(
                label="There is no quorum. Why does the chair go on?",
                choices=[("", "Select why"), *InquorateReason.choices],
                required=False,
                mark_optional=False,
            )
            self.fields["inquorate_note"] = LongTextField(
                label="The chair’s reason in words", required=False, mark_optional=False, rows=3, max_length=2_000
            )
        self.fields["late_reason"] = LongTextField(
            label="If it was held late, why?", required=False, mark_optional=False, rows=3, max_length=2_000
        )
        self.fields["met_family_before"] = ChoiceField(
            label="Did the chair meet the family beforehand?", choices=YES_NO, required=False, mark_optional=False, inline=True
        )
        self.fields["complaints_leaflet_given"] = ChoiceField(
            label="Does the family have the leaflet on complaints?",
            choices=YES_NO,
            required=False,
            mark_optional=False,
            inline=True,
        )
        self.fields["next_on"] = DateField(label="Day of the next conference", required=False, in_future=True)

    def _ask_of(self, row: ConferenceChild, decisions: Choices) -> None:
        name, pk = row.child.full_name, row.pk
        reveal = {value: [f"category_{pk}"] for value, _label in decisions if value in ("plan", "continue")}
        if any(value == "end" for value, _label in decisions):
            reveal["end"] = [f"end_reason_{pk}"]
        self.fields[f"decision_{pk}"] = ChoiceField(
            label=f"What is decided for {name}?",
            choices=decisions,
            required_message=f"Select what is decided for {name}",
            reveal=reveal,
        )
        self.fields[f"category_{pk}"] = SelectField(
            label=f"Category for {name}", choices=[("", "Select a category"), *CATEGORIES], required_message="Select a category"
        )
        if "end" in reveal:
            self.fields[f"end_reason_{pk}"] = SelectField(
                label=f"Why does the plan of {name} end?",
                choices=[("", "Select why"), *EndReason.choices],
                required_message="Select why the plan ends",
            )
        self.fields[f"reason_{pk}"] = LongTextField(
            label=f"Why is this right for {name}?",
            required_message=f"Enter why this is decided for {name}",
            rows=4,
            max_length=4_000,
        )

    @property
    def given(self) -> dict[str, Any]:
        """What was filled in, as the service takes it."""
        data = self.cleaned_data
        answers: Mapping[str, bool | None] = {"yes": True, "no": False}
        return {
            "held_on": data["held_on"],
            "decisions": {pk: self._decided(pk) for pk in self._children},
            "inquorate_reason": data.get("inquorate_reason") or "",
            "inquorate_note": data.get("inquorate_note") or "",
            "late_reason": data["late_reason"] or "",
            "next_on": data["next_on"],
            "met_family_before": answers.get(data["met_family_before"]),
            "complaints_leaflet_given": answers.get(data["complaints_leaflet_given"]),
        }

    def _decided(self, pk: int) -> ChildDecided:
        data = self.cleaned_data
        texts = (f"decision_{pk}", f"reason_{pk}", f"category_{pk}", f"end_reason_{pk}")
        return ChildDecided(*(data.get(name) or "" for name in texts))


def _decisions(conference: Conference, *, on_plan: bool) -> Choices:
    """Which decisions this kind of conference can take for a child."""
    if conference.type in REVIEWS_PLANS or on_plan:
        values = (ConferenceDecision.CONTINUE, ConferenceDecision.END, ConferenceDecision.ADJOURNED)
    else:
        values = (ConferenceDecision.PLAN, ConferenceDecision.NO_PLAN, ConferenceDecision.ADJOURNED)
    return [(value.value, value.label) for value in values]
