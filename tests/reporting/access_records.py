"""Records of reporting for the access matrix: whoever may read the report may read every edition."""

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM, EXECUTIVE
from accounts.models import Agency, Person
from accounts.secret_links import hash_of
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.documents import storage
from foundation.references import new_reference
from reporting.access import READERS
from reporting.models import (
    ChapterAuthor,
    ChildrensVersion,
    Comparator,
    Consultation,
    ConsultedPerson,
    CountedValue,
    Dispatch,
    DraftComment,
    Indicator,
    Narrative,
    Publication,
    StatisticalNeighbour,
)
from reporting.selectors.indicators import request_of
from reporting.services.contributions import ask_for_contributions
from reporting.services.publishing import receipt_secret
from reporting.services.writing import write_narrative
from tests.access.kinds import Arguments, Kind
from tests.factories import make_agency, make_person
from tests.reporting.build import make_compilation, make_edition
from tests.reporting.conftest import SYSTEM
from tests.reporting.returning import make_return, make_round
from tests.reporting.watching import asked_for, defined, was_returned

OWNERS = frozenset({AGENCY_LEAD, EXECUTIVE})


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


def a_told_value(person: Person, role: str) -> Arguments:
    """A value of an indicator that the person's agency owns."""
    return _told_value(person.holdings.get().agency if role in OWNERS else None)


def a_told_value_of_others(person: Person, role: str) -> Arguments:
    """A value of an indicator that another agency owns."""
    return _told_value(make_agency("health"))


def _told_value(owner: Agency | None) -> Arguments:
    one = defined(f"told.of_{new_reference('6')[-5:].lower()}", owner=owner)
    was_returned(one.code, "Q2 2026-27", 310)
    return {"code": one.code, "period": "q2-2026-27"}


def a_changed_value(person: Person, role: str) -> Arguments:
    """A counted value that changed, of an indicator that the person's agency owns."""
    return _changed_value(person.holdings.get().agency if role in OWNERS else None)


def a_changed_value_of_others(person: Person, role: str) -> Arguments:
    """A counted value that changed, of an indicator that another agency owns."""
    return _changed_value(make_agency("health"))


def _changed_value(owner: Agency | None) -> Arguments:
    one = defined(f"changed.of_{new_reference('6')[-5:].lower()}", owner=owner, disclosure="events")
    told = {"indicator": one, "period": "Q2 2026-27", "definition": 1, "source": "board", "counted_at": clock.now()}
    for value in (2, 3):
        CountedValue.objects.create(value=value, **told)
    return {"code": one.code, "period": "q2-2026-27"}


def a_comparator(person: Person, role: str) -> Arguments:
    found, _new = Comparator.objects.get_or_create(
        code="cases.open.rate", period="2024-25", who="london",
        defaults={"value": 347, "printed": "347", "source": "DfE", "received_at": clock.now(), "received_by": "P-1"},
    )  # fmt: skip
    return {"number": found.pk}


def no_comparator(person: Person, role: str) -> Arguments:
    return {"number": 999_999_999}


def a_neighbour(person: Person, role: str) -> Arguments:
    found = StatisticalNeighbour.objects.first() or StatisticalNeighbour.objects.create(
        name="Harborough", source="Model", from_on=clock.today()
    )
    return {"number": found.pk}


def no_neighbour(person: Person, role: str) -> Arguments:
    return {"number": 999_999_999}


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


def a_public_report_for_children(person: Person, role: str) -> Arguments:
    edition = make_edition()
    moment = clock.now()
    Publication.objects.create(edition=edition, published_at=moment, published_by="P-1")
    content = {"year": edition.year, "sections": [], "numbers": [], "help": []}
    written = storage.write([b"%PDF-1.7 not really"])
    ChildrensVersion.objects.create(
        edition=edition, number=1, did="A", heard="B", will_do="C", written_at=moment, written_by="P-1", content=content,
        content_sha256="0" * 64, published_at=moment, published_by="P-2", pdf_key=written.key, pdf_sha256=written.sha256,
        pdf_bytes=written.size,
    )  # fmt: skip
    return {"label": edition.year}


def no_public_report_for_children(person: Person, role: str) -> Arguments:
    return {"label": "2011-12"}


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
CHAPTER = {**YEAR, "section": "foreword", "number": 1}


def a_chapter_to_write(person: Person, role: str) -> Arguments:
    _written("foreword")
    ChapterAuthor.objects.get_or_create(
        year="2025-26", section="foreword", person=person, ended_at=None,
        defaults={"due_on": clock.today(), "assigned_at": clock.now(), "assigned_by": "P-1"},
    )  # fmt: skip
    return CHAPTER


def a_chapter_of_others(person: Person, role: str) -> Arguments:
    _written("voice")
    return {**CHAPTER, "section": "voice"}


def _written(section: str) -> None:
    if not Narrative.objects.filter(year="2025-26", section=section).exists():
        write_narrative(by=SYSTEM, year=FinancialYear(2025), section=section, text="What we did.")


