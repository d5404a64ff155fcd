"""Cases, and who is named on each. A case is restricted from birth: nobody sees it through a role or a team."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import F, Q

from accounts.models import PersonGrant
from referrals.models.acts import acted
from reviews.models.codes import CaseKind, KnownToCare, TeamRole
from reviews.models.rows import never_deleted, new_case_reference

SEE_CASE = "see_case"
"""The permission that grants of cases carry."""


@pghistory.track(append_only=True)
class Case(models.Model):
    """One matter that the partnership learns from, with its own team and its own secrecy."""

    reference = models.CharField(max_length=20, unique=True, default=new_case_reference, editable=False)
    kind = models.CharField(max_length=20, choices=CaseKind.choices)
    title = models.CharField(max_length=120, help_text="By which those named speak of it: no child's name.")
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=60, help_text="The actor's reference.")
    follows = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="followed_by",
        help_text="The case out of which it came.",
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        permissions = [(SEE_CASE, "See a case on which one is named")]
        indexes = [models.Index(fields=["opened_at", "id"], name="case_opened")]
        constraints = [
            models.CheckConstraint(name="case_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(name="case_does_not_follow_itself", condition=Q(follows__isnull=True) | ~Q(follows=F("id"))),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["title"]}
        keep = "child"

    def __str__(self) -> str:
        return self.reference


class CasePersonGrant(PersonGrant):
    """One person's sight of one case: all the sight that there is."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="person_grants")

    class Meta(PersonGrant.Meta):
        indexes = [models.Index(fields=["user", "permission", "content_object"], name="case_person_grant_page")]

    class Privacy(PersonGrant.Privacy):
        pass

    def __str__(self) -> str:
        return f"{self.user_id} sees {self.content_object_id}"


@pghistory.track(append_only=True)
class CaseMember(models.Model):
    """Somebody who is named on a case, from a day to a day. Their sight is the grant; it ends with it, and with their role."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=12, choices=TeamRole.choices)
    independent = models.BooleanField(help_text="They say: I had no part in this case, and line-managed nobody who had.")
    reason = models.CharField(max_length=200, help_text="Why they need to see it.")
    named_at = models.DateTimeField()
    named_by = models.CharField(max_length=60, help_text="The actor's reference.")
    until = models.DateField(null=True, blank=True, help_text="The last day.")
    left_at = models.DateTimeField(null=True, blank=True)
    left_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    left_reason = models.CharField(max_length=200, blank=True)
    grant = models.ForeignKey(CasePersonGrant, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            acted("case_member", "left"),
            models.UniqueConstraint(name="case_member_named_once", fields=["case", "person"], condition=Q(left_at__isnull=True)),
            # Who decides and who looks from outside has had no part in what is looked at.
            models.CheckConstraint(
                name="case_member_independent",
                condition=Q(independent=True) | Q(role__in=[TeamRole.OWNER, TeamRole.PUBLISHER, TeamRole.EXECUTIVE]),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"work": ["person", "reason", "left_reason"]}
        keep = "child"

    def __str__(self) -> str:
        return f"{self.case_id} {self.person_id}"


@pghistory.track(append_only=True)
class CaseChild(models.Model):
    """A child of a case: the key to who they are, apart from everything that is written about them under a pseudonym."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="children")
    pseudonym = models.CharField(max_length=60, help_text="By which the case speaks of the child: unlike the real name.")
    child = models.ForeignKey(
        "children.Child",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The record, if there is one.",
    )
    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    birth_date = models.DateField()
    sex = models.CharField(max_length=1, choices=[("M", "Male"), ("F", "Female"), ("U", "Not known")])
    ethnicity = models.CharField(max_length=4, blank=True, help_text="Code of the children in need census.")
    disabled = models.BooleanField(null=True, blank=True)
    asylum = models.BooleanField(default=False, help_text="An unaccompanied asylum-seeking child.")
    known_to_care = models.CharField(max_length=12, choices=KnownToCare.choices, default=KnownToCare.UNKNOWN)
    home_authority = models.CharField(max_length=120, blank=True, help_text="Empty: ours.")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="case_child_pseudonym_once", fields=["case", "pseudonym"]),
            models.UniqueConstraint(name="case_child_once", fields=["case", "child"], condition=Q(child__isnull=False)),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "identity": ["given_name", "family_name", "birth_date", "pseudonym"],
            "characteristics": ["sex", "ethnicity", "disabled", "asylum"],
            "case": ["known_to_care", "home_authority"],
        }
        keep = "child"
        scrub = {"birth_date": date(1900, 1, 1), "sex": "U"}

    def __str__(self) -> str:
        return self.pseudonym
