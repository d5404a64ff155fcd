"""Forms are tested here without a database."""

from collections.abc import Iterator

import pytest

from foundation.design import failures
from foundation.validation_failures import keep


@pytest.fixture(autouse=True)
def refused_answers_are_counted_in_memory() -> Iterator[None]:
    failures.send_to(failures.tally)
    yield
    failures.send_to(keep)
