"""The household and the network: who they are, and what each is to each child."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
)
from referrals.forms.refer.base import PageForm
from referrals.models.codes import YesNoUnknown
from referrals.models.household import SubmissionPerson
from referrals.rules.questions import MISSING, MOST

YES_NO_UNKNOWN = [(YesNoUnknown.YES, "Yes"), (YesNoUnknown.NO, "No"), (YesNoUnknown.UNKNOWN, "Not known")]
Kind = SubmissionPerson.Kind
ChildName = tuple[int, str]


class FamilyForm(PageForm):
    """Asks for fathers and other carers by name, because they are so often missing."""

    page = "refer.family"
    father_known = ChoiceField(
        label="Have you told us about the father of each child?",
        hint="Add him above, even if he does not live with the child or you only know his first name.",
        choices=[(YesNoUnknown.YES, "Yes"), (YesNoUnknown.NO, "No")],
        reveal={"no": ["father_unknown_reason"]},
        required_message=MISSING["family.father_known"],
    )
    father_unknown_reason = LongTextField(
        label="Which father is missing, and why?",
        hint="For example: the mother does not want to name him; I have not asked.",
        rows=3,
        max_length=MOST["family.father_unknown_reason"],
        required_message=MISSING["family.father_unknown_reason"],
    )
    other_carers = ChoiceField(
        label="Have you told us about everyone else who cares for the children or lives with them?",
        hint="For example the mother, partners, step-parents, grandparents, lodgers.",
        choices=[
            (YesNoUnknown.YES, "Yes"),
            (YesNoUnknown.NO, "No, there are others whose names I do not know"),
            (YesNoUnknown.UNKNOWN, "I do not know who else there is"),
        ],
        required_message=MISSING["family.other_carers"],
    )
    staff_risk = LongTextField(
        label="Is there anything our staff should know before they visit?",
        hint="For example violence, weapons, dogs, or a person who must not learn who referred.",
        rows=3,
        max_length=MOST["family.staff_risk"],
        required=False,
    )


class PersonForm(PageForm):
    """One person, with a relationship and parental responsibility for each child."""

    page = "refer.person"

    kind = ChoiceField(
        label="Who is this?",
        choices=[
            (Kind.FATHER, "Father"),
            (Kind.CARER, "Mother, partner or other carer"),
            (
                Kind.HOUSEHOLD,
                "Someone else in the household",
            ),
            (Kind.NETWORK, "Wider family or friend"),
            (Kind.PROFESSIONAL, "Professional who knows the family"),
            (Kind.OF_CONCERN, "Someone who may be a risk to the child"),
            (Kind.OTHER_CHILD, "Another child: a brother or sister elsewhere, or a friend"),
        ],
        reveal={Kind.PROFESSIONAL: ["organisation", "job", "last_contact", "involvement"]},
        required_message=MISSING["person.kind"],
    )
    organisation = TextField(label="Organisation", max_length=MOST["person.organisation"], required=False)
    job = TextField(label="Job", max_length=MOST["person.job"], required=False)
    last_contact = TextField(
        label="When did they last see the child or family?",
        noun="When they last saw the family",
        max_length=MOST["person.last_contact"],
        required=False,
    )
    involvement = TextField(
        label="What do they do for the family now?",
        noun="What they do for the family",
        max_length=MOST["person.involvement"],
        required=False,
    )
    name = TextField(label="Full name", max_length=MOST["person.name"], required_message=MISSING["person.name"], spellcheck=False)
    birth_date = DateField(label="Date of birth", hint="If you know it. For example, 27 3 1988", not_future=True, required=False)
    birth_date_estimated = CheckboxField(label="This date of birth is a guess", required=False)
    lives_in_household = ChoiceField(
        label="Do they live with the child?",
        choices=YES_NO_UNKNOWN,
        inline=True,
        required_message=MISSING["person.lives_in_household"],
    )
    contact_details = TextField(
        label="Telephone number, address or email", max_length=MOST["person.contact_details"], required=False
    )
    interpreter_language = TextField(
        label="Language, if they need an interpreter", max_length=MOST["person.interpreter_language"], required=False
    )
    risk_to_staff = TextField(
        label="Any risk from this person to staff who visit", max_length=MOST["person.risk_to_staff"], required=False
    )

    def __init__(self, *args: Any, children: Sequence[ChildName] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.children = list(children)
        for number, name in self.children:
            self.fields[f"relation_{number}"] = TextField(
                label=f"What are they to {name}?",
                noun=f"What they are to {name}",
                hint="For example: stepfather, maternal aunt, health visitor, no relation.",
                max_length=100,
                width="one-half",
                required_message=f"Enter what they are to {name}",
            )
            self.fields[f"responsibility_{number}"] = ChoiceField(
                label=f"Do they have parental responsibility for {name}?",
                choices=YES_NO_UNKNOWN,
                inline=True,
                required_message=f"Select whether they have parental responsibility for {name}",
            )

    def options(self) -> dict[str, Any]:
        """The children."""
        return {"children": self.children}

    @property
    def display_name(self) -> str:
        """How lists of the form name the person."""
        return str(self.cleaned_data.get("name") or "")
