"""The challenge log and the risk register of the demonstration, at different stages."""

from datetime import date, datetime, timedelta

from accounts.models import Agency, Person
from board.models import Challenge, ChallengeEntry, Risk, RiskScore
from foundation.calendar import london_date
from portal.demo.references import References

# Raised so many days ago, by whom, whom it is about, in a few words, in full, answered after so many days, what came of it, how.
CHALLENGES = (
    (
        320, "scrutineer", "social-care", "Fathers are missing from plans",
        "Four plans in ten that were read name no father, and nobody says why.", 21, "changed",
        "The plan asks for both parents; nine plans in ten name them in the last dip sample.",
    ),
    (
        270, "partner", "police", "Notices of domestic abuse arrive late",
        "Schools hear on the third day, and sometimes not at all.", 14, "changed", "Notices go out before nine each morning.",
    ),
    (
        215, "young_person", "", "Nobody told us what came of what we said",
        "Young scrutineers asked three agencies about their complaints pages and heard nothing back.", 35, "changed",
        "Each agency writes back to the young scrutineers within a month.",
    ),
    (
        180, "lay", "", "The threshold document is hard to read", "Two parents could not say when they might ask for help.", 28,
        "not_changed", "The text waits for the national reform of family help, so that it is written once.",
    ),
    (
        120, "scrutineer", "housing", "Families are moved without word to the school",
        "In six of ten moves the school learned of it from the child.", 18, "open", "",
    ),
    (
        75, "partner", "health-visiting", "Health visitors miss core groups",
        "A health visitor came to half of the core groups of children under two.", 12, "open", "",
    ),
    (
        50, "scrutineer", "mental-health", "Parents wait for an answer about their treatment",
        "Conferences are told nothing of a parent’s treatment unless the parent brings it.", None, "open", "",
    ),
    (
        9, "scrutineer", "", "Do we know that supervision helps?",
        "Every agency counts its supervisions. None says what they change for children.", None, "open", "",
    ),
)  # fmt: skip
IN_REPORT = (
    "Fathers are missing from plans",
    "Nobody told us what came of what we said",
    "The threshold document is hard to read",
)
TAKEN_FURTHER = {
    "Families are moved without word to the school": (
        "executive", "", "The executive group asks housing for a date by which schools are told of every move.",
    )
}  # fmt: skip
"""What was taken further, to whom, and what is asked there."""
DUE_AFTER, DECIDED_AFTER = 30, 60
"""So many days after a challenge an answer is due, and after it is answered it is known what came of it."""

# Owner, title, cause, consequence, controls, post, target; scores: so many days ago, likelihood and impact without and with
# controls; whether it was closed since, and why.
RISKS = (
    (
        "social-care", "Social work posts stay empty", "Pay is better in the boroughs around us.",
        "Children change their social worker again and again.", "Agency staff; a school of social work with the university.",
        "Assistant director", 8,
        ((600, 5, 4, 3, 4), (330, 5, 4, 4, 4), (240, 5, 4, 4, 4), (150, 5, 4, 3, 4), (60, 5, 4, 3, 3)), "",
    ),
    (
        "police", "Notices do not reach schools in time", "The list of schools is kept by hand.",
        "A child comes to school after a night of violence and nobody knows.", "A rota that sends them at weekends too.",
        "Detective superintendent", 4, ((640, 4, 4, 4, 4), (300, 4, 4, 3, 4), (200, 4, 4, 2, 4), (100, 4, 4, 2, 3)), "",
    ),
    (
        "", "Records of agencies do not meet", "Each agency keeps its own system.", "What four people know nobody puts together.",
        "The MASH looks in all systems; the portal asks agencies by a time.", "Partnership manager", 6,
        ((320, 5, 5, 4, 4), (210, 5, 5, 4, 4), (110, 5, 5, 3, 4), (20, 5, 5, 3, 4)), "",
    ),
    (
        "health-visiting", "Babies are not seen at home", "One health visitor in five posts is missing.",
        "Bruises on babies are seen late.", "Families of concern come first.", "Head of health visiting", 6,
        ((280, 4, 5, 3, 5), (170, 4, 5, 3, 5), (80, 5, 5, 4, 5)), "",
    ),
    (
        "mental-health", "Children wait for treatment", "Referrals grew by a third.", "Children harm themselves while they wait.",
        "A worker rings everybody on the list each month.", "Service director", 8,
        ((590, 5, 4, 4, 4), (260, 5, 4, 5, 4), (140, 5, 4, 4, 4), (40, 5, 4, 4, 3)), "",
    ),
    (
        "council", "The budget falls short", "One partner gives less than was pledged.", "Training and audits are cut.",
        "The council makes up the shortfall this year.", "Director of children’s services", 6,
        ((230, 4, 3, 3, 3), (130, 4, 3, 3, 3), (30, 4, 3, 4, 3)), "",
    ),
    (
        "housing", "Families are moved far away", "There are no homes here.", "Plans end because a family has moved.",
        "Housing tells social care before a move.", "Head of housing", 6, ((190, 4, 3, 3, 3), (95, 4, 3, 3, 3)), "",
    ),
    (
        "", "The reform of child protection comes before we are ready", "The law asks for one team within a year.",
        "Two ways of working stand side by side.", "A programme with a lead from each partner.", "Partnership manager", 6,
        ((120, 4, 4, 3, 4), (35, 4, 4, 2, 4)), "",
    ),
    (
        "early-help", "Early help ends too soon", "Workers hold twice as many families as they should.",
        "Families come back within the year.", "A panel looks at each ending.", "Head of early help", 4, ((25, 3, 3, 2, 3),), "",
    ),
    (
        "icb", "The designated doctor’s post is empty", "The last one has retired.", "Reviews of deaths wait.",
        "Another area’s doctor stands in.", "Chief nurse", 3, ((310, 4, 4, 3, 4), (220, 4, 4, 2, 3), (160, 4, 4, 1, 3)),
        "The post is filled.",
    ),
)  # fmt: skip
REVIEWED_EVERY = 90
CLOSED_AFTER = 30


