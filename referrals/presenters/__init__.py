"""The words of the front door's pages."""
