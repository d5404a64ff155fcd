"""A page that asks about one child, and about one more as often as somebody presses “Add another child”: without JavaScript."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.forms import BoundField
from django.forms.utils import ErrorDict

from foundation.design.forms import PortalForm

ADD = "add_child"
"""The name of the button."""


class SeveralChildren(PortalForm):
    """A page with as many blocks of questions about a child as it was sent with, and one more where that was asked for."""

    most: ClassVar[int] = 1
    """So many children can be named."""
    child_fields: Callable[[int], dict[str, Any]]
    """The questions about the child at a place of the list: a method of the page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sent = [place for place in range(2, self.most + 1) if f"given_name_{place}" in self.data]
        self.places = max(sent, default=1)
        self.adds = ADD in self.data
        if self.adds and self.places < self.most:
            self.places += 1
        for place in range(1, self.places + 1):
            self.fields |= self.child_fields(place)

    @property
    def next_place(self) -> int:
        """The place of a child that could still be added; 0: there are as many as can be."""
        return self.places + 1 if self.places < self.most else 0

    def unjudged(self) -> None:
        """Show what was typed without judging it yet: somebody adds a child and goes on writing."""
        self._errors = ErrorDict()
        self.cleaned_data = {}

    def child_blocks(self) -> list[list[BoundField]]:
        """The questions about each child, child by child."""
        return [[self[name] for name in self.child_fields(place)] for place in range(1, self.places + 1)]

    def begun(self, place: int) -> bool:
        """Whether anything is said of the child at this place; the first is always asked. Of a page that is being judged."""
        said = (self.cleaned_data.get(name) for name in self.child_fields(place))
        wrong = any(name in self.errors for name in self.child_fields(place))
        return place == 1 or wrong or any(value not in (None, "") for value in said)
