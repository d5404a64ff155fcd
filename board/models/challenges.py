"""The challenge log, and what the scrutineer notes down: visits, observations, conversations."""

import pghistory
import pgtrigger
from django.db import models

from accounts.models import Agency, Person
from board.models.actions import Action
from board.models.meetings import Meeting
from board.models.rows import append_only, new_board_reference
from board.models.themes import Theme


@pghistory.track(append_only=True)
class Challenge(models.Model):
    """Somebody asked an agency, or the partnership as a whole, whether what it does is good enough.

    What was answered and what came of it is written down entry by entry; `answered_on` and `outcome` say how it stands now.
    """

    class Raiser(models.TextChoices):
        SCRUTINEER = "scrutineer", "Independent scrutineer"
        PARTNER = "partner", "Partner agency"
        YOUNG_PERSON = "young_person", "Young scrutineer or young person"
        LAY = "lay", "Lay member"

    class Outcome(models.TextChoices):
        OPEN = "open", "Open"
        CHANGED = "changed", "Accepted, and something changed"
        NOT_CHANGED = "not_changed", "Accepted, and nothing changed"
        DISPUTED = "disputed", "Disputed"
        ESCALATED = "escalated", "Taken further"

    class TakenTo(models.TextChoices):
        EXECUTIVE = "executive", "The executive group"
        OTHER_BOARD = "other_board", "Another board"
        REGULATOR = "regulator", "A regulator or inspectorate"

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    raised_on = models.DateField()
    raiser_kind = models.CharField(max_length=12, choices=Raiser.choices)
    raiser = models.CharField(max_length=150, blank=True, help_text="Who raised it: a post or a name.")
    raiser_agency = models.ForeignKey(
        Agency,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="challenges_raised",
        help_text="For whom they spoke.",
    )
    about_agency = models.ForeignKey(
        Agency,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="challenges_received",
        help_text="Who is challenged; without one, the partnership as a whole.",
    )
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="challenges")
    title = models.CharField(max_length=200)
    text = models.TextField(help_text="What is challenged, and on what evidence.")
    asked_for = models.TextField(blank=True)
    response_due_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True, help_text="The day of the first response.")
    outcome = models.CharField(max_length=11, choices=Outcome.choices, default=Outcome.OPEN)
    in_report = models.BooleanField(default=False, db_default=False, help_text="It stands in the yearly report.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-raised_on", "-id"]
        indexes = [models.Index(fields=["raised_on", "id"], name="challenge_raised")]
        constraints = [
            models.CheckConstraint(
                name="challenge_due_not_before_raised",
                condition=models.Q(response_due_on__isnull=True) | models.Q(response_due_on__gte=models.F("raised_on")),
            ),
            models.CheckConstraint(
                name="challenge_answered_not_before_raised",
                condition=models.Q(answered_on__isnull=True) | models.Q(answered_on__gte=models.F("raised_on")),
            ),
            models.CheckConstraint(
                name="challenge_ends_with_an_answer",
                condition=models.Q(outcome__in=["open", "escalated"]) | models.Q(answered_on__isnull=False),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["raiser"]}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


class ChallengeTheme(models.Model):
    """A challenge is tagged with a theme."""

    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="tags")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["challenge", "theme"], name="challenge_theme_once")]
        indexes = [models.Index(fields=["theme", "challenge"], name="challenge_theme_challenges")]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.challenge_id} {self.theme_id}"


class ChallengeEntry(models.Model):
    """What was answered to a challenge, or what came of it, on a day. Append-only: the next entry puts a mistake right."""

    append_only = True

    class Kind(models.TextChoices):
        RESPONSE = "response", "Response"
        OUTCOME = "outcome", "Outcome"

    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    happened_on = models.DateField()
    who = models.CharField(max_length=150, blank=True, help_text="Who answered, or to whom it was taken: a post or a name.")
    text = models.TextField(help_text="The response; or what changed, or why nothing did.")
    outcome = models.CharField(max_length=11, choices=Challenge.Outcome.choices, blank=True)
    taken_to = models.CharField(
        max_length=11,
        choices=Challenge.TakenTo.choices,
        blank=True,
        default="",
        db_default="",
        help_text="To whom it was taken further.",
    )
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["challenge", "kind", "-happened_on", "-id"], name="challenge_entry_latest")]
        constraints = [
            models.CheckConstraint(
                name="challenge_entry_of_one_kind",
                condition=models.Q(kind="response", outcome="") & ~models.Q(who="")
                | models.Q(kind="outcome") & ~models.Q(outcome=""),
            ),
            models.CheckConstraint(
                name="challenge_entry_taken_further_to_somebody",
                condition=models.Q(outcome="escalated") & ~models.Q(taken_to="")
                | ~models.Q(outcome="escalated") & models.Q(taken_to=""),
            ),
        ]
        triggers = [append_only()]

    class Privacy:
        personal = {"work": ["who", "written_by"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.challenge_id} {self.kind} {self.happened_on}"


class ActionChallenge(models.Model):
    """An action was made of a challenge; several may be."""

    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="actions")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="challenges")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["challenge", "action"], name="action_challenge_once")]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.challenge_id} {self.action_id}"


@pghistory.track(append_only=True)
class ScrutinyNote(models.Model):
    """What a scrutineer saw or heard. Nobody else reads it until they share it with the board."""

    class Kind(models.TextChoices):
        VISIT = "visit", "Visit"
        OBSERVATION = "observation", "Observation of a meeting or of practice"
        CONVERSATION = "conversation", "Conversation with children, families or staff"
        NOTE = "note", "Note"

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    keeper = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="scrutiny_notes")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    happened_on = models.DateField()
    place = models.CharField(max_length=150, blank=True)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    challenge = models.ForeignKey(
        Challenge, null=True, blank=True, on_delete=models.PROTECT, related_name="notes", help_text="What came of it."
    )
    title = models.CharField(max_length=200)
    text = models.TextField()
    shared_at = models.DateTimeField(null=True, blank=True)
    report_words = models.TextField(
        blank=True, default="", db_default="", help_text="What the yearly report says of it; without any, it says nothing."
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-happened_on", "-id"]
        indexes = [models.Index(fields=["keeper", "-happened_on"], name="scrutiny_note_of_keeper")]
        constraints = [
            models.CheckConstraint(
                name="scrutiny_note_in_report_only_shared",
                condition=models.Q(report_words="") | models.Q(shared_at__isnull=False),
            )
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["keeper"]}
        keep = "board"

    def __str__(self) -> str:
        return self.reference
