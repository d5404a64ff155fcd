"""Words by which the records of indicators are known outside of this app."""

from typing import Final

VALUE: Final = "indicator_value"
"""The kind of record: a value that an agency is asked for."""
VALUE_REQUEST: Final = "reporting.indicator_value"
"""The kind of the request by which it is asked."""
