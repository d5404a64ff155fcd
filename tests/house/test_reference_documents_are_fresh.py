"""docs/reference tells what the code does today: run `make docs` when one of these is red."""

import re

import pytest
from django.conf import settings

from accounts.access_table import route_table, service_table
from foundation.privacy import models_of_the_house
from portal.reference import DOCUMENTS, FOLDER
from portal.reference.markdown import table


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_reference_document_is_what_the_code_says(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == DOCUMENTS[name](), "Run “make docs”."


def test_nothing_is_left_out() -> None:
    pages, services, privacy = (DOCUMENTS[name]() for name in ("roles-and-pages.md", "services.md", "privacy.md"))
    assert set(route_table()) <= set(re.findall(r"^\| `([^`]+)`", pages, re.MULTILINE))
    assert set(service_table()) == set(re.findall(r"^\| `([^`]+)`", services, re.MULTILINE))
    assert all(f"| {model._meta.label} |" in privacy for model in models_of_the_house())
    assert "| inside |  |" not in services


def test_every_table_of_transitions_has_its_picture() -> None:
    written = DOCUMENTS["states.md"]()
    source = "\n".join(
        file.read_text(encoding="utf-8") for app in settings.APPS_OF_THE_HOUSE for file in (settings.BASE_DIR / app).rglob("*.py")
    )
    declared = re.findall(r"^(\w*TRANSITIONS) = \(", source, re.MULTILINE)
    assert len(declared) > 5
    assert written.count("```mermaid") == len(declared)


def test_a_bar_in_a_cell_does_not_break_its_table() -> None:
    assert table(["a"], [["x|y"]]) == "| a |\n| --- |\n| x\\|y |"
