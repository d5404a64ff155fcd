"""How an app tells the access matrix about its kinds of record.

`tests/<app>/access_records.py` may hold
- KINDS: kind of record (as rows of the access table name it) → Kind;
- ROUTE_ARGS: URL name → arguments, for addresses with arguments that stand for no record.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from accounts.models import Person, Visitor

Arguments = Mapping[str, object]
Builder = Callable[[Person, str], Arguments]
"""Makes a record in some relation to the person, who calls in a role; gives the arguments of its addresses."""


def own_or_granted(role: str, relation: str) -> bool:
    return relation in ("own", "granted")


@dataclass(frozen=True)
class Kind:
    """A kind of record: builders by relation ("own", "granted", "other", "restricted") and who sees which.

    Records in the relations `anybodys` are made once for all roles: they stand in no relation to the person at all.
    """

    relations: Mapping[str, Builder]
    visible: Callable[[str, str], bool] = own_or_granted
    anybodys: frozenset[str] = frozenset({"other agency", "other"})
    everybodys: bool = False
    """Nobody's own: whoever may open the page sees every record of the kind."""
    of_visitor: Callable[[Visitor], Arguments] | None = None
    """Makes a record that a visitor sees, for kinds that somebody without an account can have made."""


@cache
def all_kinds() -> dict[str, Kind]:
    return {name: kind for module in _modules() for name, kind in getattr(module, "KINDS", {}).items()}


@cache
def all_route_args() -> dict[str, Arguments]:
    return {name: args for module in _modules() for name, args in getattr(module, "ROUTE_ARGS", {}).items()}


def _modules() -> list[object]:
    folder = Path(__file__).resolve().parents[1]
    return [import_module(f"tests.{path.parent.name}.access_records") for path in sorted(folder.glob("*/access_records.py"))]
