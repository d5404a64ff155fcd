"""The pages for what went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.middleware import not_taken_in
from foundation.problem_details import NOT_FOUND, NOT_UNDERSTOOD, plain_answer

INTERFACE = "/api/"
"""Under this address other systems speak to the portal, which answers them in JSON."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page, or none that this person may see: the answer is the same."""
    if request.path.startswith(INTERFACE):
        return plain_answer(404, NOT_FOUND)
    return render(request, "errors/404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The person's role does not open this."""
    return render(request, "errors/403.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request could not be understood."""
    if request.path.startswith(INTERFACE):
        return plain_answer(400, NOT_UNDERSTOOD)
    return render(request, "errors/400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something failed on our side; the page needs nothing that could fail too."""
    if request.path.startswith(INTERFACE):
        return plain_answer(500, "Something went wrong on our side. Try again with the same Idempotency-Key.")
    return render(request, "errors/500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long or came from elsewhere."""
    return not_taken_in(request)
