"""Kinds of handover and request, as the apps above declare them: what a team's inbox may receive."""

from foundation import registry


def inbox_kinds() -> list[tuple[str, str]]:
    """Code and title of each kind, by title; and of what comes to a team without being offered, which an app's `handovers.py`
    names in its INBOXES."""
    found = {
        kind.kind: kind.title
        for module_name, attribute in (("handovers", "HANDOVERS"), ("requests", "REQUESTS"))
        for _app, module in registry.modules(module_name)
        for kind in getattr(module, attribute, ())
    }
    for _app, module in registry.modules("handovers"):
        found |= dict(getattr(module, "INBOXES", ()))
    return sorted(found.items(), key=lambda pair: pair[1])
