"""Notifications of the police, row by row: which columns there are, and what a row says."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from children.rules import ChildDetails
from foundation import clock
from foundation.design.words import lower_first
from foundation.errors import Problem, Refused
from referrals.models.codes import ConsentReason, ConsentStatus, Purpose, YesNoUnknown
from referrals.rules.encompass import Incident, yes, yes_no_unknown
from referrals.rules.submission import Answer, AnsweredSection, ChildGiven, Concern, Consent, Content, Referrer

COLUMNS: Mapping[str, str] = {
    "police_reference": "Police reference",
    "incident_on": "Day of the incident",
    "incident_time": "Time of the incident",
    "what_happened": "What happened",
    "given_name": "First name of the child",
    "family_name": "Last name of the child",
    "birth_date": "Date of birth",
    "sex": "Sex: F, M or U",
    "address": "Home address",
    "postcode": "Postcode",
    "school": "School",
    "immediate_danger": "Is the child in immediate danger: yes or no",
    "officer": "Officer",
    "officer_telephone": "Telephone number of the officer",
    "domestic_abuse": "Was it domestic abuse: yes or no",
    "place": "Where it happened",
    "child_present": "Was the child there: yes, no or unknown",
    "home_educated": "Does the child learn at home: yes or no",
    "child_said": "What the child said",
    "who_was_there": "Who was there",
}
LATER = frozenset({"domestic_abuse", "place", "child_present", "home_educated", "child_said", "who_was_there"})
"""Columns that came later: a row that says nothing there is the row that it was before."""
NEEDED = (
    "police_reference",
    "incident_on",
    "incident_time",
    "what_happened",
    "given_name",
    "family_name",
    "birth_date",
    "officer",
)
MOST_ROWS = 500
LONGEST_REFERENCE = 40
LONGEST_PLACE = 200
DATES = ("%Y-%m-%d", "%d/%m/%Y")
OWN_NAMES = {"worries": "what_happened", "name": "officer", "telephone": "officer_telephone"}
"""Columns whose question has another name on the form."""
Row = Mapping[str, str]


def check_columns(headings: Sequence[str]) -> None:
    """Refuse a file without a column that is needed, or with one that nobody asks for."""
    missing = [name for name in NEEDED if name not in headings]
    surplus = [name for name in headings if name not in COLUMNS]
    if missing:
        raise Refused(f"The file must have a column {missing[0]}", field="file")
    if surplus or len(set(headings)) != len(headings):
        raise Refused(
            "The file has a column that the portal does not know, or one twice. Use the headings of the list", field="file"
        )


def hash_of(row: Row | Sequence[Row]) -> str:
    """The same for rows that say the same, whatever the order of their columns."""
    said = _said(row) if isinstance(row, Mapping) else [_said(one) for one in row]
    return hashlib.sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _said(row: Row) -> dict[str, str]:
    return {name: value for name, value in row.items() if value or name not in LATER}


def tidy(row: Mapping[str, object]) -> dict[str, str]:
    """The row's own columns as text without blanks round it."""
    return {name: str(row.get(name) or "").strip() for name in COLUMNS}


def content_of(row: Row) -> tuple[Content, list[Problem]]:
    """What a row says, and what cannot be read in it. What the front door asks of it is judged afterwards."""
    wrong = [Problem(f"Enter {lower_first(COLUMNS[name])}", name) for name in NEEDED if not row[name]]
    if len(row["police_reference"]) > LONGEST_REFERENCE:
        wrong.append(Problem(f"Police reference must be {LONGEST_REFERENCE} characters or fewer", "police_reference"))
    born, happened_on = _date(row, "birth_date", wrong), _date(row, "incident_on", wrong)
    at = _time(row, wrong)
    content = Content(
        referrer=Referrer(name=row["officer"], role="Police officer", telephone=row["officer_telephone"]),
        purpose=Purpose.DOMESTIC_ABUSE if yes(row["domestic_abuse"]) else Purpose.NOTIFICATION,
        children=[_child(row, born)],
        consent=Consent(ConsentStatus.NOT_SOUGHT, reason=ConsentReason.DUTY_TO_NOTIFY, family_told=YesNoUnknown.UNKNOWN),
        concern=Concern(
            worries=row["what_happened"],
            incident_at=datetime.combine(happened_on, at, tzinfo=clock.LONDON) if happened_on and at else None,
        ),
        immediate_danger=yes(row["immediate_danger"]),
        answers=[_wording(row)],
    )
    return content, wrong


def incident_key(row: Row) -> tuple[str, str, str]:
    """The same for the children of one incident."""
    return row["police_reference"], row["incident_on"], row["incident_time"]


def incident_of(row: Row) -> Incident:
    """What a notice to the school says of the incident."""
    return Incident(
        row["police_reference"],
        row["place"][:LONGEST_PLACE],
        yes_no_unknown(row["child_present"]),
        home_educated=yes(row["home_educated"]),
        child_said=row["child_said"],
        who_was_there=row["who_was_there"],
    )


def joined(contents: Sequence[Content]) -> Content:
    """Several children of one incident as one submission: each child, what was said of each, and the most urgent of it."""
    first = contents[0]
    if len(contents) == 1:
        return first
    worries = "\n\n".join(dict.fromkeys(one.concern.worries for one in contents))
    abuse = any(one.purpose == Purpose.DOMESTIC_ABUSE for one in contents)
    answers = [
        AnsweredSection(section=f"{part['section']}/{place}", title=f"{part['title']}, child {place}", answers=part["answers"])
        for place, one in enumerate(contents, start=1)
        for part in one.answers
    ]
    return replace(
        first,
        purpose=Purpose.DOMESTIC_ABUSE if abuse else first.purpose,
        children=[child for one in contents for child in one.children],
        concern=replace(first.concern, worries=worries),
        immediate_danger=any(one.immediate_danger for one in contents),
        answers=answers,
    )


def _child(row: Row, born: date | None) -> ChildGiven:
    details = ChildDetails(
        family_name=row["family_name"],
        given_name=row["given_name"],
        birth_date=born,
        sex=row["sex"].upper() or "U",
        address=row["address"],
        postcode=row["postcode"],
    )
    return ChildGiven(details, school=row["school"])


def _wording(row: Row) -> AnsweredSection:
    answers = [Answer(question=words, answer=row[name]) for name, words in COLUMNS.items() if row[name]]
    return AnsweredSection(section="notification", title="Police notification", answers=answers)


def _date(row: Row, name: str, wrong: list[Problem]) -> date | None:
    for form in DATES:
        try:
            return datetime.strptime(row[name], form).replace(tzinfo=clock.LONDON).date()
        except ValueError:
            continue
    if row[name]:
        wrong.append(Problem(f"{COLUMNS[name]} must be a real date, like 2017-03-27", name))
    return None


def _time(row: Row, wrong: list[Problem]) -> time | None:
    try:
        return time.fromisoformat(row["incident_time"]).replace(tzinfo=None)
    except ValueError:
        if row["incident_time"]:
            wrong.append(Problem("Time of the incident must be a time, like 21:40", "incident_time"))
    return None
