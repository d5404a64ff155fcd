import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models


class Need(models.TextChoices):
    """What a service helps with: the partnership's short list, to which the words of a feed are brought."""

    PARENTING = "parenting", "Parenting and family life"
    EARLY_YEARS = "early_years", "Babies and young children"
    MENTAL_HEALTH = "mental_health", "Feelings and mental health"
    SEND = "send", "Special needs and disability"
    SCHOOL = "school", "School and learning"
    MONEY = "money", "Money and food"
    HOUSING = "housing", "Housing"
    ABUSE = "domestic_abuse", "Domestic abuse"
    DRUGS = "drugs_alcohol", "Drugs and alcohol"
    YOUNG_CARERS = "young_carers", "Young carers"
    YOUTH = "youth", "Things to do for young people"
    HEALTH = "health", "Health"


class DirectoryOrganisation(models.Model):
    """Who runs services of the local directory."""

    feed_id = models.CharField(max_length=100, unique=True, null=True, blank=True, help_text="Its id in the feed, if it has one.")
    name = models.CharField(max_length=200)
    website = models.URLField(max_length=300, blank=True)

    class Meta:
        ordering = ["name"]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "reference_data"

    def __str__(self) -> str:
        return self.name


class DirectoryService(models.Model):
    """Help that a family can have without a referral, in the shape of Open Referral UK. It names no person."""

    class Status(models.TextChoices):
        ACTIVE = "active", "Open"
        TEMPORARILY_CLOSED = "temporarily closed", "Closed for now"
        INACTIVE = "inactive", "Not running"
        DEFUNCT = "defunct", "Ended"

    feed_id = models.CharField(max_length=100, unique=True, null=True, blank=True, help_text="Its id in the feed, if it has one.")
    organisation = models.ForeignKey(DirectoryOrganisation, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.ACTIVE)
    level = models.PositiveSmallIntegerField(default=1, help_text="1: for every family; 2: for families who need extra help.")
    needs = ArrayField(models.CharField(max_length=20, choices=Need.choices), default=list, blank=True)
    eligibility = models.TextField(blank=True)
    min_age = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Years.")
    max_age = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Years.")
    areas = ArrayField(models.CharField(max_length=100), default=list, blank=True, help_text="None: everywhere in the area.")
    free = models.BooleanField(default=False)
    cost = models.CharField(max_length=300, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    website = models.URLField(max_length=300, blank=True)
    schedule = models.CharField(max_length=500, blank=True)
    named_on = models.DateField(null=True, blank=True, help_text="When a feed last named it; none: it never came from a feed.")
    dropped_on = models.DateField(null=True, blank=True, help_text="When it was closed because the feed named it no more.")
    assured_on = models.DateField(null=True, blank=True, help_text="When somebody last checked that all this is right.")
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                name="directoryservice_ages_in_order",
                condition=models.Q(min_age__isnull=True)
                | models.Q(max_age__isnull=True)
                | models.Q(min_age__lte=models.F("max_age")),
            ),
            models.CheckConstraint(name="directoryservice_level_of_two", condition=models.Q(level__in=(1, 2))),
        ]

    class Privacy:
        personal = {"work": ["changed_by"]}
        keep = "reference_data"

    def __str__(self) -> str:
        return self.name


class DirectoryChoice(models.Model):
    """Somebody used a local service instead of referring. It says which, at which level and for which agency; nobody's name."""

    append_only = True

    service = models.ForeignKey(DirectoryService, on_delete=models.PROTECT, related_name="choices")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The level of need that they saw.")
    chosen_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["chosen_on"], name="directory_choice_day")]
        constraints = [
            models.CheckConstraint(
                name="directorychoice_level_of_four",
                condition=models.Q(level__isnull=True) | models.Q(level__range=(1, 4)),
            )
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.service_id} {self.chosen_on}"


class DirectoryImport(models.Model):
    """A feed that was read: how many services went in, and which did not and why."""

    file_name = models.CharField(max_length=200)
    imported_at = models.DateTimeField()
    imported_by = models.CharField(max_length=60, help_text="The actor's reference.")
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    closed = models.JSONField(
        default=list,
        db_default=models.Value([], output_field=models.JSONField()),
        help_text="Of each that the feed named no more: its name, and the day on which a feed last named it.",
    )
    broken = models.JSONField(default=list, help_text="Of each that did not go in: its place, its name, and why.")

    class Meta:
        ordering = ["-imported_at", "-id"]

    class Privacy:
        personal = {"work": ["imported_by"]}
        keep = "technical"

    def __str__(self) -> str:
        return f"{self.file_name} {self.imported_at:%Y-%m-%d}"
