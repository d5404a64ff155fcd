"""Code lists of child-in-need episodes, as the children in need census uses them, and of early help."""

from django.db import models


class PrimaryNeed(models.TextChoices):
    """Why the child is in need: one code for the episode."""

    ABUSE = "N1", "Abuse, neglect or exploitation"
    CHILD_DISABILITY = "N2", "The child’s disability or illness"
    PARENT_DISABILITY = "N3", "A parent’s disability or illness"
    ACUTE_STRESS = "N4", "Family in acute stress"
    DYSFUNCTION = "N5", "Family dysfunction"
    UNACCEPTABLE_BEHAVIOUR = "N6", "Socially unacceptable behaviour"
    LOW_INCOME = "N7", "Low income"
    ABSENT_PARENTING = "N8", "Absent parenting"
    NOT_IN_NEED = "N9", "Not a child in need"
    NOT_STATED = "N0", "Not stated"


class ClosureReason(models.TextChoices):
    """Why an episode ended."""

    ADOPTED = "RC1", "Adopted"
    DIED = "RC2", "Died"
    CHILD_ARRANGEMENTS = "RC3", "Child arrangements order"
    SPECIAL_GUARDIANSHIP = "RC4", "Special guardianship order"
    OTHER_AUTHORITY = "RC5", "Transferred to another authority"
    ADULT_SERVICES = "RC6", "Transferred to adult social care"
    OTHER = "RC7", "No longer in need, or another reason"
    AFTER_ASSESSMENT = "RC8", "Closed after assessment, no further action"
    TO_EARLY_HELP = "RC9", "Closed after assessment, passed to early help"


RIGHT_AFTER_ASSESSMENT = (ClosureReason.AFTER_ASSESSMENT, ClosureReason.TO_EARLY_HELP)
"""Reasons that say the episode ended with its assessment: no plan came after it."""

_OF = {"A": "child", "B": "parent or carer", "C": "other person in the household"}
_THREEFOLD = {
    "1": "Alcohol misuse",
    "2": "Drug misuse",
    "3": "Domestic abuse",
    "4": "Mental health",
    "5": "Learning disability",
    "6": "Physical disability or illness",
}
FACTORS: dict[str, str] = {
    **{f"{number}{who}": f"{title}: {words}" for number, title in _THREEFOLD.items() for who, words in _OF.items()},
    "7A": "Young carer",
    "8B": "Privately fostered: from overseas, intends to return",
    "8C": "Privately fostered: from overseas, intends to stay",
    "8D": "Privately fostered: educational placement in the United Kingdom",
    "8E": "Privately fostered: alternative family arrangement in the United Kingdom",
    "8F": "Privately fostered: other",
    "9A": "Unaccompanied asylum-seeking child",
    "10A": "Going missing",
    "11A": "Child sexual exploitation",
    "12A": "Trafficking",
    "13A": "Gangs",
    "14A": "Socially unacceptable behaviour",
    "15A": "Self-harm",
    "16A": "Neglect",
    "17A": "Emotional abuse",
    "18B": "Physical abuse by a child",
    "18C": "Physical abuse by an adult",
    "19B": "Sexual abuse by a child",
    "19C": "Sexual abuse by an adult",
    "20": "Another factor",
    "22A": "Female genital mutilation",
    "23A": "Abuse linked to faith or belief",
    "24A": "Child criminal exploitation",
    "21": "No factor identified",
}
"""Factors at the end of an assessment, by code of the census."""
NO_FACTOR = "21"
SUPERSEDED_FACTORS = {"8A": "8B to 8F", "18A": "18B or 18C", "19A": "19B or 19C"}
"""Codes of earlier years, and which ones took their place. They are refused in new assessments."""


class AssessmentOutcome(models.TextChoices):
    """What the assessment leads to."""

    PLAN = "plan", "Child-in-need plan"
    STRATEGY = "strategy", "Strategy discussion"
    STEP_DOWN = "step_down", "Step down to early help"
    NO_FURTHER_ACTION = "no_further_action", "No further action"
    OTHER = "other", "Something else"


class EarlyHelpNeed(models.TextChoices):
    """What a family needs help with, as its assessment names it."""

    EMOTIONAL = "emotional", "Emotional wellbeing of a child"
    BEHAVIOUR = "behaviour", "Behaviour at home or at school"
    ATTENDANCE = "attendance", "School attendance and learning"
    HEALTH = "health", "Health, disability or development"
    PARENTING = "parenting", "Parenting: routines and boundaries"
    CONFLICT = "conflict", "Conflict between parents"
    ABUSE = "abuse", "Domestic abuse in the past"
    PARENT_HEALTH = "parent_health", "A parent’s health, or use of alcohol or drugs"
    MONEY = "money", "Money, debt or work"
    HOUSING = "housing", "Housing"
    YOUNG_CARER = "young_carer", "Young carer"
    OUTSIDE = "outside", "Risk outside the home"


class EarlyHelpOutcome(models.TextChoices):
    """How early help ended."""

    NEEDS_MET = "needs_met", "Needs met"
    PARTLY_MET = "partly", "Needs partly met"
    DISENGAGED = "disengaged", "The family stopped taking part"
    STEPPED_UP = "stepped_up", "Stepped up to social care"
    MOVED = "moved", "The family moved away"


class EarlyHelpState(models.TextChoices):
    """Where early help for a family stands."""

    REQUESTED = "requested", "Requested"
    CONSENTED = "consented", "Family has agreed"
    ASSESSING = "assessing", "Assessing"
    ACTIVE = "tac_active", "Team around the child active"
    REVIEW = "review", "In review"
    CLOSED = "closed", "Closed"


class EarlyHelpSource(models.TextChoices):
    """How early help began."""

    HANDOVER = "handover", "Passed on by the MASH"
    PRACTITIONER = "practitioner", "Begun by a practitioner with the family"
    STEP_DOWN = "step_down", "Stepped down from social care"


class StepDirection(models.TextChoices):
    """Between early help and social care."""

    UP = "up", "Step up to social care"
    DOWN = "down", "Step down to early help"
