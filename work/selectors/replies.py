"""Requests that are answered by a questionnaire, with the answers as far as the reader may see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from accounts.access_table import open_agencies
from accounts.models import Person
from foundation import clock as time
from foundation.documents import documents_of
from foundation.errors import NotVisible
from foundation.models.documents import Document
from work.kinds import request_kinds
from work.models import AnswerSet, Question, Request
from work.requests import QUESTIONNAIRE
from work.rules.questions import Section, Value, asked, is_blank, missing, nests, sections
from work.selectors.questionnaires import answers_of, questions_of
from work.selectors.requests import ANSWERED_BY, may_answer, request_for, requests_asked


@dataclass(frozen=True)
class Reply:
    """A request with its questionnaire. `ours`: the reader answers it for their agency."""

    request: Request
    answer_set: AnswerSet
    ours: bool
    questions: tuple[Question, ...]
    answers: Mapping[str, Value]
    documents: Mapping[str, Document]

    @property
    def is_open(self) -> bool:
        """Whether it can still be answered."""
        return self.request.state == Request.State.ASKED and self.answer_set.state == AnswerSet.State.OPEN

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The pages of the questionnaire of which something is asked."""
        return tuple(section for section in sections(self.questions) if self.shown_in(section))

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """What is asked after the answers given so far."""
        return tuple(asked(self.questions, self.answers))

    @cached_property
    def missing(self) -> tuple[Question, ...]:
        """What must still be answered."""
        return tuple(missing(self.questions, self.answers))

    def section(self, number: int) -> Section:
        """One page of the questionnaire; NotVisible where there is none of which something is asked."""
        for section in self.sections:
            if section.number == number:
                return section
        raise NotVisible

    def shown_in(self, section: Section) -> tuple[Question, ...]:
        """The questions on a page: those that are asked, and beneath each the ones that one of its answers brings up."""
        now, shown = {question.pk for question in self.asked}, dict[int, Question]()
        for question in section.questions:
            if question.pk in now or (nests(question) and question.shown_when_id in shown):
                shown[question.pk] = question
        return tuple(shown.values())

    def unanswered_in(self, section: Section) -> tuple[Question, ...]:
        """The questions asked on a page that have no answer yet."""
        here = {question.pk for question in section.questions}
        return tuple(row for row in self.asked if row.pk in here and is_blank(self.answers.get(row.key)))


def answer_set_of(request: Request) -> AnswerSet:
    """The answers to a request; NotVisible where it carries no questionnaire. Asked by services that have decided who may."""
    found = (
        AnswerSet.objects.select_related("version__questionnaire")
        .filter(subject_kind=ANSWERED_BY, subject_reference=request.reference)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def reply_for(person: Person, reference: str) -> Reply:
    """One request with its questionnaire, for those who answer and those who asked; who asked sees answers once they are sent."""
    request = request_for(person, reference)
    of, ours = answer_set_of(request), may_answer(person, request)
    shown = ours or of.state == AnswerSet.State.SUBMITTED
    files = {row.reference: row for row in documents_of(ANSWERED_BY, request.reference)} if shown else {}
    return Reply(request, of, ours, questions_of(of.version), answers_of(of) if shown else {}, files)


def files_of(person: Person, reference: str) -> Request:
    """The request whose files the person may open; NotVisible where there are none for them."""
    request = Request.objects.filter(reference=reference).first()
    if request is None:
        raise NotVisible
    declared = request_kinds()[request.kind]
    if declared.questionnaire is not None:
        if not reply_for(person, reference).documents:
            raise NotVisible
        return request
    answered = request.state == Request.State.ANSWERED
    with_record = declared.read_with_record and request.subject_reference in declared.seen_by(person, [request.subject_reference])
    if answered and with_record:
        return request
    found = request_for(person, reference)
    if not answered and not may_answer(person, found):
        raise NotVisible
    return found


def reply_to_give(person: Person, reference: str) -> Reply:
    """One request with its questionnaire, for those who answer it for their agency; for others it does not exist."""
    found = reply_for(person, reference)
    if not found.ours:
        raise NotVisible
    return found


def reply_asked_for(person: Person, reference: str) -> Request:
    """A request to answer a questionnaire, for those who asked; for others it does not exist."""
    found = requests_asked(person).filter(kind=QUESTIONNAIRE, reference=reference).select_related("to_agency").first()
    if found is None:
        raise NotVisible
    return found


def asks_for_it(person: Person, request: Request) -> bool:
    """Whether the person is of those who have asked an agency to answer a questionnaire."""
    return requests_asked(person).filter(kind=QUESTIONNAIRE, pk=request.pk).exists()


def chased_on(request: Request) -> tuple[date, ...]:
    """The days on which those who answer were reminded by who asked, newest first."""
    return tuple(request.chases.order_by("-day").values_list("day", flat=True))


def asked_to_answer(code: str) -> tuple[Request, ...]:
    """Every request to answer a questionnaire, newest first. Asked by pages of those who ask."""
    return tuple(
        Request.objects.filter(kind=QUESTIONNAIRE, subject_reference=code)
        .select_related("to_agency")
        .order_by("-asked_at", "to_agency__name", "pk")
    )


def agencies_to_choose() -> tuple[tuple[str, str], ...]:
    """Code and name of every agency that is not closed, by name."""
    return tuple(open_agencies(time.today()).order_by("name").values_list("code", "name"))
