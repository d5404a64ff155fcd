"""The report as it is written together: chapters with authors of several agencies, a comment, and a draft that is put out."""

from datetime import timedelta

from foundation import clock
from foundation.calendar import FinancialYear
from portal.demo.partnership import DemoPartnership
from reporting.services.authors import assign_chapter, finish_chapter
from reporting.services.comments import comment_on_chapter
from reporting.services.consultations import open_consultation

AUTHORS = (("voice", "lead.early-help", 14), ("partners", "school.lead", 21), ("child_protection", "lead.police", 7))
WRITTEN = "child_protection"
CONSULTED = ("executive", "executive.health", "executive.police")
COMMENT = "Say how many of the plans that ended led to another plan within two years. Readers will ask."
ASKED = "Is it right, and is it plain? Say what a parent would not understand, and what you would leave out."


class DraftMaker:
    """Asks, says and puts out through the services of the house, as the business team and the scrutineer would."""

    def __init__(self, made: DemoPartnership) -> None:
        self.made, self.board = made, made.people["board"]

    def make(self, newest: FinancialYear) -> None:
        """The draft of the newest complete year."""
        people = self.made.people
        for section, local, days in AUTHORS:
            due_on = clock.today() + timedelta(days=days)
            (row,) = assign_chapter(by=self.board, year=newest, section=section, emails=people[local].email, due_on=due_on)
            if section == WRITTEN:
                finish_chapter(by=people[local], reference=row.reference)
        comment_on_chapter(by=people["scrutineer"], year=newest, section=WRITTEN, comment=COMMENT)
        open_consultation(
            by=self.board,
            year=newest,
            until=clock.today() + timedelta(days=14),
            emails="\n".join(people[local].email for local in CONSULTED),
            asked=ASKED,
        )
