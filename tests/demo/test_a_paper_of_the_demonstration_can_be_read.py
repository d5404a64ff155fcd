"""What is attached in the demonstration is a true PDF file: taken by the document store, opened by a reader."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest

from foundation.documents.kinds import kind_of
from portal.demo.papers import PAPERS, pdf_of


@pytest.mark.parametrize(("name", "lines"), PAPERS)
def test_a_paper_is_a_pdf_with_its_lines(name: str, lines: tuple[str, ...], tmp_path: Path) -> None:
    content = pdf_of(lines)
    assert kind_of(name, BytesIO(content)).media_type == "application/pdf"
    file = tmp_path / name
    file.write_bytes(content)
    read = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True, text=True)
    assert read.stderr == ""
    assert read.stdout.split("\n")[: len(lines)] == list(lines)
