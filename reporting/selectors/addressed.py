"""Finding the people of any agency whose addresses were typed."""

from django.db.models.functions import Lower

from accounts.access_table import current_holdings
from accounts.models import Person
from foundation import clock
from foundation.errors import Refused
from reporting.rules.drafting import MOST_PEOPLE


def people_by_email(typed: str, field: str) -> list[Person]:
    """The people with these addresses, one a line; refuses, with its line, one of nobody who works for an agency today."""
    addresses = [line.strip() for line in typed.splitlines() if line.strip()]
    if len(addresses) > MOST_PEOPLE:
        raise Refused(f"Enter {MOST_PEOPLE} addresses or fewer.", field=field)
    wanted = [address.casefold() for address in addresses]
    at_work = Person.objects.filter(holdings__in=current_holdings(clock.today()))
    rows = at_work.annotate(lowered=Lower("email")).filter(lowered__in=wanted).distinct()
    found = {person.email.casefold(): person for person in rows}
    for number, address in enumerate(wanted):
        if address not in found:
            raise Refused(
                f"Line {number + 1}: nobody who works for an agency today has the address {addresses[number]}.", field=field
            )
    return list({found[address].pk: found[address] for address in wanted}.values())
