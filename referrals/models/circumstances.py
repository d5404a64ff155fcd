"""What a referrer tells of a child's circumstances, besides who the child is."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from referrals.models.codes import YesNoUnknown

DISABILITIES: dict[str, str] = {
    "MOB": "Mobility",
    "HAND": "Hand function",
    "PC": "Personal care",
    "INC": "Continence",
    "COMM": "Communication",
    "LD": "Learning",
    "HEAR": "Hearing",
    "VIS": "Vision",
    "BEH": "Behaviour",
    "CON": "Consciousness",
    "AUT": "Autism",
    "DDA": "Another disability",
    "NONE": "No disability",
}
"""Disability codes of the children in need census."""
NO_DISABILITY = "NONE"
LEGAL_ORDERS: dict[str, str] = {
    "care": "Care order or interim care order",
    "supervision": "Supervision order",
    "voluntary": "Looked after by agreement (section 20)",
    "emergency": "Emergency protection order, or police protection",
    "special_guardianship": "Special guardianship order",
    "arrangements": "Child arrangements order",
    "prohibited": "Prohibited steps or specific issue order",
    "non_molestation": "Non-molestation or occupation order",
    "other": "Another order",
    "none": "No order",
}
NO_ORDER = "none"


class Education(models.TextChoices):
    """How the child is educated."""

    SCHOOL = "school", "At school, college or nursery"
    HOME = "home", "Educated at home"
    MISSING = "missing", "Missing education: on no school’s roll"
    EXCLUDED = "excluded", "Suspended or excluded"
    TOO_YOUNG = "too_young", "Not of school age"
    UNKNOWN = "unknown", "Not known"


class Immigration(models.TextChoices):
    """The child's right to be here, as far as it is known."""

    SETTLED = "settled", "British, Irish or settled"
    VISA = "visa", "Here on a visa"
    ASYLUM = "asylum", "Seeking asylum with family"
    ALONE = "alone", "Seeking asylum without a parent or carer"
    NONE = "none", "No status, or it has run out"
    UNKNOWN = "unknown", "Not known"


class Booking(models.TextChoices):
    """Whether a pregnancy was hidden, or booked late."""

    CONCEALED = "concealed", "Hidden"
    LATE = "late", "Booked late"
    IN_TIME = "in_time", "Booked in time"
    UNKNOWN = "unknown", "Not known"


def _words(most: int, help_text: str = "") -> "models.CharField[str, str]":
    return models.CharField(max_length=most, blank=True, default="", db_default="", help_text=help_text)


def _one_of(choices: Any, help_text: str = "") -> "models.CharField[str, str]":
    return models.CharField(max_length=10, choices=choices, blank=True, default="", db_default="", help_text=help_text)


def codes(help_text: str = "") -> "ArrayField[list[str], list[str]]":
    """Some codes of a list."""
    each: models.CharField[str, str] = models.CharField(max_length=24)
    nothing = models.Value([], output_field=ArrayField(models.CharField(max_length=24)))
    return ArrayField(each, default=list, db_default=nothing, blank=True, help_text=help_text)


class Circumstances(models.Model):
    """The columns of a child's circumstances; whatever is empty was not said."""

    no_fixed_address = models.BooleanField(default=False, db_default=False)
    gender_identity = _words(100)
    religion = _words(100)
    communication = _words(200, "How the child communicates best.")
    disability_codes = codes("Codes of the children in need census.")
    young_carer = _one_of(YesNoUnknown.choices)
    education = _one_of(Education.choices)
    attendance = _words(200)
    nationality = _words(100)
    immigration = _one_of(Immigration.choices)
    looking_after_authority = _words(200, "The council that looks after the child.")
    legal_orders = codes()
    helped_before = _one_of(YesNoUnknown.choices, "Whether there was an early help assessment.")
    gestation_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    babies = models.PositiveSmallIntegerField(null=True, blank=True, help_text="How many are expected.")
    late_booked = _one_of(Booking.choices, "Whether the pregnancy was hidden, or booked late.")
    booking_hospital = _words(200, "Where the birth is booked.")

    class Meta:
        abstract = True
