"""The code lists of child deaths: those of the national forms."""

from django.db.models import IntegerChoices, TextChoices


class DeathState(TextChoices):
    """How far the review of a death is."""

    NOTIFIED = "notified", "Notified"
    GATHERING = "gathering", "Information is gathered"
    READY = "ready", "Ready for the review meeting"
    HELD = "held", "Review meeting held"
    TRIAGED = "triaged", "Triaged: no review meeting needed"
    LISTED = "listed", "Listed for the panel"
    REVIEWED = "reviewed", "Reviewed by the panel"
    CLOSED = "closed", "Closed"
    JOINED = "joined", "Joined to the case that was first"


class Born(TextChoices):
    """How a child came into the world: it decides whether their death is reviewed at all."""

    LIVE = "live", "Live birth, of any gestation"
    UNATTENDED = "unattended", "Stillbirth without a professional present, or in doubt"
    STILLBIRTH = "stillbirth", "Stillbirth with a professional present"
    TERMINATION = "termination", "Planned termination within the law"


class DeathPlace(TextChoices):
    """Where a child died."""

    HOME = "home", "Home"
    HOSPICE = "hospice", "Hospice"
    HOSPITAL = "hospital", "Hospital"
    OTHER = "other", "Elsewhere"


class NhsAbsent(TextChoices):
    """Why there is no NHS number."""

    NON_RESIDENT = "non_resident", "Non-resident"
    NOT_AVAILABLE = "not_available", "Not available"


class Expected(TextChoices):
    """Whether a death was to be expected within the 24 hours before it, or before what led to it."""

    EXPECTED = "expected", "Expected"
    UNEXPECTED = "unexpected", "Unexpected"


class JointResponse(TextChoices):
    """The criterion because of which agencies respond jointly: one is enough."""

    EXTERNAL = "external", "External cause"
    SUDDEN = "sudden", "Sudden without apparent cause"
    DETAINED = "detained", "In custody or detained"
    SUSPICIOUS = "suspicious", "Suspicious circumstances"
    STILLBIRTH = "stillbirth", "Stillbirth without a professional present"


class HoldReason(TextChoices):
    """What outside the partnership’s control a review waits for."""

    POST_MORTEM = "post_mortem", "Post-mortem"
    INQUEST = "inquest", "Inquest"
    CRIMINAL = "criminal", "Police or Crown Prosecution Service"
    PRACTICE_REVIEW = "practice_review", "Serious case or practice review"
    PATIENT_SAFETY = "patient_safety", "Patient safety incident investigation"


class FormState(TextChoices):
    """How far a reporting form is that an agency was asked for."""

    ASKED = "asked", "Asked"
    RETURNED = "returned", "Returned"
    EVIDENCE = "evidence", "Other evidence taken instead"


class Evidence(TextChoices):
    """What is taken instead of a form that an agency does not return."""

    DISCHARGE = "discharge", "Discharge summary"
    POST_MORTEM = "post_mortem", "Post-mortem report"
    POLICE = "police", "Police form"
    MINUTES = "minutes", "Minutes of the joint agency response"


class Supplement(TextChoices):
    """The supplementary form by what the child died of."""

    NONE = "none", "None"
    ASTHMA = "asthma", "Asthma or anaphylaxis"
    CARDIAC = "cardiac", "Cardiac"
    CONGENITAL = "congenital", "Congenital or genetic"
    KETOACIDOSIS = "ketoacidosis", "Diabetic ketoacidosis"
    DROWNING = "drowning", "Drowning"
    EPILEPSY = "epilepsy", "Epilepsy"
    FIRE = "fire", "Fire or burns"
    INFECTION = "infection", "Infection"
    PALLIATIVE = "palliative", "Life-limiting condition or palliative care"
    NEONATAL = "neonatal", "Neonatal: labour ward and neonatal unit"
    ONCOLOGY = "oncology", "Oncology"
    POISONING = "poisoning", "Poisoning"
    SUDDEN = "sudden", "Sudden unexpected death"
    SELF_HARM = "self_harm", "Suicide or self-harm"
    TRAUMA = "trauma", "Trauma or road traffic collision"
    VIOLENCE = "violence", "Violence"
    PATHWAY = "pathway", "Care pathway"


class CareStatus(TextChoices):
    """How the child stood to children's social care, as the reporting form asks."""

    NEVER = "never", "Never known"
    PREVIOUS = "previous", "Known before"
    NEED = "need", "Child in need"
    PROTECTION = "protection", "On a child protection plan"
    LOOKED_AFTER = "looked_after", "Looked after"
    UNKNOWN = "unknown", "Not known"


class Domain(TextChoices):
    """The four domains of contributory factors."""

    INTRINSIC = "A", "A. Intrinsic to the child"
    SOCIAL = "B", "B. Family, social setting and parenting"
    PHYSICAL = "C", "C. Physical environment"
    SERVICES = "D", "D. Service provision"


class Relevance(IntegerChoices):
    """Whether a factor may have contributed to the death."""

    UNKNOWN = 0, "0. Information not available"
    UNLIKELY = 1, "1. No factor, or unlikely to have contributed"
    MAY_HAVE = 2, "2. May have contributed"


class DeathCategory(IntegerChoices):
    """The national categories in their order: the first that fits is chosen."""

    INFLICTED = 1, "1. Deliberately inflicted injury, abuse or neglect"
    SELF_HARM = 2, "2. Suicide or deliberate self-inflicted harm"
    TRAUMA = 3, "3. Trauma and other external factors, including medical or surgical error"
    MALIGNANCY = 4, "4. Malignancy"
    ACUTE = 5, "5. Acute medical or surgical condition"
    CHRONIC = 6, "6. Chronic medical condition"
    GENETIC = 7, "7. Chromosomal, genetic or congenital anomaly"
    PERINATAL = 8, "8. Perinatal or neonatal event"
    INFECTION = 9, "9. Infection"
    UNEXPLAINED = 10, "10. Sudden unexpected, unexplained death"


class Modifiable(TextChoices):
    """Whether factors were found that could be changed so that fewer children die."""

    IDENTIFIED = "identified", "Modifiable factors identified"
    NONE = "none", "No modifiable factors identified"
    INADEQUATE = "inadequate", "Inadequate information to decide"
