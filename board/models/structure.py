"""Who sits where in the partnership, and who reports to whom. Everything is dated: any past day can be shown."""

import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models.functions import Lower

from accounts.models import Agency, Person
from board.models.rows import Days, append_only, days_in_order, new_board_reference


@pghistory.track(append_only=True)
class Group(models.Model):
    """A group of the partnership, or another board with which it is linked."""

    class Kind(models.TextChoices):
        EXECUTIVE = "executive", "Executive group"
        PARTNERSHIP = "partnership", "Partnership board"
        SUB_GROUP = "sub_group", "Sub-group"
        TASK = "task", "Task and finish group"
        OTHER_BOARD = "other_board", "Another board that it is linked with"

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    name = models.CharField(max_length=150)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    purpose = models.TextField(blank=True)
    meets = models.CharField(max_length=60, blank=True, help_text="How often, in words: every three months.")
    quorum = models.PositiveSmallIntegerField(default=0, help_text="So many seats that count must be filled at a meeting.")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True, help_text="Its last day.")

    class Meta:
        ordering = ["name"]
        constraints = [
            days_in_order("group_days_in_order"),
            models.UniqueConstraint(Lower("name"), name="group_name_once_while_open", condition=models.Q(to_on__isnull=True)),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return self.name


class TermsOfReference(models.Model):
    """What a group is for and may decide, from a day on until the next version. Append-only."""

    append_only = True

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(help_text="Markdown.")
    from_on = models.DateField()
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "number"], name="terms_of_reference_number_once_in_group")]
        triggers = [append_only()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.group_id} version {self.number}"


@pghistory.track(append_only=True)
class GroupLine(models.Model):
    """From a day to a day a group reports to another, or is linked with it."""

    class Kind(models.TextChoices):
        REPORTS_TO = "reports_to", "Reports to"
        LINKED_WITH = "linked_with", "Is linked with"

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="lines")
    other = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="lines_to_it")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            days_in_order("group_line_days_in_order"),
            models.CheckConstraint(name="group_line_not_to_itself", condition=~models.Q(group=models.F("other"))),
            ExclusionConstraint(
                name="group_line_reports_to_one_at_a_time",
                expressions=[("group", RangeOperators.EQUAL), (Days("from_on", "to_on"), RangeOperators.OVERLAPS)],
                condition=models.Q(kind="reports_to"),
            ),
            ExclusionConstraint(
                name="group_line_once_at_a_time",
                expressions=[
                    ("group", RangeOperators.EQUAL),
                    ("other", RangeOperators.EQUAL),
                    (Days("from_on", "to_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.group_id} {self.kind} {self.other_id}"


@pghistory.track(append_only=True)
class Seat(models.Model):
    """A place in a group, of an agency or of the partnership itself; who fills it changes."""

    class Part(models.TextChoices):
        CHAIR = "chair", "Chair"
        VICE_CHAIR = "vice_chair", "Vice chair"
        MEMBER = "member", "Member"
        LAY_MEMBER = "lay_member", "Lay member"
        OBSERVER = "observer", "Participating observer"
        ADVISER = "adviser", "Adviser"

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="seats")
    title = models.CharField(max_length=150, help_text="The post that fills it, such as Designated Nurse.")
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="seats")
    part = models.CharField(max_length=12, choices=Part.choices, default=Part.MEMBER)
    counts = models.BooleanField(default=True, help_text="For the quorum and for attendance by agency.")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            days_in_order("seat_days_in_order"),
            ExclusionConstraint(
                name="seat_one_chair_at_a_time",
                expressions=[("group", RangeOperators.EQUAL), (Days("from_on", "to_on"), RangeOperators.OVERLAPS)],
                condition=models.Q(part="chair"),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.title} in {self.group_id}"


@pghistory.track(append_only=True)
class SeatHolding(models.Model):
    """Who fills a seat, or stands in for who fills it, from a day to a day; somebody with an account or a name alone."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="holdings")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="seats")
    name = models.CharField(max_length=150, blank=True, help_text="Of somebody without an account.")
    deputy = models.BooleanField(default=False)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["person"], name="seat_holding_person")]
        constraints = [
            days_in_order("seat_holding_days_in_order"),
            models.CheckConstraint(
                name="seat_holding_somebody",
                condition=models.Q(person__isnull=False, name="") | (models.Q(person__isnull=True) & ~models.Q(name="")),
            ),
            ExclusionConstraint(
                name="seat_holding_one_at_a_time",
                expressions=[("seat", RangeOperators.EQUAL), (Days("from_on", "to_on"), RangeOperators.OVERLAPS)],
                condition=models.Q(deputy=False),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["person", "name"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.seat_id} from {self.from_on:%Y-%m-%d}"
