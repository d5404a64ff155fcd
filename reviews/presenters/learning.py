"""What every kind of case shows of what is learnt from it: the features of its children, and its briefings."""

from reviews.access import SEES_TRENDS
from reviews.presenters.briefings import case_briefing_rows
from reviews.presenters.findings import finding_rows, link_rows
from reviews.presenters.trends import coding_rows
from reviews.presenters.ways import Section
from reviews.selectors.briefings import may_write
from reviews.selectors.cases import CaseFile
from reviews.selectors.findings import is_closed, writes_findings


def learning_sections(file: CaseFile) -> list[Section]:
    """The parts of a case's page that all kinds of case share."""
    reference = file.case.reference
    coded = {"rows": coding_rows(file.children, file.codings), "owned": file.owned, "reference": reference}
    told = {
        "rows": case_briefing_rows(reference, file.briefings),
        "writes": may_write(file.role),
        "reference": reference,
    }
    sees = SEES_TRENDS.admits(file.person)
    writes, closed = writes_findings(file.role), is_closed(file.case)
    findings = {
        "rows": finding_rows(reference, file.findings, writes=writes, owned=file.owned, closed=closed, sees_board=sees),
        "writes": writes and not closed,
        "reference": reference,
    }
    links = {"rows": link_rows(file.links, reads=sees), "owned": file.owned, "reference": reference}
    return [
        Section("Findings", "reviews/sections/findings.html", findings),
        Section("Features", "reviews/sections/coding.html", coded if file.children else None),
        Section("Briefings", "reviews/sections/briefings.html", told),
        Section("Other reviews and joint events", "reviews/sections/links.html", links),
    ]
