"""Child protection, from the strategy discussion to the end of a plan. For now it declares whom that work needs."""
