"""Notices to schools in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from foundation.design import words
from referrals.models import Contact, SchoolNotice
from referrals.selectors.encompass import SchoolKept
from work.presenters import result_title

State = SchoolNotice.State


def notice_panel(contact: Contact, notice: SchoolNotice, names: Mapping[str, str], *, may_act: bool) -> dict[str, Any]:
    """How the notice of a contact stands, with what can be done."""
    links = []
    if notice.state == State.WAITING and may_act:
        links = [
            {"text": "Tell the school", "href": reverse("referrals:school_notice", args=[contact.reference])},
            {"text": "Note who was told otherwise", "href": reverse("referrals:school_told", args=[contact.reference])},
        ]
    return {
        "lines": [line for line in _lines(notice, names) if line],
        "due_at": notice.told_due_at if notice.state == State.WAITING else _answer_due(notice),
        "links": links,
        "tone": "quiet" if notice.state == State.ACKNOWLEDGED else "soon",
    }


def _answer_due(notice: SchoolNotice) -> Any:
    return notice.request.due_at if notice.state == State.TOLD and notice.request else None


def _lines(notice: SchoolNotice, names: Mapping[str, str]) -> list[str]:
    who = notice.agency.name if notice.agency else notice.told_whom
    lines = [f"Police reference {notice.police_reference}." if notice.police_reference else ""]
    if notice.state == State.WAITING:
        return [*lines, "The named officer is to be told." if notice.home_educated else "The school is to be told."]
    how = "" if notice.told_how == SchoolNotice.How.PORTAL else f", {notice.get_told_how_display().lower()}"
    late = " That was late." if notice.told_at and notice.told_at > notice.told_due_at else ""
    lines.append(f"{who} was told on {words.moment(notice.told_at)}{how}.{late}")
    if notice.state == State.TOLD:
        return [*lines, "They have not acknowledged it yet."]
    by = names.get(notice.acknowledged_by, "")
    lines.append(f"Acknowledged on {words.moment(notice.acknowledged_at)}{f' by {by}' if by else ''}.")
    if notice.request is not None:
        lines += [f"{result_title(notice.request)}.", notice.request.answer]
    return lines


def notice_rows(notices: Sequence[SchoolNotice]) -> list[dict[str, Any]]:
    """The notices that are open, the most urgent first."""
    return [
        {
            "name": one.contact.submitted_child.full_name,
            "reference": one.contact.reference,
            "href": reverse("referrals:contact", args=[one.contact.reference]),
            "act": reverse("referrals:school_notice", args=[one.contact.reference]) if one.state == State.WAITING else "",
            "school": one.agency.name if one.agency else one.contact.submitted_child.school or "School not known",
            "home": one.home_educated,
            "state": one.get_state_display(),
            "due_at": one.told_due_at if one.state == State.WAITING else _answer_due(one),
            "police": one.police_reference,
        }
        for one in notices
    ]


def signed_up_words(kept: Sequence[SchoolKept]) -> str:
    """How many of the schools in the portal take notices."""
    return f"{sum(one.signed_up for one in kept)} of {words.counted(len(kept), 'school')} in the portal take notices"


def school_rows(kept: Sequence[SchoolKept]) -> list[dict[str, Any]]:
    """The schools in the portal with what is kept of them."""
    return [
        {
            "name": one.agency.name,
            "href": reverse("referrals:notice_school", args=[one.agency.code]),
            "urn": one.urn or "Not known",
            "listed": one.listed,
            "state": _school_state(one),
            "colour": "green" if one.signed_up else "grey" if one.signed_up_on is None else "red",
            "since": words.date(one.signed_up_on) if one.signed_up_on else "",
            "lead": "" if one.has_lead else "Nobody there is a confirmed safeguarding lead.",
        }
        for one in kept
    ]


def _school_state(one: SchoolKept) -> str:
    if one.signed_up:
        return "Signed up"
    return "Not signed up" if one.signed_up_on is None else "Nobody reads notices now"
