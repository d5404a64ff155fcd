"""What the front door delivers: emails, which give a reference and never who it is about, and copies as PDF."""

from foundation.actors import SystemActor
from foundation.mail import PATH, declare_mail
from foundation.outbox import Payload, delivery
from referrals.copying import run_copy
from referrals.services.copies import KIND
from referrals.services.likely import KIND as FIND_LIKELY
from referrals.services.likely import find_likely

REFERRAL_RECEIVED = declare_mail("referral_received", words={"reference", PATH})
DRAFT_LAPSES = declare_mail("draft_lapses", words={"reference", "until", PATH})
QUALITY_READY = declare_mail("quality_ready", words={"month", PATH})
URGENT_REFERRAL = declare_mail("urgent_referral", words={"reference", PATH})
WRITTEN_FORM_WANTED = declare_mail("written_form_wanted", words={"reference", PATH})
PUBLIC_RECEIVED = declare_mail("public_received", words={"reference"})
PUBLIC_NEWS = declare_mail("public_news", words={"reference"})

SECONDS = 60
FEW_SECONDS = 20


@delivery(FIND_LIKELY, seconds=FEW_SECONDS)
def find_likely_children(_key: str, payload: Payload) -> None:
    """Compare the children of a submission that has arrived with those who are known; a second delivery adds nothing."""
    find_likely(by=SystemActor(FIND_LIKELY), submission=str(payload["submission"]))


@delivery(KIND, seconds=SECONDS, own_transactions=True)
def make_copy(_key: str, payload: Payload) -> None:
    """Make the copy that was asked for; a second delivery finds it made."""
    run_copy(reference=str(payload["copy"]), by=SystemActor(KIND))
