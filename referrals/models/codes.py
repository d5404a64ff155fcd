"""Code lists of the front door, as the census, the thresholds document and the partnership use them."""

from django.db import models


class ReferralSource(models.TextChoices):
    """Who refers: codes of the children in need census."""

    RELATIVE = "1A", "Family member, relative or carer"
    ACQUAINTANCE = "1B", "Acquaintance, such as a neighbour or childminder"
    SELF = "1C", "The child or young person"
    OTHER_INDIVIDUAL = "1D", "Another individual"
    SCHOOL = "2A", "School"
    EDUCATION = "2B", "Education service"
    GP = "3A", "GP"
    HEALTH_VISITOR = "3B", "Health visitor"
    SCHOOL_NURSE = "3C", "School nurse"
    PRIMARY_HEALTH = "3D", "Other primary health service"
    EMERGENCY_DEPARTMENT = "3E", "A&E (emergency department)"
    OTHER_HEALTH = "3F", "Other health service"
    HOUSING = "4", "Housing"
    ADULT_SOCIAL_CARE = "5A", "Council social care, such as adults’ services"
    COUNCIL_INTERNAL = "5B", "Other council service"
    OTHER_COUNCIL = "5C", "Another council"
    EARLY_HELP = "5D", "Council early help"
    POLICE = "6", "Police"
    LEGAL = "7", "Other legal agency"
    OTHER = "8", "Other, such as a children’s centre or charity"
    ANONYMOUS = "9", "Anonymous"
    UNKNOWN = "10", "Not known"


class Purpose(models.TextChoices):
    """What the sender asks for."""

    ADVICE = "advice", "Advice"
    EARLY_HELP = "early_help", "Early help for the family"
    SOCIAL_CARE = "social_care", "Children’s social care"
    NOTIFICATION = "notification", "Nothing: this is for information"
    DOMESTIC_ABUSE = "domestic_abuse", "Notice of domestic abuse (Operation Encompass)"
    PRIVATE_FOSTERING = "private_fostering", "Notice of private fostering"
    ALLEGATION = "allegation", "Concern about someone who works with children"


class Channel(models.TextChoices):
    """How it came."""

    PORTAL = "portal", "Portal"
    TELEPHONE = "telephone", "Telephone"
    EMAIL = "email", "Email"
    API = "api", "Another system"
    BATCH = "batch", "Batch of notifications"
    TRANSFER = "transfer", "Transfer from another authority"
    PUBLIC = "public", "Public page"
    STEP_UP = "step_up", "Step up from early help"


class ConsentStatus(models.TextChoices):
    """Whether the family agreed. Good practice for help, never a condition of protecting a child."""

    GIVEN = "given", "Asked, and given"
    REFUSED = "refused", "Asked, and refused"
    NOT_SOUGHT = "not_sought", "Not asked"
    WITHDRAWN = "withdrawn", "Given, and withdrawn since"
    OVERRIDDEN = "overridden", "Gone on without it, as the MASH decided"


SAID_FIRST = (ConsentStatus.GIVEN, ConsentStatus.REFUSED, ConsentStatus.NOT_SOUGHT)
"""What can be said when something is sent. An agreement is withdrawn afterwards, and only the MASH goes on without one."""
SAID = (*SAID_FIRST, ConsentStatus.WITHDRAWN)
"""What a submission can say in any of its versions."""
NOT_AGREED = frozenset({ConsentStatus.REFUSED, ConsentStatus.NOT_SOUGHT, ConsentStatus.WITHDRAWN})
"""With these the family does not agree, or has not been asked."""


class ConsentBy(models.TextChoices):
    """By which right somebody agrees or refuses."""

    RESPONSIBLE = "responsible", "Somebody with parental responsibility"
    CHILD = "child", "The child, who understands what is asked (Gillick competent)"


class ConsentScope(models.TextChoices):
    """To what somebody agrees."""

    SHARE = "share", "Sharing what is known, so that the MASH can look at it"
    EARLY_HELP = "early_help", "Early help for the family"
    AGENCIES = "agencies", "Asking or telling certain agencies only"


class ConsentRecorded(models.TextChoices):
    """How an agreement is on record."""

    FORM = "form", "On a form that they signed"
    MESSAGE = "message", "In a letter, an email or a message from them"
    NOTE = "note", "They said so, and I wrote it in our record"
    UNWRITTEN = "unwritten", "They said so. It is not written down anywhere else"


class LegalBasis(models.TextChoices):
    """On which the work goes on without the family's agreement."""

    SECTION_47 = "s47", "Section 47: the child is suffering, or is likely to suffer, significant harm"
    SECTION_17 = "s17", "Section 17, a public task: the child’s needs must be looked into"
    VITAL_INTERESTS = "vital", "Vital interests: to protect somebody’s life"


class LeadTold(models.TextChoices):
    """Whether the referrer's safeguarding lead or line manager knows."""

    YES = "yes", "Yes"
    NO = "no", "Not yet"
    SELF = "self", "I am the safeguarding lead"


