"""One child, born or not."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms import BoundField

from children.rules import ETHNICITIES, tidy_identifier, wrong_expected_date
from foundation import clock
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    LongTextField,
    ManyChoiceField,
    NumberField,
    SelectField,
    TextField,
)
from foundation.errors import Refused
from referrals.forms.refer.base import PageForm
from referrals.models.circumstances import (
    DISABILITIES,
    LEGAL_ORDERS,
    NO_DISABILITY,
    NO_ORDER,
    Booking,
    Education,
    Immigration,
)
from referrals.models.codes import YesNoUnknown
from referrals.rules.questions import MISSING, MOST

CARRIED_ON = ("family_name", "address", "postcode", "gp", "first_language", "interpreter_needed")
"""Answers about the first child that are offered for the next."""


YES_NO_UNKNOWN = [(YesNoUnknown.YES, "Yes"), (YesNoUnknown.NO, "No"), (YesNoUnknown.UNKNOWN, "Not known")]
MORE = (
    "disability_codes", "communication", "gender_identity", "religion", "education", "attendance", "young_carer",
    "helped_before", "looking_after_authority", "legal_orders", "nationality", "immigration",
)  # fmt: skip
"""Questions that stand folded up below the others."""


class ChildForm(PageForm):
    """Who the child is and where they are."""

    page = "refer.child"
    requires = {("born", "yes"): ["given_name"]}

    born = ChoiceField(
        label="Has the child been born?",
        choices=[("yes", "Yes"), ("no", "No, not yet")],
        reveal={
            "yes": ["birth_date", "birth_date_estimated", "sex"],
            "no": ["expected_delivery_date", "maternity", "booking_hospital", "gestation_weeks", "babies", "late_booked"],
        },
        required_message=MISSING["child.born"],
    )
    birth_date = DateField(
        label="Date of birth",
        hint="For example, 27 3 2015. If you do not know it, give your best guess and tick the box below.",
        not_future=True,
        required_message=MISSING["child.birth_date"],
    )
    birth_date_estimated = CheckboxField(label="This date of birth is a guess", required=False)
    sex = ChoiceField(
        label="Sex",
        choices=[("F", "Female"), ("M", "Male"), ("U", "Not known")],
        inline=True,
        required_message=MISSING["child.sex"],
    )
    expected_delivery_date = DateField(
        label="When is the birth expected?",
        noun="The date on which the birth is expected",
        hint="For example, 14 2 2027",
        required_message=MISSING["child.expected_delivery_date"],
    )
    maternity = TextField(label="Mother’s full name", max_length=MOST["child.maternity"], required=False, spellcheck=False)
    booking_hospital = TextField(
        label="At which hospital is the birth booked?",
        noun="Hospital where the birth is booked",
        hint="If it is not booked anywhere, say so.",
        max_length=MOST["child.booking_hospital"],
        required=False,
    )
    gestation_weeks = NumberField(
        label="How many weeks pregnant is the mother?", noun="Weeks of pregnancy", least=1, most=45, width=3, required=False
    )
    babies = NumberField(label="How many babies are expected?", noun="How many babies", least=1, most=9, width=3, required=False)
    late_booked = ChoiceField(
        label="Was the pregnancy hidden, or booked late?",
        choices=Booking.choices,
        small=True,
        required=False,
        mark_optional=False,
    )
    given_name = TextField(
        label="First name",
        max_length=MOST["child.given_name"],
        hint="Leave it empty for a child who is not born yet.",
        required_message=MISSING["child.given_name"],
        spellcheck=False,
    )
    family_name = TextField(
        label="Last name",
        max_length=MOST["child.family_name"],
        hint="For a child who is not born yet, the mother’s last name.",
        required_message=MISSING["child.family_name"],
        spellcheck=False,
    )
    known_as = TextField(
        label="Other names they are known by", max_length=MOST["child.known_as"], required=False, spellcheck=False
    )
    address = LongTextField(
        label="Home address",
        hint="If the child has no fixed address, say so and where they usually stay.",
        rows=3,
        max_length=MOST["child.address"],
        required_message=MISSING["child.address"],
    )
    no_fixed_address = CheckboxField(label="The child has no fixed address", required=False)
    postcode = TextField(label="Postcode", max_length=10, width=10, required=False, autocomplete="off")
    whereabouts = TextField(
        label="Where is the child now, if not at that address?", max_length=MOST["child.whereabouts"], required=False
    )
    school = TextField(label="School, college or nursery", max_length=MOST["child.school"], required=False)
    gp = TextField(label="GP surgery", max_length=MOST["child.gp"], required=False)
    nhs_number = TextField(
        label="NHS number", hint="10 digits, like 943 476 5919", max_length=20, width=20, inputmode="numeric", required=False
    )
    upn = TextField(label="Unique pupil number (UPN)", hint="A letter and 12 digits", max_length=20, width=20, required=False)
    ethnicity = SelectField(label="Ethnic background", choices=ETHNICITIES, required=False, empty_label="Choose one")
    first_language = TextField(label="First language", max_length=MOST["child.first_language"], width=20, required=False)
    interpreter_needed = ChoiceField(
        label="Does the child or family need an interpreter?",
        choices=[(YesNoUnknown.YES, "Yes"), (YesNoUnknown.NO, "No"), (YesNoUnknown.UNKNOWN, "Not known")],
        inline=True,
        required=False,
        mark_optional=False,
    )
    disability = TextField(
        label="Any disability or health condition, and what helps the child",
        max_length=MOST["child.disability"],
        required=False,
    )
    disability_codes = ManyChoiceField(
        label="Does the child have a disability in any of these?",
        choices=list(DISABILITIES.items()),
        exclusive=(NO_DISABILITY,),
        small=True,
        required=False,
        mark_optional=False,
    )
    communication = TextField(
        label="How does the child communicate best?",
        hint="For example speech, signs, pictures, a device.",
        noun="How the child communicates best",
        max_length=MOST["child.communication"],
        required=False,
    )
    gender_identity = TextField(
        label="Gender identity, if the child told you",
        noun="Gender identity",
        max_length=MOST["child.gender_identity"],
        required=False,
    )
    religion = TextField(label="Religion", max_length=MOST["child.religion"], required=False)
    education = ChoiceField(
        label="How is the child educated?", choices=Education.choices, small=True, required=False, mark_optional=False
    )
    attendance = TextField(
        label="Attendance", hint="For example 72% since September.", max_length=MOST["child.attendance"], required=False
    )
    young_carer = ChoiceField(
        label="Does the child care for someone?", choices=YES_NO_UNKNOWN, inline=True, required=False, mark_optional=False
    )
    helped_before = ChoiceField(
        label="Has there been an early help assessment of the child?",
        choices=YES_NO_UNKNOWN,
        inline=True,
        required=False,
        mark_optional=False,
    )
    looking_after_authority = TextField(
        label="If a council looks after the child, which one?",
        noun="Which council looks after the child",
        max_length=MOST["child.looking_after_authority"],
        required=False,
    )
    legal_orders = ManyChoiceField(
        label="Which orders are there about the child?",
        choices=list(LEGAL_ORDERS.items()),
        exclusive=(NO_ORDER,),
        small=True,
        required=False,
        mark_optional=False,
    )
    nationality = TextField(label="Nationality", max_length=MOST["child.nationality"], required=False)
    immigration = ChoiceField(
        label="What is the child’s immigration status?",
        choices=Immigration.choices,
        small=True,
        required=False,
        mark_optional=False,
    )

    def clean_expected_delivery_date(self) -> date | None:
        """A day on which a child who is not born yet can be expected."""
        expected: date | None = self.cleaned_data.get("expected_delivery_date")
        if expected is not None and (wrong := wrong_expected_date(expected, clock.today())):
            raise ValidationError(wrong, code="expected")
        return expected

    def clean_nhs_number(self) -> str:
        """The number as ten digits."""
        return self._identifier("nhs_number")

    def clean_upn(self) -> str:
        """The number as 13 signs."""
        return self._identifier("upn")

    def clean_postcode(self) -> str:
        """The postcode with one space."""
        return self._identifier("postcode")

    def _identifier(self, name: str) -> str:
        try:
            return tidy_identifier(name, self.cleaned_data.get(name, ""), test_numbers=settings.TEST_NHS_NUMBERS)
        except Refused as refused:
            raise ValidationError(refused.sentence, code="identifier") from refused

    @property
    def folded(self) -> list[BoundField]:
        """What may be told besides, folded up."""
        return [self[name] for name in MORE]

    @property
    def foremost(self) -> list[BoundField]:
        """What is asked first: everything that is neither folded up nor beneath an answer."""
        beneath = {name for field in self.fields.values() for names in getattr(field, "reveal", {}).values() for name in names}
        names = [name for name in self.base_fields if name not in MORE and name not in beneath]
        for found, after in (("school_found", "school"), ("address_found", "postcode")):
            if found in self.fields:
                names.insert(names.index(after) + 1, found)
        return [self[name] for name in names]

    @property
    def unfolded(self) -> bool:
        """Whether anything that is folded up is answered or wrong."""
        return any(name in self.errors or self[name].value() not in (None, "", []) for name in MORE)

    @property
    def display_name(self) -> str:
        """How lists of the form name the child."""
        answers = self.cleaned_data
        family = str(answers.get("family_name") or "")
        if answers.get("born") == "no":
            return f"Unborn child {family}".strip()
        return f"{answers.get('given_name') or ''} {family}".strip()
