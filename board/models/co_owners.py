from django.db import models
from django.db.models import Q

from accounts.models import Agency, Person
from board.models.actions import Action


class ActionCoOwner(models.Model):
    """Who owns an action together with its owner: somebody with an account, in an agency, or words for a post.

    Whoever owns it too sees it, writes progress and is asked as the owner is, while they are in that agency.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="co_owners")
    position = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=150, help_text="The person or post, as it was written.")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["action", "position"], name="action_co_owner_place"),
            models.UniqueConstraint(fields=["action", "person"], name="action_co_owner_once", condition=Q(person__isnull=False)),
            models.CheckConstraint(
                name="action_co_owner_in_an_agency", condition=Q(person__isnull=True) | Q(agency__isnull=False)
            ),
        ]

    class Privacy:
        personal = {"work": ["words", "person"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.action_id} {self.position}"
