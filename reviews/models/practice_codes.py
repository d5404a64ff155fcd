"""The code lists of practice reviews, their drafts and their publication."""

from django.db.models import TextChoices


class PracticeState(TextChoices):
    """How far a review is."""

    COMMISSIONED = "commissioned", "Commissioned"
    SCOPING = "scoping", "Scoping"
    REPORTS_DUE = "reports_due", "Reports are being written"
    ANALYSIS = "analysis", "Analysis"
    DRAFT = "draft", "Draft"
    ACCEPTED = "accepted", "Accepted by the partners"
    PRE_PUBLICATION = "pre_publication", "Being prepared for publication"
    PUBLISHED = "published", "Published"
    WITHHELD = "withheld", "Not published"
    CLOSED = "closed", "Closed"


class PracticeMethod(TextChoices):
    """By which method a review works."""

    SYSTEMS = "systems", "Systems review"
    INCIDENT = "incident", "Significant incident learning process"
    APPRECIATIVE = "appreciative", "Appreciative inquiry"
    OTHER = "other", "Another method"


class ProceedingKind(TextChoices):
    """What runs beside a review by other statutes."""

    CRIMINAL = "criminal", "Criminal proceedings"
    INQUEST = "inquest", "Inquest"
    FAMILY = "family", "Family court"
    DOMESTIC = "domestic", "Domestic homicide review"
    ADULTS = "adults", "Safeguarding adults review"
    HEALTH = "health", "Patient safety incident investigation"
    EMPLOYMENT = "employment", "Employment proceedings"
    CHILD_DEATH = "child_death", "Child death review"
    INSURANCE = "insurance", "Insurance claim"
    OTHER = "other", "Other proceedings"


class Effect(TextChoices):
    """What proceedings do to the publication."""

    NONE = "none", "None"
    HOLDS = "holds", "It waits for them"


class CopyEnd(TextChoices):
    """What became of a numbered copy."""

    RETURNED = "returned", "Returned"
    DESTROYED = "destroyed", "Destroyed"


class RemarkKind(TextChoices):
    """What somebody says of a draft."""

    COMMENT = "comment", "A comment"
    FACT = "fact", "A fact that is wrong"


class WordKind(TextChoices):
    """What must not be found in a text that is published."""

    NAME = "name", "Name of a person"
    PLACE = "place", "Address, street or place"
    SCHOOL = "school", "School or setting"
    DATE = "date", "Date, as in 3 May 2019"
    OTHER = "other", "Other words"
