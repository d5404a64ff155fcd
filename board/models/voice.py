"""What children, families and practitioners said, what they agreed to have published of it, and what was done.

Nothing here points to a child: nobody's name is asked for, and who spoke is told by what they are, never by who.
"""

from typing import Any

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from accounts.models import Agency, Person
from board.models.actions import Action
from board.models.recommendations import Recommendation
from board.models.rows import append_only, new_board_reference
from board.models.themes import Theme


class Use(models.TextChoices):
    """For what somebody agreed that their words are published."""

    REPORT = "report", "Yearly report"
    WEBSITE = "website", "Website"
    TRAINING = "training", "Training"


def _uses(**more: Any) -> Any:
    return ArrayField(models.CharField(max_length=8, choices=Use.choices), default=list, blank=True, **more)


@pghistory.track(append_only=True)
class Feedback(models.Model):
    """One piece of feedback in the words of whoever gave it.

    What was said of publishing it is written down entry by entry; `consent` and `consent_uses` say how it stands now. It leaves
    the portal only while consent is given and somebody else than its writers has confirmed that it names nobody.
    """

    class Speaker(models.TextChoices):
        CHILD = "child", "Child"
        YOUNG_PERSON = "young_person", "Young person"
        PARENT = "parent", "Parent or carer"
        PRACTITIONER = "practitioner", "Practitioner"
        OTHER = "other", "Somebody else"

    class Way(models.TextChoices):
        SURVEY = "survey", "Survey"
        CONFERENCE = "conference", "Conference"
        COMPLIMENT = "compliment", "Compliment"
        COMPLAINT = "complaint", "Complaint"
        GROUP = "group", "Group or forum"
        QUOTE = "quote", "Quote"
        LETTER = "letter", "Letter"
        INTERVIEW = "interview", "Interview"
        STORY = "story", "Case story"

    class AgeBand(models.TextChoices):
        UNDER_5 = "under_5", "Under 5"
        FROM_5 = "5_to_10", "5 to 10"
        FROM_11 = "11_to_15", "11 to 15"
        FROM_16 = "16_to_17", "16 to 17"
        FROM_18 = "18_to_25", "18 to 25"
        OVER_25 = "over_25", "Over 25"

    class Consent(models.TextChoices):
        NOT_ASKED = "not_asked", "Not asked yet"
        ASKED = "asked", "Asked, no answer yet"
        GIVEN = "given", "Given"
        NOT_GIVEN = "not_given", "Not given"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class Told(models.TextChoices):
        IN_PERSON = "in_person", "In person"
        BY_LETTER = "by_letter", "By letter or card"
        BY_PHONE = "by_phone", "By telephone"
        BY_MESSAGE = "by_message", "By email or message"
        TO_GROUP = "to_group", "To the group in which it was said"
        NOT_TOLD = "not_told", "They were not told"

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    speaker = models.CharField(max_length=12, choices=Speaker.choices)
    age_band = models.CharField(max_length=8, choices=AgeBand.choices, blank=True)
    way = models.CharField(max_length=10, choices=Way.choices)
    service = models.CharField(max_length=120, help_text="The service that it is about, as people call it.")
    agency = models.ForeignKey(
        Agency,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="feedback",
        help_text="Whose service it is; without one, the partnership's own.",
    )
    said_on = models.DateField()
    words = models.TextField(blank=True, help_text="Their own words.")
    words_key = models.CharField(
        max_length=64, blank=True, editable=False, help_text="The same for words that differ in case, blanks and stops only."
    )
    public_words = models.TextField(blank=True, help_text="The words as they may be published, where their own name somebody.")
    summary = models.TextField(blank=True)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", help_text="Who took it down.")
    taken_for = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="For which agency they did."
    )
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", help_text="Who wrote last what may be published of it."
    )
    shared_at = models.DateTimeField(null=True, blank=True, help_text="Since when the agency reads the words of a complaint.")
    shared_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    consent = models.CharField(max_length=9, choices=Consent.choices, default=Consent.NOT_ASKED)
    consent_on = models.DateField(null=True, blank=True)
    consent_uses = _uses()
    checked_at = models.DateTimeField(null=True, blank=True, help_text="When it was confirmed that it names nobody.")
    checked_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    done = models.TextField(blank=True, help_text="What was done about it.")
    done_who = models.CharField(max_length=150, blank=True, help_text="Who did it: a post, a team or an agency.")
    done_on = models.DateField(null=True, blank=True)
    told = models.CharField(max_length=10, choices=Told.choices, blank=True)
    told_on = models.DateField(null=True, blank=True)
    told_note = models.TextField(blank=True, help_text="What they were told; or why they were not.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-said_on", "-id"]
        verbose_name_plural = "feedback"
        indexes = [
            models.Index(fields=["-said_on", "-id"], name="feedback_newest"),
            models.Index(fields=["agency", "-said_on", "-id"], name="feedback_agency_newest"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["words_key"], name="feedback_words_once", condition=~models.Q(words_key="")),
            models.CheckConstraint(name="feedback_says_something", condition=~models.Q(words="") | ~models.Q(summary="")),
            models.CheckConstraint(
                name="feedback_shared_at_and_by",
                condition=models.Q(shared_at__isnull=True, shared_by="")
                | (models.Q(shared_at__isnull=False) & ~models.Q(shared_by="")),
            ),
            models.CheckConstraint(
                name="feedback_consent_with_a_day",
                condition=models.Q(consent="not_asked", consent_on__isnull=True)
                | (~models.Q(consent="not_asked") & models.Q(consent_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="feedback_consent_for_some_use",
                condition=(models.Q(consent="given") & ~models.Q(consent_uses=[]))
                | (~models.Q(consent="given") & models.Q(consent_uses=[])),
            ),
            models.CheckConstraint(
                name="feedback_checked_at_and_by",
                condition=models.Q(checked_at__isnull=True, checked_by__isnull=True)
                | models.Q(checked_at__isnull=False, checked_by__isnull=False),
            ),
            models.CheckConstraint(
                name="feedback_checked_by_somebody_else",
                condition=models.Q(checked_by__isnull=True)
                | (~models.Q(checked_by=models.F("taken_by")) & ~models.Q(checked_by=models.F("written_by"))),
            ),
            models.CheckConstraint(
                name="feedback_done_with_who_and_when",
                condition=models.Q(done="", done_who="", done_on__isnull=True)
                | (~models.Q(done="") & ~models.Q(done_who="") & models.Q(done_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="feedback_told_on_a_day_or_why_not",
                condition=models.Q(told="", told_on__isnull=True, told_note="")
                | (models.Q(told="not_told", told_on__isnull=True) & ~models.Q(told_note=""))
                | (~models.Q(told__in=["", "not_told"]) & models.Q(told_on__isnull=False)),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"case": ["words", "public_words", "summary"], "work": ["taken_by", "written_by", "checked_by", "done_who"]}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


class FeedbackConsent(models.Model):
    """What was said of publishing the words, by whom, how and on which day. Append-only: the next entry takes its place."""

    append_only = True

    class How(models.TextChoices):
        IN_WRITING = "in_writing", "In writing"
        BY_WORD = "by_word", "By word of mouth"
        ONLINE = "online", "On a form online"
        BY_MESSAGE = "by_message", "By email or message"

    feedback = models.ForeignKey(Feedback, on_delete=models.PROTECT, related_name="consents")
    consent = models.CharField(max_length=9, choices=Feedback.Consent.choices)
    who = models.CharField(max_length=150, blank=True, help_text="Who said so, by what they are: never a child's name.")
    how = models.CharField(max_length=10, choices=How.choices)
    happened_on = models.DateField()
    uses = _uses()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["feedback", "-happened_on", "-id"], name="feedback_consent_latest")]
        triggers = [append_only()]

    class Privacy:
        personal = {"case": ["who"], "work": ["written_by"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.feedback_id} {self.consent} {self.happened_on}"


@pghistory.track(append_only=True)
class FeedbackUse(models.Model):
    """The words went out for a use: into what, when, and whether that was published before consent was withdrawn."""

    feedback = models.ForeignKey(Feedback, on_delete=models.PROTECT, related_name="uses")
    use = models.CharField(max_length=8, choices=Use.choices)
    title = models.CharField(max_length=200, help_text="Of what they went into, such as a report or a course.")
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=60, help_text="The actor's reference.")
    published_on = models.DateField(null=True, blank=True)
    taken_out_on = models.DateField(null=True, blank=True, help_text="Consent was withdrawn before it was published.")

    class Meta:
        ordering = ["given_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["feedback", "use", "title"], name="feedback_use_once"),
            models.CheckConstraint(
                name="feedback_use_published_or_taken_out",
                condition=models.Q(published_on__isnull=True) | models.Q(taken_out_on__isnull=True),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.feedback_id} {self.title}"


class FeedbackTheme(models.Model):
    """A piece of feedback is tagged with a theme."""

    feedback = models.ForeignKey(Feedback, on_delete=models.PROTECT, related_name="tags")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["feedback", "theme"], name="feedback_theme_once")]
        indexes = [models.Index(fields=["theme", "feedback"], name="feedback_theme_feedback")]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.feedback_id} {self.theme_id}"


class FeedbackAnswer(models.Model):
    """An action or a recommendation answers a piece of feedback; one may answer several."""

    feedback = models.ForeignKey(Feedback, on_delete=models.PROTECT, related_name="answers")
    action = models.ForeignKey(Action, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recommendation = models.ForeignKey(Recommendation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["feedback", "action"], name="feedback_answer_action_once"),
            models.UniqueConstraint(fields=["feedback", "recommendation"], name="feedback_answer_recommendation_once"),
            models.CheckConstraint(
                name="feedback_answer_by_one_thing",
                condition=models.Q(action__isnull=False, recommendation__isnull=True)
                | models.Q(action__isnull=True, recommendation__isnull=False),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.feedback_id} {self.action_id or self.recommendation_id}"


@pghistory.track(append_only=True)
class VoiceSurvey(models.Model):
    """The results of a survey, counted: no answer of any one person is kept."""

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    title = models.CharField(max_length=200)
    asked = models.CharField(max_length=200, help_text="Whom it asked.")
    service = models.CharField(max_length=120, blank=True)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(help_text="The last day on which it could be answered.")
    sent = models.PositiveIntegerField(help_text="To how many it went.")
    answered = models.PositiveIntegerField(help_text="How many answered.")
    done = models.TextField(blank=True, help_text="What was done about what it says.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-ended_on", "-id"]
        indexes = [models.Index(fields=["-ended_on", "-id"], name="voice_survey_newest")]
        constraints = [
            models.UniqueConstraint(fields=["title", "ended_on"], name="voice_survey_once"),
            models.CheckConstraint(name="voice_survey_answered_at_most_sent", condition=models.Q(answered__lte=models.F("sent"))),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return self.title


class SurveyQuestion(models.Model):
    """A question of a survey, with how many gave which answer."""

    survey = models.ForeignKey(VoiceSurvey, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    answers = ArrayField(models.CharField(max_length=120))
    numbers = ArrayField(models.PositiveIntegerField())

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "position"], name="survey_question_position_once"),
            models.CheckConstraint(
                name="survey_question_number_for_each_answer",
                condition=models.Q(answers__len=models.F("numbers__len")) & models.Q(answers__len__gte=2),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.survey_id} {self.position}"
