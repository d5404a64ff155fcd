"""What a MASH officer writes down for somebody who rings, writes or transfers a child."""

from collections.abc import Sequence
from typing import Any

from accounts.models import Agency
from foundation import clock
from foundation.design.forms import (
    ChoiceField,
    DateField,
    EmailField,
    LongTextField,
    ManyChoiceField,
    NumberField,
    PhoneField,
    PortalForm,
    SelectField,
    TextField,
    TimeField,
    YesNoField,
)
from foundation.errors import Incomplete, Problem, Refused
from referrals.forms.refer.base import answer_text
from referrals.forms.refer.concern import moment_of
from referrals.forms.refer.consent import REASONS
from referrals.forms.several import SeveralChildren
from referrals.models import (
    Channel,
    ConsentBy,
    ConsentRecorded,
    ConsentScope,
    ConsentStatus,
    Purpose,
    ReferralSource,
    YesNoUnknown,
)
from referrals.models.codes import SAID_FIRST
from referrals.rules.questions import MOST, NOUNS
from referrals.rules.submission import Answer, AnsweredSection, Referrer
from referrals.rules.taken import MOST_TAKEN, TAKEN_CHANNELS, ChildTaken, Taken

AGENCY, SOURCE = "agency", "source"
NOT_AGENCIES = (
    ReferralSource.RELATIVE,
    ReferralSource.ACQUAINTANCE,
    ReferralSource.SELF,
    ReferralSource.OTHER_INDIVIDUAL,
    ReferralSource.ANONYMOUS,
    ReferralSource.OTHER_COUNCIL,
    ReferralSource.OTHER,
)
COLUMNS = {"came_at": "came_time", "telephone": "telephone", "reason": "consent_reason", "agencies": "consent_agencies"}


