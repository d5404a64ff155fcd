"""What is known of a child, and how alike two descriptions of children are."""

from children.rules.details import ETHNICITIES, ChildDetails, check_details, tidy_identifier, wrong_expected_date

__all__ = ["ETHNICITIES", "ChildDetails", "check_details", "tidy_identifier", "wrong_expected_date"]