class ScrutinyMaker:
    """Makes challenges and risks by their dates back from now."""

    def __init__(self, references: References, by: Person, now: datetime) -> None:
        self.references, self.by, self.now, self.today = references, by, now, london_date(now)
        self.agencies = {agency.code: agency for agency in Agency.objects.all()}

    def make(self) -> None:
        """Everything: two challenges wait for an answer, one for what comes of it, one was taken further; a risk is closed, two
        are late.
        """
        for days, raiser, about, title, text, answered, outcome, how in CHALLENGES:
            self._challenge(days, raiser, about, title, text, answered, outcome, how)
        for number, (owner, title, cause, consequence, controls, lead, target, scores, why) in enumerate(RISKS, start=1):
            risk = self._risk(number, owner, lead, target, scores, why)
            risk.title, risk.cause, risk.consequence, risk.controls = title, cause, consequence, controls
            risk.save()
            for score in scores:
                self._score(risk, *score)

    def _challenge(
        self, days: int, raiser: str, about: str, title: str, text: str, answered: int | None, outcome: str, how: str
    ) -> None:
        raised_on = self.today - timedelta(days=days)
        answered_on = raised_on + timedelta(days=answered) if answered is not None else None
        challenge = Challenge.objects.create(
            reference=self.references.new("3"), raised_on=raised_on, raiser_kind=raiser, title=title, text=text,
            raiser_agency=self.agencies.get("oakfield") if raiser == "partner" else None,
            about_agency=self.agencies.get(about), response_due_on=raised_on + timedelta(days=DUE_AFTER), answered_on=answered_on,
            outcome="escalated" if title in TAKEN_FURTHER else outcome, in_report=title in IN_REPORT,
        )  # fmt: skip
        if answered_on is not None:
            self._entry(challenge, "response", answered_on, "We have looked at this and agree with what was found.", who="Head")
        if answered_on is not None and outcome != "open":
            decided_on = answered_on + timedelta(days=DECIDED_AFTER)
            self._entry(challenge, "outcome", decided_on, how, outcome=outcome)
        if title in TAKEN_FURTHER and answered_on is not None:
            taken_to, who, asked = TAKEN_FURTHER[title]
            further = {"outcome": "escalated", "taken_to": taken_to, "who": who}
            self._entry(challenge, "outcome", answered_on + timedelta(days=DECIDED_AFTER), asked, **further)

    def _entry(self, challenge: Challenge, kind: str, day: date, text: str, **more: str) -> None:
        ChallengeEntry.objects.create(
            challenge=challenge, kind=kind, happened_on=day, text=text, written_at=self.now, written_by=self.by, **more
        )

    def _risk(self, number: int, owner: str, lead: str, target: int, scores: tuple[tuple[int, ...], ...], why: str) -> Risk:
        last = self.today - timedelta(days=scores[-1][0])
        return Risk(
            reference=self.references.new("3"), number=number, agency=self.agencies.get(owner), lead=lead, target_score=target,
            opened_on=self.today - timedelta(days=scores[0][0]), review_due_on=last + timedelta(days=REVIEWED_EVERY),
            closed_on=last + timedelta(days=CLOSED_AFTER) if why else None, closed_reason=why,
        )  # fmt: skip

    def _score(self, risk: Risk, days: int, likelihood_before: int, impact_before: int, likelihood: int, impact: int) -> None:
        scored_on = self.today - timedelta(days=days)
        RiskScore.objects.create(
            risk=risk, scored_on=scored_on, likelihood_before=likelihood_before, impact_before=impact_before,
            likelihood=likelihood, impact=impact, review_due_on=scored_on + timedelta(days=REVIEWED_EVERY), written_at=self.now,
            written_by=self.by,
        )  # fmt: skip