class TakenForm(SeveralChildren):
    """One page, in the order in which people tell things on the telephone."""

    page = "referrals.taken"
    most = MOST_TAKEN
    requires = {("channel", Channel.TRANSFER.value): ("authority",)}

    danger = YesNoField(
        label="Is a child in danger right now?",
        hint="If yes, tell them to call 999, and go on here.",
        required_message="Select yes if a child is in danger right now",
    )
    channel = ChoiceField(
        label="How did it come?",
        choices=[(one.value, str(one.label)) for one in TAKEN_CHANNELS],
        reveal={Channel.TRANSFER.value: ("authority",)},
        required_message="Select how it came",
    )
    authority = TextField(
        label="Which council transfers the child?",
        max_length=200,
        required_message="Enter which council transfers the child",
        spellcheck=False,
    )
    came_on = DateField(label="On which day did it come?", hint="Leave it empty for today.", required=False, not_future=True)
    came_time = TimeField(
        label="At what time?",
        hint="Leave it empty for now. The time to decide counts from here.",
        required=False,
    )
    sender = SelectField(
        label="For which agency did they speak?",
        choices=[],
        hint="An agency is asked to send the written form too. A family is not.",
        required_message="Select the agency, or that it was none",
    )
    name = TextField(
        label="Their name",
        hint="Write “would not say” if they do not give it.",
        max_length=100,
        required_message="Enter who told you, or “would not say”",
        spellcheck=False,
    )
    role = TextField(label="Their role, or how they know the family", required=False, max_length=100)
    telephone = PhoneField(label="Their telephone number", required=False)
    email = EmailField(label="Their email address", hint="For the request to send the written form.", required=False)
    their_reference = TextField(label="Their own reference", required=False, max_length=60, width=20, spellcheck=False)
    address = LongTextField(label="Where do the children live?", required=False, rows=2, max_length=500)
    postcode = TextField(label="Postcode", required=False, max_length=10, width=10, spellcheck=False)
    school = TextField(label="School or early years setting", required=False, max_length=200)
    worries = LongTextField(
        label="What are they worried about?",
        hint="In their words, as far as you can.",
        rows=8,
        max_length=8000,
        required_message="Enter what they are worried about",
    )
    child_voice = LongTextField(label="What does the child say?", required=False, rows=2, max_length=3000)
    father = TextField(
        label="Name of the father",
        hint="Ask for him by name, also where he lives elsewhere.",
        required=False,
        max_length=200,
        spellcheck=False,
    )
    family = LongTextField(
        label="Who else is in the family?",
        hint="Ask for the mother, partners and other carers by name.",
        required=False,
        rows=3,
        max_length=2000,
    )
    staff_risk = TextField(label="What must staff know before they visit?", required=False, max_length=500)
    purpose = ChoiceField(
        label="What do they ask for?",
        choices=[
            (one.value, str(one.label))
            for one in (
                Purpose.SOCIAL_CARE,
                Purpose.EARLY_HELP,
                Purpose.ADVICE,
                Purpose.DOMESTIC_ABUSE,
                Purpose.NOTIFICATION,
            )
        ],
        required_message="Select what they ask for",
    )
    consent_status = ChoiceField(
        label="Has the family agreed that they tell you?",
        choices=[(one.value, str(one.label)) for one in SAID_FIRST],
        reveal={
            ConsentStatus.GIVEN.value: ("consent_by", "consent_right", "consent_scope", "consent_recorded"),
            ConsentStatus.REFUSED.value: ("refused_by", "refusal_told"),
            ConsentStatus.NOT_SOUGHT.value: ("consent_reason", "consent_details"),
        },
        required_message="Select whether the family has agreed",
    )
    consent_by = TextField(label="Who agreed?", required=False, max_length=200)
    consent_right = SelectField(
        label="By which right did they agree?",
        choices=ConsentBy.choices,
        required=False,
        mark_optional=False,
        empty_label="Not said",
    )
    consent_scope = ManyChoiceField(
        label="To what did they agree?",
        choices=ConsentScope.choices,
        reveal={ConsentScope.AGENCIES: ["consent_agencies"]},
        small=True,
        required=False,
        mark_optional=False,
    )
    consent_agencies = TextField(
        label="Which agencies?", noun=NOUNS["consent.agencies"], required=False, max_length=MOST["consent.agencies"]
    )
    consent_recorded = SelectField(
        label="How is their agreement on record?",
        choices=ConsentRecorded.choices,
        required=False,
        mark_optional=False,
        empty_label="Not said",
    )
    refused_by = TextField(label="Who refused?", required=False, max_length=200)
    refusal_told = ChoiceField(
        label="Was the family told that you would be told anyway?",
        choices=YesNoUnknown.choices,
        inline=True,
        required=False,
        mark_optional=False,
    )
    consent_reason = SelectField(
        label="Why were they not asked?",
        choices=REASONS,
        required=False,
        mark_optional=False,
    )
    consent_details = LongTextField(label="More about that", required=False, rows=2, max_length=1000)
    family_told = ChoiceField(
        label="Does the family know that you were told?",
        choices=YesNoUnknown.choices,
        required_message="Select whether the family knows",
    )

    def __init__(self, *args: Any, agencies: Sequence[Agency] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [(f"{AGENCY}:{one.code}", one.name) for one in agencies]
        self.fields["sender"].choices = [  # type: ignore[attr-defined]  # a choice field's own
            ("", ""),
            *groups,
            *((f"{SOURCE}:{one.value}", f"No agency: {one.label}") for one in NOT_AGENCIES),
        ]

    def clean(self) -> dict[str, Any]:
        """Ask why, where the family was not asked; and for the whole of a child who is begun."""
        given = super().clean() or self.cleaned_data
        if given.get("consent_status") == ConsentStatus.NOT_SOUGHT and not given.get("consent_reason"):
            self.add_error("consent_reason", "Select why the family was not asked")
        for place in range(1, self.places + 1):
            begun = self.begun(place)
            if begun and not given.get(f"family_name_{place}") and f"family_name_{place}" not in self.errors:
                self.add_error(f"family_name_{place}", "Enter the child’s last name, or “not known”")
            if begun and not given.get(f"given_name_{place}") and f"given_name_{place}" not in self.errors:
                self.add_error(f"given_name_{place}", "Enter the child’s first name, or “not known”")
        return given

    def child_fields(self, place: int) -> dict[str, Any]:
        """Name, and date of birth or age."""
        return _child_fields(place)

    def taken(self) -> Taken:
        """What was written down, with every question in its words."""
        given = self.cleaned_data
        sure = {
            name: given[name] or "" for name in ("worries", "child_voice", "family", "father", "address", "postcode", "school")
        }
        more = {name: given[name] or "" for name in ("staff_risk", "authority", "their_reference")}
        refused = given["consent_status"] == ConsentStatus.REFUSED
        told = ("consent_reason", "consent_details", "consent_right", "consent_agencies", "consent_recorded")
        consent = {name: given[name] or "" for name in told}
        consent |= {
            "consent_by": given["refused_by" if refused else "consent_by"] or "",
            "refusal_told": given["refusal_told"] or "",
        }
        moment, now = clock.now().astimezone(clock.LONDON), clock.now()
        day, at = given["came_on"], given["came_time"]
        came = now if not day and not at else moment_of(day or moment.date(), at or moment.time())
        return Taken(
            channel=Channel(given["channel"]),
            came_at=came or now,
            referrer=Referrer(
                given["name"],
                role=given["role"] or "",
                telephone=given["telephone"] or "",
                email=given["email"] or "",
            ),
            children=[_child(given, place) for place in self._named()],
            purpose=given["purpose"],
            danger=given["danger"] == "yes",
            consent_status=given["consent_status"],
            consent_scope=[str(code) for code in given["consent_scope"] or ()],
            family_told=given["family_told"],
            answers=(AnsweredSection(section="taken", title="Written down by the MASH", answers=self._rows()),),
            **sure,
            **more,
            **consent,
        )

    def _rows(self) -> list[Answer]:
        rows = [
            (str(self.fields[name].label or ""), answer_text(self[name], self.cleaned_data.get(name))) for name in self.fields
        ]
        return [Answer(question=question, answer=answer) for question, answer in rows if answer]

    def sent_by(self) -> tuple[str, str]:
        """The agency's code, or the census code of who it was instead."""
        kind, _colon, code = str(self.cleaned_data["sender"]).partition(":")
        return (code, "") if kind == AGENCY else ("", code)

    def _named(self) -> list[int]:
        return [place for place in range(1, self.places + 1) if self.cleaned_data.get(f"family_name_{place}")]

    def _at_its_child(self, problem: Problem) -> str:
        """The question about a child to which a problem belongs: children are counted without blocks that were left empty."""
        field, _line, number = problem.field.rpartition("_")
        name, place = (field, number) if field == "age" else (problem.field, problem.page.partition("/")[2])
        named = self._named()
        return f"{name}_{named[int(place) - 1]}" if place.isdecimal() and 0 < int(place) <= len(named) else ""

    def show(self, refused: Refused) -> None:
        """Show what a service refused, each at its question."""
        problems = refused.problems if isinstance(refused, Incomplete) else (Problem(refused.sentence, refused.field),)
        for problem in problems:
            names = (self._at_its_child(problem), COLUMNS.get(problem.field, problem.field))
            self.add_error(next((name for name in names if name in self.fields), None), problem.sentence)


def _child_fields(place: int) -> dict[str, Any]:
    which = "the child" if place == 1 else f"child {place}"
    return {
        f"given_name_{place}": TextField(
            label=f"First name of {which}", required=False, mark_optional=False, max_length=100, spellcheck=False
        ),
        f"family_name_{place}": TextField(
            label=f"Last name of {which}", required=False, mark_optional=False, max_length=100, spellcheck=False
        ),
        f"birth_date_{place}": DateField(label=f"Date of birth of {which}", required=False, mark_optional=False, not_future=True),
        f"age_{place}": NumberField(
            label=f"Or the age of {which}",
            hint="In years. A guess will do. For a baby, write 0.",
            least=0,
            most=18,
            required=False,
            mark_optional=False,
            width=3,
        ),
    }


def _child(given: dict[str, Any], place: int) -> ChildTaken:
    names = ("given_name", "family_name", "birth_date", "age")
    return ChildTaken(**{name: given[f"{name}_{place}"] for name in names})


class FormCameForm(PortalForm):
    """Which form the referrer has written."""

    page = "referrals.form_came"
    requires = {("which", "another"): ("reference",)}

    which = ChoiceField(
        label="Which form is it?",
        choices=[],
        reveal={"another": ("reference",)},
        required_message="Select which form it is",
    )
    reference = TextField(
        label="Its reference",
        hint="For example, NM-S-7K4P2-XQ9AB.",
        width=20,
        max_length=40,
        autocomplete="off",
        spellcheck=False,
        required_message="Enter its reference",
    )

    def __init__(self, *args: Any, forms: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["which"].choices = [*forms, ("another", "Another one")]  # type: ignore[attr-defined]  # a choice field's own

    def chosen(self) -> str:
        """The reference of the form."""
        which = str(self.cleaned_data["which"])
        return str(self.cleaned_data["reference"]) if which == "another" else which


class WaiveFormForm(PortalForm):
    """Why nobody waits for the form any longer."""

    page = "referrals.waive_form"

    reason = LongTextField(
        label="Why do you do without the written form?",
        noun="The reason",
        rows=4,
        max_length=2000,
        required_message="Enter why you do without the form",
    )
