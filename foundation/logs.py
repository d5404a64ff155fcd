"""What may stand in a log line."""

import logging
import re
from traceback import extract_tb

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_LONG_NUMBER = re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b")
_DATE_OF_BIRTH = re.compile(r"\b(19|20)\d\d-\d\d-\d\d\b(?!T| \d\d:)")


class NoPersonalData(logging.Filter):
    """A second net under the rule that nothing about a child is logged: hides addresses, NHS-like numbers and bare dates."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the message; never drops a line. Of an error it leaves class and place: its text may hold a whole row."""
        message = record.getMessage()
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if error is not None:
            message = (
                f"{message.replace(str(error), '[hidden]') if str(error) else message}: {type(error).__name__} at {where(error)}"
            )
        record.exc_info, record.exc_text, record.stack_info = None, None, None
        for pattern in (_EMAIL, _LONG_NUMBER, _DATE_OF_BIRTH):
            message = pattern.sub("[hidden]", message)
        record.msg, record.args = message, ()
        return True


def where(error: BaseException) -> str:
    """The innermost three places of an error's way, without its text, which may hold what a person typed."""
    frames = extract_tb(error.__traceback__)[-3:]
    return " < ".join(f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in reversed(frames))
