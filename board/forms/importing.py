"""What is filled in about an action plan that comes in as a file."""

from collections.abc import Sequence
from typing import Any

from board.plan_files.columns import Meaning
from foundation.design.forms import CheckboxField, DateField, FileField, PortalForm, SelectField

Choices = Sequence[tuple[str, str]]


class PlanFileForm(PortalForm):
    """The file."""

    page = "board.import_plan"

    file = FileField(
        label="Which file holds the actions?", noun="A file", kinds=("xlsx", "csv"), most_mb=10,
        hint="An Excel workbook (.xlsx) or a CSV file. Nothing is taken in before you have seen what it would become",
        required_message="Select the file that holds the actions",
    )  # fmt: skip


class ColumnsForm(PortalForm):
    """What each column of the file holds."""

    page = "board.plan_import_columns"

    counted_from = DateField(
        label="From which day are deadlines such as “within 3 months” counted?", noun="Day that deadlines count from",
        hint="For example, the day on which the report was published: 28 6 2026", required=False,
    )  # fmt: skip
    as_at = DateField(
        label="As at which day does the plan report progress?", noun="Day of the report", not_future=True, required=False,
        hint="Where the heading of a column says it, that day counts. For example, 30 9 2026",
    )  # fmt: skip
    agency = SelectField(
        label="Which agency leads where a row names none?", choices=[], empty_label="None: each row has to say", required=False,
        mark_optional=False,
    )  # fmt: skip

    def __init__(self, *args: Any, columns: Sequence[tuple[str, Sequence[str]]], agencies: Choices, **kwargs: Any) -> None:
        """`columns`: the heading of each, and some of its values."""
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select
        asked = {f"column_{place}": _column(heading, samples) for place, (heading, samples) in enumerate(columns)}
        self.fields = {**asked, **self.fields}
        self.columns = tuple(asked)

    def meanings(self) -> list[str]:
        """What each column holds, in their order."""
        return [self.cleaned_data[name] for name in self.columns]


def _column(heading: str, samples: Sequence[str]) -> SelectField:
    shown = "; ".join(f"“{' '.join(sample.split())[:60]}”" for sample in samples)
    return SelectField(
        label=heading, choices=Meaning.choices, empty_label="Leave it out", required=False, mark_optional=False,
        hint=f"For example: {shown}" if shown else "Nothing stands in it",
    )  # fmt: skip


class NamesForm(PortalForm):
    """Who is meant by words that name nobody on the portal."""

    page = "board.choose_for_import"

    def __init__(self, *args: Any, owners: Sequence[tuple[str, str, Choices]], agencies: Sequence[tuple[str, str, Choices]],
                 **kwargs: Any) -> None:  # fmt: skip
        """Of each its words, a hint, and who or which may be chosen."""
        super().__init__(*args, **kwargs)
        self.asked = {"agency": agencies, "owner": owners}
        for kind, named in self.asked.items():
            for place, (words, hint, choices) in enumerate(named):
                self.fields[f"{kind}_{place}"] = SelectField(
                    label=words, hint=hint, choices=choices, empty_label="Not chosen yet", required=False, mark_optional=False
                )
        if owners:
            self.fields["rest"] = CheckboxField(
                label="For everybody not chosen, the words are kept and the agency’s lead answers", required=False
            )

    def chosen(self, kind: str, rest: str = "") -> dict[str, str]:
        """By the words of the file what was chosen; `rest` for what was left open, where the box says so."""
        left = rest if self.cleaned_data.get("rest") else ""
        return {words: self.cleaned_data[f"{kind}_{place}"] or left for place, (words, *_) in enumerate(self.asked[kind])}
