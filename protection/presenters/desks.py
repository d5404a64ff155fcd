"""The words of the desks: a chair's, an agency lead's, and the scrutiny panel's lists."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from django.urls import reverse

from foundation import clock
from foundation.calendar import london_date
from foundation.design import words
from protection.models import PRESENT, Attendance, ConferenceType, PanelCase, ProtectionPlan, ReportStatus, ScrutinyPanel
from protection.presenters.conferences import conference_rows
from protection.presenters.plans import late_words, plan_rows
from protection.rules.panel import title
from protection.selectors.conferences import AgencysConference, ChairsDesk, Diary
from protection.selectors.desks import TakenPart

LATE, DRIFT, LOOK, ESCALATED = "late", "drift", "look", "escalated"
SHOWN: Final = {
    "": "All of them",
    LATE: "With something late",
    DRIFT: "With drift",
    LOOK: "With the mid-way check due",
    ESCALATED: "Escalated",
}
"""To what the plans of a chair are narrowed, by the word in the address."""
WORKDAYS = 5


def chairs_page(
    desk: ChairsDesk,
    plans: Sequence[ProtectionPlan],
    drift: Mapping[int, str],
    part: TakenPart,
    shown: str,
) -> dict[str, Any]:
    """What a chair has before them; of the plans one page, `shown` says of which."""
    here = reverse("protection:chairs_desk")

    def plans_that(code: str, number: int, label: str, tone: str = "") -> dict[str, Any]:
        return {"number": number, "label": label, "tone": tone if number else "", "href": f"{here}?show={code}" if number else ""}

    return {
        "numbers": [
            {"number": len(desk.plans), "label": "Plans that I look after"},
            plans_that(LATE, len(desk.overdue), "Something is late", "late"),
            plans_that(DRIFT, len(drift), "Drift", "soon"),
            plans_that(LOOK, len(desk.looks), "Mid-way check due", "soon"),
            plans_that(ESCALATED, len(desk.escalated), "Escalated and not closed", "soon"),
            {"number": f"{part.children} of {part.of_children}", "label": "Children took part or were heard"},
            {"number": f"{part.parents} of {part.of_parents}", "label": "Parents came"},
        ],
        "diary": conference_rows(desk.diary),
        "to_approve": conference_rows(desk.to_approve),
        "plans": [
            {
                **row,
                "late": late_words(plan),
                "drift": drift.get(plan.pk, ""),
                "look": plan.pk in desk.looks,
                "escalated": plan.pk in desk.escalated,
            }
            for row, plan in zip(plan_rows(plans), plans, strict=True)
        ],
        "shown": shown,
        "shown_words": SHOWN[shown],
        "all_url": f"{here}#plans",
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


def agencys_numbers(found: Sequence[AgencysConference]) -> list[dict[str, Any]]:
    """Of the conferences shown: reports that are not in, late ones, and how many of those expected came."""
    due = [row.report_due_on for row in found if row.report == ReportStatus.AWAITED]
    late = sum(day is not None and day < clock.today() for day in due)
    recorded = [row for row in found if row.expected and row.attendance]
    came = sum(row.attendance in PRESENT for row in recorded)
    return [
        {"number": len(due), "label": "Reports due"},
        {"number": late, "label": "Reports late", "tone": "late" if late else ""},
        {"number": f"{came} of {len(recorded)}", "label": "Came or sent a deputy"},
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


def panel_cases(panel: ScrutinyPanel, rows: Iterable[PanelCase], opens: Collection[int]) -> list[dict[str, Any]]:
    """The plans on a list: why they are there, and what was decided; a link to those (by id) that the reader may open."""
    return [
        {
            "name": row.plan.child.full_name,
            "plan": row.plan.reference,
            "plan_href": reverse("protection:plan", args=[row.plan.reference]) if row.plan_id in opens else "",
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
