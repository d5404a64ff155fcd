"""What the independent scrutineer has said of an edition, and whether it is published without that."""

from django.db.models import QuerySet

from accounts.access import SCRUTINEER
from accounts.access_table import role_codes
from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear
from reporting.models import Edition, EditionStatement
from reporting.selectors.templates import template_for


def statements_on(edition: Edition) -> QuerySet[EditionStatement]:
    """The statements about exactly this edition, the newest first."""
    return EditionStatement.objects.filter(edition=edition).order_by("-made_at", "-pk")


def statement_of(edition: Edition) -> EditionStatement | None:
    """The newest statement about exactly this edition."""
    return statements_on(edition).first()


def needs_statement(edition: Edition) -> bool:
    """Whether the shape of this edition is published with a statement only."""
    return template_for(FinancialYear.from_label(edition.year), edition.template).needs_statement


def waiting_for_statement(person: Person) -> list[Edition]:
    """The editions that wait for a scrutineer: the newest of each year that is over, where it needs a statement, has none, and
    may still be given one: about one that is or was published nothing more is said."""
    if SCRUTINEER not in role_codes(person):
        return []
    newest = Edition.objects.order_by("year", "-number").distinct("year").values("pk")
    rows = Edition.objects.only("reference", "year", "number", "template")
    open_ones = rows.filter(pk__in=newest, statements__isnull=True, publication__isnull=True).order_by("-year")
    over = [row for row in open_ones if FinancialYear.from_label(row.year).end < clock.today()]
    return [row for row in over if needs_statement(row)]
