"""Operation Encompass: the child's school is told of domestic abuse before the next school day starts."""

from django.db import models
from django.db.models import Q

from foundation.references import new_reference
from referrals.models.acts import acted
from referrals.models.codes import YesNoUnknown
from referrals.models.contacts import Contact


def new_notice_reference() -> str:
    """The opaque reference of a notice to a school."""
    return new_reference("8")


class NoticeSchool(models.Model):
    """What is kept of a school for notices: its number in the national list, and since when it has been signed up."""

    agency = models.OneToOneField("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    urn = models.CharField(max_length=6, blank=True, help_text="Unique reference number, as in the imported list.")
    signed_up_on = models.DateField(null=True, blank=True, help_text="Since when a lead there takes notices; none: it does not.")
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        constraints = [models.UniqueConstraint(name="notice_school_urn_once", fields=["urn"], condition=~Q(urn=""))]

    class Privacy:
        personal = {"work": ["changed_by"]}
        keep = "reference_data"

    def __str__(self) -> str:
        return f"{self.agency_id}"


class SchoolNotice(models.Model):
    """The notice of one contact to the child's school, or to the named officer for a child who is educated at home."""

    class State(models.TextChoices):
        WAITING = "waiting", "Nobody is told yet"
        TOLD = "told", "Told, not acknowledged yet"
        ACKNOWLEDGED = "acknowledged", "Acknowledged"

    class How(models.TextChoices):
        PORTAL = "portal", "In the portal"
        TELEPHONE = "telephone", "By telephone"
        IN_PERSON = "in_person", "In person"

    reference = models.CharField(max_length=20, unique=True, default=new_notice_reference, editable=False)
    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="school_notice")
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    home_educated = models.BooleanField(default=False)
    agency = models.ForeignKey("accounts.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    police_reference = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=200, blank=True, help_text="Where it happened.")
    child_present = models.CharField(max_length=8, choices=YesNoUnknown.choices, default=YesNoUnknown.UNKNOWN)
    child_said = models.TextField(blank=True, default="", db_default="", help_text="What the child said, in the child's words.")
    who_was_there = models.TextField(blank=True, default="", db_default="", help_text="Who was there when it happened.")
    begun_at = models.DateTimeField(help_text="When the front door had it: the time runs from here.")
    begun_by = models.CharField(max_length=60, help_text="The actor's reference.")
    told_due_at = models.DateTimeField(help_text="The start of the next school day.")
    told_at = models.DateTimeField(null=True, blank=True)
    told_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    told_how = models.CharField(max_length=10, choices=How.choices, blank=True)
    told_whom = models.CharField(max_length=200, blank=True, help_text="Who took the notice, where it was not the portal.")
    request = models.OneToOneField("work.Request", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        indexes = [
            models.Index(fields=["told_due_at", "id"], name="school_notice_open", condition=~Q(state="acknowledged")),
            models.Index(fields=["begun_at"], name="school_notice_begun"),
        ]
        constraints = [
            acted("school_notice", "told"),
            acted("school_notice", "acknowledged"),
            models.CheckConstraint(
                name="school_notice_told_when_it_says_so",
                condition=Q(state="waiting", told_at__isnull=True) | (~Q(state="waiting") & Q(told_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="school_notice_acknowledged_when_it_says_so",
                condition=Q(state="acknowledged", acknowledged_at__isnull=False)
                | (~Q(state="acknowledged") & Q(acknowledged_at__isnull=True)),
            ),
        ]

    class Privacy:
        personal = {
            "case": ["police_reference", "place", "child_present", "home_educated", "child_said", "who_was_there"],
            "work": ["told_whom"],
        }
        keep = "contact"
        scrub: dict[str, object] = {"child_present": "unknown", "home_educated": False}

    def __str__(self) -> str:
        return self.reference
