"""The digits of a one-time code: made from the code's reference and the portal's key, so that no table ever holds them."""

from datetime import timedelta

from django.utils.crypto import constant_time_compare, salted_hmac

DIGITS = 6
MOST_TRIES = 5
LASTS = timedelta(minutes=15)


def digits_of(reference: str, nonce: str) -> str:
    """The digits of the code with this reference; `nonce` is the moment at which it was made."""
    made = salted_hmac("accounts.visitor-code", f"{reference}:{nonce}", algorithm="sha256").digest()
    return f"{int.from_bytes(made[:8]) % 10**DIGITS:0{DIGITS}d}"


def hash_of(reference: str, digits: str) -> str:
    """What the table keeps of a code: a hash that nobody can try out without the portal's key."""
    return salted_hmac("accounts.visitor-code-hash", f"{reference}:{digits}", algorithm="sha256").hexdigest()


def right(reference: str, digits: str, code_hash: str) -> bool:
    """Whether these are the digits; the answer takes as long either way."""
    return constant_time_compare(hash_of(reference, digits), code_hash)
