"""What is filled in about what children, families and practitioners said."""

from collections.abc import Sequence
from typing import Any

from board.anonymity import LOOKED_FOR
from board.models import Feedback, FeedbackConsent, Use
from foundation.design.forms import (
    ChoiceField,
    DateField,
    LongTextField,
    ManyChoiceField,
    NumberField,
    PortalForm,
    SelectField,
    TextField,
)

Choices = Sequence[tuple[str, str]]
NO_CHILD = "Never a child’s name: “the young person” or “their mother” is enough"
STANDS = (("to_check", "Given, and to be checked"), ("for_report", "May stand in the yearly report"))
DONE = (("done", "Something was done"), ("not", "Nothing was done yet"), ("late", "Nothing was done for too long"))


def _choose(form: PortalForm, **choices: Choices) -> None:
    for name, offered in choices.items():
        form.fields[name].choices = offered  # type: ignore[attr-defined]  # a choice


class FeedbackFilterForm(PortalForm):
    """What the list is narrowed to."""

    page = "board.voice"

    words = TextField(label="Words in what was said", required=False, mark_optional=False)
    speaker = SelectField(
        label="Who said it", choices=Feedback.Speaker.choices, empty_label="All", required=False, mark_optional=False
    )
    way = SelectField(label="How it came", choices=Feedback.Way.choices, empty_label="All", required=False, mark_optional=False)
    theme = SelectField(label="Theme", choices=[], empty_label="All", required=False, mark_optional=False)
    service = SelectField(label="Service", choices=[], empty_label="All", required=False, mark_optional=False)
    agency = SelectField(label="Agency", choices=[], empty_label="All", required=False, mark_optional=False)
    year = SelectField(label="Year", choices=[], empty_label="All", required=False, mark_optional=False)
    consent = SelectField(
        label="Consent to publish",
        choices=(*Feedback.Consent.choices, *STANDS),
        empty_label="All",
        required=False,
        mark_optional=False,
    )
    done = SelectField(label="What was done", choices=DONE, empty_label="All", required=False, mark_optional=False)

    def __init__(self, *args: Any, agencies: Choices, services: Choices, years: Choices, themes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, agency=agencies, service=services, year=years, theme=themes)


class FeedbackForm(PortalForm):
    """A piece of feedback as it is taken down."""

    page = "board.feedback"

    speaker = ChoiceField(label="Who said it?", choices=Feedback.Speaker.choices, required_message="Select who said it")
    age_band = SelectField(
        label="About how old are they?", choices=Feedback.AgeBand.choices, empty_label="Not known or not needed", required=False,
        mark_optional=False,
    )  # fmt: skip
    way = SelectField(
        label="How did it come?", choices=Feedback.Way.choices, empty_label="Select how", required_message="Select how it came"
    )
    said_on = DateField(
        label="When was it said?", noun="Day", hint="For example, 14 10 2026", not_future=True,
        required_message="Enter the day on which it was said",
    )  # fmt: skip
    service = TextField(
        label="Which service is it about?", noun="Service", hint="As people call it. For example, social work or school nursing",
        max_length=120, required_message="Enter which service it is about",
    )  # fmt: skip
    agency = SelectField(
        label="Whose service is it?", choices=[], empty_label="The partnership’s own", required=False, mark_optional=False
    )
    words = LongTextField(
        label="What did they say, in their own words?", noun="Own words", rows=5, max_length=4000, required=False,
        hint="Leave empty if only a summary was taken down",
    )  # fmt: skip
    public_words = LongTextField(
        label="How may the words be published, if their own name somebody?", noun="Words to publish", rows=4, max_length=4000,
        hint="Put “[name]” or “[school]” in the place of what says who somebody is. Leave empty if nothing does", required=False,
    )  # fmt: skip
    summary = LongTextField(label="What is it about, in short?", noun="Summary", rows=2, max_length=1000, required=False)
    themes = ManyChoiceField(label="Which themes is it about?", noun="Themes", choices=[], required=False)

    def __init__(self, *args: Any, agencies: Choices, themes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, agency=agencies, themes=themes)
        if not themes:
            del self.fields["themes"]


class ConsentForm(PortalForm):
    """What was said of publishing the words."""

    page = "board.record_consent"

    consent = ChoiceField(
        label="What was said?",
        choices=[
            ("asked", "They were asked, and have not answered yet"),
            ("given", "Yes, it may be published"),
            ("not_given", "No"),
            ("withdrawn", "They take their consent back"),
        ],
        required_message="Select what was said",
    )
    uses = ManyChoiceField(
        label="For which uses?", noun="Uses", hint="Needed if they said yes", choices=Use.choices, required=False,
        mark_optional=False,
    )  # fmt: skip
    who = TextField(label="Who said so?", noun="Who said so", hint=NO_CHILD, max_length=150, required=False, mark_optional=False)
    how = ChoiceField(label="How?", choices=FeedbackConsent.How.choices, required_message="Select how they said so")
    happened_on = DateField(
        label="When?", noun="Day", not_future=True, required_message="Enter the day on which they said so or were asked"
    )


class CheckForm(PortalForm):
    """What a second person has looked for."""

    page = "board.confirm_anonymity"

    looked_for = ManyChoiceField(
        label="Which of these have you looked for, and found none that says who somebody is?", noun="What you looked for",
        choices=LOOKED_FOR, required_message="Select each thing for which you have looked",
    )  # fmt: skip


