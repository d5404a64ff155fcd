"""Who may open which page and call which service, from the collected access table."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pkgutil import walk_packages

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.access_table import RoleSpec, Route, Who, declared_roles, route_table, service_table
from foundation.service import SERVICES
from portal.reference.markdown import first_sentence, page, table

MARKS = (
    ("shows_cases", "sees children it has sight of"),
    ("needs_team", "held in a team"),
    ("lead_gives", "given by the agency’s lead"),
    ("breaks_glass", "may break the glass"),
    ("writes_questions", "writes questionnaires of its kinds"),
    ("without_agreement", "counts without an agreement"),
)


def roles_and_pages() -> str:
    """Every role, and every page with those who may open it."""
    addresses = dict(_addresses(get_resolver(), "", "/"))
    roles = [(f"`{code}`", spec.title, spec.description, _marks(spec)) for code, spec in sorted(declared_roles().items())]
    routes = [
        (f"`{name}`", f"`{addresses.get(name, '')}`", who(row.who), "yes" if row.personal else "", row.record)
        for name, row in sorted(route_table().items())
    ]
    return page(
        "Roles and pages",
        "A page without a row is closed to everybody. Personal pages write the access log. Another’s record answers 404.",
        "## Roles",
        table(("code", "role", "what for", "of note"), roles),
        "## Pages",
        table(("name", "address", "who", "personal", "record"), routes),
        "## Places in the navigation",
        table(("place", "page"), [(row.nav.text, f"`{row.name}`") for row in _places() if row.nav]),
    )


def services() -> str:
    """Every service, those who may call it, and what it promises."""
    _import_services()
    rows = [
        (f"`{name}`", who(row.who), first_sentence(SERVICES[name].__doc__) if name in SERVICES else "")
        for name, row in sorted(service_table().items())
    ]
    return page(
        "Services",
        "Every change of state. “Inside” are parts of other services, whose own rows decide.",
        table(("service", "who", "what it promises"), rows),
    )


def who(wanted: Who) -> str:
    """Those whom a row admits, in words."""
    if wanted.public:
        return "everybody"
    if wanted.signed_in:
        return "whoever is signed in, and visitors" if wanted.visitor else "whoever is signed in"
    reading = {code for code, spec in declared_roles().items() if wanted.figure_readers and spec.reads_figures}
    words = [declared_roles()[code].title for code in sorted(wanted.roles | reading)]
    words += ["roles that may break the glass"] if wanted.glass_breakers else []
    words += ["roles that write questionnaires"] if wanted.question_writers else []
    words += ["roles that show cases"] if wanted.case_readers else []
    words += [f"systems that may {scope}" for scope in sorted(wanted.scopes)]
    words += ["visitors"] if wanted.visitor else []
    words += ["whoever has opened a sealed link to it"] if wanted.sealed else []
    words += ["the system"] if wanted.system else []
    return ", ".join(words) or "inside"


def _marks(spec: RoleSpec) -> str:
    return "; ".join(words for name, words in MARKS if getattr(spec, name))


def _places() -> list[Route]:
    return sorted((row for row in route_table().values() if row.nav), key=lambda row: row.nav.order if row.nav else 0)


def _addresses(resolver: URLResolver, namespace: str, before: str) -> Iterator[tuple[str, str]]:
    for entry in resolver.url_patterns:
        address = f"{before}{entry.pattern}"
        if isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name or ''}", address
        else:
            yield from _addresses(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace, address)


def _import_services() -> None:
    for app in settings.APPS_OF_THE_HOUSE:
        if find_spec(f"{app}.services") is None:
            continue
        package = import_module(f"{app}.services")
        for found in walk_packages(getattr(package, "__path__", []), f"{app}.services."):
            import_module(found.name)
