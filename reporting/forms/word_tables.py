"""What is typed of a table of words."""

from typing import Any

from foundation.design.forms import DateField, PortalForm, RowsField, TextField
from reporting.rules.word_tables import MOST_WORDS, WordShape


class WordTableForm(PortalForm):
    """The rows of a table, who says them and up to which day they speak."""

    page = "reporting.word_table"

    source = TextField(
        label="Who says it, or where is it written?", hint="It is printed beneath the table.", noun="Source", max_length=200,
        required_message="Enter who says it, or where it is written",
    )  # fmt: skip
    as_at = DateField(
        label="Up to which day does it speak?", noun="Day", hint="For example, 31 3 2027",
        required_message="Enter up to which day it speaks",
    )  # fmt: skip

    def __init__(self, *args: Any, shape: WordShape, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rows"] = RowsField(
            label="The rows",
            hint=f"{shape.meaning} An empty row is left out; a new line begins a point. Name no child and no family.",
            columns=shape.columns,
            max_words=MOST_WORDS,
            required=False,
            mark_optional=False,
        )
        self.order_fields(["rows", "source", "as_at"])
