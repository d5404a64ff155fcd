"""Questions that pages of child protection ask."""
