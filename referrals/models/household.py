"""The household and the network of the children, as the referrer described them."""

from django.db import models

from referrals.models.codes import YesNoUnknown
from referrals.models.submissions import FIRST_VERSION, NEVER_CHANGED, Submission, SubmittedChild, version_that_says_so


class SubmissionPerson(models.Model):
    """Somebody in the household or network of the children, as the referrer described them in one version."""

    append_only = True

    class Kind(models.TextChoices):
        FATHER = "father", "Father"
        CARER = "carer", "Mother, partner or other carer"
        HOUSEHOLD = "household", "Someone else in the household"
        NETWORK = "network", "Wider family or friend"
        PROFESSIONAL = "professional", "Professional"
        OF_CONCERN = "of_concern", "Person of concern"
        OTHER_CHILD = "other_child", "Another child: a sibling elsewhere, or a friend"

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="people")
    position = models.PositiveSmallIntegerField()
    version = version_that_says_so()
    taken_away = models.BooleanField(
        default=False, db_default=False, help_text="Whether this version says that nobody is told of here any more."
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=200)
    birth_date = models.DateField(null=True, blank=True)
    birth_date_estimated = models.BooleanField(default=False)
    lives_in_household = models.CharField(max_length=8, choices=YesNoUnknown.choices, default=YesNoUnknown.UNKNOWN)
    contact_details = models.CharField(max_length=500, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    job = models.CharField(max_length=100, blank=True, default="", db_default="", help_text="A professional's.")
    risk_to_staff = models.CharField(max_length=500, blank=True)
    interpreter_language = models.CharField(max_length=100, blank=True, default="", db_default="")
    last_contact = models.CharField(max_length=200, blank=True, default="", db_default="", help_text="A professional's.")
    involvement = models.CharField(max_length=500, blank=True, default="", db_default="", help_text="A professional's.")

    class Meta:
        verbose_name_plural = "submission people"
        constraints = [
            models.UniqueConstraint(name="submission_person_position_once", fields=["submission", "position", "version"]),
            models.CheckConstraint(
                name="submission_person_taken_away_after_sending",
                condition=models.Q(taken_away=False) | models.Q(version__gt=FIRST_VERSION),
            ),
        ]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal = {
            "identity": ["name", "birth_date", "birth_date_estimated"],
            "contact": ["contact_details", "lives_in_household"],
            "work": ["organisation", "job", "last_contact"],
            "case": ["kind", "risk_to_staff", "involvement"],
            "characteristics": ["interpreter_language"],
        }
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.submission_id} person {self.position}"


class SubmissionRelation(models.Model):
    """What one person is to one child: a matrix, because half-brothers have different fathers."""

    append_only = True

    person = models.ForeignKey(SubmissionPerson, on_delete=models.PROTECT, related_name="relations")
    child = models.ForeignKey(SubmittedChild, on_delete=models.PROTECT, related_name="relations")
    relationship = models.CharField(max_length=100)
    parental_responsibility = models.CharField(max_length=8, choices=YesNoUnknown.choices, default=YesNoUnknown.UNKNOWN)

    class Meta:
        constraints = [models.UniqueConstraint(name="submission_relation_once", fields=["person", "child"])]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal = {"case": ["relationship", "parental_responsibility"]}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.person_id} to {self.child_id}"
