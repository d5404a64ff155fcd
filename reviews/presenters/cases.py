"""The words of cases: lists, one case, and what has happened."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse

from accounts.models import RoleHolding
from children.rules import ETHNICITIES
from foundation import clock
from foundation.design import words
from foundation.models.events import DomainEvent
from reviews.models import Case, CaseChild, CaseKind, CaseMember, Question, TeamRole
from reviews.presenters import deaths, incidents, practice, returns
from reviews.presenters.briefings import EVENTS as BRIEFING_EVENTS
from reviews.presenters.findings import EVENTS as FINDING_EVENTS
from reviews.presenters.learning import learning_sections
from reviews.presenters.ways import Notice, Section, Way, steps_of
from reviews.rules.naming import names_in
from reviews.selectors.cases import CaseFile
from reviews.selectors.returns import READERS
from reviews.selectors.sight import KNOWS_CHILDREN
from work.presenters.clocks import clock_rows

WAYS: Mapping[str, Way] = {CaseKind.INCIDENT: incidents.WAY, CaseKind.DEATH: deaths.WAY, **practice.WAYS}
"""What each kind of case says of itself."""
EVENTS = {
    "reviews.case_renamed": "Case given another title",
    "reviews.child_added": "Child added",
    "reviews.child_changed": "Who a child is was put right",
    "reviews.member_named": "Somebody named on the case",
    "reviews.member_struck": "Somebody left the case",
    "reviews.case_followed": "A review was opened out of this case",
    "reviews.case_taken_over": "Taken over, because every owner had gone",
    "clock.held": "A clock was put on hold",
    "clock.released": "A clock runs again",
    "clock.revised": "A clock got another date",
    **BRIEFING_EVENTS,
    **FINDING_EVENTS,
    **returns.EVENTS,
    **{verb: text for way in WAYS.values() for verb, text in way.events.items()},
}


UNSIGNED = frozenset({"reviews.death_joined"})
"""By whom is not told: it would say where the case is to which a second notification was joined."""


def case_rows(cases: Iterable[Case]) -> list[dict[str, Any]]:
    """The rows of a list of cases."""
    return [_case_row(case, WAYS[case.kind]) for case in cases]


def _case_row(case: Case, way: Way) -> dict[str, Any]:
    (state, tone), due = way.state(case), way.due_on(case)
    return {
        "reference": case.reference,
        "href": reverse("reviews:case", args=[case.reference]),
        "title": case.title,
        "kind": case.get_kind_display(),
        "opened": words.date(case.opened_at),
        "state": state,
        "tone": tone,
        "due": due,
        "late": due is not None and due < clock.today(),
    }


def ownerless_rows(cases: Iterable[Case]) -> list[dict[str, Any]]:
    """Cases without an owner, of which nothing but this is told."""
    return [
        {
            "reference": case.reference,
            "kind": case.get_kind_display(),
            "opened": words.date(case.opened_at),
            "href": reverse("reviews:take_over", args=[case.reference]),
        }
        for case in cases
    ]


def case_page(file: CaseFile, names: Mapping[str, str]) -> dict[str, Any]:
    """Everything that the page of a case shows to this reader."""
    way = WAYS[file.case.kind]
    state, tone = way.state(file.case)
    steps = [*way.steps(file), *_chronology_steps(file)]
    if file.owned:
        steps += steps_of(
            file.case.reference,
            (
                ("name_member", "Name somebody on the case"),
                ("rename", "Give the case another title"),
                ("follow", "Open a review that comes out of this case"),
            ),
        )
    return {
        "case": file.case,
        "state": state,
        "tone": tone,
        "role": file.role.label,
        "owned": file.owned,
        "notices": [*way.notices(file), *_given_away(file, way)],
        "sections": [section for section in _all_sections(file, way) if section.data],
        "children": [
            {**child_card(child, identity=file.role in KNOWS_CHILDREN), "change": _change_of(child, file)}
            for child in file.children
        ],
        "members": [_member_row(row, file) for row in file.members],
        "clocks": clock_rows(file.clocks, manages=file.owned),
        "steps": steps,
        "entries": timeline(file.events, names),
    }


def _change_of(child: CaseChild, file: CaseFile) -> str:
    return reverse("reviews:change_child", args=[file.case.reference, child.pk]) if file.owned else ""


def _all_sections(file: CaseFile, way: Way) -> list[Section]:
    return [*way.sections(file), *_chronology_sections(file), *learning_sections(file)]


def _chronology_sections(file: CaseFile) -> list[Section]:
    """What agencies were asked, for those who read what they return."""
    if file.role not in READERS:
        return []
    rows = returns.agency_rows(file.returns, owned=file.owned, reads=True)
    return [Section("What agencies returned", "reviews/sections/agencies.html", rows)]


def _chronology_steps(file: CaseFile) -> list[dict[str, str]]:
    asks = (("ask_agencies", "Ask agencies what they know"),) if file.owned else ()
    reads = (("chronology", "Chronology of the case"),) if file.role in READERS and file.returns else ()
    return steps_of(file.case.reference, (*asks, *reads))


def _given_away(file: CaseFile, way: Way) -> list[Notice]:
    """Of children whose names stand in what is written of the case, where the pseudonym should."""
    found = [one.finding.text for one in file.findings if one.finding.struck_at is None]
    told = " ".join((*way.texts(file), *found))
    named = [child.pseudonym for child in file.children if names_in(told, (child.given_name, child.family_name))]
    if not named:
        return []
    text = (
        f"What is written below names {' and '.join(named)}. Write the pseudonym instead: not everybody who reads the case"
        " needs to know who the child is."
    )
    return [Notice("A child’s name is written here", text)]


def child_card(child: CaseChild, *, identity: bool) -> dict[str, Any]:
    """Who a child is: the key, which nothing else of the case tells, for those of the team who have to know it."""
    if not identity:
        return {"pseudonym": child.pseudonym, "rows": []}
    disabled = {True: "Yes", False: "No", None: "Not known yet"}[child.disabled]
    rows = (
        ("Name", f"{child.given_name} {child.family_name}"),
        ("Born", words.date(child.birth_date)),
        ("Sex", child.get_sex_display()),
        ("Ethnicity", dict(ETHNICITIES).get(child.ethnicity, "Not known yet")),
        ("Disabled", disabled),
        ("Seeking asylum alone", "Yes" if child.asylum else ""),
        ("Social care", child.get_known_to_care_display()),
        ("Home authority", child.home_authority),
        ("Record", child.child.reference if child.child else ""),
    )
    return {"pseudonym": child.pseudonym, "rows": [{"key": key, "value": value} for key, value in rows if value]}


def _member_row(row: CaseMember, file: CaseFile) -> dict[str, Any]:
    over = row.left_at is not None or row.grant.ended_at is not None
    lapsed = row.until is not None and row.until < clock.today()
    return {
        "name": row.person.name,
        "agency": row.agency.name,
        "role": TeamRole(row.role).label,
        "independent": row.independent,
        "reason": row.reason,
        "until": words.date(row.until) if row.until else "",
        "left": _left(row, over=over, lapsed=lapsed),
        "strike": reverse("reviews:strike_member", args=[file.case.reference, row.pk]) if _may_be_struck(row, file) else "",
    }


def _may_be_struck(row: CaseMember, file: CaseFile) -> bool:
    """Whether the reader may end somebody's place: a case keeps an owner."""
    owners = [one for one in file.members if one.role == TeamRole.OWNER and one.left_at is None]
    return file.owned and row.left_at is None and owners != [row]


