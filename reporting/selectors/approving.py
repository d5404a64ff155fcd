"""What the statutory partners have said of an edition, and for whom somebody may speak."""

from collections import Counter

from django.db import connection
from django.db.models import QuerySet

from accounts.access import EXECUTIVE
from accounts.access_table import HoldingNow, holdings_now
from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import text_groups
from reporting.models import Edition, EditionDecision
from reporting.rules.frozen import tables_from_json


def seats_of(person: Person) -> tuple[HoldingNow, ...]:
    """The seats of statutory partners that the person holds today."""
    return tuple(holding for holding in holdings_now(person) if holding.seat and holding.role == EXECUTIVE)


def newest_decisions(edition: Edition) -> QuerySet[EditionDecision]:
    """The newest decision of each seat about an edition."""
    return EditionDecision.objects.filter(edition=edition).order_by("seat", "-decided_at", "-pk").distinct("seat")


def standing_of(edition: Edition) -> dict[str, EditionDecision]:
    """By seat the newest decision about an edition."""
    return {row.seat: row for row in newest_decisions(edition)}


def waiting_for(person: Person) -> list[Edition]:
    """The editions that wait for a seat of this person: the newest of each year that is over, about which it has said nothing."""
    seats = {holding.seat for holding in seats_of(person)}
    if not seats:
        return []
    newest = Edition.objects.order_by("year", "-number").distinct("year").values("pk")
    rows = list(Edition.objects.only("reference", "year", "number").filter(pk__in=newest).order_by("-year"))
    over = [row for row in rows if FinancialYear.from_label(row.year).end < clock.today()]
    said = set(EditionDecision.objects.filter(edition__in=over, seat__in=seats).values_list("edition_id", "seat"))
    return [row for row in over if any((row.pk, seat) not in said for seat in seats)]


def is_newest(edition: Edition) -> bool:
    """Whether no newer edition of the year has been compiled."""
    return not Edition.objects.filter(year=edition.year, number__gt=edition.number).exists()


def prints_what_was_taken_back(edition: Edition) -> bool:
    """Whether its tables of words print a row that somebody had agreed to have printed, and that their app no longer publishes
    as it stands there, or not as often."""
    printed, year = tables_from_json(edition.tables), FinancialYear.from_label(edition.year)
    for group in text_groups():
        mine = [table for table in group.tables if table.taken_back and table.code in printed]
        if mine:
            with connection.cursor() as cursor:
                now = {one.code: one.rows for one in group.read(year, cursor)}
            for table in mine:
                if Counter(printed[table.code].rows) - Counter(now.get(table.code, ())):
                    return True
    return False
