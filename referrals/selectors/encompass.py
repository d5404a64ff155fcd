"""Notices to schools: whom to tell, and what those may see who ask."""

from collections.abc import Collection, Sequence

from accounts.access import AGENCY_LEAD
from accounts.access_table import open_agencies, open_teams
from accounts.models import Agency, Person, Team
from foundation import clock
from referrals.models import Contact, SchoolNotice
from referrals.rules.encompass import HOME_EDUCATED
from referrals.selectors.contacts import visible_contacts
from work.selectors.recipients import holders

SHOWN = 100
SCHOOLS = (Agency.Kind.SCHOOL, Agency.Kind.EARLY_YEARS)


def schools() -> list[Agency]:
    """The schools and early years settings that are open."""
    return list(open_agencies(clock.today()).filter(kind__in=SCHOOLS).order_by("name"))


def school_called(text: str) -> Agency | None:
    """The school of this name or code; nothing where it is not clear."""
    told = text.strip()
    if not told:
        return None
    found = [one for one in schools() if told.casefold() in (one.name.casefold(), one.code.casefold())]
    return found[0] if len(found) == 1 else None


def can_be_told(school: Agency) -> bool:
    """Whether somebody of a school reads notices in the portal."""
    return bool(holders(school, {AGENCY_LEAD}))


def named_officers() -> Team | None:
    """The team that is told of children who are educated at home."""
    return open_teams(clock.today()).filter(receives__contains=[HOME_EDUCATED]).select_related("agency").order_by("pk").first()


def notice_of(contact: Contact) -> SchoolNotice | None:
    """The notice of a contact. Asked by pages and services that decided who may see it."""
    return SchoolNotice.objects.select_related("agency", "request").filter(contact=contact.pk).first()


def open_notices(person: Person) -> list[SchoolNotice]:
    """Notices that wait to be given or to be acknowledged, of contacts that the person may see; the most urgent hundred."""
    rows = SchoolNotice.objects.exclude(state=SchoolNotice.State.ACKNOWLEDGED).filter(contact__in=visible_contacts(person))
    related = rows.select_related("contact__submitted_child", "contact__child", "agency", "request")
    return list(related.order_by("told_due_at", "pk")[:SHOWN])


def notices_seen(person: Person, references: Collection[str]) -> set[str]:
    """Those of some notices' references whose contact the person may see."""
    rows = SchoolNotice.objects.filter(reference__in=references, contact__in=visible_contacts(person))
    return set(rows.values_list("reference", flat=True))


def contact_of_notice(reference: str) -> str:
    """The reference of the contact of a notice."""
    return SchoolNotice.objects.filter(reference=reference).values_list("contact__reference", flat=True).first() or ""


def children_of_notice(reference: str) -> Sequence[str]:
    """The child of a notice, for the access log."""
    return tuple(SchoolNotice.objects.filter(reference=reference).values_list("contact__child__reference", flat=True))


def waits_to_be_told(contact: Contact) -> bool:
    """Whether a notice of a contact has not been given to anybody."""
    return SchoolNotice.objects.filter(contact=contact.pk, state=SchoolNotice.State.WAITING).exists()
