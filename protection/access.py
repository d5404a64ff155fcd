"""Whom this work needs."""

from accounts.access_table import RoleSpec

CONFERENCE_CHAIR = "conference_chair"

ROLES = (
    RoleSpec(
        CONFERENCE_CHAIR,
        "Conference chair",
        "Chairs child protection conferences and is independent of the case.",
        shows_cases=True,
    ),
)
