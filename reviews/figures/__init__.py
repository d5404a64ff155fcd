"""What reviews publish. One module for each thing that is counted.

A new module is imported here; importing it declares its figures.
"""

from reviews.figures import children, findings, incidents

__all__ = ["children", "findings", "incidents"]
