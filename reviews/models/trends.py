"""Features of what happened to children, coded by the board's vocabulary, and what national reports name."""

import pghistory
from django.db import models

from board.models import Theme
from reviews.models.cases import CaseChild
from reviews.models.rows import never_deleted


class TrendColumn(models.TextChoices):
    """Of what a feature speaks: the columns of the trends map."""

    SERVICE = "service", "Services involved"
    HOME = "home", "Home and family"
    DEVELOPMENT = "development", "Development"
    HARM = "harm", "Harm"
    WIDER = "wider", "Wider factors"


class AgeGroup(models.TextChoices):
    """How old a child was when it happened, in whole years: the rows of the trends map, without gap or overlap."""

    INFANT = "infant", "Under 2"
    CHILD = "child", "2 to 12"
    TEENAGER = "teenager", "13 to 17"


class TrendFeature(models.Model):
    """A theme of the vocabulary by which cases are coded, and the column in which the map shows it."""

    theme = models.OneToOneField(Theme, on_delete=models.PROTECT, related_name="trend")
    column = models.CharField(max_length=11, choices=TrendColumn.choices)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.theme_id} {self.column}"


@pghistory.track(append_only=True)
class ChildCoding(models.Model):
    """How old a child of a case was when it happened: with it the child stands on the map, whatever becomes of the birth date."""

    child = models.OneToOneField(CaseChild, on_delete=models.PROTECT, related_name="coding")
    age_group = models.CharField(max_length=8, choices=AgeGroup.choices)
    coded_at = models.DateTimeField()
    coded_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"characteristics": ["age_group"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.child_id} {self.age_group}"


@pghistory.track(append_only=True)
class CodedFeature(models.Model):
    """A feature of what happened to a child."""

    coding = models.ForeignKey(ChildCoding, on_delete=models.PROTECT, related_name="features")
    feature = models.ForeignKey(TrendFeature, on_delete=models.PROTECT, related_name="coded")

    class Meta:
        constraints = [models.UniqueConstraint(name="coded_feature_once", fields=["coding", "feature"])]
        indexes = [models.Index(fields=["feature", "coding"], name="coded_feature_children")]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["feature"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.coding_id} {self.feature_id}"


@pghistory.track(append_only=True)
class NationalTheme(models.Model):
    """A national report names a feature too: it stands beside our own on the map."""

    feature = models.ForeignKey(TrendFeature, on_delete=models.PROTECT, related_name="national")
    source = models.CharField(max_length=200, help_text="Title of the national report.")
    published_on = models.DateField()
    note = models.CharField(max_length=300, blank=True, help_text="What it says of it.")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["-published_on", "-id"]
        constraints = [models.UniqueConstraint(name="national_theme_once", fields=["feature", "source"])]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.feature_id} {self.source}"
