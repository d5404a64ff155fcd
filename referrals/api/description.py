"""The description of the interface: OpenAPI for machines, a page for people. Both are made from the code."""

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema

METHODS = ("get", "post")
COMPONENT = "#/components/schemas/"


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # the library registers subclasses untyped
    """How a system shows its token."""

    target_class = "accounts.api.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        """A bearer token."""
        return {"type": "http", "scheme": "bearer", "description": "The token of the agency’s system."}


def nothing_else_is_taken(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Say of every body that names no question has are refused."""
    for name, schema in result["components"]["schemas"].items():
        if name.endswith("Request") and schema.get("type") == "object":
            schema["additionalProperties"] = False
    return result


@cache
def schema() -> dict[str, Any]:
    """The OpenAPI description of the interface."""
    generator: Any = SchemaGenerator
    described = generator(api_version="v1").get_schema(request=None, public=True)
    return dict(described)


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """The description for machines."""
    return JsonResponse(schema(), json_dumps_params={"indent": 2, "ensure_ascii": False})


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """The description for people: each address with what it takes and what it answers."""
    return render(request, "referrals/api/guide.html", {"operations": operations(), "bodies": bodies()})


def operations() -> list[dict[str, Any]]:
    """Each address with its method, body and answers."""
    return [
        {
            "method": method.upper(),
            "path": path,
            "summary": operation["summary"],
            "description": operation["description"],
            "body": _body(operation),
            "answers": [(code, answer.get("description", "")) for code, answer in sorted(operation["responses"].items())],
        }
        for path, methods in schema()["paths"].items()
        for method, operation in methods.items()
        if method in METHODS
    ]


def _body(operation: dict[str, Any]) -> str:
    content = operation.get("requestBody", {}).get("content", {})
    return next((one["schema"].get("$ref", "").removeprefix(COMPONENT) for one in content.values()), "")


def bodies() -> list[dict[str, Any]]:
    """Each body that is sent, with its answers: name, kind, whether it must be there, and the question."""
    return [
        {"name": name, "title": name.removesuffix("Request"), "about": found.get("description", ""), "answers": _answers(found)}
        for name, found in schema()["components"]["schemas"].items()
        if name.endswith("Request") and found.get("type") == "object"
    ]


def _answers(body: dict[str, Any]) -> list[dict[str, Any]]:
    needed = set(body.get("required", ()))
    return [
        {
            "name": name,
            "kind": _kind(answer),
            "needed": name in needed,
            "question": answer.get("description", ""),
            "most": answer.get("maxLength") or answer.get("maxItems") or "",
        }
        for name, answer in body.get("properties", {}).items()
    ]


def _kind(answer: dict[str, Any]) -> str:
    """What is to be sent, in words."""
    for part in (answer, *answer.get("allOf", ()), *answer.get("oneOf", ())):
        if "$ref" in part:
            name = part["$ref"].removeprefix(COMPONENT)
            choices = schema()["components"]["schemas"][name].get("enum")
            return f"one of {', '.join(map(str, choices))}" if choices else name.removesuffix("Request")
        if "enum" in part:
            return f"one of {', '.join(str(choice) for choice in part['enum'] if choice)}"
    if answer.get("type") == "array":
        return f"list of {_kind(answer['items'])}"
    kinds = answer.get("type", "")
    kind = next(one for one in kinds if one != "null") if isinstance(kinds, list) else kinds
    return {"date": "date, 2017-03-27", "time": "time, 14:30"}.get(answer.get("format", ""), str(kind))
