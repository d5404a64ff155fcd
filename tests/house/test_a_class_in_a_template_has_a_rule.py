"""A class of ours in a template stands in the style sheet: one that nobody knows looks like a rule and is none."""

import re
from pathlib import Path

from django.conf import settings

TEMPLATES = Path(settings.BASE_DIR) / "templates"
SHEET = Path(settings.BASE_DIR) / "static" / "portal" / "portal.css"
CLASSES = re.compile(r'class="([^"]*)"')
LOGIC = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
HOOKS = {"app-work"}
"""What tests look for, without a rule of its own."""


def used() -> dict[str, str]:
    """Every class of ours that is written out in a template, and one template that uses it."""
    found = {}
    for path in sorted(TEMPLATES.rglob("*.html")):
        for words in CLASSES.findall(path.read_text()):
            for name in LOGIC.sub("\0 ", words).split():
                if name.startswith("app-") and "\0" not in name:
                    found[name] = str(path.relative_to(TEMPLATES))
    return found


def test_every_class_has_a_rule() -> None:
    known = set(re.findall(r"\.(app-[\w-]+)", SHEET.read_text()))
    unknown = {name: where for name, where in used().items() if name not in known | HOOKS}
    assert len(used()) > 60
    assert not unknown
