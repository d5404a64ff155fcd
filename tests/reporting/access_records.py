"""Records of reporting for the access matrix: whoever may read the report may read every edition."""

from accounts.models import Person
from tests.access.kinds import Arguments, Kind
from tests.reporting.build import make_compilation, make_edition
from tests.reporting.returning import make_return, make_round


def any_compilation(person: Person, role: str) -> Arguments:
    return {"reference": make_compilation().reference}


def any_edition(person: Person, role: str) -> Arguments:
    reference = make_edition().reference
    return {"reference": reference, "other": reference}


def any_return(person: Person, role: str) -> Arguments:
    return {"reference": make_return().reference}


def any_round(person: Person, role: str) -> Arguments:
    return {"reference": make_round().reference}


def no_record(person: Person, role: str) -> Arguments:
    return {"reference": "NM-E-2222-2222", "other": "NM-E-2222-2222"}


def is_there(role: str, relation: str) -> bool:
    return relation == "own"


YEAR = {"label": "2025-26"}
KINDS = {
    "compilation": Kind({"own": any_compilation, "other": no_record}, is_there),
    "return_round": Kind({"own": any_round, "other": no_record}, is_there),
    "agency_return": Kind({"own": any_return, "other": no_record}, is_there),
    "edition": Kind({"own": any_edition, "other": no_record}, is_there),
}
ROUTE_ARGS = {
    "reporting:dashboard_page": {"slug": "contacts"},
    "reporting:dashboard_figure": {"slug": "contacts", "code": "contacts.received"},
    "reporting:dashboard_file": {"slug": "contacts", "form": "csv"},
    "reporting:dashboard_figure_file": {"slug": "contacts", "code": "contacts.received", "form": "xlsx"},
    "reporting:dashboard_part_file": {"slug": "contacts", "code": "contacts.received", "by": "month", "form": "csv"},
    "reporting:year": YEAR,
    "reporting:compile": YEAR,
    "reporting:returns": YEAR,
    "reporting:new_return_round": YEAR,
    "reporting:chase_late_returns": YEAR,
    "reporting:narrative": {**YEAR, "section": "foreword"},
}
