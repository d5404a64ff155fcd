"""Code lists of child protection. Those of the children in need census keep its codes."""

from typing import Final

from django.db import models

from accounts.models import Agency


class Category(models.TextChoices):
    """Why a child is on a plan: codes of the census."""

    NEGLECT = "NEG", "Neglect"
    PHYSICAL = "PHY", "Physical abuse"
    SEXUAL = "SAB", "Sexual abuse"
    EMOTIONAL = "EMO", "Emotional abuse"
    MULTIPLE = "MUL", "Multiple"


class Mode(models.TextChoices):
    """How people meet."""

    IN_PERSON = "in_person", "In person"
    VIDEO = "video", "By video"
    PHONE = "phone", "By telephone"
    MIXED = "mixed", "In person and by video"


class Attendance(models.TextChoices):
    """Whether somebody who was invited came."""

    ATTENDED = "attended", "Attended in person"
    REMOTE = "remote", "Attended by video or telephone"
    DEPUTY = "deputy", "Sent a deputy"
    REPORT_ONLY = "report_only", "Report only"
    APOLOGIES = "apologies", "Apologies"
    ABSENT = "absent", "Absent without apology"


PRESENT: Final = frozenset({Attendance.ATTENDED, Attendance.REMOTE, Attendance.DEPUTY})


class AgencyGroup(models.TextChoices):
    """The professional group for which somebody speaks; a quorum counts each once."""

    SOCIAL_CARE = "social_care", "Children’s social care"
    POLICE = "police", "Police"
    HEALTH = "health", "Health"
    EDUCATION = "education", "School, college or nursery"
    PROBATION = "probation", "Probation"
    YOUTH_JUSTICE = "youth_justice", "Youth justice"
    HOUSING = "housing", "Housing"
    EARLY_HELP = "early_help", "Early help"
    VOLUNTARY = "voluntary", "Voluntary or community organisation"
    OTHER = "other", "Other"


GROUP_OF_AGENCY: Final = {
    Agency.Kind.COUNCIL: AgencyGroup.OTHER,
    Agency.Kind.SOCIAL_CARE: AgencyGroup.SOCIAL_CARE,
    Agency.Kind.EARLY_HELP: AgencyGroup.EARLY_HELP,
    Agency.Kind.HEALTH: AgencyGroup.HEALTH,
    Agency.Kind.HEALTH_COMMISSIONER: AgencyGroup.HEALTH,
    Agency.Kind.POLICE: AgencyGroup.POLICE,
    Agency.Kind.SCHOOL: AgencyGroup.EDUCATION,
    Agency.Kind.EARLY_YEARS: AgencyGroup.EDUCATION,
    Agency.Kind.PROBATION: AgencyGroup.PROBATION,
    Agency.Kind.HOUSING: AgencyGroup.HOUSING,
    Agency.Kind.YOUTH_JUSTICE: AgencyGroup.YOUTH_JUSTICE,
    Agency.Kind.VOLUNTARY: AgencyGroup.VOLUNTARY,
}


class DiscussionState(models.TextChoices):
    """Where a strategy discussion stands."""

    CALLED = "called", "Called"
    HELD = "held", "Held"
    SHARED = "shared", "Record shared"
    CANCELLED = "cancelled", "Cancelled"
    WITHDRAWN = "withdrawn", "Withdrawn"


class DiscussionOutcome(models.TextChoices):
    """What a strategy discussion decides for one child."""

    NO_FURTHER_ACTION = "nfa", "No further action"
    ASSESSMENT = "s17", "Assessment under section 17"
    SINGLE = "s47_single", "Section 47 enquiry by social care alone"
    JOINT = "s47_joint", "Section 47 enquiry jointly with the police"
    EMERGENCY = "emergency", "Emergency action and a section 47 enquiry"


STARTS_SECTION_47: Final = frozenset({DiscussionOutcome.SINGLE, DiscussionOutcome.JOINT, DiscussionOutcome.EMERGENCY})


