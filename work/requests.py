"""The kinds of request that this app makes itself."""

from collections.abc import Sequence

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM
from work.kinds import RequestKind, Result
from work.rules import everything

CONFIRM_PEOPLE = "work.confirm_people"
QUESTIONNAIRE = "work.questionnaire"
CONFIRMED = "confirmed"
ANSWERED = "answered"


def _itself(reference: str) -> str:
    """The record of such a request is the questionnaire."""
    return reference


def _title(reference: str) -> Sequence[tuple[str, str]]:
    from work.selectors.questionnaires import questionnaire

    return (("Questionnaire", questionnaire(reference).title),)


REQUESTS = (
    RequestKind(
        CONFIRM_PEOPLE,
        "Confirm your agency’s people",
        seen_by=everything,
        roles=frozenset({AGENCY_LEAD}),
        answer_page="work:confirm_people",
        results=(Result(CONFIRMED, "People confirmed"),),
        deadline="work.confirm_people",
        shows_cases=False,
    ),
    RequestKind(
        QUESTIONNAIRE,
        "Questionnaire to answer",
        seen_by=everything,
        roles=frozenset({AGENCY_LEAD}),
        particulars=_title,
        questionnaire=_itself,
        results=(Result(ANSWERED, "Questionnaire answered"),),
        shows_cases=False,
        read_by=frozenset({BUSINESS_TEAM}),
    ),
)
