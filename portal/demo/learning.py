"""Serious incidents of the demonstration, their rapid reviews, the features coded and the briefings that came of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from accounts.models import Person, RoleHolding
from foundation import clock
from foundation.calendar import FinancialYear, from_london
from portal.demo.partnership import DemoPartnership
from reviews.models import Case, Finding, Question, SeriousIncident, TeamRole, TrendFeature
from reviews.selectors.findings import alike
from reviews.services.briefings import approve_briefing, confirm_reading, publish_briefing, submit_briefing, write_briefing
from reviews.services.cases import ChildTold, add_child
from reviews.services.findings import join_recommendation, write_finding
from reviews.services.incidents import (
    IncidentWritten,
    MeetingWritten,
    close_incident,
    notify,
    open_incident,
    record_decision,
    record_meeting,
    record_reply,
    send_review,
    sign_off_review,
)
from reviews.services.team import name_member
from reviews.services.trends import code_child, name_nationally, take_usual_features

HOUR = 10


@dataclass(frozen=True)
class Told:
    """A case. `years_back`: 0 is the newest complete year. `late`: its rapid review was sent after the limit."""

    bird: str
    name: tuple[str, str]
    years_back: int
    month: int
    day: int
    age_months: int
    harm: str
    what: str
    suspected: str
    learnt: str
    features: tuple[str, ...]
    known: str = "need"
    practice_review: bool = False
    late: bool = False


CASES = (
    Told(
        "Wren", ("Isla", "Thornbury"), 0, 5, 12, 4, "physical",
        "An infant was brought to hospital with injuries that had several ages. Health visitors had seen the child three times.",
        "Injuries that a child of this age cannot cause.",
        "The mother’s low mood was known to two services; nobody put it together, and nobody met the father.",
        ("Mental health of a parent", "No contact with the father", "Community health services", "Injury that is not accidental"),
        practice_review=True,
    ),
    Told(
        "Finch", ("Callum", "Westerby"), 0, 7, 3, 7, "neglect",
        "An infant was found severely underweight at home. Appointments had been missed since birth.",
        "Food and care were missing for weeks.",
        "Missed appointments were counted by each service by itself. Together they would have worried anybody.",
        ("Mental health of a parent", "Housing", "Community health services", "Neglect"),
    ),
    Told(
        "Heron", ("Maya", "Dunmore"), 0, 10, 20, 131, "sexual",
        "A child of ten told a teaching assistant what had happened at home over two years.",
        "Sexual abuse by a relative who lived in the home.",
        "Changes in behaviour were written down as behaviour. Nobody asked the child alone.",
        ("Behaviour", "Child sexual abuse", "Poor attendance at school", "Trusted relationships"),
        late=True,
    ),
    Told(
        "Plover", ("Noah", "Castleford"), 0, 1, 15, 149, "sexual",
        "A child of twelve told a nurse in hospital. A sibling had been referred the year before.",
        "Sexual abuse by a relative.",
        "When one child tells, the brothers and sisters have to be thought of the same day.",
        ("Child sexual abuse", "Domestic abuse at home", "Mental health of the child", "Admissions to hospital"),
        known="closed",
    ),
    Told(
        "Swift", ("Ruby", "Langdale"), 1, 6, 9, 10, "physical",
        "An infant was shaken. The family had moved twice in six months.",
        "An injury of the head that nothing explains.",
        "Each move ended the work of one team before the next one knew.",
        ("Moves of home", "Domestic abuse at home", "Housing", "Injury that is not accidental"),
    ),
    Told(
        "Martin", ("Ethan", "Birchall"), 1, 11, 4, 188, "exploitation",
        "A young person of fifteen was stabbed. He had been missing eleven times in three months.",
        "Criminal exploitation.",
        "Every return home interview was held, and nobody read them one after the other.",
        ("Missing from home or care", "Gangs", "Missing education", "Harm outside the home", "Contacts with the police"),
        known="protection",
    ),
    Told(
        "Dunlin", ("Amber", "Selwood"), 1, 2, 17, 26, "neglect",
        "A toddler was found alone at night. The father had moved out, and no agency knew.",
        "The child was left alone more than once.",
        "Changes in the home were not asked about between visits.",
        ("No contact with the father", "Substance misuse of a parent", "Neglect", "Contacts with the police"),
    ),
    Told(
        "Curlew", ("Leo", "Harcastle"), 2, 9, 22, 2, "death",
        "An infant died while asleep beside an adult who had been drinking.",
        "Unsafe sleeping after drinking.",
        "Advice about sleeping was given once, on paper, and never talked about with the father.",
        ("Substance misuse of a parent", "Housing", "Death of an infant"),
    ),
    Told(
        "Sandpiper", ("Jade", "Millward"), 2, 3, 5, 176, "mental",
        "A young person of fourteen harmed herself and was in intensive care for a week.",
        "Abuse online that nobody had asked about.",
        "Three services waited for one another before they saw her.",
        ("Mental health of the child", "Poor attendance at school", "Suicide or thoughts of it"),
    ),
)  # fmt: skip
NOW = Told(
    "Lapwing", ("Freya", "Hollis"), -1, 0, 0, 20, "physical",
    "A toddler was scalded. Neighbours had called the police about shouting twice in the month before.",
    "The account does not fit the injury.",
    "",
    ("Domestic abuse at home", "Contacts with the police", "Exposure to violence"),
)  # fmt: skip
"""The case that runs today: notified, its rapid review due within days."""
TEAM = (
    ("scrutineer", TeamRole.CHAIR, True),
    ("executive", TeamRole.EXECUTIVE, False),
    ("executive.health", TeamRole.EXECUTIVE, False),
    ("executive.police", TeamRole.EXECUTIVE, False),
    ("auditor", TeamRole.PANEL, True),
)
"""Who is named on every case beside its owner, and whether they say that they had no part in it."""
FINDINGS = (
    ("Wren", "pattern", "Nobody asked who the father was, and no record of the child names him."),
    ("Wren", "good", "A health visitor came back the next day because something felt wrong."),
    ("Finch", "pattern", "Each service counted missed appointments by itself; together they would have worried anybody."),
    ("Heron", "practice", "What changed in the child was written down as behaviour, and the child was not seen alone."),
)
"""By case: what it found."""
BRIEFINGS = (
    (
        "Wren",
        "seven",
        "Who else cares for this baby?",
        {
            "background": "A baby was hurt at home while several services visited.",
            "why": "A baby cannot tell anybody. The adults around the child have to ask one another.",
            "found": "- Low mood of a parent was known to two services and shared by none.\n- The father was never met.\n"
            "- Three visits took place; each began anew.",
            "good_practice": "A health visitor came back the next day because something felt wrong.",
            "to_do": "- Ask who lives in the home and who cares for the baby, and write it down.\n- Meet the father.\n"
            "- Tell the surgery when a parent is low, and ask them what they know.",
            "questions": "- How do we find out who a baby’s father is?\n- Whom do we ring when a parent’s mood worries us?",
            "more": "",
        },
        (("teacher", 12), ("officer", 6), ("social.worker", 9), ("auditor", 20)),
    ),
    (
        "Heron",
        "page",
        "When behaviour is the only word a child has",
        {
            "background": "A child was abused at home for a long time before anybody was told.",
            "found": "- What changed in the child was written down as behaviour.\n- Nobody spoke with the child alone.",
            "to_do": "- Ask what happened, not what is wrong.\n- See the child alone, more than once.\n"
            "- When one child tells, think of the brothers and sisters the same day.",
        },
        (("teacher", 0), ("school.lead", 25)),
    ),
)
NATIONAL = (
    ("Domestic abuse at home", "It stands in about four of ten incidents that were notified."),
    ("Mental health of a parent", "Often known to one service only."),
    ("No contact with the father", "Men in the home are asked about too rarely."),
)
REPORT = "Annual report of the national panel, 2023 to 2024"


@contextmanager
def _on(day: date) -> Iterator[None]:
    with clock.frozen(from_london(day, time(HOUR))):
        yield


class LearningMaker:
    """Makes them by the portal's own services, each on the day on which it happened."""

    def __init__(self, made: DemoPartnership) -> None:
        self.made, self.owner = made, made.people["board"]
        self.cases: dict[str, Case] = {}
        self.found: list[Finding] = []

    def make(self, newest: FinancialYear) -> None:
        """Everything."""
        take_usual_features(by=self.owner)
        self.codes = dict(TrendFeature.objects.values_list("theme__name", "theme__code"))
        for told in CASES:
            year = newest.start.year - told.years_back + (told.month < newest.start.month)
            self._reviewed(told, date(year, told.month, told.day))
        self._running()
        for row in self.found:
            self._join(row)
        for bird, shape, title, parts, readers in BRIEFINGS:
            self._briefing(self.cases[bird], shape, title, parts, readers)
        for name, note in NATIONAL:
            name_nationally(by=self.owner, code=self.codes[name], source=REPORT, published_on=date(2024, 12, 10), note=note)

    def _opened(self, told: Told, happened_on: date) -> SeriousIncident:
        incident = open_incident(
            by=self.owner,
            title=f"Case {told.bird}",
            aware_at=clock.now() - timedelta(hours=1),
            written=IncidentWritten(
                happened_on=happened_on,
                harm=told.harm,
                what_happened=told.what,
                abuse_suspected="yes",
                abuse_reasons=told.suspected,
                siblings_safe="Brothers and sisters were seen the same day.",
                police_investigation="yes",
            ),
        )
        given, family = told.name
        child = add_child(
            by=self.owner,
            case=incident.case.reference,
            told=ChildTold(
                pseudonym=told.bird,
                given_name=given,
                family_name=family,
                birth_date=happened_on - timedelta(days=told.age_months * 61 // 2),
                sex="F" if told.age_months % 2 == 0 else "M",
                known_to_care=told.known,
            ),
        )
        self.cases[told.bird] = incident.case
        group = "infant" if told.age_months < 24 else "child" if told.age_months < 156 else "teenager"
        features = [self.codes[name] for name in told.features]
        code_child(by=self.owner, case=incident.case.reference, child=child.pk, age_group=group, features=features)
        for local, role, independent in TEAM:
            name_member(
                by=self.owner,
                case=incident.case.reference,
                email=self.made.people[local].email,
                role=role,
                independent=independent,
                reason="Sits on the panel of rapid reviews",
            )
        return incident

    def _step(self, incident: SeriousIncident) -> dict[str, Any]:
        case = Case.objects.get(pk=incident.case_id)
        return {"by": self.owner, "case": case.reference, "version": case.version}

    def _all_say(self, incident: SeriousIncident, question: Question, reasons: str, *, agreed: bool) -> None:
        for seat in RoleHolding.Seat:
            record_decision(
                by=self.owner,
                case=incident.case.reference,
                seat=seat,
                question=question,
                agreed=agreed,
                reasons=reasons,
                whom=f"The executive of {seat.label}",
                decided_on=clock.today(),
            )

    def _notified(self, told: Told, happened_on: date) -> SeriousIncident:
        with _on(happened_on + timedelta(days=1)):
            incident = self._opened(told, happened_on)
            self._all_say(incident, Question.NOTIFY, "Abuse or neglect is suspected, and the harm is serious.", agreed=True)
        with _on(happened_on + timedelta(days=5)):
            number = f"SIN-{happened_on.year}-{told.bird[:3].upper()}"
            notify(**self._step(incident), notified_on=clock.today(), panel_reference=number)
        return incident

    def _reviewed(self, told: Told, happened_on: date) -> None:
        incident = self._notified(told, happened_on)
        why = (
            "It shows a pattern that came before, and agencies have to change how they work together."
            if told.practice_review
            else "What there is to learn is clear, and passed on at once."
        )
        with _on(happened_on + timedelta(days=19)):
            self._all_say(incident, Question.REVIEW, why, agreed=told.practice_review)
            written = MeetingWritten(
                met_on=clock.today(),
                chair="The independent scrutineer",
                attended="Council\nHealth\nPolice\nSchools\nHousing",
                facts=told.what,
                immediate_action="Other children of the home were seen, and a plan was made for each.",
                improvement=told.learnt,
                sharing="A briefing, and talks with the teams that took part.",
                practice_review=told.practice_review,
                practice_review_reasons=why,
                national_review=False,
            )
            record_meeting(**self._step(incident), written=written)
            self._all_say(incident, Question.SIGN_OFF, "As the meeting found.", agreed=True)
            sign_off_review(**self._step(incident))
        with _on(happened_on + timedelta(days=31 if told.late else 22)):
            send_review(**self._step(incident), sent_on=clock.today())
        with _on(happened_on + timedelta(days=32)):
            self._find(told, incident.case)
        with _on(happened_on + timedelta(days=48)):
            record_reply(
                **self._step(incident),
                replied_on=clock.today(),
                outcome="accepted",
                agrees=True,
                words="The panel agrees with the decision, and thanks the partnership for a clear review.",
            )
            close_incident(**self._step(incident))

    def _running(self) -> None:
        self._notified(NOW, clock.today() - timedelta(days=16))

    def _find(self, told: Told, case: Case) -> None:
        for bird, kind, text in FINDINGS:
            if bird == told.bird:
                self.found.append(write_finding(by=self.owner, case=case.reference, kind=kind, text=text))

    def _join(self, row: Finding) -> None:
        """To what the board was asked for in words most like it."""
        same = alike(self.owner, row.text)
        if same and row.kind != Finding.Kind.GOOD:
            joined = same[0][0].reference
            join_recommendation(
                by=self.owner, case=row.case.reference, number=row.number, scope="partnership", recommendation=joined
            )

    def _briefing(self, case: Case, shape: str, title: str, parts: dict[str, str], readers: tuple[tuple[str, int], ...]) -> None:
        written_on = case.incident.happened_on + timedelta(days=60)
        with _on(written_on):
            row = write_briefing(by=self.owner, case=case.reference, shape=shape, title=title, parts=parts)
            submit_briefing(by=self.owner, case=case.reference, briefing=row.reference, version=row.version)
        with _on(written_on + timedelta(days=5)):
            approve_briefing(
                by=self.made.people["scrutineer"], case=case.reference, briefing=row.reference, version=row.version + 1
            )
            publish_briefing(by=self.owner, case=case.reference, briefing=row.reference, version=row.version + 2)
        for place, (local, colleagues) in enumerate(readers):
            reader: Person = self.made.people[local]
            with _on(written_on + timedelta(days=8 + 3 * place)):
                use = "Talked about in the team meeting." if colleagues else ""
                confirm_reading(by=reader, briefing=row.reference, colleagues=colleagues, use=use)
