"""The checks on a contact that its reader may see, and whom in an agency one may ask by name."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from accounts.access import AGENCY_LEAD
from accounts.access_table import current_holdings
from accounts.models import Agency, Person
from foundation import clock
from foundation.documents import documents_of
from foundation.errors import NotVisible
from referrals.models import Contact
from referrals.rules.triage import CONTACT, MASH_CHECK
from referrals.selectors.contacts import agencies_to_ask
from work.kinds import request_kinds
from work.models import Chase, Request


def check_for(contact: Contact, reference: str) -> Request:
    """One check on a contact that the reader may see; another's does not exist."""
    found = (
        Request.objects.filter(reference=reference, kind=MASH_CHECK, subject_kind=CONTACT, subject_reference=contact.reference)
        .select_related("to_agency")
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def people_to_ask() -> dict[str, tuple[Agency, Person]]:
    """Who answers checks in each agency today, by a code of both: safeguarding leads, and teams that receive them; by name."""
    today = clock.today()
    answers = Q(role=AGENCY_LEAD) | Q(team__receives__contains=[MASH_CHECK])
    holdings = current_holdings(today).filter(
        answers, agency__in=agencies_to_ask(), confirmed_until__gte=today, person__is_active=True
    )
    rows = holdings.select_related("agency", "person").order_by("agency__name", "person__name", "pk")
    return {f"{row.agency.code}:{row.person.reference}": (row.agency, row.person) for row in rows}


def chaseable(requests: Iterable[Request]) -> list[Request]:
    """Those of some requests whose answer is late and whom nobody has chased today."""
    moment = clock.now()
    late = [row for row in requests if row.kind == MASH_CHECK and row.state == Request.State.ASKED and row.due_at < moment]
    if not late:
        return []
    chased = set(Chase.objects.filter(request__in=late, day=clock.today()).values_list("request", flat=True))
    return [row for row in late if row.pk not in chased]


PARTS = (
    ("referral:worries", "The referral: what the referrer worries about"),
    ("referral:voice", "The referral: what the child said or showed"),
    ("referral:family", "The referral: the family and the people round the child"),
    ("history", "What was known of the child before"),
)


@dataclass(frozen=True)
class Evidence:
    """One thing on which a decision may rest."""

    code: str
    label: str


def evidence_on(contact: Contact, requests: Iterable[Request]) -> list[Evidence]:
    """On what a decision about a contact may rest. Asked by pages and services that have decided who may see it."""
    found = [Evidence(code, label) for code, label in PARTS]
    for row in requests:
        if row.state == Request.State.ANSWERED:
            result = request_kinds()[row.kind].result(row.result)
            found.append(Evidence(f"check:{row.reference}", f"{row.to_agency.name}: {result.title if result else row.result}"))
    documents = documents_of("submission", contact.submission.reference)
    return [*found, *(Evidence(f"document:{row.reference}", f"Document: {row.name}") for row in documents)]
