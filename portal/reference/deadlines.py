"""Every deadline that apps declare."""

from foundation import registry
from portal.reference.markdown import page, table
from work.rules import Deadline


def deadlines() -> str:
    """What must happen by when; a partnership's own limits, kept in the table of limits, take the place of these."""
    rows = [
        (f"`{deadline.kind}`", deadline.title, _limits(deadline), deadline.calendar.replace("_", " "))
        for _app, module in registry.modules("deadlines")
        for deadline in module.DEADLINES
    ]
    return page(
        "Deadlines",
        "As declared. A partnership’s own limit (`DeadlineLimit`, from a day on) takes the place of one of these.",
        table(("kind", "what", "limit", "counted in"), sorted(rows)),
    )


def _limits(deadline: Deadline) -> str:
    return ", ".join(f"{variant}: {amount}" if variant else str(amount) for variant, amount in deadline.limits.items())
