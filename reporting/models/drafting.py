"""Writing the report together: who writes a chapter, what stood in it before, what is said about it, and who has read it."""

from typing import Any

import pgtrigger
from django.db import models

from accounts.models import Agency, Person
from reporting.models.rows import new_reporting_reference


def _pair(model: str, act: str) -> models.CheckConstraint:
    """When and by whom, or neither."""
    never = models.Q(**{f"{act}_at__isnull": True, f"{act}_by": ""})
    return models.CheckConstraint(
        name=f"{model}_{act}_at_and_by",
        condition=never | (models.Q(**{f"{act}_at__isnull": False}) & ~models.Q(**{f"{act}_by": ""})),
    )


def _actor(**more: Any) -> Any:
    return models.CharField(max_length=60, help_text="The actor's reference.", **more)


class ChapterAuthor(models.Model):
    """Somebody of any agency writes one chapter of one year's report until a day; it ends when the business team says so."""

    reference = models.CharField(max_length=20, unique=True, default=new_reporting_reference, editable=False)
    year = models.CharField(max_length=7)
    section = models.SlugField(max_length=40)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    assigned_at = models.DateTimeField()
    assigned_by = _actor()
    done_at = models.DateTimeField(null=True, blank=True, help_text="When they said that their part is written.")
    done_by = _actor(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = _actor(blank=True)

    class Meta:
        indexes = [models.Index(fields=["year", "section"], name="chapterauthor_chapter")]
        constraints = [
            models.UniqueConstraint(
                name="chapterauthor_once_at_a_time",
                fields=["year", "section", "person"],
                condition=models.Q(ended_at__isnull=True),
            ),
            _pair("chapterauthor", "done"),
            _pair("chapterauthor", "ended"),
        ]

    class Privacy:
        personal = {"work": ["person", "assigned_by", "done_by", "ended_by"]}
        keep = "report"

    def __str__(self) -> str:
        return self.reference


class Contribution(models.Model):
    """What an agency is asked to give to one chapter of one year's report; the answer stands in its request."""

    reference = models.CharField(max_length=20, unique=True, default=new_reporting_reference, editable=False)
    year = models.CharField(max_length=7)
    section = models.SlugField(max_length=40)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = _actor()
    taken_at = models.DateTimeField(null=True, blank=True, help_text="When somebody put the answer into the chapter.")
    taken_by = _actor(blank=True)

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["year", "section"], name="contribution_chapter")]
        constraints = [_pair("contribution", "taken")]

    class Privacy:
        personal = {"work": ["asked_by", "taken_by"]}
        keep = "report"

    def __str__(self) -> str:
        return self.reference


class NarrativeVersion(models.Model):
    """What stood in a chapter before somebody saved another text."""

    append_only = True

    year = models.CharField(max_length=7)
    section = models.SlugField(max_length=40)
    number = models.PositiveIntegerField(help_text="The version of the narrative that it was.")
    text = models.TextField(blank=True)
    restored_from = models.PositiveIntegerField(null=True, blank=True, help_text="The version whose text it took up again.")
    written_at = models.DateTimeField()
    written_by = _actor()

    class Meta:
        constraints = [models.UniqueConstraint(name="narrativeversion_once", fields=["year", "section", "number"])]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["written_by"]}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.year} {self.section} {self.number}"


class Consultation(models.Model):
    """The draft of a year is put out to some people until a day: they read all of it and say what they think."""

    reference = models.CharField(max_length=20, unique=True, default=new_reporting_reference, editable=False)
    year = models.CharField(max_length=7)
    whom = models.CharField(max_length=150, help_text="The group, or who they are, in words.")
    asked = models.TextField(blank=True, help_text="What they are asked to look at.")
    until = models.DateField(help_text="Its last day.")
    opened_at = models.DateTimeField()
    opened_by = _actor()
    ended_at = models.DateTimeField(null=True, blank=True, help_text="Before its last day, by hand.")
    ended_by = _actor(blank=True)

    class Meta:
        ordering = ["-opened_at"]
        indexes = [models.Index(fields=["year"], name="consultation_year")]
        constraints = [_pair("consultation", "ended")]

    class Privacy:
        personal = {"work": ["opened_by", "ended_by"]}
        keep = "report"

    def __str__(self) -> str:
        return self.reference


class ConsultedPerson(models.Model):
    """One of those to whom a draft is put out, and when they looked at it."""

    reference = models.CharField(max_length=20, unique=True, default=new_reporting_reference, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    looked_at = models.DateTimeField(null=True, blank=True, help_text="When they first opened the draft.")

    class Meta:
        constraints = [models.UniqueConstraint(name="consultedperson_once", fields=["consultation", "person"])]

    class Privacy:
        personal = {"work": ["person", "looked_at"]}
        keep = "report"

    def __str__(self) -> str:
        return self.reference


class DraftComment(models.Model):
    """What a reader says about the draft of a chapter. It stands beside the chapter and is never printed."""

    reference = models.CharField(max_length=20, unique=True, default=new_reporting_reference, editable=False)
    year = models.CharField(max_length=7)
    section = models.SlugField(max_length=40)
    version = models.PositiveIntegerField(help_text="The version of the text that it is about; 0: there was none.")
    text = models.TextField()
    consultation = models.ForeignKey(
        Consultation, null=True, blank=True, on_delete=models.PROTECT, related_name="comments", help_text="In which it was said."
    )
    made_at = models.DateTimeField()
    made_by = _actor()
    dealt_at = models.DateTimeField(null=True, blank=True)
    dealt_by = _actor(blank=True)
    dealt_words = models.TextField(blank=True, help_text="What was done about it.")

    class Meta:
        indexes = [models.Index(fields=["year", "section", "id"], name="draftcomment_chapter")]
        constraints = [
            models.CheckConstraint(name="draftcomment_says_something", condition=~models.Q(text="")),
            _pair("draftcomment", "dealt"),
            models.CheckConstraint(
                name="draftcomment_dealt_with_a_word",
                condition=models.Q(dealt_at__isnull=True, dealt_words="")
                | (models.Q(dealt_at__isnull=False) & ~models.Q(dealt_words="")),
            ),
        ]

    class Privacy:
        personal = {"work": ["made_by", "dealt_by"]}
        keep = "report"

    def __str__(self) -> str:
        return self.reference


class ReadingMark(models.Model):
    """Up to which version a person has read a chapter."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    year = models.CharField(max_length=7)
    section = models.SlugField(max_length=40)
    version = models.PositiveIntegerField()
    read_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="readingmark_once", fields=["person", "year", "section"])]

    class Privacy:
        personal = {"work": ["person"]}
        keep = "report"

    def __str__(self) -> str:
        return f"{self.year} {self.section} {self.version}"
