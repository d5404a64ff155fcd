"""The secret in a link that is sent: made from a reference and the portal's key, so that no table ever holds it."""

import hashlib

from django.utils.crypto import salted_hmac


def secret_of(reference: str, nonce: str) -> str:
    """The secret of the link to what has this reference; `nonce` is the moment at which the link was made."""
    return salted_hmac("accounts.invitation", f"{reference}:{nonce}", algorithm="sha256").hexdigest()


def hash_of(secret: str) -> str:
    """What the table keeps of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
