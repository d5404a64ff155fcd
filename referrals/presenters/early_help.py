"""The words of early help: lists, one family, the register of agencies."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from children.models import Child
from children.presenters import likeness_words, named
from children.selectors.likely import Found
from foundation import clock
from foundation.design import words
from foundation.design.words import lower_first
from foundation.models.events import DomainEvent
from foundation.numbers import percentage
from referrals.models import EarlyHelp, EarlyHelpNeed, EarlyHelpOutcome, EarlyHelpState, StepDirection
from referrals.presenters.episodes import step_card
from referrals.rules.early_help import DOMAINS
from referrals.selectors.early_help import FamilyFile
from work.presenters.clocks import clock_rows

EVENTS = {
    "referrals.early_help_begun": "Early help begun",
    "referrals.early_help_agreed": "Family agreed",
    "referrals.lead_named": "Lead professional named",
    "referrals.early_help_written": "Assessment changed",
    "referrals.early_help_assessed": "Assessment finished",
    "referrals.team_met": "Team around the child met",
    "referrals.early_help_reviewed": "Reviewed",
    "referrals.team_action_added": "Action agreed",
    "referrals.team_action_done": "Action done",
    "referrals.step_up_asked": "Social care asked to take over",
    "referrals.step_up_accepted": "Social care takes over",
    "referrals.step_up_refused": "Social care does not take over",
    "referrals.early_help_closed": "Early help closed",
}
S = EarlyHelpState


def family_rows(families: Iterable[EarlyHelp]) -> list[dict[str, Any]]:
    """The rows of a list of families."""
    return [
        {
            "reference": row.reference,
            "href": reverse("referrals:early_help", args=[row.reference]),
            "name": family_name(row, [child.child.full_name for child in row.children.all()]),
            "state": row.get_state_display(),
            "lead": f"{row.lead_name}, {row.agency.name}" if row.lead_name else row.agency.name,
            "due_on": due_on(row),
            "requested_at": row.requested_at,
            "outcome": row.get_outcome_display(),
        }
        for row in families
    ]


def due_on(row: EarlyHelp) -> Any:
    """The next day by which something must happen."""
    if row.state in {S.CONSENTED, S.ASSESSING}:
        return row.assessment_due_on
    return row.review_due_on if row.state == S.ACTIVE else None


def family_name(row: EarlyHelp, names: Sequence[str]) -> str:
    """The children whom early help is for, as a title."""
    return words_of(names) or row.reference


def words_of(names: Sequence[str]) -> str:
    """Several names in a row."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def family_page(file: FamilyFile, names: Mapping[str, str], *, works: bool) -> dict[str, Any]:
    """Everything that the page of one family shows."""
    row = file.early_help
    return {
        "family": row,
        "name": family_name(row, [child.child.full_name for child in file.children]),
        "child_pages": [_child_page(child.child) for child in file.children] if row.state != S.CLOSED else [],
        "clocks": clock_rows(file.clocks, manages=False),
        "steps": next_steps(file) if works else [],
        "about": [{"key": key, "value": value} for key, value in _about(file, names) if value],
        "assessment": [{"key": key, "value": value} for key, value in _assessment(row) if value],
        "meetings": list(row.meetings.all()),
        "actions": [_action(action, row, works=works) for action in file.actions],
        "step_cards": [step_card(step, names) for step in file.steps],
        "entries": timeline(file.events, names),
    }


def alike_lines(found: Sequence[tuple[Child, Found]]) -> list[str]:
    """Who of the children may be known already, in sentences."""
    lines = []
    for child, one in found:
        lines += [
            f"{child.full_name}: {lower_first(likeness_words(row.likeness)[0])} as {named(row.child)}." for row in one.candidates
        ]
        if one.elsewhere:
            lines.append(f"{child.full_name}: somebody works with a child who is very likely the same.")
    return lines


def _child_page(child: Child) -> dict[str, str]:
    return {"name": child.full_name, "reference": child.reference, "href": reverse("children:child", args=[child.reference])}


