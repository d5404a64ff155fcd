"""What the public page asks, in words that a family recognises."""

from typing import Any

from foundation.design.forms import (
    ChoiceField,
    DateField,
    EmailField,
    LongTextField,
    NumberField,
    PhoneField,
    PortalForm,
    TextField,
    YesNoField,
)
from referrals.forms.refer.base import answer_text
from referrals.rules.public import Told
from referrals.rules.submission import Answer, AnsweredSection

TRAP = "homepage"
"""A box that nobody sees and only a machine fills in."""


class PublicForm(PortalForm):
    """One short page."""

    page = "referrals.public"

    danger = YesNoField(
        label="Is a child hurt or in danger right now?",
        hint="If yes, call 999 first. Then send this.",
        required_message="Select yes if a child is in danger right now",
    )
    who = ChoiceField(
        label="Who are you?",
        choices=[
            ("self", "I am under 18 and it is about me"),
            ("relative", "I am a parent, carer or relative"),
            ("acquaintance", "I am a friend, a neighbour or somebody else"),
            ("anonymous", "I would rather not say"),
        ],
        required_message="Select who you are",
    )
    given_name = TextField(
        label="First name of the child or young person",
        hint="Your own, if it is about you. Write “not known” if you do not know it.",
        max_length=100,
        required_message="Enter the first name, or “not known”",
        spellcheck=False,
    )
    family_name = TextField(label="Last name", required=False, max_length=100, spellcheck=False)
    age = NumberField(
        label="How old are they?",
        hint="In years. A guess will do. For a baby, write 0.",
        least=0,
        most=18,
        required=False,
        mark_optional=False,
        width=3,
    )
    birth_date = DateField(label="Date of birth", hint="Only if you know it.", required=False, not_future=True)
    address = LongTextField(label="Where do they live?", required=False, rows=3, max_length=500)
    worries = LongTextField(
        label="What is happening?",
        hint="Tell us in your own words. It does not have to be long.",
        rows=7,
        max_length=8000,
        required_message="Tell us what is happening",
    )
    wanted = LongTextField(label="What would help?", required=False, rows=3, max_length=3000)
    others = LongTextField(
        label="Who else is in the family?",
        hint="For example brothers and sisters, and how old they are.",
        required=False,
        rows=3,
        max_length=1500,
    )
    knows = ChoiceField(
        label="Do the parents or carers know that you are writing?",
        choices=[("parent", "I am the parent or carer"), ("yes", "Yes"), ("no", "No, or I do not know")],
        required_message="Select whether the parents or carers know",
    )
    name = TextField(label="Your name", required=False, max_length=100, autocomplete="name", spellcheck=False)
    telephone = PhoneField(label="Your telephone number", required=False)
    email = EmailField(
        label="Your email address",
        hint="We only write that we have your message, and when there is news. Leave it empty if somebody else reads your email.",
        required=False,
    )
    safe = TextField(
        label="When and how is it safe to reach you?",
        hint="For example: text me, mornings only.",
        required=False,
        max_length=300,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for an age where no date of birth is given."""
        given = super().clean() or self.cleaned_data
        if "age" in given and given["age"] is None and not given.get("birth_date") and "birth_date" not in self.errors:
            self.add_error("age", "Enter how old they are. A guess will do")
        return given

    def told(self) -> Told:
        """The answers, with every question in its words."""
        given = {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
        rows = [
            Answer(question=str(self.fields[name].label or ""), answer=answer_text(self[name], self.cleaned_data.get(name)))
            for name in self.fields
        ]
        sections = (AnsweredSection(section="public", title="From the public page", answers=rows),)
        return Told(**{**given, "danger": given["danger"] == "yes"}, answers=sections)
