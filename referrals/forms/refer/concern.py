"""What worries the referrer, what works, what was tried, and what the child says."""

from datetime import date, datetime, time
from typing import Any

from foundation import clock
from foundation.design.forms import ChoiceField, DateField, LongTextField, TimeField, YesNoField
from referrals.forms.refer.base import PageForm
from referrals.models.codes import YesNoUnknown
from referrals.rules.checking import INCIDENT_TO_COME, wrong_time_of_learning
from referrals.rules.questions import MISSING, MOST


class ConcernForm(PageForm):
    """The heart of a referral."""

    page = "refer.concern"
    worries = LongTextField(
        label="What are you worried about?",
        hint="What happened, when and where? Who saw it? Has it happened before? What does it do to the child? "
        "Say what you saw or heard, and what others told you.",
        rows=10,
        max_length=MOST["concern.worries"],
        required_message=MISSING["concern.worries"],
    )
    incident_on = DateField(
        label="If it is about one incident, on which day did it happen?",
        noun="The day of the incident",
        hint="For example, 17 11 2026",
        not_future=True,
        required=False,
    )
    incident_time = TimeField(
        label="At about what time?",
        noun="The time of the incident",
        hint="For example, 9:30am or 2pm",
        required=False,
    )
    aware_on = DateField(
        label="On which day did you learn of this?",
        noun="The day on which you learned of this",
        hint="For example, 17 11 2026",
        not_future=True,
        required=False,
    )
    aware_time = TimeField(
        label="At about what time did you learn of it?",
        noun="The time at which you learned of this",
        hint="For example, 9:30am or 2pm",
        required=False,
    )
    working_well = LongTextField(
        label="What is working well?",
        hint="What keeps the child safe now? Who helps? What does the family do well?",
        rows=5,
        max_length=MOST["concern.working_well"],
        required_message=MISSING["concern.working_well"],
    )
    tried_already = LongTextField(
        label="What has been tried?",
        hint="What have you and others done so far, and what came of it? Name any early help assessment.",
        rows=5,
        max_length=MOST["concern.tried_already"],
        required_message=MISSING["concern.tried_already"],
    )
    needs_to_happen = LongTextField(
        label="What do you think needs to happen?", rows=4, max_length=MOST["concern.needs_to_happen"], required=False
    )
    spoken = YesNoField(
        label="Have you or a colleague spoken to the child about this?",
        reveal={"yes": ["child_voice", "child_alone"], "no": ["child_voice_missing_reason"]},
        required_message=MISSING["concern.spoken"],
    )
    child_voice = LongTextField(
        label="What did the child say?",
        hint="In the child’s own words. For a child who does not speak, what you observed.",
        rows=5,
        max_length=MOST["concern.child_voice"],
        required_message=MISSING["concern.child_voice"],
    )
    child_alone = ChoiceField(
        label="Was the child seen alone?",
        choices=[
            (YesNoUnknown.YES, "Alone"),
            (YesNoUnknown.NO, "With somebody else there"),
            (YesNoUnknown.UNKNOWN, "I do not know"),
        ],
        inline=True,
        required=False,
        mark_optional=False,
    )
    child_voice_missing_reason = LongTextField(
        label="Why not?",
        noun="Why nobody has spoken to the child",
        hint="For example: unborn; too young, but I saw that …; it could put the child at risk.",
        rows=3,
        max_length=MOST["concern.child_voice_missing_reason"],
        required_message=MISSING["concern.child_voice_missing_reason"],
    )

    def clean(self) -> dict[str, Any]:
        """Take the day and the time of an incident together."""
        answers = super().clean() or self.cleaned_data
        day, time = answers.get("incident_on"), answers.get("incident_time")
        if day and not time and "incident_time" not in self.errors:
            self.add_error("incident_time", "Enter at about what time it happened")
        if time and not day and "incident_on" not in self.errors:
            self.add_error("incident_on", "Enter on which day it happened")
        moment = moment_of(day, time)
        if moment and moment > clock.now():
            self.add_error("incident_time", INCIDENT_TO_COME)
        wrong = wrong_time_of_learning(answers.get("aware_on"), answers.get("aware_time"), clock.now())
        if wrong and not {"aware_on", "aware_time"} & set(self.errors):
            self.add_error(wrong.field, wrong.sentence)
        return answers


def moment_of(day: date | None, time: time | None) -> datetime | None:
    """The moment of a day and a time of day in England; nothing without either."""
    return datetime.combine(day, time, tzinfo=clock.LONDON) if day and time else None
