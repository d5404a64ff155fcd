"""What the business team fills in about returns for the yearly report."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import Any

from accounts.models import Agency
from foundation import clock
from foundation.design.forms import ChoiceField, DateField, LongTextField, ManyChoiceField, PortalForm, SelectField, TextField
from reporting.models import ReturnRound
from reporting.services.returns import LONGEST_COMMENTS
from work.forms.questionnaires import FilledQuestionnaire, questionnaire_form
from work.models import Question
from work.rules.questions import Value

EVERYBODY, KINDS, SOME, GROUP = "all", "kinds", "some", "group"
PURPOSE = "This goes into the yearly report in your own words. Write for families and for the people who work with them."
USUAL_DAYS = 42


class AskMoreForm(PortalForm):
    """Who is asked for a return."""

    page = "reporting.ask_for_returns"
    requires = {
        ("whom", KINDS): ["kinds"],
        ("whom", SOME): ["agencies"],
        ("whom", GROUP): ["group", "group_agency"],
    }

    whom = ChoiceField(
        label="Who is asked?",
        choices=[
            (EVERYBODY, "All agencies"),
            (KINDS, "All agencies of some kinds"),
            (SOME, "One agency or several"),
            (GROUP, "A working group"),
        ],
        reveal={KINDS: ["kinds"], SOME: ["agencies"], GROUP: ["group", "group_agency"]},
        required_message="Select who is asked",
    )
    kinds = ManyChoiceField(
        label="Which kinds?", choices=[], required_message="Select which kinds of agency are asked", small=True
    )
    agencies = ManyChoiceField(
        label="Which agencies?", choices=[], required_message="Select which agencies are asked", small=True
    )
    group = TextField(label="Name of the working group", max_length=120, required_message="Enter the name of the working group")
    group_agency = SelectField(
        label="Which agency answers for it?",
        hint="The agency of its chair. Its lead gets the request, and can hand it on.",
        choices=[],
        required_message="Select the agency that answers for the working group",
    )

    def __init__(self, *args: Any, agencies: Collection[Agency], **kwargs: Any) -> None:
        self.asked = list(agencies)
        super().__init__(*args, **kwargs)
        known = {agency.kind for agency in self.asked}
        named = [(agency.code, agency.name) for agency in self.asked]
        choices: dict[str, Any] = {
            "kinds": [(code, label) for code, label in Agency.Kind.choices if code in known],
            "agencies": named,
            "group_agency": named,
        }
        for name, listed in choices.items():
            self.fields[name].choices = listed  # type: ignore[attr-defined]  # a field with choices

    def chosen(self) -> dict[str, Any]:
        """Who is asked, as the service takes it."""
        given = self.cleaned_data
        codes = {
            EVERYBODY: [agency.code for agency in self.asked],
            KINDS: [agency.code for agency in self.asked if agency.kind in given["kinds"]],
            SOME: list(given["agencies"]),
            GROUP: [given["group_agency"]],
        }
        return {"agencies": codes[given["whom"]], "group": given["group"] if given["whom"] == GROUP else ""}


class RoundForm(AskMoreForm):
    """A new round of returns."""

    page = "reporting.new_return_round"

    shape = SelectField(
        label="What shape do the returns have?",
        hint="Shapes are written under Questionnaires. Those with a version in use stand here.",
        choices=[],
        required_message="Select the shape of the returns",
    )
    layout = ChoiceField(
        label="How does the report print them?",
        choices=ReturnRound.Layout.choices,
        required_message="Select how the report prints them",
    )
    numbering = ChoiceField(
        label="How are the headings numbered?",
        choices=ReturnRound.Numbering.choices,
        required_message="Select how the headings are numbered",
    )
    purpose = LongTextField(
        label="What should they know?",
        hint="Those who are asked read this first.",
        rows=4,
        max_length=2000,
        required_message="Enter what those who are asked should know",
    )
    due_on = DateField(label="By when?", noun="The day", in_future=True, required_message="Enter by when the returns are due")
    field_order = ["shape", "whom", "kinds", "agencies", "group", "group_agency", "due_on", "purpose", "layout", "numbering"]

    def __init__(self, *args: Any, shapes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        usual = {
            "purpose": PURPOSE,
            "layout": ReturnRound.Layout.BY_AGENCY,
            "numbering": ReturnRound.Numbering.KEEP,
            "due_on": clock.today() + timedelta(days=USUAL_DAYS),
        }
        super().__init__(*args, initial=usual, **kwargs)
        self.fields["shape"].choices = shapes  # type: ignore[attr-defined]  # a select

    def answers(self) -> dict[str, Any]:
        """The round, as the service takes it."""
        given = {name: self.cleaned_data[name] for name in ("shape", "layout", "numbering", "purpose", "due_on")}
        return {**given, **self.chosen()}


class CommentsForm(PortalForm):
    """What a reviewer says with an acceptance."""

    page = "reporting.accept_return"

    comments = LongTextField(
        label="Comments",
        hint="Kept with the return for the business team. The report never prints them.",
        rows=3,
        max_length=LONGEST_COMMENTS,
        required=False,
    )


class SendBackForm(PortalForm):
    """What has to change in a return, and by when."""

    page = "reporting.send_back_return"

    comments = LongTextField(
        label="What has to change?",
        hint="The agency reads this. The report never prints it.",
        rows=5,
        max_length=LONGEST_COMMENTS,
        required_message="Enter what has to change",
    )
    due_on = DateField(
        label="By when should it come again?",
        noun="The day",
        in_future=True,
        required_message="Enter by when it should come again",
    )


class WithdrawReturnForm(PortalForm):
    """Why a return should not have been asked for."""

    page = "reporting.withdraw_return"

    reason = LongTextField(
        label="Why do you withdraw it?",
        hint="The agency reads this. A return that is withdrawn is not spoken of in the report.",
        rows=3,
        max_length=1000,
        required_message="Enter why you withdraw it",
    )


class AskAgainForm(PortalForm):
    """By when a return is asked for again."""

    page = "reporting.ask_again_for_return"

    due_on = DateField(label="By when?", noun="The day", in_future=True, required_message="Enter by when the return is due")


def paper_form(questions: Sequence[Question], data: Any, *, kept: Mapping[str, Value], draft: bool) -> FilledQuestionnaire:
    """A return that came on paper: every question of its shape, and who gave it. `draft`: nothing is required yet."""
    form = questionnaire_form(questions, data, answers=kept, draft=draft)
    form.fields["given_by"] = TextField(
        label="Who gave it?",
        hint="The name and post on the paper.",
        max_length=150,
        required=not draft,
        mark_optional=False,
        required_message="Enter who gave the return",
    )
    return form
