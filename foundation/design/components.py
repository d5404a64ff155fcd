"""One door to the design system: every component is rendered by its official macro."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import cast

from django.utils.safestring import SafeString, mark_safe
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader
from markupsafe import escape

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


OPTION = '<option value="">\u2063</option>'
"""The option that the macro of a list is given, in whose place all options come."""
PLAIN = frozenset({"value", "text", "selected"})


def select(params: Mapping[str, object], items: Sequence[Mapping[str, object]]) -> SafeString:
    """Give the HTML of a drop-down with these options, as its official macro gives it.

    The macro takes a thirtieth of a millisecond for each option; a list of hundreds is put into its frame at once.
    """
    if any(item.keys() - PLAIN for item in items):
        return component("select", {**params, "items": items})
    before, _option, after = component("select", {**params, "items": [{"value": "", "text": "\u2063"}]}).rpartition(OPTION)
    options = (
        f'<option value="{escape(item["value"])}"{" selected" if item.get("selected") else ""}>{escape(item["text"])}</option>'
        for item in items
    )
    return mark_safe(f"{before}{' '.join(options)}{after}")  # noqa: S308 - the macro has escaped its texts, and so are the options'


def component(name: str, params: Mapping[str, object]) -> SafeString:
    """Give the HTML of a design-system component, every text in it escaped.

    `name` is the official one ("summary-list"), `params` the official options.
    """
    return mark_safe(str(_macro(name)(params)))  # noqa: S308 - the macro has escaped every text
