"""The draft of a year: who may read and write which chapter, what stood in it, and what a reader has not read yet."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Count, DateField, F, IntegerField, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Left, TruncDate

from accounts.access import BUSINESS_TEAM
from accounts.access_table import holdings_now, role_codes
from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear, london_date
from foundation.errors import NotVisible, Refused
from foundation.pages import Page, page_after
from reporting.access import READERS
from reporting.models import (
    ChapterAuthor,
    Consultation,
    ConsultedPerson,
    Contribution,
    DraftComment,
    Narrative,
    NarrativeVersion,
    ReadingMark,
)
from reporting.rules.drafting import is_over, over_words
from reporting.selectors.publishing import is_published
from reporting.selectors.templates import all_sections


@dataclass(frozen=True)
class ChapterText:
    """A chapter of a draft as it stands. `version` 0: nothing is written yet."""

    year: FinancialYear
    key: str
    title: str
    text: str
    version: int
    written_at: datetime | None = None
    written_by: str = ""


@dataclass(frozen=True)
class AuthorOfChapter:
    """Who writes a chapter by when, and whether they have said that their part is written."""

    name: str
    due_on: date
    is_done: bool


@dataclass(frozen=True)
class ChapterState:
    """How far a chapter is: who writes it, how many comments are open, whether the reader knows it as it is."""

    written: bool = False
    authors: tuple[AuthorOfChapter, ...] = ()
    open_comments: int = 0
    changed: bool = False
    """This person has not read it as it stands."""
    ever_read: bool = False
    missing: tuple[str, ...] = ()
    """Agencies whose contribution is late."""


@dataclass(frozen=True)
class ConsultationHeld:
    """A consultation on a year's draft: with whom, since when."""

    reference: str
    whom: str
    opened_on: date


@dataclass(frozen=True)
class DraftOfYear:
    """How far the draft of a year is."""

    chapters: Mapping[str, ChapterState]
    consultations: Sequence[ConsultationHeld]


def keeps_the_draft(person: Person) -> bool:
    """Whether the person is of the business team."""
    return BUSINESS_TEAM in role_codes(person)


def authorships(person: Person, year: FinancialYear, section: str = "") -> Collection[str]:
    """The sections of a year that the person has been asked to write, while they work for some agency."""
    if not holdings_now(person):
        return ()
    rows = ChapterAuthor.objects.filter(year=year.label, person=person, ended_at__isnull=True)
    return set((rows.filter(section=section) if section else rows).values_list("section", flat=True))


def may_write(person: Person, year: FinancialYear, section: str) -> bool:
    """Whether the person writes this chapter: of the business team, or asked to write it.

    Whoever was asked only reads it once they have said that their part is written, or the report is published.
    """
    if keeps_the_draft(person):
        return True
    if not holdings_now(person) or is_published(year.label):
        return False
    mine = ChapterAuthor.objects.filter(year=year.label, section=section, person=person, ended_at__isnull=True)
    return mine.filter(done_at__isnull=True).exists()


def consulted_on(person: Person, year: FinancialYear) -> tuple[ConsultedPerson, ...]:
    """The person's places in the consultations on a year's draft, the newest first; over or not."""
    rows = ConsultedPerson.objects.filter(person=person, consultation__year=year.label)
    return tuple(rows.select_related("consultation").order_by("-consultation__opened_at")) if holdings_now(person) else ()


def open_place(person: Person, year: FinancialYear) -> ConsultedPerson | None:
    """The person's place in a consultation on this draft that is not over."""
    return next((one for one in consulted_on(person, year) if not _is_over(one)), None)


def _is_over(place: ConsultedPerson) -> bool:
    return is_over(place.consultation.until, clock.today(), ended=place.consultation.ended_at is not None)


def check_may_read(person: Person, year: FinancialYear, section: str) -> None:
    """Admit those who read the report, who write this chapter, and who are consulted on the draft.

    Refuses with a sentence whoever was consulted and comes too late; for everybody else there is no draft.
    """
    if READERS.admits(person) or authorships(person, year, section):
        return
    places = consulted_on(person, year)
    if any(not _is_over(one) for one in places):
        return
    if places:
        held = places[0].consultation
        raise Refused(over_words(held.until, london_date(held.ended_at) if held.ended_at else None))
    raise NotVisible


def title_of(section: str) -> str:
    """The title of a section; NotVisible where there is none of this name."""
    titles = all_sections()
    if section not in titles:
        raise NotVisible
    return titles[section]


