"""Quality of referrals: who sees how good they are, and who sets what counts."""

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM
from accounts.access_table import SYSTEM, Nav, Route, ServiceRow, roles
from referrals.access.people import MANAGERS, MASH_MANAGER

WATCHERS_OF_ALL = roles(MASH_MANAGER, BUSINESS_TEAM)
"""Who sees the numbers of every agency, and no referral."""
QUALITY_WATCHERS = roles(AGENCY_LEAD, *WATCHERS_OF_ALL.roles)
"""Who sees how good referrals are: a lead those of their agency besides."""

QUALITY_ROUTES = (
    Route("referrals:quality", QUALITY_WATCHERS, nav=Nav("Quality of referrals", 15)),
    Route("referrals:agency_quality", QUALITY_WATCHERS, record="quality of an agency"),
    Route("referrals:quality_month", roles(AGENCY_LEAD), record="month of an agency"),
    Route("referrals:quality_scale", QUALITY_WATCHERS),
    Route("referrals:set_quality_scale", MANAGERS),
)
QUALITY_SERVICES = (
    ServiceRow("referrals.set_quality_scale", MANAGERS),
    ServiceRow("referrals.tell_leads_of_quality", SYSTEM),
)
