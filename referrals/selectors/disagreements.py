"""Disagreements between agencies: the record to the two sides, a list without any child to those who watch over them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM, EXECUTIVE, SCRUTINEER
from accounts.access_table import agency_ids, current_holdings, open_agencies, role_codes
from accounts.models import Agency, Person, Visitor
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.cuts import CUTS, OPEN, YES, Span
from foundation.errors import NotVisible
from foundation.figures import FigureValue
from foundation.looked_up import looked_up
from foundation.pages import page_after
from referrals.access import MASH_MANAGER, REFERRERS
from referrals.models import Contact, Disagreement
from referrals.selectors.contacts import visible_contacts
from referrals.selectors.drafts import Writer, agencies_to_refer_for, agency_ids_to_refer_for
from referrals.selectors.submissions import unrestricted_or_own

WATCHERS = frozenset({BUSINESS_TEAM, EXECUTIVE, SCRUTINEER})


def visible_disagreements(person: Writer) -> QuerySet[Disagreement]:
    """Those that the person raised, those of the agencies that they lead, and a MASH manager those about contacts they see.

    Of a restricted contact the raiser, and managers who are named on it. A visitor sees those alone that they raised.
    """
    if isinstance(person, Visitor):
        return Disagreement.objects.filter(visitor=person, raised_for__in=agency_ids_to_refer_for(person))
    seen = Q(raiser=person, raised_for__in=agency_ids(person, *REFERRERS.roles))
    led = agency_ids(person, AGENCY_LEAD)
    if led:
        open_to_leads = Q(contact__isnull=True) | Q(contact__restricted=False)
        seen |= (Q(raised_for__in=led) | Q(raised_with__in=led)) & open_to_leads
    if MASH_MANAGER in role_codes(person):
        of_theirs = looked_up(visible_contacts(person).filter(pk=OuterRef("contact")))
        seen |= Q(raised_with__in=agency_ids(person, MASH_MANAGER)) & (Q(contact__isnull=True) | Q(of_theirs))
    return Disagreement.objects.filter(seen)


def disagreement_for(person: Writer, reference: str) -> Disagreement:
    """One disagreement with its stages, to its two sides; for others it does not exist."""
    found = (
        visible_disagreements(person)
        .select_related("raised_for", "raised_with", "raiser", "visitor", "contact__submitted_child", "contact__child")
        .prefetch_related("stages")
        .filter(reference=reference)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def as_raiser(person: Writer) -> dict[str, Any]:
    """The column of a disagreement that says who raised it."""
    return {"visitor": person} if isinstance(person, Visitor) else {"raiser": person}


def is_ours(person: Writer, disagreement: Disagreement) -> bool:
    """Whether the person speaks for the agency that raised it."""
    if isinstance(person, Visitor):
        return disagreement.visitor_id == person.pk
    if disagreement.raiser_id == person.pk:
        return True
    return disagreement.raised_for_id in agency_ids(person, AGENCY_LEAD)


@dataclass(frozen=True)
class ListedPage:
    """Some disagreements, newest first; `opens` are the references whose record the reader may open."""

    rows: Sequence[Disagreement]
    opens: frozenset[str]
    next_key: str


def listed(person: Writer, *, state: str = "", after: str = "") -> ListedPage:
    """The list: to those who watch over all of them every row, to others those that they may open. It names no child."""
    visible = visible_disagreements(person)
    rows = Disagreement.objects.all() if isinstance(person, Person) and role_codes(person) & WATCHERS else visible
    if state:
        rows = rows.filter(state=state)
    page = page_after(rows.select_related("raised_for", "raised_with"), "pk", after, newest_first=True)
    references = [row.reference for row in page.rows]
    opens = frozenset(visible.filter(reference__in=references).values_list("reference", flat=True))
    return ListedPage(page.rows, opens, page.next_key)


def may_raise_about(person: Writer, reference: str) -> Contact | None:
    """The contact of this reference, where the person's side sent it; nothing where it did not."""
    sent = unrestricted_or_own(person).filter(pk=OuterRef("submission"))
    return (
        Contact.objects.filter(Exists(sent), reference=reference).select_related("submission__agency", "submitted_child").first()
    )


