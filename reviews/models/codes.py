"""The code lists of this app."""

from django.db.models import TextChoices


class CaseKind(TextChoices):
    """What a case is, from the least to the most that follows."""

    INCIDENT = "incident", "Serious incident"
    CONCERN = "concern", "Case of concern"
    THEMATIC = "thematic", "Thematic review"
    PRACTICE = "practice", "Local child safeguarding practice review"
    SERIOUS_CASE = "serious_case", "Serious case review"
    OTHER_AREA = "other_area", "Another area’s review"
    DEATH = "death", "Child death"


REVIEW_KINDS = (CaseKind.CONCERN, CaseKind.THEMATIC, CaseKind.PRACTICE, CaseKind.SERIOUS_CASE, CaseKind.OTHER_AREA)
"""The kinds that go the way of a practice review."""


class TeamRole(TextChoices):
    """As what somebody is named on a case."""

    OWNER = "owner", "Case owner"
    CHAIR = "chair", "Chair of the meeting"
    PANEL = "panel", "Panel member"
    REVIEWER = "reviewer", "Reviewer"
    SCRUTINEER = "scrutineer", "Independent scrutineer"
    EXECUTIVE = "executive", "Executive of a statutory partner"
    PUBLISHER = "publisher", "Publisher"


class Harm(TextChoices):
    """What happened to a child. Working Together 2023: serious harm includes lasting impairment, also where a child recovers."""

    DEATH = "death", "Death"
    PHYSICAL = "physical", "Serious physical harm"
    SEXUAL = "sexual", "Sexual harm"
    NEGLECT = "neglect", "Neglect"
    MENTAL = "mental", "Mental health or self-harm"
    EXPLOITATION = "exploitation", "Exploitation"
    OTHER = "other", "Other serious harm"


class KnownToCare(TextChoices):
    """How a child stood to children's social care."""

    PROTECTION = "protection", "On a child protection plan"
    NEED = "need", "Child in need"
    LOOKED_AFTER = "looked_after", "Looked after"
    LEAVER = "leaver", "Care leaver"
    CLOSED = "closed", "Known before, closed"
    NEVER = "never", "Never known"
    UNKNOWN = "unknown", "Not known yet"


class Yes(TextChoices):
    """A question that may be open still."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNKNOWN = "unknown", "Not known yet"


class IncidentState(TextChoices):
    """How far a serious incident and its rapid review are."""

    CONSIDERED = "considered", "Being considered"
    NOT_NOTIFIED = "not_notified", "Not notified"
    NOTIFIED = "notified", "Notified"
    MET = "met", "Rapid review meeting held"
    SIGNED_OFF = "signed_off", "Signed off by the partners"
    SENT = "sent", "Sent to the national panel"
    REPLIED = "replied", "The national panel has replied"
    CLOSED = "closed", "Closed"


class PanelOutcome(TextChoices):
    """What the national panel made of a notification."""

    ACCEPTED = "accepted", "It meets the criteria"
    NOT_MEETING = "not_meeting", "It does not meet the criteria"


class Question(TextChoices):
    """What each statutory partner decides, with reasons."""

    NOTIFY = "notify", "Does the incident meet the criteria for notification?"
    RAPID = "rapid", "Is a rapid review needed?"
    REVIEW = "review", "Should there be a local child safeguarding practice review?"
    SIGN_OFF = "sign_off", "Is the rapid review signed off?"
    ACCEPT = "accept", "Is the report accepted?"
    PUBLISH = "publish", "Is the publication signed off?"


class ReturnState(TextChoices):
    """How far an agency is with what it was asked."""

    ASKED = "asked", "Asked"
    OPEN = "open", "Being written"
    SENT = "sent", "Sent"
    BACK = "back", "Sent back"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Precision(TextChoices):
    """How well a day is known."""

    EXACT = "exact", "Exact"
    APPROXIMATE = "approximate", "Approximate"
    MONTH = "month", "Only the month is known"
    YEAR = "year", "Only the year is known"


class ChildSeen(TextChoices):
    """Whether somebody saw the child, and heard them."""

    ALONE = "alone", "Seen alone"
    SEEN = "seen", "Seen"
    NOT_SEEN = "not_seen", "Not seen"
    NOT_APPLICABLE = "none", "Not applicable"


class Significance(TextChoices):
    """What an event means for what is to be learnt."""

    ROUTINE = "routine", "Routine"
    KEY = "key", "Key"
    MISSED = "missed", "Missed opportunity"
    GOOD = "good", "Good practice"
