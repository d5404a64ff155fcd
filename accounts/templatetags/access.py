"""Asking the access table from a template: `{% load access %}{% may "board:chase" as may_chase %}`."""

from typing import Any

from django import template

from accounts.access_table import route_table

register = template.Library()


@register.simple_tag(takes_context=True)
def may(context: dict[str, Any], route: str) -> bool:
    """Whether the person who reads the page may open the route of this name; nobody may open one without a row."""
    row = route_table().get(route)
    user = getattr(context.get("request"), "user", None)
    person = user if user is not None and user.is_authenticated else None
    return row is not None and row.who.admits(person)
