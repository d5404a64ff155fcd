"""Rules 1 and 2 of the house: the browser's side, the API and tasks neither write nor query; services and selectors do."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
ROOMS = ("views", "forms", "api", "tasks", "presenters", "tables")
WRITES = {"save", "create", "delete", "update", "bulk_create", "bulk_update", "update_or_create", "get_or_create"}
QUERIES = {
    "filter", "exclude", "order_by", "select_related", "prefetch_related", "annotate", "aggregate", "exists", "first", "last",
    "in_bulk", "iterator", "latest", "earliest", "distinct", "only", "defer", "values_list", "select_for_update",
    "refresh_from_db",
}  # fmt: skip
"""What asks the database anew, also through a relation. `.all()` is allowed: it reads what a selector has fetched together."""
MODELLESS = {"objects", "_default_manager"}
HARMLESS_ATTRIBUTES = {"headers", "attrs", "session", "initial", "data"}


def rooms() -> Iterator[Path]:
    """Every module of the browser's side."""
    for app in [*settings.APPS_OF_THE_HOUSE, "portal"]:
        for room in ROOMS:
            file, folder = ROOT / app / f"{room}.py", ROOT / app / room
            if file.is_file():
                yield file
            if folder.is_dir():
                yield from sorted(folder.rglob("*.py"))


def offences(source: str) -> list[str]:
    """Where a module touches the ORM: `.objects`, a query through a relation, or a write to what is no plain container."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in MODELLESS:
            found.append(f"line {node.lineno}: .{node.attr}")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            owner = node.func.value
            harmless = isinstance(owner, ast.Name) and owner.id in {"context", "initial", "params", "attrs", "headers"}
            harmless = harmless or (isinstance(owner, ast.Attribute) and owner.attr in HARMLESS_ATTRIBUTES)
            if not harmless and not (node.func.attr == "update" and isinstance(owner, ast.Call)):
                found.append(f"line {node.lineno}: .{node.func.attr}()")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and asks(node, node.func.attr):
            found.append(f"line {node.lineno}: .{node.func.attr}()")
    return found


def asks(call: ast.Call, method: str) -> bool:
    """Whether a call is a query. `count` of something, and `values` of a mapping, are not."""
    return method in QUERIES or (method == "count" and not call.args) or (method == "values" and bool(call.args or call.keywords))


@pytest.mark.parametrize("room", [pytest.param(path, id=str(path.relative_to(ROOT))) for path in rooms()])
def test_a_room_of_the_browser_side_touches_no_table(room: Path) -> None:
    assert offences(room.read_text(encoding="utf-8")) == []


def test_the_check_sees_a_view_that_writes() -> None:
    assert offences("def view(request):\n    Child.objects.create(name='x')\n") == ["line 2: .create()", "line 2: .objects"]


def test_the_check_sees_a_view_that_asks_through_a_relation() -> None:
    source = "rows = plan.actions.order_by('due_on')\nhow_many = plan.actions.count()\nnames = plan.actions.values('who')\n"
    assert offences(source) == ["line 1: .order_by()", "line 2: .count()", "line 3: .values()"]
    assert offences("rows = plan.actions.all()\nfield = text.count('x')\nparts = table.values()\n") == []
