"""What agencies are asked to give to the chapters of a report: who was asked, what came, what is late."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import NotVisible
from reporting.models import Contribution
from reporting.rules.drafting import CONTRIBUTION, GIVEN
from reporting.selectors.drafts import may_write, title_of
from work.models import Request


@dataclass(frozen=True)
class Asked:
    """What one agency was asked for, with the request that it answers."""

    contribution: Contribution
    request: Request

    @property
    def is_awaited(self) -> bool:
        """Whether the agency has not answered, and is still to."""
        return self.request.state == Request.State.ASKED

    @property
    def is_late(self) -> bool:
        """Whether it should have answered by now."""
        return self.is_awaited and self.request.due_at < clock.now()

    @property
    def may_be_taken(self) -> bool:
        """Whether its answer can be put into the chapter, and nobody has done so."""
        given = self.request.state == Request.State.ANSWERED and self.request.result == GIVEN
        return given and self.contribution.taken_at is None


def asked_for(year: FinancialYear, section: str) -> list[Asked]:
    """Everything that agencies were asked for a chapter, soonest due first. Whether one may see it has been asked."""
    rows = list(Contribution.objects.filter(year=year.label, section=section).select_related("agency"))
    requests = {one.subject_reference: one for one in requests_for([row.reference for row in rows])}
    return [Asked(row, requests[row.reference]) for row in rows]


def late_of_year(year: FinancialYear) -> QuerySet[Contribution]:
    """What agencies should have given to the chapters of a year by now, and have not answered."""
    late = Request.objects.filter(kind=CONTRIBUTION, state=Request.State.ASKED, due_at__lt=clock.now())
    return Contribution.objects.filter(year=year.label, reference__in=late.values("subject_reference"))


def requests_for(references: Collection[str]) -> QuerySet[Request]:
    """The requests of some contributions."""
    return Request.objects.filter(kind=CONTRIBUTION, subject_reference__in=references)


def contribution_to_write(person: Person, reference: str) -> Asked:
    """One contribution for whoever writes its chapter; for everybody else there is none."""
    found = Contribution.objects.select_related("agency").filter(reference=reference).first()
    if found is None or not may_write(person, FinancialYear.from_label(found.year), found.section):
        raise NotVisible
    return Asked(found, requests_for([reference]).get())


def particulars_of(reference: str) -> list[tuple[str, str]]:
    """What whoever is asked reads with the question."""
    year, section = chapter_of(reference)
    return [("For", f"Yearly report {year}"), ("Chapter", title_of(section))]


def chapter_of(reference: str) -> tuple[str, str]:
    """Year and section for which a contribution is asked."""
    return Contribution.objects.values_list("year", "section").get(reference=reference)
