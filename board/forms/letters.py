"""What is filled in about letters of the executive."""

from collections.abc import Sequence
from typing import Any

from board.forms.files import file_field
from board.models import LetterAddressee
from foundation.design.forms import ChoiceField, DateField, LongTextField, ManyChoiceField, PortalForm, SelectField, TextField
from work.models import Request

Choices = Sequence[tuple[str, str]]
REPLIES = {"yes": "Yes", "no": "No", "other": "Something else"}


class LettersFilterForm(PortalForm):
    """The year whose letters are shown."""

    page = "board.letters"

    year = SelectField(label="Sent in", choices=[], empty_label="All years", required=False, mark_optional=False)

    def __init__(self, *args: Any, years: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = years  # type: ignore[attr-defined]  # a select


class LetterWordsForm(PortalForm):
    """What a letter says, and who signed it."""

    page = "board.letter"

    title = TextField(label="What is the letter about?", noun="Title", max_length=200, required_message="Enter what it is about")
    text = LongTextField(
        label="What does it say?", noun="Text", hint="Or select the letter as a document. Name no child or family", rows=8,
        max_length=8000, required=False, mark_optional=False,
    )  # fmt: skip
    signatories = TextField(
        label="Who signed it?", noun="Who signed it", hint="Posts or names", max_length=200,
        required_message="Enter who signed it",
    )  # fmt: skip


class AddresseesForm(PortalForm):
    """To whom a letter goes."""

    page = "board.letter_addressees"

    kinds = ManyChoiceField(
        label="To every agency of which kind?", noun="Addressees", choices=[], small=True, required=False, mark_optional=False,
        hint="Their safeguarding leads hear that there is news, and reply in the portal",
    )  # fmt: skip
    agencies = ManyChoiceField(
        label="To which other agencies, one by one?", noun="Agencies", choices=[], small=True, required=False,
        mark_optional=False,
    )  # fmt: skip
    others = LongTextField(
        label="To whom else?", noun="Others", hint="Whoever is not on the portal, one on each line", rows=4, max_length=20_000,
        required=False,
    )  # fmt: skip
    sent_on = DateField(label="When was it sent?", noun="Day", not_future=True, required_message="Enter the day it was sent")

    def __init__(self, *args: Any, kinds: Choices, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("kinds", kinds), ("agencies", agencies)):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice of many


class NewLetterForm(LetterWordsForm, AddresseesForm):
    """A letter, and to whom it goes."""

    page = "board.letter"
    field_order = ["title", "text", "document", "signatories", "kinds", "agencies", "others", "sent_on", "reply_due_on"]

    document = file_field("The letter as a document", required=False)
    reply_due_on = DateField(
        label="By when is a reply due?", noun="Day of the reply", required_message="Enter the day by which a reply is due"
    )


class LetterDueForm(PortalForm):
    """Another day by which a letter is to be replied to, and why."""

    page = "board.move_letter_due"

    reply_due_on = DateField(
        label="By when is a reply due now?", noun="Day of the reply", required_message="Enter the day by which a reply is due"
    )
    reason = LongTextField(
        label="Why does the day move?", noun="Reason", rows=3, max_length=1000, required_message="Enter why the day moves"
    )


class ReplyForm(PortalForm):
    """An agency's reply."""

    page = "board.reply_to_letter"

    reply = ChoiceField(label="What is your reply?", choices=list(REPLIES.items()), required_message="Select your reply")
    words = LongTextField(
        label="What do you want to say with it?", noun="Words", rows=4,
        hint="Needed if you reply something else. Name no child or family", max_length=4000, required=False, mark_optional=False,
    )  # fmt: skip
    document = file_field("A document with it", required=False)


class RecordReplyForm(PortalForm):
    """A reply that came another way than through the portal."""

    page = "board.record_reply"

    reply = ChoiceField(label="What did they reply?", choices=list(REPLIES.items()), required_message="Select what they replied")
    words = LongTextField(
        label="In their words", noun="Words", hint="Needed if they replied something else. Name no child or family", rows=4,
        max_length=4000, required=False, mark_optional=False,
    )  # fmt: skip
    replied_on = DateField(
        label="When did they reply?", noun="Day", not_future=True, required_message="Enter the day on which they replied"
    )
    replier = TextField(
        label="Who replied?", noun="Who replied", hint="A post or a name", max_length=150, required_message="Enter who replied"
    )
    channel = ChoiceField(
        label="How did it come?",
        choices=[pair for pair in Request.Channel.choices if pair[0] != Request.Channel.PORTAL],
        required_message="Select how the reply came",
    )
    document = file_field("A document with it", required=False)


class RepliesFilterForm(PortalForm):
    """Which of those to whom a letter went are shown."""

    page = "board.letter_replies"

    reply = SelectField(
        label="Reply", choices=[("waiting", "None yet"), *LetterAddressee.Reply.choices], empty_label="All", required=False,
        mark_optional=False,
    )  # fmt: skip


class CloseLetterForm(PortalForm):
    """What came of a letter."""

    page = "board.close_letter"

    reason = LongTextField(
        label="What came of it?", noun="What came of it", hint="For the yearly report", rows=4, max_length=2000,
        required_message="Enter what came of it",
    )  # fmt: skip
    closed_on = DateField(
        label="Since when is it closed?", noun="Day", not_future=True, required_message="Enter the day since which it is closed"
    )
