"""An action plan that comes in as a file: what stands in it, how it is read, and which of its rows were taken in."""

from django.db import models
from django.db.models import Q

from accounts.models import Agency, Person
from board.models.actions import Action, Plan
from board.models.rows import new_board_reference


class PlanImport(models.Model):
    """A file of actions for a plan, kept for whoever gave it while they go through it; a week later its rows are cleared."""

    class State(models.TextChoices):
        OPEN = "open", "Being looked through"
        TAKEN_IN = "taken_in", "Taken in"
        GIVEN_UP = "given_up", "Given up"

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="imports")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", help_text="Who gave it; nobody else sees it.")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, help_text="Of the file: the same file again is recognised.")
    labels = models.JSONField(default=list, help_text="The heading of each column.")
    rows = models.JSONField(default=list, help_text="Each row with its number in the file.")
    carries = models.BooleanField(help_text="An empty section or recommendation is that of the row above.")
    meanings = models.JSONField(default=list, help_text="What each column holds; empty until somebody has said so.")
    counted_from = models.DateField(null=True, blank=True, help_text="Deadlines such as “within 3 months” are counted from it.")
    as_at = models.DateField(null=True, blank=True, help_text="As at which day it reports where no heading says so.")
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Leads where a row names nobody."
    )
    chosen = models.JSONField(default=dict, help_text="Who is meant by words that the portal does not know.")
    left = models.JSONField(default=list, help_text="The rows that were not taken in, and why.")
    begun_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True, help_text="Its rows and its file are gone.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["begun_at"], name="plan_import_begun", condition=Q(cleared_at__isnull=True)),
            models.Index(fields=["sha256"], name="plan_import_file"),
        ]
        constraints = [
            models.CheckConstraint(
                name="plan_import_taken_in_at",
                condition=Q(state="taken_in", taken_at__isnull=False) | (~Q(state="taken_in") & Q(taken_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="plan_import_cleared_is_empty", condition=Q(cleared_at__isnull=True) | Q(rows=[], left=[], chosen={})
            ),
        ]

    class Privacy:
        personal = {"work": ["person", "file_name", "rows", "chosen", "left"]}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


class ImportedRow(models.Model):
    """The row of a file from which an action was made: the same row is not taken in twice."""

    plan_import = models.ForeignKey(PlanImport, on_delete=models.PROTECT, related_name="taken")
    row = models.PositiveIntegerField(help_text="Its number in the file.")
    fingerprint = models.CharField(max_length=64, help_text="Of all that the row says.")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="imported_row")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan_import", "row"], name="imported_row_once")]
        indexes = [models.Index(fields=["fingerprint"], name="imported_row_fingerprint")]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.plan_import_id} {self.row}"
