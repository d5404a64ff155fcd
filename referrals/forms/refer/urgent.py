"""A draft about a child in immediate danger: what keeps it from being sent, and what can follow by amendment."""

from django.conf import settings

from foundation import clock
from foundation.errors import Problem
from referrals.forms.refer.reading import Reading
from referrals.forms.refer.sections import FAMILY, PEOPLE, Section
from referrals.forms.refer.sending import content_of
from referrals.rules.checking import problems_of


def hindrances(reading: Reading) -> list[Problem]:
    """What keeps a draft about a child in immediate danger from being sent: the essentials, and what would be cut off."""
    long = [Problem(sentence, name, page) for page, name, sentence in reading.too_long]
    cut = {(one.page, one.field) for one in long}
    told = problems_of(content_of(reading), clock.now(), clock.today(), test_numbers=settings.TEST_NHS_NUMBERS)
    found = [replace_page(one, reading) for one in told]
    return [*long, *(one for one in found if (one.page, one.field) not in cut)]


def replace_page(problem: Problem, reading: Reading) -> Problem:
    """The same with the page under which the draft keeps it: the second child may be kept under another number."""
    kind, slash, number = problem.page.partition("/")
    keys = reading.person_keys if kind == PEOPLE else reading.child_keys
    return Problem(problem.sentence, problem.field, keys[int(number) - 1]) if slash else problem


def hindering(reading: Reading) -> dict[str, list[str]]:
    """The sections that must be completed before sending, each with what to say about it."""
    if not reading.danger:
        return {section.code: [f"Complete “{section.title}”"] for section in reading.incomplete}
    found: dict[str, list[str]] = {}
    for problem in hindrances(reading):
        found.setdefault(section_code(problem.page), []).append(problem.sentence)
    return found


def section_code(page: str) -> str:
    """The section of which a page is part."""
    kind = page.partition("/")[0]
    return FAMILY if kind == PEOPLE else kind


def can_follow(reading: Reading) -> list[Section]:
    """The sections that lack something which is not waited for."""
    if not reading.danger:
        return []
    waited = hindering(reading)
    return [section for section in reading.incomplete if section.code not in waited]
