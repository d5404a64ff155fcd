"""Every figure that the yearly report knows."""

from portal.reference.markdown import page, table
from reporting.rules.catalogue import catalogue


def figures() -> str:
    """Codes with their meaning, kind, disclosure class and breakdowns."""
    rows = [
        (f"`{code}`", spec.title, spec.meaning, str(spec.kind), str(spec.disclosure), ", ".join(spec.breakdowns))
        for code, spec in sorted(catalogue().items())
    ]
    return page(
        "Figures",
        "One number, one definition: pages, spreadsheets, JSON and PDF read these.",
        table(("code", "title", "meaning", "kind", "disclosure", "by"), rows),
    )
