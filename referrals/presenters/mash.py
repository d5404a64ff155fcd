"""The words of a contact's pages: how it stands, what is next, its checks, decisions and tasks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from foundation.design import words
from foundation.models import Document
from referrals.deadlines import DECISION, INFORMATION
from referrals.models import (
    CLOSED_STATES,
    DECIDED_STATES,
    Contact,
    ContactState,
    ContactTask,
    Decision,
    Rating,
)
from referrals.presenters.contacts import age_words
from referrals.rules.triage import WENT_ASIDE
from referrals.selectors.contacts import Casework
from work.models import Clock, Request
from work.presenters import result_title, sharing_words
from work.presenters.clocks import clock_line
from work.presenters.documents import file_rows

CLOCKS = {
    DECISION: "Manager’s decision",
    INFORMATION: "Answers of agencies",
}
UNDECIDED = (ContactState.RECEIVED, ContactState.SCREENING, ContactState.GATHERING, ContactState.PROPOSED)
REQUEST_TONES = {"asked": "govuk-tag--yellow", "answered": "govuk-tag--green", "waived": "govuk-tag--grey"}


def heading(contact: Contact) -> dict[str, Any]:
    """Who it is about, and how it stands."""
    child = contact.submitted_child
    return {
        "contact": contact,
        "name": child.full_name,
        "caption": f"{contact.reference}, received {words.moment(contact.received_at)}",
        "age": age_words(child),
        "state": contact.get_state_display(),
        "closed": contact.state in CLOSED_STATES,
        "danger": contact.submission.immediate_danger,
        "outcome": contact.get_outcome_display() if contact.outcome else "",
    }


def tabs(contact: Contact, work: Casework, current: str, unread: int | None) -> list[dict[str, Any]]:
    """The pages of a contact; messages (`unread`: how many wait) for the MASH only."""
    places: list[tuple[str, str, int]] = [
        ("contact", "Referral", 0),
        ("contact_same_child", "Same child?", 0),
        ("contact_checks", "Checks", sum(row.state == "asked" for row in work.requests)),
        ("contact_decision", "Decision and tasks", len(work.open_tasks)),
        ("contact_history", "History", 0),
    ]
    if unread is not None:
        places.insert(4, ("contact_messages", "Messages", unread))
    return [
        {
            "text": text,
            "href": reverse(f"referrals:{name}", args=[contact.reference]),
            "current": name == current,
            "count": count,
        }
        for name, text, count in places
    ]


def clock_rows(clocks: Sequence[Clock], *, manages: bool) -> list[dict[str, Any]]:
    """The clocks that run or are held on a contact, in words, with the way to hold and release them."""
    return [
        clock_line(row, manages=manages) | {"title": CLOCKS.get(row.kind, "Work"), "at": words.moment(row.due_at)}
        for row in clocks
        if row.kind in CLOCKS
    ]


def next_steps(contact: Contact, work: Casework, *, officer: bool, manager: bool, me: str) -> list[dict[str, Any]]:
    """What can be done now by who reads the page, most likely first. `post`: a button that does it at once."""
    if not officer:
        return []
    steps: list[tuple[str, str, bool]] = []
    state = contact.state
    if state == ContactState.RECEIVED:
        steps.append(("begin_screening", "Begin screening", True))
    if state in {ContactState.SCREENING, ContactState.GATHERING}:
        steps += _while_screening(contact, work)
    if state == ContactState.PROPOSED and manager and not _had_a_hand(contact, work, me):
        steps.append(("decide", "Approve or send back", False))
    if manager and any(task.kind == ContactTask.Kind.WITHDRAWAL for task in work.open_tasks):
        steps.insert(0, ("answer_withdrawal", "Answer the withdrawal", False))
    if state in DECIDED_STATES and manager:
        if _returned(work):
            steps.append(("offer_again", "Offer to a team again", False))
        if work.current is not None and work.current.facts_changed:
            steps.append(("confirm_decision", "Look again: the facts changed", False))
        steps.append(("sign_off", "Sign off", False))
    return [
        {
            "href": reverse(f"referrals:{name}", args=[contact.reference]),
            "text": text,
            "post": post,
            "first": place == 0 and not (name == "sign_off" and work.open_tasks),
        }
        for place, (name, text, post) in enumerate(steps)
    ]


def _while_screening(contact: Contact, work: Casework) -> list[tuple[str, str, bool]]:
    """Rate first; then ask, unless somebody has been asked or nobody need be; then propose."""
    if not contact.rating:
        return [("rate", "Rate this contact", False), *_with_referrer(contact)]
    ask, propose = ("ask_agencies", "Ask agencies", False), ("propose", "Propose a decision", False)
    steps = [propose] if contact.rating == Rating.BLUE else [propose, ask] if work.requests else [ask, propose]
    return [*steps, ("rate", "Change the rating", False), *_with_referrer(contact)]


def _with_referrer(contact: Contact) -> list[tuple[str, str, bool]]:
    """Ask for more; or return it, which is never done with what is urgent."""
    ask = [("ask_referrer", "Ask the referrer for more", False)]
    return ask if contact.urgent else [*ask, ("return", "Return to the referrer", False)]


def waits_for(contact: Contact, work: Casework, *, manager: bool, me: str) -> str:
    """Who has to act next, where that is not whoever reads the page."""
    if contact.state == ContactState.PROPOSED:
        if _had_a_hand(contact, work, me):
            return "A manager who neither screened nor proposed approves the decision or sends it back."
        if not manager:
            return "A manager approves the decision or sends it back."
    if contact.state == ContactState.TASKS_OPEN and work.open_tasks:
        return f"{words.counted(len(work.open_tasks), 'task')} open before it can be signed off."
    if contact.state in DECIDED_STATES and not manager:
        return "Everything is done. A manager signs it off."
    return ""


def _had_a_hand(contact: Contact, work: Casework, me: str) -> bool:
    """Whether the reader screened the contact or proposed its decision, and so may not approve it."""
    return work.current is not None and me in {work.current.proposed_by, contact.screened_by}


def _returned(work: Casework) -> bool:
    waiting = any(task.kind == ContactTask.Kind.HANDOVER for task in work.open_tasks)
    return waiting and not any(row.state == "offered" for row in work.handovers)


def manager_links(contact: Contact) -> list[dict[str, str]]:
    """What a manager may do besides."""
    names = []
    if contact.state in UNDECIDED:
        names += [
            ("duplicate", "Close as a duplicate"),
            ("out_of_area", "Taken by another council"),
            ("link", "Link to an open case"),
        ]
    if contact.state in {*DECIDED_STATES, *CLOSED_STATES}:
        names.append(("reopen", "Reopen"))
    names.append(("restrict", "Change who is named" if contact.restricted else "Restrict to named people"))
    if contact.restricted:
        names += [("name_for_move", "Name people of another team"), ("lift", "Show to the teams again")]
    return [{"href": reverse(f"referrals:{name}", args=[contact.reference]), "text": text} for name, text in names]


def check_rows(
    requests: Sequence[Request],
    names: Mapping[str, str],
    *,
    files: Mapping[str, Sequence[Document]] | None = None,
    acts_on: Contact | None = None,
) -> list[dict[str, Any]]:
    """The questions to agencies with their answers, the newest first; `acts_on`: with what may be done on this contact."""
    rows = []
    for row in reversed(requests):
        answered = row.answered_at is not None
        rows.append(
            {
                "agency": row.to_agency.name,
                "reference": row.reference,
                "state": row.get_state_display(),
                "colour": REQUEST_TONES.get(row.state, "govuk-tag--grey"),
                "question": row.question,
                "basis": row.legal_basis,
                "purpose": row.purpose,
                "asked": f"{words.moment(row.asked_at)} by {names.get(row.asked_by, row.asked_by)}",
                "due_at": row.due_at if row.state == "asked" else None,
                "due": words.moment(row.due_at),
                "result": result_title(row) if answered else "",
                "by_hand": row.get_channel_display().lower() if row.channel not in {"", Request.Channel.PORTAL} else "",
                "sharing": sharing_words(row) if answered else [],
                "files": file_rows((files or {}).get(row.reference, ())),
                "whom": row.to_person.name if row.to_person else "",
                "closed": bool(acts_on and acts_on.restricted and row.state == Request.State.ASKED and row.to_person is None),
                "links": _check_links(acts_on, row) if acts_on and row.state == Request.State.ASKED else [],
                "answer": row.answer,
                "answered": _answered(row, names) if answered else "",
                "waived": row.waived_reason,
                "withdrawn": row.withdrawn_reason,
            }
        )
    return rows


def _check_links(contact: Contact, row: Request) -> list[dict[str, str]]:
    acts = (("record_check", "Write down their answer"), ("withdraw_check", "Withdraw the question"))
    return [{"text": text, "href": reverse(f"referrals:{name}", args=[contact.reference, row.reference])} for name, text in acts]


def _answered(row: Request, names: Mapping[str, str]) -> str:
    late = " (late)" if row.answered_at and row.answered_at > row.due_at else ""
    behalf = f", for {row.answered_for}" if row.answered_for else ""
    return f"{words.moment(row.answered_at)} by {names.get(row.answered_by, row.answered_by)}{behalf}{late}"


def decision_cards(decisions: Sequence[Decision], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """The decisions of a contact, newest first, with what became of each."""
    return [
        {
            "number": row.number,
            "title": f"Decision {row.number}: {row.get_outcome_display()}",
            "standing": _standing(row, names),
            "rows": _decision_rows(row, names),
        }
        for row in decisions
    ]


def _standing(row: Decision, names: Mapping[str, str]) -> tuple[str, str]:
    if row.sent_back_at:
        return "Sent back", "govuk-tag--grey"
    if row.superseded_at:
        return "Superseded", "govuk-tag--grey"
    if row.facts_changed:
        return ("Approval lapsed" if row.approved_at else "Waits: the facts changed"), "govuk-tag--red"
    return ("Approved", "govuk-tag--green") if row.approved_at else ("Waits for a manager", "govuk-tag--yellow")


def _decision_rows(row: Decision, names: Mapping[str, str]) -> list[dict[str, str]]:
    def who(moment: Any, reference: str) -> str:
        return f"{words.moment(moment)} by {names.get(reference, reference)}" if moment else ""

    rows = (
        ("Outcome", row.get_outcome_display()),
        ("Level of need", row.get_threshold_level_display()),
        ("Rests on", ", ".join(one.label for one in row.evidence.all())),
        ("Reasons, for the record", row.reasons),
        ("Going on without the family’s agreement", row.consent_overridden_because),
        ("What the referrer reads", row.words_for_referrer),
        ("Proposed", who(row.proposed_at, row.proposed_by)),
        ("Approved", who(row.approved_at, row.approved_by)),
        ("The facts changed since", words.moment(row.facts_changed_at) if row.facts_changed_at else ""),
        ("Confirmed after the facts changed", who(row.confirmed_at, row.confirmed_by)),
        ("Why it stands", row.confirmed_because),
        ("Sent back", who(row.sent_back_at, row.sent_back_by)),
        ("Why it was sent back", row.sent_back_reason),
        ("Superseded", who(row.superseded_at, row.superseded_by)),
    )
    return [{"key": key, "value": value} for key, value in rows if value]


def task_rows(contact: Contact, tasks: Sequence[ContactTask], names: Mapping[str, str], *, officer: bool) -> list[dict[str, Any]]:
    """The tasks of a contact, open ones first."""
    rows = [_task_row(contact, task, names, officer=officer) for task in tasks]
    return sorted(rows, key=lambda row: bool(row["done"]))


def _task_row(contact: Contact, task: ContactTask, names: Mapping[str, str], *, officer: bool) -> dict[str, Any]:
    is_open = task.done_at is None and task.waived_at is None
    still = contact.state not in CLOSED_STATES or (contact.state in WENT_ASIDE and task.kind == ContactTask.Kind.REFERRER_TOLD)
    link = officer and is_open and still
    hint = ""
    if task.done_at:
        hint = f"{words.moment(task.done_at)} by {names.get(task.done_by, task.done_by)}"
    elif task.waived_at:
        hint = f"{words.moment(task.waived_at)} by {names.get(task.waived_by, task.waived_by)}: {task.waived_reason}"
    return {
        "text": task.title,
        "href": reverse("referrals:task", args=[contact.reference, task.pk]) if link else "",
        "hint": hint,
        "status": "Open" if is_open else "Done" if task.done_at else "Waived",
        "done": not is_open,
        "classes": "govuk-tag--yellow",
    }


def earlier_rows(contacts: Iterable[Contact]) -> list[dict[str, str]]:
    """Earlier contacts of the same child, with what became of each."""
    return [
        {
            "text": f"{words.date(contact.received_at)}: {contact.get_outcome_display() or contact.get_state_display()}",
            "href": reverse("referrals:contact", args=[contact.reference]),
            "reference": contact.reference,
        }
        for contact in contacts
    ]
