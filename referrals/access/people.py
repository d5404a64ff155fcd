"""The roles of the front door, and groups of them that many pages share."""

from accounts.access import AGENCY_LEAD
from accounts.access_table import RoleSpec, Who, roles
from referrals.rules.triage import RECEIVES_CONTACTS

PRACTITIONER = "practitioner"
MASH_OFFICER = "mash_officer"
MASH_MANAGER = "mash_manager"
EARLY_HELP_COORDINATOR = "early_help_coordinator"
SOCIAL_WORKER = "social_worker"
TEAM_MANAGER = "team_manager"

ROLES = (
    RoleSpec(
        PRACTITIONER,
        "Practitioner",
        "Refers children, follows what they sent and sees the outcome.",
        shows_cases=True,
        without_agreement=True,
        lead_gives=True,
    ),
    RoleSpec(
        MASH_OFFICER,
        "MASH officer",
        "Screens contacts, asks agencies what they know and proposes a decision.",
        shows_cases=True,
        needs_team=True,
        team_receives=RECEIVES_CONTACTS,
        lead_gives=True,
        reads_figures=True,
    ),
    RoleSpec(
        MASH_MANAGER,
        "MASH manager",
        "Approves decisions that somebody else proposed, and signs contacts off. Writes the questions of the front door.",
        shows_cases=True,
        writes_questions=True,
        needs_team=True,
        team_receives=RECEIVES_CONTACTS,
        lead_gives=True,
        breaks_glass=True,
        reads_figures=True,
    ),
    RoleSpec(
        EARLY_HELP_COORDINATOR,
        "Early help coordinator",
        "Takes over families who need early help and brings the people round them together.",
        shows_cases=True,
        needs_team=True,
        lead_gives=True,
        reads_figures=True,
    ),
    RoleSpec(
        SOCIAL_WORKER,
        "Social worker",
        "Works with the children who are allocated to them or their team.",
        shows_cases=True,
        needs_team=True,
        lead_gives=True,
    ),
    RoleSpec(
        TEAM_MANAGER,
        "Team manager",
        "Accepts children for a social work team and oversees its work.",
        shows_cases=True,
        needs_team=True,
        lead_gives=True,
        reads_figures=True,
    ),
)

REFERRERS = roles(
    PRACTITIONER,
    AGENCY_LEAD,
    MASH_OFFICER,
    MASH_MANAGER,
    EARLY_HELP_COORDINATOR,
    SOCIAL_WORKER,
    TEAM_MANAGER,
    visitor=True,
)
"""Who may refer, with an account or without. An agency without an information-sharing agreement may too, and see what it sent."""
INSIDE = Who()
"""Nobody by themselves: called inside services of the channels, whose own rows decide."""

MASH = roles(MASH_OFFICER, MASH_MANAGER)
"""Who screens, asks and proposes."""
MANAGERS = roles(MASH_MANAGER)
"""Who approves what somebody else proposed, and signs off."""
READERS = roles(MASH_OFFICER, MASH_MANAGER, EARLY_HELP_COORDINATOR, SOCIAL_WORKER, TEAM_MANAGER)
"""Who may read a contact that they have been given sight of."""
