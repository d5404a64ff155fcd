"""Wording of the library of policies."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from board.models import Policy, PolicyReview, PolicyVersion
from board.presenters.files import file_rows
from board.rules import POLICY_STATES, policy_state
from board.selectors.policies import VersionOnFile
from foundation import clock
from foundation.design import words
from foundation.exports import Column, Kind, Table

COLOURS = {
    "current": "govuk-tag--green", "review_due": "govuk-tag--yellow", "overdue": "govuk-tag--red", "withdrawn": "govuk-tag--grey",
}  # fmt: skip
TONES = {"overdue": "late", "review_due": "soon"}


def owner_words(policy: Policy) -> str:
    """Who owns a policy."""
    owner = policy.agency or policy.group
    return owner.name if owner else "The partnership"


def state_tag(policy: Policy, today: date) -> dict[str, str]:
    """How a policy stands, as a tag."""
    state = policy_state(review_due_on=policy.review_due_on, withdrawn_on=policy.withdrawn_on, today=today)
    return {"text": POLICY_STATES[state], "colour": COLOURS[state]}


def policy_numbers(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """How many policies stand how, each number leading to the list that it counts."""
    url = reverse("board:policies")
    return [
        {"number": number, "label": POLICY_STATES[state].lower(), "href": f"{url}?state={state}",
         "tone": TONES.get(state, "") if number else ""}
        for state, number in counts.items()
    ]  # fmt: skip


def late_policy_numbers(late: int) -> list[dict[str, Any]]:
    """Reviews of policies that are late, for the page My work; nothing where none is."""
    if not late:
        return []
    label = "policy to be reviewed: late" if late == 1 else "policies to be reviewed: late"
    return [{"number": late, "label": label, "href": f"{reverse('board:policies')}?state=overdue", "tone": "late"}]


def policy_row(policy: Policy) -> dict[str, Any]:
    """A row of the library."""
    return {
        "href": reverse("board:policy", args=[policy.reference]),
        "code": policy.code,
        "title": policy.title,
        "summary": policy.summary,
        "kind": policy.get_kind_display(),
        "owner": owner_words(policy),
        "audience": policy.get_audience_display(),
        "review_due_on": policy.review_due_on,
        "withdrawn_on": policy.withdrawn_on,
        "state": state_tag(policy, clock.today()),
    }


def version_rows(versions: Iterable[VersionOnFile]) -> list[dict[str, Any]]:
    """The versions with their files, newest first."""
    return [
        {
            "number": one.version.number,
            "approved_on": one.version.approved_on,
            "approver": one.version.approver,
            "review_due_on": one.version.review_due_on,
            "changes": one.version.changes,
            "files": file_rows(one.documents),
            "reviews": [review_words(review) for review in one.reviews],
        }
        for one in versions
    ]


def review_words(review: PolicyReview) -> str:
    """A review that changed nothing, in a sentence or two."""
    said = f"On {words.date(review.reviewed_on)} by {review.reviewer}. Next review by {words.date(review.review_due_on)}."
    return f"{said} {review.note}".strip()


def kept_policy(policy: Policy) -> dict[str, Any]:
    """What the form of a policy begins with."""
    return {
        **{name: getattr(policy, name) for name in ("code", "title", "kind", "audience", "summary")},
        "agency": policy.agency.code if policy.agency else "",
        "group": policy.group.reference if policy.group else "",
    }


def stored_policy(policy: Policy) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    return [
        {"key": "Policy", "value": f"{policy.code} {policy.title}"},
        {"key": "Owner", "value": owner_words(policy)},
        {"key": "Summary", "value": policy.summary},
        {"key": "Next review", "value": words.date(policy.review_due_on)},
    ]


def policy_table(rows: Iterable[tuple[Policy, PolicyVersion]]) -> Table:
    """The library as a table for a spreadsheet."""
    columns = (
        Column("Code"), Column("Title"), Column("Kind"), Column("Owner"), Column("For whom"), Column("Summary"),
        Column("State"), Column("Version"), Column("Approved", Kind.DATE), Column("Approved by"),
        Column("Next review", Kind.DATE), Column("Withdrawn", Kind.DATE), Column("Why"), Column("In its place"),
    )  # fmt: skip
    today = clock.today()
    lines = (
        (
            one.code, one.title, str(one.get_kind_display()), owner_words(one), str(one.get_audience_display()), one.summary,
            state_tag(one, today)["text"], version.number, version.approved_on, version.approver, one.review_due_on,
            one.withdrawn_on, one.withdrawn_reason, f"{one.replacement.code} {one.replacement.title}" if one.replacement else "",
        )
        for one, version in rows
    )  # fmt: skip
    return Table("Policies", columns, lines)
