"""Which contacts a figure counts: their ids, for a selector that knows who may see them."""

from django.db import connection

from foundation.cuts import OPEN, YES, Span, Where
from foundation.errors import NotVisible
from foundation.figures import FigureKind
from referrals.figures.contacts import CONTACTS

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
