"""The figures for business-intelligence tools: the same values as on the pages, with the same numbers hidden."""
