"""What the front door publishes: counts and shares only, never a name. One module for each thing that is counted.

A new module is imported here; importing it declares its figures.
"""

from referrals.figures import (
    besides,
    casework,
    checks,
    contacts,
    disagreement_stages,
    disagreements,
    early_help,
    early_help_needs,
    forms,
    harms,
    levels,
    local_help,
    months,
    per_child,
    per_form,
    quality,
    school_notices,
    steps,
)

__all__ = [
    "besides",
    "casework",
    "checks",
    "contacts",
    "disagreement_stages",
    "disagreements",
    "early_help",
    "early_help_needs",
    "forms",
    "harms",
    "levels",
    "local_help",
    "months",
    "per_child",
    "per_form",
    "quality",
    "school_notices",
    "steps",
]
