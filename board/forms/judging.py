"""What is filled in about how an action goes, whether it is done, and what it has changed."""

from foundation.design.forms import CheckboxField, ChoiceField, DateField, FileField, LongTextField, PortalForm

EVIDENCE_HINT = "A document or picture that shows what was done. Nothing that identifies a child"


class UpdateForm(PortalForm):
    """A progress note."""

    page = "board.update_action"

    text = LongTextField(
        label="What has happened since the last note?", rows=5, max_length=4000, required_message="Enter what has happened"
    )
    recovery_plan = LongTextField(
        label="If the action is late, what will bring it back on track?",
        rows=3,
        max_length=2000,
        required=False,
        noun="Recovery plan",
    )
    evidence = FileField(label="Evidence", noun="A file", hint=EVIDENCE_HINT, required=False, many=True)
    report_done = CheckboxField(
        label="Yes, the action is done",
        legend="Is it finished?",
        hint="The business team checks it before it is closed",
        required=False,
    )


class JudgeForm(PortalForm):
    """The business team's answer to an agency that reports an action done."""

    page = "board.judge_action"

    accepted = ChoiceField(
        label="Is the action done?",
        choices=[("yes", "Yes, accept it"), ("no", "No, send it back")],
        required_message="Select whether the action is done",
        reveal={"yes": ["evidence_seen", "evidence"]},
    )
    evidence_seen = LongTextField(
        label="Which evidence did you see, and where?",
        hint="Needed unless a file shows it. For example, the training register, at the hospital on 3 September",
        noun="Evidence that you saw",
        rows=3,
        max_length=2000,
        required=False,
    )
    evidence = FileField(label="Evidence", noun="A file", hint=EVIDENCE_HINT, required=False, many=True)
    note = LongTextField(label="What did you look at?", rows=4, max_length=2000, required_message="Enter what you looked at")


class EmbedForm(PortalForm):
    """The business team's look at whether a done action made a difference."""

    page = "board.embed_action"

    impact = LongTextField(
        label="What has changed for children?",
        hint="Say how you know, for example from an audit or a figure",
        rows=4,
        max_length=2000,
        required_message="Enter what has changed for children",
    )
    check_again_on = DateField(
        label="When will you look again?",
        hint="You are reminded of it. For example, 31 3 2027",
        required=False,
        not_past=True,
        noun="Date to look again",
    )


class LookAgainForm(PortalForm):
    """Whether what an embedded action has changed still holds."""

    page = "board.look_again_at_action"

    holds = ChoiceField(
        label="Does it still hold?",
        choices=[("yes", "Yes, it still holds"), ("no", "No, the action is opened again")],
        required_message="Select whether it still holds",
        reveal={"yes": ["check_again_on"]},
    )
    check_again_on = DateField(
        label="When will you look once more?",
        hint="You are reminded of it. For example, 31 3 2027",
        required=False,
        not_past=True,
        noun="Date to look again",
    )
    note = LongTextField(label="What did you look at?", rows=4, max_length=1000, required_message="Enter what you looked at")
