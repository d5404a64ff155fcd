"""An action, to its owner without an account who was let in by a sealed link."""

from accounts.models import SealedLink
from board.models import Action, ActionUpdate
from board.rules import OPEN
from foundation.errors import NotVisible

SEALED_PAGE = "board:sealed_action"
"""The page that a sealed link to an action opens."""


def action_of_link(link: SealedLink) -> Action:
    """The action for which a sealed link was sent, while its agency leads it and nobody with an account owns it."""
    found = (
        Action.objects.filter(reference=link.subject, pk=link.seat, agency=link.agency, owner__isnull=True)
        .select_related("plan", "agency")
        .first()
    )
    if link.page != SEALED_PAGE or found is None:
        raise NotVisible
    return found


def note_of_link(link: SealedLink) -> ActionUpdate | None:
    """The progress note that came through a link; None while none has."""
    return ActionUpdate.objects.filter(written_link=link).first()


def takes_a_link(action: Action) -> bool:
    """Whether somebody without an account can be let in: it is open, and a post owns it."""
    return action.owner_id is None and action.state in OPEN
