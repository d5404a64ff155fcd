"""Children who may be known already, as the records were compared when a contact arrived. Nothing is linked by it."""

import pghistory
from django.db import models
from django.db.models import Q

from referrals.models.contacts import Contact


class LikelyAnswer(models.TextChoices):
    """What somebody has said about it since."""

    SAME = "same", "The same child"
    ANOTHER = "another", "Another child"


@pghistory.track(append_only=True)
class LikelyChild(models.Model):
    """A record that is likely of the same child as a contact's, until somebody links the two or tells them apart.

    It is kept whoever may see that record: who reads a contact learns of it only what the records that they see say.
    """

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="likely")
    child = models.ForeignKey("children.Child", on_delete=models.PROTECT, related_name="+", help_text="The record that is alike.")
    score = models.PositiveSmallIntegerField(help_text="See children.rules.likeness.")
    found_at = models.DateTimeField()
    answer = models.CharField(max_length=7, choices=LikelyAnswer.choices, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")

    class Meta:
        verbose_name_plural = "likely children"
        indexes = [models.Index(fields=["child"], name="likely_child_child", condition=Q(settled_at__isnull=True))]
        constraints = [
            models.UniqueConstraint(name="likely_child_once", fields=["contact", "child"]),
            models.CheckConstraint(
                name="likely_child_settled_at_and_by",
                condition=Q(settled_at__isnull=True, settled_by="", answer="")
                | (Q(settled_at__isnull=False) & ~Q(settled_by="") & ~Q(answer="")),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {"identity": ["child"], "case": ["score", "answer"]}
        scrub: dict[str, object] = {"score": 0}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.contact_id} may be {self.child_id}"
