"""What upper apps declare to this one: deadlines, and the kinds of handover and request with what follows from them.

An app's `deadlines.py` holds DEADLINES, its `handovers.py` HANDOVERS, its `requests.py` REQUESTS, its `questionnaires.py`
QUESTIONNAIRES; each is a tuple.
An app that takes over what a lower one passes on follows that handover: FOLLOWERS in its `handovers.py`.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from django.db.models import Exists

from accounts.access import AGENCY_LEAD
from accounts.models import Person
from foundation import registry
from foundation.actors import Actor
from work.models import Handover, QuestionnaireVersion, Request
from work.rules import Deadline
from work.rules.questions import Value


def _nothing_follows(_record: Handover | Request, _by: Actor) -> None:
    """Nothing else changes."""


def _no_children(_subject_reference: str) -> Sequence[str]:
    return ()


def _no_particulars(_subject_reference: str) -> Sequence[tuple[str, str]]:
    return ()


def _nothing_to_tell(_person: Person, _subject_reference: str) -> Sequence[tuple[str, str]]:
    return ()


def _no_address(_subject_reference: str) -> str:
    return ""


def _none(_references: Collection[str]) -> Collection[str]:
    return ()


def _alone(_subject_reference: str) -> Collection[str]:
    return ()


@dataclass(frozen=True)
class Start:
    """With what the questionnaire of a request begins: its version, and what stands in it already, by the question's key.

    Without a version it is the one in use.
    """

    version: QuestionnaireVersion | None = None
    answers: Mapping[str, Value] = field(default_factory=dict)


def _empty(_subject_reference: str) -> Start:
    return Start()


WHOLE_TEAM: None = None
"""Said by a kind of handover that anybody of the team may accept or return."""


@dataclass(frozen=True)
class HandoverKind:
    """A kind of handover. The callbacks run in the transaction that accepts or returns it; a refusal there refuses the act.

    `roles`: those of the team who may accept or return, or `WHOLE_TEAM`; `seen_by`: those of some records that a person of
    the teams between which they pass may see today, or `everything`. Both are said by each kind: nothing is open by silence.
    `address`: the page of the record, for the team that has it. `children`: references of the children concerned, for the
    access log.
    """

    kind: str
    title: str
    deadline: str = "work.handover"
    on_accepted: Callable[[Handover, Actor], None] = _nothing_follows
    on_returned: Callable[[Handover, Actor], None] = _nothing_follows
    roles: frozenset[str] | None = field(kw_only=True)
    seen_by: Callable[[Person, Collection[str]], Collection[str]] = field(kw_only=True)
    address: Callable[[str], str] = _no_address
    children: Callable[[str], Sequence[str]] = _no_children
    facts: Callable[[Person, str], Sequence[tuple[str, str]]] = _nothing_to_tell
    """Label and value of what a person of either team reads beside the answer; only of records that they may see."""
    restricted: Callable[[Collection[str]], Collection[str]] = _none
    """Those of some records that only people named on them see: their offers too are shown to those alone."""

    belongs_with: Callable[[str], Collection[str]] = _alone
    """References of records that belong with one, such as brothers and sisters: a team may answer their offers in one act."""

    def __post_init__(self) -> None:
        if self.roles is not WHOLE_TEAM and not self.roles:
            raise ValueError(f"Nobody may answer the handover {self.kind}.")


@dataclass(frozen=True)
class Follower:
    """What another app does when a team accepts or returns a kind of handover that it does not declare itself.

    For the app of the team that takes over, which stands above the one that passes on. The callbacks run in the same
    transaction, after those of the kind and in the order of the apps; a refusal in one refuses the act.
    """

    kind: str
    on_accepted: Callable[[Handover, Actor], None] = _nothing_follows
    on_returned: Callable[[Handover, Actor], None] = _nothing_follows


@dataclass(frozen=True)
class Result:
    """One way in which a kind of request may be answered. `missing`: what is said where it needs words and has none."""

    code: str
    title: str
    hint: str = ""
    missing: str = ""
    shares: bool = False
    """With it information passes: whether that is proportionate, and whether the family may know, is asked."""


@dataclass(frozen=True)
class RequestKind:
    """A kind of request. `on_answered` runs in the transaction that answers it.

    `results`: how it may be answered. `deadline`: the kind of its clock. `documents`: files may come with the answer.

    `roles`: who answers for the asked agency, besides the team that was asked and teams that receive this kind.
    `particulars`: label and value of what the asked agency is told with the question, and no more.
    `address`: the page of the record, for the team that asked. `answer_page`: the name of a URL with the request's
    reference, where it is answered by another form than the common one. `shows_cases`: question or answer tells of a child,
    so teams see it through roles that show cases only. `questionnaire`: the code of the questionnaire by which it is answered,
    by the record's reference; those who are asked then answer its questions instead of the common form. `read_by`: roles that
    read every request of this kind with its answer, whoever asked.
    """

    kind: str
    title: str
    on_answered: Callable[[Request, Actor], None] = _nothing_follows
    seen_by: Callable[[Person, Collection[str]], Collection[str]] = field(kw_only=True)
    """Those of some records that a person of the team which asked may see today, or `everything`."""
    results: tuple[Result, ...] = field(kw_only=True)
    deadline: str = "work.request"
    documents: bool = False
    read_with_record: bool = False
    """Whoever sees the record reads the answers on it with their files, not only the team that asked."""
    roles: frozenset[str] = frozenset({AGENCY_LEAD})
    particulars: Callable[[str], Sequence[tuple[str, str]]] = _no_particulars
    address: Callable[[str], str] = _no_address
    children: Callable[[str], Sequence[str]] = _no_children
    answer_page: str = ""
    shows_cases: bool = True
    questionnaire: Callable[[str], str] | None = None
    read_by: frozenset[str] = frozenset()
    closed_to: Callable[[Person], Exists] | None = None
    """When this person reads it no longer though they answer for the agency; `subject_reference` is that of the outer query."""

    starts_with: Callable[[str], Start] = _empty
    """Of one with a questionnaire: which version is answered, and what stands in it already, by the record's reference."""
    on_saved: Callable[[Request, Actor], None] = _nothing_follows
    """Of one with a questionnaire: runs in the transaction that keeps some of its answers."""
    handed_on: bool = False
    """Of one with a questionnaire: those who answer may let a colleague of their agency go on with it."""
    chased: str = ""
    """As a heading, "Letters of the executive": a table says who is chased when about its answers, and the reminders that every
    clock has are not sent besides."""

    def result(self, code: str) -> Result | None:
        """The declared result of this code, if there is one."""
        return next((row for row in self.results if row.code == code), None)

    @property
    def page(self) -> str:
        """The name of the page on which it is read and answered."""
        return self.answer_page or ("work:reply" if self.questionnaire else "work:request")


