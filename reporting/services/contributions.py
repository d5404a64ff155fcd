"""Asking agencies for something for a chapter: asked, chased, withdrawn, and put into the chapter by whoever writes it."""

from collections.abc import Collection
from datetime import date

from accounts.models import Person
from foundation import clock, events
from foundation.actors import Actor
from foundation.calendar import FinancialYear, end_of_day
from foundation.errors import NotVisible, Refused
from foundation.service import service
from foundation.turns import take_turns
from reporting.models import Contribution
from reporting.rules.drafting import CONTRIBUTED, CONTRIBUTION
from reporting.selectors.contributions import Asked, asked_for, contribution_to_write
from reporting.selectors.drafts import chapter_to_write
from reporting.selectors.returns import agencies_to_ask
from reporting.selectors.templates import all_sections
from reporting.services.writing import write_narrative
from work.services.requests import ask, chase_together, withdraw_request


@service
def ask_for_contributions(
    *, by: Actor, year: FinancialYear, section: str, agencies: Collection[str], question: str, due_on: date
) -> list[Contribution]:
    """Ask agencies, by their codes, for something for a chapter until a day; each has the request in its inbox.

    An agency that has not answered an earlier question of this chapter is left as it is. Who may: the business team. Refuses no
    agency, no question, a day that has passed, and agencies that have all been asked already.
    """
    if section not in all_sections():
        raise NotVisible
    if due_on < clock.today():
        raise Refused("The contribution must be due today or later.", field="due_on")
    chosen = list(agencies_to_ask().filter(code__in=agencies))
    if not chosen:
        raise Refused("Select which agencies are asked.", field="agencies")
    take_turns(f"reporting.contributions.{year.label}.{section}")
    there = {one.contribution.agency_id for one in asked_for(year, section) if one.is_awaited}
    new = [agency for agency in chosen if agency.pk not in there]
    if not new:
        raise Refused("All of these have been asked already, and have not answered.", field="agencies")
    made = []
    for agency in new:
        row = Contribution.objects.create(
            year=year.label, section=section, agency=agency, due_on=due_on, asked_at=clock.now(), asked_by=by.actor_reference
        )
        ask(
            by=by, kind=CONTRIBUTION, subject=events.Subject(CONTRIBUTED, row.reference), from_team=None, to_agency=agency,
            question=question.strip(), due_at=end_of_day(due_on),
        )  # fmt: skip
        _record(by, "contribution_asked", row)
        made.append(row)
    return made


@service
def chase_contributions(*, by: Actor, year: FinancialYear, section: str) -> int:
    """Remind of everything that is late for a chapter, each agency in one mail; gives how many requests that were.

    Who may: the business team. Leaves out what was chased today already; refuses where nothing is left to chase.
    """
    late = [one.request.reference for one in asked_for(year, section) if one.is_late]
    chased = chase_together(by=by, references=late)
    if not chased:
        raise Refused("Nothing is late that was not chased today already.")
    return len(chased)


@service
def withdraw_contribution(*, by: Person, reference: str, reason: str) -> Contribution:
    """Take back what an agency was asked for; it is told. Who may: the business team.

    Refuses without a reason, and once it has answered.
    """
    asked = _locked(by, reference)
    withdraw_request(by=by, reference=asked.request.reference, reason=reason)
    _record(by, "contribution_withdrawn", asked.contribution)
    return asked.contribution


@service
def take_contribution(*, by: Person, reference: str, version: int) -> Contribution:
    """Put what an agency gave at the end of the chapter, as its words. `version`: of the text, as the author saw it.

    Who may: whoever writes the chapter; for others it does not exist. Refuses what has not come and what was put in already, and
    what `write_narrative` refuses: a figure that the answer places and that there is not. Conflict when somebody else changed it.
    """
    asked = _locked(by, reference)
    row, year = asked.contribution, FinancialYear.from_label(asked.contribution.year)
    if not asked.may_be_taken:
        raise Refused("This contribution stands in the chapter already, or nothing has come that could be put into it.")
    text = chapter_to_write(by, year, row.section).text.rstrip()
    given = asked.request.answer.replace("\r\n", "\n").strip()
    write_narrative(by=by, year=year, section=row.section, text="\n\n".join(filter(None, (text, given))), version=version)
    row.taken_at, row.taken_by = clock.now(), by.actor_reference
    row.save(update_fields=["taken_at", "taken_by"])
    _record(by, "contribution_taken", row)
    return row


def _locked(by: Person, reference: str) -> Asked:
    Contribution.objects.select_for_update().filter(reference=reference).first()
    return contribution_to_write(by, reference)


def _record(by: Actor, what: str, row: Contribution) -> None:
    data = {"year": row.year, "section": row.section, "agency": row.agency.code}
    events.record(verb=f"reporting.{what}", by=by, subject=events.Subject(CONTRIBUTED, row.reference), data=data)
