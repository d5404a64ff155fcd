"""Rounds of returns and returns, for those who may read them; and what a report prints of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from accounts.access import BUSINESS_TEAM
from accounts.access_table import open_agencies, role_codes
from accounts.models import Agency, Person
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.clock import LONDON
from foundation.design import words
from foundation.errors import NotVisible
from reporting.access import READERS
from reporting.models import AgencyReturn, ReturnReview, ReturnRound
from reporting.rules.returns import (
    IN_HAND,
    PRINTED,
    RETURN,
    SHAPE,
    SUBJECT,
    WAITED_FOR,
    PrintedRound,
    comes_again,
    days_late,
    headings_of,
    printed_return,
)
from work.models import Answer, AnswerSet, Chase, Question, Questionnaire, QuestionnaireVersion, Request
from work.rules.questions import LIMITED, Rows, Value, words_of
from work.selectors.questionnaires import answers_of, questions_of
from work.selectors.requests import ANSWERED_BY

State = AgencyReturn.State


@dataclass(frozen=True)
class RoundRow:
    """A round with how many of its returns stand how."""

    round: ReturnRound
    asked: int
    received: int
    accepted: int
    late: int


@dataclass(frozen=True)
class ReturnRow:
    """A return with how late it is, how long, who has it, and whether it can be chased now."""

    given: AgencyReturn
    late: int
    words: int
    who: str
    may_chase: bool


def _admit(person: Person) -> None:
    if not READERS.admits(person):
        raise NotVisible


def _reviews(person: Person) -> None:
    if BUSINESS_TEAM not in role_codes(person):
        raise NotVisible


def rounds_of(person: Person, year: FinancialYear) -> list[RoundRow]:
    """The rounds of a year's report in the order in which they were opened."""
    _admit(person)
    rounds = list(ReturnRound.objects.filter(year=year.label).select_related("questionnaire").order_by("opened_at", "pk"))
    returns: dict[int, list[AgencyReturn]] = {one.pk: [] for one in rounds}
    for given in AgencyReturn.objects.filter(round__in=rounds).exclude(state=State.WITHDRAWN).select_related("round"):
        returns[given.round_id].append(given)
    today = clock.today()
    return [
        RoundRow(
            one,
            len(returns[one.pk]),
            sum(given.received_at is not None for given in returns[one.pk]),
            sum(given.state in (State.ACCEPTED, State.IN_REPORT) for given in returns[one.pk]),
            sum(given.state in WAITED_FOR and days_late(given, today) > 0 for given in returns[one.pk]),
        )
        for one in rounds
    ]


def round_for(person: Person, reference: str) -> ReturnRound:
    """One round; NotVisible where there is none."""
    _admit(person)
    found = ReturnRound.objects.select_related("questionnaire", "version").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def return_rows(person: Person, of: ReturnRound) -> list[ReturnRow]:
    """Every return of a round, agencies first and then working groups, by name."""
    _admit(person)
    returns = list(AgencyReturn.objects.filter(round=of).select_related("agency", "round").order_by("group", "agency__name"))
    long = _words_of(returns)
    requests = _requests_of(returns)
    chased = set(Chase.objects.filter(request__in=requests.values(), day=clock.today()).values_list("request_id", flat=True))
    names = _names(returns, requests)
    moment = clock.now()
    rows = []
    for given in returns:
        request = requests.get(given.reference)
        is_late = request is not None and request.state == Request.State.ASKED and request.due_at < moment
        rows.append(
            ReturnRow(
                given,
                days_late(given, clock.today()),
                long.get(given.answer_set_id or 0, 0),
                names.get(given.reference, ""),
                may_chase=is_late and request is not None and request.pk not in chased,
            )
        )
    return rows


def late_requests(year: FinancialYear, round_reference: str = "") -> tuple[str, ...]:
    """References of the requests for late returns of a year's open rounds, or of one round, not chased today yet."""
    waited_for = AgencyReturn.objects.filter(round__year=year.label, round__state=ReturnRound.State.OPEN, state__in=WAITED_FOR)
    if round_reference:
        waited_for = waited_for.filter(round__reference=round_reference)
    chased = Chase.objects.filter(request=OuterRef("pk"), day=clock.today())
    late = Request.objects.filter(
        kind=RETURN, subject_kind=SUBJECT, subject_reference__in=waited_for.values("reference"), state=Request.State.ASKED,
        due_at__lt=clock.now(),
    )  # fmt: skip
    return tuple(late.exclude(Exists(chased)).order_by("pk").values_list("reference", flat=True))


