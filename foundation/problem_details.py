"""What other systems are answered when something is refused: problem details (RFC 9457), in the sentences of the form."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, JsonResponse
from rest_framework import exceptions
from rest_framework.response import Response

from foundation.errors import Conflict, Incomplete, NotAllowed, NotVisible, Problem, Refused

MEDIA_TYPE = "application/problem+json"
NOT_FOUND = "There is no such record, or your system may not see it."
NOT_UNDERSTOOD = "The request could not be understood."
Details = dict[str, Any]


class TooBig(exceptions.APIException):
    """The body of a request is larger than the portal takes."""

    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    default_detail = "The body is too big."
    default_code = "too_big"


class Wrong(exceptions.APIException):
    """The shape of a request is not what the description of the interface says."""

    status_code = HTTPStatus.UNPROCESSABLE_ENTITY

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems[0].sentence)
        self.problems = tuple(problems)


def details(status: int, sentence: str, problems: Sequence[Problem] = ()) -> Details:
    """The members of an answer that refuses: what it is, and each thing that is wrong with where it stands."""
    found: Details = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "detail": printable(sentence),
    }
    if problems:
        found["errors"] = [
            {"pointer": printable(pointer(one)), "field": printable(one.field), "detail": printable(one.sentence)}
            for one in problems
        ]
    return found


def printable(text: str) -> str:
    """A text that may repeat what was sent, with a question mark for each sign that no answer can carry."""
    return text.encode("utf-8", "replace").decode()


def pointer(problem: Problem) -> str:
    """Where in the body a problem stands, as a JSON pointer: #/children/0/family_name."""
    page, _, number = problem.page.partition("/")
    place = str(int(number) - 1) if number else ""
    repeated = problem.field == page
    return "/".join(part for part in ("#", page, place, "" if repeated else problem.field) if part)


def plain_answer(status: int, sentence: str) -> JsonResponse:
    """The same from outside the interface's own views, such as for an address that does not exist."""
    return JsonResponse(details(status, sentence), status=status, content_type=MEDIA_TYPE)


def answer_with_problem(error: Exception, context: Mapping[str, Any]) -> Response | None:
    """Turn what was refused into problem details; anything else is not ours (Django answers 500 and says nothing)."""
    status, sentence, problems = _told(error)
    if not status:
        return None
    headers: dict[str, str] = {}
    wait = getattr(error, "wait", None)
    if isinstance(error, exceptions.Throttled) and wait is not None:
        headers["Retry-After"] = str(int(wait))
    if isinstance(error, exceptions.NotAuthenticated | exceptions.AuthenticationFailed):
        headers["WWW-Authenticate"] = 'Bearer realm="portal"'
    return Response(details(status, sentence, problems), status=status, headers=headers, content_type=MEDIA_TYPE)


def _told(error: Exception) -> tuple[int, str, Sequence[Problem]]:
    match error:
        case Incomplete() | Wrong():
            return HTTPStatus.UNPROCESSABLE_ENTITY, _sentence(error), error.problems
        case NotVisible() | Http404():
            return HTTPStatus.NOT_FOUND, NOT_FOUND, ()
        case NotAllowed():
            return HTTPStatus.FORBIDDEN, error.sentence, ()
        case Conflict():
            return HTTPStatus.CONFLICT, error.sentence, ()
        case Refused():
            problems = [Problem(error.sentence, error.field)] if error.field else []
            return HTTPStatus.UNPROCESSABLE_ENTITY, error.sentence, problems
        case RequestDataTooBig():
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, str(TooBig.default_detail), ()
        case exceptions.APIException():
            return error.status_code, _own_words(error), ()
    return 0, "", ()


def _sentence(error: Incomplete | Wrong) -> str:
    count = len(error.problems)
    return error.problems[0].sentence if count == 1 else f"{count} things must be put right."


def _own_words(error: exceptions.APIException) -> str:
    """Only the sentences that the portal wrote itself: a library's may repeat what was sent."""
    words: dict[type[exceptions.APIException], str] = {
        exceptions.MethodNotAllowed: "This address does not take this method.",
        exceptions.UnsupportedMediaType: "Send application/json, or multipart/form-data for a document.",
        exceptions.NotAcceptable: "The portal answers in JSON.",
        exceptions.Throttled: "Too many requests. Wait, then try again.",
    }
    for kind, sentence in words.items():
        if isinstance(error, kind):
            return sentence
    if isinstance(error, exceptions.ParseError) and not isinstance(error, NotJson):
        return NOT_UNDERSTOOD
    return str(error.detail)


class NotJson(exceptions.ParseError):
    """The body is not JSON."""

    default_detail = "The body must be JSON in UTF-8."
