"""Early help for families, to those who may see it; for anybody else it does not exist.

It is seen through grants: by the early help team, by whoever began it, by the lead professional, and by the MASH once it was
stepped up. What came from a restricted contact, at once or as a step down, is seen by those alone who may see that contact.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.access import Eyes, sight, sight_alone
from accounts.access_table import current_holdings, role_codes
from accounts.models import Agency, Person
from children.models import Child
from children.selectors.likely import Found, candidates
from foundation import clock, events
from foundation.calendar import FinancialYear
from foundation.errors import NotVisible
from foundation.looked_up import looked_up
from foundation.models.events import DomainEvent
from foundation.pages import Page, page_after
from foundation.small_numbers import SMALL, rounded, rounded_part
from referrals.access import EARLY_HELP_COORDINATOR, PRACTITIONER
from referrals.models import (
    SEE_CONTACT,
    SEE_EARLY_HELP,
    Contact,
    ContactPersonGrant,
    EarlyHelp,
    EarlyHelpChild,
    EarlyHelpNeed,
    EarlyHelpPersonGrant,
    EarlyHelpState,
    EarlyHelpTeamGrant,
    Step,
    TeamAction,
)
from referrals.rules.early_help import EARLY_HELP_RECORD
from work.models import Clock


def visible_early_help(person: Person | Eyes) -> QuerySet[EarlyHelp]:
    """Early help that a grant in force lets the person see, without what is restricted to others."""
    seen = sight(person, SEE_EARLY_HELP, team_grants=EarlyHelpTeamGrant, person_grants=EarlyHelpPersonGrant)
    family = OuterRef("pk")
    named = Contact.objects.filter(sight_alone(person, SEE_CONTACT, person_grants=ContactPersonGrant))
    brought, stepped = (looked_up(named.filter(pk=OuterRef(name))) for name in ("contact", "episode__contact"))
    hidden = EarlyHelpChild.objects.filter(~Q(brought), early_help=family, contact__restricted=True)
    stepped_down = Step.objects.filter(~Q(stepped), early_help=family, episode__contact__restricted=True)
    return EarlyHelp.objects.filter(seen, ~Q(looked_up(hidden)), ~Q(looked_up(stepped_down)))


def visible_early_help_references(person: Person, references: Collection[str]) -> set[str]:
    """Those of some references that the person may see."""
    return set(visible_early_help(person).filter(reference__in=references).values_list("reference", flat=True))


def restricted_families(references: Collection[str]) -> QuerySet[EarlyHelp, str]:
    """Those of some references whose early help came from a restricted contact: only people named on that see it."""
    return EarlyHelp.objects.filter(_hidden(), reference__in=references).values_list("reference", flat=True)


def _hidden() -> Q:
    family = OuterRef("pk")
    brought = EarlyHelpChild.objects.filter(early_help=family, contact__restricted=True)
    stepped = Step.objects.filter(early_help=family, episode__contact__restricted=True)
    return Q(Exists(brought)) | Q(Exists(stepped))


def works_in_early_help(person: Person) -> bool:
    """Whether the person carries early help forward: the coordinator, or a practitioner who began or leads it."""
    return bool({EARLY_HELP_COORDINATOR, PRACTITIONER} & role_codes(person))


def alike_elsewhere(person: Person, file: "FamilyFile") -> list[tuple[Child, Found]]:
    """For the coordinator: the children of an open family who may be known under another record already, each with which.

    A family that a practitioner began came past no officer of the MASH. Only what the coordinator may know is told.
    """
    if EARLY_HELP_COORDINATOR not in role_codes(person) or file.early_help.state == EarlyHelpState.CLOSED:
        return []
    found = [(row.child, candidates(person, row.child)) for row in file.children]
    return [(child, one) for child, one in found if one.candidates or one.elsewhere]


def early_help_for(person: Person, reference: str) -> EarlyHelp:
    """Early help for one family, for who may see it."""
    found = visible_early_help(person).select_related("agency", "team__agency", "lead").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def families(person: Person, *, closed: bool = False, after: str = "") -> Page[EarlyHelp]:
    """A page of the early help that the person may see, the longest waiting first."""
    rows = visible_early_help(person).select_related("agency", "team").prefetch_related("children__child")
    rows = rows.filter(state=EarlyHelpState.CLOSED) if closed else rows.exclude(state=EarlyHelpState.CLOSED)
    return page_after(rows, "requested_at", after)


@dataclass(frozen=True)
class FamilyFile:
    """What belongs to early help for one family."""

    early_help: EarlyHelp
    children: tuple[EarlyHelpChild, ...]
    clocks: tuple[Clock, ...]
    steps: tuple[Step, ...]
    actions: tuple[TeamAction, ...]
    events: tuple[DomainEvent, ...]


def family_file(early_help: EarlyHelp) -> FamilyFile:
    """Everything of early help for one family. Asked by pages that have decided who may see it."""
    subject = events.Subject(EARLY_HELP_RECORD, early_help.reference)
    running = Clock.objects.filter(subject_kind=subject.kind, subject_reference=subject.reference, stopped_at__isnull=True)
    return FamilyFile(
        early_help,
        tuple(early_help.children.select_related("child")),
        tuple(running.order_by("due_at")),
        tuple(early_help.steps.select_related("lead_agency", "submission").order_by("-asked_at", "-pk")),
        tuple(early_help.actions.order_by("due_on", "pk")),
        tuple(events.history(subject).order_by("-at", "-id")),
    )


def lead_candidate(agency: Agency, email: str) -> Person | None:
    """The person of an agency with this email address who can be given sight as lead professional."""
    today = clock.today()
    held = current_holdings(today).filter(agency=agency, confirmed_until__gte=today, person__email__iexact=email)
    return Person.objects.filter(pk__in=held.values("person")).first()


# The agencies named here are those that lead; those that completed no assessment in the year stand with nothing.
REGISTER = """
WITH families AS (
    SELECT * FROM referrals_earlyhelp h WHERE NOT (%(hides)s AND EXISTS (
        SELECT 1 FROM referrals_earlyhelpchild f JOIN referrals_contact c ON c.id = f.contact_id
        WHERE f.early_help_id = h.id AND c.restricted)))