class DoneForm(PortalForm):
    """What was done about it."""

    page = "board.say_what_was_done"

    done = LongTextField(
        label="What was done?", noun="What was done", hint="It is published beside the words. Name no child, family or person",
        rows=4, max_length=2000, required_message="Enter what was done",
    )  # fmt: skip
    done_who = TextField(
        label="Who did it?", noun="Who did it", hint="A post, a team or an agency", max_length=150,
        required_message="Enter who did it",
    )  # fmt: skip
    done_on = DateField(label="When?", noun="Day", not_future=True, required_message="Enter the day on which it was done")


class TellBackForm(PortalForm):
    """How whoever said it heard what was done."""

    page = "board.tell_back"

    told = ChoiceField(
        label="How were they told what was done?", choices=Feedback.Told.choices,
        required_message="Select how they were told, or that they were not",
    )  # fmt: skip
    told_on = DateField(
        label="When?", noun="Day", hint="Needed if they were told", not_future=True, required=False, mark_optional=False
    )
    told_note = LongTextField(
        label="What were they told, or why were they not?", noun="Note", hint="Needed if they were not told", rows=3,
        max_length=1000, required=False, mark_optional=False,
    )  # fmt: skip


class LinkForm(PortalForm):
    """Which recommendations and which actions of a plan answer it."""

    page = "board.answer_feedback"

    recommendations = ManyChoiceField(
        label="Which recommendations came of it?", noun="Recommendations", choices=[], required=False, mark_optional=False
    )
    actions = ManyChoiceField(
        label="Which actions of the plan came of it?", noun="Actions", choices=[], required=False, mark_optional=False
    )

    def __init__(self, *args: Any, actions: Choices, recommendations: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, actions=actions, recommendations=recommendations)
        for name, offered in (("actions", actions), ("recommendations", recommendations)):
            if not offered:
                del self.fields[name]


class LinkPlanForm(PortalForm):
    """Of which plan the actions are."""

    page = "board.answer_feedback_plan"

    plan = SelectField(
        label="In which plan are the actions?", choices=[], empty_label="No plan: only recommendations", required=False,
        mark_optional=False,
    )  # fmt: skip

    def __init__(self, *args: Any, plans: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, plan=plans)


class YearForm(PortalForm):
    """Of which year."""

    page = "board.voice_year"

    year = SelectField(label="Year", choices=[], empty_label=None, required=False, mark_optional=False)

    def __init__(self, *args: Any, years: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, year=years)


class GiveOutForm(PortalForm):
    """For what the words of a year are used."""

    page = "board.give_for_publication"

    use = ChoiceField(label="For what are the words used?", choices=Use.choices, required_message="Select for what they are used")
    title = TextField(
        label="What do they go into?", noun="Title", hint="For example, Yearly report 2025-26. It is kept with each piece",
        required_message="Enter what they go into",
    )  # fmt: skip
    year = SelectField(label="Words of which year?", choices=[], empty_label="Select a year", required_message="Select a year")

    def __init__(self, *args: Any, years: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, year=years)


class PublishedForm(PortalForm):
    """What was published, and when."""

    page = "board.mark_published"

    of = SelectField(
        label="What was published?", choices=[], empty_label="Select what was published",
        required_message="Select what was published",
    )  # fmt: skip
    published_on = DateField(
        label="When?", noun="Day", not_future=True, required_message="Enter the day on which it was published"
    )

    def __init__(self, *args: Any, given_out: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, of=given_out)


class SurveyForm(PortalForm):
    """A survey."""

    page = "board.survey"

    title = TextField(label="What was the survey called?", noun="Title", required_message="Enter what the survey was called")
    asked = TextField(
        label="Whom did it ask?", noun="Whom it asked", hint="For example, parents after a first conference",
        required_message="Enter whom it asked",
    )  # fmt: skip
    ended_on = DateField(
        label="Until when could it be answered?", noun="Last day", not_future=True, required_message="Enter the last day"
    )
    sent = NumberField(
        label="To how many did it go?", noun="Number sent", least=1, most=1_000_000, width=5,
        required_message="Enter to how many it went",
    )  # fmt: skip
    answered = NumberField(
        label="How many answered?", noun="Number of answers", least=0, most=1_000_000, width=5,
        required_message="Enter how many answered",
    )  # fmt: skip
    service = TextField(label="Which service is it about?", noun="Service", max_length=120, required=False)
    agency = SelectField(
        label="Whose service is it?", choices=[], empty_label="No one agency’s", required=False, mark_optional=False
    )
    done = LongTextField(label="What was done about what it says?", noun="What was done", rows=4, max_length=2000, required=False)

    def __init__(self, *args: Any, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, agency=agencies)


class QuestionForm(PortalForm):
    """A question of a survey with its counted answers."""

    page = "board.survey_question"

    text = TextField(label="What was asked?", noun="Question", max_length=300, required_message="Enter what was asked")
    lines = LongTextField(
        label="How many gave which answer?", noun="Answers", rows=6, max_length=4000,
        hint="One answer on each line, with a colon and the number. For example, Yes: 12",
        required_message="Enter the answers, each with its number",
    )  # fmt: skip
