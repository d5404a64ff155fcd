"""Ended sessions."""

from importlib import import_module

from django.conf import settings

from foundation.actors import Actor
from foundation.service import service


@service
def remove_ended_sessions(*, by: Actor) -> None:
    """Delete the sessions whose time has passed, with whatever they kept. The system's regular task; safe to repeat."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
