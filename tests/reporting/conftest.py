"""Who publishes figures in the tests of reporting, and what has been returned."""

from collections.abc import Iterator

import pytest

from foundation.actors import SystemActor
from reporting.services.demo import load_demo_inputs
from tests.reporting.published import EVERYTHING, publishing

SYSTEM = SystemActor("test")


@pytest.fixture
def apps_publish() -> Iterator[None]:
    """The front door and the board publish; nobody else does."""
    with publishing(*EVERYTHING):
        yield


@pytest.fixture
def demo_year(db: None, apps_publish: None) -> None:
    """What the demonstration returns and writes is there."""
    load_demo_inputs(by=SYSTEM)
