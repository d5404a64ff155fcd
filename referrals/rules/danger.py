"""A child in immediate danger: what must be known before it can be sent, what is read where nothing was said, what is missing.

Nothing but the essentials is waited for: who the child is, or where; what happened; who refers and how to reach them. A record
of a child needs a date of birth, for which a guess will do, or the date on which a birth is expected.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from foundation.errors import Problem
from referrals.models.codes import SAID_FIRST, ConsentReason, ConsentStatus, Purpose, YesNoUnknown
from referrals.rules.questions import MISSING
from referrals.rules.submission import AnsweredSection, ChildGiven, Content, PersonGiven, Referrer

NOT_KNOWN = "Not known"
NOT_ANSWERED = "Not answered when this was sent: a child was said to be in immediate danger."
MISSING_PAGE = "missing"
MISSING_TITLE = "Still missing when this was sent"
CAN_WAIT = "Sent without it: a child is in immediate danger"


def settled(content: Content) -> Content:
    """The same, saying what is honest where nothing was said: not known, not asked, and that protection is what is asked for."""
    consent = content.consent
    if consent.status not in SAID_FIRST:
        consent = replace(consent, status=ConsentStatus.NOT_SOUGHT)
    if consent.status == ConsentStatus.NOT_SOUGHT and consent.reason not in ConsentReason.values:
        consent = replace(consent, reason=ConsentReason.OTHER, details=consent.details or NOT_ANSWERED)
    return replace(
        content,
        purpose=content.purpose or Purpose.SOCIAL_CARE,
        children=[_child(child) for child in content.children],
        people=[_person(person) for person in content.people],
        consent=replace(consent, family_told=consent.family_told or YesNoUnknown.UNKNOWN),
        father_known=content.father_known or YesNoUnknown.UNKNOWN,
        other_carers=content.other_carers or YesNoUnknown.UNKNOWN,
    )


def _child(child: ChildGiven) -> ChildGiven:
    """A child of whom anything is known by which they can be found has a name that is not known."""
    details = child.details
    found_by = (details.family_name, details.given_name, details.known_as, details.address, child.whereabouts, child.school)
    if not any(one.strip() for one in found_by):
        return child
    given = details.given_name.strip() or (NOT_KNOWN if details.birth_date is not None else "")
    return replace(child, details=replace(details, family_name=details.family_name.strip() or NOT_KNOWN, given_name=given))


def _person(person: PersonGiven) -> PersonGiven:
    return replace(
        person,
        name=person.name.strip() or NOT_KNOWN,
        lives_in_household=person.lives_in_household or YesNoUnknown.UNKNOWN,
        relations=[
            replace(one, parental_responsibility=one.parental_responsibility or YesNoUnknown.UNKNOWN)
            for one in person.relations
            if one.relationship.strip()
        ],
    )


def problems_of_sender(sender: Referrer) -> Iterator[Problem]:
    """Who refers, and one way to reach them."""
    if not sender.name.strip():
        yield Problem(MISSING["about.name"], "name", "about")
    if not sender.telephone.strip() and not sender.email.strip():
        yield Problem(MISSING["about.telephone"], "telephone", "about")


def still_missing(problems: Iterable[Problem], titles: Iterable[str]) -> AnsweredSection:
    """What was not told, for whoever reads the contact. `titles`: of the pages of the children, in order."""
    names = dict(enumerate(titles, start=1))
    found = AnsweredSection(section=MISSING_PAGE, title=MISSING_TITLE, answers=[])
    for problem in problems:
        kind, _, number = problem.page.partition("/")
        whose = names.get(int(number), "") if kind == "children" and number else ""
        question = f"{whose}: {problem.sentence}" if whose else problem.sentence
        if all(row["question"] != question for row in found["answers"]):
            found["answers"].append({"question": question, "answer": CAN_WAIT})
    return found
