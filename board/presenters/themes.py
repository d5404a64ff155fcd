"""Wording of the shared vocabulary."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from board.models import Theme

HEADINGS = {"message": "Messages", "factor": "Factors", "feature": "Features"}


def theme_groups(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The themes by their group, those in use first; groups that hold none are left out."""
    shown: dict[str, list[dict[str, Any]]] = {kind: [] for kind in HEADINGS}
    for row in rows:
        theme: Theme = row["theme"]
        href = f"{reverse('board:actions')}?{urlencode({'theme': theme.code, 'state': 'all'})}"
        raised = f"{reverse('board:challenges')}?{urlencode({'theme': theme.code})}"
        links = {"href": href if row["actions"] else "", "challenges_href": raised if row["challenges"] else ""}
        shown[theme.kind].append({**row, **links})
    return [{"heading": HEADINGS[kind], "rows": found} for kind, found in shown.items() if found]


def theme_links(themes: Iterable[Theme], page: str = "board:actions") -> list[dict[str, str]]:
    """What something is tagged with, each leading to the list of whatever has it."""
    return [{"text": theme.name, "href": f"{reverse(page)}?{urlencode({'theme': theme.code})}"} for theme in themes]
