"""The words of child protection."""
