"""All named addresses of the portal."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    name: str
    arguments: frozenset[str]


def all_addresses() -> list[Address]:
    return sorted(set(_walk(get_resolver(), "", frozenset())), key=lambda address: (address.name, sorted(address.arguments)))


def _walk(resolver: URLResolver, namespace: str, outer: frozenset[str]) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        inner = outer | set(entry.pattern.regex.groupindex)
        if isinstance(entry, URLPattern):
            yield Address(f"{namespace}{entry.name or ''}", frozenset(inner))
        else:
            prefix = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry, prefix, frozenset(inner))
