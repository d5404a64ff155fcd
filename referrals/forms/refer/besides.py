"""What may be told besides: marks on the body, and help that was given before."""

from foundation.design.forms import ChoiceField, LongTextField, ManyChoiceField, TextField
from referrals.forms.refer.base import PageForm
from referrals.models.codes import YesNoUnknown
from referrals.models.harms import AREAS, SIDES
from referrals.rules.questions import MOST

INJURIES, HELP = "injuries", "help"


class InjuriesForm(PageForm):
    """A body map in words."""

    page = "refer.injuries"
    areas = ManyChoiceField(
        label="On which parts of the body are there marks or injuries?",
        hint="Say what you saw without undressing the child. You can attach a drawn body map under “Documents”.",
        choices=list(AREAS.items()),
        small=True,
        required=False,
        mark_optional=False,
    )
    sides = ManyChoiceField(label="On which side?", choices=list(SIDES.items()), small=True, required=False, mark_optional=False)
    description = LongTextField(
        label="What do they look like?",
        hint="Which child, and for each mark: part of the body, shape, size in centimetres, colour.",
        rows=5,
        max_length=MOST["injuries.description"],
        required=False,
    )
    seen = TextField(label="Who saw them, and when?", max_length=MOST["injuries.seen"], required=False)
    explanation = LongTextField(
        label="How were they explained, and by whom?", rows=3, max_length=MOST["injuries.explanation"], required=False
    )


class HelpForm(PageForm):
    """Early help so far."""

    page = "refer.help"
    early_help = ChoiceField(
        label="Has the family had early help, or a team around the family?",
        choices=YesNoUnknown.choices,
        reveal={YesNoUnknown.YES: ["lead", "dates", "outcome", "not_enough"]},
        required=False,
        mark_optional=False,
    )
    lead = TextField(
        label="Who was the lead practitioner?", noun="Lead practitioner", max_length=MOST["help.lead"], required=False
    )
    dates = TextField(label="When did it begin and end?", max_length=MOST["help.dates"], required=False)
    outcome = LongTextField(label="What came of it?", rows=3, max_length=MOST["help.outcome"], required=False)
    not_enough = LongTextField(label="Why is it not enough now?", rows=3, max_length=MOST["help.not_enough"], required=False)
