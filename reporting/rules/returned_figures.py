"""What others count and return for the yearly report besides the tiles: deaths, training, police, schools, looked-after children.

Most of it is returned by parts too (age, sector, place, …), so that a table of it stands in the report.
"""

from typing import Final

from foundation.figures import DisclosureClass, FigureKind, FigureSpec

PEOPLE, SENSITIVE = DisclosureClass.PEOPLE, DisclosureClass.SENSITIVE
EVENTS, PUBLISHED = DisclosureClass.EVENTS, DisclosureClass.PUBLISHED
COUNT, STATE, PERCENTAGE = FigureKind.COUNT, FigureKind.STATE, FigureKind.PERCENTAGE


def _counted(
    code: str, title: str, meaning: str, unit: str, disclosure: DisclosureClass, *by: str, kind: FigureKind = COUNT,
    per_10_000: bool = False,
) -> FigureSpec:  # fmt: skip
    return FigureSpec(code, title, meaning, unit, disclosure, kind, per_10_000=per_10_000, breakdowns=by)


def _share(
    code: str, title: str, meaning: str, unit: str, disclosure: DisclosureClass, top: str, bottom: str, *by: str
) -> FigureSpec:
    return FigureSpec(code, title, meaning, unit, disclosure, PERCENTAGE, numerator=top, denominator=bottom, breakdowns=by)


DEATHS: Final = (
    _counted(
        "deaths.reviewed",
        "Child deaths reviewed",
        "Deaths of children that the child death overview panel finished reviewing in the year, whenever the child died.",
        "children", SENSITIVE, "year_of_death", "age", "expected", "place", "learning",
    ),
    _counted("deaths.outstanding", "Child deaths waiting for a review",
             "Deaths whose review was not finished on the last day of the year.", "children", SENSITIVE, kind=STATE),
    _counted("deaths.rapid_responses", "Rapid responses to unexpected deaths",
             "Unexpected deaths after which the agencies met at once.", "deaths", SENSITIVE),
    _counted("deaths.meetings", "Meetings of the child death overview panel",
             "Meetings at which the panel reviewed deaths.", "meetings", EVENTS),
)  # fmt: skip
LEARNING: Final = (
    _share("training.attended", "Booked places that were taken up",
           "Of the places booked on the partnership’s courses those that were taken up, by sector and by course.", "places",
           EVENTS, "people who came", "places booked", "sector", "course"),
    _share("learning.confident_before", "Felt sure of the subject before the event",
           "Of those who answered before a learning event the share that felt sure of its subject.", "answers", EVENTS,
           "people who felt sure before", "people who answered before"),
    _share("learning.confident_after", "Felt sure of the subject after the event",
           "Of those who answered after a learning event the share that felt sure of its subject.", "answers", EVENTS,
           "people who felt sure after", "people who answered after"),
    _counted("reviews.started", "Practice reviews started", "Local child safeguarding practice reviews begun in the year.",
             "reviews", EVENTS),
    _counted("reviews.elsewhere", "Reviews led elsewhere in which we took part",
             "Practice reviews of other partnerships to which agencies here gave their account.", "reviews", EVENTS),
)  # fmt: skip
POLICE: Final = (
    _counted("domestic_abuse.incidents", "Domestic abuse incidents",
             "Incidents of domestic abuse that the police recorded, as they publish them.", "incidents", PUBLISHED),
    _counted("domestic_abuse.offences", "Domestic abuse offences",
             "Offences of domestic abuse that the police recorded, as they publish them.", "offences", PUBLISHED),
    _counted("domestic_abuse.conferences", "Cases at the risk assessment conference",
             "Cases of high risk that the multi-agency conference on domestic abuse spoke of.", "cases", PEOPLE),
    _counted("antisocial.warnings", "Warning cards for antisocial behaviour", "Cards given to young people under 18.",
             "cards", PEOPLE),
    _counted("antisocial.contracts", "Acceptable behaviour contracts", "Contracts agreed with young people under 18.",
             "contracts", PEOPLE),
    _counted("antisocial.orders", "Court orders on antisocial behaviour", "Orders made about young people under 18.",
             "orders", PEOPLE),
    _counted("offenders.managed", "Offenders managed together",
             "People whom police, probation and councils managed together on the last day of the year.", "people", PEOPLE,
             kind=STATE),
)  # fmt: skip
CARE_AND_SCHOOL: Final = (
    _counted("looked_after.children", "Children looked after",
             "Children looked after by the council on the last day.", "children", PEOPLE, kind=STATE, per_10_000=True),
    _counted("looked_after.adopted", "Children adopted from care", "Looked-after children for whom an adoption order was made.",
             "children", PEOPLE),
    _counted("private_fostering.notified", "Private fostering arrangements notified",
             "Arrangements of private fostering of which the council was told in the year.", "arrangements", PEOPLE),
    _share("school.five_passes", "Looked-after pupils with five good passes",
           "Of the looked-after pupils at the end of key stage 4 those with five good passes or more.", "pupils", PEOPLE,
           "pupils with five good passes", "looked-after pupils at the end of key stage 4"),
    _counted("school.suspended", "Looked-after pupils suspended from school",
             "Looked-after pupils who were suspended at least once in the school year.", "pupils", PEOPLE),
    _counted("mental_health.emergencies", "Emergency attendances for mental health",
             "Times that a child came to an emergency department for mental health.", "attendances", PEOPLE, "month", "age"),
    _counted("allegations.made", "Allegations against people who work with children",
             "Allegations that reached the designated officer in the year, by the sector in which the person works.",
             "allegations", SENSITIVE, "sector"),
)  # fmt: skip
MORE_RETURNED: Final = (*DEATHS, *LEARNING, *POLICE, *CARE_AND_SCHOOL)
