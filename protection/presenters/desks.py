"""The words of the desks: a chair's, an agency lead's, and the scrutiny panel's lists."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from foundation.calendar import london_date
from foundation.design import words
from protection.models import Attendance, ConferenceType, PanelCase, ReportStatus, ScrutinyPanel
from protection.presenters.conferences import conference_rows
from protection.presenters.plans import late_words, plan_rows
from protection.rules.panel import title
from protection.selectors.conferences import AgencysConference, ChairsDesk, Diary
from protection.selectors.desks import TakenPart

MOST_SHOWN = 100
WORKDAYS = 5


def chairs_page(desk: ChairsDesk, drift: dict[int, str], part: TakenPart) -> dict[str, Any]:
    """What a chair has before them."""
    return {
        "numbers": [
            {"number": len(desk.plans), "label": "Plans that I look after"},
            {"number": len(desk.overdue), "label": "Something is late", "tone": "late" if desk.overdue else ""},
            {"number": len(drift), "label": "Drift", "tone": "soon" if drift else ""},
            {"number": f"{part.children} of {part.of_children}", "label": "Children took part or were heard"},
            {"number": f"{part.parents} of {part.of_parents}", "label": "Parents came"},
        ],
        "diary": conference_rows(desk.diary),
        "to_approve": conference_rows(desk.to_approve),
        "plans": [
            {**row, "late": late_words(plan), "drift": drift.get(plan.pk, "")}
            for row, plan in zip(plan_rows(desk.plans), desk.plans, strict=True)
        ],
        "dissents": [
            {
                "who": f"{row.invitation.name}, {row.invitation.agency.name}",
                "child": row.decided.child.full_name,
                "words": row.words,
                "on": words.moment(row.recorded_at),
            }
            for row in desk.dissents
        ],
    }


def agencys_rows(found: Sequence[AgencysConference]) -> list[dict[str, Any]]:
    """How an agency's people were asked to conferences and what became of it."""
    awaited = ReportStatus.AWAITED
    return [
        {
            "reference": row.conference,
            "type": ConferenceType(row.type).label,
            "when": row.when,
            "name": row.name,
            "attendance": Attendance(row.attendance).label if row.attendance else "",
            "report": ReportStatus(row.report).label,
            "due_on": row.report_due_on if row.report == awaited else None,
            "href": reverse("work:request", args=[row.request]) if row.request and row.report == awaited else "",
        }
        for row in found
    ]


def week_of(taken: Mapping[str, Sequence[Diary]], monday: date) -> list[dict[str, Any]]:
    """One week, day by day: when each chair is taken, and which chairs are free."""
    found = []
    for day in (monday + timedelta(days=number) for number in range(WORKDAYS)):
        chairs = {name: [one for one in times if london_date(one.planned_for) == day] for name, times in taken.items()}
        found.append(
            {
                "day": day,
                "taken": [
                    {
                        "name": name,
                        "when": f"{words.time(one.planned_for)} to {words.time(one.until)}",
                        "type": ConferenceType(one.type).label,
                    }
                    for name, times in chairs.items()
                    for one in times
                ],
                "free": [name for name, times in chairs.items() if not times],
            }
        )
    return found


def panel_rows(panels: Iterable[ScrutinyPanel]) -> list[dict[str, Any]]:
    """The lists of the panel, newest first."""
    return [
        {
            "month": f"{one.month:%B %Y}",
            "href": reverse("protection:panel", args=[one.reference]),
            "held": f"Met on {words.date(one.held_on)}" if one.held_on else "Has not met yet",
        }
        for one in panels
    ]


def panel_cases(panel: ScrutinyPanel, rows: Iterable[PanelCase]) -> list[dict[str, Any]]:
    """The plans on a list: why they are there, and what was decided."""
    return [
        {
            "name": row.plan.child.full_name,
            "plan": row.plan.reference,
            "team": row.plan.family.team.name,
            "started_on": row.plan.started_on,
            "why": [title(code) for code in row.listed_for],
            "decision": row.get_decision_display() if row.decision else "",
            "discussion": row.discussion,
            "actions": row.actions,
            "next_on": row.next_on,
            "href": reverse("protection:panel_case", args=[panel.reference, row.pk]),
        }
        for row in rows
    ]
