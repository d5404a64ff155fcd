"""What the views of accounts share."""

from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """The answers of a form that was sent, be they none at all; None when it is only to be shown."""
    return request.POST if request.method == "POST" else None


def key_of(request: HttpRequest) -> tuple[str, int] | None:
    """The key after which the page of a list begins, from the address; None for the first page or for nonsense."""
    name, number = request.GET.get("after", ""), request.GET.get("id", "")
    return (name, int(number)) if name and number.isdecimal() and len(number) < 19 else None
