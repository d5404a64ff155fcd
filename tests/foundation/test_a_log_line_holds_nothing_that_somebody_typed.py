import io
import logging

import pytest
from django.db import IntegrityError

from foundation.logs import NoPersonalData


@pytest.fixture
def written() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def logger(written: io.StringIO) -> logging.Logger:
    handler = logging.StreamHandler(written)
    handler.addFilter(NoPersonalData())
    logger = logging.getLogger("a log of this test")
    logger.propagate = False
    logger.handlers = [handler]
    return logger


def fail() -> None:
    raise IntegrityError("DETAIL: Failing row contains (12, Ada, Example, 1 Sample Street).")


def test_an_error_is_its_class_and_its_place_never_its_text(logger: logging.Logger, written: io.StringIO) -> None:
    try:
        fail()
    except IntegrityError as error:
        logger.exception("Saving failed: %s", error)  # noqa: TRY401  # what somebody might write
        logger.exception("Internal Server Error: /mash/", stack_info=True)
    said = written.getvalue()
    assert "Ada" not in said
    assert "Sample Street" not in said
    assert said.count("IntegrityError at ") == 2
    assert "in fail" in said
    assert len(said.splitlines()) == 2


def test_a_line_about_no_error_stays_as_it_is(logger: logging.Logger, written: io.StringIO) -> None:
    logger.warning("Document %s could not be scanned", 7)
    assert written.getvalue() == "Document 7 could not be scanned\n"
