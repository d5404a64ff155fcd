"""What several tables of reporting have in common."""

from foundation.references import new_reference


def new_reporting_reference() -> str:
    """The opaque reference of a value that an agency is asked for, or of a sending of a report."""
    return new_reference("6")
