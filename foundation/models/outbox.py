from django.db import models


class OutboxMessage(models.Model):
    """Work promised in the transaction that caused it and done afterwards: an email, a notification, a background job.

    `payload` holds codes, ids and references, nothing about a person's case; for an
    email also the recipient's address.
    """

    kind = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    key = models.CharField(max_length=200, unique=True, help_text="The same key is never promised twice.")
    queue = models.CharField(max_length=20, default="default")
    created_at = models.DateTimeField()
    not_before = models.DateTimeField()
    published_at = models.DateTimeField(null=True, help_text="When it was last put into Celery's queue.")
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=100, blank=True, help_text="The class of the error, never its text.")

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before", "id"],
                name="outbox_waiting",
                condition=models.Q(done_at__isnull=True, given_up_at__isnull=True),
            ),
            models.Index(fields=["given_up_at"], name="outbox_given_up", condition=models.Q(given_up_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                name="outbox_done_or_given_up",
                condition=models.Q(done_at__isnull=True) | models.Q(given_up_at__isnull=True),
            )
        ]

    class Privacy:
        personal = {"contact": ["payload"]}
        keep = "technical"

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
