"""What people fill in for the report, and what they choose on the dashboard."""

from collections.abc import Mapping, Sequence

from foundation.cuts import Choices
from foundation.design.forms import ChoiceField, FileField, LongTextField, PortalForm, SelectField
from reporting.forms.files import FileForm
from reporting.rules.approving import LONGEST_COMMENT
from reporting.rules.dashboard import PARTS


class DecisionForm(PortalForm):
    """What a statutory partner says of an edition."""

    page = "reporting.decide"

    decision = ChoiceField(
        label="What do you decide?",
        choices=[
            ("approved", "Approve this edition as it is"),
            ("returned", "Return it for changes"),
        ],
        required_message="Select whether you approve this edition or return it",
    )
    comment = LongTextField(
        label="Comment",
        hint="Needed when you return it: what has to change. Everybody who reads the report’s pages sees it.",
        rows=5,
        max_length=LONGEST_COMMENT,
        required=False,
        mark_optional=False,
    )


class DashboardForm(PortalForm):
    """Which days and which part of the whole the dashboard shows. What cannot be read is left out, not refused."""

    page = "reporting.dashboard"

    period = SelectField(label="Period", choices=[], empty_label=None, required=False, mark_optional=False)
    agency = SelectField(label="Agency", choices=[], empty_label="All", required=False, mark_optional=False)
    ward = SelectField(label="Ward", choices=[], empty_label="All", required=False, mark_optional=False)
    age = SelectField(label="Age", choices=[], empty_label="All", required=False, mark_optional=False)
    ethnicity = SelectField(label="Ethnic group", choices=[], empty_label="All", required=False, mark_optional=False)

    def __init__(self, asked: Mapping[str, str], periods: Sequence[tuple[str, str]], parts: Choices) -> None:
        options = {name: [(label, label) for label in labels] for name, labels in parts.items()}
        known = {"period": dict(periods), **{name: dict(pairs) for name, pairs in options.items()}}
        first = {"period": periods[0][0]} if periods else {}
        super().__init__(first | {name: asked[name] for name in known if asked.get(name) in known[name]})
        self._usual = first.get("period", "")
        for name in PARTS:
            if name not in parts:
                del self.fields[name]
        for name, pairs in (("period", periods), *options.items()):
            field = self.fields[name]
            if isinstance(field, SelectField):
                field.choices = pairs

    @property
    def where(self) -> dict[str, str]:
        """By what the figures are cut."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if name != "period" and value}

    @property
    def days(self) -> str:
        """The key of the days; empty for those that are shown where nobody chooses: this year so far."""
        self.is_valid()
        key = str(self.cleaned_data.get("period", ""))
        return "" if key == self._usual else key


class PopulationForm(FileForm):
    """A file of population, and whether it is only checked."""

    page = "reporting.population"

    file = FileField(
        label="The file",
        hint="CSV or Excel, with the columns year, area, age_band, value and source; sex and ethnicity where "
        "you have them, and reason for a correction.",
        most_mb=10,
        required_message="Select a file",
    )
