"""The front door for other systems: the same form, the same rules, the same services, in JSON."""
