"""What people fill in to pass work on."""

from collections.abc import Sequence
from typing import Any

from foundation.design import words
from foundation.design.forms import CheckboxField, ChoiceField, FileField, LongTextField, PortalForm, TextField
from work.kinds import RequestKind
from work.models import Request
from work.selectors.people import Holding
from work.services.requests import Sharing

TOGETHER = "together"
"""Said of an answer that holds for all that is offered together."""


class ReturnForm(PortalForm):
    """Why a handover goes back."""

    page = "work.return"

    reason = LongTextField(
        label="Why do you return this?",
        hint="The team that offered it reads this. Say what is missing, or which team it is for.",
        rows=5,
        max_length=2000,
        required_message="Enter why you return this",
    )

    def __init__(self, *args: Any, beside: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if beside:
            which = ChoiceField(
                label="Which do you return?",
                choices=[(TOGETHER, f"All {beside + 1} that are offered together"), ("one", "This one only")],
                required_message="Select which you return",
            )
            self.fields = {"which": which, **self.fields}  # asked first

    @property
    def together(self) -> bool:
        """Whether those offered beside it go back too. Of a valid form."""
        return self.cleaned_data.get("which") == TOGETHER


class HoldForm(PortalForm):
    """Why a clock is put on hold."""

    page = "work.hold"

    reason = LongTextField(
        label="Why is it put on hold?",
        hint="For example, the police have asked that nobody be contacted yet.",
        rows=4,
        max_length=2000,
        required_message="Enter why the clock is put on hold",
    )


SHARING = ("proportionate", "may_tell_family", "not_told_because", "consent_not_needed_because")
YES, NO = "yes", "no"


class AnswerForm(PortalForm):
    """The answer of an agency to a request, by the results that its kind declares."""

    page = "work.answer"

    result = ChoiceField(label="What did you find?", choices=[], required_message="Select what you found")
    proportionate = CheckboxField(
        label="What I share is needed to answer the question, and no more",
        required_message="Confirm that what you share is needed to answer the question, and no more",
    )
    may_tell_family = ChoiceField(
        label="May the family be told what you share?",
        choices=[(YES, "Yes"), (NO, "No")],
        reveal={NO: ["not_told_because"]},
        required_message="Select whether the family may be told",
    )
    not_told_because = LongTextField(
        label="Why must the family not be told?",
        hint="For example, it would put somebody at risk, or it is about another person.",
        rows=3,
        max_length=2000,
        required_message="Enter why the family must not be told",
    )
    consent_not_needed_because = LongTextField(
        label="If you share without the family’s consent, why is it not needed?",
        hint="For example, asking for it would put the child at risk.",
        rows=3,
        max_length=2000,
        required=False,
    )
    answer = LongTextField(
        label="Your answer",
        hint="Needed when you provide information or decline. Share what is relevant and proportionate, with its source.",
        rows=8,
        max_length=10_000,
        required=False,
        mark_optional=False,
        required_message="Enter the information, or why you decline",
    )
    documents = FileField(
        label="Attach documents",
        hint="PDF, Word, Excel, plain text, email, or a picture. Each smaller than 25 MB.",
        many=True,
        most_mb=10_000,
        required=False,
    )
    answered_for = TextField(
        label="Who are you answering for?",
        hint="If somebody else in your agency gave you this, enter their name and job.",
        required=False,
        max_length=150,
    )

    def __init__(self, *args: Any, kind: RequestKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        result = self.fields["result"]
        result.choices = [(row.code, row.title) for row in kind.results]  # type: ignore[attr-defined]  # a choice
        result.choice_hints = {row.code: row.hint for row in kind.results if row.hint}  # type: ignore[attr-defined]
        asked = [row.code for row in kind.results if row.shares]
        if asked:
            shown = [name for name in SHARING if name != "not_told_because"]
            result.reveal = dict.fromkeys(asked, shown)  # type: ignore[attr-defined]  # a choice
        else:
            for name in SHARING:
                del self.fields[name]
        if not kind.documents:
            del self.fields["documents"]
        if not kind.shows_cases:
            result.label, self.fields["answer"].help_text = "What do you answer?", ""

    def given(self) -> dict[str, Any]:
        """What was filled in, as the service takes it."""
        given = dict(self.cleaned_data)
        told = given.pop("may_tell_family", None)
        sharing = Sharing(
            proportionate=given.pop("proportionate", None) or None,
            may_tell_family=told == YES if told else None,
            not_told_because=given.pop("not_told_because", None) or "",
            consent_not_needed_because=given.pop("consent_not_needed_because", None) or "",
        )
        files = given.pop("documents", None) or ()
        return {**given, "sharing": sharing, "files": files}


class RecordedAnswerForm(AnswerForm):
    """An answer that came by another way, as whoever asked writes it down."""

    page = "work.recorded_answer"

    channel = ChoiceField(
        label="How did they answer?",
        choices=[row for row in Request.Channel.choices if row[0] != Request.Channel.PORTAL],
        required_message="Select how they answered",
    )

    def __init__(self, *args: Any, kind: RequestKind, **kwargs: Any) -> None:
        super().__init__(*args, kind=kind, **kwargs)
        self.fields["result"].label = "What did they find?"
        self.fields["answer"].label = "What they said"
        who = TextField(label="Who answered?", hint="Their name and job.", max_length=150, required_message="Enter who answered")
        self.fields["answered_for"] = who
        self.order_fields(["channel", "answered_for"])


def _particulars(holding: Holding) -> str:
    team = f", {holding.team}" if holding.team else ""
    return f"{holding.email}{team}. Confirmed until {words.date(holding.confirmed_until)}."


class ConfirmPeopleForm(PortalForm):
    """Still here or no longer here, for each role of each person."""

    page = "work.confirm_people"

    def __init__(self, *args: Any, holdings: Sequence[Holding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for holding in holdings:
            self.fields[self.name_of(holding.pk)] = ChoiceField(
                label=f"{holding.person}, {holding.role}",
                hint=_particulars(holding),
                choices=[("here", "Still works here"), ("gone", "No longer here")],
                required_message=f"Select whether {holding.person} still works here as {holding.role}",
                inline=True,
                small=True,
            )

    @staticmethod
    def name_of(pk: int) -> str:
        """The field of a holding."""
        return f"holding-{pk}"

    def here(self) -> list[int]:
        """The holdings of those who still work there."""
        return self._holdings("here")

    def gone(self) -> list[int]:
        """The holdings of those who do not."""
        return self._holdings("gone")

    def _holdings(self, answer: str) -> list[int]:
        return [int(name.removeprefix("holding-")) for name, value in self.cleaned_data.items() if value == answer]
