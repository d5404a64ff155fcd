"""Every figure that the yearly report knows, and every table of words."""

from foundation.figures import all_text_tables
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
        *_words(),
    )


def _words() -> list[str]:
    """The tables of words with their columns; nothing while no app publishes one."""
    rows = [(f"`{one.code}`", one.title, one.meaning, "; ".join(one.columns)) for _source, one in all_text_tables()]
    return ["## Tables of words", table(("code", "title", "meaning", "columns"), sorted(rows))] if rows else []
