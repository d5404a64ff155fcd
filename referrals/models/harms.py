"""Kinds of harm and need, as a referrer names them: factors of the children in need census, and a few that it does not have."""

from django.db import models

UNSURE = "unsure"
"""An honest answer, so that nobody guesses."""
ONLINE, RADICALISATION, HONOUR, PRIVATE_FOSTERING = "ONL", "RAD", "FMH", "PF"
"""Not among the factors of the census, or there in more detail than a referrer can know."""

HARMS: dict[str, str] = {
    "16A": "Neglect",
    "17A": "Emotional abuse",
    "18C": "Physical abuse by an adult",
    "18B": "Physical abuse by another child",
    "19C": "Sexual abuse by an adult",
    "19B": "Sexual abuse by another child",
    "3B": "Domestic abuse of a parent or carer",
    "3C": "Domestic abuse of someone else at home",
    "3A": "Abuse in the child’s own relationship, or of the child by family",
    "24A": "Criminal exploitation, such as carrying drugs for others",
    "11A": "Sexual exploitation",
    "13A": "Gangs, or violence between young people",
    "12A": "Trafficking or modern slavery",
    "10A": "Going missing",
    ONLINE: "Abuse online",
    RADICALISATION: "Radicalisation",
    "22A": "Female genital mutilation",
    HONOUR: "Forced marriage or so-called honour-based abuse",
    "23A": "Abuse linked to faith or belief",
    PRIVATE_FOSTERING: "Private fostering: the child lives with someone who is not a close relative",
}
"""What is done to the child, or may be."""
NEEDS: dict[str, str] = {
    "4A": "The child’s mental health",
    "15A": "Self-harm",
    "1A": "The child drinks alcohol",
    "2A": "The child uses drugs",
    "5A": "The child’s learning disability",
    "6A": "The child’s physical disability or illness",
    "7A": "The child cares for someone",
    "9A": "The child seeks asylum without a parent",
    "14A": "Behaviour that harms or frightens others",
    "20": "Something else",
}
"""What else weighs on the child."""
AT_HOME: dict[str, str] = {
    "1B": "Alcohol: a parent or carer",
    "2B": "Drugs: a parent or carer",
    "4B": "Mental health: a parent or carer",
    "5B": "Learning disability: a parent or carer",
    "6B": "Physical disability or illness: a parent or carer",
    "1C": "Alcohol: someone else at home",
    "2C": "Drugs: someone else at home",
    "4C": "Mental health: someone else at home",
    "5C": "Learning disability: someone else at home",
    "6C": "Physical disability or illness: someone else at home",
}
"""What weighs on the adults and others at home."""
WORRIES: dict[str, str] = {**HARMS, **NEEDS}
"""After which further questions may be asked."""
HARM_TYPES: dict[str, str] = {**WORRIES, **AT_HOME, UNSURE: "I am not sure"}
"""All that a submission may name."""


class Context(models.TextChoices):
    """Where harm happens."""

    HOME = "home", "At home"
    OTHER_HOME = "other_home", "In another home, such as a relative’s"
    SCHOOL = "school", "At school, college or nursery"
    PLACE = "place", "In a place outside, such as a park, a shop or a bus"
    GROUP = "group", "In a group of friends or other young people"
    ONLINE = "online", "Online"
    ACTIVITY = "activity", "In a club, faith group or other activity"
    CARE = "care", "Where the child is looked after"
    UNKNOWN = "unknown", "Not known"


AREAS: dict[str, str] = {
    "head": "Head or scalp",
    "face": "Face",
    "eyes": "Eyes",
    "ears": "Ears",
    "mouth": "Mouth",
    "neck": "Neck",
    "shoulders": "Shoulders",
    "chest": "Chest",
    "belly": "Belly",
    "back": "Back",
    "arms": "Arms",
    "hands": "Hands or fingers",
    "buttocks": "Buttocks",
    "private": "Private parts",
    "legs": "Legs",
    "feet": "Feet or toes",
}
"""Regions of a body map."""
SIDES: dict[str, str] = {
    "left": "Left (the child’s)",
    "right": "Right (the child’s)",
    "front": "Front",
    "behind": "Back",
    "inner": "Inside, such as of the thigh or the upper arm",
}
TOOLS: dict[str, str] = {
    "gcp2": "Neglect: Graded Care Profile 2 (GCP2)",
    "dash": "Domestic abuse: DASH risk checklist",
    "exploitation": "Exploitation screening tool",
    "sdq": "Strengths and Difficulties Questionnaire (SDQ)",
    "body_map": "Body map",
    "eha": "Early help assessment",
    "chronology": "Chronology",
    "other": "Another tool",
}
"""Tools that a referrer may have filled in."""
