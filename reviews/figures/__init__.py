"""What reviews publish: counts and shares only, never a name. One module for each thing that is counted.

A new module is imported here; importing it declares its figures.
"""

from reviews.figures import children, deaths, findings, incidents

__all__ = ["children", "deaths", "findings", "incidents"]
