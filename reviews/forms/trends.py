"""What is filled in about the trends map: its features, how a child is coded, and what national reports name."""

from collections.abc import Collection, Sequence
from typing import Any

from foundation.design.forms import ChoiceField, DateField, ManyChoiceField, NumberField, PortalForm, SelectField, TextField
from reviews.models import AgeGroup, CaseKind, TrendColumn, TrendFeature
from reviews.selectors.trends import features_to_choose

FIRST_YEAR, LAST_YEAR = 2000, 2099


class MapForm(PortalForm):
    """What the map is narrowed to."""

    page = "reviews.trends"

    since = NumberField(label="From the year", least=FIRST_YEAR, most=LAST_YEAR, width=4, required=False, mark_optional=False)
    until = NumberField(label="To the year", least=FIRST_YEAR, most=LAST_YEAR, width=4, required=False, mark_optional=False)
    kind = SelectField(label="Kind of case", choices=CaseKind.choices, empty_label="All", required=False, mark_optional=False)

    def clean(self) -> dict[str, Any]:
        """The years follow one another."""
        given = super().clean() or {}
        if given.get("since") and given.get("until") and given["since"] > given["until"]:
            self.add_error("until", "The last year must be the first one or later")
        return given


class FeatureForm(PortalForm):
    """Another feature of the map."""

    page = "reviews.feature"

    column = ChoiceField(
        label="In which column does it stand?", choices=TrendColumn.choices, required_message="Select in which column it stands"
    )
    name = TextField(
        label="What is the feature?",
        hint="A feature of what happened to children, such as “Housing”. It joins the partnership’s themes",
        max_length=120,
        required_message="Enter the feature",
    )


class NationalForm(PortalForm):
    """A national report that names a feature."""

    page = "reviews.national"

    code = SelectField(label="Which feature does it name?", choices=[], required_message="Select which feature it names")
    source = TextField(label="What is the report called?", max_length=200, required_message="Enter what the report is called")
    published_on = DateField(label="When was it published?", required_message="Enter when it was published", not_future=True)
    note = TextField(label="What does it say, in a sentence?", max_length=300, required=False)

    def __init__(self, *args: Any, features: Sequence[TrendFeature], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = [(row.theme.code, row.theme.name) for row in features]  # type: ignore[attr-defined]  # a select


class CodingForm(PortalForm):
    """How old a child was, and which features its story has."""

    page = "reviews.coding"

    age_group = ChoiceField(
        label="How old was the child when it happened?",
        choices=AgeGroup.choices,
        required_message="Select how old the child was",
    )

    def __init__(self, *args: Any, features: Sequence[TrendFeature], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for column in TrendColumn:
            choices = features_to_choose(column, features)
            if choices:
                self.fields[column.value] = ManyChoiceField(
                    label=column.label, noun=column.label, choices=choices, required=False, mark_optional=False
                )

    @property
    def features(self) -> Collection[str]:
        """The codes of all features that were chosen, whatever their column."""
        return [code for column in TrendColumn for code in self.cleaned_data.get(column.value, ())]
