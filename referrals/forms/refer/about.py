"""Whether a child is in danger, who is writing, and what they ask for."""

from collections.abc import Sequence
from typing import Any

from accounts.models import Agency
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    EmailField,
    LongTextField,
    ManyChoiceField,
    PhoneField,
    TextField,
    YesNoField,
)
from referrals.forms.refer.base import PageForm
from referrals.models.codes import LeadTold, Purpose, ThresholdLevel
from referrals.models.harms import TOOLS
from referrals.rules.questions import MISSING, MOST


class DangerForm(PageForm):
    """The first question of all."""

    page = "refer.danger"
    immediate_danger = YesNoField(
        label="Is a child in immediate danger?",
        hint="For example hurt or about to be hurt, left alone and too young for it, or about to be taken away.",
        required_message=MISSING["danger.immediate_danger"],
    )


class BeginForm(DangerForm):
    """The first question, and for whom they act of those who refer for several agencies."""

    def __init__(self, *args: Any, agencies: Sequence[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(agencies) > 1:
            self.fields["agency"] = ChoiceField(
                label="For which agency are you referring?",
                hint="You see what you sent for it as long as you refer for it. Its safeguarding lead sees it too.",
                choices=[(agency.code, agency.name) for agency in agencies],
                required_message="Select the agency for which you are referring",
            )


class AboutForm(PageForm):
    """Who is writing: brought forward from the account."""

    page = "refer.about"
    name = TextField(
        label="Your name",
        max_length=MOST["about.name"],
        autocomplete="name",
        spellcheck=False,
        required_message=MISSING["about.name"],
    )
    role = TextField(
        label="Your job", max_length=MOST["about.role"], autocomplete="organization-title", required_message=MISSING["about.role"]
    )
    telephone = PhoneField(
        label="Telephone number",
        hint="One on which we reach you today, and tomorrow until 5pm.",
        noun="Telephone number",
        required_message=MISSING["about.telephone"],
    )
    email = EmailField(label="Email address at work", required_message=MISSING["about.email"])
    relation = TextField(
        label="How do you know the family?",
        hint="For example: class teacher of the older child since September.",
        noun="How you know the family",
        required_message=MISSING["about.relation"],
        max_length=MOST["about.relation"],
    )
    lead_told = ChoiceField(
        label="Does your safeguarding lead or manager know of this referral?",
        choices=LeadTold.choices,
        required=False,
        mark_optional=False,
    )
    kept_from_family = CheckboxField(
        legend="May the family learn that it was you who referred?",
        label="No, they must not, because it could put someone in danger",
        required=False,
        reveal={"on": ["kept_because"]},
    )
    kept_because = TextField(
        label="Why?",
        noun="Why the family must not learn of you",
        hint="We keep your name from them as far as the law lets us. A court may ask for it.",
        max_length=MOST["about.kept_because"],
        required_message=MISSING["about.kept_because"],
    )


class RequestForm(PageForm):
    """What the referrer asks for and at what level of need."""

    page = "refer.request"
    purpose = ChoiceField(
        label="What are you asking for?",
        choices=[
            (Purpose.SOCIAL_CARE, "Children’s social care to look at this"),
            (Purpose.EARLY_HELP, "Early help for the family"),
            (Purpose.ADVICE, "Advice"),
            (Purpose.NOTIFICATION, "Nothing now: this is for your information"),
            (Purpose.DOMESTIC_ABUSE, "Nothing now: a notice of domestic abuse (Operation Encompass)"),
            (Purpose.PRIVATE_FOSTERING, "Nothing now: a notice that a child is privately fostered"),
        ],
        required_message=MISSING["request.purpose"],
    )
    referrer_level = ChoiceField(
        label="Which level of need do you think this is?",
        hint="As in the partnership’s threshold document. We decide together: a different view is welcome.",
        choices=[
            (str(ThresholdLevel.ACUTE), "Level 4: the child is suffering, or is likely to suffer, significant harm"),
            (str(ThresholdLevel.COMPLEX), "Level 3: complex needs, several agencies needed"),
            (str(ThresholdLevel.EARLY_HELP), "Level 2: some extra help needed"),
            (str(ThresholdLevel.UNIVERSAL), "Level 1: universal services are enough"),
            ("unsure", "I am not sure"),
        ],
        required_message=MISSING["request.referrer_level"],
    )
    referrer_level_reason = LongTextField(
        label="Why that level?", required=False, rows=3, max_length=MOST["request.referrer_level_reason"]
    )
    tools = ManyChoiceField(
        label="Which of these have you filled in?",
        hint="Please attach them under “Documents”.",
        choices=list(TOOLS.items()),
        small=True,
        required=False,
        mark_optional=False,
    )
