"""One door to the design system: every component is rendered by its official macro."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import cast

from django.utils.safestring import SafeString, mark_safe
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader

Macro = Callable[[Mapping[str, object]], object]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        autoescape=True,
        undefined=ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["indent"] = _as_it_is  # nobody reads the indentation, and it takes a sixth of a component's time
    return environment


def _as_it_is(html: str, *_: object, **__: object) -> str:
    return html


@cache
def _macro(name: str) -> Macro:
    module = _environment().get_template(f"govuk_frontend_jinja/components/{name}/macro.html").module
    return cast("Macro", getattr(module, "govuk" + "".join(part.title() for part in name.split("-"))))


def component(name: str, params: Mapping[str, object]) -> SafeString:
    """Give the HTML of a design-system component, every text in it escaped.

    `name` is the official one ("summary-list"), `params` the official options.
    """
    return mark_safe(str(_macro(name)(params)))  # noqa: S308 - the macro has escaped every text
