"""Letters of the executive that ask for a reply, to whom they went, and what each replied."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models.functions import Lower

from accounts.models import Agency, Person
from board.models.rows import new_board_reference
from work.models import Request


@pghistory.track(append_only=True)
class Letter(models.Model):
    """A letter that the executive signed. Its text stands here, or in a document that lies under this reference."""

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    signatories = models.CharField(max_length=200, help_text="Posts or names.")
    sent_on = models.DateField(help_text="The day on which the first of them went out.")
    reply_due_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    closed_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-sent_on", "-id"]
        indexes = [models.Index(fields=["sent_on", "id"], name="letter_sent")]
        constraints = [
            models.CheckConstraint(name="letter_due_not_before_sent", condition=models.Q(reply_due_on__gte=models.F("sent_on"))),
            models.CheckConstraint(
                name="letter_closed_with_reason",
                condition=models.Q(closed_on__isnull=True, closed_reason="")
                | models.Q(closed_on__gte=models.F("sent_on")) & ~models.Q(closed_reason=""),
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)]

    class Privacy:
        personal = {"work": ["signatories"]}
        keep = "board"

    def __str__(self) -> str:
        return self.reference


@pghistory.track(append_only=True)
class LetterAddressee(models.Model):
    """To whom a letter went: an agency, which is asked for its reply in the portal, or somebody in words. What they replied
    stands here, whichever way it came."""

    class Reply(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        OTHER = "other", "Other"

    reference = models.CharField(max_length=20, unique=True, default=new_board_reference, editable=False)
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="addressees")
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="letters")
    words = models.CharField(max_length=150, blank=True, help_text="Who it is, where it is no agency of the portal.")
    sent_on = models.DateField()
    request = models.OneToOneField(
        Request,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="letter_addressee",
        help_text="By which the agency is asked and reminded.",
    )
    reply = models.CharField(max_length=5, choices=Reply.choices, blank=True)
    reply_words = models.TextField(blank=True)
    replied_on = models.DateField(null=True, blank=True)
    replier = models.CharField(max_length=150, blank=True, help_text="Who replied: a post or a name.")
    channel = models.CharField(max_length=10, choices=Request.Channel.choices, blank=True, help_text="How the reply came.")
    recorded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="letter_addressee_agency_or_words",
                condition=models.Q(agency__isnull=False, words="") | models.Q(agency__isnull=True) & ~models.Q(words=""),
            ),
            models.UniqueConstraint(fields=["letter", "agency"], name="letter_addressee_agency_once"),
            models.UniqueConstraint("letter", Lower("words"), name="letter_addressee_words_once", condition=~models.Q(words="")),
            models.CheckConstraint(
                name="letter_addressee_asked_is_an_agency",
                condition=models.Q(request__isnull=True) | models.Q(agency__isnull=False),
            ),
            models.CheckConstraint(
                name="letter_addressee_recorded_at_and_by",
                condition=models.Q(
                    reply="", reply_words="", replied_on__isnull=True, recorded_at__isnull=True, recorded_by__isnull=True
                )
                | ~models.Q(reply="")
                & models.Q(replied_on__gte=models.F("sent_on"), recorded_at__isnull=False, recorded_by__isnull=False),
            ),
            models.CheckConstraint(
                name="letter_addressee_other_in_words", condition=~models.Q(reply="other") | ~models.Q(reply_words="")
            ),
        ]

    class Privacy:
        personal = {"work": ["words", "replier", "recorded_by"]}
        keep = "board"

    def __str__(self) -> str:
        return self.reference
