"""Who is on the receiving end of the front door, and who is told what became of it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from accounts.access_table import current_holdings, open_teams
from accounts.models import Team
from accounts.selectors.visitors import agencies_of_visitor
from foundation import clock
from referrals.access import MASH_MANAGER
from referrals.models import Submission
from referrals.rules.triage import RECEIVES_CONTACTS


def teams_receiving_contacts() -> list[Team]:
    """The teams that see every new contact."""
    return list(open_teams(clock.today()).filter(receives__contains=[RECEIVES_CONTACTS]).order_by("id"))


def managers_of(teams: list[Team]) -> list[tuple[str, str]]:
    """Reference and email address of each MASH manager of these teams today."""
    today = clock.today()
    return list(
        current_holdings(today)
        .filter(role_id=MASH_MANAGER, team__in=teams, confirmed_until__gte=today)
        .order_by("person__reference")
        .values_list("person__reference", "person__email")
        .distinct()
    )


@dataclass(frozen=True)
class Sender:
    """Where whoever sent something is written to, and the page to which the mail leads them."""

    email: str
    path: str


def sender_to_write_to(submission: Submission) -> Sender | None:
    """Who is told by email that there is news of what they sent: those who can open it. Others are told by telephone."""
    path = reverse("referrals:submission", args=[submission.reference])
    if submission.referrer is not None and submission.referrer.is_active:
        return Sender(submission.referrer.email, path)
    visitor = submission.visitor
    if visitor is not None and submission.agency in agencies_of_visitor(visitor):
        return Sender(visitor.email, f"{reverse('visit')}?{urlencode({'next': path})}")
    return None
