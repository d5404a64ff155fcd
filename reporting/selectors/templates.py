"""The shapes that a yearly report can have."""

from foundation.calendar import FinancialYear
from foundation.errors import Refused
from reporting.models import ReportTemplate
from reporting.rules.templates import Template, chapters_from_json


def templates() -> list[Template]:
    """Every shape, the newest first."""
    return [_read(row) for row in ReportTemplate.objects.all()]


def template_for(year: FinancialYear, code: str = "") -> Template:
    """The shape of a code, or that of a year; refuses a code that there is not."""
    rows = ReportTemplate.objects.filter(code=code) if code else ReportTemplate.objects.filter(from_year__lte=year.start_year)
    found = rows.first()
    if found is None:
        codes = ", ".join(ReportTemplate.objects.values_list("code", flat=True))
        raise Refused(f"Select a shape of the report: {codes}.", field="template")
    return _read(found)


def all_sections() -> dict[str, str]:
    """Every section of any shape for which narrative can be written, with a title under which it stands."""
    return {key: title for one in reversed(templates()) for key, title in one.sections.items()}


def _read(row: ReportTemplate) -> Template:
    return Template(row.code, row.title, row.from_year, chapters_from_json(row.chapters), row.needs_statement)
