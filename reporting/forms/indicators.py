"""What is filled in about indicators and their values."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from board.models import Challenge
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    LongTextField,
    NumberField,
    PortalForm,
    SelectField,
    TextField,
)
from foundation.figures import DisclosureClass, FigureKind
from reporting.models import Indicator, ValueAsked
from reporting.models.inputs import PeriodKind
from reporting.rules.adding_up import Amount, Parts, words_of
from reporting.rules.indicators import OF_TWO_NUMBERS
from reporting.rules.typed_parts import BY, OddPart, example, parts_as_text, parts_from

Options = Sequence[tuple[str, str]]
LONGEST_PARTS = 4000
VALUE_KINDS = [
    (FigureKind.COUNT.value, "How many in the period"),
    (FigureKind.STATE.value, "How many on the last day of the period"),
    (FigureKind.PERCENTAGE.value, "A share in per cent"),
    (FigureKind.RATE.value, "A rate per 10,000"),
    (FigureKind.MEAN.value, "A mean, such as days waited"),
    (FigureKind.MONEY.value, "Pounds"),
]
DISCLOSURES = [
    (DisclosureClass.PEOPLE.value, "Counts people: small numbers are hidden"),
    (DisclosureClass.SENSITIVE.value, "Counts people in very sensitive matters: numbers are hidden sooner"),
    (DisclosureClass.EVENTS.value, "Events and work of the partnership: shown as they are"),
    (DisclosureClass.MONEY.value, "Money: shown as it is"),
    (DisclosureClass.PUBLISHED.value, "Published elsewhere already: shown as it is"),
]


def _number(label: str, noun: str, **more: Any) -> NumberField:
    return NumberField(label=label, noun=noun, decimals=4, least=Decimal(0), width=10, required=False, **more)


class IndicatorForm(PortalForm):
    """What is aimed at, and who looks after it."""

    page = "reporting.indicator"

    better = ChoiceField(
        label="What is better?", choices=Indicator.Better.choices, small=True, required_message="Select what is better"
    )
    target = _number("What is the target?", "Target", hint="A share as per cent: 95 for 95%")
    tolerance = _number("How far off the target is still amber?", "Tolerance", hint="In the same unit; empty: not at all")
    owner = SelectField(
        label="Which agency owns it?",
        hint="It is asked for the value where no app counts it, and answers for it.",
        choices=[],
        empty_label="Nobody",
        required=False,
        mark_optional=False,
    )
    group = SelectField(label="Which group scrutinises it?", choices=[], empty_label="None", required=False, mark_optional=False)

    def __init__(self, *args: Any, owners: Options, groups: Options, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = owners  # type: ignore[attr-defined]  # a select
        self.fields["group"].choices = groups  # type: ignore[attr-defined]  # a select


def _years(**more: Any) -> ChoiceField:
    return ChoiceField(
        label="Which years does it have?",
        choices=PeriodKind.choices,
        choice_hints={
            PeriodKind.FINANCIAL: "April to March; the first quarter is April to June",
            PeriodKind.ACADEMIC: "September to August; the first quarter is September to November",
            PeriodKind.CALENDAR: "January to December; the first quarter is January to March",
        },
        small=True,
        **{"required_message": "Select which years it has", **more},
    )


class _Every(PortalForm):
    every = ChoiceField(
        label="How often is it told?",
        choices=Indicator.Every.choices,
        small=True,
        inline=True,
        required_message="Select how often it is told",
    )


class WatchForm(IndicatorForm, _Every):
    """A figure of the portal that is to be watched."""

    page = "reporting.watch_figure"

    code = SelectField(label="Which figure?", choices=[], required_message="Select a figure")
    period_kind = _years(required=False, initial=PeriodKind.FINANCIAL)
    field_order = ["code", "period_kind", "every", "better", "target", "tolerance", "owner", "group"]

    def __init__(self, *args: Any, figures: Options, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = figures  # type: ignore[attr-defined]  # a select


class DefineForm(IndicatorForm, _Every):
    """An indicator that no app counts."""

    page = "reporting.define_indicator"

    title = TextField(label="What is it called?", noun="Title", max_length=120, required_message="Enter what it is called")
    code = TextField(
        label="Which code does it get?",
        hint="Letters, figures and one dot, such as absence.persistent. It stays the same for ever.",
        max_length=60,
        required_message="Enter a code",
    )
    meaning = LongTextField(
        label="What does it mean, in plain words?",
        noun="Meaning",
        rows=3,
        max_length=1000,
        required_message="Enter what it means",
    )
    unit = TextField(
        label="What is counted?", hint="A plural: children, episodes, days", noun="Unit", max_length=60,
        required_message="Enter what is counted",
    )  # fmt: skip
    value_kind = ChoiceField(
        label="What sort of number is it?", choices=VALUE_KINDS, small=True, required_message="Select what sort of number it is",
    )  # fmt: skip
    numerator = TextField(
        label="What is counted on top?",
        hint="Of a share, a rate and a mean",
        noun="What is counted",
        max_length=200,
        required=False,
    )
    denominator = TextField(label="Out of what, or for each of what?", noun="Out of what", max_length=200, required=False)
    parts = TextField(
        label="By what is it returned in parts?",
        hint="With commas between them: age, place. The parts by each must make up the whole.",
        noun="By what",
        max_length=200,
        required=False,
    )
    disclosure = ChoiceField(
        label="May small numbers be shown?",
        choices=DISCLOSURES,
        small=True,
        required_message="Select whether small numbers may be shown",
    )
    period_kind = _years()
    year_rule = SelectField(
        label="How is a year told from its quarters?",
        hint="Of one that is told every quarter",
        choices=[choice for choice in Indicator.YearRule.choices if choice[0]],
        empty_label=Indicator.YearRule.USUAL.label,
        required=False,
        mark_optional=False,
    )
    field_order = [
        "title", "code", "meaning", "unit", "value_kind", "numerator", "denominator", "parts", "disclosure", "owner",
        "period_kind", "every", "year_rule", "better", "target", "tolerance", "group",
    ]  # fmt: skip

    def clean_code(self) -> str:
        """Refuse what is no code."""
        code: str = self.cleaned_data["code"].strip().lower()
        parts = code.split(".")
        if len(parts) != 2 or not all(part.isascii() and part.replace("_", "").isalnum() for part in parts):
            self.add_error("code", "Code must be two words with a dot between them, such as absence.persistent")
        return code


class RetireIndicatorForm(PortalForm):
    """Why an indicator is watched no more."""

    page = "reporting.retire_indicator"

    reason = LongTextField(
        label="Why is it not watched any more?", noun="Reason", rows=3, max_length=1000, required_message="Enter why"
    )


class _OfPeriod(PortalForm):
    period = SelectField(label="Of which period?", choices=[], empty_label=None, required_message="Select a period")

    def __init__(self, *args: Any, periods: Options, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].choices = periods  # type: ignore[attr-defined]  # a select


class CommentForm(_OfPeriod):
    """What explains a value."""

    page = "reporting.comment_on_indicator"

    text = LongTextField(
        label="What explains it?",
        hint="It stands beside the value for everybody who sees the scorecard. Name no child and no family.",
        noun="Comment",
        rows=5,
        max_length=2000,
        required_message="Enter what explains it",
    )
    field_order = ["period", "text"]


class ChallengeForm(_OfPeriod):
    """What is challenged about a value."""

    page = "reporting.challenge_indicator"
    requires = {("raiser_kind", Challenge.Raiser.PARTNER): ["raiser_agency"]}

    text = LongTextField(
        label="What is challenged, and on what evidence?",
        hint="It goes into the challenge log, about the owner of the indicator.",
        noun="Challenge",
        rows=5,
        max_length=4000,
        required_message="Enter what is challenged",
    )
    asked_for = LongTextField(label="What is asked for?", rows=3, max_length=2000, required=False)
    raiser_kind = ChoiceField(
        label="Who raises it?",
        choices=Challenge.Raiser.choices,
        small=True,
        reveal={Challenge.Raiser.PARTNER: ["raiser_agency"]},
        required_message="Select who raises it",
    )
    raiser_agency = SelectField(
        label="Which agency?", choices=[], required_message="Select the agency that raises it", mark_optional=False
    )
    response_due_on = DateField(label="When is an answer due?", noun="Day", hint="For example, 31 3 2027", required=False)
    field_order = ["period", "text", "asked_for", "raiser_kind", "raiser_agency", "response_due_on"]

    def __init__(self, *args: Any, agencies: Options, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["raiser_agency"].choices = agencies  # type: ignore[attr-defined]  # a select


class ReasonForm(PortalForm):
    """Why a counted value differs from the one before it."""

    page = "reporting.explain_change"

    text = LongTextField(
        label="Why did the value change?",
        hint="It stands with the value for everybody who sees it. Name no child and no family.",
        noun="Reason",
        rows=4,
        max_length=2000,
        required_message="Enter why the value changed",
    )


class AskForValuesForm(_OfPeriod):
    """For which period agencies are asked, and by when."""

    page = "reporting.ask_for_values"

    due_on = DateField(
        label="By when?", noun="Day", hint="For example, 31 7 2027", required_message="Enter by when the values are needed"
    )
    field_order = ["period", "due_on"]


class ValueForm(PortalForm):
    """The value of an indicator for a period: one number, or the two of a share, a rate or a mean."""

    page = "reporting.return_value"

    value = _number("What is the value?", "Value")
    numerator = NumberField(label="How many?", noun="How many", least=0, width=10, required=False)
    denominator = NumberField(label="Out of how many?", noun="Out of how many", least=0, width=10, required=False)
    source = TextField(
        label="Where does it come from?", hint="The register, system or publication", noun="Source", max_length=200,
        required_message="Enter where it comes from",
    )  # fmt: skip
    note = TextField(
        label="What must a reader know?", hint="Of a correction: why it is corrected", noun="Note", max_length=400, required=False
    )
    sure = CheckboxField(label="I have checked this value, and it is right", required=False, mark_optional=False)

    def __init__(self, *args: Any, asked: ValueAsked, parts: Parts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        one = asked.indicator
        self._kind = FigureKind(one.value_kind)
        for dimension, there in parts.items():
            self.fields[f"{BY}{dimension}"] = LongTextField(
                label=f"By {words_of(dimension)}: how many of each?",
                hint=f"One on each line, such as {example(self._kind)}. They must make up the whole.",
                noun=f"By {words_of(dimension)}",
                rows=5,
                max_length=LONGEST_PARTS,
                required=False,
                initial=parts_as_text(there),
            )
        self.order_fields(["value", "numerator", "denominator", *(f"{BY}{dimension}" for dimension in parts)])
        share = one.value_kind in OF_TWO_NUMBERS
        for name in ("value",) if share else ("numerator", "denominator"):
            del self.fields[name]
        if share:
            self.fields["numerator"].label = f"{one.numerator}: how many?"
            self.fields["denominator"].label = f"{one.denominator}: out of how many?"
        else:
            self.fields["value"].label = f"{one.title}, {asked.period}: how many {one.unit}?"

    def clean(self) -> dict[str, Any]:
        """What was filled in, with the parts read; a line that is no part is refused beside its field."""
        given = super().clean() or {}
        parts: dict[str, Mapping[str, Amount]] = {}
        for name in [name for name in self.fields if name.startswith(BY)]:
            try:
                parts[name.removeprefix(BY)] = parts_from(given.pop(name, None) or "", self._kind)
            except OddPart as odd:
                self.add_error(name, str(odd))
        return {**given, "parts": {dimension: found for dimension, found in parts.items() if found}}


class WithdrawValueForm(PortalForm):
    """Why a value is not needed any more."""

    page = "reporting.withdraw_value"

    reason = LongTextField(
        label="Why is it not needed any more?", noun="Reason", rows=3, max_length=1000, required_message="Enter why"
    )
