"""What the statutory partners may decide while an incident stands in a state."""

from typing import Final

from reviews.models import IncidentState, Question

OPEN: Final[dict[str, tuple[Question, ...]]] = {
    IncidentState.CONSIDERED: (Question.NOTIFY,),
    IncidentState.NOTIFIED: (Question.RAPID, Question.REVIEW),
    IncidentState.MET: (Question.REVIEW, Question.SIGN_OFF),
}
