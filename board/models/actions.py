import pghistory
import pgtrigger
from django.db import models
from django.db.models.functions import Now

from accounts.models import Agency, Person, SealedLink
from board.models.meetings import AgendaItem
from board.models.rows import new_board_reference
from board.models.structure import Group
from foundation import clock
from foundation.references import new_reference


def new_action_reference() -> str:
    """The reference of an action."""
    return new_reference("A")


class Plan(models.Model):
    """An action plan: what the partnership does about one review, audit, inspection or priority."""

    class Source(models.TextChoices):
        REVIEW = "review", "Practice review"
        AUDIT = "audit", "Audit"
        INSPECTION = "inspection", "Inspection"
        SECTION_11 = "section_11", "Section 11 returns"
        BUSINESS_PLAN = "business_plan", "Business plan"
        CHALLENGE = "challenge", "Challenge"
        COMPLAINT = "complaint", "Complaint"
        MEETING = "meeting", "Decision of a meeting"

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=20, choices=Source.choices)
    source_published_on = models.DateField(null=True, blank=True, help_text="Deadlines of an inspection's classes run from it.")
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="plans", help_text="The group that scrutinises it."
    )
    opened_on = models.DateField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["-opened_on", "title"]
        constraints = [
            models.CheckConstraint(
                name="plan_closed_at_and_by",
                condition=models.Q(closed_at__isnull=True, closed_by="")
                | (models.Q(closed_at__isnull=False) & ~models.Q(closed_by="")),
            )
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return self.title


@pghistory.track(append_only=True)
class Action(models.Model):
    """Something that an agency does by a date. Its rating follows from dates and state (board.rules)."""

    class State(models.TextChoices):
        PLANNED = "planned", "Not started"
        IN_PROGRESS = "in_progress", "In progress"
        REPORTED_DONE = "reported_done", "Reported done, to be checked"
        DONE = "done", "Done"
        EMBEDDED = "embedded", "Done and embedded"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class Rating(models.TextChoices):
        BLUE = "blue", "Blue"
        GREEN = "green", "Green"
        AMBER = "amber", "Amber"
        RED = "red", "Red"

    class DeadlineClass(models.TextChoices):
        DATE = "date", "On the date"
        IMMEDIATE = "immediate", "Immediate"
        THREE_MONTHS = "three_months", "Within 3 months"
        SIX_MONTHS = "six_months", "Within 6 months"

    reference = models.CharField(max_length=20, unique=True, default=new_action_reference, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="actions")
    agenda_item = models.ForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="actions",
        help_text="The item of a meeting on which it was decided.",
    )
    added_on = models.DateField(
        default=clock.today, db_default=Now(), editable=False, help_text="No figure of an earlier day has it."
    )
    number = models.CharField(max_length=10, help_text="Within its plan, such as 3.2.")
    text = models.TextField()
    stands_at = models.TextField(
        blank=True, default="", db_default="", help_text="Where it stands in the report: section and recommendation, in words."
    )
    agreement = models.CharField(
        max_length=200, blank=True, default="", db_default="", help_text="The meeting or person that agreed it, in words."
    )
    why = models.TextField(blank=True, default="", db_default="", help_text="Why it matters.")
    success_measure = models.TextField(blank=True, help_text="The evidence or figure that will show it worked.")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="actions")
    owner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    owner_post = models.CharField(
        max_length=150, blank=True, help_text="The post that owns it, while nobody with an account does."
    )
    deadline_class = models.CharField(max_length=20, choices=DeadlineClass.choices, default=DeadlineClass.DATE)
    counted_from = models.DateField(null=True, blank=True, help_text="The day from which a class of deadline was counted.")
    first_due_on = models.DateField(help_text="The date first agreed.")
    due_on = models.DateField()
    amber_from = models.DateField(help_text="Twenty working days before it is due (a setting).")
    red_from = models.DateField(help_text="The first day more than twenty working days after it was due.")
    recovery_plan = models.TextField(blank=True, help_text="What is done about an action that is late.")
    state = models.CharField(max_length=15, choices=State.choices, default=State.PLANNED)
    overruled_rating = models.CharField(max_length=5, choices=Rating.choices, blank=True)
    overruled_reason = models.TextField(blank=True)
    overruled_until = models.DateField(
        null=True, blank=True, help_text="The last day of the rating that was set; without one, the date of the action."
    )
    impact = models.TextField(blank=True, help_text="What changed for children.")
    check_again_on = models.DateField(null=True, blank=True, help_text="When it is looked at whether it still holds.")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=60, blank=True)
    last_update_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["due_on", "id"], name="action_due"),
            models.Index(fields=["agency", "due_on", "id"], name="action_agency_due"),
            models.Index(fields=["plan", "number"], name="action_plan_number"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="action_number_once_in_plan"),
            models.CheckConstraint(
                name="action_dates_in_order",
                condition=models.Q(amber_from__lte=models.F("due_on"), red_from__gt=models.F("due_on")),
            ),
            models.CheckConstraint(
                name="action_overruled_with_reason",
                condition=models.Q(overruled_rating="") | ~models.Q(overruled_reason=""),
            ),
            models.CheckConstraint(
                name="action_overruled_until_with_rating",
                condition=models.Q(overruled_until__isnull=True) | ~models.Q(overruled_rating=""),
            ),
            models.CheckConstraint(
                name="action_done_at_and_by",
                condition=models.Q(done_at__isnull=True, done_by="") | (models.Q(done_at__isnull=False) & ~models.Q(done_by="")),
            ),
            models.CheckConstraint(
                name="action_done_in_a_done_state",
                condition=models.Q(state__in=["done", "embedded"], done_at__isnull=False)
                | (~models.Q(state__in=["done", "embedded"]) & models.Q(done_at__isnull=True)),
            ),
        ]

    class Privacy:
        personal = {"work": ["owner", "owner_post", "agreement"]}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


