"""What each row of an action plan says, and what is wrong with it before anything that the portal knows is asked."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from board.plan_files.cells import Cell, Deadline, UnreadableCell, deadline_in, owners_in, rating_in, text_of
from board.plan_files.columns import FileRow, Meaning, day_of
from foundation.design.words import date as gov_date

LONGEST_NUMBER, LONGEST_POST, LONGEST_TEXT, LONGEST_PLACE = 10, 150, 4000, 2000
MOST_OWNERS = 6


@dataclass(frozen=True)
class Wrong:
    """What is wrong in a row: the heading of the column, what stands there, and what to do."""

    column: str
    typed: str
    sentence: str


@dataclass(frozen=True)
class Progress:
    """What a plan says of an action on a day, and how it rated it then."""

    text: str
    on: date
    rating: str = ""


@dataclass(frozen=True)
class Reading:
    """How the columns of a file are read: what each holds, from which day deadlines count, and as at which day it reports."""

    labels: Sequence[str]
    meanings: Sequence[str]
    counted_from: date | None = None
    as_at: date | None = None
    carries: bool = False

    def column_of(self, meaning: str) -> int | None:
        """The place of the column that holds this, if any does."""
        return self.meanings.index(meaning) if meaning in self.meanings else None

    def heading_of(self, meaning: str) -> str:
        """Its heading in the file, or what it is called where the file has none."""
        column = self.column_of(meaning)
        return str(Meaning(meaning).label) if column is None else self.labels[column]


@dataclass
class Draft:
    """One row as it was read."""

    row: FileRow
    number: str = ""
    text: str = ""
    owners: tuple[str, ...] = ()
    agency: str = ""
    deadline: Deadline | None = None
    evidence: str = ""
    recommendation: str = ""
    section: str = ""
    progress: tuple[Progress, ...] = ()
    fingerprint: str = ""
    wrong: list[Wrong] = field(default_factory=list)

    @property
    def rating(self) -> str:
        """The newest rating that the file gives it."""
        return next((one.rating for one in reversed(self.progress) if one.rating), "")

    @property
    def stands_at(self) -> str:
        """Where it stands in the report, in the file’s words."""
        numbered = self.recommendation.replace(".", "").isdecimal()
        named = f"Recommendation {self.recommendation}" if numbered else self.recommendation
        return ". ".join(part.rstrip(".") for part in (self.section, named) if part)


def read_rows(rows: Sequence[FileRow], reading: Reading, today: date) -> list[Draft]:
    """Every row as it is read."""
    carried: dict[str, str] = {}
    found = []
    for row in rows:
        read = _Row(row, reading, today)
        draft = read.draft()
        for meaning in (Meaning.SECTION, Meaning.RECOMMENDATION):
            name = str(meaning)
            if reading.carries and not getattr(draft, name) and reading.column_of(meaning) is not None:
                setattr(draft, name, carried.get(name, ""))
            carried[name] = getattr(draft, name)
        if len(draft.stands_at) > LONGEST_PLACE:
            read.refuse(Meaning.RECOMMENDATION, f"Say in {LONGEST_PLACE:,} characters or fewer where it stands in the report.")
        draft.fingerprint = _fingerprint(draft)
        found.append(draft)
    return found


def _fingerprint(draft: Draft) -> str:
    """The same for rows that say the same of an action, whatever file and row they stand in."""
    deadline = draft.deadline.due_on.isoformat() if draft.deadline else ""
    progress = [[one.text, one.on.isoformat(), one.rating] for one in draft.progress]
    said = [
        draft.number, draft.text, list(draft.owners), draft.agency, deadline, draft.evidence, draft.stands_at, progress,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(said).casefold().encode()).hexdigest()


class _Row:
    """One row, cell by cell."""

    def __init__(self, row: FileRow, reading: Reading, today: date) -> None:
        self.row, self.reading, self.today = row, reading, today
        self.made = Draft(row)

    def refuse(self, meaning: str, sentence: str) -> None:
        column = self.reading.column_of(meaning)
        typed = text_of(self.row.cells[column]) if column is not None else ""
        self.made.wrong.append(Wrong(self.reading.heading_of(meaning), typed, sentence))

    def cell(self, meaning: str) -> Cell:
        column = self.reading.column_of(meaning)
        return "" if column is None else self.row.cells[column]

    def words(self, meaning: str, longest: int) -> str:
        text = text_of(self.cell(meaning))
        if len(text) > longest:
            self.refuse(meaning, f"Use {longest:,} characters or fewer.")
            return ""
        return text

    def draft(self) -> Draft:
        made = self.made
        made.number = self.words(Meaning.NUMBER, LONGEST_NUMBER)
        made.text = self.words(Meaning.ACTION, LONGEST_TEXT)
        if not text_of(self.cell(Meaning.ACTION)):
            self.refuse(Meaning.ACTION, "Enter what the action is.")
        made.agency = text_of(self.cell(Meaning.AGENCY))
        made.evidence = self.words(Meaning.EVIDENCE, LONGEST_TEXT)
        made.recommendation = text_of(self.cell(Meaning.RECOMMENDATION))
        made.section = text_of(self.cell(Meaning.SECTION)) or self.row.section
        made.owners = self._owners()
        made.deadline = self._deadline()
        made.progress = self._progress()
        return made

    def _owners(self) -> tuple[str, ...]:
        found = owners_in(self.cell(Meaning.OWNER))
        if not found:
            self.refuse(Meaning.OWNER, "Enter who is responsible: a person or a post.")
        if len(found) > MOST_OWNERS or any(len(one) > LONGEST_POST for one in found):
            self.refuse(Meaning.OWNER, f"Name at most {MOST_OWNERS}, each in {LONGEST_POST} characters or fewer.")
        return found

    def _deadline(self) -> Deadline | None:
        try:
            return deadline_in(self.cell(Meaning.DEADLINE), self.reading.counted_from)
        except UnreadableCell as unreadable:
            self.refuse(Meaning.DEADLINE, str(unreadable))
            return None

    def _progress(self) -> tuple[Progress, ...]:
        """The updates in order of their day; a rating belongs to the update on its left, or to the first."""
        found: list[Progress] = []
        texts = [place for place, meaning in enumerate(self.reading.meanings) if meaning == Meaning.PROGRESS]
        ratings = self._ratings(texts)
        for place in texts or [-1]:
            text = text_of(self.row.cells[place]) if place >= 0 else ""
            day = (day_of(self.reading.labels[place]) if place >= 0 else None) or self.reading.as_at
            rating = ratings.get(place, "")
            if not text and not rating:
                continue
            if self._is_wrong(place, text, day):
                continue
            assert day is not None  # noqa: S101  # or it were wrong
            found.append(Progress(text, day, rating))
        return tuple(sorted(found, key=lambda one: one.on))

    def _ratings(self, texts: Sequence[int]) -> Mapping[int, str]:
        found: dict[int, str] = {}
        for place, meaning in enumerate(self.reading.meanings):
            if meaning != Meaning.RATING:
                continue
            of = max((text for text in texts if text < place), default=texts[0] if texts else -1)
            try:
                found[of] = rating_in(self.row.cells[place]) or found.get(of, "")
            except UnreadableCell as unreadable:
                typed = text_of(self.row.cells[place])
                self.made.wrong.append(Wrong(self.reading.labels[place], typed, str(unreadable)))
        return found

    def _is_wrong(self, place: int, text: str, day: date | None) -> bool:
        sentence = ""
        if day is None:
            sentence = "Say as at which day the plan reports, with the columns."
        elif day > self.today:
            sentence = f"This reports as at {gov_date(day)}, a day to come."
        elif len(text) > LONGEST_TEXT:
            sentence = f"Use {LONGEST_TEXT:,} characters or fewer."
        if sentence:
            heading = self.reading.labels[place] if place >= 0 else self.reading.heading_of(Meaning.PROGRESS)
            self.made.wrong.append(Wrong(heading, text, sentence))
        return bool(sentence)
