"""A diagram for each table of transitions in the rules of the apps."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pkgutil import walk_packages
from types import ModuleType

from django.conf import settings

from foundation.states import Transition, mermaid
from portal.reference.markdown import page, table

TITLES = {"TRANSITIONS": {"referrals": "A contact", "board": "An action of a plan"}}


def states() -> str:
    """What leads where, and what is said when it is not allowed."""
    parts = []
    for module, name, transitions in tables():
        picture = f"```mermaid\n{mermaid(transitions)}```"
        parts += [f"## {_title(module, name)}", f"From `{module}.{name}`.", picture, _refusals(transitions)]
    return page("States", "Every state is a column, moved by these tables alone.", *parts)


def _refusals(transitions: Sequence[Transition]) -> str:
    rows = {row.event: row.refusal for row in transitions}
    return table(("event", "refused in any other state with"), [(f"`{event}`", refusal) for event, refusal in rows.items()])


def _title(module: str, name: str) -> str:
    return TITLES.get(name, {}).get(module.partition(".")[0]) or name.removesuffix("_TRANSITIONS").replace("_", " ").capitalize()


def tables() -> Iterator[tuple[str, str, Sequence[Transition]]]:
    """Every table of transitions of the house: its module, its name, its rows."""
    seen: set[int] = set()
    for module in sorted(_rules(), key=lambda found: found.__name__.count("."), reverse=True):
        for name, value in vars(module).items():
            if name.endswith("TRANSITIONS") and id(value) not in seen:
                seen.add(id(value))
                yield module.__name__, name, value


def _rules() -> Iterator[ModuleType]:
    for app in settings.APPS_OF_THE_HOUSE:
        if find_spec(f"{app}.rules") is None:
            continue
        package = import_module(f"{app}.rules")
        yield package
        for found in walk_packages(getattr(package, "__path__", []), f"{app}.rules."):
            yield import_module(found.name)
