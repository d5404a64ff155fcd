"""What the MASH fills in."""

from collections.abc import Sequence
from typing import Any

from foundation.design.forms import (
    CheckboxField,
    ChoiceField,
    DateField,
    LongTextField,
    ManyChoiceField,
    PortalForm,
    SelectField,
    TextField,
)
from referrals.models import ContactState, Outcome, Rating, ReferralSource, ThresholdLevel
from referrals.rules.queue import COLUMNS, MOST_COLUMNS
from referrals.selectors.queue import DECIDED, MINE, NOBODY, PATTERN, RE_REFERRAL, UNDECIDED, UNRATED

Choices = Sequence[tuple[str, str]]

OPEN_STATES: Choices = [
    (UNDECIDED, "Not decided yet"),
    *((state.value, str(state.label)) for state in (ContactState.RECEIVED, ContactState.SCREENING, ContactState.GATHERING)),
    (ContactState.PROPOSED.value, str(ContactState.PROPOSED.label)),
    (DECIDED, "Decided, not signed off"),
]

LEGAL_BASES = [
    (
        "Children Act 1989, section 47: enquiries into significant harm",
        "Section 47: we think the child may suffer significant harm",
    ),
    ("Children Act 1989, section 17: child in need", "Section 17: we think the child is in need"),
    ("Children Act 2004, sections 10 and 11: public task", "Public task: to decide what help or protection the child needs"),
    ("The family agreed", "The family agreed that you are asked"),
    ("Vital interests", "Vital interests: somebody’s life may be at risk"),
]


class QueueForm(PortalForm):
    """What the queue is narrowed to."""

    page = "referrals.queue"

    rating = SelectField(
        label="Rating",
        choices=[*Rating.choices, (UNRATED, "Not rated yet")],
        empty_label="Any",
        required=False,
        mark_optional=False,
    )
    state = SelectField(label="Where it stands", choices=OPEN_STATES, empty_label="Any", required=False, mark_optional=False)
    whose = SelectField(
        label="Who screens it",
        choices=[(MINE, "Me, or allocated to me"), (NOBODY, "Nobody yet")],
        empty_label="Anybody",
        required=False,
        mark_optional=False,
    )
    source = SelectField(
        label="Who referred", choices=ReferralSource.choices, empty_label="Anybody", required=False, mark_optional=False
    )
    repeats = SelectField(
        label="Comes again",
        choices=[(RE_REFERRAL, "Re-referrals"), (PATTERN, "Third contact or more, no action")],
        empty_label="Any",
        required=False,
        mark_optional=False,
    )
    awaiting = CheckboxField(label="Awaiting agencies", required=False)
    today = CheckboxField(label="Due today", required=False)
    overdue = CheckboxField(label="Late", required=False)


PLACES = ("First", "Second", "Third", "Fourth", "Fifth")


