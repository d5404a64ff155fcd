import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from accounts.models import Agency
from foundation.privacy import BY_RECORD
from foundation.references import new_reference

_VERSION_IS_FROZEN = """
    IF EXISTS (
        SELECT 1 FROM work_questionnaireversion
        WHERE id = {row}.version_id AND published_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'The questions of a published version never change.' USING ERRCODE = 'check_violation';
    END IF;
"""


ASKED_OF_AGENCIES = "work.asked"
"""The kind of those that the business team writes and asks agencies to answer."""


def new_answer_set_reference() -> str:
    """The opaque reference of a set of answers."""
    return new_reference("G")


class Questionnaire(models.Model):
    """A set of questions that the partnership edits: an audit tool, a return, an evaluation, part of a form."""

    code = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=120)
    purpose = models.TextField(blank=True)
    kind = models.CharField(
        max_length=40,
        default=ASKED_OF_AGENCIES,
        db_default=ASKED_OF_AGENCIES,
        help_text="As an app declares it; it says who writes the questions.",
    )
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["title"]

    class Privacy:
        personal = {"work": ["created_by"]}
        keep = "board"

    def __str__(self) -> str:
        return self.title


class QuestionnaireVersion(models.Model):
    """One wording of a questionnaire, and when it is asked. It is edited as a draft and never again once it is published."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "In use"
        RETIRED = "retired", "No longer in use"

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    occasions = ArrayField(
        models.CharField(max_length=40),
        default=list,
        db_default=models.Value([], output_field=ArrayField(models.CharField(max_length=40))),
        blank=True,
        help_text="When it is asked, by codes of its kind: worries, kinds of agency.",
    )
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=60, help_text="The actor's reference.")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=60, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["questionnaire", "number"]
        constraints = [
            models.UniqueConstraint(name="version_number_once", fields=["questionnaire", "number"]),
            models.UniqueConstraint(name="version_draft_once", fields=["questionnaire"], condition=models.Q(state="draft")),
            models.UniqueConstraint(
                name="version_published_once", fields=["questionnaire"], condition=models.Q(state="published")
            ),
            models.CheckConstraint(
                name="version_published_at_and_by",
                condition=models.Q(published_at__isnull=True, published_by="")
                | (models.Q(published_at__isnull=False) & ~models.Q(published_by="")),
            ),
            models.CheckConstraint(
                name="version_retired_at_and_by",
                condition=models.Q(retired_at__isnull=True, retired_by="")
                | (models.Q(retired_at__isnull=False) & ~models.Q(retired_by="")),
            ),
            models.CheckConstraint(
                name="version_state_and_moments",
                condition=models.Q(state="draft", published_at__isnull=True, retired_at__isnull=True)
                | models.Q(state="published", published_at__isnull=False, retired_at__isnull=True)
                | models.Q(state="retired", published_at__isnull=False, retired_at__isnull=False),
            ),
        ]

        triggers = [
            pgtrigger.Protect(
                name="stays_published",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__published_at__isnull=False)
                & pgtrigger.Q(old__published_at__df=pgtrigger.F("new__published_at")),
            ),
            pgtrigger.Protect(
                name="stays_asked_when_it_was",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__published_at__isnull=False)
                & pgtrigger.Q(old__occasions__df=pgtrigger.F("new__occasions")),
            ),
        ]

    class Privacy:
        personal = {"work": ["created_by", "published_by", "retired_by"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.questionnaire_id} version {self.number}"


class Question(models.Model):
    """One question of one version. The database refuses to touch it once the version is published."""

    class Kind(models.TextChoices):
        TEXT = "text", "Short text"
        LONG_TEXT = "long_text", "Long text"
        CHOICE = "choice", "One of several choices"
        MANY_CHOICES = "many_choices", "Any of several choices"
        GRADE = "grade", "Grade on a scale"
        NUMBER = "number", "Whole number"
        DATE = "date", "Date"
        EVIDENCE_FILE = "evidence_file", "File as evidence"
        ROWS = "rows", "Table of texts, row by row"

    version = models.ForeignKey(QuestionnaireVersion, on_delete=models.PROTECT, related_name="questions")
    key = models.SlugField(max_length=60, help_text="The same from version to version.")
    position = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=120, blank=True, help_text="The heading or standard under which it stands.")
    text = models.CharField(max_length=400)
    hint = models.CharField(max_length=400, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    choices = ArrayField(models.CharField(max_length=150), default=list, blank=True, help_text="In the order of the scale.")
    columns = ArrayField(
        models.CharField(max_length=150),
        default=list,
        db_default=models.Value([], output_field=ArrayField(models.CharField(max_length=150))),
        blank=True,
        help_text="The headings of a table that is filled in row by row.",
    )
    carried_columns = models.PositiveSmallIntegerField(
        default=0, db_default=0, help_text="So many of the first columns begin with what stood in them the last time."
    )
    word_limit = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="So many words at most; in a table, in each of its boxes."
    )
    required = models.BooleanField(default=True)
    shown_when = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="reveals")
    shown_when_answers = ArrayField(models.CharField(max_length=150), default=list, blank=True)

    class Meta:
        ordering = ["version", "position", "id"]
        constraints = [
            models.UniqueConstraint(name="question_key_once", fields=["version", "key"]),
            models.UniqueConstraint(
                name="question_position_once", fields=["version", "position"], deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                name="question_has_choices_if_it_needs_them",
                condition=models.Q(kind__in=["choice", "many_choices", "grade"], choices__len__gte=2)
                | (~models.Q(kind__in=["choice", "many_choices", "grade"]) & models.Q(choices__len=0)),
            ),
            models.CheckConstraint(
                name="question_has_columns_if_it_is_a_table",
                condition=models.Q(kind="rows", columns__len__gte=2) | (~models.Q(kind="rows") & models.Q(columns__len=0)),
            ),
            models.CheckConstraint(
                name="question_carries_columns_of_a_table", condition=models.Q(kind="rows") | models.Q(carried_columns=0)
            ),
            models.CheckConstraint(
                name="question_limits_words_of_texts",
                condition=models.Q(word_limit__isnull=True) | models.Q(kind__in=["text", "long_text", "rows"], word_limit__gte=1),
            ),
            models.CheckConstraint(
                name="question_condition_names_answers",
                condition=models.Q(shown_when__isnull=True, shown_when_answers__len=0)
                | models.Q(shown_when__isnull=False, shown_when_answers__len__gte=1),
            ),
            models.CheckConstraint(name="question_not_shown_by_itself", condition=~models.Q(shown_when=models.F("id"))),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="frozen_on_add",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=_VERSION_IS_FROZEN.format(row="NEW") + "RETURN NEW;",
            ),
            pgtrigger.Trigger(
                name="frozen_on_change",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=_VERSION_IS_FROZEN.format(row="OLD") + _VERSION_IS_FROZEN.format(row="NEW") + "RETURN NEW;",
            ),
            pgtrigger.Trigger(
                name="frozen_on_remove",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=_VERSION_IS_FROZEN.format(row="OLD") + "RETURN OLD;",
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.version_id} {self.key}"


class AnswerSet(models.Model):
    """One version, answered about one record, for one agency where an agency answers."""

    class State(models.TextChoices):
        OPEN = "open", "Being answered"
        SUBMITTED = "submitted", "Submitted"

    reference = models.CharField(max_length=20, unique=True, default=new_answer_set_reference, editable=False)
    version = models.ForeignKey(QuestionnaireVersion, on_delete=models.PROTECT, related_name="answer_sets")
    subject_kind = models.CharField(max_length=40)
    subject_reference = models.CharField(max_length=40)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="answer_sets")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    started_at = models.DateTimeField()
    started_by = models.CharField(max_length=60, help_text="The actor's reference.")
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [models.Index(fields=["subject_kind", "subject_reference"], name="answer_set_subject")]
        constraints = [
            models.CheckConstraint(
                name="answer_set_submitted_at_and_by",
                condition=models.Q(submitted_at__isnull=True, submitted_by="")
                | (models.Q(submitted_at__isnull=False) & ~models.Q(submitted_by="")),
            ),
            models.CheckConstraint(
                name="answer_set_submitted_has_its_moment",
                condition=models.Q(state="submitted", submitted_at__isnull=False)
                | models.Q(state="open", submitted_at__isnull=True),
            ),
        ]

    class Privacy:
        personal = {"work": ["started_by", "submitted_by"]}
        keep = BY_RECORD

    def __str__(self) -> str:
        return self.reference


@pghistory.track(append_only=True)
class Answer(models.Model):
    """What was answered, with the words that were asked."""

    answer_set = models.ForeignKey(AnswerSet, on_delete=models.PROTECT, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    asked = models.CharField(max_length=400, help_text="The question's words.")
    value = models.JSONField(help_text="Text, a number, a date as text, a list of choices or of rows, or a document's reference.")
    answered_at = models.DateTimeField()
    answered_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        constraints = [models.UniqueConstraint(name="answer_once", fields=["answer_set", "question"])]

    class Privacy:
        personal = {"case": ["value"], "work": ["answered_by"]}
        keep = BY_RECORD

    def __str__(self) -> str:
        return f"{self.answer_set_id} {self.question_id}"