def _left(row: CaseMember, *, over: bool, lapsed: bool) -> str:
    if row.left_at is not None:
        return f"Left on {words.date(row.left_at)}: {row.left_reason}"
    if over:
        return "Sees it no longer: the role for which they were named has ended"
    return "The last day has passed" if lapsed else ""


def timeline(happened: Iterable[DomainEvent], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """What happened, newest first, in words."""
    return [
        {
            "title": _title(event, names),
            "at": event.at,
            "by": "" if event.verb in UNSIGNED else names.get(event.actor_reference, ""),
            "text": event.reason,
        }
        for event in happened
        if event.verb in EVENTS
    ]


def _title(event: DomainEvent, names: Mapping[str, str]) -> str:
    person, seat = event.data.get("person"), event.data.get("seat")
    if seat:
        said = "yes" if event.data.get("agreed") else "no"
        return f"{RoleHolding.Seat(str(seat)).label} decided: {said}. {Question(str(event.data['question'])).label}"
    return f"{EVENTS[event.verb]}: {names.get(str(person), 'a colleague')}" if person else EVENTS[event.verb]


def people_of(file: CaseFile) -> set[str]:
    """The references of everybody whose name the page needs."""
    found = {event.actor_reference for event in file.events} | {str(event.data.get("person") or "") for event in file.events}
    return found - {""}
