"""Returns and their entries at any point of their way, for tests."""

from datetime import date, timedelta
from typing import Any

from accounts.models import Person
from foundation import clock
from reviews.models import AgencyReturn, Case, ChronologyEntry
from reviews.rules.chronology_dates import Day
from reviews.rules.chronology_rows import EntryWritten
from reviews.services.entries import add_entry
from reviews.services.returns import (
    LetterWritten,
    ReturnWritten,
    ask_agencies,
    declare_independent,
    send_return,
    write_return,
)
from tests.factories import make_agency, make_person


def letter(**changes: Any) -> LetterWritten:
    told = {
        "period_from": date(2021, 1, 1),
        "period_to": date(2021, 12, 31),
        "due_on": clock.today() + timedelta(days=14),
        "key_questions": "Who spoke to the father?",
        "names_children": True,
    }
    return LetterWritten(**{**told, **changes})


def author_of(kind: str = "health") -> Person:
    return make_person("practitioner", make_agency(kind))


def asked(owner: Person, case: Case, *authors: Person, **changes: Any) -> list[AgencyReturn]:
    """One letter to these authors; their returns in the same order."""
    made = ask_agencies(by=owner, case=case.reference, emails=[one.email for one in authors], written=letter(**changes))
    return [made.returns.get(author=one) for one in authors]


def again(found: AgencyReturn) -> AgencyReturn:
    return AgencyReturn.objects.select_related("request", "case", "letter", "agency", "author").get(pk=found.pk)


def begun(found: AgencyReturn) -> AgencyReturn:
    declare_independent(by=found.author, reference=found.reference, independent=True)
    return again(found)


def said(**changes: Any) -> ReturnWritten:
    told = {
        "involved": True,
        "involved_from": date(2021, 2, 1),
        "completer": "Named nurse",
        "summary": "Robin was seen at home.",
        "child_voice": "Nobody asked.",
        "fathers": "Nothing is known of the father.",
    }
    return ReturnWritten(**{**told, **changes})


def written(found: AgencyReturn, **changes: Any) -> AgencyReturn:
    write_return(by=found.author, reference=found.reference, version=again(found).version, written=said(**changes))
    return again(found)


def entry(on: date = date(2021, 5, 3), **changes: Any) -> EntryWritten:
    day = Day(on, changes.pop("precision", "exact"), changes.pop("at", None))
    told = {"source": "Case notes", "event": "Visit at home.", "persons": "Robin, mother"}
    return EntryWritten(day=day, **{**told, **changes})


def added(found: AgencyReturn, *entries: EntryWritten) -> list[ChronologyEntry]:
    return [add_entry(by=found.author, reference=found.reference, written=one) for one in entries]


def sent(found: AgencyReturn, *entries: EntryWritten, **changes: Any) -> AgencyReturn:
    """A return that was asked for, begun, written and sent, with these entries."""
    written(begun(found), **changes)
    added(found, *(entries or (entry(),)))
    send_return(by=found.author, reference=found.reference, version=again(found).version)
    return again(found)
