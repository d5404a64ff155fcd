"""Following national reforms: which there are, how far each is, and its milestones."""

from datetime import date
from typing import Any

from accounts.models import Person
from board.models import Reform, ReformEntry, ReformMilestone
from board.selectors.challenges import agency_of
from board.selectors.reforms import locked_milestone, locked_reform
from foundation import clock
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version

OVERTAKEN = "Somebody else has changed this reform since you opened it. Check yours against theirs and save again."


def _subject(reform: Reform) -> Subject:
    return Subject("reform", reform.reference)


def _told(*, title: str, source: str, announced_on: date, asks: str, agency: str, lead: str) -> dict[str, Any]:
    if announced_on > clock.today():
        raise Refused("The day must be today or in the past.", field="announced_on")
    return {
        "title": title, "source": source, "announced_on": announced_on, "asks": asks, "agency": agency_of(agency, "agency"),
        "lead": lead,
    }  # fmt: skip


def _check_title(title: str, *, but: int = 0) -> None:
    if Reform.objects.filter(title__iexact=title).exclude(pk=but).exists():
        raise Refused("A reform of this name is followed already.", field="title")


@service
def add_reform(*, by: Person, title: str, source: str, announced_on: date, asks: str, agency: str = "", lead: str = "") -> Reform:
    """Follow a reform; nothing of it has begun. The same again adds nothing. Refuses a name that is there, and a day to come."""
    told = _told(title=title, source=source, announced_on=announced_on, asks=asks, agency=agency, lead=lead)
    take_turns("board.reforms")
    there = Reform.objects.filter(**told).first()
    if there is not None:
        return there
    _check_title(title)
    reform = Reform.objects.create(added_on=clock.today(), **told)
    record(verb="board.reform_added", by=by, subject=_subject(reform))
    return reform


def _as_opened(reference: str, version: int) -> Reform:
    reform = locked_reform(reference)
    check_version(reform, version, OVERTAKEN)
    return reform


def _save(reform: Reform) -> None:
    reform.version += 1
    reform.save()


@service
def change_reform(
    *, by: Person, reference: str, version: int, title: str, source: str, announced_on: date, asks: str, agency: str = "",
    lead: str = "",
) -> Reform:  # fmt: skip
    """Say anew what a reform asks and who leads. Refuses the name of another, a day to come, and one changed meanwhile."""
    told = _told(title=title, source=source, announced_on=announced_on, asks=asks, agency=agency, lead=lead)
    take_turns("board.reforms")
    reform = _as_opened(reference, version)
    _check_title(title, but=reform.pk)
    for name, value in told.items():
        setattr(reform, name, value)
    _save(reform)
    record(verb="board.reform_changed", by=by, subject=_subject(reform))
    return reform


@service
def write_reform_entry(
    *, by: Person, reference: str, version: int, kind: str, happened_on: date, text: str, state: str
) -> Reform:
    """Write down a decision, an issue or how it went, and how far the reform is since. The same again adds nothing.

    Refuses a day to come or before the last entry, and a reform that was changed meanwhile.
    """
    reform = locked_reform(reference)
    entry = {"kind": kind, "happened_on": happened_on, "text": text, "state": state, "written_by": by}
    newest = reform.entries.order_by("-happened_on", "-pk").first()
    if newest is not None and all(getattr(newest, name) == value for name, value in entry.items()):
        return reform
    if happened_on > clock.today():
        raise Refused("The day must be today or in the past.", field="happened_on")
    if newest is not None and happened_on < newest.happened_on:
        raise Refused("The day must not be before the last entry.", field="happened_on")
    reform = _as_opened(reference, version)
    ReformEntry.objects.create(reform=reform, written_at=clock.now(), **entry)
    reform.state = state
    reform.added_on = min(reform.added_on, happened_on)
    _save(reform)
    record(verb="board.reform_entry_written", by=by, subject=_subject(reform), data={"kind": kind, "state": state})
    return reform


def _check_done(done_on: date | None) -> None:
    if done_on is not None and done_on > clock.today():
        raise Refused("The day on which it was reached must be today or in the past.", field="done_on")


@service
def add_reform_milestone(
    *, by: Person, reference: str, text: str, due_on: date, done_on: date | None = None, note: str = ""
) -> ReformMilestone:
    """Set a milestone. Refuses one that is there, and one reached on a day to come."""
    _check_done(done_on)
    reform = locked_reform(reference)
    if reform.milestones.filter(text__iexact=text).exists():
        raise Refused("This milestone is there already.", field="text")
    milestone = ReformMilestone.objects.create(reform=reform, text=text, due_on=due_on, done_on=done_on, note=note)
    record(verb="board.reform_milestone_added", by=by, subject=_subject(reform), data={"milestone": milestone.pk})
    return milestone


@service
def change_reform_milestone(
    *, by: Person, pk: int, version: int, text: str, due_on: date, done_on: date | None, note: str
) -> ReformMilestone:
    """Say a milestone anew, or that it is reached. Refuses one reached on a day to come, and one that was changed meanwhile."""
    _check_done(done_on)
    milestone = locked_milestone(pk)
    check_version(
        milestone,
        version,
        "Somebody else has changed this milestone since you opened it. Check yours against theirs and save again.",
    )
    if milestone.reform.milestones.filter(text__iexact=text).exclude(pk=pk).exists():
        raise Refused("Another milestone says this.", field="text")
    milestone.text, milestone.due_on, milestone.done_on, milestone.note = text, due_on, done_on, note
    milestone.version += 1
    milestone.save()
    record(verb="board.reform_milestone_changed", by=by, subject=_subject(milestone.reform), data={"milestone": pk})
    return milestone
