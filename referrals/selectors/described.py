"""What tells one clock’s subject from another on "My work", without a name: asked only of records that the reader is shown."""

from collections.abc import Collection

from referrals.models import Disagreement, EarlyHelp, Episode, SchoolNotice, Submission
from referrals.models.contacts import Contact


def contacts_described(references: Collection[str]) -> list[Contact]:
    """Contacts with who referred."""
    return list(Contact.objects.filter(reference__in=references).select_related("submission__agency"))


def episodes_described(references: Collection[str]) -> list[Episode]:
    """Episodes with their assessments and plans."""
    return list(Episode.objects.filter(reference__in=references).prefetch_related("assessments", "plans"))


def families_described(references: Collection[str]) -> list[EarlyHelp]:
    """Early help with the agency that leads."""
    return list(EarlyHelp.objects.filter(reference__in=references).select_related("agency"))


def disagreements_described(references: Collection[str]) -> list[Disagreement]:
    """Disagreements with both agencies."""
    return list(Disagreement.objects.filter(reference__in=references).select_related("raised_for", "raised_with"))


def submissions_described(references: Collection[str]) -> list[Submission]:
    """Submissions that the MASH took down."""
    return list(Submission.objects.filter(reference__in=references).select_related("agency"))


def notices_described(references: Collection[str]) -> list[SchoolNotice]:
    """Notices to schools, with the school and the contact."""
    return list(SchoolNotice.objects.filter(reference__in=references).select_related("agency", "contact"))