class EnquiryState(models.TextChoices):
    """Where a section 47 enquiry stands."""

    OPEN = "open", "In progress"
    WITH_MANAGER = "with_manager", "With a manager"
    COMPLETE = "complete", "Complete"


class EnquiryFinding(models.TextChoices):
    """What an enquiry found."""

    NOT_SUBSTANTIATED = "not_substantiated", "Concerns not substantiated"
    NOT_CONTINUING = "not_continuing", "Concerns substantiated, no continuing risk of significant harm"
    CONTINUING = "continuing", "Concerns substantiated, continuing risk of significant harm"


class EnquiryOutcome(models.TextChoices):
    """What follows an enquiry."""

    CONFERENCE = "icpc", "Initial child protection conference"
    SERVICES = "s17", "Provision of services under section 17"
    SHORT_BREAK = "short_break", "Short break under section 17"
    CONTINUE = "continue", "Assessment continues, no further action now"
    MONITOR = "monitor", "Another agency monitors"
    LEGAL = "legal", "Legal action"
    NO_FURTHER_ACTION = "nfa", "No further action"
    OTHER = "other", "Other"


class ConferenceType(models.TextChoices):
    """Why a conference meets."""

    INITIAL = "icpc", "Initial conference"
    PRE_BIRTH = "pre_birth", "Pre-birth conference"
    REVIEW = "rcpc", "Review conference"
    TRANSFER_IN = "transfer_in", "Transfer-in conference"
    POST_BIRTH = "post_birth", "Review after birth"
    RECONVENED = "reconvened", "Reconvened conference"


STARTS_PLANS: Final = frozenset(
    {ConferenceType.INITIAL, ConferenceType.PRE_BIRTH, ConferenceType.TRANSFER_IN, ConferenceType.RECONVENED}
)
REVIEWS_PLANS: Final = frozenset({ConferenceType.REVIEW, ConferenceType.POST_BIRTH})


class ConferenceState(models.TextChoices):
    """Where a conference stands."""

    REQUESTED = "requested", "Requested"
    BOOKED = "booked", "Booked"
    HELD = "held", "Held"
    APPROVED = "approved", "Record approved"
    DISTRIBUTED = "distributed", "Record sent out"
    CANCELLED = "cancelled", "Cancelled"
    WITHDRAWN = "withdrawn", "Withdrawn"


DOES_NOT_TAKE_PLACE: Final = (ConferenceState.CANCELLED, ConferenceState.WITHDRAWN)
RECORD_APPROVED: Final = (ConferenceState.APPROVED, ConferenceState.DISTRIBUTED)
"""From when the record is the chair’s word: then somebody without an account reads it too."""


class PracticeModel(models.TextChoices):
    """In which shape a conference is recorded."""

    STRENGTHENING_FAMILIES = "sf", "Strengthening Families"
    SIGNS_OF_SAFETY = "sos", "Signs of Safety"


class ConferenceDecision(models.TextChoices):
    """What a conference decides for one child."""

    PLAN = "plan", "A child protection plan starts"
    NO_PLAN = "no_plan", "No child protection plan"
    CONTINUE = "continue", "The plan goes on"
    END = "end", "The plan ends"
    ADJOURNED = "adjourned", "No decision: the conference meets again"


class InquorateReason(models.TextChoices):
    """Why a chair goes on without a quorum."""

    NOT_KNOWN = "not_known", "The child is not known to three agencies"
    IN_WRITING = "in_writing", "There is enough information in writing"
    DELAY = "delay", "Waiting would harm the child"


class ReportStatus(models.TextChoices):
    """Where an agency's report stands."""

    NOT_REQUIRED = "not_required", "Not required"
    AWAITED = "awaited", "Awaited"
    ON_TIME = "on_time", "Received on time"
    LATE = "late", "Received late"
    NONE = "none", "Not received"


