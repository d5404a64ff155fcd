"""A chronology as agencies keep it: dates in several forms in one file, ambiguous ones refused with a reason, nothing doubled."""

import datetime as dt
import io
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Person
from foundation.errors import NotVisible, Refused
from foundation.exports import Column, Table, as_xlsx, read_grid
from reviews.models import AgencyReturn, ChronologyEntry, ChronologyUpload
from reviews.presenters.returns import rows_to_put_right, template_table
from reviews.rules.chronology_dates import Day, Unreadable, day_in, place_of, spoken, time_in, with_quality
from reviews.rules.chronology_rows import FileRow, judge, rows_in
from reviews.services.entries import add_entry, change_entry, give_up_upload, strike_entry, take_in_upload, try_upload
from reviews.services.returns import send_back_return, send_return
from tests.reviews import build
from tests.reviews import build_chronology as chronology

TODAY = dt.date(2024, 6, 5)
THIRD_OF_MAY = dt.date(2021, 5, 3)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (THIRD_OF_MAY, Day(THIRD_OF_MAY)),
        (dt.datetime(2021, 5, 3, 9, 30), Day(THIRD_OF_MAY, at=dt.time(9, 30))),  # as a file has it
        ("03/05/2021", Day(THIRD_OF_MAY)),
        ("3.5.2021", Day(THIRD_OF_MAY)),
        ("3 May 2021", Day(THIRD_OF_MAY)),
        ("Monday, 3rd of May 2021", Day(THIRD_OF_MAY)),
        ("May 3, 2021", Day(THIRD_OF_MAY)),
        ("2021-05-03", Day(THIRD_OF_MAY)),
        ("about 3 May 2021", Day(THIRD_OF_MAY, "approximate")),
        ("c. 03/05/2021", Day(THIRD_OF_MAY, "approximate")),
        ("May 2021", Day(dt.date(2021, 5, 1), "month")),
        ("approx. May 2021", Day(dt.date(2021, 5, 1), "month")),
        ("05/2021", Day(dt.date(2021, 5, 1), "month")),
        ("2021-05", Day(dt.date(2021, 5, 1), "month")),
        ("2021", Day(dt.date(2021, 1, 1), "year")),
        (2021, Day(dt.date(2021, 1, 1), "year")),
    ],
)
def test_a_day_is_read_in_the_forms_that_people_write(cell: object, expected: Day) -> None:
    assert day_in(cell, today=TODAY) == expected


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("", "Enter the date"),
        (None, "Enter the date"),
        ("31/02/2021", "on no calendar"),
        ("05/13/2021", "no month 13"),
        ("2021-13-01", "on no calendar"),
        ("03/05/21", "in several ways"),
        ("3 May 21", "in several ways"),
        ("3 May", "no date that can be read"),
        ("summer 2021", "no date that can be read"),
        ("3 or 4 May 2021", "no date that can be read"),
        ("Tuesday 3 May 2021", "was a Monday, not a Tuesday"),
        (44319, "a number, not a date"),
        ("6 June 2024", "lies in the future"),
        ("3 May 1821", "too long ago"),
    ],
)
def test_a_day_that_is_none_or_could_be_two_is_refused_and_says_why(cell: object, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        day_in(cell, today=TODAY)


def test_where_a_file_writes_the_month_first_a_day_that_could_be_two_is_not_guessed() -> None:
    rows = [FileRow(2, _cells("05/13/2021")), FileRow(3, _cells("03/05/2021")), FileRow(4, _cells("04/04/2021"))]
    judged = judge(rows, there=(), today=TODAY)
    assert "no month 13" in judged[0].wrong[0][1]
    assert "can be 3 May 2021 or 5 March 2021" in judged[1].wrong[0][1]
    assert judged[2].written is not None


@pytest.mark.parametrize(
    ("cell", "expected"), [("14:30", dt.time(14, 30)), ("2.30pm", dt.time(14, 30)), ("9am", dt.time(9)), ("", None)]
)
def test_a_time_is_read(cell: str, expected: dt.time | None) -> None:
    assert time_in(cell) == expected


@pytest.mark.parametrize("cell", ["9", "25:00", "in the morning", "13pm"])
def test_a_time_that_is_none_is_refused(cell: str) -> None:
    with pytest.raises(Unreadable, match="no time"):
        time_in(cell)


def test_time_as_a_file_keeps_it() -> None:
    assert time_in(dt.time(9, 30, 12)) == time_in(dt.timedelta(hours=9, minutes=30)) == dt.time(9, 30)


def test_what_is_known_less_well_comes_before_what_happened_in_it() -> None:
    days = [Day(dt.date(2021, 5, 1), at=dt.time(8)), Day(dt.date(2021, 5, 1)), Day(dt.date(2021, 5, 1), "month")]
    places = [place_of(Day(dt.date(2021, 1, 1), "year")), *(place_of(one) for one in reversed(days))]
    assert places == sorted(places)
    assert [spoken(days[2]), spoken(Day(dt.date(2021, 1, 1), "year"))] == ["May 2021", "2021"]


def test_the_quality_of_a_date_is_never_made_better_than_the_date() -> None:
    assert with_quality(Day(THIRD_OF_MAY), "month") == Day(dt.date(2021, 5, 1), "month")
    assert with_quality(Day(THIRD_OF_MAY), "year") == Day(dt.date(2021, 1, 1), "year")
    assert with_quality(Day(THIRD_OF_MAY), "approximate") == Day(THIRD_OF_MAY, "approximate")
    with pytest.raises(Unreadable, match="not known to the day"):
        with_quality(Day(dt.date(2021, 5, 1), "month"), "exact")


def _cells(when: Any, **more: Any) -> dict[str, Any]:
    return {"when": when, "source": "Notes", "event": "A visit.", **more}


@pytest.mark.parametrize(
    ("more", "column", "sentence"),
    [
        ({"source": ""}, "Source", "in which records"),
        ({"event": ""}, "Event", "what happened"),
        ({"source": "x" * 201}, "Source", "at most 200"),
        ({"child_seen": "perhaps"}, "Child seen", "is not one of: Seen alone, Seen"),
        ({"significance": "huge"}, "Significance", "is not one of: Routine, Key"),
        ({"until": "2 May 2021"}, "Last day", "before the first"),
        ({"until": "May 2021"}, "Last day", "as a day"),
        ({"at": "9"}, "Time", "no time"),
        ({"precision": "guess"}, "Quality of date", "is not one of"),
        ({"when": "May 2021", "at": "14:00"}, "Time", "needs a day"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_by_column(more: dict[str, Any], column: str, sentence: str) -> None:
    (judged,) = judge([FileRow(7, _cells("3 May 2021") | more)], there=(), today=TODAY)
    assert judged.written is None
    assert [(name, sentence in said) for name, said in judged.wrong] == [(column, True)]


# -- whole files ---------------------------------------------------------------


def workbook(*rows: tuple[Any, ...], headings: tuple[str, ...] = ("Date", "Source", "Event", "Persons", "Child seen")) -> bytes:
    """A file as an agency makes it, with real dates of Excel among words."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False})
    sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
    for row, cells in enumerate((headings, *rows)):
        for column, cell in enumerate(cells):
            if isinstance(cell, dt.date):
                sheet.write_datetime(row, column, dt.datetime(cell.year, cell.month, cell.day), day)
            elif cell is not None:
                sheet.write(row, column, cell)
    book.close()
    return out.getvalue()


MIXED = (
    (THIRD_OF_MAY, "Notes", "A visit.", "Robin", "Seen alone"),
    ("04/05/2021", "Notes", "A call.", "mother", ""),
    ("5 May 2021", "Notes", "A meeting.", "Robin", "seen"),
    ("2021-05-06", "Notes", "Not at home.", "Robin", "Not seen"),
    ("May 2021", "Notes", "Referred on.", "Robin", "n/a"),
    ("about 9 May 2021", "Notes", "=2+2 on the fridge", "", None),
    (None, None, None, None, None),
    ("03/05/21", "Notes", "Who knows.", "", ""),
    ("5 May 2021", "Notes", "A meeting.", "Robin", "seen"),
    ("5 May 2021", "Notes", "Another meeting that day.", "Robin", "seen"),
)


def _upload(author: Person, found: AgencyReturn, content: bytes, name: str = "chronology.xlsx") -> ChronologyUpload:
    return try_upload(by=author, reference=found.reference, file=SimpleUploadedFile(name, content))


@pytest.fixture
def own(db: None) -> AgencyReturn:
    owner = build.board_manager()
    (found,) = chronology.asked(owner, build.with_child(owner).case, chronology.author_of())
    return chronology.begun(found)


def test_dates_in_five_forms_come_in_together_and_what_overlaps_is_kept(own: AgencyReturn) -> None:
    upload = _upload(own.author, own, workbook(*MIXED))
    assert not ChronologyEntry.objects.exists()
    taken = take_in_upload(by=own.author, reference=own.reference, upload=upload.pk)
    assert taken.taken == 7
    kept = own.entries.order_by("place")
    assert [(row.happened_on.day, row.precision) for row in kept] == [
        (1, "month"), (3, "exact"), (4, "exact"), (5, "exact"), (5, "exact"), (6, "exact"), (9, "approximate"),
    ]  # fmt: skip
    assert kept.last().event == "=2+2 on the fridge"  # type: ignore[union-attr]
    assert [FileRow.from_json(row).number for row in taken.rows] == [9]


def test_rows_to_put_right_are_downloaded_put_right_and_sent_again_without_doubling_the_others(own: AgencyReturn) -> None:
    upload = take_in_upload(by=own.author, reference=own.reference, upload=_upload(own.author, own, workbook(*MIXED)).pk)
    judged = judge(map(FileRow.from_json, upload.rows), there=(), today=TODAY)
    rows = rows_in(read_grid(as_xlsx(rows_to_put_right(judged))))
    assert [row.cells["event"] for row in rows] == ["Who knows."]
    right = (*MIXED[:7], ("3 May 2021", *MIXED[7][1:]))
    again = take_in_upload(by=own.author, reference=own.reference, upload=_upload(own.author, own, workbook(*right)).pk)
    assert (again.taken, again.rows) == (1, [])
    assert own.entries.count() == 8


def test_the_template_is_the_shape(own: AgencyReturn) -> None:
    grid = read_grid(as_xlsx(template_table()))
    filled = Table(
        "x", tuple(Column(str(cell)) for cell in grid.rows[0]), [["3 May 2021", *[""] * 3, "Notes", "", "A visit.", *[""] * 4]]
    )
    upload = _upload(own.author, own, as_xlsx(filled))
    assert take_in_upload(by=own.author, reference=own.reference, upload=upload.pk).taken == 1
    with pytest.raises(Refused, match="no rows under"):
        _upload(own.author, own, as_xlsx(template_table()))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04 not a workbook", "not damaged"),
        (workbook(("3 May 2021", "A visit."), headings=("Date", "Event")), "no column “Source”"),
        (workbook(("x", "y"), headings=("Foo", "Bar")), "No row of headings"),
        (b"Date,Source,Event\n" + b"3 May 2021,Notes,A visit.\n" * 5_001, "rows and 40 columns or fewer"),
    ],
)
def test_what_is_no_chronology_is_refused(own: AgencyReturn, content: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        _upload(own.author, own, content)


def test_a_csv_file_is_read_too(own: AgencyReturn) -> None:
    content = "When,Source,What happened\n".replace("When", "Date").encode() + b"3 May 2021,Notes,A visit.\n"
    upload = _upload(own.author, own, content, "chronology.csv")
    assert take_in_upload(by=own.author, reference=own.reference, upload=upload.pk).taken == 1


def test_a_file_is_taken_in_once_and_may_be_given_up(own: AgencyReturn) -> None:
    upload = _upload(own.author, own, workbook(*MIXED))
    take_in_upload(by=own.author, reference=own.reference, upload=upload.pk)
    with pytest.raises(Refused, match="taken in already"):
        take_in_upload(by=own.author, reference=own.reference, upload=upload.pk)
    assert give_up_upload(by=own.author, reference=own.reference, upload=upload.pk).rows == []
    with pytest.raises(NotVisible):
        give_up_upload(by=own.author, reference=own.reference, upload=upload.pk)


def test_a_file_without_a_good_row_is_not_taken_in(own: AgencyReturn) -> None:
    upload = _upload(own.author, own, workbook(MIXED[7]))
    with pytest.raises(Refused, match="no row that can be taken in"):
        take_in_upload(by=own.author, reference=own.reference, upload=upload.pk)


# -- one by one ----------------------------------------------------------------


def test_an_entry_is_typed_changed_and_struck_with_a_reason_and_stays_on_the_record(own: AgencyReturn) -> None:
    (row,) = chronology.added(own, chronology.entry())
    change_entry(by=own.author, reference=own.reference, entry=row.pk, written=chronology.entry(event="Two visits."))
    with pytest.raises(Refused, match="why you strike"):
        strike_entry(by=own.author, reference=own.reference, entry=row.pk, reason=" ")
    strike_entry(by=own.author, reference=own.reference, entry=row.pk, reason="Another family")
    assert ChronologyEntry.objects.get().struck_reason == "Another family"
    with pytest.raises(NotVisible):
        change_entry(by=own.author, reference=own.reference, entry=row.pk, written=chronology.entry())


def test_the_same_entry_is_not_kept_twice_unless_the_first_was_struck(own: AgencyReturn) -> None:
    (row,) = chronology.added(own, chronology.entry())
    with pytest.raises(Refused, match="has this entry already"):
        add_entry(by=own.author, reference=own.reference, written=chronology.entry(event=" visit  AT home."))
    (other,) = chronology.added(own, chronology.entry(event="A call."))
    with pytest.raises(Refused, match="has this entry already"):
        change_entry(by=own.author, reference=own.reference, entry=other.pk, written=chronology.entry())
    strike_entry(by=own.author, reference=own.reference, entry=row.pk, reason="Twice")
    assert chronology.added(own, chronology.entry())


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"source": " "}, "in which records"),
        ({"event": " "}, "what happened"),
        ({"on": dt.date(2099, 1, 1)}, "today or in the past"),
        ({"until": dt.date(2021, 5, 1)}, "before the first"),
        ({"until": dt.date(2099, 5, 1)}, "today or in the past"),
    ],
)
def test_an_entry_says_what_is_wrong_with_it(own: AgencyReturn, changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        chronology.added(own, chronology.entry(**changes))


def test_what_was_sent_is_fixed_and_can_only_be_struck_when_it_came_back(own: AgencyReturn) -> None:
    chronology.written(own)
    (row,) = chronology.added(own, chronology.entry())
    send_return(by=own.author, reference=own.reference, version=chronology.again(own).version)
    with pytest.raises(Refused, match="not changed"):
        strike_entry(by=own.author, reference=own.reference, entry=row.pk, reason="Wrong")
    owner = own.case.members.get().person
    send_back_return(by=owner, reference=own.reference, missing="The father.", due_on=dt.date(2099, 1, 1))
    with pytest.raises(Refused, match="has been sent"):
        change_entry(by=own.author, reference=own.reference, entry=row.pk, written=chronology.entry(event="Other."))
    assert strike_entry(by=own.author, reference=own.reference, entry=row.pk, reason="Wrong").struck_at


def test_only_the_author_adds_entries(own: AgencyReturn) -> None:
    with pytest.raises(NotVisible):
        add_entry(by=own.case.members.get().person, reference=own.reference, written=chronology.entry())
