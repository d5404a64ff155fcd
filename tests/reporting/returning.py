"""Shapes, rounds and returns for tests, made by the services of the house."""

from datetime import timedelta
from typing import Any

from accounts.models import Agency, Person
from foundation import clock
from foundation.calendar import FinancialYear
from reporting.models import AgencyReturn, ReturnRound
from reporting.rules.returns import SHAPE
from reporting.selectors.returns import current_request
from reporting.services.returns import accept_return, open_return_round
from tests.factories import make_agency, make_person
from tests.reporting.conftest import SYSTEM
from tests.work.build import inside
from work.models import Questionnaire, QuestionnaireVersion, Request
from work.services.questionnaires import create_questionnaire, publish_version, save_question
from work.services.replies import save_reply, send_reply

YEAR = FinancialYear(2025)
COLUMNS = (
    "What we intend to do",
    "Desired outcome",
    "What did we do? How well did we do it?",
    "What difference did we make?",
)
OBJECTIVES: list[dict[str, Any]] = [
    {"text": "Our objectives", "kind": "rows", "columns": COLUMNS, "carried_columns": 2, "word_limit": 150}
]
PRIORITIES = "3 Contribution to the priorities"
AGENCY_HEADINGS: list[dict[str, Any]] = [
    {"text": "Summary, and how section 11 duties are met", "kind": "long_text", "word_limit": 300},
    {"text": "Review of the year", "kind": "long_text"},
    *({"text": f"Priority {number}", "kind": "long_text", "section": PRIORITIES} for number in range(1, 6)),
    {"text": "Current activity", "kind": "long_text"},
    {"text": "Future priorities", "kind": "long_text"},
    {"text": "Impact and outcomes", "kind": "long_text"},
    {"text": "An example of effective practice", "kind": "long_text"},
]
THEMES: list[dict[str, Any]] = [
    {"text": "Response to reviews", "kind": "long_text"},
    {"text": "Response to learning events", "kind": "long_text"},
    {"text": "Impact of training", "kind": "long_text"},
    {"text": "Quality of partnership work", "kind": "long_text"},
]


def make_shape(title: str = "Objectives of each agency", questions: list[dict[str, Any]] | None = None) -> QuestionnaireVersion:
    """A shape of returns with a version in use; nothing in it must be answered."""
    known = Questionnaire.objects.filter(title=title).first()
    if known is not None:
        return known.versions.get(state="published")
    with inside():
        draft = create_questionnaire(by=SYSTEM, title=title, kind=SHAPE).versions.get()
        for question in questions or OBJECTIVES:
            save_question(by=SYSTEM, version_id=draft.pk, **{"required": False, **question})
        return publish_version(by=SYSTEM, version_id=draft.pk)


def make_round(
    *agencies: Agency, shape: QuestionnaireVersion | None = None, year: FinancialYear = YEAR, group: str = "", **over: Any
) -> ReturnRound:
    """A round in which these agencies are asked, due in two weeks."""
    shape = shape or make_shape(f"Objectives {ReturnRound.objects.count()}")
    return open_return_round(
        by=SYSTEM,
        year=year,
        shape=shape.questionnaire.code,
        agencies=[agency.code for agency in agencies or [make_agency()]],
        group=group,
        **{
            "purpose": "For the yearly report.",
            "due_on": clock.today() + timedelta(days=14),
            "layout": "by_agency",
            "numbering": "keep",
            **over,
        },
    )


def make_return(agency: Agency | None = None, **over: Any) -> AgencyReturn:
    """A return that is asked for."""
    return make_round(agency or make_agency(), **over).returns.get()


def request_of(given: AgencyReturn) -> Request:
    """The request under which a return is asked for now."""
    found = current_request(given)
    assert found is not None
    return found


def lead_of(agency: Agency) -> Person:
    """Who answers for an agency."""
    return make_person("agency_lead", agency)


def submitted(given: AgencyReturn, answers: dict[str, Any], by: Person | None = None) -> AgencyReturn:
    """The return as its agency sends it."""
    lead, reference = by or lead_of(given.agency), request_of(given).reference
    save_reply(by=lead, reference=reference, answers=answers)
    send_reply(by=lead, reference=reference)
    return AgencyReturn.objects.select_related("round", "agency").get(pk=given.pk)


def accepted(given: AgencyReturn, answers: dict[str, Any]) -> AgencyReturn:
    """The return as it is accepted."""
    came = submitted(given, answers)
    accept_return(by=make_person("business_team"), reference=came.reference, version=came.version)
    return AgencyReturn.objects.select_related("round", "agency").get(pk=given.pk)
