"""The tables of agencies, people, access and the access log."""

from accounts.models.access_log import AccessLogEntry, AccessLogGeneration, AccessLogSeal
from accounts.models.agencies import Agency, InformationSharingAgreement, Team
from accounts.models.clients import AgencyClient
from accounts.models.grants import PersonGrant, TeamGrant
from accounts.models.people import Invitation, Person, Role, RoleHolding
from accounts.models.sealed import SealedLink
from accounts.models.visitors import Visitor, VisitorCode

__all__ = [
    "AccessLogEntry",
    "AccessLogGeneration",
    "AccessLogSeal",
    "Agency",
    "AgencyClient",
    "InformationSharingAgreement",
    "Invitation",
    "Person",
    "PersonGrant",
    "Role",
    "RoleHolding",
    "SealedLink",
    "Team",
    "TeamGrant",
    "Visitor",
    "VisitorCode",
]
