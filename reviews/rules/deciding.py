"""What the statutory partners may decide while an incident or a review stands in a state."""

from typing import Final

from reviews.models import IncidentState, PracticeState, Question

OPEN: Final[dict[str, tuple[Question, ...]]] = {
    IncidentState.CONSIDERED: (Question.NOTIFY,),
    IncidentState.NOTIFIED: (Question.RAPID, Question.REVIEW),
    IncidentState.MET: (Question.REVIEW, Question.SIGN_OFF),
}
OPEN_OF_REVIEW: Final[dict[str, tuple[Question, ...]]] = {
    PracticeState.COMMISSIONED: (Question.REVIEW,),
    PracticeState.DRAFT: (Question.ACCEPT,),
    PracticeState.ACCEPTED: (Question.PUBLISH,),
    PracticeState.PRE_PUBLICATION: (Question.PUBLISH,),
}
