"""Kinds of clock, handover and request that stand for those of upper apps."""

from collections.abc import Iterator

import pytest

from tests.work import kinds


@pytest.fixture(autouse=True)
def declared_kinds() -> Iterator[None]:
    """As if an app of an upper floor had declared them."""
    with kinds.declared():
        yield
