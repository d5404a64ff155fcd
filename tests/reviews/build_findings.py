"""Findings and what comes of them, for tests."""

from typing import Any

from accounts.models import Person
from reviews.models import Finding, FindingRecommendation, SeriousIncident
from reviews.services.findings import recommend, write_finding
from tests.factories import make_agency


def found(by: Person, incident: SeriousIncident, **changes: Any) -> Finding:
    told = {"kind": "pattern", "text": "Nobody asked the family who the father was.", **changes}
    return write_finding(by=by, case=incident.case.reference, **told)


def recommended(by: Person, finding: Finding, **changes: Any) -> FindingRecommendation:
    told = {
        "scope": "partnership",
        "text": "Ask about the father whenever a child is seen.",
        "source_title": "Rapid review, 2026",
        "agency": changes.pop("agency", None) or make_agency().code,
        **changes,
    }
    return recommend(by=by, case=finding.case.reference, number=finding.number, **told)
