"""Early help for tests, at any point of its way."""

from dataclasses import replace
from datetime import date
from typing import Any

from accounts.models import Person
from children.rules import ChildDetails
from foundation import clock
from referrals.models import EarlyHelp
from referrals.rules.early_help import Assessed
from referrals.services import begin_early_help, name_lead, write_early_help
from referrals.services.steps import SteppingDown
from tests import factories
from tests.referrals import build, mash

ASSESSED = Assessed(
    child_strengths="Reads a lot",
    parenting_needs="Bedtimes",
    needs=("parenting", "attendance"),
    child_view="“I am tired.”",
    parents_view="We want mornings without shouting.",
    goals="In bed by eight; at school on time.",
    score_before=3,
)


def coordinator_of(hub: mash.Mash) -> Person:
    """The coordinator of the early help team, which is made when first asked for."""
    found = Person.objects.filter(holdings__role="early_help_coordinator").first()
    if found is not None:
        return found
    agency = factories.make_agency("early_help", name="Northmere Early Help")
    team = factories.make_team(agency, ["referrals.early_help"], name="Early Help Hub")
    return factories.make_person("early_help_coordinator", team=team, name="Ezra Early")


def begun(hub: mash.Mash, by: Person | None = None) -> EarlyHelp:
    """A family with whom a practitioner has begun early help."""
    coordinator_of(hub)
    return begin_early_help(
        by=by or build.make_practitioner(name="Terry Teacher"),
        children=[
            ChildDetails("Example", "Ada", birth_date=date(2017, 3, 27)),
            ChildDetails("Example", "Bo", birth_date=date(2019, 1, 2)),
        ],
        reason="Mornings are hard.",
        consent_from="Mother",
        consent_on=clock.today(),
    )


def again(family: EarlyHelp) -> EarlyHelp:
    """Early help as it is now."""
    return EarlyHelp.objects.get(pk=family.pk)


def active(hub: mash.Mash, **changes: Any) -> EarlyHelp:
    """A family whose assessment is finished and whose team around the child is at work."""
    family, by = begun(hub), coordinator_of(hub)
    name_lead(by=by, reference=family.reference, version=family.version, name="Lee Lead", agency=family.agency.code)
    family = again(family)
    write_early_help(
        by=by, reference=family.reference, version=family.version, assessed=replace(ASSESSED, **changes), finish=True
    )
    return again(family)


def stepping_down(agency: str) -> SteppingDown:
    """What a manager says when a child is offered to early help."""
    return SteppingDown(
        reason="The parents have kept the routines for two months.",
        talked_on=clock.today(),
        talked_with="Mother, father, school nurse",
        lead_name="Lee Lead",
        lead_agency=agency,
        consent_from="Mother",
        consent_on=clock.today(),
    )