def _always() -> Sequence[tuple[str, str]]:
    return ()


@dataclass(frozen=True)
class QuestionnaireKind:
    """A kind of questionnaire: what it is for, and the roles that write it (RoleSpec.writes_questions holds for each of them).

    `occasions`: code and words of what a questionnaire of this kind may be asked about (a worry, a kind of agency); empty where
    it is asked of whoever is sent it. `asked`: the question by which its occasions are chosen. `files`: a file may be an answer,
    `tables`: a table that is filled in row by row.
    """

    kind: str
    title: str
    editors: frozenset[str] = field(kw_only=True)
    occasions: Callable[[], Sequence[tuple[str, str]]] = _always
    asked: str = ""
    files: bool = True
    tables: bool = True

    def __post_init__(self) -> None:
        if not self.editors:
            raise ValueError(f"Nobody writes questionnaires of the kind {self.kind}.")


@cache
def questionnaire_kinds() -> dict[str, QuestionnaireKind]:
    """All declared kinds of questionnaire."""
    found: dict[str, QuestionnaireKind] = {}
    for app, module in registry.modules("questionnaires"):
        for row in module.QUESTIONNAIRES:
            if row.kind in found:
                raise ValueError(f"The questionnaire kind {row.kind} is declared twice.")
            found[_of_the_app(app, row.kind)] = row
    return found


@cache
def deadlines() -> dict[str, Deadline]:
    """All declared deadlines, by kind."""
    found: dict[str, Deadline] = {}
    for _app, module in registry.modules("deadlines"):
        for row in module.DEADLINES:
            if row.kind in found:
                raise ValueError(f"The deadline {row.kind} is declared twice.")
            found[row.kind] = row
    return found


def deadlines_of_roles(held: Collection[str]) -> list[str]:
    """The kinds whose clocks belong to whoever holds one of these roles, where no team and no person owns them."""
    return [kind for kind, declared in deadlines().items() if declared.roles & set(held)]


@cache
def handover_kinds() -> dict[str, HandoverKind]:
    """All declared kinds of handover."""
    found: dict[str, HandoverKind] = {}
    for app, module in registry.modules("handovers"):
        for row in getattr(module, "HANDOVERS", ()):
            if row.kind in found:
                raise ValueError(f"The handover {row.kind} is declared twice.")
            found[_of_the_app(app, row.kind)] = row
    return found


@cache
def followers() -> dict[str, tuple[Follower, ...]]:
    """All declared followers, by kind of handover, from the lowest app to the highest."""
    found: dict[str, tuple[Follower, ...]] = {}
    for app, module in registry.modules("handovers"):
        for row in getattr(module, "FOLLOWERS", ()):
            if row.kind not in handover_kinds():
                raise ValueError(f"{app} follows the handover {row.kind}, which nobody declares.")
            found[row.kind] = (*found.get(row.kind, ()), row)
    return found


@cache
def request_kinds() -> dict[str, RequestKind]:
    """All declared kinds of request."""
    found: dict[str, RequestKind] = {}
    for app, module in registry.modules("requests"):
        for row in module.REQUESTS:
            if row.kind in found:
                raise ValueError(f"The request {row.kind} is declared twice.")
            found[_of_the_app(app, row.kind)] = row
    return found


def chased_by_a_table() -> dict[str, str]:
    """Heading of each kind of request of which a table says who is chased when, by the kind."""
    return {kind: declared.chased for kind, declared in request_kinds().items() if declared.chased}


def _of_the_app(app: str, kind: str) -> str:
    """The kind, which bears its app's name: kinds of handover and request share the list of what comes to a team's inbox."""
    if not kind.startswith(f"{app}."):
        raise ValueError(f"The kind {kind} does not bear the name of its app: {app}.")
    return kind