def chapter_to_read(person: Person, year: FinancialYear, section: str) -> ChapterText:
    """A chapter of the draft for whoever may read it."""
    title = title_of(section)
    check_may_read(person, year, section)
    return _chapter(year, section, title)


def chapter_to_write(person: Person, year: FinancialYear, section: str) -> ChapterText:
    """A chapter of the draft for whoever may write it; for everybody else there is none."""
    title = title_of(section)
    if not may_write(person, year, section):
        raise NotVisible
    return _chapter(year, section, title)


def _chapter(year: FinancialYear, section: str, title: str) -> ChapterText:
    row = Narrative.objects.filter(year=year.label, section=section).first()
    if row is None:
        return ChapterText(year, section, title, "", 0)
    return ChapterText(year, section, title, row.text, row.version, row.changed_at, row.changed_by)


def authors_of(year: FinancialYear, section: str) -> list[ChapterAuthor]:
    """Who writes a chapter, whoever is due first first."""
    rows = ChapterAuthor.objects.filter(year=year.label, section=section, ended_at__isnull=True)
    return list(rows.select_related("person").order_by("due_on", "pk"))


TEXT, AUTHOR, COMMENTS, READ, CONSULTED, MISSING = "text", "author", "comments", "read", "consulted", "missing"


def draft_of_year(person: Person, year: FinancialYear, sections: Iterable[str], late: QuerySet[Contribution]) -> DraftOfYear:
    """How far each chapter of a year is, and who was consulted: for those who read the report, in one question.

    `late`: what agencies should have given to its chapters by now.
    """
    if not READERS.admits(person):
        raise NotVisible
    known = _all_rows(person, year, late)
    read = {section: number for what, section, _words, number, _day in known if what == READ}
    versions = {section: (number, words) for what, section, words, number, _day in known if what == TEXT}
    comments = {section: number for what, section, _words, number, _day in known if what == COMMENTS}
    missing: dict[str, list[str]] = {}
    for what, section, words, _number, _day in known:
        if what == MISSING:
            missing.setdefault(section, []).append(words)
    authors: dict[str, list[AuthorOfChapter]] = {}
    for what, section, words, number, day in known:
        if what == AUTHOR:
            authors.setdefault(section, []).append(AuthorOfChapter(words, day, is_done=bool(number)))
    nothing = (0, "")
    return DraftOfYear(
        {
            one: ChapterState(
                bool(versions.get(one, nothing)[1]),
                tuple(authors.get(one, ())),
                comments.get(one, 0),
                changed=versions.get(one, nothing)[0] > read.get(one, 0),
                ever_read=one in read,
                missing=tuple(missing.get(one, ())),
            )
            for one in sections
        },
        [ConsultationHeld(section, words, day) for what, section, words, _number, day in known if what == CONSULTED],
    )


def _all_rows(person: Person, year: FinancialYear, late: QuerySet[Contribution]) -> list[tuple[str, str, str, int, date]]:
    """What each row is, its section (of a consultation its reference), a word, a number and a day."""
    of_year = {"year": year.label}
    open_comments = DraftComment.objects.filter(**of_year, dealt_at__isnull=True).order_by().values("section")
    done = Case(When(done_at__isnull=True, then=0), default=1)
    asked = [
        _rows(Narrative.objects.filter(**of_year), TEXT, "section", Left("text", 1), F("version"), TruncDate("changed_at")),
        _rows(
            ChapterAuthor.objects.filter(**of_year, ended_at__isnull=True),
            AUTHOR,
            "section",
            F("person__name"),
            done,
            F("due_on"),
        ),
        _rows(late, MISSING, "section", F("agency__name"), Value(0), F("due_on")),
        _rows(open_comments, COMMENTS, "section", Value(""), Count("pk"), Value(year.end)),
        _rows(
            ReadingMark.objects.filter(**of_year, person=person), READ, "section", Value(""), F("version"), TruncDate("read_at")
        ),
        _rows(Consultation.objects.filter(**of_year), CONSULTED, "reference", F("whom"), Value(0), TruncDate("opened_at")),
    ]
    first, *others = asked
    return list(first.union(*others, all=True).order_by("day", "words"))


