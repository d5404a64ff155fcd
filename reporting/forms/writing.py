"""What people fill in who write the report together."""

from typing import Any

from foundation.design.fields import DateField, LongTextField, SelectField
from foundation.design.forms import PortalForm
from foundation.figures import FigureSpec
from reporting.rules.drafting import LONGEST_COMMENT, LONGEST_WORD
from reporting.rules.narrative import LONGEST, Offered, problems
from reporting.selectors.consultations import groups_to_consult
from reporting.selectors.placing import placeable

LONGEST_ADDRESSES = 20_000


class NarrativeForm(PortalForm):
    """The text of one section."""

    page = "reporting.narrative"

    text = LongTextField(
        label="Text",
        hint="Write in Markdown. Place a figure with {{ figure: contacts.received }}, the year before with {{ previous: … }}, "
        "the change in words with {{ change: … }}. In a line of its own place a table with {{ table: contacts.received by "
        "source }}, a picture with {{ chart: contacts.received by month }}, the actions of a plan with {{ actions: its title }} "
        "or those of every plan that follows from something with {{ actions: Inspection }}, "
        "and words that may be printed with {{ quote: their reference }}, or {{ case: its reference }} for a case story.",
        rows=22,
        max_length=LONGEST,
        required=False,
        mark_optional=False,
    )

    def __init__(self, *args: Any, known: dict[str, FigureSpec], offered: Offered | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known, self.offered = known, offered

    def clean_text(self) -> str:
        """Refuse tokens that name nothing, do not stand where they must or are not offered, each with its line."""
        text: str = self.cleaned_data["text"]
        for problem in problems(text, self.known, blocks=placeable(self.known), offered=self.offered):
            self.add_error("text", problem.sentence("Text"))
        return text


def _addresses(label: str, **more: Any) -> LongTextField:
    return LongTextField(
        label=label,
        hint="Addresses at work, one in each line. Anybody with an account in the portal can be asked, of whatever agency",
        noun="Addresses",
        rows=4,
        max_length=LONGEST_ADDRESSES,
        **more,
    )


class AssignForm(PortalForm):
    """Who writes a chapter, and by when."""

    page = "reporting.assign_chapter"

    emails = _addresses("Who writes it?", required_message="Enter the address of at least one person")
    due_on = DateField(label="By when?", noun="Day", hint="For example, 31 7 2027", required_message="Enter by when it is needed")


class ConsultForm(PortalForm):
    """To whom a draft is put out, until when, and what they are asked."""

    page = "reporting.consult"

    group = SelectField(
        label="Which group?", hint="Its members with an account", choices=[], empty_label="No group", required=False,
        mark_optional=False,
    )  # fmt: skip
    emails = _addresses("Who else?", required=False, mark_optional=False)
    asked = LongTextField(
        label="What should they look at?", noun="What they should look at", rows=4, max_length=LONGEST_COMMENT, required=False
    )
    until = DateField(
        label="Until when?", noun="Last day", hint="For example, 31 7 2027", required_message="Enter the last day for comments"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        group = self.fields["group"]
        if isinstance(group, SelectField):
            group.choices = groups_to_consult()


class DraftCommentForm(PortalForm):
    """What a reader says about a chapter."""

    page = "reporting.comment_on_chapter"

    comment = LongTextField(
        label="Your comment",
        hint="It stands beside the chapter for everybody who reads the draft, and is never printed. Name no child and no family.",
        noun="Your comment",
        rows=4,
        max_length=LONGEST_COMMENT,
        required_message="Enter your comment",
    )


class DealForm(PortalForm):
    """What was done about a comment."""

    page = "reporting.deal_with_comment"

    words = LongTextField(
        label="What did you do about it?",
        hint="For example, taken up in the second paragraph",
        noun="What you did",
        rows=3,
        max_length=LONGEST_WORD,
        required_message="Enter what you did about it",
    )