def _words_of(returns: Collection[AgencyReturn]) -> dict[int, int]:
    found: dict[int, int] = {}
    sets = [one.answer_set_id for one in returns if one.answer_set_id]
    rows = Answer.objects.filter(answer_set__in=sets, question__kind__in=LIMITED)
    for answer_set, value in rows.values_list("answer_set", "value"):
        found[answer_set] = found.get(answer_set, 0) + words_of(value)
    return found


def _requests_of(returns: Collection[AgencyReturn]) -> dict[str, Request]:
    """The newest request for each return, by the return's reference."""
    rows = Request.objects.filter(kind=RETURN, subject_kind=SUBJECT, subject_reference__in=[one.reference for one in returns])
    return {row.subject_reference: row for row in rows.select_related("to_person").order_by("asked_at", "pk")}


def _names(returns: Collection[AgencyReturn], requests: Mapping[str, Request]) -> dict[str, str]:
    """Who has a return: who sent it or gave it on paper, or the colleague who writes it."""
    senders = {one.submitted_by for one in returns if one.submitted_by}
    known = dict(Person.objects.filter(reference__in=senders).values_list("reference", "name"))
    found: dict[str, str] = {}
    for given in returns:
        request = requests.get(given.reference)
        writes = request.to_person.name if request is not None and request.to_person is not None else ""
        sent = given.on_paper_from or known.get(given.submitted_by, "")
        found[given.reference] = writes if given.state in WAITED_FOR and writes else sent
    return found


