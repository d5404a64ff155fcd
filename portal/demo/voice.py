"""What children, families and practitioners said in the demonstration, and one survey."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from accounts.models import Person
from board.anonymity import LOOKED_FOR
from board.models import Feedback
from board.services.surveys import put_survey_question, record_survey
from board.services.voice import (
    add_feedback,
    confirm_anonymity,
    give_for_publication,
    record_consent,
    say_what_was_done,
    tell_back,
)
from foundation.calendar import FinancialYear
from foundation.clock import LONDON
from portal.demo.partnership import DemoPartnership


@dataclass(frozen=True)
class Piece:
    """One piece: so many days ago, who, how, about what, in which words; what was agreed, done and told."""

    ago: int
    speaker: str
    way: str
    service: str
    agency: str
    words: str
    consent: str = ""
    done: str = ""
    told: str = ""
    age: str = ""
    themes: tuple[str, ...] = ()
    public: str = ""
    checked: bool = False


SOCIAL, SCHOOLS, NURSES, HOSPITAL = "Social work", "Schools", "School nursing", "Maternity"
CONFERENCES, HELP, POLICE_TEAM = "Conferences", "Early help", "Child abuse investigation"
PIECES = (
    Piece(
        560,
        "young_person",
        "interview",
        SOCIAL,
        "social-care",
        "I had four social workers in a year. I stopped telling them things.",
        consent="given",
        done="Young people keep the same social worker through an assessment unless they ask to change.",
        told="in_person",
        age="16_to_17",
        themes=("P2",),
        checked=True,
    ),
    Piece(
        525,
        "parent",
        "conference",
        CONFERENCES,
        "social-care",
        "Nobody told me what the words in the report meant before I was in the room.",
        consent="given",
        done="The chair meets parents before the conference and goes through the report with them.",
        told="in_person",
        themes=("M3",),
        checked=True,
    ),
    Piece(
        520,
        "child",
        "conference",
        CONFERENCES,
        "social-care",
        "I drew my house and she asked me about every room.",
        consent="given",
        age="5_to_10",
        themes=("M2",),
        checked=True,
    ),
    Piece(
        498,
        "parent",
        "letter",
        SOCIAL,
        "social-care",
        "As a father I was asked for my side for the first time, and it changed how I saw the plan.",
        consent="given",
        done="Every assessment records what the father says, or why he was not asked.",
        told="by_letter",
        themes=("M1",),
        checked=True,
    ),
    Piece(
        470,
        "practitioner",
        "survey",
        SCHOOLS,
        "oakfield",
        "We hear nothing for weeks after a referral.",
        consent="given",
        done="Referrers hear the decision by the next working day.",
        told="to_group",
        themes=("M3", "P1"),
        checked=True,
    ),
    Piece(
        455,
        "young_person",
        "group",
        POLICE_TEAM,
        "police",
        "They asked me the same questions three times in three rooms.",
        consent="given",
        done="Interviews are planned together so that a young person tells it once.",
        told="to_group",
        age="11_to_15",
        themes=("P1",),
        checked=True,
    ),
    Piece(
        430,
        "parent",
        "compliment",
        NURSES,
        "hospital",
        "The school nurse noticed before anybody else that he had lost weight.",
        consent="given",
        themes=("F2",),
        checked=True,
    ),
    Piece(
        411,
        "young_person",
        "quote",
        HELP,
        "early-help",
        "It was the first time somebody asked what I wanted to happen.",
        consent="given",
        done="The young person’s own goals stand first in every early help plan.",
        told="in_person",
        age="11_to_15",
        checked=True,
    ),
    Piece(
        390,
        "parent",
        "complaint",
        SOCIAL,
        "social-care",
        "The minutes came three weeks late and had the wrong name of my son in them.",
        consent="not_given",
        done="Minutes are checked by a second person and sent within ten working days.",
        told="by_letter",
        themes=("P2",),
    ),
    Piece(
        372,
        "practitioner",
        "group",
        HOSPITAL,
        "hospital",
        "Midwives want to know early who else lives at home.",
        consent="given",
        done="The booking form asks who lives in the home.",
        told="to_group",
        themes=("M4",),
        checked=True,
    ),
    Piece(
        355,
        "child",
        "interview",
        SCHOOLS,
        "oakfield",
        "Mrs Hartley lets me sit in the library when it is loud at home.",
        consent="given",
        age="5_to_10",
        themes=("F1",),
        public="[My teacher] lets me sit in the library when it is loud at home.",
        checked=True,
    ),
    Piece(
        330,
        "parent",
        "survey",
        HELP,
        "early-help",
        "Somebody rang when they said they would.",
        consent="given",
        checked=True,
    ),
    Piece(
        300,
        "young_person",
        "letter",
        SOCIAL,
        "social-care",
        "Please ask me before you tell my school.",
        consent="withdrawn",
        done="Young people are asked what may be shared, and it is written down.",
        told="by_message",
        age="16_to_17",
        themes=("P3",),
    ),
    Piece(
        262,
        "parent",
        "quote",
        CONFERENCES,
        "social-care",
        "I could say what I was worried about as well.",
        consent="given",
        checked=True,
    ),
    Piece(
        233,
        "practitioner",
        "survey",
        POLICE_TEAM,
        "police",
        "Notices reach us after the school day has begun.",
        consent="given",
        done="Notices are sent before half past eight.",
        told="by_message",
        themes=("P1", "F1"),
        checked=True,
    ),
    Piece(
        210,
        "young_person",
        "group",
        NURSES,
        "hospital",
        "You can talk to her without anybody knowing why you went.",
        consent="given",
        age="11_to_15",
        themes=("F3",),
    ),
    Piece(
        180,
        "parent",
        "complaint",
        HOSPITAL,
        "hospital",
        "I was asked about my past in front of the other mothers.",
        done="Questions about safety are asked in a room with a door.",
        told="in_person",
        themes=("F1",),
    ),
    Piece(
        151,
        "child",
        "quote",
        SOCIAL,
        "social-care",
        "He always plays first and talks after.",
        consent="given",
        age="5_to_10",
        themes=("M2",),
        checked=True,
    ),
    Piece(
        120,
        "parent",
        "group",
        HELP,
        "early-help",
        "The group is in the evening now, so fathers can come.",
        consent="given",
        done="The parents’ group meets at six.",
        told="to_group",
        themes=("M1",),
        checked=True,
    ),
    Piece(
        98,
        "other",
        "letter",
        CONFERENCES,
        "social-care",
        "As her grandmother I would have come if I had been asked.",
        consent="asked",
        themes=("M4",),
    ),
    Piece(
        77,
        "young_person",
        "survey",
        SCHOOLS,
        "oakfield",
        "Not everybody who is late is lazy.",
        consent="given",
        age="11_to_15",
        themes=("F2",),
    ),
    Piece(
        60,
        "practitioner",
        "interview",
        SOCIAL,
        "social-care",
        "Supervision is the first thing that falls out of the week.",
        consent="given",
        themes=("P2",),
    ),
    Piece(
        41,
        "parent",
        "compliment",
        NURSES,
        "hospital",
        "She explained it so that I could explain it to him.",
        consent="asked",
    ),
    Piece(
        25,
        "young_person",
        "interview",
        SOCIAL,
        "social-care",
        "I read my own record and it was kind.",
        consent="given",
        age="16_to_17",
        checked=True,
    ),
    Piece(
        9,
        "child",
        "conference",
        CONFERENCES,
        "social-care",
        "It was too long and the chairs were too big.",
        age="5_to_10",
    ),
)

QUESTIONS = (
    ("Did you understand why the conference was held?", "Yes: 41\nPartly: 17\nNo: 6"),
    ("Did you feel listened to?", "Always: 28\nMostly: 22\nSometimes: 11\nNever: 3"),
    ("Do you know what has to change?", "Yes: 45\nPartly: 15\nNo: 4"),
)


class VoiceMaker:
    """Takes everything down as the business team would; the information governance lead reads whether it names anybody."""

    def __init__(self, made: DemoPartnership, now: datetime) -> None:
        self.board: Person = made.people["board"]
        self.reader: Person = made.people["governance"]
        self.today = now.astimezone(LONDON).date()

    def make(self) -> None:
        """All pieces, where the words of the newest complete year went, what was withdrawn since, and a survey."""
        kept = [(piece, self._take_down(piece)) for piece in PIECES]
        newest = FinancialYear.of(self.today).previous()
        give_for_publication(by=self.board, use="report", title=f"Yearly report {newest.label}", year=newest)
        for piece, feedback in kept:
            if piece.consent == "withdrawn":
                self._consent(feedback, "withdrawn", self.today - timedelta(days=3))
        self._survey()

    def _take_down(self, piece: Piece) -> Feedback:
        said_on = self.today - timedelta(days=piece.ago)
        feedback = add_feedback(
            by=self.board, speaker=piece.speaker, way=piece.way, service=piece.service, agency=piece.agency, said_on=said_on,
            words=piece.words, age_band=piece.age, public_words=piece.public, themes=piece.themes,
        )  # fmt: skip
        if piece.consent:
            self._consent(feedback, "given" if piece.consent == "withdrawn" else piece.consent, said_on + timedelta(days=2))
        if piece.done:
            done_on = said_on + timedelta(days=30)
            say_what_was_done(
                by=self.board, reference=feedback.reference, version=self._version(feedback), done=piece.done,
                done_who="Business team with the service", done_on=done_on,
            )  # fmt: skip
        if piece.told:
            tell_back(
                by=self.board, reference=feedback.reference, version=self._version(feedback), told=piece.told,
                told_on=said_on + timedelta(days=37),
            )  # fmt: skip
        if piece.checked or piece.consent == "withdrawn":
            looked_for = [code for code, _label in LOOKED_FOR]
            confirm_anonymity(
                by=self.reader, reference=feedback.reference, version=self._version(feedback), looked_for=looked_for
            )
        return feedback

    def _version(self, feedback: Feedback) -> int:
        feedback.refresh_from_db()
        return feedback.version

    def _consent(self, feedback: Feedback, consent: str, on: date) -> None:
        record_consent(
            by=self.board, reference=feedback.reference, version=self._version(feedback), consent=consent, how="by_word",
            happened_on=on, who="" if consent == "asked" else "Whoever said it",
            uses=("report", "website") if consent == "given" else (),
        )  # fmt: skip

    def _survey(self) -> None:
        survey = record_survey(
            by=self.board, title="After a first conference", asked="Parents and carers who came to a first conference",
            ended_on=FinancialYear.of(self.today).previous().end, sent=158, answered=64, service=CONFERENCES,
            agency="social-care",
            done="The chair’s meeting with parents before the conference is half an hour instead of ten minutes.",
        )  # fmt: skip
        for position, (text, lines) in enumerate(QUESTIONS, start=1):
            put_survey_question(
                by=self.board, reference=survey.reference, version=position, position=position, text=text, lines=lines
            )
