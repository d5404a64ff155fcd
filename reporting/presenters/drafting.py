"""Wording of the pages on which the report is written together."""

from collections.abc import Iterable, Mapping, Sequence

from foundation.design import words
from reporting.models import DraftComment
from reporting.selectors.consultations import Consulted
from reporting.selectors.drafts import AuthorOfChapter, DraftOfYear, Version
from reporting.selectors.standing import EditedSince

SOMEBODY = "The portal"


def comment_rows(rows: Iterable[DraftComment], names: Mapping[str, str]) -> list[dict[str, object]]:
    """Each comment with who said it, when, and what was done about it."""
    return [
        {
            "reference": row.reference,
            "text": row.text,
            "who": names.get(row.made_by, SOMEBODY),
            "at": row.made_at,
            "version": row.version,
            "in_consultation": row.consultation_id is not None,
            "dealt": row.dealt_words,
            "dealt_who": names.get(row.dealt_by, SOMEBODY),
            "dealt_at": row.dealt_at,
        }
        for row in rows
    ]


def version_rows(rows: Iterable[Version], names: Mapping[str, str]) -> list[dict[str, object]]:
    """Each version with who wrote it and when."""
    return [
        {
            "number": row.number,
            "who": names.get(row.written_by, SOMEBODY),
            "at": row.written_at,
            "current": row.current,
            "restored_from": row.restored_from,
            "length": words.counted(len(row.text.split()), "word"),
        }
        for row in rows
    ]


def author_words(authors: Sequence[AuthorOfChapter]) -> str:
    """ "Sam Smith by 3 December 2026; Kim Lee, written"; empty where nobody was asked."""
    return "; ".join(f"{one.name}, written" if one.is_done else f"{one.name} by {words.date(one.due_on)}" for one in authors)


def chapter_rows(titles: Mapping[str, str], draft: DraftOfYear) -> list[dict[str, object]]:
    """The chapters of a year with who writes each, what is open and what is new to the reader."""
    return [
        {
            "key": key,
            "title": title,
            "written": draft.chapters[key].written,
            "authors": author_words(draft.chapters[key].authors),
            "open": draft.chapters[key].open_comments,
            "changed": draft.chapters[key].changed,
            "ever_read": draft.chapters[key].ever_read,
            "missing": "; ".join(draft.chapters[key].missing),
        }
        for key, title in titles.items()
    ]


def edited_rows(rows: Iterable[EditedSince], names: Mapping[str, str]) -> list[str]:
    """ "Foreword, on 3 December 2026 at 4pm by Sam Smith" for each chapter that was edited since an edition was compiled."""
    return [f"{row.title}, on {words.moment(row.written_at)} by {names.get(row.written_by, SOMEBODY)}" for row in rows]


def consulted_rows(rows: Iterable[Consulted]) -> list[dict[str, object]]:
    """Everybody who is consulted, whether they looked and how much they said."""
    return [{"name": row.place.person.name, "looked_at": row.place.looked_at, "comments": row.comments} for row in rows]
