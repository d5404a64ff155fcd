"""Who writes down what a statutory partner decides on a case, and on what."""

from accounts.access import EXECUTIVE
from accounts.access_table import holdings_now
from accounts.models import Person, RoleHolding
from foundation.errors import NotVisible
from reviews.models import REVIEW_KINDS, Case, CaseKind, Question, TeamRole
from reviews.rules.deciding import OPEN, OPEN_OF_REVIEW
from reviews.selectors.sight import case_for, role_on


def seats_to_speak_for(person: Person, case: Case) -> list[tuple[str, str]]:
    """Code and words: the owner writes down what any partner said; an executive who is named speaks for their own seat."""
    role = role_on(person, case)
    if role == TeamRole.OWNER:
        return list(RoleHolding.Seat.choices)
    own = {one.seat for one in holdings_now(person) if one.role == EXECUTIVE} if role == TeamRole.EXECUTIVE else set()
    return [(code, words) for code, words in RoleHolding.Seat.choices if code in own]


def case_to_decide_on(person: Person, reference: str) -> Case:
    """One case, for whoever may write down a partner's decision on it."""
    case = case_for(person, reference)
    if not seats_to_speak_for(person, case):
        raise NotVisible
    return case


def open_questions(case: Case) -> tuple[Question, ...]:
    """What the partners may decide as the case stands."""
    if case.kind == CaseKind.INCIDENT:
        return OPEN.get(case.incident.state, ())
    return OPEN_OF_REVIEW.get(case.practice.state, ()) if case.kind in REVIEW_KINDS else ()


def questions_to_decide(case: Case) -> list[tuple[str, str]]:
    """Code and words of what the partners may decide as the case stands."""
    return [(question.value, str(question.label)) for question in open_questions(case)]
