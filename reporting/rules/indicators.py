"""Words by which the records of indicators are known outside of this app."""

from typing import Final

VALUE: Final = "indicator_value"
"""The kind of the request by which an agency is asked for a value, and of its subject."""
