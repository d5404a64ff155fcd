"""Whom this work needs."""

from accounts.access_table import RoleSpec

AUDITOR = "auditor"

ROLES = (RoleSpec(AUDITOR, "Auditor", "Reads the sampled records of one audit, for its duration only.", shows_cases=True),)