class ColumnsForm(PortalForm):
    """The columns of the queue, from left to right. A place may stay empty; the others close up."""

    page = "referrals.queue_columns"

    def __init__(self, *args: Any, chosen: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, place in enumerate(PLACES[:MOST_COLUMNS]):
            self.fields[f"column_{number + 1}"] = SelectField(
                label=f"{place} column",
                choices=list(COLUMNS.items()),
                empty_label="None",
                required=False,
                mark_optional=False,
                initial=chosen[number] if number < len(chosen) else "",
            )

    def columns(self) -> list[str]:
        """The columns in their order."""
        return [self.cleaned_data[name] for name in self.fields if self.cleaned_data.get(name)]

    def clean(self) -> dict[str, Any]:
        """Ask for at least one column, and for each once."""
        given = super().clean() or self.cleaned_data
        seen: set[str] = set()
        for name in self.fields:
            column = given.get(name, "")
            if column in seen:
                self.add_error(name, f"Select each column once: {COLUMNS[column].lower()} is chosen above already")
            elif column:
                seen.add(column)
        if not self.errors and not seen:
            self.add_error("column_1", "Select at least one column")
        return given


class SearchForm(PortalForm):
    """Finding a contact."""

    page = "referrals.search"

    words = TextField(
        label="Reference or child’s name",
        hint="For example, NM-K-7K4P2-XQ9AB, or a name, or at least three letters of its beginning",
        required=False,
        mark_optional=False,
        width=30,
        max_length=100,
        autocomplete="off",
        spellcheck=False,
    )
    born = DateField(label="Date of birth, or expected date of delivery", required=False, mark_optional=False)

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two."""
        given = super().clean() or self.cleaned_data
        if not self.errors and not given.get("words", "").strip() and not given.get("born"):
            self.add_error("words", "Enter a reference, a name or a date of birth")
        return given


class BreakGlassForm(PortalForm):
    """Which restricted contact must be opened now, and why."""

    page = "referrals.break_glass"

    reference = TextField(
        label="Reference of the contact or the referral",
        hint="For example, NM-K-7K4P2-XQ9AB. The referrer can read it out to you.",
        width=20,
        max_length=40,
        autocomplete="off",
        spellcheck=False,
        required_message="Enter the reference",
    )
    reason = LongTextField(
        label="Why must you open it now?",
        hint="What may happen to the child if you wait for somebody who is named. An information governance lead reads this.",
        noun="The reason",
        rows=5,
        max_length=2000,
        required_message="Enter why you must open it now",
    )


class RateForm(PortalForm):
    """A rating and why."""

    page = "referrals.rate"

    rating = ChoiceField(
        label="How urgent is it?",
        choices=Rating.choices,
        choice_hints={
            Rating.RED: "Level 4. The child may be suffering significant harm: act now.",
            Rating.AMBER: "Level 3. Serious concern: a statutory assessment is likely.",
            Rating.GREEN: "Level 2. Extra needs: early help is likely.",
            Rating.BLUE: "Level 1. Universal services. No agency is asked.",
        },
        required_message="Select how urgent it is",
    )
    reason = LongTextField(
        label="Why?",
        hint="What in the referral, or in what you have learned since, decides it.",
        noun="The reason",
        rows=5,
        max_length=2000,
        required_message="Enter why you give this rating",
    )


class AskForm(PortalForm):
    """A question to agencies."""

    page = "referrals.ask"

    agencies = ManyChoiceField(
        label="Which agencies do you ask?", choices=[], small=True, required_message="Select the agencies that you ask"
    )
    question = LongTextField(
        label="What do you ask them?",
        hint="They see the child’s name, date of birth and address, and this question. Nothing else of the referral: "
        "say as much as they need to answer, and no more.",
        noun="The question",
        rows=6,
        max_length=3000,
        required_message="Enter what you ask",
    )
    legal_basis = ChoiceField(
        label="On which legal basis do you ask?", choices=LEGAL_BASES, required_message="Select on which legal basis you ask"
    )

    purpose = LongTextField(
        label="What do you need the answer for?",
        hint="For example, to decide whether the child is safe at home tonight.",
        noun="What you need the answer for",
        rows=2,
        max_length=1000,
        required_message="Enter what you need the answer for",
    )

    def __init__(self, *args: Any, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].choices = agencies  # type: ignore[attr-defined]  # checkboxes


class AskByNameForm(AskForm):
    """A question to people who are named, about a contact that is restricted."""

    page = "referrals.ask_by_name"

    people = ManyChoiceField(
        label="Whom do you ask?",
        hint="One person of each agency. Nobody else there reads the question or the answer in the portal.",
        choices=[],
        small=True,
        required_message="Select whom you ask in each agency",
    )
    field_order = ("people", "question", "legal_basis", "purpose")

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, agencies=(), **kwargs)
        del self.fields["agencies"]
        self.fields["people"].choices = people  # type: ignore[attr-defined]  # checkboxes


class ProposeForm(PortalForm):
    """A decision, proposed."""

    page = "referrals.propose"

    outcome = ChoiceField(
        label="What should happen?", choices=Outcome.choices, small=True, required_message="Select what should happen"
    )
    threshold_level = ChoiceField(
        label="At which level of need is the child?",
        choices=ThresholdLevel.choices,
        coerce=int,
        small=True,
        required_message="Select the level of need",
    )
    evidence = ManyChoiceField(
        label="What does it rest on?",
        choices=[],
        small=True,
        required_message="Select what the decision rests on",
    )
    reasons = LongTextField(
        label="Reasons, for the record",
        hint="What you relied on, what the agencies said, and what you could not find out. The referrer does not read this.",
        noun="The reasons",
        rows=8,
        max_length=10_000,
        required_message="Enter the reasons for the record",
    )
    consent_overridden_because = LongTextField(
        label="Why go on without the family’s agreement?",
        hint="Needed when anything but advice follows. Give the legal basis and why it is necessary and proportionate.",
        noun="Why you go on without the family’s agreement",
        rows=4,
        max_length=3000,
        required=False,
        mark_optional=False,
    )
    words_for_referrer = LongTextField(
        label="What the referrer will read",
        hint="Say what was decided and why, in words a family would recognise, and what they can do if they disagree.",
        noun="What the referrer will read",
        rows=5,
        max_length=3000,
        required_message="Enter what the referrer will read",
    )

    def __init__(self, *args: Any, family_agreed: bool, evidence: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["evidence"].choices = evidence  # type: ignore[attr-defined]  # checkboxes
        if family_agreed:
            del self.fields["consent_overridden_because"]


class DecideForm(PortalForm):
    """A manager's answer to a proposed decision."""

    page = "referrals.decide"

    answer = ChoiceField(
        label="Do you approve this decision?",
        choices=[("approve", "Yes, approve it"), ("send_back", "No, send it back")],
        reveal={"approve": ["team"], "send_back": ["reason"]},
        required_message="Select whether you approve this decision",
    )
    team = SelectField(
        label="Which team takes over?", choices=[], empty_label=None, required_message="Select which team takes over"
    )
    reason = LongTextField(
        label="What must be thought over?",
        noun="What must be thought over",
        rows=4,
        max_length=2000,
        required_message="Enter why you send it back",
    )

    def __init__(self, *args: Any, teams: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if teams:
            self.fields["team"].choices = teams  # type: ignore[attr-defined]  # a select
        else:
            del self.fields["team"]
            self.fields["answer"].reveal = {"send_back": ["reason"]}  # type: ignore[attr-defined]  # a question


class TaskForm(PortalForm):
    """What became of a task."""

    page = "referrals.task"

    answer = ChoiceField(
        label="What became of it?",
        choices=[("done", "It is done"), ("waived", "It need not be done")],
        choice_hints={"waived": "A question to an agency is withdrawn with it, an offer to a team too."},
        reveal={"done": ["note"], "waived": ["reason"]},
        required_message="Select what became of it",
    )
    note = LongTextField(label="How, and with whom?", noun="The note", rows=3, max_length=2000, required=False)
    reason = LongTextField(
        label="Why need it not be done?",
        noun="The reason",
        rows=3,
        max_length=2000,
        required_message="Enter why it need not be done",
    )

    def __init__(self, *args: Any, may_complete: bool, may_waive: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answers = {"done": may_complete, "waived": may_waive}
        field = self.fields["answer"]
        field.choices = [row for row in field.choices if answers[row[0]]]  # type: ignore[attr-defined]  # a choice
        field.reveal = {key: names for key, names in field.reveal.items() if answers[key]}  # type: ignore[attr-defined]
        for key, name in (("done", "note"), ("waived", "reason")):
            if not answers[key]:
                del self.fields[name]


class ReasonForm(PortalForm):
    """Why a contact is reopened, or shown to the teams again."""

    page = "referrals.reason"

    reason = LongTextField(label="Why?", noun="The reason", rows=4, max_length=2000, required_message="Enter the reason")


class NameForMoveForm(PortalForm):
    """Who of another team sees a restricted contact, so that its case can move."""

    page = "referrals.name_for_move"

    people = ManyChoiceField(
        label="Whom do you name?",
        hint="At least one who can accept the case; and whoever is to work on it.",
        choices=[],
        small=True,
        required_message="Select whom you name",
    )
    until = DateField(
        label="Until when? (optional)",
        hint="Leave it empty if they see it for as long as they work on the case.",
        noun="The last day",
        required=False,
        mark_optional=False,
        not_past=True,
    )
    reason = LongTextField(
        label="Why does the case move?", noun="The reason", rows=3, max_length=2000, required_message="Enter why the case moves"
    )

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = people  # type: ignore[attr-defined]  # checkboxes


class RestrictForm(PortalForm):
    """Who may see a contact."""

    page = "referrals.restrict"

    people = ManyChoiceField(
        label="Who may see it, besides you?",
        hint="Those who are not named will not find it in the queue, in counts or by searching.",
        choices=[],
        small=True,
        required=False,
        mark_optional=False,
    )
    reason = LongTextField(
        label="Why?",
        hint="For example, a colleague is related to the family.",
        noun="The reason",
        rows=3,
        max_length=2000,
        required_message="Enter why only some people may see this",
    )

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = people  # type: ignore[attr-defined]  # checkboxes


class TeamForm(PortalForm):
    """To which team a contact is offered."""

    page = "referrals.offer_again"

    team = ChoiceField(label="Which team should take over?", choices=[], required_message="Select which team should take over")

    def __init__(self, *args: Any, teams: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = teams  # type: ignore[attr-defined]  # radio buttons
