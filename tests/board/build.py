"""Plans and actions for tests."""

from datetime import date, time, timedelta
from itertools import count

from accounts.models import Agency, Person
from board.anonymity import words_key
from board.models import (
    Action,
    AgendaItem,
    Attendance,
    BusinessPlan,
    Challenge,
    ChaseRule,
    ExceptionsCopy,
    Feedback,
    Group,
    GroupLine,
    Meeting,
    Milestone,
    Objective,
    ObjectivePosition,
    Plan,
    PlanImport,
    PlanPriority,
    Recommendation,
    Risk,
    RiskScore,
    ScrutinyNote,
    Seat,
    SeatHolding,
    Theme,
    VoiceSurvey,
)
from board.rules import due_dates
from foundation import clock
from foundation.calendar import ENGLAND, FinancialYear, Quarter, from_london
from foundation.documents import storage
from tests.factories import make_agency, make_person

_numbers = count(1)


def make_plan(**given: object) -> Plan:
    """An open plan from a practice review."""
    return Plan.objects.create(**{"title": f"Plan {next(_numbers)}", "source": "review", "opened_on": clock.today(), **given})


def make_action(
    *, due_on: date, plan: Plan | None = None, agency: Agency | None = None, owner: Person | None = None, **given: object
) -> Action:
    """An action due on a date, of its owner's agency."""
    dates = due_dates(due_on, ENGLAND)
    plan = plan or make_plan()
    return Action.objects.create(
        **{
            "plan": plan,
            "added_on": plan.opened_on,
            "number": str(next(_numbers)),
            "text": "Check that every referral names the father.",
            "agency": agency or (owner.holdings.order_by("pk")[0].agency if owner else make_agency()),
            "owner": owner,
            "owner_post": "" if owner else "Head of Safeguarding",
            "first_due_on": due_on,
            "due_on": dates.due_on,
            "amber_from": dates.amber_from,
            "red_from": dates.red_from,
            **given,
        }
    )


def make_theme(name: str = "", **given: object) -> Theme:
    """A factor in use."""
    number = next(_numbers)
    return Theme.objects.create(**{"code": f"F{number}", "kind": "factor", "name": name or f"Factor {number}", **given})


def make_recommendation(**given: object) -> Recommendation:
    """One of a practice review, made in June 2026, that an agency leads."""
    number = next(_numbers)
    return Recommendation.objects.create(
        **{
            "text": f"Ask about the father, {number}.",
            "source": "review",
            "source_title": "Review of neglect",
            "made_on": date(2026, 6, 1),
            "agency": given.get("agency") or make_agency(),
            **given,
        }
    )


def make_chase_rule(days: int = 0, to: str = "owner", every: int = 0) -> ChaseRule:
    """A line of the table of chasing; without days on a day on which it has none yet."""
    return ChaseRule.objects.create(days=days or 90 + next(_numbers) % 200, to=to, every=every)


def make_exceptions_copy(person: Person) -> ExceptionsCopy:
    """An exceptions report as PDF that somebody has asked for, ready, in the document store."""
    written = storage.write([b"%PDF-1.7 of a test"])
    storage.move_to_checked(written.key)
    return ExceptionsCopy.objects.create(
        day=clock.today(), person=person, once=f"page-{next(_numbers)}", asked_at=clock.now(), asked_by=person.reference,
        state="ready", key=written.key, pages=1, made_at=clock.now(),
    )  # fmt: skip


def make_plan_import(person: Person) -> PlanImport:
    """A file of one action that somebody is looking through."""
    return PlanImport.objects.create(
        plan=make_plan(), person=person, file_name="plan.csv", sha256="0" * 64, labels=["Action", "Owner", "Due"], carries=True,
        rows=[{"row": 2, "cells": ["See children", "Head of Care", "1 March 2027"], "section": ""}],
        meanings=["action", "owner", "deadline"], begun_at=clock.now(),
    )  # fmt: skip


def make_group(name: str = "", **given: object) -> Group:
    """A sub-group since April 2020."""
    return Group.objects.create(
        **{"name": name or f"Group {next(_numbers)}", "kind": "sub_group", "from_on": date(2020, 4, 1), **given}
    )


def make_seat(group: Group, **given: object) -> Seat:
    """A member's seat since the group began."""
    return Seat.objects.create(**{"group": group, "title": f"Post {next(_numbers)}", "from_on": group.from_on, **given})


def seat_somebody(seat: Seat, person: Person | None = None, **given: object) -> SeatHolding:
    """Somebody on a seat, since it was there; a name alone where no person is given."""
    name = "" if person else "Somebody"
    return SeatHolding.objects.create(**{"seat": seat, "person": person, "name": name, "from_on": seat.from_on, **given})


def make_line(group: Group, other: Group, **given: object) -> GroupLine:
    """One group reports to another since both are there."""
    began = max(group.from_on, other.from_on)
    return GroupLine.objects.create(**{"group": group, "other": other, "kind": "reports_to", "from_on": began, **given})


def make_meeting(group: Group, on: date, **given: object) -> Meeting:
    """A planned meeting of two hours at ten o’clock with one item on its agenda."""
    starts = from_london(on, time(10))
    meeting = Meeting.objects.create(**{"group": group, "starts_at": starts, "ends_at": starts + timedelta(hours=2), **given})
    AgendaItem.objects.create(meeting=meeting, position=1, title="Learning from audits")
    return meeting


def held_with(group: Group, on: date, how: dict[Seat, str]) -> Meeting:
    """A meeting that was held, and who came on which seat."""
    meeting = make_meeting(group, on, state="held")
    for seat, mark in how.items():
        Attendance.objects.create(meeting=meeting, seat=seat, how=mark, name="Somebody" if mark == "deputy" else "")
    return meeting


