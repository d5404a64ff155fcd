"""Printing HTML as tagged PDF."""

from foundation.pdf.printing import REPORT, NotPrintable, render_pdf

__all__ = ["REPORT", "NotPrintable", "render_pdf"]
