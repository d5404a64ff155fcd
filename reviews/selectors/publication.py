"""What a case knows that must not be published, and what of it stands in a text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from foundation.working_days import working_calendar
from reviews.models import Case, CaseKind, DeathIdentity, WordKind
from reviews.rules.dates_in_text import dates_in
from reviews.rules.folding import fold
from reviews.rules.identifying import Finding, Known, Somebody, find, place_lines
from reviews.rules.naming import names_of_lines, parts_of

PANEL_DAYS = 7
"""Working days for which the national panel and the Secretary of State have a report before everybody else: SI 2018/789."""
OF_FAMILY = "somebody of the family"
OF_TEAM = "somebody named on the case"
NOT_TO_BE_NAMED = "somebody who must not be named"


@dataclass(frozen=True)
class Found:
    """A finding, in which part of the text and on which line of it; `answer`: why it may stand there."""

    part: str
    line: int
    finding: Finding
    answer: str


def _chain(case: Case) -> Iterator[Case]:
    """The case, and those out of which it came."""
    one: Case | None = case
    while one is not None:
        yield one
        one = one.follows


def known_of(case: Case, *, with_team: bool = True) -> Known:
    """Children with the addresses of their records, those named on the case, days, and what the owner has typed.

    Also what is known of a child who died, and the days of the cases out of which this one came.
    """
    words: dict[str, list[str]] = {kind: [] for kind in WordKind.values}
    for row in case.words_not_to_publish.all():
        words[row.kind].append(row.words)
    children = list(case.children.select_related("child"))
    people = [_split(name, NOT_TO_BE_NAMED) for name in words[WordKind.NAME]]
    places = list(words[WordKind.PLACE])
    dates: list[tuple[date, str]] = [(day, "date that must not be found") for day in days_of(" ; ".join(words[WordKind.DATE]))]
    stand: set[str] = set()
    for child in children:
        stand |= parts_of(child.pseudonym)
        people.append(Somebody(child.given_name, child.family_name, child.pseudonym))
        dates.insert(0, (child.birth_date, f"date of birth of {child.pseudonym}"))
        if child.child is not None:
            people.append(Somebody(f"{child.child.given_name} {child.child.known_as}", child.child.family_name, child.pseudonym))
            places += [*place_lines(child.child.address), *filter(None, [child.child.postcode])]
    schools = words[WordKind.SCHOOL]
    for identity in DeathIdentity.objects.filter(child__case__in=list(_chain(case))):
        places += place_lines(identity.address)
        schools += filter(None, [identity.school, identity.practice])
        people += [_split(name, OF_FAMILY) for name in names_of_lines(identity.family)]
    if with_team:
        people += [_split(name, OF_TEAM) for name in case.members.values_list("person__name", flat=True)]
        people += [_split(name, OF_TEAM) for name in case.returns.values_list("author__name", flat=True)]
    others = [one for one in people if one.who not in {child.pseudonym for child in children}]
    stand -= {part for one in others for part in parts_of(f"{one.given} {one.family}")}
    for one in _chain(case):
        if one.kind == CaseKind.INCIDENT:
            dates.append((one.incident.happened_on, "date of the incident"))
        if one.kind == CaseKind.DEATH:
            dates.append((one.death.died_on, "date of the death"))
    return Known(people, dates, places, schools, words[WordKind.OTHER], frozenset(stand))


def days_of(words: str) -> Iterator[date]:
    """The days that some words say."""
    for said in dates_in(fold(words).text):
        yield from said.days[:1]


def _split(name: str, who: str) -> Somebody:
    given, _, family = name.strip().rpartition(" ")
    return Somebody(given, family, who)


def found_in(case: Case, parts: dict[str, str]) -> list[Found]:
    """What the check finds in the parts of a text, each with the answer that it was given."""
    known = known_of(case)
    answers = dict(case.finding_answers.values_list("finding", "reason"))
    return [
        Found(part, text.count("\n", 0, one.start) + 1, one, answers.get(one.mark, ""))
        for part, text in parts.items()
        for one in find(text, known)
    ]


def found_in_publication(case: Case) -> list[Found]:
    """What the check finds in the text that is to be published."""
    text = case.publication_text
    return found_in(case, {"Title": text.title, "Summary": text.summary, "Report": text.body})


def panel_had_it_by(copies_sent_on: date) -> date:
    """The first day on which everybody may read what the panel got on a day."""
    return working_calendar().add_working_days(copies_sent_on, PANEL_DAYS)


def panel_copy_by(planned_on: date) -> date:
    """The last day on which the panel may get what everybody reads from a day on."""
    return working_calendar().add_working_days(planned_on, -PANEL_DAYS)
