"""What is filled in about papers."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from foundation.design.forms import FileField, LongTextField, PortalForm, SelectField, TextField

KINDS = ("pdf", "docx", "xlsx", "odt", "csv", "txt", "jpg", "jpeg", "png")
MOST_MB = settings.DOCUMENT_MAX_BYTES // 1024**2


class PaperForm(PortalForm):
    """A paper for a meeting."""

    page = "board.add_paper"

    document = FileField(
        label="Which file?",
        hint=f"A PDF, Word, Excel or OpenDocument file, a text file or a picture, smaller than {MOST_MB} MB. "
        "Only a PDF is put into the meeting pack page by page. It must not say who a child is",
        kinds=KINDS,
        most_mb=MOST_MB,
        required_message="Select the file of the paper",
    )
    title = TextField(
        label="What is the paper called?",
        noun="Name",
        hint="Leave it empty for the name of the file",
        max_length=200,
        required=False,
    )
    item = SelectField(
        label="Which item of the agenda is it for?",
        choices=[],
        empty_label="The whole meeting",
        required=False,
        mark_optional=False,
    )

    def __init__(self, *args: Any, items: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = items  # type: ignore[attr-defined]  # a select


class WithdrawPaperForm(PortalForm):
    """Why a paper is taken back."""

    page = "board.withdraw_paper"

    reason = LongTextField(
        label="Why is it withdrawn?",
        hint="Its file is removed and cannot be brought back. Only the business team reads why",
        rows=3,
        max_length=1000,
        required_message="Enter why the paper is withdrawn",
    )