class ActionPast(models.Model):
    """How an action stood until it changed: what the figures of an earlier day read. Append-only.

    Written whenever something changes that its rating or a figure depends on (`board.services.past`); how it stands since the
    last of them is the action itself. A row says how it stood up to, and without, the moment `stood_until`.
    """

    append_only = True

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="past")
    stood_until = models.DateTimeField()
    state = models.CharField(max_length=15, choices=Action.State.choices)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    amber_from = models.DateField()
    red_from = models.DateField()
    has_recovery_plan = models.BooleanField()
    overruled_rating = models.CharField(max_length=5, choices=Action.Rating.choices, blank=True)
    overruled_until = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True, help_text="The day in London on which it was accepted as done.")

    class Meta:
        indexes = [models.Index(fields=["action", "stood_until", "id"], name="action_past_until")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.action_id} until {self.stood_until:%Y-%m-%d}"


class ActionUpdate(models.Model):
    """A dated progress note on an action. Append-only: a mistake is put right by the next note."""

    append_only = True

    class Kind(models.TextChoices):
        PROGRESS = "progress", "Progress note"
        REPORTED_DONE = "reported_done", "Reported done"
        ACCEPTED = "accepted", "Checked, and accepted as done"
        SENT_BACK = "sent_back", "Sent back: not done yet"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="updates")
    kind = models.CharField(max_length=15, choices=Kind.choices, default=Kind.PROGRESS, db_default=Kind.PROGRESS)
    text = models.TextField()
    evidence_seen = models.TextField(
        blank=True, default="", db_default="", help_text="Of an action accepted as done: which evidence was seen, and where."
    )
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+", help_text="Empty: whoever opened the sealed link."
    )
    written_link = models.OneToOneField(
        SealedLink, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="A link takes one note."
    )
    state = models.CharField(max_length=15, choices=Action.State.choices, help_text="The action's state after it.")
    stated_rating = models.CharField(
        max_length=5,
        choices=Action.Rating.choices,
        blank=True,
        default="",
        db_default="",
        help_text="How a plan that came in as a file rated it that day.",
    )

    class Meta:
        indexes = [models.Index(fields=["action", "-written_at"], name="action_update_latest")]
        constraints = [
            models.CheckConstraint(
                name="action_update_written_at_and_by",
                condition=models.Q(written_at__isnull=False)
                & (
                    models.Q(written_by__isnull=False, written_link__isnull=True)
                    | models.Q(written_by__isnull=True, written_link__isnull=False)
                ),
            )
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["written_by"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.action_id} {self.written_at:%Y-%m-%d}"


class ActionChase(models.Model):
    """An owner was asked how an action stands. Append-only."""

    append_only = True

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="chases")
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    chased_at = models.DateTimeField()
    chased_by = models.CharField(max_length=60, help_text="The actor's reference.")
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["action", "to", "on"], name="action_chase_once_a_day")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["to"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.action_id} {self.on:%Y-%m-%d}"
