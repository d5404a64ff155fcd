"""Work that waits today, made by the portal's own services, so that no inbox of the demonstration is empty."""

from datetime import date, timedelta

from accounts.services.invitations import invite
from children.selectors.records import standing_id
from foundation import clock
from foundation.actors import SystemActor
from foundation.calendar import AcademicYear
from portal.demo.partnership import DOMAIN, DemoPartnership
from referrals.models import Contact, ContactState, Outcome
from referrals.selectors.episodes import open_episode_of
from referrals.services import approve_decision, restrict, start_draft
from work.models import Handover
from work.services.handovers import accept_handover, return_handover
from work.services.people import ask_for_confirmations
from work.services.questionnaires import create_questionnaire, publish_version, save_question
from work.services.reference import save_school_term
from work.services.replies import ask_to_answer, save_reply, send_reply

APPROVED = 30
"""So many of the proposed decisions are approved, which offers the children to the teams that take over."""
ACCEPTED_BY = {"early-help-hub": "early.help", "assessment-east": "team.manager"}
FATE = ("offered", "accepted", "offered", "returned", "offered")
RETURNED_BECAUSE = "The family moved to another borough last week. Please check the address before offering it again."
FEEDBACK_QUESTIONS = (
    ("What was the meeting about?", "choice", ("Plans", "Figures", "A review", "Something else")),
    ("How useful was the meeting for your work?", "grade", ("Not at all", "A little", "Quite", "Very")),
    ("What should the next meeting do differently?", "long_text", ()),
)
FEEDBACK = {
    "what-was-the-meeting-about": "Figures",
    "how-useful-was-the-meeting-for-your-work": "Quite",
    "what-should-the-next-meeting-do-differently": "Send the figures a week before, so that schools can ask about theirs.",
}
SEPTEMBER = 9
TERMS = (
    ("Autumn term", (9, 2), (12, 18), (10, 26), (10, 30)),
    ("Spring term", (1, 4), (3, 25), (2, 15), (2, 19)),
    ("Summer term", (4, 12), (7, 21), (5, 31), (6, 4)),
)
"""Name, first and last day, first and last day of half term, each as month and day."""
STARTED = {
    "danger": {"immediate_danger": ["no"]},
    "children/1": {"born": ["yes"], "given_name": ["Linnet"], "family_name": ["Ashbourne"]},
    "concern": {"worries": ["Has come in without a coat all week and will not say who is at home in the evening."]},
}


class Waiting:
    """Lets some of today's contacts go on, and begins what people find half done."""

    def __init__(self, made: DemoPartnership) -> None:
        self.made = made

    def make(self) -> None:
        """Everything."""
        self._approve()
        self._answer_handovers()
        self._restrict()
        start_draft(by=self.made.people["teacher"], answers=STARTED)
        self._invite()
        ask_for_confirmations(by=SystemActor("demonstration"))
        self._questionnaire()
        self._dates()

    def _approve(self) -> None:
        proposed = Contact.objects.filter(state=ContactState.PROPOSED).order_by("received_at", "id")
        handed_over = proposed.filter(decisions__outcome__in=(Outcome.ASSESSMENT, Outcome.STRATEGY, Outcome.EARLY_HELP))
        for contact in handed_over[:APPROVED]:
            others = [
                person for person in self.made.managers if person.reference not in {contact.screened_by, contact.proposed_by}
            ]
            approve_decision(by=others[contact.pk % len(others)], reference=contact.reference, version=contact.version)

    def _answer_handovers(self) -> None:
        for team, local in ACCEPTED_BY.items():
            by = self.made.people[local]
            for place, handover in enumerate(Handover.objects.filter(to_team__code=team).order_by("id")):
                fate = FATE[place % len(FATE)]
                if fate == "accepted" and team != "early-help-hub" and self._is_open_already(handover):
                    fate = "offered"
                if fate == "accepted":
                    accept_handover(by=by, reference=handover.reference)
                elif fate == "returned":
                    return_handover(by=by, reference=handover.reference, reason=RETURNED_BECAUSE)

    @staticmethod
    def _is_open_already(handover: Handover) -> bool:
        child = Contact.objects.get(reference=handover.subject_reference).child
        return open_episode_of(standing_id(child)) is not None

    def _restrict(self) -> None:
        contact = Contact.objects.filter(state=ContactState.SCREENING).order_by("-received_at", "id").first()
        if contact is not None:
            restrict(
                by=self.made.people["manager"],
                reference=contact.reference,
                version=contact.version,
                people=[],
                reason="A parent of this child works in the hub.",
            )

    def _invite(self) -> None:
        agency = self.made.agencies["oakfield"]
        invite(
            by=self.made.people["school.lead"],
            agency=agency,
            email=f"new.teacher@{agency.code}.{DOMAIN}",
            name="New teacher",
            role="practitioner",
        )

    def _questionnaire(self) -> None:
        board = self.made.people["board"]
        made = create_questionnaire(by=board, title="After a partnership meeting", purpose="What members make of each meeting.")
        draft = made.versions.get()
        for text, kind, choices in FEEDBACK_QUESTIONS:
            save_question(by=board, version_id=draft.pk, text=text, kind=kind, choices=choices, required=kind != "long_text")
        publish_version(by=board, version_id=draft.pk)
        self._ask_to_answer(made.code)

    def _ask_to_answer(self, code: str) -> None:
        """One agency has sent its answers of a first meeting; with others it has those of a second one to give."""
        board, lead = self.made.people["board"], self.made.people["school.lead"]
        due_on = clock.today() + timedelta(days=14)
        (first,) = ask_to_answer(
            by=board, code=code, agencies=["oakfield"], purpose="About the meeting in autumn.", due_on=due_on
        )
        save_reply(by=lead, reference=first.reference, answers=FEEDBACK)
        send_reply(by=lead, reference=first.reference)
        ask_to_answer(
            by=board, code=code, agencies=["oakfield", "hospital", "police"], purpose="About this month’s meeting.", due_on=due_on
        )

    def _dates(self) -> None:
        """The terms of the school year that runs."""
        administrator, year = self.made.people["administrator"], AcademicYear.of(clock.today()).start_year
        for name, first, last, closed_from, closed_until in TERMS:
            days = [date(year + (month < SEPTEMBER), month, day) for month, day in (first, last, closed_from, closed_until)]
            save_school_term(
                by=administrator,
                name=f"{name} {days[0].year}",
                starts_on=days[0],
                ends_on=days[1],
                closed_from=days[2],
                closed_until=days[3],
            )
