"""What an upper app would declare, small enough to read."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from foundation import registry
from foundation.actors import Actor
from foundation.errors import Refused
from work import kinds
from work.deadlines import for_requests
from work.kinds import WHOLE_TEAM, HandoverKind, RequestKind, Result
from work.models import Handover, Request
from work.rules import Calendar, Deadline, everything

heard: list[tuple[str, str]] = []
"""What the callbacks were told."""


def _heard(act: str) -> "object":
    def hear(record: Handover | Request, by: Actor) -> None:
        heard.append((act, record.reference))

    return hear


def _full(record: Handover | Request, by: Actor) -> None:
    raise Refused("The team has no room.")


DEADLINES = (
    Deadline("tests.decision", "Decision", Calendar.WORKING_DAYS, {"": 1}, seen_by=everything),
    Deadline("tests.icpc", "Initial conference", Calendar.WORKING_DAYS, {"": 15}, seen_by=everything),
    Deadline(
        "tests.information",
        "Information",
        Calendar.MASH_HOURS,
        {"red": 4, "amber": 24, "green": 72},
        runs_on=frozenset({"red"}),
        seen_by=everything,
    ),
    Deadline("tests.strategy", "Discussion of the tests", Calendar.WORKING_DAYS, {"red": 0, "amber": 1}, seen_by=everything),
    Deadline("tests.protection", "Police protection", Calendar.CONSECUTIVE_HOURS, {"": 72}, seen_by=everything),
    Deadline("tests.review", "First review", Calendar.MONTHS, {"": 3}, seen_by=everything),
    Deadline("tests.core_group", "Core group of the tests", Calendar.CALENDAR_DAYS, {"": 42}, seen_by=everything),
    Deadline("tests.notice", "Notice to the school", Calendar.SCHOOL_DAYS, {"": 1}, seen_by=everything),
    for_requests("tests.check", "Answer to a question of the tests", Calendar.MASH_HOURS, {"": 24}),
    Deadline(
        "tests.hidden",
        "Nobody’s",
        Calendar.WORKING_DAYS,
        {"": 1},
        seen_by=lambda person, references: [],
    ),
)
HANDOVERS = (
    HandoverKind(
        "tests.passing",
        "Child passed on",
        roles=WHOLE_TEAM,
        seen_by=everything,
        on_accepted=_heard("accepted"),
        on_returned=_heard("returned"),
        address=lambda reference: f"/contacts/{reference}/",
        children=lambda reference: ["NM-C-1"],
    ),
    HandoverKind("tests.managers_only", "Passed to a manager", roles=frozenset({"team_manager"}), seen_by=everything),
    HandoverKind("tests.full", "Passed to a full team", on_accepted=_full, roles=WHOLE_TEAM, seen_by=everything),
)
REQUESTS = (
    RequestKind(
        "tests.check",
        "Agency check",
        results=(
            Result("nothing_known", "Nothing known"),
            Result("information", "Information provided", missing="Enter the information."),
            Result("declined", "Declined", missing="Enter why you decline."),
            Result("not_applicable", "Not applicable"),
        ),
        deadline="tests.check",
        documents=True,
        seen_by=everything,
        on_answered=_heard("answered"),
        particulars=lambda reference: [("About", f"the child of {reference}")],
        children=lambda reference: ["NM-C-1"],
    ),
)


@contextmanager
def declared() -> Iterator[None]:
    """As if an app of an upper floor had declared these kinds."""
    apps = {
        "deadlines": SimpleNamespace(DEADLINES=DEADLINES),
        "handovers": SimpleNamespace(HANDOVERS=HANDOVERS),
        "requests": SimpleNamespace(REQUESTS=REQUESTS),
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, module in apps.items():
            patch.setitem(registry._found, name, [*registry._found[name], ("tests", module)])
        _forget()
        heard.clear()
        yield
    _forget()


def _forget() -> None:
    for cached in (kinds.deadlines, kinds.handover_kinds, kinds.followers, kinds.request_kinds):
        cached.cache_clear()
