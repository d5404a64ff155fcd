"""What may be told besides: marks on the body, and help that was given before."""

from typing import Any

from foundation.design.forms import ChoiceField, LongTextField, ManyChoiceField, SelectField, TextField
from referrals.forms.refer.base import PageForm
from referrals.models.codes import HelpResult, YesNoUnknown
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
        reveal={YesNoUnknown.YES: ["lead", "dates", "result", "outcome", "not_enough"]},
        required=False,
        mark_optional=False,
    )
    lead = TextField(
        label="Who was the lead practitioner?", noun="Lead practitioner", max_length=MOST["help.lead"], required=False
    )
    dates = TextField(label="When did it begin and end?", max_length=MOST["help.dates"], required=False)
    result = SelectField(label="How did it end?", choices=[("", "Select"), *HelpResult.choices], required=False)
    outcome = LongTextField(label="What came of it?", rows=3, max_length=MOST["help.outcome"], required=False)
    not_enough = LongTextField(label="Why is it not enough now?", rows=3, max_length=MOST["help.not_enough"], required=False)


COLUMNS_OF_INJURIES = {
    "areas": "injury_areas",
    "sides": "injury_sides",
    "description": "injury_description",
    "seen": "injury_seen",
    "explanation": "injury_explanation",
}
COLUMNS_OF_HELP = {
    "early_help": "early_help",
    "lead": "help_lead",
    "dates": "help_dates",
    "result": "help_result",
    "outcome": "help_outcome",
    "not_enough": "help_not_enough",
}
COLUMNS = {INJURIES: COLUMNS_OF_INJURIES, HELP: COLUMNS_OF_HELP}
"""By page: the columns of a submission by the question that fills each."""


def columns_of(page: str, form: PageForm) -> dict[str, Any]:
    """The columns that one of these pages fills, as far as it can be read."""
    given = form.cleaned_data
    return {
        column: [str(one) for one in given.get(name) or ()]
        if isinstance(form.fields[name], ManyChoiceField)
        else str(given.get(name) or "")
        for name, column in COLUMNS[page].items()
    }
