"""The yearly report of the demonstration: the checklist of the newest complete year, and an older report that is published."""

from typing import Final

from foundation import clock
from foundation.actors import SystemActor
from foundation.calendar import FinancialYear
from portal.demo.partnership import DemoPartnership
from reporting.models import Edition
from reporting.rules.approving import fingerprint_of
from reporting.selectors.checklist import checklist_of
from reporting.selectors.childrens import draft_of
from reporting.selectors.editions import edition_of
from reporting.services.approving import decide_edition
from reporting.services.checklist import answer_element
from reporting.services.childrens import content_now, fingerprint_for_children, publish_for_children, write_for_children
from reporting.services.compiling import run_compilation
from reporting.services.publishing import note_receipt, publish_edition, send_report
from reporting.services.requests import request_compilation
from reporting.services.stating import state_view

PARTNERSHIP: Final = "partnership"
"""The agency of the business team, which looks after the elements."""
SEATS: Final = ("executive", "executive.health", "executive.police")
NOT_HERE: Final = "There is no secure establishment in Northmere."
STATEMENT: Final = """I have read the whole report and looked at where its figures come from. It says what I saw in the year, \
also where it is uncomfortable.

I miss one thing: how long families wait for an answer. The partners have promised me that for the next report."""
SENT: Final = (
    ("Child Safeguarding Practice Review Panel", "other_email", "panel@panel.example", "Acknowledged by email"),
    ("Health and wellbeing board", "meeting", "", ""),
)
"""To whom, how, to which address, and who said that they have it."""
DID: Final = """People told us {{ figure: contacts.received }} times that they were worried about a child.
We looked at each of these worries."""
HEARD: Final = "You told us that our letters are hard to read.\nYou want to know what happens next."
WILL_DO: Final = "The first line of each letter will say what we decided.\nWe will ask you each year if it got better."
NUMBERS: Final = ({"code": "contacts.received", "words": "times somebody told us about a child"},)
BY: Final = SystemActor("seed")


class ReportMaker:
    """Fills the checklist, and brings a report on its whole way, by the services that everybody uses."""

    def __init__(self, made: DemoPartnership) -> None:
        self.people, self.board = made.people, made.people["board"]

    def fill(self, year: FinancialYear) -> None:
        """Answer every element that the guidance asks for; the one that is asked of some areas only does not apply."""
        for row in checklist_of(year).rows:
            element = row.element
            if element.conditional:
                told = {"state": "not_applicable", "reason": NOT_HERE}
            else:
                told = {
                    "state": "evidenced",
                    "owner": PARTNERSHIP,
                    "section": element.section,
                    "evidence": element.shown_in or "The figures of the year",
                }
            answer_element(by=self.board, year=year, number=element.number, version=0, **told)

    def publish(self, year: FinancialYear) -> Edition:
        """Compile the report of a year, have it approved, stated on, published, sent and told to children, as in its own time."""
        self.fill(year)
        compilation = request_compilation(by=self.board, year=year, press=f"seed{year.start_year}", here_and_now=True)
        run_compilation(reference=compilation.reference, by=BY)
        edition = edition_of(compilation)
        self._sign(edition)
        publish_edition(by=self.board, reference=edition.reference)
        for recipient, how, email, note in SENT:
            sent = send_report(by=self.board, reference=edition.reference, recipient=recipient, how=how, email=email)
            if note:
                note_receipt(by=self.board, reference=sent.reference, received_on=clock.today(), note=note)
        self._tell_children(edition)
        return edition

    def _sign(self, edition: Edition) -> None:
        print_ = fingerprint_of(edition)
        state_view(
            by=self.people["scrutineer"], reference=edition.reference, view="favourable", text=STATEMENT, fingerprint=print_
        )
        for seat in SEATS:
            decide_edition(by=self.people[seat], reference=edition.reference, decision="approved", comment="", fingerprint=print_)

    def _tell_children(self, edition: Edition) -> None:
        write_for_children(
            by=self.board, reference=edition.reference, did=DID, heard=HEARD, will_do=WILL_DO, numbers=NUMBERS, version=0
        )
        draft, second = draft_of(edition), self.people["scrutineer"]
        if draft is not None:
            read = fingerprint_for_children(edition, content_now(draft))
            publish_for_children(by=second, reference=edition.reference, read=read)
