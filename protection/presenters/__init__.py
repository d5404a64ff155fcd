"""Child protection in words, for pages."""