class Recommendation(models.TextChoices):
    """What an agency recommends, or says when it is asked in the conference."""

    PLAN = "plan", "Plan"
    NO_PLAN = "no_plan", "No plan"
    ABSTAIN = "abstain", "Abstains"


class Relation(models.TextChoices):
    """Who somebody of the family is to the children."""

    CHILD = "child", "Child or young person"
    PARENT = "parent", "Parent or carer"
    FAMILY = "family", "Other family"
    SUPPORTER = "supporter", "Supporter or advocate"
    SOLICITOR = "solicitor", "Solicitor"


class Participation(models.TextChoices):
    """How a child took part."""

    ATTENDED = "attended", "Attended and spoke for themselves"
    ATTENDED_SPOKEN_FOR = "spoken_for", "Attended, and somebody else spoke for them"
    ADVOCATE = "advocate", "Did not attend; an advocate spoke for them"
    WRITTEN = "written", "Did not attend; sent their views"
    THROUGH_WORKER = "through_worker", "Did not attend; a worker told their views"
    NO_VIEWS = "none", "Did not attend and views were not told"
    TOO_YOUNG = "too_young", "Too young, or not born yet"


class PlanOrigin(models.TextChoices):
    """How a plan came to be."""

    CONFERENCE = "conference", "Decided by a conference"
    TRANSFER_IN = "transfer_in", "Moved in on a plan of another authority"
    IMPORTED = "imported", "Brought over from an earlier system"


class EndReason(models.TextChoices):
    """Why a plan ended."""

    CHILD_IN_NEED = "cin", "No longer at risk: child in need"
    EARLY_HELP = "early_help", "No longer at risk: early help or universal services"
    LOOKED_AFTER = "looked_after", "Became looked after"
    TRANSFERRED = "transferred", "Another authority took the plan over"
    EIGHTEEN = "eighteen", "Turned 18"
    DIED = "died", "Died"
    ORDER = "order", "Adoption, special guardianship or another order"
    ABROAD = "abroad", "Moved abroad"
    NOT_LIVE_BORN = "not_live_born", "Not live born"


WITHOUT_CONFERENCE: Final = frozenset({EndReason.TRANSFERRED, EndReason.EIGHTEEN, EndReason.DIED, EndReason.NOT_LIVE_BORN})
"""Everything else is for a conference to decide."""
STEPS_DOWN: Final = frozenset({EndReason.CHILD_IN_NEED, EndReason.EARLY_HELP})


class ActionStatus(models.TextChoices):
    """How an action of a plan stands."""

    OPEN = "open", "Not done yet"
    DONE = "done", "Done"
    DROPPED = "dropped", "No longer needed"


class TaskKind(models.TextChoices):
    """What is to be done once a plan has ended, or a child is born."""

    GP = "gp", "Tell the GP"
    SCHOOL = "school", "Tell the school, nursery or college"
    CP_IS = "cp_is", "Tell CP-IS"
    DISCHARGE = "discharge", "Hold the discharge planning meeting before the baby goes home"
    BIRTH = "birth", "Tell everybody who works with the family of the birth"


class LegalStep(models.TextChoices):
    """How far the law is involved."""

    PLANNING = "planning", "Legal planning meeting"
    PRE_PROCEEDINGS = "pre_proceedings", "Pre-proceedings"
    PROCEEDINGS = "proceedings", "Care proceedings"
    POLICE = "police", "Police protection"
    EMERGENCY = "emergency", "Emergency protection order"
    EXTENDED = "extended", "Extension of an emergency protection order"


class Direction(models.TextChoices):
    """Whether a child on a plan moves here or away."""

    IN = "in", "Moves in"
    OUT = "out", "Moves away"


class PanelDecision(models.TextChoices):
    """What the scrutiny panel decides of a plan."""

    ON_TRACK = "on_track", "On track"
    LEGAL = "legal", "Legal gateway"
    END = "end", "Propose to the conference that it ends"
    NEW_PLAN = "new_plan", "Write the plan anew"
    ESCALATE = "escalate", "Escalate"
