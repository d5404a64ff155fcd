"""Wording of actions and plans for pages and spreadsheets."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from accounts.access import BUSINESS_TEAM
from accounts.access_table import role_codes
from accounts.models import Person
from accounts.presenters import DOCUMENT_WORDS
from board.access import LETS_IN
from board.models import Action, ActionUpdate, Plan
from board.rules import OPEN, UNDER_WAY, State, overruling_holds
from board.selectors.actions import ActionCounts, works_on
from board.selectors.decisions import sees_meeting_of
from board.services.chasing import Chased
from foundation import clock
from foundation.design import words
from foundation.design.forms import PortalForm
from foundation.exports import Column, Kind, Table
from foundation.models import Document

STATE_WORDS = dict(Action.State.choices)
SOURCE_WORDS = dict(Plan.Source.choices)
NOTE_WORDS = dict(ActionUpdate.Kind.choices)

AS_AT = (
    "State, date, rating, lead agency, notes and asking are those of the end of that day; actions that were added later are not "
    "there. Owners, words and themes are today’s."
)

EVENT_WORDS = {
    "board.action_added": "Added to the plan",
    "board.action_embedded": "Marked as embedded",
    "board.action_looked_at_again": "Looked at again: it still holds",
    "board.action_tagged": "Themes changed",
    "board.action_described": "Said anew who agreed it and why it matters",
    "board.action_withdrawn": "Withdrawn",
    "board.action_reopened": "Opened again",
}


def action_numbers(counts: ActionCounts, day: date | None = None) -> list[dict[str, Any]]:
    """How the actions stand, or stood on a day, each number leading to the list that it counts."""
    url = reverse("board:actions")
    on = f"&{address_of({'as_at': day})}" if day else ""
    numbers = [
        {"number": counts.red, "label": "red", "href": f"{url}?rating=red{on}", "tone": "late" if counts.red else ""},
        {"number": counts.amber, "label": "amber", "href": f"{url}?rating=amber{on}", "tone": "soon" if counts.amber else ""},
        {"number": counts.green, "label": "green", "href": f"{url}?rating=green&state=all{on}", "tone": ""},
        {"number": counts.blue, "label": "blue: done and embedded", "href": f"{url}?rating=blue&state=all{on}", "tone": ""},
        {"number": counts.late, "label": "late", "href": f"{url}?late=on{on}", "tone": "late" if counts.late else ""},
        {"number": counts.to_check, "label": "reported done, to check", "href": f"{url}?state=reported_done{on}", "tone": ""},
    ]
    if counts.left:
        numbers.append({"number": counts.left, "label": "owner has left", "href": f"{url}?left=on", "tone": "soon"})
    if counts.again:
        href = f"{url}?state={State.EMBEDDED}&again=on"
        numbers.append({"number": counts.again, "label": "embedded, to look at again", "href": href, "tone": "soon"})
    return numbers


def together(owner: str, others: Iterable[str]) -> str:
    """Everybody who owns an action, the one who is asked first."""
    return " / ".join((owner, *others))


def late_rows(agencies: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Agencies with late actions, each leading to them."""
    url = reverse("board:actions")
    return [{**row, "href": f"{url}?{urlencode({'late': 'on', 'agency': row['code']})}"} for row in agencies]


