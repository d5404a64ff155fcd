"""What the independent scrutineer has said of an edition, and whether it is published without that."""

from accounts.access import SCRUTINEER
from accounts.access_table import role_codes
from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear
from reporting.models import Edition, EditionStatement
from reporting.selectors.templates import template_for


def statement_of(edition: Edition) -> EditionStatement | None:
    """The newest statement about exactly this edition."""
    return EditionStatement.objects.filter(edition=edition).order_by("-made_at", "-pk").first()


def needs_statement(edition: Edition) -> bool:
    """Whether the shape of this edition is published with a statement only."""
    return template_for(FinancialYear.from_label(edition.year), edition.template).needs_statement


def waiting_for_statement(person: Person) -> list[Edition]:
    """The editions that wait for a scrutineer: the newest of each year that is over, where it needs a statement and has none."""
    if SCRUTINEER not in role_codes(person):
        return []
    newest = Edition.objects.order_by("year", "-number").distinct("year").values("pk")
    rows = Edition.objects.only("reference", "year", "number", "template").filter(pk__in=newest, statements__isnull=True)
    over = [row for row in rows.order_by("-year") if FinancialYear.from_label(row.year).end < clock.today()]
    return [row for row in over if needs_statement(row)]
