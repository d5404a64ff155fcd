"""What every answer of the portal gets, and how refusals become pages."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from foundation.errors import Conflict, NotAllowed, NotVisible, Refused

NUL = "\x00"
GetResponse = Callable[[HttpRequest], HttpResponse]


class PrivateByDefault:
    """Every page is private: not stored by browser or proxy, not shared across origins, unless the view says otherwise."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers that the view has not set itself."""
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        return response


class NothingUnreadable:
    """Refuses an address or a form with the sign NUL, which no keyboard types and no database keeps."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refused when it stands in the address or in its tail; the site says what a bad request is answered."""
        if NUL in request.path_info or any(NUL in text for pair in request.GET.lists() for text in (pair[0], *pair[1])):
            raise BadRequest
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        """Refused when it stands in a form."""
        if any(NUL in text for pair in request.POST.lists() for text in (pair[0], *pair[1]) if isinstance(text, str)):
            raise BadRequest


class RefusalsBecomePages:
    """The last place that meets a refusal: views show it beside their form where they can; otherwise it becomes a page here."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass through."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """404 for what is not visible, 403, 409 or 422 for a refusal; anything else is not ours."""
        if isinstance(error, NotVisible):
            return render(request, "errors/404.html", status=404)
        if isinstance(error, NotAllowed):
            return render(request, "errors/403.html", {"sentence": error.sentence}, status=403)
        if isinstance(error, Conflict):
            return render(request, "errors/409.html", {"sentence": error.sentence}, status=409)
        if isinstance(error, Refused):
            return render(request, "errors/422.html", {"sentence": error.sentence}, status=422)
        return None
