from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from accounts.models import Person, Team
from foundation import registry
from foundation.actors import Actor
from foundation.errors import Refused
from tests.factories import make_person, make_team
from tests.work import kinds
from tests.work.build import make_handover
from work import kinds as declared
from work.kinds import WHOLE_TEAM, Follower, HandoverKind
from work.models import Handover
from work.rules import everything
from work.services.handovers import accept_handover, return_handover

pytestmark = pytest.mark.django_db

followed: list[tuple[str, str]] = []


def _opens_a_case(handover: Handover, by: Actor) -> None:
    followed.append(("accepted", handover.reference))


def _tells_them(handover: Handover, by: Actor) -> None:
    followed.append(("returned", handover.reference))


def _is_full(handover: Handover, by: Actor) -> None:
    raise Refused("The panel has no room.")


@contextmanager
def above(**declarations: tuple[object, ...]) -> Iterator[None]:
    """As if an app above the one that declares the kinds had such a `handovers.py`."""
    declared_there = [*registry._found["handovers"], ("above", SimpleNamespace(**declarations))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(registry._found, "handovers", declared_there)
        forget()
        yield
    forget()


def forget() -> None:
    declared.handover_kinds.cache_clear()
    declared.followers.cache_clear()


@pytest.fixture(autouse=True)
def nothing_followed_yet() -> None:
    followed.clear()


@pytest.fixture
def team() -> Team:
    return make_team()


@pytest.fixture
def member(team: Team) -> Person:
    return make_person("team_manager", team.agency, team=team)


def test_what_the_follower_says_happens_after_what_the_kind_says(team: Team, member: Person) -> None:
    with above(FOLLOWERS=(Follower("tests.passing", on_accepted=_opens_a_case, on_returned=_tells_them),)):
        accepted = make_handover(team)
        accept_handover(by=member, reference=accepted.reference)
        returned = make_handover(team)
        return_handover(by=member, reference=returned.reference, reason="We know nobody there.")
    assert followed == [("accepted", accepted.reference), ("returned", returned.reference)]
    assert kinds.heard == followed


def test_its_refusal_refuses_the_act(team: Team, member: Person) -> None:
    offered = make_handover(team)
    with (
        above(FOLLOWERS=(Follower("tests.passing", on_accepted=_is_full),)),
        pytest.raises(Refused, match="no room"),
    ):
        accept_handover(by=member, reference=offered.reference)
    offered.refresh_from_db()
    assert offered.state == Handover.State.OFFERED


def test_a_kind_that_nobody_declares_cannot_be_followed() -> None:
    with above(FOLLOWERS=(Follower("tests.nothing"),)), pytest.raises(ValueError, match="nobody declares"):
        declared.followers()


def test_a_kind_bears_the_name_of_its_app() -> None:
    nameless = HandoverKind("passing", "Passed on", roles=WHOLE_TEAM, seen_by=everything)
    with above(HANDOVERS=(nameless,)), pytest.raises(ValueError, match="name of its app"):
        declared.handover_kinds()
