"""What child protection publishes: counts and shares only, never a name. One module for each thing that is counted."""

from protection.figures import meetings, month_ends, plans, scaling

__all__ = ["meetings", "month_ends", "plans", "scaling"]
