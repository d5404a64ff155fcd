"""Returns for the yearly report: their shapes, last year's with one late and one missing, and this year's being written."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear, start_of_day
from portal.demo.partnership import DemoPartnership
from portal.demo.return_words import DONE, GROUP_WORDS, THEME_WORDS
from reporting.models import AgencyReturn, ReturnRound
from reporting.rules.returns import SHAPE
from reporting.selectors.returns import current_request
from reporting.services.returns import accept_return, close_return_round, open_return_round, record_return, send_back_return
from work.services.questionnaires import create_questionnaire, publish_version, save_question
from work.services.replies import save_reply, send_reply

OBJECTIVES, GROUPS, AGENCIES, THEMES = "objectives", "working-groups", "agency-headings", "themes"
PRIORITIES = "Contribution to the partnership’s priorities"
LONG: Mapping[str, Any] = {"kind": "long_text", "required": False, "word_limit": 400}
SHAPES: tuple[tuple[str, str, tuple[dict[str, Any], ...]], ...] = (
    (
        OBJECTIVES,
        "Objectives of each agency",
        (
            {
                "text": "Our objectives",
                "kind": "rows",
                "columns": (
                    "What we intend to do",
                    "Desired outcome",
                    "What did we do? How well did we do it?",
                    "What difference did we make?",
                ),
                "carried_columns": 2,
                "word_limit": 120,
            },
        ),
    ),
    (
        GROUPS,
        "Year of each working group",
        tuple(
            {"text": text, **LONG}
            for text in (
                "Purpose",
                "Key progress and achievement",
                "Current activities",
                "Future priorities and aspirations",
                "Views of children, young people, parents and carers",
                "Impact and outcomes",
                "Evidence that learning is embedded",
            )
        ),
    ),
    (
        AGENCIES,
        "Year of each agency",
        (
            {"text": "Summary, and how section 11 duties are met", **LONG},
            {"text": "Review of the year", **LONG},
            *({"text": f"Priority {number}", "section": PRIORITIES, **LONG} for number in range(1, 6)),
            {"text": "Current activity", **LONG},
            {"text": "Future priorities", **LONG},
            {"text": "Impact and outcomes", **LONG},
            {"text": "An example of effective or emerging practice", **LONG},
        ),
    ),
    (
        THEMES,
        "How partners answered reviews and learning",
        tuple(
            {"text": text, **LONG}
            for text in (
                "Response to reviews",
                "Response to learning events",
                "Impact of training",
                "Quality of work together",
            )
        ),
    ),
)
ASKED = (
    "social-care", "early-help", "police", "hospital", "mental-health", "health-visiting", "housing", "youth-justice",
    "oakfield", "probation",
)  # fmt: skip
LATE, MISSING, ON_PAPER = "housing", "probation", "youth-justice"
THEMED = ("social-care", "police", "hospital", "harbour-academy", "family-first", "mental-health")
LONG_AGO = 80
"""So many days at least lie between the opening of last year's rounds and today: they are over."""
SILENT = "mental-health"
PURPOSE = "This goes into the yearly report in your own words. Write for families and for the people who work with them."
COMMENTS = "This should come out: the second row names a service that has closed. Say what changed for children."