def next_steps(file: FamilyFile) -> list[dict[str, str]]:
    """What can be done now, the most likely first."""
    row, found = file.early_help, []
    if row.state == S.CLOSED:
        return []
    if row.state == S.REQUESTED:
        found.append(("record_consent", "Record that the family agrees"))
    if not row.lead_name:
        found.append(("name_lead", "Name a lead professional"))
    if row.state in {S.CONSENTED, S.ASSESSING}:
        found.append(("early_help_assessment", "Write the assessment"))
    if row.state == S.ACTIVE:
        found.append(("team_meeting", "Record a meeting"))
    if row.state in {S.ACTIVE, S.REVIEW}:
        found += [("early_help_review", "Record a review"), ("add_team_action", "Add an action")]
    if row.state in {S.ACTIVE, S.REVIEW} and not any(
        step.direction == StepDirection.UP and not step.accepted_at and not step.refused_at for step in file.steps
    ):
        found.append(("step_up", "Step up to social care"))
    if row.lead_name:
        found.append(("name_lead", "Change the lead professional"))
    found.append(("close_early_help", "Close early help"))
    return [{"href": reverse(f"referrals:{name}", args=[row.reference]), "text": text} for name, text in found]


def _about(file: FamilyFile, names: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    row = file.early_help
    agreed = f"{row.consent_from}, {words.date(row.consent_on)}" if row.consent_on else "Not yet"
    closed = f"{words.date(row.closed_on)}: {row.get_outcome_display()}" if row.closed_on else ""
    return (
        ("Children", "\n".join(child.child.full_name for child in file.children)),
        ("How it began", row.get_source_display()),
        ("Why", row.reason),
        ("Requested", f"{words.moment(row.requested_at)} by {names.get(row.requested_by, '')}"),
        ("Family agreed", agreed),
        ("Lead professional", f"{row.lead_name}, {row.agency.name}" if row.lead_name else "Not named yet"),
        ("Early help team", row.team.name),
        ("Closed", closed),
        ("How things stood then", row.closing_note),
        ("Family’s own score", _scores(row)),
    )


def _scores(row: EarlyHelp) -> str:
    if row.score_before is None:
        return ""
    return f"{row.score_before} at first" + (f", {row.score_after} at the end" if row.score_after is not None else "")


def _assessment(row: EarlyHelp) -> Sequence[tuple[str, str]]:
    labels = dict(EarlyHelpNeed.choices)
    return (
        ("Finished", words.date(row.assessed_on) if row.assessed_on else ""),
        ("Needs help with", "\n".join(str(labels.get(need, need)) for need in row.needs)),
        *((label, str(getattr(row, name))) for name, label in DOMAINS),
    )


def _action(action: Any, row: EarlyHelp, *, works: bool) -> dict[str, Any]:
    open_ = action.done_at is None
    return {
        "id": action.pk,
        "text": action.text,
        "who": action.who,
        "due_on": action.due_on,
        "late": open_ and action.due_on < clock.today(),
        "done": f"Done {words.date(action.done_at)}" if action.done_at else "",
        "href": reverse("referrals:finish_team_action", args=[row.reference, action.pk])
        if open_ and works and row.state != S.CLOSED
        else "",
    }


def timeline(events: Iterable[DomainEvent], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """What happened, newest first, in words."""
    return [
        {"title": _title(event), "at": event.at, "by": names.get(event.actor_reference, ""), "text": event.reason}
        for event in events
        if event.verb in EVENTS
    ]


def _title(event: DomainEvent) -> str:
    outcome = event.data.get("outcome")
    return f"{EVENTS[event.verb]}: {EarlyHelpOutcome(outcome).label}" if outcome else EVENTS[event.verb]


def people_named(file: FamilyFile) -> set[str]:
    """The references of everybody whose name the page needs."""
    found = {file.early_help.requested_by, *(event.actor_reference for event in file.events)}
    return (found | {step.asked_by for step in file.steps}) - {""}


TOO_FEW = "c"
"""In place of a number that is not told, as on the pages of figures."""


def register_rows(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The agencies that lead early help, with what they completed."""
    return [
        {
            **row,
            **{name: TOO_FEW if row[name] is None else row[name] for name in ("open", "assessed", "closed")},
            "in_time_share": _share(row["in_time"], row["assessed"]),
            "met_share": _share(row["met"], row["closed"]),
        }
        for row in rows
        if row["open"] or row["assessed"] or row["closed"]
    ]


def without_any(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """The agencies that completed no assessment in the year, or too few to tell."""
    return [str(row["name"]) for row in rows if not row["assessed"]]


def _share(part: int | None, whole: int | None) -> str:
    if part is None or whole is None:
        return TOO_FEW
    share = percentage(part, whole)
    return "–" if share is None else f"{share:.0f} %"
