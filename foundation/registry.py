"""Where apps leave what lower floors must find: autodiscovered once at start, read by code afterwards.

Each app may have the modules named in MODULES; importing them is all that discovery does. What they contain is declared
through the small registries below (or collected by attribute, such as ROUTES of each `access`).
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Generic, TypeVar

from django.apps import apps
from django.utils.module_loading import module_has_submodule

MODULES = (
    "access",
    "deadlines",
    "figures",
    "printed",
    "deliveries",
    "handovers",
    "requests",
    "child_page",
    "board_page",
    "merge_checks",
    "episode_checks",
    "documents",
    "keeping",
    "questionnaires",
    "imports",
)
T = TypeVar("T")

_found: dict[str, list[tuple[str, ModuleType]]] = {name: [] for name in MODULES}


def discover() -> None:
    """Import every app's registered modules, once."""
    for name in MODULES:
        _found[name] = []
        for config in apps.get_app_configs():
            if config.module is not None and "." not in config.name and module_has_submodule(config.module, name):
                _found[name].append((config.label, import_module(f"{config.name}.{name}")))


def modules(name: str) -> Iterator[tuple[str, ModuleType]]:
    """The app label and module of each app that has a module of this name, in the order of INSTALLED_APPS."""
    yield from _found[name]


class Registry(Generic[T]):
    """Things by code. A code declared twice is a programming error."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._things: dict[str, T] = {}

    def add(self, code: str, thing: T) -> T:
        """Declare a thing under its code."""
        if code in self._things and self._things[code] != thing:
            raise ValueError(f"{self._what} {code} is declared twice.")
        self._things[code] = thing
        return thing

    def named(self, code: str) -> Callable[[T], T]:
        """Decorator that declares what it decorates."""
        return lambda thing: self.add(code, thing)

    def get(self, code: str) -> T:
        """The thing of this code; KeyError with a sentence when there is none."""
        try:
            return self._things[code]
        except KeyError:
            raise KeyError(f"There is no {self._what} {code}.") from None

    def __contains__(self, code: str) -> bool:
        return code in self._things

    def items(self) -> Iterator[tuple[str, T]]:
        """All of them, by code."""
        yield from sorted(self._things.items())