def list_rows(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows of the list of actions, with words for their state and lateness."""
    today = clock.today()
    shown = []
    for row in rows:
        is_open = row["stood"] in OPEN
        shown.append(
            {
                **row,
                "href": reverse("board:action", args=[row["reference"]]),
                "due_on": row["due"],
                "state_words": STATE_WORDS[row["stood"]],
                "owner": together(row["owner_name"] or row["post"] or "Nobody yet", row["others"]),
                "has_left": is_open and row["owner_left"],
                "is_open": is_open,
                "can_be_chased": row["chasable"] and row["chased_on"] != today,
            }
        )
    return shown


def address_of(query: Mapping[str, Any]) -> str:
    """The filters in use as they stand in an address: a day in its three parts."""
    parts: dict[str, Any] = {}
    for name, value in query.items():
        if isinstance(value, date):
            parts |= {f"{name}-{part}": getattr(value, part) for part in ("day", "month", "year")}
        else:
            parts[name] = value
    return urlencode(parts)


def filter_chips(form: PortalForm, query: Mapping[str, Any], url: str) -> list[dict[str, str]]:
    """The filters in use, each with the address of the list without it."""
    chips = []
    for name, value in query.items():
        field = form.fields[name]
        chosen = words.date(value) if isinstance(value, date) else dict(getattr(field, "choices", ())).get(value, "")
        text = f"{field.label}: {chosen or value}" if value != "on" else str(field.label)
        rest = address_of({key: other for key, other in query.items() if key != name})
        chips.append({"text": text, "href": f"{url}?{rest}" if rest else url})
    return chips


def chased_words(asked: Chased) -> str:
    """What is said after asking."""
    counted = ((asked.owners, "owner", "owners"), (asked.leads, "safeguarding lead", "safeguarding leads"))
    who = " and ".join(f"{number} {one if number == 1 else many}" for number, one, many in counted if number)
    have = "has" if asked.owners + asked.leads == 1 else "have"
    what = "how an action stands" if asked.actions == 1 else f"how {asked.actions} actions stand"
    return f"{who} {have} been asked by email {what}."


def spreadsheet(rows: Iterable[Mapping[str, Any]], day: date | None = None) -> Table:
    """The list as a table for a spreadsheet; of a day that is over it says so."""
    columns = (
        Column("Reference"),
        Column("Plan"),
        Column("Number"),
        Column("Action"),
        Column("Why it matters"),
        Column("Agreed by"),
        Column("Lead agency"),
        Column("Owner"),
        Column("First due", Kind.DATE),
        Column("Due", Kind.DATE),
        Column("State"),
        Column("Rating"),
        Column("Last note"),
        Column("Last asked", Kind.DATE),
    )
    lines = (
        (
            row["reference"],
            row["plan_title"],
            row["number"],
            row["text"],
            row["matters"],
            row["agreed"],
            row["agency_name"],
            _owner_words(row),
            row["first_due_on"],
            row["due"],
            STATE_WORDS[row["stood"]],
            str(row["rating"]).title(),
            row["note"] or "",
            row["chased_on"],
        )
        for row in rows
    )
    return Table(f"Actions as at {words.date(day)}" if day else "Actions", columns, lines, notes=(AS_AT,) if day else ())


def _owner_words(row: Mapping[str, Any]) -> str:
    name = str(row["owner_name"] or row["post"])
    return together(f"{name} (has left)" if row["owner_left"] and row["stood"] in OPEN else name, row["others"])


def action_page(
    person: Person,
    action: Action,
    updates: Iterable[Mapping[str, Any]],
    chases: Iterable[Mapping[str, Any]],
    events: Iterable[Mapping[str, Any]],
    co_owners: Iterable[tuple[int, str]] = (),
) -> dict[str, Any]:
    """What the page of one action shows, with the buttons for what this person may do now."""
    runs = BUSINESS_TEAM in role_codes(person)
    stands: Any = action  # its rating, lateness and owner annotated by action_for
    is_open = action.state in OPEN
    chases, events, co_owners = tuple(chases), tuple(events), tuple(co_owners)
    asked_today = any(row["on"] == clock.today() for row in chases)
    entries = [_note(note) for note in updates]
    entries += [
        {"title": f"{row['name']} was asked how it stands", "at": row["chased_at"], "by": "", "text": ""} for row in chases
    ]
    entries += [
        {"title": _event_words(event), "at": event["at"], "by": event["name"], "text": event["reason"]}
        for event in events
        if _event_words(event)
    ]
    entries.sort(key=lambda entry: entry["at"], reverse=True)
    return {
        "action": action,
        "entries": entries,
        "state_words": STATE_WORDS[action.state],
        "owner": action.owner.name if action.owner else action.owner_post or "Nobody yet",
        "post": action.owner_post if action.owner else "",
        "others": tuple(name for _position, name in co_owners),
        "removable": co_owners if runs else (),
        "has_left": is_open and stands.owner_left,
        "is_late": stands.is_late,
        "overruled": _overruled_words(action),
        "decided": _decided(person, action),
        "counted": _counted_words(action),
        "buttons": _buttons(
            action, runs=runs, is_open=is_open, works_on_it=works_on(person, action), lets_in=LETS_IN.admits(person)
        ),
        "can_be_chased": runs and stands.chasable and not asked_today,
    }


def _counted_words(action: Action) -> str:
    """From which day a class of deadline was counted; empty for a date of its own."""
    label = Action.DeadlineClass(action.deadline_class).label
    return f"{label}, counted from {words.date(action.counted_from)}" if action.counted_from else ""


def _decided(person: Person, action: Action) -> dict[str, str] | None:
    """The meeting that decided an action, and the way to it for whoever may read it."""
    if action.agenda_item is None:
        return None
    meeting = action.agenda_item.meeting
    seen = sees_meeting_of(person, action)
    return {
        "text": f"{meeting.group.name}, {words.date(meeting.starts_at)}",
        "href": reverse("board:meeting", args=[meeting.reference]) if seen else "",
    }


def _overruled_words(action: Action) -> str:
    """Until when the rating that was set holds, and why; empty where none is set, or it holds no more."""
    if action.state not in OPEN or not overruling_holds(
        overruled=action.overruled_rating, due_on=action.due_on, overruled_until=action.overruled_until, today=clock.today()
    ):
        return ""
    until = words.date(min(action.overruled_until or action.due_on, action.due_on))
    return f"The rating was set by the business team until {until}: {action.overruled_reason}"


def overruled_now(action: Action) -> dict[str, Any]:
    """What the form of the rating begins with."""
    return {"rating": action.overruled_rating, "reason": action.overruled_reason, "until": action.overruled_until}


def evidence_rows(documents: Iterable[Document]) -> list[dict[str, Any]]:
    """The files of an action, each leading to itself once it is known to be clean."""
    return [
        {
            "name": document.name,
            "href": reverse("document", args=[document.reference]) if document.state == Document.State.CLEAN else "",
            "at": document.uploaded_at,
            "state": DOCUMENT_WORDS[Document.State(document.state)],
            "reference": document.reference,
        }
        for document in documents
    ]


def _note(note: Mapping[str, Any]) -> dict[str, Any]:
    rated = f"Rated {note['rating']} that day" if note["rating"] else ""
    if note["stated_rating"]:
        rated = f"The plan that was taken in rated it {note['stated_rating']}"
    return {
        "title": NOTE_WORDS[note["kind"]],
        "at": note["written_at"],
        "by": note["writer"],
        "text": f"{note['text']}\nEvidence seen: {note['evidence_seen']}" if note["evidence_seen"] else note["text"],
        "tail": rated,
    }


def _event_words(event: Mapping[str, Any]) -> str:
    """The title of what was decided about an action; empty for what a progress note tells already."""
    data = event["data"]
    match event["verb"]:
        case "board.action_rescheduled":
            old, new = (words.date(date.fromisoformat(data[end])) for end in ("from", "to"))
            return f"New date agreed: {new}, before that {old}"
        case "board.action_rating_overruled":
            rating = data.get("rating", "")
            return f"Rating set to {rating}" if rating else "Rating follows the rule again"
        case "board.action_reassigned":
            return f"Passed on to {', '.join(name for name in (event['owner'], event['agency']) if name)}"
        case "board.co_owner_added":
            return f"{event['owner'] or data.get('post', '')}, {event['agency']}, owns it together with its owner"
        case "board.co_owner_removed":
            return f"{event['owner'] or 'A post'} owns it no more together with its owner"
    return EVENT_WORDS.get(event["verb"], "")


def _buttons(action: Action, *, runs: bool, is_open: bool, works_on_it: bool, lets_in: bool) -> list[dict[str, str]]:
    """What this person may do now, in the order of the page."""
    state, under_way = action.state, action.state in UNDER_WAY
    offered = (
        (is_open and works_on_it, "update_action", "Write a progress note"),
        (lets_in and is_open and action.owner_id is None, "seal_action", "Let the owner in without an account"),
        (runs and state == State.REPORTED_DONE, "judge_action", "Check that it is done"),
        (runs and state == State.DONE, "embed_action", "Mark as embedded"),
        (runs and state == State.EMBEDDED, "look_again_at_action", "Look at it again"),
        (runs, "tag_action", "Choose its themes"),
        (runs, "describe_action", "Say who agreed it and why it matters"),
        (runs and is_open, "reschedule_action", "Agree a new date"),
        (runs and is_open, "overrule_action", "Change the rating"),
        (runs and is_open, "add_co_owner", "Add somebody who owns it too"),
        (runs and under_way, "pass_on_action", "Pass it on"),
        (runs and under_way, "withdraw_action", "Withdraw it"),
        (runs and action.done_at is not None, "reopen_action", "Open it again"),
    )
    return [{"href": reverse(f"board:{name}", args=[action.reference]), "text": text} for may, name, text in offered if may]


def plan_rows(plans: Iterable[tuple[Plan, Mapping[str, int]]]) -> list[dict[str, Any]]:
    """Plans with the words of their source and how their actions stand."""
    return [
        {
            **counts,
            "title": plan.title,
            "group": plan.group.name if plan.group else "",
            "closed_at": plan.closed_at,
            "href": reverse("board:plan", args=[plan.reference]),
            "import_href": reverse("board:import_plan", args=[plan.reference]),
            "source_words": SOURCE_WORDS[plan.source],
        }
        for plan, counts in plans
    ]
