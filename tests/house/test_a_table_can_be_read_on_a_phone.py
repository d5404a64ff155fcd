"""A table in a region of its own stands as cards on a phone, and each of its cells then says which column it is of."""

import re
from pathlib import Path

import pytest
from django.conf import settings

TEMPLATES = Path(settings.BASE_DIR) / "templates"
REGION = re.compile(r"\{% scroll_region .*?\{% endscroll_region %\}", re.DOTALL)
BODY = re.compile(r"<tbody.*?</tbody>", re.DOTALL)
LATER_CELL = re.compile(r"</t[dh]>(?:\s|\{%[^%]*%\})*<td\b([^>]*)>")


def regions() -> list[tuple[str, str]]:
    found = []
    for path in sorted(TEMPLATES.rglob("*.html")):
        found += [(str(path.relative_to(TEMPLATES)), region) for region in REGION.findall(path.read_text())]
    return found


def test_there_are_tables_to_look_at() -> None:
    assert len(regions()) > 15


@pytest.mark.parametrize(("name", "region"), regions(), ids=[name for name, _ in regions()])
def test_a_table_stands_as_cards_with_labels(name: str, region: str) -> None:
    assert "app-table--cards" in region, f"{name}: give the table the class app-table--cards"
    bare = [cell for body in BODY.findall(region) for cell in LATER_CELL.findall(body) if "data-label=" not in cell]
    assert not bare, f"{name}: give each cell after the first a data-label with the words of its column"
