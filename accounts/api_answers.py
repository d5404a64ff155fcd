"""What every address of the interface for other systems may answer: problem details (RFC 9457), and which of them when."""

from typing import Any

from drf_spectacular.utils import OpenApiResponse
from rest_framework import serializers

JSON, PROBLEM = "application/json", "application/problem+json"


class ProblemPlace(serializers.Serializer[Any]):
    """One thing that is wrong."""

    pointer = serializers.CharField(help_text="Where in the body, as a JSON pointer.")
    field = serializers.CharField()
    detail = serializers.CharField(help_text="The sentence that the form shows.")


class ProblemDetails(serializers.Serializer[Any]):
    """What is answered when something is refused (RFC 9457)."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    errors = ProblemPlace(many=True, required=False)  # type: ignore[assignment]  # a field, which the class takes away from its attributes


def answers(*codes: int) -> dict[tuple[str, str] | Any, Any]:
    """What each address may answer besides what it is for."""
    words = {
        400: "The address or the body could not be read.",
        401: "The token is missing, wrong, has ended or has run out.",
        403: "The token does not allow this.",
        404: "There is no such record, or the system may not see it.",
        409: "The key was used for something else, or the record was changed meanwhile.",
        413: "The body is too big.",
        415: "The body is of another type.",
        422: "Something that was sent cannot be taken; `errors` says what and where.",
        429: "Too many requests; `Retry-After` says how many seconds to wait.",
    }
    always = (400, 401, 403, 429)
    return {(code, PROBLEM): OpenApiResponse(ProblemDetails, description=words[code]) for code in sorted({*codes, *always})}
