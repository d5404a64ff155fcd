"""What is filled in about comparators and statistical neighbours."""

from collections.abc import Mapping, Sequence
from typing import Any

from foundation.design.forms import ChoiceField, DateField, FileField, LongTextField, PortalForm, SelectField, TextField
from reporting.forms.files import FileForm
from reporting.models import Comparator

Options = Sequence[tuple[str, str]]
YEAR_HINT = "As its figure is told: 2024-25 for a financial or an academic year, 2024 for a calendar year"


class ComparatorFilterForm(PortalForm):
    """Of which figure and of which year comparators are shown."""

    page = "reporting.comparators"

    code = SelectField(label="Figure", choices=[], empty_label="All", required=False, mark_optional=False)
    period = SelectField(label="Year", choices=[], empty_label="All", required=False, mark_optional=False)

    def __init__(self, asked: Mapping[str, str], *, figures: Options, years: Sequence[str]) -> None:
        known = {"code": dict(figures), "period": {year: year for year in years}}
        super().__init__({name: asked[name] for name in known if asked.get(name) in known[name]})
        self.fields["code"].choices = figures  # type: ignore[attr-defined]  # a select
        self.fields["period"].choices = [(year, year) for year in years]  # type: ignore[attr-defined]  # a select

    @property
    def chosen(self) -> dict[str, str]:
        """What was chosen."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class _Published(PortalForm):
    value = TextField(
        label="What is the number?",
        hint="As it was published, such as 347 or 37.5",
        noun="Number",
        max_length=20,
        required_message="Enter the number as it was published",
    )
    source = TextField(
        label="Who published it, and in what?", noun="Source", max_length=200, required_message="Enter who published it"
    )
    address = TextField(
        label="Where can it be read?",
        hint="The address of the publication, which begins with https://",
        noun="Address",
        max_length=300,
        required=False,
    )


class ComparatorForm(_Published):
    """What somebody else's figure was in a year."""

    page = "reporting.add_comparator"

    code = SelectField(label="Of which figure?", choices=[], required_message="Select a figure")
    who = ChoiceField(
        label="Whose is it?", choices=Comparator.Who.choices, small=True, required_message="Select whose figure it is"
    )
    name = TextField(
        label="Which area is it?",
        hint="Of one statistical neighbour only, as it is on the list of that year",
        noun="Area",
        max_length=120,
        required=False,
    )
    period = TextField(label="Of which year?", hint=YEAR_HINT, noun="Year", max_length=9, required_message="Enter the year")
    field_order = ["code", "who", "name", "period", "value", "source", "address"]

    def __init__(self, *args: Any, figures: Options, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = figures  # type: ignore[attr-defined]  # a select


class CorrectComparatorForm(_Published):
    """What it was in truth, and why that is known now."""

    page = "reporting.correct_comparator"

    reason = LongTextField(
        label="Why is it corrected?",
        hint="What stood there before is kept, with this reason",
        noun="Reason",
        rows=3,
        max_length=400,
        required_message="Enter why it is corrected",
    )
    field_order = ["value", "source", "address", "reason"]


class ComparatorFileForm(FileForm):
    """A file of comparators, and whether it is only checked."""

    page = "reporting.comparators_file"

    file = FileField(
        label="The file",
        hint="CSV or Excel, with the columns code, period, value and source, and who (london, england or neighbours) or the name "
        "of one neighbour; address where you have it, and reason for a correction.",
        most_mb=10,
        required_message="Select a file",
    )


class NeighbourForm(PortalForm):
    """An area that is like ours."""

    page = "reporting.add_neighbour"

    name = TextField(label="Which area?", noun="Area", max_length=120, required_message="Enter which area")
    source = TextField(
        label="Who says so?", hint="The model of neighbours and its edition", noun="Source", max_length=200,
        required_message="Enter who says so",
    )  # fmt: skip
    from_on = DateField(
        label="From which day?", noun="First day", hint="For example, 1 4 2025", required_message="Enter from which day"
    )


class EndNeighbourForm(PortalForm):
    """Until when an area was a neighbour."""

    page = "reporting.end_neighbour"

    to_on = DateField(
        label="Which was the last day?", noun="Last day", hint="For example, 31 3 2026", required_message="Enter the last day"
    )