SELECT a.name, a.kind,
       count(e.id) FILTER (WHERE e.state <> 'closed') AS open,
       count(e.id) FILTER (WHERE e.assessed_on >= %(start)s AND e.assessed_on <= %(end)s) AS assessed,
       count(e.id) FILTER (WHERE e.assessed_on >= %(start)s AND e.assessed_on <= %(end)s
            AND e.assessed_on <= e.assessment_due_on) AS in_time,
       count(e.id) FILTER (WHERE e.closed_on >= %(start)s AND e.closed_on <= %(end)s) AS closed,
       count(e.id) FILTER (WHERE e.closed_on >= %(start)s AND e.closed_on <= %(end)s AND e.outcome = 'needs_met') AS met,
       (SELECT n FROM families o, unnest(o.needs) n WHERE o.agency_id = a.id AND o.assessed_on >= %(start)s
            AND o.assessed_on <= %(end)s GROUP BY n HAVING count(*) > %(small)s ORDER BY count(*) DESC, n LIMIT 1) AS need
FROM accounts_agency a LEFT JOIN families e ON e.agency_id = a.id
WHERE a.kind <> 'partnership' AND (a.closed_on IS NULL OR a.closed_on > %(end)s)
GROUP BY a.id ORDER BY assessed DESC, a.name
"""


def sees_the_families(person: Person) -> bool:
    """Whether the person sees early help family by family, so that no number of those is hidden from them."""
    return EARLY_HELP_COORDINATOR in role_codes(person)


def register(by: Person, year: FinancialYear) -> list[Mapping[str, Any]]:
    """Early help of a year by the agency that leads it: numbers only, no family. For whoever the access table admits.

    Who sees the families gets exact numbers, without families that came from a restricted contact. Everybody else gets rounded
    ones; None stands for fewer than six or none, and a need is named only where six families have it.
    """
    sighted = sees_the_families(by)
    small = 0 if sighted else SMALL
    with connection.cursor() as cursor:
        cursor.execute(REGISTER, {"start": year.start, "end": year.end, "hides": sighted, "small": small})
        names = [column.name for column in cursor.description]
        rows: list[Mapping[str, Any]] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    labels = dict(EarlyHelpNeed.choices)
    named: list[Mapping[str, Any]] = [{**row, "need": str(labels.get(row["need"] or "", ""))} for row in rows]
    return named if sighted else sorted(map(_rounded, named), key=lambda row: (-(row["assessed"] or 0), row["name"]))


def _rounded(row: Mapping[str, Any]) -> Mapping[str, Any]:
    numbers = {name: rounded(row[name]) for name in ("open", "assessed", "closed")}
    shares = {name: rounded_part(row[name], row[of]) for name, of in (("in_time", "assessed"), ("met", "closed"))}
    return {**row, **numbers, **shares}
