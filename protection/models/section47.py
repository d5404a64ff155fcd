"""Section 47 enquiries, one for each child."""

import pghistory
from django.db import models
from django.db.models import F, Q

from protection.models.codes import EnquiryFinding, EnquiryOutcome, EnquiryState
from protection.models.family import FamilyGroup
from protection.models.rows import never_deleted, new_protection_reference
from protection.models.strategy import DiscussedChild
from referrals.models.acts import acted


@pghistory.track(append_only=True)
class Section47(models.Model):
    """An enquiry under section 47 of the Children Act 1989. The one discussion that initiated it is the one it points to."""

    reference = models.CharField(max_length=20, unique=True, default=new_protection_reference, editable=False)
    family = models.ForeignKey(FamilyGroup, on_delete=models.PROTECT, related_name="enquiries")
    child = models.ForeignKey("children.Child", on_delete=models.PROTECT, related_name="+")
    initiated = models.OneToOneField(
        DiscussedChild, on_delete=models.PROTECT, related_name="enquiry", help_text="The discussion that initiated it."
    )
    state = models.CharField(max_length=12, choices=EnquiryState.choices, default=EnquiryState.OPEN)
    joint = models.BooleanField(help_text="Jointly with the police.")
    started_on = models.DateField(help_text="The day of the strategy discussion that initiated it.")
    started_at = models.DateTimeField()
    started_by = models.CharField(max_length=60, help_text="The actor's reference.")
    conference_due_on = models.DateField(help_text="By when an initial conference is to be held: copied from its clock.")
    lead = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    seen_on = models.DateField(null=True, blank=True)
    seen_alone_on = models.DateField(null=True, blank=True)
    not_seen_reason = models.TextField(blank=True, help_text="Why the child was not seen, or not alone.")
    bedroom_seen_on = models.DateField(null=True, blank=True)
    parents_seen_on = models.DateField(null=True, blank=True)
    medical_on = models.DateField(null=True, blank=True)
    medical_result = models.TextField(blank=True)
    child_view = models.TextField(blank=True)
    parents_view = models.TextField(blank=True)
    analysis = models.TextField(blank=True)
    finding = models.CharField(max_length=20, choices=EnquiryFinding.choices, blank=True)
    outcome = models.CharField(max_length=12, choices=EnquiryOutcome.choices, blank=True)
    icpc_not_required = models.BooleanField(default=False)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    sent_back_reason = models.TextField(blank=True)
    completed_on = models.DateField(null=True, blank=True)
    authorised_at = models.DateTimeField(null=True, blank=True)
    authorised_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["child", "started_on"], name="section47_child"),
            models.Index(fields=["started_on"], name="section47_started"),
        ]
        constraints = [
            acted("section47", "submitted"),
            acted("section47", "authorised"),
            # 8839: never two open enquiries of a child.
            models.UniqueConstraint(
                name="section47_open_once_a_child", fields=["child"], condition=~Q(state=EnquiryState.COMPLETE)
            ),
            models.CheckConstraint(
                name="section47_complete_when_authorised",
                condition=Q(state=EnquiryState.COMPLETE, authorised_at__isnull=False, completed_on__isnull=False)
                | (~Q(state=EnquiryState.COMPLETE) & Q(authorised_at__isnull=True, completed_on__isnull=True)),
            ),
            models.CheckConstraint(
                name="section47_authorised_by_another", condition=Q(authorised_by="") | ~Q(authorised_by=F("submitted_by"))
            ),
            models.CheckConstraint(
                name="section47_complete_with_finding_and_outcome",
                condition=~Q(state=EnquiryState.COMPLETE) | (~Q(finding="") & ~Q(outcome="") & ~Q(analysis="")),
            ),
            # 8868: what is complete leads to a conference or says that none is required.
            models.CheckConstraint(
                name="section47_conference_or_none_required",
                condition=~Q(state=EnquiryState.COMPLETE)
                | Q(outcome=EnquiryOutcome.CONFERENCE, icpc_not_required=False)
                | (~Q(outcome=EnquiryOutcome.CONFERENCE) & Q(icpc_not_required=True)),
            ),
            models.CheckConstraint(
                name="section47_ends_after_it_starts",
                condition=Q(completed_on__isnull=True) | Q(completed_on__gte=F("started_on")),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": [
                "seen_on",
                "seen_alone_on",
                "not_seen_reason",
                "bedroom_seen_on",
                "parents_seen_on",
                "child_view",
                "parents_view",
                "analysis",
                "finding",
                "outcome",
                "sent_back_reason",
            ],
            "health": ["medical_on", "medical_result"],
            "work": ["lead"],
        }
        keep = "child"

    def __str__(self) -> str:
        return self.reference
