"""Assurance: audits, Section 11 returns, inspections. For now it declares whom that work needs."""
