"""Whom this work needs."""

from accounts.access_table import RoleSpec

CHILD_DEATH_COORDINATOR = "child_death_coordinator"

ROLES = (
    RoleSpec(
        CHILD_DEATH_COORDINATOR,
        "Child death coordinator",
        "Gathers what agencies know when a child has died and prepares the panel.",
        shows_cases=True,
    ),
)
