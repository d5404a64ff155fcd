"""Action plans as an agency keeps them in Excel: titles above, two rows of headings, merged cells, several owners in one."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

TITLE = "Response to the inspection of safeguarding and looked after children"
GREEN, AMBER, RED = "Green", "Amber", "Red"

# Action, who, deadline, progress, RAG, as an inspection’s plan of 22 rows has them: 14 green, 5 amber, 3 red.
ROWS = (
    ("Safeguarding", "Review thresholds with every partner", "Head of Safeguarding", "Immediate", "Reviewed in May.", GREEN),
    ("Safeguarding", "Record keeping and chronologies", "Head of Safeguarding", "Within 3 months", "Training is booked.", GREEN),
    ("Safeguarding", "Record keeping and chronologies", "Named Nurse", "Within 3 months", "Training has begun.", "G"),
    ("Safeguarding", "Audit cases each month", "Audit Manager / Head of Safeguarding", "Within 6 months", "Started.", GREEN),
    ("Safeguarding", "Appoint a named GP", "Medical Director", "Immediate", "Nobody has applied.", RED),
    ("Safeguarding", "Appoint a named midwife", "Director of Midwifery", "Within 3 months", "Advertised twice.", "Red - overdue"),
    ("Safeguarding", "Hear what children say of conferences", "Conference Manager", "within three months", "Begun.", "amber"),
    ("Safeguarding", "See children alone", "Head of Safeguarding", "Immediate", "Done in every case looked at.", GREEN),
    ("Safeguarding", "Share minutes in five days", "Conference Manager", "3 months", "Nine of ten.", "green"),
    ("Safeguarding", "Supervise every month", "Head of Safeguarding", "Within 6 months", "Eight of ten.", AMBER),
    ("Safeguarding", "Check the list of private fostering", "Fostering Manager", "30 September 2027", "Checked.", GREEN),
    ("Looked after children", "Write a health history for care leavers", "Named Nurse", "Within 3 months", "None yet.", RED),
    ("Looked after children", "Assess health in time", "Named Nurse", "Within 6 months", "Ninety in a hundred.", GREEN),
    ("Looked after children", "Plan for permanence", "Head of Care", "Within 6 months", "Started.", GREEN),
    ("Looked after children", "Visit in time", "Head of Care", "Immediate", "Ninety-five in a hundred.", GREEN),
    ("Looked after children", "Find more carers", "Fostering Manager", "30/09/2027", "Twelve found.", AMBER),
    ("Looked after children", "Support care leavers into work", "Head of Care\nHead of Youth", "Within 6 months", "Begun.", "A"),
    ("Looked after children", "Pathway plans", "Head of Care", "Within 3 months", "All written.", GREEN),
    ("Looked after children", "Personal education plans", "Virtual Head", "Within 3 months", "All written.", GREEN),
    ("Looked after children", "Advocacy is offered", "Participation Lead", "Immediate", "Offered.", GREEN),
    ("Looked after children", "Independent visitors", "Participation Lead", "Within 6 months", "Six matched.", AMBER),
    ("Looked after children", "Foster carers are trained", "Fostering Manager", "Within 6 months", "Started.", GREEN),
)  # fmt: skip


def inspection_plan(rows: Sequence[tuple[str, ...]] = ROWS) -> bytes:
    """The plan as a workbook: the section merged down its rows, “Progress” merged over update and RAG."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.set_properties({"created": datetime(2026, 10, 1)})  # the same bytes every time
    sheet = book.add_worksheet("Plan")
    sheet.merge_range(0, 0, 0, 5, TITLE)
    sheet.write(1, 0, "Agenda item 7")
    for column, heading in enumerate(("Section", "Action", "Person responsible", "Ofsted deadline")):
        sheet.merge_range(3, column, 4, column, heading)
    sheet.merge_range(3, 4, 3, 5, "Progress")
    sheet.write(4, 4, "Update as at 30 September 2026")
    sheet.write(4, 5, "RAG")
    first = 5
    for section in dict.fromkeys(row[0] for row in rows):
        number = sum(row[0] == section for row in rows)
        if number > 1:
            sheet.merge_range(first, 0, first + number - 1, 0, section)
        else:
            sheet.write(first, 0, section)
        first += number
    for place, row in enumerate(rows, start=5):
        for column, value in enumerate(row[1:], start=1):
            sheet.write_string(place, column, value)
    book.close()
    return out.getvalue()


def as_csv(lines: Iterable[Sequence[str]]) -> bytes:
    """A CSV file as Excel writes it."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(lines)
    return out.getvalue().encode()


def inspection_plan_as_csv(rows: Sequence[tuple[str, ...]] = ROWS) -> bytes:
    """The same plan saved as CSV: merged cells stand in their first place only."""
    head = [
        [TITLE, "", "", "", "", ""],
        [""] * 6,
        ["Section", "Action", "Person responsible", "Ofsted deadline", "Progress", ""],
        ["", "", "", "", "Update as at 30 September 2026", "RAG"],
    ]
    before, lines = "", []
    for row in rows:
        lines.append([row[0] if row[0] != before else "", *row[1:]])
        before = row[0]
    return as_csv([*head, *lines])


def upload(content: bytes, name: str = "plan.xlsx") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)
