"""What every kind of case shows of what is learnt from it: the features of its children, and its briefings."""

from reviews.presenters.briefings import case_briefing_rows
from reviews.presenters.trends import coding_rows
from reviews.presenters.ways import Section
from reviews.selectors.briefings import may_write
from reviews.selectors.cases import CaseFile


def learning_sections(file: CaseFile) -> list[Section]:
    """The parts of a case's page that all kinds of case share."""
    reference = file.case.reference
    coded = {"rows": coding_rows(file.children, file.codings), "owned": file.owned, "reference": reference}
    told = {
        "rows": case_briefing_rows(reference, file.briefings),
        "writes": may_write(file.role),
        "reference": reference,
    }
    return [
        Section("Features", "reviews/sections/coding.html", coded if file.children else None),
        Section("Briefings", "reviews/sections/briefings.html", told),
    ]
