"""Reading agencies and teams, for the system administrator and the information governance lead. They speak of no child."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Lower

from accounts.access import AGENCY_LEAD, AGREEMENT_READERS
from accounts.access_table import current_holdings, open_agencies, role_codes
from accounts.models import Agency, InformationSharingAgreement, Person, Team
from accounts.selectors.people import is_administrator
from foundation import clock
from foundation.errors import NotVisible

CONFIRM_WITHIN = timedelta(days=28)
RENEW_WITHIN = timedelta(days=56)
MOST_NAMED = 200


@dataclass(frozen=True)
class AgencyRow:
    """An agency, as the list shows it. `sort_key` begins the next page."""

    code: str
    name: str
    kind: str
    people: int
    agreement_until: date | None
    closed_on: date | None
    sort_key: tuple[str, int]

    @property
    def agreed(self) -> bool:
        """Whether its agreement is in force today."""
        return self.agreement_until is not None and self.agreement_until >= clock.today()


def agency_list(by: Person, *, find: str = "", after: tuple[str, int] | None = None, limit: int = 50) -> list[AgencyRow]:
    """Agencies by name: how many people hold a role there today, and until when their agreement holds."""
    _check_reader(by)
    today = clock.today()
    newest = InformationSharingAgreement.objects.filter(agency=OuterRef("pk"), signed_on__lte=today).order_by("-valid_until")
    rows = Agency.objects.filter(merged_into__isnull=True).annotate(sort_name=Lower("name"))
    if find:
        rows = rows.filter(Q(name__icontains=find) | Q(code__iexact=find))
    if after is not None:
        rows = rows.filter(Q(sort_name__gt=after[0]) | Q(sort_name=after[0], id__gt=after[1]))
    rows = rows.annotate(
        agreement_until=Subquery(newest.values("valid_until")[:1]),
        people=Count("holdings__person", filter=Q(holdings__in=current_holdings(today)), distinct=True),
    )
    return [
        AgencyRow(
            row.code, row.name, row.get_kind_display(), row.people, row.agreement_until, row.closed_on, (row.sort_name, row.pk)
        )
        for row in rows.order_by("sort_name", "id")[:limit]
    ]


@dataclass(frozen=True)
class AgreementToRenew:
    """An agency whose information-sharing agreement has run out, runs out soon or was never signed (None)."""

    code: str
    name: str
    until: date | None


def agreements_to_renew(by: Person) -> list[AgreementToRenew]:
    """Agencies whose agreement is missing or ends within eight weeks, the most pressing first, at most twenty."""
    _check_reader(by)
    today = clock.today()
    newest = InformationSharingAgreement.objects.filter(agency=OuterRef("pk"), signed_on__lte=today).order_by("-valid_until")
    open_ones = Agency.objects.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=today), merged_into__isnull=True)
    rows = open_ones.annotate(until=Subquery(newest.values("valid_until")[:1]))
    wanted = rows.filter(Q(until__isnull=True) | Q(until__lt=today + RENEW_WITHIN))
    found = wanted.order_by(F("until").asc(nulls_first=True), "name").values_list("code", "name", "until")
    return [AgreementToRenew(*row) for row in found[:20]]


@dataclass(frozen=True)
class LeadToConfirm:
    """The only lead of an agency, whom nobody there can confirm."""

    reference: str
    name: str
    agency: str
    confirmed_until: date


def only_leads_to_confirm(by: Person) -> list[LeadToConfirm]:
    """The only leads of their agencies whose confirmation ends within four weeks or has ended, for the administrator."""
    if not is_administrator(by):
        return []
    today = clock.today()
    leads = current_holdings(today).filter(role=AGENCY_LEAD)
    others = leads.filter(agency=OuterRef("agency")).exclude(person=OuterRef("person"))
    rows = leads.filter(~Exists(others), confirmed_until__lte=today + CONFIRM_WITHIN)
    found = rows.order_by("confirmed_until", "pk").values_list(
        "person__reference", "person__name", "agency__name", "confirmed_until"
    )
    return [LeadToConfirm(*row) for row in found[:50]]


def agencies_without_lead(by: Person) -> list[tuple[str, str]]:
    """Code and name of open agencies where people hold roles and nobody leads them, by name, for the administrator."""
    if not is_administrator(by):
        return []
    held = current_holdings(clock.today()).filter(agency=OuterRef("pk"))
    rows = open_agencies(clock.today()).filter(Exists(held), ~Exists(held.filter(role=AGENCY_LEAD)))
    return list(rows.order_by("name").values_list("code", "name")[:20])


def agency_to_read(by: Person, code: str) -> Agency:
    """The agency of this code, for those who read every agency's agreement."""
    _check_reader(by)
    agency = Agency.objects.filter(code=code).first()
    if agency is None:
        raise NotVisible
    return agency


def agency_for_administrator(by: Person, code: str) -> Agency:
    """The agency of this code, for the system administrator."""
    _check(by)
    return agency_to_read(by, code)


def team_for_administrator(by: Person, code: str) -> Team:
    """The team of this code, with its agency."""
    _check(by)
    team = Team.objects.select_related("agency").filter(code=code).first()
    if team is None:
        raise NotVisible
    return team


def all_teams_of(by: Person, agency: Agency) -> list[Team]:
    """The agency's teams, closed ones too."""
    _check_reader(by)
    return list(Team.objects.filter(agency=agency).order_by("name"))


def _check(by: Person) -> None:
    if not is_administrator(by):
        raise NotVisible


def _check_reader(by: Person) -> None:
    if not AGREEMENT_READERS & role_codes(by):
        raise NotVisible


def agencies_known_in(text: str) -> frozenset[str]:
    """The names of agencies and teams that stand in a text, in any case: for whoever looks whether words name one before they
    are published. It tells nothing that the text does not."""
    agencies = Agency.objects.annotate(read=Value(text)).filter(read__icontains=F("name")).values_list("name", flat=True)
    teams = Team.objects.annotate(read=Value(text)).filter(read__icontains=F("name")).values_list("name", flat=True)
    return frozenset((*agencies[:MOST_NAMED], *teams[:MOST_NAMED]))
