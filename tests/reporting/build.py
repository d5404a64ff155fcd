"""Compilations and editions for tests, without the long work of printing."""

from uuid import uuid4

from accounts.models import Person
from foundation.actors import Actor
from foundation.calendar import FinancialYear
from foundation.documents import storage
from reporting.models import Compilation, Edition, EditionStatement
from reporting.rules.approving import fingerprint_of
from reporting.rules.frozen import as_json, fingerprint, tables_as_json
from reporting.selectors.checklist import checklist_of
from reporting.selectors.gathering import figures_of, gather
from reporting.services.checklist import answer_element
from reporting.services.requests import Made, finish_compilation, note_file, request_compilation, start_compilation
from reporting.services.stating import state_view
from tests.factories import make_agency, make_person
from tests.reporting.conftest import SYSTEM

YEAR = FinancialYear(2025)


def make_compilation(year: FinancialYear = YEAR, by: Actor = SYSTEM) -> Compilation:
    """A compilation that was asked for."""
    return request_compilation(by=by, year=year, press=uuid4().hex)


def make_edition(year: FinancialYear = YEAR, by: Actor = SYSTEM) -> Edition:
    """An edition whose file is not a real PDF. `by`: who asked for it."""
    compilation = make_compilation(year, by)
    attempt = start_compilation(by=SYSTEM, reference=compilation.reference)
    written = storage.write([b"%PDF-1.7 not really"])
    storage.move_to_checked(written.key)
    note_file(by=SYSTEM, reference=compilation.reference, attempt=attempt, key=written.key)
    figures = as_json(figures_of(year))
    gathered = gather(year)
    tables = tables_as_json(gathered.tables)
    words = (tables, fingerprint(tables), dict(gathered.narrative), "0" * 64)
    made = Made(figures, fingerprint(figures), *words, compilation.requested_at, written.sha256, written.size, 19, ("QZX",))
    return finish_compilation(by=SYSTEM, reference=compilation.reference, attempt=attempt, made=made)


def state(
    edition: Edition, view: str = "favourable", text: str = "It says what I saw.", by: Person | None = None
) -> EditionStatement:
    """The independent scrutineer says what they think of an edition."""
    told = {"view": view, "text": text, "fingerprint": fingerprint_of(edition)}
    return state_view(by=by or make_person("scrutineer"), reference=edition.reference, **told)


def answer_everything(year: FinancialYear = YEAR) -> None:
    """The statutory checklist of a year without an empty element."""
    owner = make_agency().code
    for row in checklist_of(year).rows:
        told = {"state": "evidenced", "owner": owner, "evidence": "The figures of the year"}
        if row.element.conditional:
            told = {"state": "not_applicable", "reason": "There is no such place here"}
        answer_element(by=SYSTEM, year=year, number=row.element.number, version=0, **told)
