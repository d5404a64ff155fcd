"""What is filled in when agencies are asked, and what each of them returns."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from foundation import clock
from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    EmailField,
    FileField,
    LongTextField,
    PortalForm,
    SelectField,
    TextField,
    TrueFalseField,
)
from reviews.forms.incidents import UNDER_PSEUDONYM
from reviews.models import ChildSeen, Precision, Significance
from reviews.rules.chronology_dates import Day, Unreadable, day_in, time_in, with_quality
from reviews.rules.chronology_rows import EntryWritten
from reviews.services.returns import LetterWritten, ReturnWritten

LONG = 20_000


def due_field() -> DateField:
    """By when something is wanted."""
    return DateField(label="By when do you need it?", required_message="Enter by when you need it", not_past=True)


class AskForm(PortalForm):
    """A letter to several agencies."""

    page = "reviews.ask_agencies"

    emails = LongTextField(
        label="Whom do you ask?",
        hint="One person for each agency: their email address at work, one on each line. Nobody else of the agency sees it.",
        required_message="Enter whom you ask",
        rows=5,
        max_length=4_000,
    )
    period_from = DateField(label="From which day?", required_message="Enter the first day of the period", not_future=True)
    period_to = DateField(label="To which day?", required_message="Enter the last day of the period", not_future=True)
    key_questions = LongTextField(
        label="What does the review want to know?", hint=UNDER_PSEUDONYM, required=False, rows=5, max_length=LONG
    )
    names_children = TrueFalseField(
        label="Are they told here who the children are?",
        hint="They need it to search their records. If not, tell them in another safe way.",
        required_message="Select whether they are told who the children are",
    )
    due_on = due_field()

    @property
    def given(self) -> dict[str, Any]:
        """What was filled in, as the service takes it."""
        told = self.cleaned_data
        written = LetterWritten(**{one.name: told[one.name] for one in fields(LetterWritten)})
        return {"emails": told["emails"].replace(",", "\n").splitlines(), "written": written}


class DeclareForm(PortalForm):
    """That the author had no part in the case."""

    independent = CheckboxField(
        label="I had no part in this case, and line-managed nobody who had",
        required_message="Confirm that you had no part in the case, or tell whoever asked you",
    )


class ReturnForm(PortalForm):
    """What the agency says of its involvement. A draft may leave out everything."""

    page = "reviews.return"

    involved = TrueFalseField(
        label="Did your agency know of the child or the family in this period?", required=False, mark_optional=False
    )
    involved_from = DateField(label="Involved from", required=False, mark_optional=False, not_future=True)
    involved_to = DateField(
        label="Involved to", hint="Leave it empty while it lasts.", required=False, mark_optional=False, not_future=True
    )
    completer = TextField(
        label="Who completes this return?", hint="Name and post", required=False, mark_optional=False, max_length=150
    )
    summary = LongTextField(
        label="Summary of the involvement", hint=UNDER_PSEUDONYM, required=False, mark_optional=False, rows=6, max_length=LONG
    )
    key_episodes = LongTextField(
        label="Key practice episodes", hint="The moments that mattered, and how they were dealt with.", required=False,
        mark_optional=False, rows=5, max_length=LONG,
    )  # fmt: skip
    child_voice = LongTextField(
        label="The child’s voice", hint="What the child said or showed, and who listened.", required=False, mark_optional=False,
        rows=4, max_length=LONG,
    )  # fmt: skip
    family_context = LongTextField(label="The family", required=False, mark_optional=False, rows=4, max_length=LONG)
    fathers = LongTextField(
        label="Fathers and partners", hint="Who they are to the child, what is known of them, and whether anybody spoke to them.",
        required=False, mark_optional=False, rows=4, max_length=LONG,
    )  # fmt: skip
    culture = LongTextField(
        label="Ethnicity, culture, faith and language", hint="And how practice took account of them.", required=False,
        mark_optional=False, rows=3, max_length=LONG,
    )  # fmt: skip
    analysis = LongTextField(
        label="Analysis", hint="Why things happened as they did.", required=False, mark_optional=False, rows=5, max_length=LONG
    )
    learning = LongTextField(label="Immediate learning", required=False, mark_optional=False, rows=4, max_length=LONG)
    good_practice = LongTextField(label="Good practice", required=False, mark_optional=False, rows=3, max_length=LONG)
    action_taken = LongTextField(label="Action already taken", required=False, mark_optional=False, rows=3, max_length=LONG)

    @property
    def written(self) -> ReturnWritten:
        """What was filled in."""
        told = self.cleaned_data
        dates = ("involved", "involved_from", "involved_to")
        given: dict[str, Any] = {one.name: told[one.name] for one in fields(ReturnWritten)}
        given |= {name: value or "" for name, value in given.items() if name not in dates}
        return ReturnWritten(**given)


class EntryForm(PortalForm):
    """One thing that happened."""

    page = "reviews.entry"

    when = TextField(
        label="When did it happen?",
        hint="3 May 2021, about 3 May 2021, May 2021 or 2021",
        required_message="Enter when it happened",
        max_length=60,
        width=20,
    )
    precision = SelectField(
        label="Quality of the date",
        required=False,
        mark_optional=False,
        empty_label="As written above",
        choices=Precision.choices,
    )
    at = TextField(label="At what time?", hint="14:30 or 2:30pm", required=False, max_length=10, width=5)
    until = TextField(label="Last day, if it lasted", hint="For example, 9 May 2021", required=False, max_length=40, width=20)
    source = TextField(
        label="Where does it stand?", hint="The records system, and the entry in it", max_length=200,
        required_message="Enter in which records it stands",
    )  # fmt: skip
    persons = TextField(
        label="Who took part, or is spoken of?", hint="Pseudonyms and posts: Robin, mother, health visitor.", required=False,
        max_length=300,
    )  # fmt: skip
    event = LongTextField(
        label="What happened?", hint=UNDER_PSEUDONYM, required_message="Enter what happened", rows=4, max_length=10_000
    )
    child_seen = ChoiceField(
        label="Was the child seen?", required_message="Select whether the child was seen", choices=ChildSeen.choices
    )
    action = LongTextField(label="What was done?", required=False, rows=3, max_length=10_000)
    significance = ChoiceField(
        label="What does it mean for the review?", required_message="Select what it means", choices=Significance.choices
    )
    analysis = LongTextField(label="Analysis", required=False, rows=3, max_length=10_000)

    def clean(self) -> dict[str, Any]:
        """Read the day, the time and the last day as they are read in a file."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        today = clock.today()
        day = self._read("when", lambda text: with_quality(day_in(text, today=today), told.get("precision") or ""), told)
        at = self._read("at", time_in, told) if told.get("at") else None
        until = self._read("until", lambda text: day_in(text, today=today), told) if told.get("until") else None
        known = (Precision.EXACT, Precision.APPROXIMATE)
        if until is not None and until.precision not in known:
            self.add_error("until", "Write the last day as a day")
        if at is not None and day is not None and day.precision not in known:
            self.add_error("at", "A time needs a day. Write the day, or leave the time out")
        self.day = Day(day.on, day.precision, at) if day is not None else None
        self.last_day = until.on if until is not None else None
        return told

    def _read(self, name: str, reading: Any, told: Mapping[str, Any]) -> Any:
        if not told.get(name):
            return None
        try:
            return reading(told[name])
        except Unreadable as unreadable:
            self.add_error(name, str(unreadable))
            return None

    @property
    def written(self) -> EntryWritten:
        """What was filled in."""
        told = self.cleaned_data
        if self.day is None:
            raise ValueError("The form was not valid.")
        names = ("source", "persons", "event", "child_seen", "action", "significance", "analysis")
        return EntryWritten(day=self.day, until=self.last_day, **{name: told[name] or "" for name in names})


class StrikeEntryForm(PortalForm):
    """Why an entry is taken out."""

    reason = TextField(label="Why do you strike it?", required_message="Enter why you strike this entry", max_length=300)


class ChronologyFileForm(PortalForm):
    """A file with entries."""

    page = "reviews.chronology_file"

    file = FileField(
        label="Which file holds the entries?", noun="A file", kinds=("xlsx", "csv"), most_mb=10,
        hint="An Excel workbook (.xlsx) or a CSV file in the shape of the template. Nothing is taken in before you have seen it",
        required_message="Select the file that holds the entries",
    )  # fmt: skip


class BackForm(PortalForm):
    """What is missing in a return."""

    page = "reviews.send_back"

    missing = LongTextField(label="What is missing?", required_message="Enter what is missing", rows=4, max_length=4_000)
    due_on = due_field()


class AuthorForm(PortalForm):
    """Another author of the same agency."""

    email = EmailField(label="Their email address at work", required_message="Enter their email address")


class WithdrawForm(PortalForm):
    """Why an agency is asked no longer."""

    reason = TextField(label="Why do you withdraw it?", required_message="Enter why you withdraw it", max_length=400)
