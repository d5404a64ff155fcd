"""Safeguarding leads hear each month that the quality of what their agency sent can be read. Nothing of a child is said."""

from datetime import date, datetime, time, timedelta

from django.urls import reverse

from accounts.access import AGENCY_LEAD
from accounts.models import Agency
from foundation import clock
from foundation.actors import Actor
from foundation.mail import queue_mail
from foundation.service import service
from referrals.models import Submission
from work.selectors.recipients import holders


@service
def tell_leads_of_quality(*, by: Actor) -> int:
    """Promise every lead of an agency that sent something last month one mail: its figures are ready. Says to how many.

    The system only, as often as it likes: nobody is told of a month twice, and of an agency that sent nothing nobody is told.
    """
    first, last = _last_month(clock.today())
    start, end = (datetime.combine(day, time(), tzinfo=clock.LONDON) for day in (first, last + timedelta(days=1)))
    sent = Submission.objects.filter(received_at__gte=start, received_at__lt=end, agency__isnull=False)
    told = 0
    for agency in Agency.objects.filter(pk__in=sent.values("agency")).order_by("pk"):
        for lead in holders(agency, [AGENCY_LEAD]):
            queue_mail(
                to=lead.email,
                template="quality_ready",
                context={"month": f"{first:%B %Y}", "path": reverse("referrals:quality")},
                key=f"quality-ready:{first:%Y-%m}:{agency.code}:{lead.reference}",
            )
            told += 1
    return told


def _last_month(today: date) -> tuple[date, date]:
    last = today.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last