def _rows(query: Any, what: str, name: str, words: Any, number: Any, day: Any) -> Any:
    given = {
        "what": Value(what, output_field=TextField()),
        "name": Cast(name, TextField()),
        "words": Cast(words, TextField()),
        "number": Cast(number, IntegerField()),
        "day": Cast(day, DateField()),
    }
    return query.order_by().annotate(**given).values_list(*given)


# -- versions -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Version:
    """One version of a chapter's text."""

    number: int
    text: str
    written_at: datetime
    written_by: str
    restored_from: int | None
    current: bool = False


def sees_versions(person: Person, year: FinancialYear, section: str) -> bool:
    """Whether the person reads the report by their role, or writes this chapter."""
    return READERS.admits(person) or may_write(person, year, section)


def _check_sees_versions(person: Person, year: FinancialYear, section: str) -> None:
    title_of(section)
    if not sees_versions(person, year, section):
        raise NotVisible


def versions_of(person: Person, year: FinancialYear, section: str, after: str = "") -> tuple[list[Version], str]:
    """A page of the versions of a chapter, the newest first, and the key of those before; first what stands there.

    For those who read the report and who write the chapter; whoever is consulted reads what stands there, and nothing earlier.
    """
    _check_sees_versions(person, year, section)
    page: Page[NarrativeVersion] = page_after(_kept(year, section), "pk", after, newest_first=True)
    current = Narrative.objects.filter(year=year.label, section=section).first()
    first = [_current(current)] if current and not after else []
    return [*first, *map(_earlier, page.rows)], page.next_key


def version_of(person: Person, year: FinancialYear, section: str, number: int) -> Version:
    """One version of a chapter for whoever sees its versions; NotVisible where there is none of this number."""
    _check_sees_versions(person, year, section)
    return version_known(year, section, number)


def version_known(year: FinancialYear, section: str, number: int) -> Version:
    """One version of a chapter, for services that have asked who may."""
    current = Narrative.objects.filter(year=year.label, section=section).first()
    if current and current.version == number:
        return _current(current)
    found = _kept(year, section).filter(number=number).first()
    if found is None:
        raise NotVisible
    return _earlier(found)


def _kept(year: FinancialYear, section: str) -> QuerySet[NarrativeVersion]:
    return NarrativeVersion.objects.filter(year=year.label, section=section)


def _current(row: Narrative) -> Version:
    return Version(row.version, row.text, row.changed_at, row.changed_by, row.restored_from, current=True)


def _earlier(row: NarrativeVersion) -> Version:
    return Version(row.number, row.text, row.written_at, row.written_by, row.restored_from)


# -- reading and comments -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SinceRead:
    """What a reader has read of a chapter: the version, when, and its text; `mark` None: never."""

    mark: ReadingMark | None
    text: str = ""


def since_read(person: Person, chapter: ChapterText) -> SinceRead:
    """What the person knows of a chapter."""
    mark = ReadingMark.objects.filter(person=person, year=chapter.year.label, section=chapter.key).first()
    if mark is None:
        return SinceRead(None)
    if mark.version == chapter.version:
        return SinceRead(mark, chapter.text)
    return SinceRead(mark, version_known(chapter.year, chapter.key, mark.version).text if mark.version else "")


def comments_on(chapter: ChapterText, after: str = "") -> Page[DraftComment]:
    """A page of the comments beside a chapter, the newest first. Who may read the chapter has been asked."""
    rows = DraftComment.objects.filter(year=chapter.year.label, section=chapter.key)
    return page_after(rows, "pk", after, newest_first=True)


def open_comments_on(chapter: ChapterText) -> int:
    """How many comments beside a chapter nobody has dealt with. Who may read the chapter has been asked."""
    return DraftComment.objects.filter(year=chapter.year.label, section=chapter.key, dealt_at__isnull=True).count()


def comment_to_deal_with(person: Person, reference: str) -> DraftComment:
    """A comment for whoever may mark it dealt with: the business team and the authors of the chapter."""
    found = DraftComment.objects.filter(reference=reference).first()
    if found is None or not may_write(person, FinancialYear.from_label(found.year), found.section):
        raise NotVisible
    return found


def authorship(person: Person, reference: str) -> ChapterAuthor:
    """One authorship for the business team and for its author while it lasts; for everybody else there is none."""
    found = ChapterAuthor.objects.select_related("person").filter(reference=reference).first()
    if found is None or not (
        keeps_the_draft(person) or (found.person_id == person.pk and found.ended_at is None and holdings_now(person))
    ):
        raise NotVisible
    return found
