from django.db import models

from accounts.models import SealedLink
from board.models.actions import ActionUpdate
from board.models.rows import append_only


class UpdateByLink(models.Model):
    """A progress note came through a sealed link. Append-only: a link takes one note."""

    append_only = True

    update = models.OneToOneField(ActionUpdate, on_delete=models.PROTECT, related_name="by_link")
    link = models.OneToOneField(SealedLink, on_delete=models.PROTECT, related_name="+")

    class Meta:
        triggers = [append_only()]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.update_id}"
