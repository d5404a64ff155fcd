"""Who asks for a page."""

from typing import cast

from django.http import HttpRequest

from accounts.models import Person


def asking(request: HttpRequest) -> Person:
    """The person who asks. The access table has made sure that somebody is signed in."""
    return cast("Person", request.user)
