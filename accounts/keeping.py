"""The kinds of record of this app to which something may belong, and is then kept as long as they are."""

from accounts.models import Agency, InformationSharingAgreement
from accounts.selectors.agreements import AGREEMENT

RECORDS = {"agency": Agency, AGREEMENT: InformationSharingAgreement}