def return_for(person: Person, reference: str) -> AgencyReturn:
    """One return for those who ask and read; NotVisible for others."""
    _reviews(person)
    found = (
        AgencyReturn.objects.select_related("round__questionnaire", "round__version", "agency", "answer_set__version")
        .filter(reference=reference)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def reviews_of(given: AgencyReturn) -> list[ReturnReview]:
    """What reviewers said of a return, newest first. Asked by pages that have decided who reads it."""
    return list(given.reviews.order_by("-reviewed_at", "-pk"))


def texts_of_return(given: AgencyReturn) -> tuple[tuple[Question, ...], dict[str, Value]]:
    """The questions of a return, and the answers that came last: what its agency has written since is the agency's own."""
    return questions_of(given.round.version), _answers_that_came(given)


def _answers_that_came(given: AgencyReturn) -> dict[str, Value]:
    if given.state in IN_HAND:
        return answers_of(given.answer_set) if given.answer_set is not None else {}
    last = given.reviews.filter(decision=ReturnReview.Decision.SENT_BACK).select_related("answer_set").first()
    return answers_of(last.answer_set) if last is not None else {}


def answers_typed_in(given: AgencyReturn) -> dict[str, Value]:
    """What stands on the page on which a return that comes on paper is typed in: what came last, or is carried over from the
    year before, and what the business team has typed so far. What an agency had begun to write before is not in it.
    """
    if given.answer_set is None:
        return {}
    laid = _answers_that_came(given) if given.received_at is not None else carried(given)
    unsent = _unsent_before(given)
    there = answers_of(given.answer_set)
    return {key: value for key, value in there.items() if key not in unsent or unsent[key] != value or laid.get(key) == value}


def _unsent_before(given: AgencyReturn) -> dict[str, Value]:
    """What stood, unsent, in a return when it was asked for anew."""
    asked = Request.objects.filter(kind=RETURN, subject_kind=SUBJECT, subject_reference=given.reference)
    before = list(asked.order_by("-asked_at", "-pk").values_list("reference", flat=True)[1:2])
    left = AnswerSet.objects.filter(
        subject_kind=ANSWERED_BY, subject_reference__in=before, state=AnswerSet.State.OPEN
    ).first()  # fmt: skip
    return answers_of(left) if left is not None else {}


def current_request(given: AgencyReturn) -> Request | None:
    """The newest request for a return."""
    return _requests_of([given]).get(given.reference)


def locked_request(reference: str) -> Request | None:
    """The newest request for a return, by the return's reference, locked until the transaction ends."""
    rows = Request.objects.filter(kind=RETURN, subject_kind=SUBJECT, subject_reference=reference)
    return rows.select_for_update(of=("self",)).order_by("-asked_at", "-pk").first()


def locked_requests(of: ReturnRound) -> dict[str, Request]:
    """The requests of a round that are open, by the return's reference, locked until the transaction ends."""
    returns = AgencyReturn.objects.filter(round=of).values("reference")
    rows = Request.objects.filter(
        kind=RETURN, subject_kind=SUBJECT, subject_reference__in=returns, state=Request.State.ASKED
    )  # fmt: skip
    return {row.subject_reference: row for row in rows.select_for_update(of=("self",)).order_by("pk")}


def shapes_to_choose() -> tuple[tuple[str, str], ...]:
    """Code and title of each shape that has a version in use, by title."""
    used = QuestionnaireVersion.objects.filter(state=QuestionnaireVersion.State.PUBLISHED).values("questionnaire")
    return tuple(Questionnaire.objects.filter(kind=SHAPE, pk__in=used).order_by("title").values_list("code", "title"))


def agencies_to_ask() -> QuerySet[Agency]:
    """Every agency that is not closed, without the partnership's own office, by name."""
    return open_agencies(clock.today()).exclude(kind=Agency.Kind.PARTNERSHIP).order_by("name")


# -- starting texts -------------------------------------------------------------------------------------------


def carried(given: AgencyReturn) -> dict[str, Value]:
    """What stands in a return before anybody writes: of each table the columns that are carried over from the year before."""
    before = FinancialYear.from_label(given.round.year).previous().label
    earlier = (
        AgencyReturn.objects.filter(
            round__year=before,
            round__questionnaire=given.round.questionnaire_id,
            agency=given.agency_id,
            group=given.group,
            state__in=(*IN_HAND, State.SENT_BACK, State.DRAFT),
        )
        .select_related("answer_set")
        .first()
    )
    kept = _answers_that_came(earlier) if earlier is not None else {}
    found: dict[str, Value] = {}
    for question in questions_of(given.round.version):
        rows = kept.get(question.key)
        if question.carried_columns and isinstance(rows, list):
            found[question.key] = _carried_rows(question, [row for row in rows if isinstance(row, list)])
    return found


def _carried_rows(question: Question, rows: Rows) -> Rows:
    empty = [""] * len(question.columns)
    kept = ([*row[: question.carried_columns], *empty][: len(empty)] for row in rows)
    return [row for row in kept if any(row)]


# -- what a report prints -------------------------------------------------------------------------------------


def returns_to_print(year: FinancialYear, as_at: datetime) -> tuple[PrintedRound, ...]:
    """The returns of a year as an edition of this moment prints them; a withdrawn one is not spoken of."""
    day = as_at.astimezone(LONDON).date()
    rounds = list(ReturnRound.objects.filter(year=year.label).select_related("questionnaire").order_by("opened_at", "pk"))
    questions: dict[int, list[Question]] = {one.version_id: [] for one in rounds}
    for question in Question.objects.filter(version__in=questions).order_by("position", "pk"):
        questions[question.version_id].append(question)
    returns: dict[int, list[AgencyReturn]] = {one.pk: [] for one in rounds}
    given = AgencyReturn.objects.filter(round__in=rounds).exclude(state=State.WITHDRAWN).select_related("round", "agency")
    for each in given.order_by("group", "agency__name"):
        returns[each.round_id].append(each)
    answers: dict[int, dict[str, Value]] = {}
    sets = [each.answer_set_id for listed in returns.values() for each in listed if each.state in PRINTED and each.answer_set_id]
    for answer in Answer.objects.filter(answer_set__in=sets).select_related("question"):
        answers.setdefault(answer.answer_set_id, {})[answer.question.key] = _as_printed(answer.question, answer.value)
    return tuple(_printed(one, questions[one.version_id], returns[one.pk], answers, day) for one in rounds)


def _printed(
    of: ReturnRound,
    questions: Sequence[Question],
    returns: Sequence[AgencyReturn],
    answers: Mapping[int, Mapping[str, Value]],
    day: date,
) -> PrintedRound:
    headings = headings_of(questions)
    parts = {part.key for heading in headings for part in heading.parts}
    made = [
        printed_return(one, {key: value for key, value in answers.get(one.answer_set_id or 0, {}).items() if key in parts}, day)
        for one in returns
    ]
    return PrintedRound(of.reference, of.questionnaire.title, of.layout, of.numbering, headings, tuple(made))


def _as_printed(question: Question, value: Value) -> Value:
    if question.kind == Question.Kind.DATE:
        return words.date(date.fromisoformat(str(value)))
    return words.thousands(value) if isinstance(value, int) else value


# -- what the request tells -----------------------------------------------------------------------------------


def start_of(reference: str) -> tuple[QuestionnaireVersion, dict[str, Value]]:
    """Which version a return answers, and what stands in it already: what it was before, or what is carried over."""
    given = AgencyReturn.objects.select_related("round__version", "answer_set").get(reference=reference)
    return given.round.version, carried(given) if given.answer_set is None else answers_of(given.answer_set)


def particulars_of(reference: str) -> tuple[tuple[str, str], ...]:
    """Label and value of what an agency is told with the request for a return."""
    given = AgencyReturn.objects.select_related("round__questionnaire").get(reference=reference)
    rows = [("Return", given.round.questionnaire.title), ("Year", given.round.year)]
    if given.group:
        rows.append(("Working group", given.group))
    if comes_again(given):
        rows.append(("Sent back", "Your answers stand as you gave them. Change what is asked, and send them again."))
    return tuple(rows)
