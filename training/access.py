"""Whom this work needs."""

from accounts.access_table import RoleSpec

TRAINER = "trainer"

ROLES = (RoleSpec(TRAINER, "Trainer", "Runs courses and keeps their registers.", shows_cases=False),)
