"""Who does something: a person acting for an agency, or the system under a name."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@runtime_checkable
class Actor(Protocol):
    """What an event and an access-log row keep of whoever acted. `accounts.models.Person` is one."""

    @property
    def actor_kind(self) -> str:
        """ "person" or "system"."""

    @property
    def actor_reference(self) -> str:
        """The opaque reference of the person, or the name of the system's part."""

    @property
    def actor_agency(self) -> str:
        """The code of the agency on whose behalf the person acts; empty for the system."""


@dataclass(frozen=True)
class SystemActor:
    """A named part of the system, such as "outbox" or "seed"."""

    name: str

    @property
    def actor_kind(self) -> str:
        """Always "system"."""
        return "system"

    @property
    def actor_reference(self) -> str:
        """The name of the part."""
        return self.name

    @property
    def actor_agency(self) -> str:
        """The system acts for nobody."""
        return ""
