"""Questions answered with a file."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File

from foundation.design.fields.base import Question
from foundation.design.widgets import ManyFiles

BYTES_PER_MB = 1_000_000


class FileField(Question, forms.FileField):
    """A file, or with `many` a list of files.

    `kinds` are the endings taken ("pdf", "docx"), `most_mb` the size. What a file really is, the document
    store finds out.
    """

    verb = "Select"

    def __init__(self, *, kinds: Iterable[str] = (), most_mb: int = 20, many: bool = False, **kwargs: Any) -> None:
        super().__init__(widget=ManyFiles if many else forms.FileInput, max_length=255, **kwargs)
        self.kinds = tuple(kind.lower().lstrip(".") for kind in kinds)
        self.most_mb, self.many = most_mb, many
        self.error_messages |= {
            "empty": "The selected file is empty",
            "invalid": self.required_message,
            "missing": self.required_message,
            "max_length": "The name of the file must be 255 characters or fewer",
        }
        attributes = {"accept": ",".join(f".{kind}" for kind in self.kinds)} if self.kinds else {}
        self.params |= {"multiple": many, "attributes": attributes}

    def clean(self, value: Any, initial: Any = None) -> Any:
        """Give the file, or the list of files."""
        if not self.many:
            return super().clean(value, initial)
        files = value if isinstance(value, list | tuple) else [value] if value else []
        if not files and self.required:
            raise ValidationError(self.required_message, code="required")
        return [super(FileField, self).clean(each, initial) for each in files]

    def to_python(self, data: Any) -> "File[bytes] | None":
        """Refuse a file that is too large or of another kind."""
        file = super().to_python(data)
        if file is None:
            return None
        if file.size > self.most_mb * BYTES_PER_MB:
            raise ValidationError(f"The selected file must be smaller than {self.most_mb}MB", code="size")
        ending = PurePath(file.name or "").suffix.lower().lstrip(".")
        if self.kinds and ending not in self.kinds:
            *others, last = (kind.upper() for kind in self.kinds)
            kinds = f"{', '.join(others)} or {last}" if others else last
            raise ValidationError(f"The selected file must be a {kinds}", code="kind")
        return file
