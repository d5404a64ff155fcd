"""What is said and done after a submission was sent: amendments, messages, who looked last, and contacts that went aside."""

from django.db import models
from django.db.models import F, Q

from referrals.models.codes import ContactState
from referrals.models.contacts import Contact
from referrals.models.submissions import NEVER_CHANGED, Submission


class Amendment(models.Model):
    """What a submission says since somebody amended it: whole, beside what was sent first. The newest one is what holds."""

    append_only = True

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="amendments")
    number = models.PositiveSmallIntegerField(help_text="The version: 2 is the first after what was sent.")
    reason = models.TextField()
    values = models.JSONField(help_text="The columns of the submission that may be amended, all of them, as they now stand.")
    answers = models.JSONField(help_text="Every question in its words with its answer, by section, as they now stand.")
    changes = models.JSONField(help_text="The page's title, and each question that is answered otherwise: before and now.")
    amended_at = models.DateTimeField()
    amended_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="amendment_number_once", fields=["submission", "number"]),
            models.CheckConstraint(name="amendment_after_what_was_sent", condition=Q(number__gte=2)),
            models.CheckConstraint(name="amendment_says_why", condition=~Q(reason="")),
        ]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal = {"case": ["reason", "values", "answers", "changes"]}
        scrub: dict[str, object] = {"values": {}, "answers": [], "changes": {}}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.submission_id} version {self.number}"


class Message(models.Model):
    """One thing said between those who sent a submission and the MASH. It stays as it was said."""

    append_only = True

    class Kind(models.TextChoices):
        MESSAGE = "message", "Message"
        AMENDED = "amended", "Amended"
        WITHDRAWAL = "withdrawal", "Asked to withdraw"
        WITHDRAWAL_AGREED = "agreed", "Withdrawal agreed"
        WITHDRAWAL_REFUSED = "refused", "Goes on in spite of the withdrawal"
        RETURNED = "returned", "Returned to the referrer"
        ANSWER = "answer", "Answer to a question"

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="messages")
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.PROTECT, related_name="messages", help_text="Where one child is meant."
    )
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.MESSAGE)
    from_mash = models.BooleanField(default=False)
    body = models.TextField()
    once = models.CharField(max_length=40, help_text="The page from which it was sent: pressed twice, it is said once.")
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        indexes = [models.Index(fields=["submission", "sent_at", "id"], name="message_thread")]
        constraints = [
            models.UniqueConstraint(name="message_said_once", fields=["submission", "once"]),
            models.CheckConstraint(name="message_says_something", condition=~Q(body="")),
        ]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal = {"case": ["body"]}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.submission_id} message {self.pk}"


class LastLook(models.Model):
    """Until when somebody has read the messages of a submission."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="last_looks")
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="+")
    looked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="last_look_once", fields=["submission", "person"])]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.person_id} at {self.submission_id}"


class Following(models.Model):
    """Somebody follows what a colleague sent, because the colleague is away: news reaches them too."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="followings")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    began_at = models.DateTimeField()
    began_by = models.CharField(max_length=60, help_text="The actor's reference.")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    ended_because = models.TextField(blank=True, db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="following_once", fields=["submission", "person"], condition=Q(ended_at__isnull=True)),
            models.CheckConstraint(
                name="following_ended_at_and_by",
                condition=Q(ended_at__isnull=True, ended_by="") | (Q(ended_at__isnull=False) & ~Q(ended_by="")),
            ),
            models.CheckConstraint(name="following_says_why", condition=~Q(reason="")),
        ]

    class Privacy:
        personal = {"case": ["reason", "ended_because"], "work": ["person", "began_by", "ended_by"]}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.person_id} follows {self.submission_id}"


class Diversion(models.Model):
    """A contact left the way to a decision: returned, withdrawn, duplicate, out of the area, or linked to an open case."""

    append_only = True

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="diversions")
    state = models.CharField(max_length=20, choices=ContactState.choices)
    reason = models.TextField()
    duplicate_of = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.PROTECT, related_name="duplicates", help_text="The one that stays."
    )
    authority = models.CharField(max_length=200, blank=True, help_text="The other council.")
    receipt = models.CharField(max_length=300, blank=True, help_text="Who there took it, and under which reference.")
    worker = models.CharField(max_length=200, blank=True, help_text="Who works with the child and was told.")
    diverted_at = models.DateTimeField()
    diverted_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        indexes = [models.Index(fields=["contact", "-diverted_at"], name="diversion_contact")]
        constraints = [
            models.CheckConstraint(name="diversion_says_why", condition=~Q(reason="")),
            models.CheckConstraint(
                name="diversion_duplicate_of_another",
                condition=~Q(state=ContactState.DUPLICATE) | (Q(duplicate_of__isnull=False) & ~Q(duplicate_of=F("contact"))),
            ),
            models.CheckConstraint(
                name="diversion_names_who_took_it",
                condition=~Q(state=ContactState.OUT_OF_AREA) | (~Q(authority="") & ~Q(receipt="")),
            ),
            models.CheckConstraint(name="diversion_names_the_worker", condition=~Q(state=ContactState.LINKED) | ~Q(worker="")),
        ]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal = {"case": ["reason", "authority", "receipt"], "work": ["worker"]}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.contact_id} {self.state}"
