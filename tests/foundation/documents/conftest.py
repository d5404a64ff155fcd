from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from foundation.documents import store
from foundation.models.documents import Document
from tests.foundation.documents.build import PDF, UPLOADER


@pytest.fixture
def document_root(tmp_path: Path, settings: Any) -> Path:
    """A document store of this test's own."""
    settings.DOCUMENT_ROOT = str(tmp_path / "documents")
    return tmp_path / "documents"


@pytest.fixture
def stored(document_root: Path, db: None) -> Callable[..., Document]:
    """Stores a PDF, or what is given."""

    def make(name: str = "plan.pdf", content: bytes = PDF) -> Document:
        return store(upload=SimpleUploadedFile(name, content), record_kind="paper", record_reference="NM-P-1", by=UPLOADER)

    return make
