"""A page of further questions, which the MASH wrote."""

from typing import Any

from referrals.forms.refer.base import PageForm
from referrals.rules.question_sets import QuestionSet
from work.forms import add_questions


class FurtherForm(PageForm):
    """The questions of one version of one set."""

    page = "refer.further"

    def __init__(self, *args: Any, further: QuestionSet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.further = further
        add_questions(self, further.questions)

    def options(self) -> dict[str, Any]:
        """The set."""
        return {"further": self.further}
