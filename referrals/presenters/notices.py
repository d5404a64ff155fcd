"""Batches of notifications in words."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from referrals.models import NoticeBatch, NoticeRow
from referrals.rules.notices import COLUMNS, NEEDED


def counts(batch: NoticeBatch) -> dict[str, int]:
    """How many rows of each state."""
    rows = list(batch.rows.all())
    return {str(state): sum(row.state == state for row in rows) for state in NoticeRow.State}


def batch_rows(batches: Sequence[NoticeBatch]) -> list[dict[str, Any]]:
    """The batches that were sent, newest first."""
    return [
        {
            "reference": batch.reference,
            "href": reverse("referrals:notice_batch", args=[batch.reference]),
            "at": batch.received_at,
            **counts(batch),
        }
        for batch in batches
    ]


def refused_rows(batch: NoticeBatch) -> list[dict[str, Any]]:
    """The rows that came back: number, police reference, and what is wrong in which column."""
    rows = sorted((row for row in batch.rows.all() if row.state == NoticeRow.State.REFUSED), key=lambda row: row.number)
    return [
        {
            "number": row.number,
            "police": row.answers.get("police_reference", ""),
            "problems": row.problems,
            "kept": bool(row.answers),
        }
        for row in rows
    ]


def column_rows() -> list[tuple[str, str, bool]]:
    """Heading, what stands under it, and whether it must."""
    return [(name, words, name in NEEDED) for name, words in COLUMNS.items()]
