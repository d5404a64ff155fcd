"""Everything that came of what was accepted: social work, early help, steps between them, disagreements."""

from datetime import datetime
from random import Random

from children.models import Child
from foundation.calendar import FinancialYear, london_date, start_of_day
from portal.demo import casework, families, protection
from portal.demo.casework import Case, Casework
from portal.demo.disputes import write_disagreements
from portal.demo.families import Families
from portal.demo.partnership import DemoPartnership
from portal.demo.protected import PlanGroup, Protected
from portal.demo.protection import OPEN_NOW, OPEN_PLANS, Protection
from portal.demo.references import References
from portal.demo.social_work import SocialWork
from portal.demo.wards import write_wards

TABLES = tuple(dict.fromkeys((Child, *casework.TABLES, *families.TABLES, *protection.TABLES)))
OPEN_CASES = (3_971, 3_451)
"""At the end of the newest complete year, and of the one before."""
OWN_CHANCE = 101
"""Added to the seed, so that everything else stays as it is."""


class Caseload:
    """Makes all of it for one partnership."""

    def __init__(self, number: int, made: DemoPartnership, now: datetime) -> None:
        self.number, self.made, self.now = number + OWN_CHANCE, made, now

    def make(self, newest: FinancialYear) -> None:
        """Everything, with as many open cases as were published for the newest complete year and the one before."""
        write_wards()
        chance = Random(self.number)  # noqa: S311  # a demonstration
        people = SocialWork(chance, References(self.number), start_of_day(newest.previous().previous().start))
        open_on = {newest.end: OPEN_CASES[0], newest.previous().end: OPEN_CASES[1]}
        casework = Casework(self.number + 2, self.made, people.teams(self.made), self.now, open_on)
        groups = self._protected(casework.draw(), newest)
        cases = casework.write()
        Protection(self.number + 8, self.made, casework, people.chairs(self.made), self.now, newest).make(groups)
        Families(self.number + 4, self.made, cases, self.now).make()
        write_disagreements(self.number + 6, self.made, self.now)

    def _protected(self, cases: list[Case], newest: FinancialYear) -> list[PlanGroup]:
        """The children on a child protection plan, as many as were published for each year."""
        years = (newest, newest.previous(), newest.previous().previous())
        today = london_date(self.now)
        wanted = {year.end: number for year, number in zip(years, OPEN_PLANS, strict=True)} | {today: OPEN_NOW}
        return Protected(Random(self.number + 7), cases, wanted, today).choose()  # noqa: S311  # a demonstration
