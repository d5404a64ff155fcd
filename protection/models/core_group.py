"""The core group of a family: who belongs to it, when it met, what it wrote."""

import pghistory
from django.db import models
from django.db.models import F, Q

from protection.models.codes import AgencyGroup, Attendance, Relation
from protection.models.family import FamilyGroup
from protection.models.rows import never_deleted
from referrals.models.acts import acted


@pghistory.track(append_only=True)
class CoreGroupMember(models.Model):
    """Somebody of an agency or of the family who carries the plans out between conferences."""

    family = models.ForeignKey(FamilyGroup, on_delete=models.PROTECT, related_name="members")
    name = models.CharField(max_length=150)
    role = models.CharField(max_length=150, blank=True)
    relation = models.CharField(max_length=10, choices=Relation.choices, blank=True, help_text="Of somebody of the family.")
    group = models.CharField(max_length=15, choices=AgencyGroup.choices, blank=True, help_text="Of somebody of an agency.")
    agency = models.ForeignKey("accounts.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "family"], name="core_group_member_person")]
        constraints = [
            models.UniqueConstraint(
                name="core_group_member_once",
                fields=["family", "person"],
                condition=Q(person__isnull=False, left_on__isnull=True),
            ),
            models.CheckConstraint(
                name="core_group_member_of_family_or_agency",
                condition=(~Q(relation="") & Q(group="", person__isnull=True)) | (Q(relation="") & ~Q(group="")),
            ),
            models.CheckConstraint(
                name="core_group_member_leaves_after_joining",
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("joined_on")),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"identity": ["name"], "work": ["role", "person"], "case": ["relation"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.family_id}: {self.pk}"


@pghistory.track(append_only=True)
class CoreGroupMeeting(models.Model):
    """A meeting of the core group, with minutes written here and sent out on time."""

    family = models.ForeignKey(FamilyGroup, on_delete=models.PROTECT, related_name="core_group_meetings")
    held_on = models.DateField()
    due_on = models.DateField(help_text="By when it was due.")
    is_first = models.BooleanField(help_text="The first after an initial conference.")
    minutes = models.TextField(blank=True)
    decisions = models.TextField(blank=True)
    next_on = models.DateField(null=True, blank=True)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60, help_text="The actor's reference.")
    minutes_due_on = models.DateField()
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    text_versions = models.JSONField(default=dict, blank=True, help_text="How often each text was changed, by its name.")
    text_pages = models.JSONField(
        default=dict, db_default={}, blank=True, help_text="Which page wrote each text, as which of its versions."
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-held_on", "-id"]
        indexes = [models.Index(fields=["held_on"], name="core_group_meeting_held")]
        constraints = [
            acted("core_group_meeting", "sent"),
            models.UniqueConstraint(name="core_group_meeting_once_a_day", fields=["family", "held_on"]),
            models.CheckConstraint(
                name="core_group_meeting_sent_with_minutes", condition=Q(sent_at__isnull=True) | ~Q(minutes="")
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["minutes", "decisions"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.family_id} on {self.held_on:%Y-%m-%d}"


@pghistory.track(append_only=True)
class CoreGroupAttendance(models.Model):
    """Whether a member came to a meeting."""

    meeting = models.ForeignKey(CoreGroupMeeting, on_delete=models.PROTECT, related_name="attendances")
    member = models.ForeignKey(CoreGroupMember, on_delete=models.PROTECT, related_name="attendances")
    attendance = models.CharField(max_length=12, choices=Attendance.choices)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(name="core_group_attendance_once", fields=["meeting", "member"])]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["attendance"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.member_id}"
