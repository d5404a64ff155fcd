"""Which further questions the referral form asks: sets that the MASH writes, by worry and by kind of agency."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from work.models import Question

OF_WORRIES = "referrals.worry"
OF_AGENCIES = "referrals.agency"
PAGE = "questions-"
"""How the key of such a page begins in a draft and in what was sent."""


@dataclass(frozen=True)
class QuestionSet:
    """One set of questions in one version."""

    code: str
    title: str
    kind: str
    number: int
    occasions: tuple[str, ...]
    questions: tuple[Question, ...]

    @property
    def page(self) -> str:
        """The key of its page."""
        return f"{PAGE}{self.code}"

    @property
    def must_be_answered(self) -> bool:
        """Whether the page may not be left empty."""
        return any(question.required and question.shown_when_id is None for question in self.questions)


def asked_sets(sets: Iterable[QuestionSet], worries: Collection[str], agency_kind: str) -> list[QuestionSet]:
    """The sets that are asked after these worries of an agency of this kind: worries first, each in the order of titles."""
    said = {OF_WORRIES: set(worries), OF_AGENCIES: {agency_kind}}
    fitting = [one for one in sets if said.get(one.kind, set()) & set(one.occasions)]
    return sorted(fitting, key=lambda one: (one.kind == OF_AGENCIES, one.title))


def is_set_page(key: str) -> bool:
    """Whether a key is the one of a page of further questions."""
    return key.startswith(PAGE)
