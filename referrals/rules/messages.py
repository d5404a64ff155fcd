"""What may be said between those who sent a submission and the MASH."""

from foundation.errors import Refused

LONGEST_MESSAGE = 5_000


def check_message(body: str, field: str = "body") -> None:
    """Refuse an empty message, and one that is too long."""
    if not body.strip():
        raise Refused("Enter your message.", field=field)
    if len(body) > LONGEST_MESSAGE:
        raise Refused(f"The message must be {LONGEST_MESSAGE:,} characters or fewer.", field=field)
