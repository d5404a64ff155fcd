"""What the front door publishes: counts and shares only, never a name. One module for each thing that is counted.

A new module is imported here; importing it declares its figures.
"""

from referrals.figures import (
    casework,
    checks,
    contacts,
    disagreements,
    early_help,
    forms,
    harms,
    local_help,
    quality,
    school_notices,
    steps,
)

__all__ = [
    "casework",
    "checks",
    "contacts",
    "disagreements",
    "early_help",
    "forms",
    "harms",
    "local_help",
    "quality",
    "school_notices",
    "steps",
]
