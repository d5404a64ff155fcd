"""What is said of a document that goes with a referral."""

from dataclasses import dataclass
from datetime import date

from foundation.errors import Refused
from referrals.models.codes import DocumentKind

LONGEST_AUTHOR = 200
NO_KIND = "Select what it is"


@dataclass(frozen=True)
class Attached:
    """What a document is, who wrote it and when; whatever is empty was not said."""

    kind: str = ""
    author: str = ""
    written_on: date | None = None


def check_attached(told: Attached, today: date) -> None:
    """Refuse a kind that is none, an author too long, and a day to come."""
    if told.kind and told.kind not in DocumentKind.values:
        raise Refused(NO_KIND, field="kind")
    if len(told.author) > LONGEST_AUTHOR:
        raise Refused(f"Who wrote it must be {LONGEST_AUTHOR} characters or fewer", field="author")
    if told.written_on is not None and told.written_on > today:
        raise Refused("The day on which it was written must be today or in the past", field="written_on")
