"""What the public page asks, in words that a family recognises."""

from collections.abc import Sequence
from typing import Any

from django.forms import BoundField

from foundation.design.forms import (
    ChoiceField,
    DateField,
    EmailField,
    LongTextField,
    NumberField,
    PhoneField,
    TextField,
    YesNoField,
)
from referrals.forms.refer.base import answer_text
from referrals.forms.several import SeveralChildren
from referrals.rules.public import MOST_TOLD, ChildTold, Told
from referrals.rules.submission import Answer, AnsweredSection

TRAP = "homepage"
"""A box that nobody sees and only a machine fills in."""
NO_NAME = "Enter the first name, or “not known”"


class PublicForm(SeveralChildren):
    """One short page."""

    page = "referrals.public"
    most = MOST_TOLD

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
        hint="For example the people at home, and brothers and sisters whom you have not named above.",
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

    def child_fields(self, place: int) -> dict[str, Any]:
        """Name, and age or date of birth. The first child carries no number: most people write of one."""
        which = "the child or young person" if place == 1 else f"child {place}"
        own = "Your own, if it is about you. " if place == 1 else ""
        suffix = "" if place == 1 else f"_{place}"
        return {
            f"given_name{suffix}": TextField(
                label=f"First name of {which}",
                hint=f"{own}Write “not known” if you do not know it.",
                max_length=100,
                required=place == 1,
                mark_optional=False,
                required_message=NO_NAME,
                spellcheck=False,
            ),
            f"family_name{suffix}": TextField(
                label="Last name" if place == 1 else f"Last name of {which}", required=False, max_length=100, spellcheck=False
            ),
            f"age{suffix}": NumberField(
                label="How old are they?" if place == 1 else f"How old is {which}?",
                hint="In years. A guess will do. For a baby, write 0.",
                least=0,
                most=18,
                required=False,
                mark_optional=False,
                width=3,
            ),
            f"birth_date{suffix}": DateField(
                label="Date of birth" if place == 1 else f"Date of birth of {which}",
                hint="Only if you know it.",
                required=False,
                not_future=True,
            ),
        }

    def questions_before(self) -> list[BoundField]:
        """What is asked before the children."""
        return [self[name] for name in ("danger", "who")]

    def questions_after(self) -> list[BoundField]:
        """What is asked after them."""
        asked = {"danger", "who", *(name for place in range(1, self.places + 1) for name in self.child_fields(place))}
        return [self[name] for name in self.fields if name not in asked]

    def clean(self) -> dict[str, Any]:
        """Ask for a name, and for an age where no date of birth is given, of each child of whom anything is said."""
        given = super().clean() or self.cleaned_data
        for place in range(1, self.places + 1):
            name, _family, age, birth_date = self.child_fields(place)
            if not self.begun(place):
                continue
            if name not in self.errors and not given.get(name):
                self.add_error(name, NO_NAME)
            if age not in self.errors and given.get(age) is None and not given.get(birth_date) and birth_date not in self.errors:
                self.add_error(age, "Enter how old they are. A guess will do")
        return given

    def told(self) -> Told:
        """The answers, with every question in its words."""
        given = {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
        children = [_child([given.get(name) for name in self.child_fields(place)]) for place in self._named()]
        of_children = {name for place in range(1, self.places + 1) for name in self.child_fields(place)}
        names = [
            *(bound.name for bound in self.questions_before()),
            *(name for place in self._named() for name in self.child_fields(place)),
            *(bound.name for bound in self.questions_after()),
        ]
        rows = [
            Answer(question=str(self.fields[name].label or ""), answer=answer_text(self[name], self.cleaned_data.get(name)))
            for name in names
        ]
        sections = (AnsweredSection(section="public", title="From the public page", answers=rows),)
        plain = {name: value for name, value in given.items() if name not in of_children}
        return Told(**{**plain, "danger": given["danger"] == "yes"}, children=children, answers=sections)

    def _named(self) -> list[int]:
        return [place for place in range(1, self.places + 1) if self.begun(place)]


def _child(said: Sequence[Any]) -> ChildTold:
    name, family, age, birth_date = said
    return ChildTold(name, family or "", birth_date, age)
