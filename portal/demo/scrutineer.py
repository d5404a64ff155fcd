"""What the demonstration’s independent scrutineer saw in the newest complete year, and says of it."""

from datetime import date, time

from accounts.models import Person
from board.models import ScrutinyNote, ScrutinyStatement
from foundation.calendar import FinancialYear, from_london
from portal.demo.references import References

NOON = time(12)

# What, month and day, where, title, what was noted, and what the yearly report may say of it; without that, nothing.
SEEN = (
    (
        "visit", 5, 14, "The front door", "A morning at the front door",
        "Officers ring the referrer before they decide. Two of nine contacts waited for an answer of an agency.",
        "Officers rang the referrer before they decided. Where a contact waited, it waited for the answer of an agency.",
    ),
    (
        "observation", 7, 9, "Town hall", "Executive group in July",
        "Health and police spoke as often as the council did.",
        "The three partners spoke as equals, and education was asked first about attendance.",
    ),
    (
        "conversation", 10, 22, "", "Young scrutineers",
        "They ask that letters say what was decided in the first line.",
        "Young people asked that letters say in the first line what was decided. The first five letters have been rewritten.",
    ),
    (
        "visit", 1, 21, "Children’s ward", "The children’s ward at night",
        "Staff know whom to ring; the number on the wall was an old one.",
        "Staff knew whom to ring at night. A number that was out of date was put right the same day.",
    ),
    ("note", 2, 11, "", "For my own follow-up", "Ask again about supervision in housing.", ""),
)  # fmt: skip
STATEMENT = """The arrangements worked in the year, and they worked best where the partners looked at the same figures together.

Challenge has changed something: both parents are named in plans, notices reach schools before nine in the morning, \
and young people are told what came of what they said. The threshold document is still hard to read.

What worries me is time. Some agencies answer the front door late, and actions that wait for two agencies wait longest. I ask \
the executive to look at both every quarter, and to say in the next report what it has done about them."""


def write_what_the_scrutineer_saw(references: References, scrutineer: Person, year: FinancialYear) -> None:
    """Visits and notes of a year, shared but for the last, and the statement on it."""
    for kind, month, day, place, title, text, said in SEEN:
        happened_on = date(year.start_year if month > 3 else year.start_year + 1, month, day)
        ScrutinyNote.objects.create(
            reference=references.new("3"), keeper=scrutineer, kind=kind, happened_on=happened_on, place=place, title=title,
            text=text, shared_at=from_london(happened_on, NOON) if said else None, report_words=said,
        )  # fmt: skip
    ScrutinyStatement.objects.create(
        year=year.label,
        keeper=scrutineer,
        text=STATEMENT,
        in_report=True,
        written_at=from_london(date(year.end.year, 5, 20), NOON),
    )
