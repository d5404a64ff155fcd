"""The verb of the house: every change of state is a function decorated with `service`.

A service is keyword-only, names who acts (`by`), runs in one transaction and is authorised before it starts by the access
table, which `accounts` sets here at start (this floor knows no roles). Without an authoriser or a row it refuses.
A service that another service calls is part of that one: who may do it was decided at the outer door.
"""

import inspect
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

from foundation.actors import Actor
from foundation.errors import NotAllowed

P = ParamSpec("P")
R = TypeVar("R")

Authoriser = Callable[[str, Actor], None]

SERVICES: dict[str, Callable[..., object]] = {}


def _refuse(name: str, _by: Actor) -> None:
    raise NotAllowed(f"Nobody may {name} yet.")


_inside: ContextVar[bool] = ContextVar("inside_a_service", default=False)
_authorise: list[Authoriser] = [_refuse]


def authorise_with(authoriser: Authoriser) -> None:
    """Set who decides whether an actor may call a service; called once by `accounts`."""
    _authorise[:] = [authoriser]


def service_name(function: Callable[..., object]) -> str:
    """`app.function`, the name under which a service stands in the access table."""
    return f"{function.__module__.split('.')[0]}.{function.__name__}"


def service(function: Callable[P, R]) -> Callable[P, R]:
    """Make a function a service: authorised, in one transaction, keyword-only with an actor `by`."""
    parameters = inspect.signature(function).parameters
    if "by" not in parameters or any(p.kind is not inspect.Parameter.KEYWORD_ONLY for p in parameters.values()):
        raise TypeError(f"{function.__qualname__} must take keyword-only arguments, one of them `by`.")
    name = service_name(function)
    if name in SERVICES and SERVICES[name].__module__ != function.__module__:
        raise TypeError(f"The service {name} is defined twice.")

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        by = kwargs["by"]
        if not isinstance(by, Actor):
            raise TypeError(f"{name} must be called with an actor.")
        if _inside.get():
            with transaction.atomic():
                return function(*args, **kwargs)
        _authorise[0](name, by)
        entered = _inside.set(True)
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        finally:
            _inside.reset(entered)

    SERVICES[name] = call
    return call
