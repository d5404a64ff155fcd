"""The secret in the link of an invitation: made from the invitation and the portal's key, so that no table ever holds it."""

import hashlib

from django.utils.crypto import salted_hmac


def secret_of(reference: str, nonce: str) -> str:
    """The secret of the invitation with this reference; `nonce` is the moment of the invitation."""
    return salted_hmac("accounts.invitation", f"{reference}:{nonce}", algorithm="sha256").hexdigest()


def hash_of(secret: str) -> str:
    """What the table keeps of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
