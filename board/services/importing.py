"""Taking in an action plan that comes as a file: given, its columns named, looked through, and taken in or given up."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from accounts.models import Agency, Person
from board.models import Action, ActionCoOwner, ActionUpdate, ImportedRow, PlanImport
from board.plan_files.columns import NEEDED, SEVERAL, Meaning, day_of, find_table
from board.plan_files.rows import Progress
from board.rules import PLAN_FILE, DueDates, Rating, State, due_dates
from board.selectors.actions import locked_plan
from board.selectors.importing import (
    Judged,
    file_of_import,
    import_for,
    imports_to_clear,
    judged_rows,
    locked_import,
    rule_rating,
)
from board.services.actions import enter_action
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import from_london
from foundation.design.words import date as gov_date
from foundation.documents.opening import why_closed
from foundation.documents.removing import remove_document
from foundation.documents.storing import store
from foundation.errors import Conflict, Refused
from foundation.events import Data, Subject, record
from foundation.exports import read_grid
from foundation.mail import NEWS, PATH, queue_mail
from foundation.models import Document
from foundation.service import service
from foundation.versions import check_version
from foundation.working_days import working_calendar

MOST_ROWS, MOST_COLUMNS = 1_000, 60
AT_ONCE = 100
NOON = time(12)
KEPT_RATING = "The plan that was taken in rated it so as at {}."
OVERTAKEN = "What is on the portal has changed since you looked. Look through the rows again before you take them in."
CLOSED = "This plan is closed. Open it again before you take actions in."


def _subject(found: PlanImport) -> Subject:
    return Subject("plan_import", found.reference)


@service
def begin_plan_import(*, by: Person, plan_reference: str, file: "UploadedFile[bytes]") -> PlanImport:
    """Keep a file with the actions of a plan, to be looked through by whoever gave it; nothing is taken in yet.

    Refuses a closed plan, what is no spreadsheet, and one without headings or rows; the file is scanned like every other.
    """
    plan = locked_plan(by, plan_reference)
    if plan.closed_at is not None:
        raise Refused(CLOSED)
    try:
        content = file.read()
        table = find_table(read_grid(content, max_rows=MOST_ROWS, max_columns=MOST_COLUMNS))
        file.seek(0)
        begun = PlanImport.objects.create(
            plan=plan, person=by, file_name="", sha256=hashlib.sha256(content).hexdigest(), labels=list(table.labels),
            rows=[row.as_json() for row in table.rows], carries=table.carries, begun_at=clock.now(),
            counted_from=plan.source_published_on,
        )  # fmt: skip
        document = store(upload=file, record_kind=PLAN_FILE, record_reference=begun.reference, by=by)
    except Refused as refused:
        raise Refused(refused.sentence, field="file") from refused
    begun.file_name = document.name
    begun.save(update_fields=["file_name"])
    record(verb="board.plan_import_begun", by=by, subject=_subject(begun), data={"plan": plan.reference, "rows": len(begun.rows)})
    return begun


def _as_opened(by: Person, reference: str, version: int) -> PlanImport:
    found = locked_import(by, reference)
    if found.state != PlanImport.State.OPEN or found.cleared_at is not None:
        raise Refused("This file has been taken in or given up already.")
    check_version(found, version, "This file was gone through in another window meanwhile. Look at it again before you save.")
    return found


def _save(found: PlanImport) -> None:
    found.version += 1
    found.save()


@service
def name_columns(
    *, by: Person, reference: str, version: int, meanings: Sequence[str], counted_from: date | None = None,
    as_at: date | None = None, agency: str = "",
) -> PlanImport:  # fmt: skip
    """Say what each column of the file holds, from which day deadlines count, as at which day it reports and who leads.

    Refuses when nothing holds the actions, the persons responsible or the deadlines, what only one column may hold held by two,
    and updates or ratings without a day.
    """
    found = _as_opened(by, reference, version)
    for meaning in NEEDED:
        if meaning not in meanings:
            raise Refused(f"Select which column holds: {meaning.label}.", field="column_0")
    taken = Counter(meanings)
    for place, code in enumerate(meanings):
        if code and code not in SEVERAL and taken[code] > 1 and code in meanings[:place]:
            raise Refused(f"Two columns hold: {Meaning(code).label}. Only one may.", field=f"column_{place}")
    _check_day(found, meanings, as_at)
    leads = Agency.objects.filter(code=agency).first() if agency else None
    found.meanings, found.counted_from, found.as_at, found.agency = list(meanings), counted_from, as_at, leads
    _save(found)
    return found


def _check_day(found: PlanImport, meanings: Sequence[str], as_at: date | None) -> None:
    if as_at is not None:
        if as_at > clock.today():
            raise Refused("Enter a day that is not in the future.", field="as_at")
        return
    held = list(zip(found.labels, meanings, strict=True))
    undated = [label for label, code in held if code == Meaning.PROGRESS and day_of(label) is None]
    alone = Meaning.RATING in meanings and Meaning.PROGRESS not in meanings
    if undated or alone:
        raise Refused("Enter as at which day the plan reports: no heading says so.", field="as_at")


@service
def choose_for_import(
    *, by: Person, reference: str, version: int, owners: Mapping[str, str], agencies: Mapping[str, str]
) -> PlanImport:
    """Say who or which agency is meant by words of the file that the portal does not know; empty takes back what was said."""
    found = _as_opened(by, reference, version)
    chosen = {"owners": dict(found.chosen.get("owners", {})), "agencies": dict(found.chosen.get("agencies", {}))}
    for kind, said in (("owners", owners), ("agencies", agencies)):
        chosen[kind] |= {words.casefold(): choice for words, choice in said.items()}
        chosen[kind] = {words: choice for words, choice in chosen[kind].items() if choice}
    found.chosen = chosen
    _save(found)
    return found


@service
def take_in_plan(*, by: Person, reference: str, version: int, seen: str) -> PlanImport:
    """Take the good rows in as actions, each with its updates, in one transaction; the others stay with their reasons.

    A second press takes in nothing twice. Refuses a closed plan, a file in which a virus was found, one of which no row is
    good, and rows that would become something else than what was looked at (`seen`).
    """
    if import_for(by, reference).state == PlanImport.State.TAKEN_IN:
        return import_for(by, reference)
    plan = locked_plan(by, import_for(by, reference).plan.reference)
    found = locked_import(by, reference)
    if found.state == PlanImport.State.TAKEN_IN:
        return found
    found = _as_opened(by, reference, version)
    if plan.closed_at is not None:
        raise Refused(CLOSED)
    _check_clean(found)
    judged = judged_rows(found) if found.meanings else []
    if seen_words(judged) != seen:
        raise Conflict(OVERTAKEN)
    good = [row for row in judged if row.is_good]
    if not good:
        raise Refused("No row can be taken in as it is. Put the rows right and send the file again.")
    made = [(row, _make(by, found, row)) for row in good]
    ImportedRow.objects.bulk_create(
        ImportedRow(plan_import=found, row=row.draft.row.number, fingerprint=row.draft.fingerprint, action=action)
        for row, action in made
    )
    _tell(by, made)
    found.left = [_left(row) for row in judged if row.wrong]
    found.state, found.taken_at = PlanImport.State.TAKEN_IN, clock.now()
    _save(found)
    data: Data = {"plan": plan.reference, "taken": len(made), "left": len(found.left)}
    record(verb="board.plan_imported", by=by, subject=_subject(found), data=data)
    return found


def seen_words(judged: Sequence[Judged]) -> str:
    """What somebody has looked at, in short: which rows would be taken in as what."""
    said = [
        (row.draft.row.number, row.number, row.agency.code if row.agency else "", [one.words for one in row.owners],
         [one.person.reference if one.person else "" for one in row.owners],
         [one.agency.code if one.agency else "" for one in row.owners])
        for row in judged if row.is_good
    ]  # fmt: skip
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]


def _check_clean(found: PlanImport) -> None:
    """What was read is text and runs nothing, so that it need not wait for the scanner; but nothing comes of an infected file."""
    document = file_of_import(found)
    if document is None or document.state == Document.State.INFECTED:
        raise Refused(why_closed(document) if document else "The file is gone. Send it again.")


def _left(row: Judged) -> dict[str, Any]:
    return {"row": row.draft.row.number, "wrong": [[one.column, one.typed, one.sentence] for one in row.wrong]}


def _make(by: Person, found: PlanImport, row: Judged) -> Action:
    draft, first = row.draft, row.owners[0]
    assert row.agency is not None  # noqa: S101  # a good row has one
    assert draft.deadline is not None  # noqa: S101  # likewise
    dates, rated = due_dates(draft.deadline.due_on, working_calendar()), draft.rating
    action = Action(
        plan=found.plan, number=row.number, text=draft.text, agency=row.agency, owner=first.person,
        owner_post="" if first.person and first.words.casefold() == first.person.name.casefold() else first.words,
        stands_at=draft.stands_at, success_measure=draft.evidence, deadline_class=draft.deadline.of_class,
        counted_from=found.counted_from if draft.deadline.of_class != Action.DeadlineClass.DATE else None,
        state=_state(draft.progress),
    )  # fmt: skip
    newest = draft.progress[-1] if draft.progress else None
    if newest is not None:
        action.last_update_at = _moment(newest.on)
    if _holds_on(rated, dates):
        day = next(one.on for one in reversed(draft.progress) if one.rating)
        action.overruled_rating, action.overruled_reason = rated, KEPT_RATING.format(gov_date(day))
    enter_action(by, action, dates, [row.recommendation] if row.recommendation else [])
    ActionCoOwner.objects.bulk_create(
        ActionCoOwner(action=action, position=place, words=one.words, person=one.person, agency=one.agency)
        for place, one in enumerate(row.owners[1:], start=1)
    )
    ActionUpdate.objects.bulk_create(_update(by, action, one) for one in draft.progress)
    return action


def _holds_on(rated: str, dates: DueDates) -> bool:
    """Whether the rating of the file stands until the date of the action: it is not the rule’s, and the date has not passed."""
    today = clock.today()
    return rated in (Rating.RED, Rating.AMBER, Rating.GREEN) and dates.due_on >= today and rule_rating(dates, today) != rated


def _state(progress: Sequence[Progress]) -> str:
    if not progress:
        return State.PLANNED
    if progress[-1].rating == Rating.BLUE:
        return State.REPORTED_DONE
    return State.IN_PROGRESS if any(one.text for one in progress) else State.PLANNED


def _moment(day: date) -> datetime:
    return min(from_london(day, NOON), clock.now())


def _update(by: Person, action: Action, one: Progress) -> ActionUpdate:
    done = one.rating == Rating.BLUE and action.state == State.REPORTED_DONE
    return ActionUpdate(
        action=action, kind=ActionUpdate.Kind.REPORTED_DONE if done else ActionUpdate.Kind.PROGRESS,
        text=one.text or "The plan says nothing but the rating.", written_at=_moment(one.on), written_by=by,
        state=action.state, stated_rating=one.rating,
    )  # fmt: skip


def _tell(by: Person, made: Sequence[tuple[Judged, Action]]) -> None:
    """Everybody who owns some of the actions now, once: of one action its page, of several all that is theirs."""
    owned: dict[int, tuple[Person, list[Action]]] = {}
    for row, action in made:
        for owner in row.owners:
            if owner.person is not None and owner.person != by:
                owned.setdefault(owner.person.pk, (owner.person, []))[1].append(action)
    for person, actions in owned.values():
        path = f"/actions/{actions[0].reference}/" if len(actions) == 1 else "/"
        key = f"actions-taken-in:{actions[0].reference}:{person.reference}"
        queue_mail(to=person.email, template=NEWS.name, context={PATH: path}, key=key)


@service
def give_up_import(*, by: Person, reference: str) -> PlanImport:
    """Take nothing in, and let the rows and the file go. Twice changes nothing; refuses what was taken in."""
    found = locked_import(by, reference)
    if found.state == PlanImport.State.GIVEN_UP:
        return found
    if found.state == PlanImport.State.TAKEN_IN:
        raise Refused("This file has been taken in already.")
    found.state = PlanImport.State.GIVEN_UP
    _clear(by, found)
    record(verb="board.plan_import_given_up", by=by, subject=_subject(found))
    return found


def _clear(by: Actor, found: PlanImport) -> None:
    found.rows, found.left, found.chosen, found.cleared_at = [], [], {}, clock.now()
    _save(found)
    for document in Document.objects.filter(record_kind=PLAN_FILE, record_reference=found.reference):
        remove_document(document=document, by=by)


@service
def clear_plan_imports(*, by: Actor) -> int:
    """Let go of the rows and files that were given a week ago; says of how many. What was taken in stays, and that it was."""
    old = list(imports_to_clear().select_for_update(skip_locked=True)[:AT_ONCE])
    for found in old:
        _clear(by, found)
        record(verb="board.plan_import_cleared", by=by, subject=_subject(found))
    return len(old)