def make_challenge(*, about: Agency | None = None, **given: object) -> Challenge:
    """A challenge of the scrutineer, raised today, to the partnership unless an agency is named."""
    words = {
        "title": f"Challenge {next(_numbers)}",
        "text": "Fathers are missing from four plans in ten.",
        "raiser_kind": "scrutineer",
    }
    return Challenge.objects.create(**{**words, "raised_on": clock.today(), "about_agency": about, **given})


def make_note(keeper: Person, **given: object) -> ScrutinyNote:
    """A visit that only its keeper reads."""
    words = {"title": f"Visit {next(_numbers)}", "text": "Staff know the threshold.", "kind": "visit"}
    return ScrutinyNote.objects.create(**{**words, "keeper": keeper, "happened_on": clock.today(), **given})


def make_risk(*scores: tuple[date, int, int], agency: Agency | None = None, **given: object) -> Risk:
    """A risk scored on these days with these likelihoods and impacts; today 3 × 3 where none is given. Reviewed every 90 days."""
    rows = scores or ((clock.today(), 3, 3),)
    words = {
        "title": f"Risk {next(_numbers)}",
        "cause": "Posts are empty.",
        "consequence": "Children wait.",
        "controls": "Agency staff.",
    }
    due = rows[-1][0] + timedelta(days=90)
    told = {**words, "number": next(_numbers), "target_score": 4, "opened_on": rows[0][0], "review_due_on": due, "agency": agency}
    risk = Risk.objects.create(**{**told, **given})
    for day, likelihood, impact in rows:
        RiskScore.objects.create(
            risk=risk, scored_on=day, likelihood_before=5, impact_before=5, likelihood=likelihood, impact=impact,
            review_due_on=day + timedelta(days=90), written_at=clock.now(), written_by=make_person("business_team"),
        )  # fmt: skip
    return risk


def make_business_plan(year: str = "2026-27", **given: object) -> BusinessPlan:
    """The draft of a year's plan; the same one again."""
    return BusinessPlan.objects.get_or_create(year=year, defaults={"title": f"Business plan {year}", **given})[0]


def make_priority(year: str = "2026-27") -> PlanPriority:
    """The first priority of a year's plan; the same one again."""
    told = {"title": "Neglect", "why": "Audits say that it is seen late."}
    return PlanPriority.objects.get_or_create(business_plan=make_business_plan(year), number=1, defaults=told)[0]


def make_objective(year: str = "2026-27", **given: object) -> Objective:
    """An objective that an agency leads, the next one of the first priority, there since the year began."""
    priority = given.pop("priority", None) or make_priority(year)
    words = {
        "number": priority.objectives.count() + 1,
        "text": f"see neglect early, {next(_numbers)}",
        "wanted": "Children are helped sooner.",
        "added_on": FinancialYear.from_label(year).start,
    }
    return Objective.objects.create(**{**words, "priority": priority, "agency": given.get("agency") or make_agency(), **given})


def make_milestone(objective: Objective, **given: object) -> Milestone:
    """The next milestone of an objective, due in the last month of its year."""
    year = FinancialYear.from_label(objective.priority.business_plan.year)
    words = {"place": objective.milestones.count() + 1, "text": f"Step {next(_numbers)}", "due_on": year.end}
    return Milestone.objects.create(**{**words, "objective": objective, **given})


def make_position(objective: Objective, quarter: int, **given: object) -> ObjectivePosition:
    """The first edition of a position: green as proposed, good progress; at the end of the year it is met."""
    period = Quarter(FinancialYear.from_label(objective.priority.business_plan.year), min(quarter, 4))
    words: dict[str, object] = {
        "edition": 1, "as_at": period.end, "rating": "green", "proposed": "green", "proposed_reason": "Nothing is late.",
        "progress": "good", "text": "It goes well.", "outcome": "met" if quarter == 4 else "", "red": 0, "amber": 0, "green": 1,
        "blue": 0, "milestones": 2, "milestones_due": 1, "milestones_met": 1, "written_at": clock.now(),
    }  # fmt: skip
    writer = given.pop("written_by", None) or make_person("business_team")
    return ObjectivePosition.objects.create(
        **{**words, "objective": objective, "quarter": quarter, "written_by": writer, **given}
    )


def make_feedback(words: str = "", *, taker: Person | None = None, **given: object) -> Feedback:
    """What a parent said of social work in October 2026, taken down by somebody of the business team; nobody was asked yet."""
    text = words or f"They listened to me, {next(_numbers)}."
    taker = taker or make_person("business_team", make_agency())
    return Feedback.objects.create(
        **{
            "speaker": "parent", "way": "quote", "service": "Social work", "said_on": date(2026, 10, 1), "words": text,
            "words_key": words_key(text), "taken_at": clock.now(), "taken_by": taker, "written_at": clock.now(),
            "written_by": taker, **given,
        }
    )  # fmt: skip


def may_be_published(feedback: Feedback, *uses: str) -> Feedback:
    """The same, with consent for these uses (else the report) and somebody's confirmation that it names nobody."""
    feedback.consent, feedback.consent_on = "given", feedback.said_on
    feedback.consent_uses = list(uses or ("report",))
    feedback.checked_at, feedback.checked_by = clock.now(), make_person("governance_lead", make_agency())
    feedback.save()
    return feedback


def make_survey(**given: object) -> VoiceSurvey:
    """A survey of parents that ended in September 2026."""
    return VoiceSurvey.objects.create(
        **{
            "title": f"Survey {next(_numbers)}", "asked": "Parents", "ended_on": date(2026, 9, 30), "sent": 120, "answered": 60,
            **given,
        }
    )  # fmt: skip
