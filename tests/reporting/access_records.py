"""Records of reporting for the access matrix: whoever may read the report may read every edition."""

from accounts.access import AGENCY_LEAD
from accounts.models import Person
from accounts.secret_links import hash_of
from foundation import clock
from foundation.references import new_reference
from reporting.models import Dispatch, Indicator, Publication
from reporting.selectors.indicators import request_of
from reporting.services.publishing import receipt_secret
from tests.access.kinds import Arguments, Kind
from tests.reporting.build import make_compilation, make_edition
from tests.reporting.returning import make_return, make_round
from tests.reporting.watching import asked_for, defined


def any_compilation(person: Person, role: str) -> Arguments:
    return {"reference": make_compilation().reference}


def any_edition(person: Person, role: str) -> Arguments:
    reference = make_edition().reference
    return {"reference": reference, "other": reference}


def any_return(person: Person, role: str) -> Arguments:
    return {"reference": make_return().reference}


def any_round(person: Person, role: str) -> Arguments:
    return {"reference": make_round().reference}


def any_indicator(person: Person, role: str) -> Arguments:
    return {"code": (Indicator.objects.first() or defined()).code}


def no_indicator(person: Person, role: str) -> Arguments:
    return {"code": "no.such"}


def any_value(person: Person, role: str) -> Arguments:
    return {"reference": asked_for(defined(f"asked.of_{new_reference('6')[-5:].lower()}")).reference}


def value_asked_of_us(person: Person, role: str) -> Arguments:
    agency = person.holdings.get().agency
    asked = asked_for(defined(f"asked.of_{new_reference('6')[-5:].lower()}", owner=agency))
    request = request_of(asked)
    return {"reference": request.reference if request else ""}


def answers(role: str, relation: str) -> bool:
    return relation == "own" and role == AGENCY_LEAD


def a_published_edition(person: Person, role: str) -> Arguments:
    edition = make_edition()
    made = Publication.objects.create(edition=edition, published_at=clock.now(), published_by="P-1")
    day = {"sent_on": clock.today(), "noted_at": clock.now()}
    sent = Dispatch.objects.create(publication=made, recipient="Panel", how="post", noted_by="P-1", **day)
    return {"reference": edition.reference, "dispatch": sent.reference}


def a_public_report(person: Person, role: str) -> Arguments:
    edition = make_edition()
    Publication.objects.create(edition=edition, published_at=clock.now(), published_by="P-1")
    return {"label": edition.year, "number": edition.number}


def no_public_report(person: Person, role: str) -> Arguments:
    return {"label": "2011-12", "number": 9}


def a_receipt(person: Person, role: str) -> Arguments:
    a_published_edition(person, role)
    sent = Dispatch.objects.latest("pk")
    Dispatch.objects.filter(pk=sent.pk).update(secret_hash=hash_of(receipt_secret(sent)))
    return {"secret": receipt_secret(sent)}


def no_receipt(person: Person, role: str) -> Arguments:
    return {"secret": "0" * 64}


def no_record(person: Person, role: str) -> Arguments:
    return {"reference": "NM-E-2222-2222", "other": "NM-E-2222-2222", "dispatch": "NM-6-2222-2222"}


def is_there(role: str, relation: str) -> bool:
    return relation == "own"


YEAR = {"label": "2025-26"}
KINDS = {
    "compilation": Kind({"own": any_compilation, "other": no_record}, is_there),
    "return_round": Kind({"own": any_round, "other": no_record}, is_there),
    "agency_return": Kind({"own": any_return, "other": no_record}, is_there),
    "published_edition": Kind({"own": a_published_edition, "other": no_record}, is_there),
    "public_report": Kind({"own": a_public_report, "other": no_public_report}, is_there),
    "receipt": Kind({"own": a_receipt, "other": no_receipt}, is_there),
    "indicator": Kind({"own": any_indicator, "other": no_indicator}, is_there),
    "indicator_value": Kind({"own": any_value, "other": no_record}, is_there),
    "value_request": Kind({"own": value_asked_of_us, "other": no_record}, answers),
    "edition": Kind({"own": any_edition, "other": no_record}, is_there),
}
ROUTE_ARGS = {
    "figures:values": {"code": "contacts.received"},
    "figures:edition": {"year": "2025-26", "number": 1},
    "figures:edition_pdf": {"year": "2025-26", "number": 1},
    "reporting:dashboard_page": {"slug": "contacts"},
    "reporting:dashboard_figure": {"slug": "contacts", "code": "contacts.received"},
    "reporting:dashboard_file": {"slug": "contacts", "form": "csv"},
    "reporting:dashboard_figure_file": {"slug": "contacts", "code": "contacts.received", "form": "xlsx"},
    "reporting:dashboard_part_file": {"slug": "contacts", "code": "contacts.received", "by": "month", "form": "csv"},
    "reporting:year": YEAR,
    "reporting:compile": YEAR,
    "reporting:returns": YEAR,
    "reporting:checklist": YEAR,
    "reporting:element": {**YEAR, "number": 1},
    "reporting:new_return_round": YEAR,
    "reporting:chase_late_returns": YEAR,
    "reporting:narrative": {**YEAR, "section": "foreword"},
    "reporting:word_tables": YEAR,
    "reporting:word_table": {**YEAR, "section": "strengths"},
}
