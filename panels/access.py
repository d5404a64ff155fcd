"""Whom this work needs."""

from accounts.access_table import RoleSpec

PANEL_COORDINATOR = "panel_coordinator"
DESIGNATED_OFFICER = "designated_officer"

ROLES = (
    RoleSpec(
        PANEL_COORDINATOR,
        "Panel coordinator",
        "Prepares exploitation and missing panels and follows up what they decide.",
        shows_cases=True,
    ),
    RoleSpec(
        DESIGNATED_OFFICER,
        "Designated officer for allegations",
        "Oversees allegations against people who work with children.",
        shows_cases=True,
    ),
)
