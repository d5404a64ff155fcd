"""The chronology of a case: what each agency says happened, marks where entries contradict each other, and copies as PDF."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import F, Q

from referrals.models.acts import acted
from reviews.models.cases import Case
from reviews.models.codes import ChildSeen, Precision, Significance
from reviews.models.returns import AgencyReturn
from reviews.models.rows import never_deleted
from work.models import PrintedCopy, copy_constraints

READ = Q(sent_at__isnull=False, struck_at__isnull=True)
"""What those named on the case read: entries that were sent, and not struck since."""


@pghistory.track(append_only=True)
class ChronologyEntry(models.Model):
    """One thing that happened, as an agency's records tell it. Fixed once it is sent: what was wrong is struck, and stays."""

    of_return = models.ForeignKey(AgencyReturn, on_delete=models.PROTECT, related_name="entries")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="entries")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField(help_text="Of a month or a year its first day.")
    precision = models.CharField(max_length=11, choices=Precision.choices, default=Precision.EXACT)
    at = models.TimeField(null=True, blank=True)
    until = models.DateField(null=True, blank=True, help_text="The last day, of what lasted.")
    place = models.CharField(max_length=13, help_text="Where it stands in the order of time: day, precision, time of day.")
    source = models.CharField(max_length=200, help_text="Where it stands: the records system.")
    persons = models.CharField(max_length=300, blank=True, help_text="Who took part or was spoken of, by pseudonyms and posts.")
    event = models.TextField()
    child_seen = models.CharField(max_length=8, choices=ChildSeen.choices, default=ChildSeen.NOT_APPLICABLE)
    action = models.TextField(blank=True, help_text="What was done.")
    significance = models.CharField(max_length=7, choices=Significance.choices, default=Significance.ROUTINE)
    analysis = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=64, help_text="The same for the same entry: it is not kept twice.")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")
    sent_at = models.DateTimeField(null=True, blank=True, help_text="When it was sent with the return.")
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    struck_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["case", "place", "id"], name="entry_in_order", condition=READ),
            models.Index(fields=["of_return", "place", "id"], name="entry_of_return"),
        ]
        constraints = [
            acted("entry", "struck"),
            models.UniqueConstraint(
                name="entry_kept_once", fields=["of_return", "fingerprint"], condition=Q(struck_at__isnull=True)
            ),
            models.CheckConstraint(name="entry_says_what_and_where", condition=~Q(event="") & ~Q(source="")),
            models.CheckConstraint(name="entry_struck_with_a_reason", condition=Q(struck_at__isnull=True) | ~Q(struck_reason="")),
            models.CheckConstraint(
                name="entry_until_after_it_began", condition=Q(until__isnull=True) | Q(until__gte=F("happened_on"))
            ),
            models.CheckConstraint(
                name="entry_time_of_a_known_day",
                condition=Q(at__isnull=True) | Q(precision__in=[Precision.EXACT, Precision.APPROXIMATE]),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": [
                *("happened_on", "at", "until", "place", "source", "persons", "event", "child_seen", "action", "analysis"),
                *("fingerprint", "struck_reason"),
            ]
        }
        keep = "child"
        scrub = {"happened_on": date(1900, 1, 1)}

    def __str__(self) -> str:
        return f"{self.of_return_id} {self.place}"


@pghistory.track(append_only=True)
class Contradiction(models.Model):
    """A mark that entries say different things about one fact. Nothing is taken for right: all of them stay, marked."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="contradictions")
    note = models.TextField(help_text="About what the entries differ.")
    marked_at = models.DateTimeField()
    marked_by = models.CharField(max_length=60, help_text="The actor's reference.")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    lifted_reason = models.TextField(blank=True, help_text="What was found out.")

    class Meta:
        indexes = [models.Index(fields=["case", "id"], name="contradiction_of_case")]
        constraints = [
            acted("contradiction", "lifted"),
            models.CheckConstraint(name="contradiction_says_what", condition=~Q(note="")),
            models.CheckConstraint(
                name="contradiction_lifted_with_a_reason", condition=Q(lifted_at__isnull=True) | ~Q(lifted_reason="")
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["note", "lifted_reason"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.case_id} {self.pk}"


class ContradictionEntry(models.Model):
    """One of the entries that say different things."""

    contradiction = models.ForeignKey(Contradiction, on_delete=models.PROTECT, related_name="sides")
    entry = models.ForeignKey(ChronologyEntry, on_delete=models.PROTECT, related_name="sides")

    class Meta:
        verbose_name_plural = "contradiction entries"
        constraints = [models.UniqueConstraint(name="contradiction_names_entry_once", fields=["entry", "contradiction"])]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.contradiction_id} {self.entry_id}"


class ChronologyCopy(PrintedCopy):
    """A copy of the merged chronology as PDF, for one of those named on the case."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="chronology_copies")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    query = models.CharField(max_length=300, blank=True, help_text="Which of the entries, as the page's address says it.")

    class Meta:
        verbose_name_plural = "chronology copies"
        indexes = [models.Index(fields=["asked_at"], name="chronology_copy_asked", condition=~Q(state="removed"))]
        constraints = [*copy_constraints("chronology_copy", "case")]

    class Privacy:
        personal = {"work": ["person", "asked_by"]}
        keep = "technical"
