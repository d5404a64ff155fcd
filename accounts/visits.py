"""The session of a visitor: begun by a one-time code, ended by leaving, by standing idle, by time, or by signing in."""

from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from accounts import kept_forms
from accounts.models import Person, Visitor
from accounts.selectors.visitors import visitor_by_reference
from foundation import clock

VISIT = "visit"
ASKED = "visit_asked"
SECONDS_BETWEEN_NOTES = 60
_READ = "_visitor_of_this_request"


def begin_visit(request: HttpRequest, visitor: Visitor) -> None:
    """Let this browser be the visitor's from now on, under a new session key. What another typed here ends."""
    request.session.cycle_key()
    kept_forms.forget_unless_of(request, visitor.reference)
    moment = clock.now().timestamp()
    request.session.pop(ASKED, None)
    request.session[VISIT] = {"visitor": visitor.reference, "began": moment, "seen": moment}


def end_visit(request: HttpRequest) -> None:
    """Forget the visitor and everything that the session holds."""
    request.session.flush()


def whose_visit_was_it(request: HttpRequest) -> str:
    """The reference of the visitor whose this browser was, in time or not; empty where it was nobody's."""
    visit = request.session.get(VISIT)
    return str(visit["visitor"]) if isinstance(visit, dict) else ""


def visitor_of(request: HttpRequest) -> Visitor | None:
    """The visitor whose session this is, while it is in its limits. Whoever is signed in is no visitor."""
    if not hasattr(request, _READ):
        setattr(request, _READ, _read(request))
    found: Visitor | None = getattr(request, _READ)
    return found


def visit_in_limits(request: HttpRequest, key: str) -> dict[str, Any] | None:
    """What the session holds of a visit under this key, while it is in its limits; notes that it is in use.

    Whoever is signed in is on no visit.
    """
    visit = getattr(request, "session", {}).get(key)
    if not isinstance(visit, dict) or isinstance(request.user, Person):
        return None
    moment = clock.now().timestamp()
    idle, long = moment - visit["seen"], moment - visit["began"]
    if idle > settings.SESSION_IDLE_SECONDS or long > settings.SESSION_ABSOLUTE_SECONDS:
        return None
    if idle > SECONDS_BETWEEN_NOTES:
        request.session[key] = {**visit, "seen": moment}
    return visit


def _read(request: HttpRequest) -> Visitor | None:
    visit = visit_in_limits(request, VISIT)
    return visitor_by_reference(str(visit["visitor"])) if visit is not None else None


@receiver(user_logged_in, dispatch_uid="accounts.visits")
def end_when_somebody_signs_in(sender: type[Person], request: HttpRequest, user: Person, **_: object) -> None:
    """Signing in ends the visit on this device."""
    request.session.pop(VISIT, None)
    request.session.pop(ASKED, None)
