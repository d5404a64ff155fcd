"""Which records a figure counts: their ids, for a selector that knows who may see them."""

from dataclasses import dataclass

from django.db import connection

from foundation.cuts import OPEN, YES, Span, Where
from foundation.errors import NotVisible
from foundation.figures import FigureKind
from referrals.figures.casework import CASEWORK
from referrals.figures.contacts import CONTACTS
from referrals.figures.disagreements import DISAGREEMENTS
from referrals.figures.early_help import EARLY_HELP
from referrals.figures.facts import FactTable

MOST = 500
"""So many are looked at, the newest; more is a figure, not a list."""


def contacts_counted(code: str, span: Span, where: Where) -> list[int]:
    """The ids of the contacts that a figure counts in some days and some part of the whole, newest first.

    Restricted contacts are not among them, as they are not in the number.
    An unknown figure, and one that is a share, has no list.
    """
    if not any(spec.code == code and spec.kind == FigureKind.COUNT for spec in CONTACTS.specs):
        raise NotVisible
    known = {name: label for name, label in where.items() if name in CONTACTS.dimensions and name != "month"}
    with connection.cursor() as cursor:
        return CONTACTS.ids(code, span, {**known, OPEN: YES}, cursor, MOST)


@dataclass(frozen=True)
class Behind:
    """A table of facts whose records can be listed: what they are, their page, and the figure that is usually meant."""

    table: FactTable
    kind: str
    page: str
    usual: str


CASES = Behind(CASEWORK, "episode", "casework", "episodes.opened")
FAMILIES = Behind(EARLY_HELP, "early_help", "early-help", "early_help.begun")
DISAGREED = Behind(DISAGREEMENTS, "disagreement", "disagreements", "disagreements.raised")
LISTED = frozenset({FigureKind.COUNT, FigureKind.STATE})


def records_counted(behind: Behind, code: str, span: Span, where: Where) -> list[int]:
    """The ids of the records that a figure counts in some days and some part of the whole, newest first.

    Restricted ones are among them, as they are in the rounded number: who may see which is the selector's business. An unknown
    figure, and one that is a share, has no list.
    """
    table = behind.table
    if not any(spec.code == code and spec.kind in LISTED for spec in table.specs):
        raise NotVisible
    known = {name: label for name, label in where.items() if name in table.dimensions and name != "month"}
    with connection.cursor() as cursor:
        return table.ids(code, span, known, cursor, MOST)
