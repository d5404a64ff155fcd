"""What the board asks of agencies: a reply to a letter of the executive."""

from collections.abc import Collection

from django.urls import reverse

from accounts.access import AGENCY_LEAD
from accounts.models import Person
from board.access import BOARD
from board.rules import LETTER_REQUEST
from foundation.actors import Actor
from work.kinds import RequestKind, Result
from work.models import Request


def _replied(request: Request, by: Actor) -> None:
    from board.services.letters import when_replied

    when_replied(request, by)


def _read_by_the_board(person: Person, references: Collection[str]) -> Collection[str]:
    """The board's people read every reply with its files; an agency its own, as the one that was asked."""
    return references if BOARD.admits(person) else ()


def _address(reference: str) -> str:
    return reverse("board:letter", args=[reference])


REQUESTS = (
    RequestKind(
        LETTER_REQUEST,
        "Letter of the executive",
        on_answered=_replied,
        seen_by=_read_by_the_board,
        results=(Result("yes", "Yes"), Result("no", "No"), Result("other", "Other", missing="Enter what you reply.")),
        roles=frozenset({AGENCY_LEAD}),
        address=_address,
        answer_page="board:reply_to_letter",
        documents=True,
        read_with_record=True,
        shows_cases=False,
        chased="Letters of the executive",
    ),
)
