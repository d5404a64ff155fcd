"""The kinds of record of this app to which something may belong, and is then kept as long as they are."""

from reporting.models import AgencyReturn, Contribution, ValueAsked
from reporting.rules.drafting import CONTRIBUTED
from reporting.rules.indicators import VALUE
from reporting.rules.returns import SUBJECT

RECORDS = {SUBJECT: AgencyReturn, VALUE: ValueAsked, CONTRIBUTED: Contribution}
