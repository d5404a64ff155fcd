"""What upper apps declare to the pages of the board, which does not know them.

An app's `board_page.py` holds BEHIND: a function that takes who asks and a recommendation, and gives the address and the words
of each record out of which it came, among those that this person sees.
"""

from collections.abc import Callable, Iterable

from accounts.models import Person
from board.models import Recommendation
from foundation import registry

Behind = Callable[[Person, Recommendation], Iterable[tuple[str, str]]]


def what_is_behind(person: Person, recommendation: Recommendation) -> list[dict[str, str]]:
    """The records out of which a recommendation came; nothing for whoever sees none of them."""
    found: list[dict[str, str]] = []
    for _app, module in registry.modules("board_page"):
        behind: Behind = module.BEHIND
        found += [{"href": address, "text": text} for address, text in behind(person, recommendation)]
    return found