def an_authorship(person: Person, role: str) -> Arguments:
    a_chapter_to_write(person, role)
    return {"reference": ChapterAuthor.objects.get(person=person, section="foreword", ended_at=None).reference}


def an_authorship_of_others(person: Person, role: str) -> Arguments:
    return an_authorship(make_person(AGENCY_LEAD), role)


def a_contribution_to_my_chapter(person: Person, role: str) -> Arguments:
    a_chapter_to_write(person, role)
    return _contribution_to("foreword")


def a_contribution_to_a_chapter_of_others(person: Person, role: str) -> Arguments:
    return _contribution_to("voice")


def _contribution_to(section: str) -> Arguments:
    day, agency = clock.today(), make_agency("police")
    (made,) = ask_for_contributions(
        by=SYSTEM, year=FinancialYear(2025), section=section, agencies=[agency.code], question="What did you do?", due_on=day
    )
    return {"reference": made.reference}


def a_comment_on_my_chapter(person: Person, role: str) -> Arguments:
    a_chapter_to_write(person, role)
    return _comment_on("foreword")


def a_comment_on_a_chapter_of_others(person: Person, role: str) -> Arguments:
    return _comment_on("voice")


def _comment_on(section: str) -> Arguments:
    made = DraftComment.objects.create(
        year="2025-26", section=section, version=1, text="Say more.", made_at=clock.now(), made_by="P-1"
    )
    return {"reference": made.reference}


def a_consultation(person: Person, role: str) -> Arguments:
    opened = Consultation.objects.create(
        year="2025-26", whom="Chosen people", until=clock.today(), opened_at=clock.now(), opened_by="P-1"
    )
    return {"reference": opened.reference}


def a_consultation_with_me(person: Person, role: str) -> Arguments:
    reference = a_consultation(person, role)["reference"]
    ConsultedPerson.objects.create(consultation=Consultation.objects.get(reference=reference), person=person)
    return {"reference": reference}


def mine_or_the_teams(role: str, relation: str) -> bool:
    return relation == "own" or role == BUSINESS_TEAM


def mine_or_read(role: str, relation: str) -> bool:
    return relation == "own" or role in READERS.roles


KINDS = {
    "report_chapter": Kind({"own": a_chapter_to_write, "other": a_chapter_of_others}, mine_or_the_teams),
    "report_draft": Kind({"own": a_chapter_to_write, "other": a_chapter_of_others}, mine_or_read),
    "draft_comment": Kind({"own": a_comment_on_my_chapter, "other": a_comment_on_a_chapter_of_others}, mine_or_the_teams),
    "chapter_author": Kind({"own": an_authorship, "other": an_authorship_of_others}, mine_or_the_teams),
    "report_contribution": Kind(
        {"own": a_contribution_to_my_chapter, "other": a_contribution_to_a_chapter_of_others}, mine_or_the_teams
    ),
    "report_consultation": Kind({"own": a_consultation_with_me, "other": a_consultation}, mine_or_read),
    "compilation": Kind({"own": any_compilation, "other": no_record}, is_there),
    "return_round": Kind({"own": any_round, "other": no_record}, is_there),
    "agency_return": Kind({"own": any_return, "other": no_record}, is_there),
    "published_edition": Kind({"own": a_published_edition, "other": no_record}, is_there),
    "public_report": Kind({"own": a_public_report, "other": no_public_report}, is_there),
    "public_for_children": Kind({"own": a_public_report_for_children, "other": no_public_report_for_children}, is_there),
    "receipt": Kind({"own": a_receipt, "other": no_receipt}, is_there),
    "indicator": Kind({"own": any_indicator, "other": no_indicator}, is_there),
    "indicator_value": Kind({"own": any_value, "other": no_record}, is_there),
    "told_value": Kind({"own": a_told_value, "other": a_told_value_of_others}, mine_or_read),
    "value_to_sign": Kind({"own": a_told_value, "other": a_told_value_of_others}, is_there),
    "changed_value": Kind({"own": a_changed_value, "other": a_changed_value_of_others}, mine_or_the_teams),
    "comparator": Kind({"own": a_comparator, "other": no_comparator}, is_there),
    "statistical_neighbour": Kind({"own": a_neighbour, "other": no_neighbour}, is_there),
    "value_request": Kind({"own": value_asked_of_us, "other": no_record}, answers),
    "edition": Kind({"own": any_edition, "other": no_record}, is_there),
}
ROUTE_ARGS = {
    "figures:values": {"code": "contacts.received"},
    "figures:edition": {"year": "2025-26", "number": 1},
    "figures:edition_pdf": {"year": "2025-26", "number": 1},
    "figures:edition_tables": {"year": "2025-26", "number": 1},
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
    "reporting:assign_chapter": {**YEAR, "section": "foreword"},
    "reporting:consult": YEAR,
    "reporting:word_tables": YEAR,
    "reporting:word_table": {**YEAR, "section": "strengths"},
}
