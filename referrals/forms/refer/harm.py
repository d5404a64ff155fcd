"""Which kinds of harm and need, and where it happens. What is chosen here decides what is asked besides."""

from foundation.design.forms import ManyChoiceField, TextField
from referrals.forms.refer.base import PageForm
from referrals.models.harms import AT_HOME, HARMS, NEEDS, UNSURE, Context
from referrals.rules.questions import MISSING, MOST

HARM = "harm"


class HarmForm(PageForm):
    """Kinds of harm by the factors of the census, in plain words."""

    page = "refer.harm"
    harms = ManyChoiceField(
        label="Which kinds of harm are you worried about?",
        hint="Choose all that fit. For some of them we ask a few more questions afterwards.",
        choices=[*HARMS.items(), (UNSURE, "I am not sure, or none of these")],
        exclusive=(UNSURE,),
        small=True,
        required_message=MISSING["harm.harms"],
    )
    needs = ManyChoiceField(
        label="What else weighs on the child?", choices=list(NEEDS.items()), small=True, required=False, mark_optional=False
    )
    at_home = ManyChoiceField(
        label="What weighs on the parents, or on others at home?",
        choices=list(AT_HOME.items()),
        small=True,
        required=False,
        mark_optional=False,
    )
    contexts = ManyChoiceField(
        label="Where does it happen?",
        choices=Context.choices,
        reveal={Context.PLACE: ["place"], Context.GROUP: ["peer_group"], Context.ONLINE: ["online_place"]},
        small=True,
        required=False,
        mark_optional=False,
    )
    place = TextField(label="Which place?", max_length=MOST["harm.place"], required=False)
    peer_group = TextField(
        label="Which group, and who belongs to it?",
        hint="Children who may be harmed there too can be added to this referral.",
        max_length=MOST["harm.peer_group"],
        required=False,
    )
    online_place = TextField(
        label="On which app, game or site, and under which names?", max_length=MOST["harm.online_place"], required=False
    )

    @property
    def worries(self) -> list[str]:
        """The codes chosen of what is done to the child and what weighs on the child."""
        answers = self.cleaned_data
        return [str(code) for name in ("harms", "needs") for code in answers.get(name) or ()]

    @property
    def harm_types(self) -> list[str]:
        """All codes that were chosen."""
        return [*self.worries, *(str(code) for code in self.cleaned_data.get("at_home") or ())]
