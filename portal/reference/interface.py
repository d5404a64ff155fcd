"""The description of the interface for other systems, as it is served."""

import json

from referrals.api.description import schema


def openapi() -> str:
    """The OpenAPI description as JSON."""
    return json.dumps(schema(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"
