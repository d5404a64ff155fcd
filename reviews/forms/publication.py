"""What is filled in about drafts of a report and about its publication."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    FileField,
    LongTextField,
    ManyChoiceField,
    PortalForm,
    TextField,
    TrueFalseField,
)
from reviews.forms.incidents import UNDER_PSEUDONYM
from reviews.models import CopyEnd, RemarkKind, WordKind

MOST_MB = settings.DOCUMENT_MAX_BYTES // 1024**2


class DraftForm(PortalForm):
    """A version of a report."""

    page = "reviews.draft"

    document = FileField(
        label="Which file?",
        hint=f"A PDF, Word or OpenDocument file, smaller than {MOST_MB} MB. {UNDER_PSEUDONYM}",
        kinds=("pdf", "docx", "odt"),
        most_mb=MOST_MB,
        required_message="Select the file of the draft",
    )
    note = TextField(label="What has changed?", required=False, max_length=200)
    privileged = CheckboxField(label="It holds legal advice: leave it out of every export", required=False)


class CopiesForm(PortalForm):
    """Who gets a copy of the newest draft."""

    members = ManyChoiceField(label="Who gets a copy?", required_message="Select who gets a copy", choices=())

    def __init__(self, *args: Any, members: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"].choices = list(members)  # type: ignore[attr-defined]  # choices

    @property
    def chosen(self) -> list[int]:
        """Those of the team."""
        return [int(pk) for pk in self.cleaned_data["members"]]


class EndCopyForm(PortalForm):
    """What became of a copy."""

    end = ChoiceField(
        label="What became of the copy?", required_message="Select what became of the copy", choices=CopyEnd.choices
    )


class RemarkForm(PortalForm):
    """What somebody says of a draft."""

    page = "reviews.remark"

    kind = ChoiceField(label="What is it?", required_message="Select what it is", choices=RemarkKind.choices)
    place = TextField(label="Where in the draft?", hint="The page or paragraph.", required=False, max_length=60)
    text = LongTextField(
        label="What do you have to say?",
        hint="Of a fact: what is wrong, and what is right. " + UNDER_PSEUDONYM,
        required_message="Enter what you have to say",
        rows=5,
        max_length=10_000,
    )


class AnswerRemarkForm(PortalForm):
    """What is made of what somebody said."""

    accepted = TrueFalseField(label="Is it accepted?", required_message="Select whether it is accepted")
    answer = LongTextField(label="Why?", required_message="Enter why", rows=3, max_length=4_000)


class TextForm(PortalForm):
    """The text that is to be published."""

    page = "reviews.publication_text"

    title = TextField(label="Title", required_message="Enter the title", max_length=150)
    summary = LongTextField(label="Summary", required_message="Enter the summary", rows=5, max_length=10_000)
    body = LongTextField(
        label="Report",
        hint="The whole text, typed or pasted. What is published is this text and nothing else, so all of it is checked. "
        "An empty line begins a paragraph.",
        required_message="Enter the report",
        rows=20,
        max_length=400_000,
    )


class WordsForm(PortalForm):
    """What must not be found."""

    kind = ChoiceField(label="What is it?", required_message="Select what it is", choices=WordKind.choices)
    words = TextField(
        label="What must not be found?",
        hint="Names are found with their short forms, streets with their abbreviations, dates in every way of writing them.",
        required_message="Enter what must not be found",
        max_length=200,
    )


class FindingForm(PortalForm):
    """Why something may stand where it stands."""

    reason = LongTextField(
        label="Why may it stand there?", required_message="Enter why it may stand there", rows=3, max_length=2_000
    )


class CheckForm(PortalForm):
    """Who has seen the text."""

    who = TextField(label="Who has seen it?", required_message="Enter who has seen it", max_length=120)
    seen_on = DateField(label="On which day?", required_message="Enter the day", not_future=True)


class PrepareForm(PortalForm):
    """The plan of a publication."""

    page = "reviews.publication_plan"

    planned_on = DateField(label="When is it to be published?", required_message="Enter when it is to be published")
    publication_plan = LongTextField(
        label="How is it published?",
        hint="Who is told before, in which order, and by whom: family, practitioners, agencies.",
        required_message="Enter how it is published",
        rows=5,
        max_length=10_000,
    )
    media_plan = LongTextField(
        label="How are the media answered?", required_message="Enter how the media are answered", rows=4, max_length=10_000
    )
    copies_sent_on = DateField(
        label="When did the national panel and the Secretary of State get the report?",
        hint="At least seven working days before it is published. Leave it empty until it was sent.",
        required=False,
        not_future=True,
    )


class PublishForm(PortalForm):
    """That the report is published."""

    review_on = DateField(
        label="When do you ask again whether the page stands?",
        hint="It stays public for at least a year.",
        required_message="Enter when you ask again",
    )


class WithholdForm(PortalForm):
    """That the report is not published."""

    page = "reviews.withhold"

    reasons = LongTextField(
        label="Why is it not published?", hint="As the national panel is told.", required_message="Enter why it is not published",
        rows=4, max_length=10_000,
    )  # fmt: skip
    told_on = DateField(label="When was the panel told?", required_message="Enter when the panel was told", not_future=True)
    title = TextField(
        label="Under which title are the improvements published?", required_message="Enter the title", max_length=150
    )
    improvements = LongTextField(
        label="What is improved?",
        hint="Everybody can read this. It is checked as a report is.",
        required_message="Enter what is improved",
        max_length=20_000,
    )
