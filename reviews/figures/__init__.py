"""What reviews publish: counts and shares only, never a name. One module for each thing that is counted."""

from reviews.figures import deaths

__all__ = ["deaths"]
