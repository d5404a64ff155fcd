from django.db import models

from referrals.models.contacts import Contact


class SightRequest(models.Model):
    """Somebody asks a team to see what it knows of a child. The question and its answer stand in the request of the inbox."""

    append_only = True

    request = models.OneToOneField("work.Request", on_delete=models.PROTECT, related_name="sight")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="+", help_text="From which it was asked.")
    child = models.ForeignKey("children.Child", on_delete=models.PROTECT, related_name="+", help_text="The record asked for.")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", help_text="Who asks.")

    class Meta:
        indexes = [models.Index(fields=["person", "child"], name="sight_request_person")]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["child"]}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.request_id} of {self.person_id}"
