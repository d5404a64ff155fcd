"""Documents that the worker prints: the exceptions report, and the pack of a meeting."""
