"""Panels and pathways beside child protection. For now it declares whom that work needs."""