class DocumentKind(models.TextChoices):
    """What a document of a referral is."""

    REPORT = "report", "Report or letter"
    PHOTO = "photo", "Photo"
    BODY_MAP = "body_map", "Body map"
    EHA = "eha", "Early help assessment"
    POLICE = "police", "Police report"
    OTHER = "other", "Something else"


class ConsentReason(models.TextChoices):
    """Why consent was not sought."""

    RISK_TO_CHILD = "risk_to_child", "Asking could put the child at greater risk"
    RISK_TO_OTHER = "risk_to_other", "Asking could put someone else at risk"
    POLICE = "police", "Asking could harm a police investigation"
    DELAY = "delay", "Asking would cause a delay that could harm the child"
    NOT_PRACTICABLE = "not_practicable", "It was not possible to reach the family"
    FABRICATED_ILLNESS = "fabricated_illness", "Fabricated or induced illness is suspected"
    SEXUAL_ABUSE = "sexual_abuse", "Sexual abuse within the family is suspected"
    HONOUR_BASED = "honour_based", "Forced marriage or so-called honour-based abuse is suspected"
    OTHER = "other", "Another reason"
    DUTY_TO_NOTIFY = "duty_to_notify", "The law asks for this notice whether or not the family agrees"


class YesNoUnknown(models.TextChoices):
    """An answer that may honestly be not known."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNKNOWN = "unknown", "Not known"


class ThresholdLevel(models.IntegerChoices):
    """Level of need in the partnership's threshold document."""

    UNIVERSAL = 1, "Level 1: universal"
    EARLY_HELP = 2, "Level 2: extra needs, early help"
    COMPLEX = 3, "Level 3: complex needs"
    ACUTE = 4, "Level 4: significant harm"


class Rating(models.TextChoices):
    """BRAG rating of a contact, most urgent first."""

    RED = "red", "Red"
    AMBER = "amber", "Amber"
    GREEN = "green", "Green"
    BLUE = "blue", "Blue"


class ContactState(models.TextChoices):
    """Where a contact stands. The draft and its sending belong to the submission."""

    RECEIVED = "received", "Received"
    SCREENING = "screening", "Screening"
    GATHERING = "info_gathering", "Gathering information"
    PROPOSED = "decision_proposed", "Decision proposed"
    DECIDED = "decided", "Decided"
    TASKS_OPEN = "tasks_open", "Decided, tasks open"
    SIGNED_OFF = "signed_off", "Signed off"
    CLOSED = "closed", "Closed"
    RETURNED = "returned_to_referrer", "Returned to the referrer"
    DUPLICATE = "duplicate", "Duplicate"
    OUT_OF_AREA = "out_of_area", "Sent to another authority"
    LINKED = "linked_to_open_case", "Linked to an open case"


CLOSED_STATES = (
    ContactState.SIGNED_OFF,
    ContactState.CLOSED,
    ContactState.RETURNED,
    ContactState.DUPLICATE,
    ContactState.OUT_OF_AREA,
    ContactState.LINKED,
)
"""States in which nothing is left to do in the queue."""

DECIDED_STATES = (ContactState.DECIDED, ContactState.TASKS_OPEN)
"""A manager has approved the decision; tasks or the sign-off are still open."""


class HelpResult(models.TextChoices):
    """How help that a family had before ended, as far as the referrer knows. As early help is closed, and where it goes on."""

    GOES_ON = "goes_on", "It goes on"
    MET = "needs_met", "Needs met"
    PARTLY = "partly", "Needs partly met"
    DISENGAGED = "disengaged", "The family did not go on with it"
    STEPPED_UP = "stepped_up", "Passed to social care"
    MOVED = "moved", "The family moved away"
    UNKNOWN = "unknown", "Not known"


class Outcome(models.TextChoices):
    """What was decided for the child."""

    NO_FURTHER_ACTION = "NFA", "No further action"
    ADVICE = "ADV", "Information and advice"
    UNIVERSAL = "UNI", "Universal services"
    EARLY_HELP = "EH", "Early help"
    ASSESSMENT = "S17", "Referral accepted: child and family assessment"
    STRATEGY = "S47", "Referral accepted: strategy discussion"
    ALREADY_OPEN = "OPEN", "Already open: passed to the allocated worker"
    OTHER_AUTHORITY = "OLA", "Passed to another local authority"
    ALLEGATION = "LADO", "Passed to the designated officer for allegations"
    PRIVATE_FOSTERING = "PF", "Private fostering"
    MARAC = "MARAC", "Multi-agency risk assessment conference"
    CHILD_DEATH = "CDR", "Child death review"
    EXPLOITATION = "CE", "Exploitation panel"


REFERRAL_OUTCOMES = (Outcome.ASSESSMENT, Outcome.STRATEGY)
"""With these the contact becomes a referral: social care accepts it."""
