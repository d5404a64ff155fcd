"""What was sent by the systems of an agency, to those systems; and which person of an agency an address belongs to."""

from django.db.models import Exists, OuterRef, Prefetch

from accounts.access_table import current_holdings
from accounts.models import Agency, AgencyClient, Person
from foundation import clock
from foundation.errors import Conflict, NotVisible
from referrals.access import REFERRERS
from referrals.models import Amendment, Channel, Contact, Decision, Submission, SubmittedChild, SystemReceipt

SENT_BY_SYSTEMS = (Channel.API, Channel.BATCH)


def submission_of_agency(client: AgencyClient, reference: str) -> Submission:
    """One submission that the systems of the client's agency sent, with its contacts and approved decisions.

    What has been restricted since is not theirs to see: only named people are.
    """
    contacts = Contact.objects.select_related("submitted_child", "child").order_by("position")
    approved = Decision.objects.filter(approved_at__isnull=False, superseded_at__isnull=True).order_by("-number")
    found = (
        Submission.objects.filter(reference=reference, agency=client.agency, channel__in=SENT_BY_SYSTEMS)
        .exclude(Exists(Contact.objects.filter(submission=OuterRef("pk"), restricted=True)))
        .prefetch_related(
            Prefetch("contacts", contacts.prefetch_related(Prefetch("decisions", approved, to_attr="approved_decisions")))
        )
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def contacts_of(submission: Submission) -> list[Contact]:
    """The contacts of a submission, child by child. Asked by those who decided who may see it."""
    return list(submission.contacts.order_by("position"))


def contacts_added(made: Amendment) -> list[Contact]:
    """The contacts of the children who were told of first in this version. Asked by those who decided who may see it."""
    told = SubmittedChild.objects.filter(submission=made.submission_id)
    earlier = told.filter(version__lt=made.number).values("position")
    positions = told.filter(version=made.number).exclude(position__in=earlier).values("position")
    return list(Contact.objects.filter(submission=made.submission_id, position__in=positions).order_by("position"))


USED_ALREADY = "This Idempotency-Key was used for something else already. Choose a new key for each thing that you send."


def done_under(client: AgencyClient, key: str, body_hash: str) -> SystemReceipt | None:
    """What a system did under a key of its own, asked before anybody looks at what it sends now; nothing for a new key.

    Refuses the key of another body (Conflict).
    """
    receipt = SystemReceipt.objects.select_related("submission", "amendment", "message").filter(client=client, key=key).first()
    if receipt is not None and receipt.body_hash != body_hash:
        raise Conflict(USED_ALREADY)
    return receipt


def referrer_of(agency: Agency, email: str) -> Person | None:
    """Whoever of an agency has an account with this address and may refer for it today; nobody where there is none."""
    if not email:
        return None
    held = current_holdings(clock.today()).filter(person=OuterRef("pk"), agency=agency, role__in=REFERRERS.roles)
    return Person.objects.filter(Exists(held), email__iexact=email).first()