class ReturnMaker:
    """Makes the returns after the board, its agencies and their leads are there."""

    def __init__(self, made: DemoPartnership) -> None:
        self.made, self.board = made, made.people["board"]

    def make(self, newest: FinancialYear) -> None:
        """The shapes, the rounds of the newest complete year, and one of this year."""
        opened = min(newest.end + timedelta(days=19), clock.today() - timedelta(days=LONG_AGO))
        due = opened + timedelta(days=42)
        with clock.frozen(_at(opened - timedelta(days=10))):
            for code, title, questions in SHAPES:
                self._shape(code, title, questions)
        objectives = self._open(newest, OBJECTIVES, ASKED, opened, due)
        for place, code in enumerate(ASKED):
            if code not in (LATE, MISSING):
                self._return(objectives, code, {"our-objectives": _rows(code)}, due - timedelta(days=3 + place))
        self._return(objectives, LATE, {"our-objectives": _rows(LATE)}, due + timedelta(days=12))
        themes = self._open(newest, THEMES, THEMED, opened, due, layout="by_theme", numbering="none")
        for place, code in enumerate(THEMED):
            if code != SILENT:
                self._return(themes, code, THEME_WORDS[code], due - timedelta(days=2 + place))
        groups = self._groups(newest, opened, due)
        for each in (objectives, themes, groups):
            with clock.frozen(_at(due + timedelta(days=30))):
                close_return_round(by=self.board, reference=each.reference)
        self._this_year(FinancialYear(newest.start_year + 1))

    def _shape(self, code: str, title: str, questions: Sequence[Mapping[str, Any]]) -> None:
        draft = create_questionnaire(by=self.board, title=title, code=code, kind=SHAPE).versions.get()
        for question in questions:
            save_question(by=self.board, version_id=draft.pk, **question)
        publish_version(by=self.board, version_id=draft.pk)

    def _open(
        self, year: FinancialYear, shape: str, codes: Sequence[str], on: date, due: date, *, layout: str = "by_agency",
        numbering: str = "keep", group: str = "",
    ) -> ReturnRound:  # fmt: skip
        with clock.frozen(_at(on)):
            return open_return_round(
                by=self.board,
                year=year,
                shape=shape,
                purpose=PURPOSE,
                due_on=due,
                layout=layout,
                numbering=numbering,
                agencies=codes,
                group=group,
            )

    def _return(self, of: ReturnRound, code: str, answers: Mapping[str, Any], on: date) -> None:
        """One return that comes on a day and is accepted two days later."""
        given = of.returns.get(agency__code=code)
        with clock.frozen(_at(on)):
            if code == ON_PAPER and of.questionnaire.code == OBJECTIVES:
                record_return(
                    by=self.board,
                    reference=given.reference,
                    version=given.version,
                    answers=answers,
                    given_by="Head of the service",
                )
            else:
                self._send(given, code, answers)
        with clock.frozen(_at(on + timedelta(days=2))):
            given.refresh_from_db()
            accept_return(by=self.board, reference=given.reference, version=given.version)

    def _send(self, given: AgencyReturn, code: str, answers: Mapping[str, Any]) -> None:
        request = current_request(given)
        if request is not None:
            save_reply(by=self._lead(code), reference=request.reference, answers=answers)
            send_reply(by=self._lead(code), reference=request.reference)

    def _lead(self, code: str) -> Person:
        return self.made.people["school.lead" if code == "oakfield" else f"lead.{code}"]

    def _groups(self, year: FinancialYear, opened: date, due: date) -> ReturnRound:
        """A working group whose return leaves headings empty."""
        name, code, answers = GROUP_WORDS
        of = self._open(year, GROUPS, [code], opened, due, group=name)
        self._return(of, code, answers, due - timedelta(days=5))
        return of

    def _this_year(self, year: FinancialYear) -> None:
        """Being written now: last year's intentions stand there, one has been sent, one was sent back."""
        today = clock.today()
        if today - timedelta(days=9) < year.start:
            return
        of = self._open(year, OBJECTIVES, ("police", "hospital", "oakfield", "early-help"), today - timedelta(days=9),
                        today + timedelta(days=19))  # fmt: skip
        with clock.frozen(_at(today - timedelta(days=3))):
            self._send(of.returns.get(agency__code="police"), "police", {"our-objectives": _rows("police")})
            self._send(of.returns.get(agency__code="hospital"), "hospital", {"our-objectives": _rows("hospital")})
        with clock.frozen(_at(today - timedelta(days=1))):
            given = of.returns.get(agency__code="hospital")
            send_back_return(
                by=self.board,
                reference=given.reference,
                version=given.version,
                comments=COMMENTS,
                due_on=today + timedelta(days=12),
            )


def _rows(code: str) -> list[list[str]]:
    return [list(row) for row in DONE[code]]


def _at(day: date) -> datetime:
    return start_of_day(day) + timedelta(hours=11)
