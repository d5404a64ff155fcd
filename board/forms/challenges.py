"""What is filled in about challenges, and in the scrutineer's notes."""

from typing import Any

from board.models import Challenge, ScrutinyNote
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    FileField,
    LongTextField,
    ManyChoiceField,
    PortalForm,
    SelectField,
    TextField,
)

Choices = tuple[tuple[str, str], ...]
NO_NAMES = "Name no child or family"
UNANSWERED = (Challenge.Outcome.OPEN, Challenge.Outcome.ESCALATED)


class ChallengeFilterForm(PortalForm):
    """What the challenge log is narrowed to."""

    page = "board.challenges"

    words = TextField(label="Words in the challenge", required=False, mark_optional=False)
    about = SelectField(label="Who is challenged", choices=[], empty_label="All", required=False, mark_optional=False)
    raiser = SelectField(
        label="Raised by", choices=Challenge.Raiser.choices, empty_label="All", required=False, mark_optional=False
    )
    outcome = SelectField(
        label="Outcome", choices=Challenge.Outcome.choices, empty_label="All", required=False, mark_optional=False
    )
    year = SelectField(label="Year", choices=[], empty_label="All", required=False, mark_optional=False)
    theme = SelectField(label="Theme", choices=[], empty_label="All", required=False, mark_optional=False)
    unanswered = CheckboxField(label="Only without an answer", required=False, mark_optional=False)
    in_report = CheckboxField(label="Only in the yearly report", required=False, mark_optional=False)

    def __init__(self, *args: Any, agencies: Choices, years: Choices, themes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = (("about", (("partnership", "The partnership as a whole"), *agencies)), ("year", years), ("theme", themes))
        for name, choices in named:
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a select


class ChallengeForm(PortalForm):
    """A challenge as it is raised."""

    page = "board.challenge"

    title = TextField(
        label="What is the challenge, in a few words?", noun="Challenge", required_message="Enter what the challenge is"
    )
    text = LongTextField(
        label="What is challenged, and on what evidence?",
        hint=NO_NAMES,
        rows=6,
        max_length=4000,
        noun="Challenge in full",
        required_message="Enter what is challenged and on what evidence",
    )
    asked_for = LongTextField(label="What is asked for?", rows=3, max_length=2000, required=False)
    raiser_kind = ChoiceField(label="Who raised it?", choices=Challenge.Raiser.choices, required_message="Select who raised it")
    raiser = TextField(
        label="Their post or name", hint="Never the name of a child: “member of the youth forum” is enough", max_length=150,
        required=False,
    )  # fmt: skip
    raiser_agency = SelectField(
        label="Which agency do they speak for?", hint="Needed when a partner agency raised it", choices=[], empty_label="None",
        required=False,
    )  # fmt: skip
    about = SelectField(
        label="Who is challenged?", choices=[], empty_label="The partnership as a whole", required=False, mark_optional=False
    )
    raised_on = DateField(
        label="When was it raised?", noun="Day", hint="For example, 14 10 2026", not_future=True,
        required_message="Enter the day on which it was raised",
    )  # fmt: skip
    meeting = SelectField(label="At which meeting?", choices=[], empty_label="At none", required=False, mark_optional=False)
    response_due_on = DateField(label="By when is an answer due?", noun="Day of the answer", required=False)
    themes = ManyChoiceField(label="Which themes is it about?", noun="Themes", choices=[], required=False)

    def __init__(self, *args: Any, agencies: Choices, meetings: Choices, themes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("raiser_agency", agencies), ("about", agencies), ("meeting", meetings), ("themes", themes)):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice
        if not themes:
            del self.fields["themes"]


class AnswerForm(PortalForm):
    """What was answered to a challenge."""

    page = "board.answer_challenge"

    text = LongTextField(
        label="What was answered?",
        hint=NO_NAMES,
        rows=6,
        max_length=4000,
        noun="Answer",
        required_message="Enter what was answered",
    )
    who = TextField(
        label="Who answered?", hint="A post or a name", noun="Who answered", max_length=150, required_message="Enter who answered"
    )
    answered_on = DateField(
        label="When?", noun="Day of the answer", not_future=True, required_message="Enter the day of the answer"
    )


class OutcomeForm(PortalForm):
    """What came of a challenge."""

    page = "board.decide_challenge"

    outcome = ChoiceField(
        label="What came of it?", choices=Challenge.Outcome.choices, required_message="Select what came of the challenge",
        reveal={Challenge.Outcome.ESCALATED: ["taken_to", "who"]},
    )  # fmt: skip
    taken_to = ChoiceField(
        label="To whom was it taken?", choices=Challenge.TakenTo.choices, required_message="Select to whom it was taken"
    )
    who = TextField(
        label="Which board, or which regulator?", noun="Which board or regulator", hint="Or the post that took it up",
        max_length=150, required=False,
    )  # fmt: skip
    text = LongTextField(
        label="What changed, or why did nothing?",
        hint="What is different for children, and how you know; or what is disputed, or asked of those to whom it was taken",
        rows=5, max_length=4000, noun="What changed", required_message="Enter what changed, or why nothing did",
    )  # fmt: skip
    decided_on = DateField(
        label="Since when?", noun="Day", not_future=True, required_message="Enter the day since which it stands so"
    )

    def __init__(self, *args: Any, answered: bool, **kwargs: Any) -> None:
        """What nobody has answered can be taken further, or be open again, and nothing else."""
        super().__init__(*args, **kwargs)
        if not answered:
            further = [pair for pair in Challenge.Outcome.choices if pair[0] in UNANSWERED]
            self.fields["outcome"].choices = further  # type: ignore[attr-defined]  # a choice


class ChallengeFilesForm(PortalForm):
    """Files that go with a challenge."""

    page = "board.challenge_files"

    documents = FileField(
        label="Files", noun="A file", hint="Documents or pictures that show it. Nothing that identifies a child", many=True,
        required_message="Select a file",
    )  # fmt: skip


class ActOnChallengeForm(PortalForm):
    """In which plan an action is made of a challenge."""

    page = "board.act_on_challenge"

    plan = SelectField(label="In which plan?", choices=[], empty_label="Select a plan", required_message="Select a plan")
    recommendation = SelectField(
        label="Does it answer a recommendation too?", choices=[], empty_label="No", required=False, mark_optional=False
    )

    def __init__(self, *args: Any, plans: Choices, recommendations: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"].choices = plans  # type: ignore[attr-defined]  # a select
        self.fields["recommendation"].choices = recommendations  # type: ignore[attr-defined]  # a select


class ScrutinyNoteForm(PortalForm):
    """A note or a visit of the scrutineer."""

    page = "board.scrutiny_note"

    kind = ChoiceField(label="What is it?", choices=ScrutinyNote.Kind.choices, required_message="Select what it is")
    title = TextField(label="What is it about, in a few words?", noun="Title", required_message="Enter what it is about")
    happened_on = DateField(label="When was it?", noun="Day", not_future=True, required_message="Enter the day")
    place = TextField(label="Where?", noun="Place", max_length=150, required=False)
    agency = SelectField(label="Which agency is it about?", choices=[], empty_label="None", required=False)
    text = LongTextField(
        label="What did you see, hear or think?",
        hint=NO_NAMES,
        rows=10,
        noun="Note",
        required_message="Enter what you saw, heard or thought",
    )
    challenge = SelectField(
        label="Did a challenge come of it?", choices=[], empty_label="No", required=False, mark_optional=False
    )

    def __init__(self, *args: Any, agencies: Choices, challenges: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = agencies  # type: ignore[attr-defined]  # a select
        self.fields["challenge"].choices = challenges  # type: ignore[attr-defined]  # a select


class NoteInReportForm(PortalForm):
    """What the yearly report prints of a note."""

    page = "board.scrutiny_note_in_report"

    report_words = LongTextField(
        label="What may the yearly report say of it?",
        hint=f"The report prints this with the day and what it was, and nothing else of the note. {NO_NAMES}. Leave it empty to"
        " keep the note out of the report.",
        rows=6,
        max_length=1500,
        noun="Words for the report",
        required=False,
        mark_optional=False,
    )


class ScrutinyStatementForm(PortalForm):
    """A scrutineer's own statement of a year."""

    page = "board.scrutiny_statement"

    text = LongTextField(
        label="What do you say of the year?",
        hint=f"How effective the arrangements were, what scrutiny has changed, and what is left to do. {NO_NAMES}",
        rows=16,
        max_length=12_000,
        noun="Statement",
        required_message="Enter what you say of the year",
    )
    in_report = ChoiceField(
        label="Does it stand in the yearly report?",
        hint="It stands there under your name, in the editions that are compiled from now on",
        choices=(("yes", "Yes"), ("no", "No, I am still writing it")),
        required_message="Select whether it stands in the yearly report",
    )
