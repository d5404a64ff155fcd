"""Keeping how an action stood before it changed, so that the figures of an earlier day stay what they were."""

from board.models import Action, ActionPast
from foundation import clock

COUNTED = (
    "state", "agency_id", "due_on", "amber_from", "red_from", "recovery_plan", "overruled_rating", "overruled_until",
    "done_at",
)  # fmt: skip
"""What the rating of an action and its figures depend on."""


def save_changed(action: Action) -> None:
    """Save a changed action under its next version, and how it stood until now where a figure depends on it.

    Part of a service that has locked the row. Every change of an action is saved here and nowhere else.
    """
    before = Action.objects.get(pk=action.pk)
    if any(getattr(before, name) != getattr(action, name) for name in COUNTED):
        ActionPast.objects.create(
            action=action,
            stood_until=clock.now(),
            state=before.state,
            agency_id=before.agency_id,
            due_on=before.due_on,
            amber_from=before.amber_from,
            red_from=before.red_from,
            has_recovery_plan=before.recovery_plan != "",
            overruled_rating=before.overruled_rating,
            overruled_until=before.overruled_until,
            done_on=before.done_at.astimezone(clock.LONDON).date() if before.done_at else None,
        )
    action.version += 1
    action.save()
