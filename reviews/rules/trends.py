"""Ages on the trends map, and the features with which a partnership begins."""

from datetime import date

from foundation.calendar import completed_age

INFANT_BELOW = 2
TEENAGER_FROM = 13

USUAL = {
    "service": (
        "Child in need or on a plan",
        "Child looked after",
        "Community health services",
        "Mental health services for children",
        "Early help",
    ),
    "home": (
        "Mental health of a parent",
        "Substance misuse of a parent",
        "Missing from home or care",
        "No contact with the father",
        "Housing",
        "Domestic abuse at home",
    ),
    "development": (
        "Poor attendance at school",
        "Adverse experiences in childhood",
        "Behaviour",
        "Mental health of the child",
        "Missing education",
    ),
    "harm": (
        "Domestic abuse",
        "Injury that is not accidental",
        "Child sexual exploitation",
        "Child sexual abuse",
        "Neglect",
        "Death of an infant",
        "Coercive control",
        "Exposure to violence",
        "Harm outside the home",
        "Substance misuse",
        "Suicide or thoughts of it",
    ),
    "wider": (
        "Moves of home",
        "Contacts with the police",
        "Admissions to hospital",
        "Signs of trafficking",
        "Exclusion from school",
        "Gangs",
        "Consent of parents",
        "Trusted relationships",
    ),
}
"""By column: the features of the published map of an English partnership, 2022-23. The team adds its own."""


def age_group_of(born: date, on: date) -> str:
    """The row of the map for a child born on one day to whom something happened on another."""
    years = completed_age(born, on)
    if years < INFANT_BELOW:
        return "infant"
    return "teenager" if years >= TEENAGER_FROM else "child"