def agencies_of(person: Writer) -> list[Agency]:
    """The agencies for which the person may raise a disagreement."""
    return agencies_to_refer_for(person)


def agencies_to_disagree_with() -> list[Agency]:
    """Every open agency."""
    return list(open_agencies(clock.today()).exclude(kind=Agency.Kind.PARTNERSHIP).order_by("name"))


def agency_of_contact(contact: Contact) -> Agency | None:
    """The agency whose team received a contact."""
    grant = contact.team_grants.order_by("pk").values_list("group", flat=True).first()
    return Agency.objects.filter(teams__group=grant).first() if grant else None


def told_of(disagreement: Disagreement, *, everybody: bool = False) -> list[Person]:
    """Who hears of news: the raiser and the leads of both sides; at the last stage the executive and the scrutineer too.

    A raiser without an account is none of these people and is written to apart.
    """
    today = clock.today()
    leads = Q(role=AGENCY_LEAD, agency__in=[disagreement.raised_for_id, disagreement.raised_with_id])
    wanted = leads | Q(role__in=[EXECUTIVE, SCRUTINEER]) if everybody else leads
    if disagreement.contact is not None and disagreement.contact.restricted:
        wanted = Q(role__in=[EXECUTIVE, SCRUTINEER]) if everybody else Q(pk__in=[])
    holdings = current_holdings(today).filter(wanted, confirmed_until__gte=today)
    managers = current_holdings(today).filter(role=MASH_MANAGER, agency=disagreement.raised_with_id, confirmed_until__gte=today)
    if disagreement.contact is not None:
        sighted = disagreement.contact.team_grants.filter(ended_at__isnull=True).values("group")
        managers = managers.filter(team__group__in=sighted)
    people = Q(pk__in=holdings.values("person")) | Q(pk=disagreement.raiser_id)
    if disagreement.contact is not None and not disagreement.contact.restricted:
        people |= Q(pk__in=managers.values("person"))
    return list(Person.objects.filter(people, is_active=True).order_by("pk"))


def children_of_disagreement(reference: str) -> Sequence[str]:
    """The reference of the child concerned, for the access log."""
    rows = Disagreement.objects.filter(reference=reference, contact__isnull=False)
    return tuple(rows.values_list("contact__child__reference", flat=True))


@dataclass(frozen=True)
class AgencyNumbers:
    """What one agency raised and received in a year."""

    name: str
    raised: int
    received: int


@dataclass(frozen=True)
class Numbers:
    """The disagreements of a year: by agency, by the stage that they reached, and how long those that ended took."""

    year: str
    total: int
    agencies: Sequence[AgencyNumbers]
    stages: Mapping[str, int]
    ended: int
    days: Decimal | None
    """On average, from the day on which they were raised."""


def numbers_of_year(person: Person) -> Numbers:
    """Of the financial year that runs, as the figures of disagreements tell them; never of children.

    Those about a restricted contact count for those alone who watch over all disagreements.
    """
    year, today = FinancialYear.of(clock.today()), clock.today()
    where = {} if role_codes(person) & WATCHERS else {OPEN: YES}
    with connection.cursor() as cursor:
        found = CUTS.get("referrals.disagreements").read(Span(year.label, year.start, today), where, cursor)
        told = {value.code: value for value in found}
    raised, days = told.get("disagreements.raised"), told.get("disagreements.days")
    by = {name: _counts(raised, name) for name in ("agency", "received_by", "stage")}
    return Numbers(
        year=year.label,
        total=int(raised.value or 0) if raised else 0,
        agencies=[
            AgencyNumbers(name, by["agency"].get(name, 0), by["received_by"].get(name, 0))
            for name in sorted({*by["agency"], *by["received_by"]})
        ],
        stages=by["stage"],
        ended=(days.denominator or 0) if days else 0,
        days=Decimal(days.value) if days and days.value is not None else None,
    )


def _counts(value: FigureValue | None, name: str) -> dict[str, int]:
    parts = value.by[name] if value else {}
    return {label: part for label, part in parts.items() if isinstance(part, int)}
