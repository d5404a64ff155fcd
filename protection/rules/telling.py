"""Who is to be told of the end of a plan and of a birth."""

from datetime import date

from foundation.calendar import completed_age
from protection.models import EndReason, TaskKind

AT_SCHOOL_FROM = 2
"""From this age a child may go to a nursery that is to be told."""


def tasks_at_end(born: date | None, on: date, reason: str) -> tuple[TaskKind, ...]:
    """What is to be done once the plan of a child has ended on a day."""
    at_school = born is not None and completed_age(born, on) >= AT_SCHOOL_FROM and reason != EndReason.NOT_LIVE_BORN
    return (TaskKind.GP, *((TaskKind.SCHOOL,) if at_school else ()), TaskKind.CP_IS)


AT_BIRTH = (TaskKind.DISCHARGE, TaskKind.BIRTH)
"""What is to be done once a child who was on a plan before birth is born."""
