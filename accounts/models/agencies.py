from django.contrib.auth.models import Group
from django.contrib.postgres.fields import ArrayField
from django.db import models


class Agency(models.Model):
    """An organisation of the partnership, or one that works with its children."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "Council"
        SOCIAL_CARE = "social_care", "Children’s social care"
        EARLY_HELP = "early_help", "Early help"
        HEALTH = "health", "NHS trust or practice"
        HEALTH_COMMISSIONER = "health_commissioner", "NHS integrated care board"
        POLICE = "police", "Police"
        SCHOOL = "school", "School or college"
        EARLY_YEARS = "early_years", "Nursery or childminder"
        PROBATION = "probation", "Probation"
        HOUSING = "housing", "Housing"
        YOUTH_JUSTICE = "youth_justice", "Youth justice"
        VOLUNTARY = "voluntary", "Voluntary or community organisation"
        PARTNERSHIP = "partnership", "The partnership’s own office"
        OTHER = "other", "Other"

    code = models.SlugField(max_length=20, unique=True)
    name = models.CharField(max_length=150)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    domains = ArrayField(
        models.CharField(max_length=100),
        default=list,
        help_text="Email domains of its people, in lower case.",
    )
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_from")
    referral_source = models.CharField(
        max_length=2, blank=True, help_text="Code of the children in need census, such as 2A for schools."
    )
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "agencies"
        constraints = [
            models.CheckConstraint(name="agency_not_its_own_parent", condition=~models.Q(parent=models.F("id"))),
            models.CheckConstraint(name="agency_not_merged_into_itself", condition=~models.Q(merged_into=models.F("id"))),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return self.name


class InformationSharingAgreement(models.Model):
    """What an agency has signed; without one in force nobody there has sight of cases."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="agreements")
    signed_on = models.DateField()
    valid_until = models.DateField(help_text="The last day on which it holds.")
    signed_by_name = models.CharField(max_length=100)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="agreement_ends_after_it_begins",
                condition=models.Q(valid_until__gte=models.F("signed_on")),
            )
        ]

    class Privacy:
        personal = {"work": ["signed_by_name"]}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.agency_id} {self.signed_on}"


class Team(models.Model):
    """People of one agency who share an inbox and the sight that is granted to them together."""

    code = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=100)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="teams")
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="team", help_text="Carries the team's grants.")
    receives = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        help_text="Kinds of handover and request that come to its inbox.",
    )
    telephone = models.CharField(
        max_length=40, blank=True, default="", db_default="", help_text="Who asks about a child rings here."
    )
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return self.name
