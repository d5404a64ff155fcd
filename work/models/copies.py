"""Copies of records as PDF, of which each app that offers them has a table of its own."""

from django.db import models
from django.db.models import Q
from django.db.models.constraints import BaseConstraint

from foundation.references import new_reference


def new_copy_reference() -> str:
    """The opaque reference of a copy."""
    return new_reference("4")


def copy_constraints(table: str, of: str) -> list[BaseConstraint]:
    """What holds for every table of copies; `of` names the field that leads to the record."""
    return [
        models.UniqueConstraint(name=f"{table}_once", fields=[of, "asked_by", "once"]),
        models.CheckConstraint(
            name=f"{table}_ready_has_a_file",
            condition=(Q(state="ready") & ~Q(key="") & Q(made_at__isnull=False)) | (~Q(state="ready") & Q(key="")),
        ),
        models.CheckConstraint(name=f"{table}_failed_says_why", condition=~Q(state="failed") | ~Q(sentence="")),
    ]


class PrintedCopy(models.Model):
    """A copy of a record as PDF that somebody asked for: made by the worker for them alone, and gone after a day."""

    class State(models.TextChoices):
        WAITING = "waiting", "Being made"
        READY = "ready", "Ready"
        FAILED = "failed", "Not made"
        REMOVED = "removed", "Removed"

    reference = models.CharField(max_length=20, unique=True, default=new_copy_reference, editable=False)
    once = models.CharField(max_length=40, help_text="The page from which it was asked for: pressed twice, it is made once.")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    key = models.CharField(max_length=64, blank=True, help_text="Where the document store keeps the file.")
    pages = models.PositiveSmallIntegerField(default=0)
    sentence = models.TextField(blank=True, help_text="Why there is no copy, for whoever asked.")
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60, help_text="The actor's reference.")
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.reference
