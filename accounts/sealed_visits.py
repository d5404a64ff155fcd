"""The session of whoever has opened a sealed link: that one page, until they leave, stand idle, or sign in."""

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from accounts.models import Person, SealedLink
from accounts.selectors.sealed import opened_link
from accounts.visits import visit_in_limits
from foundation import clock

SEALED = "sealed"
_READ = "_sealed_link_of_this_request"


def begin_sealed_visit(request: HttpRequest, link: SealedLink) -> None:
    """Let this browser open the link's page from now on, in a session of its own: what another did here ends."""
    request.session.flush()
    moment = clock.now().timestamp()
    request.session[SEALED] = {"link": link.reference, "began": moment, "seen": moment}


def had_sealed_visit(request: HttpRequest) -> bool:
    """Whether this browser has opened a sealed link, in time or not."""
    return isinstance(request.session.get(SEALED), dict)


def sealed_link_of(request: HttpRequest) -> SealedLink | None:
    """The sealed link that this session has opened, while both are in their limits. Whoever is signed in has none."""
    if not hasattr(request, _READ):
        setattr(request, _READ, _read(request))
    found: SealedLink | None = getattr(request, _READ)
    return found


def _read(request: HttpRequest) -> SealedLink | None:
    visit = visit_in_limits(request, SEALED)
    return opened_link(str(visit["link"])) if visit is not None else None


@receiver(user_logged_in, dispatch_uid="accounts.sealed_visits")
def end_when_somebody_signs_in(sender: type[Person], request: HttpRequest, user: Person, **_: object) -> None:
    """Signing in ends what a sealed link had opened on this device."""
    request.session.pop(SEALED, None)
