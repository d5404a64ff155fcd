"""The questionnaires of the front door: what the referral form asks besides, after a worry or of a kind of agency."""

from accounts.models import Agency
from referrals.access import MASH_MANAGER
from referrals.models.harms import WORRIES
from referrals.rules.question_sets import OF_AGENCIES, OF_WORRIES
from work.kinds import QuestionnaireKind

WRITERS = frozenset({MASH_MANAGER})
QUESTIONNAIRES = (
    QuestionnaireKind(
        OF_WORRIES,
        "Asked in a referral after a worry",
        editors=WRITERS,
        occasions=lambda: tuple(WORRIES.items()),
        asked="After which worries are these questions asked?",
        files=False,
        tables=False,
    ),
    QuestionnaireKind(
        OF_AGENCIES,
        "Asked in a referral of a kind of agency",
        editors=WRITERS,
        occasions=lambda: tuple((str(code), str(words)) for code, words in Agency.Kind.choices),
        asked="Which kinds of agency are asked these questions?",
        files=False,
        tables=False,
    ),
)
