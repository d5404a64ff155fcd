"""Notices to schools: whom to tell, and what those may see who ask."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from accounts.access import AGENCY_LEAD
from accounts.access_table import current_holdings, open_agencies, open_teams
from accounts.models import Agency, Person, Team
from children.selectors.places import labels_of, schools_told
from children.selectors.records import same_children
from foundation import clock
from foundation.calendar import london_date
from foundation.design import words
from foundation.errors import NotVisible
from referrals.models import Contact, NoticeSchool, SchoolNotice
from referrals.rules.encompass import HOME_EDUCATED
from referrals.selectors.contacts import visible_contacts
from work.selectors.recipients import holders

SHOWN = 100
SCHOOLS = (Agency.Kind.SCHOOL, Agency.Kind.EARLY_YEARS)


def schools() -> list[Agency]:
    """The schools and early years settings that are open."""
    return list(open_agencies(clock.today()).filter(kind__in=SCHOOLS).order_by("name"))


def school_called(text: str) -> Agency | None:
    """The school of this name or code, or that the imported list has by this number or label; nothing where it is unclear."""
    told = text.strip()
    if not told:
        return None
    here = schools()
    found = [one for one in here if told.casefold() in (one.name.casefold(), one.code.casefold())]
    if not found:
        found = _of_the_list(told, here)
    return found[0] if len(found) == 1 else None


def _of_the_list(told: str, here: Sequence[Agency]) -> list[Agency]:
    """The schools in the portal that the imported list means: by the number that is kept of them, or else by the name."""
    listed = schools_told(told)
    numbers = {one.urn for one in listed}
    urns = dict(NoticeSchool.objects.exclude(urn="").values_list("agency_id", "urn"))
    found = [one for one in here if urns.get(one.pk) in numbers]
    if found or len(listed) != 1:
        return found
    name = listed[0].name.casefold()
    return [one for one in here if one.pk not in urns and one.name.casefold() == name]


@dataclass(frozen=True)
class SchoolKept:
    """A school in the portal: whether somebody there reads notices, and whether it is signed up for them."""

    agency: Agency
    urn: str
    listed: str
    """How the imported list has it; empty where it is not there."""
    signed_up_on: date | None
    has_lead: bool

    @property
    def signed_up(self) -> bool:
        """Whether it takes notices: it said so, and a lead there is confirmed."""
        return self.signed_up_on is not None and self.has_lead


def schools_kept() -> list[SchoolKept]:
    """Every open school in the portal, by name."""
    rows = {row.agency_id: row for row in NoticeSchool.objects.all()}
    here = schools()
    led = leads_confirmed([one.pk for one in here])
    labels = labels_of({row.urn for row in rows.values() if row.urn})
    kept = []
    for one in here:
        row = rows.get(one.pk)
        urn = row.urn if row else ""
        kept.append(SchoolKept(one, urn, labels.get(urn, ""), row.signed_up_on if row else None, one.pk in led))
    return kept


def school_kept(code: str) -> SchoolKept:
    """One of them; another agency does not exist here."""
    found = next((one for one in schools_kept() if one.agency.code == code), None)
    if found is None:
        raise NotVisible
    return found


def leads_confirmed(agencies: Collection[int]) -> set[int]:
    """Those of some agencies in which somebody holds the role of safeguarding lead today, confirmed."""
    today = clock.today()
    held = current_holdings(today).filter(agency__in=agencies, role=AGENCY_LEAD, confirmed_until__gte=today)
    return set(held.values_list("agency_id", flat=True))


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


def earlier_notices_words(notice: SchoolNotice) -> str:
    """How many notices of the child a school or officer was given before, and when last; nothing where there were none."""
    of_child = SchoolNotice.objects.filter(contact__child__in=list(same_children([notice.contact.child_id])))
    days = list(
        of_child.filter(begun_at__lt=notice.begun_at, told_at__isnull=False)
        .order_by("begun_at")
        .values_list("begun_at", flat=True)
    )
    return f"{len(days)}, the last on {words.date(london_date(days[-1]))}" if days else ""


def waits_to_be_told(contact: Contact) -> bool:
    """Whether a notice of a contact has not been given to anybody."""
    return SchoolNotice.objects.filter(contact=contact.pk, state=SchoolNotice.State.WAITING).exists()
