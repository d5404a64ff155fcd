"""Whatever a module offers is used by the portal itself: what only its tests call is deleted together with them."""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
A_NAME = 80
"""Longer texts are sentences, not names by which something is looked up."""

READ_BY_DJANGO = {"application", "app_name", "urlpatterns", "handler400", "handler403", "handler404", "handler500"}
TELLS_READERS = {"LETTERS"}
"""What stands in the code to be read, and a test holds: foundation/references.py."""
SETTINGS = ROOT / "portal" / "settings"


def modules() -> Iterator[Path]:
    """Every module of the house except migrations."""
    for app in [*settings.APPS_OF_THE_HOUSE, "portal"]:
        for file in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in file.parts:
                yield file


def used(sources: Mapping[Path, str]) -> Counter[str]:
    """How often each name is read, imported or looked up by its text; that a package offers it again does not count."""
    found = Counter[str]()
    for file, source in sources.items():
        offers = file.name == "__init__.py"
        for node in ast.walk(ast.parse(source)):
            match node:
                case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name):
                    found[name] += 1
                case ast.ImportFrom(names=names) if not offers:
                    found.update(alias.name for alias in names)
                case ast.Constant(value=str(text)) if not offers and len(text) < A_NAME:
                    found.update(re.findall(r"\w+", text))
    return found


def offered(source: str) -> Iterator[str]:
    """The functions and constants at the top of a module. What is decorated or made by a call is registered where it is made."""
    for node in ast.parse(source).body:
        match node:
            case ast.FunctionDef(name=name, decorator_list=[]):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)], value=value) | ast.AnnAssign(target=ast.Name(id=name), value=value):
                if not isinstance(value, ast.Call):
                    yield name


def unused(sources: Mapping[Path, str], templates: str = "") -> list[str]:
    """What nobody calls, as path and name."""
    names = used(sources) + Counter(re.findall(r"\w+", templates))
    return [
        f"{file.relative_to(ROOT)}: {name}"
        for file, source in sources.items()
        if SETTINGS not in file.parents
        for name in offered(source)
        if not names[name] and not re.fullmatch(r"__\w+__", name) and name not in READ_BY_DJANGO | TELLS_READERS
    ]


def test_everything_has_a_caller() -> None:
    sources = {file: file.read_text(encoding="utf-8") for file in modules()}
    templates = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "templates").rglob("*") if file.is_file())
    assert unused(sources, templates) == []


def test_the_check_sees_what_is_only_imported_to_be_offered_again() -> None:
    rules = ROOT / "work" / "rules"
    sources = {
        rules / "days.py": "SOON = 3\n\ndef soon(days):\n    return days < SOON\n\ndef late(days):\n    return days < 0\n",
        rules / "__init__.py": "from work.rules.days import late, soon\n\n__all__ = ['late', 'soon']\n",
        ROOT / "work" / "views.py": "from work.rules import soon\n",
    }
    assert unused(sources) == ["work/rules/days.py: late"]
