"""Early help of the demonstration: families that asked for it, stepped down to it or stepped up from it, with their scores."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.contrib.auth.models import Permission
from django.db import connection

from foundation.calendar import end_of_day, london_date
from foundation.models import DomainEvent
from portal.demo import casework_words as words
from portal.demo.calendar import add_working_days
from portal.demo.casework import Case, at_noon
from portal.demo.copying import Copier, shared
from portal.demo.courses import weighted
from portal.demo.partnership import DemoPartnership
from portal.demo.references import References
from referrals.models import (
    REFERRAL_OUTCOMES,
    SEE_EARLY_HELP,
    Contact,
    ContactState,
    EarlyHelp,
    EarlyHelpChild,
    Outcome,
    Step,
    TeamAction,
    TeamMeeting,
)
from referrals.rules.early_help import EARLY_HELP_RECORD
from work.models import Clock

TABLES = (EarlyHelp, EarlyHelpChild, TeamMeeting, TeamAction, Step, Clock, DomainEvent)
LEADS = (
    ("early-help", 27), ("oakfield", 11), ("harbour-academy", 12), ("millbrook", 9), ("northmere-college", 4),
    ("lantern-nursery", 14), ("health-visiting", 12), ("family-first", 7), ("open-door", 4),
)  # fmt: skip
OUTCOMES = (("needs_met", 68), ("partly", 14), ("disengaged", 14), ("moved", 4))
NEEDS = ("emotional", "behaviour", "attendance", "health", "parenting", "conflict", "abuse", "parent_health", "money", "housing")
IN_TIME = 0.82
ADVISED_WHO_BEGIN = 0.05
STEPPED_UP = 0.4
REFUSED = 0.15
MEETINGS = timedelta(weeks=6)
GRANTS = """
INSERT INTO referrals_earlyhelpteamgrant
    (content_object_id, group_id, permission_id, reason, starts_at, given_at, given_by, ended_by)
SELECT e.id, t.group_id, %(permission)s, 'Has this family', e.requested_at, e.requested_at, 'seed', ''
FROM referrals_earlyhelp e JOIN accounts_team t ON t.id = e.team_id ORDER BY e.id
"""


@dataclass(frozen=True)
class Family:
    """One family before it is written."""

    children: tuple[tuple[int, int | None], ...]
    """Child, and the contact that brought it."""
    source: str
    agency: str
    asked_at: datetime
    submission: int | None = None
    step_up: tuple[int, datetime, bool] | None = None
    """The submission with which it stepped up, when that was decided, and whether social care took it over."""


class Families:
    """Makes early help and the steps between it and social care."""

    def __init__(self, number: int, made: DemoPartnership, cases: list[Case], now: datetime) -> None:
        self.random, self.references = Random(number), References(number + 1)  # noqa: S311  # a demonstration
        self.made, self.cases, self.now, self.today = made, cases, now, london_date(now)
        self.team, self.coordinator = made.teams["early-help-hub"], made.people["early.help"]
        self.copier = Copier(*TABLES)

    def make(self) -> None:
        """Everything."""
        for family in [*self._asked_for(), *self._begun_by_practitioners(), *self._that_stepped_up()]:
            self._write(family)
        for case in self.cases:
            if case.outcome == "step_down" and case.authorised_on and case.authorised_on + timedelta(days=12) < self.today:
                self._step_down(case)
        self.copier.finish()
        permission = Permission.objects.get(codename=SEE_EARLY_HELP, content_type__app_label="referrals").pk
        with connection.cursor() as cursor:
            cursor.execute(GRANTS, {"permission": permission})

    # -- who ----------------------------------------------------------------------------------------------------

    def _rows(self, **conditions: Any) -> list[tuple[Any, ...]]:
        rows = Contact.objects.filter(state=ContactState.SIGNED_OFF, **conditions).order_by("submission_id", "position")
        fields = ("submission_id", "id", "child_id", "approved_at", "received_at", "outcome")
        return list(rows.values_list(*fields))

    def _asked_for(self) -> list[Family]:
        """Families that the MASH passed on because somebody had asked for early help."""
        found: dict[int, Family] = {}
        for submission, contact, child, decided, _received, _outcome in self._rows(
            outcome=Outcome.EARLY_HELP, submission__purpose="early_help"
        ):
            mine = found.get(submission) or Family((), "handover", weighted(self.random, LEADS), decided, submission)
            found[submission] = replace(mine, children=(*mine.children, (child, contact)))
        return list(found.values())

    def _begun_by_practitioners(self) -> list[Family]:
        """Families that a practitioner began early help with after the MASH had given advice."""
        return [
            Family(((child, None),), "practitioner", weighted(self.random, LEADS), decided + timedelta(days=6))
            for _submission, _contact, child, decided, _received, _outcome in self._rows(outcome=Outcome.ADVICE)
            if self.random.random() < ADVISED_WHO_BEGIN
        ]

    def _that_stepped_up(self) -> list[Family]:
        """Families of whom early help told social care: their early help began months before."""
        found: dict[int, Family] = {}
        conditions = {"submission__agency": self.made.agencies["early-help"], "submission__purpose": "social_care"}
        for submission, _contact, child, decided, received, outcome in self._rows(**conditions):
            accepted = outcome in {one.value for one in REFERRAL_OUTCOMES}
            mine = found.get(submission)
            if mine is None:
                asked = received - timedelta(days=self.random.randint(80, 200))
                mine = Family((), "practitioner", weighted(self.random, LEADS), asked, None, (submission, decided, accepted))
            up = mine.step_up
            if up is not None and accepted and not up[2]:
                mine = replace(mine, step_up=(submission, decided, True))
            found[submission] = replace(mine, children=(*mine.children, (child, None)))
        return [family for family in found.values() if self.random.random() < STEPPED_UP]

    # -- rows ---------------------------------------------------------------------------------------------------

    def _write(self, family: Family) -> int:
        random, asked = self.random, london_date(family.asked_at)
        agreed = add_working_days(asked, random.randint(1, 6))
        never = family.step_up is None and family.source == "handover" and random.random() < 0.07
        took = random.randint(8, 29) if random.random() < IN_TIME else random.randint(31, 44)
        assessed = add_working_days(agreed, took)
        ends, outcome = self._ending(family, assessed, never=never)
        columns: dict[str, Any] = {"state": "requested", "needs": ()}
        if agreed <= self.today and not never:
            columns |= self._agreed(agreed)
        if assessed <= self.today and not never:
            columns |= self._assessed(assessed)
        closed = ends if ends < self.today else None
        if closed:
            columns |= self._closed(closed, outcome, columns.get("score_before"))
        row = self._row(family, columns)
        if "assessed_on" in columns:
            self._meetings(row, assessed, closed or self.today)
        if not closed:
            self._open(row, agreed, columns)
        if family.step_up and closed:
            self._step_up(row, family)
        return row[0]

    def _ending(self, family: Family, assessed: date, *, never: bool) -> tuple[date, str]:
        if never:
            return add_working_days(london_date(family.asked_at), 25), "disengaged"
        if family.step_up:
            _submission, decided, accepted = family.step_up
            if accepted:
                return max(london_date(decided), add_working_days(assessed, 1)), "stepped_up"
        return add_working_days(assessed, self.random.randint(45, 190)), weighted(self.random, OUTCOMES)

    def _agreed(self, agreed: date) -> dict[str, Any]:
        return {
            "state": "assessing",
            "consent_from": "Mother",
            "consent_on": agreed,
            "consented_at": min(at_noon(agreed), self.now),
            "consented_by": self.coordinator.reference,
            "lead_name": "Family worker",
            "lead_since": agreed,
            "assessment_due_on": add_working_days(agreed, 30),
        }

    def _assessed(self, assessed: date) -> dict[str, Any]:
        return {
            "state": "tac_active",
            "assessed_on": assessed,
            "assessed_at": min(at_noon(assessed), self.now),
            "assessed_by": self.coordinator.reference,
            "child_strengths": self.random.choice(words.STRENGTHS),
            "parenting_needs": self.random.choice(words.REASONS),
            "needs": tuple(self.random.sample(NEEDS, self.random.randint(1, 3))),
            "goals": words.GOALS,
            "score_before": self.random.randint(2, 6),
        }

    def _closed(self, closed: date, outcome: str, before: int | None) -> dict[str, Any]:
        gains = {"needs_met": (1, 4), "partly": (-1, 2)}.get(outcome)
        after = None if before is None or gains is None else min(10, max(0, before + self.random.randint(*gains)))
        return {
            "state": "closed",
            "outcome": outcome,
            "closed_on": closed,
            "closed_at": at_noon(closed),
            "closed_by": self.coordinator.reference,
            "closing_note": words.NOT_MET.get(outcome) or self.random.choice(words.MET),
            "score_after": after,
            "review_due_on": None,
        }

    def _row(self, family: Family, columns: dict[str, Any]) -> tuple[int, str]:
        reference = self.references.new("M")
        row = self.copier.add(
            EarlyHelp,
            reference=reference,
            source=family.source,
            submission_id=family.submission,
            team_id=self.team.pk,
            agency_id=self.made.agencies[family.agency].pk,
            reason=self.random.choice(words.REASONS),
            requested_at=family.asked_at,
            requested_by=self.coordinator.reference,
            **columns,
        )
        seen = set()
        for child, contact in family.children:
            if child not in seen:
                by = {"added_at": family.asked_at, "added_by": self.coordinator.reference}
                self.copier.add(EarlyHelpChild, early_help_id=row, child_id=child, contact_id=contact, **by)
            seen.add(child)
        return row, reference

    def _meetings(self, row: tuple[int, str], assessed: date, until: date) -> None:
        held = assessed + MEETINGS
        while held < until:
            on = add_working_days(held - timedelta(days=1), 1)
            if on <= self.today:
                self.copier.add(
                    TeamMeeting,
                    early_help_id=row[0],
                    held_on=on,
                    is_review=True,
                    attended=words.ATTENDED,
                    notes=self.random.choice(words.FINDINGS),
                    written_at=min(at_noon(on), self.now),
                    written_by=self.coordinator.reference,
                )
            held += MEETINGS
        _need, action, who = self.random.choice(words.STEPS)
        by = {"added_at": min(at_noon(assessed, 30), self.now), "added_by": self.coordinator.reference}
        self.copier.add(TeamAction, early_help_id=row[0], text=action, who=who, due_on=assessed + MEETINGS, **by)

    def _open(self, row: tuple[int, str], agreed: date, columns: dict[str, Any]) -> None:
        """The clock that runs, and how it began."""
        started = columns.get("assessed_at") or columns.get("consented_at")
        if started is not None:
            assessed = columns.get("assessed_on")
            kind = "referrals.early_help_review" if assessed else "referrals.early_help_assessment"
            passed = (self.today - assessed) // MEETINGS + 1 if assessed else 0
            due = assessed + passed * MEETINGS if assessed else add_working_days(agreed, 30)
            self.copier.add(
                Clock,
                kind=kind,
                subject_kind=EARLY_HELP_RECORD,
                subject_reference=row[1],
                started_at=started,
                started_by=self.coordinator.reference,
                due_at=end_of_day(due),
                owner_team_id=self.team.pk,
                state="running",
                stopped_at=None,
                stopped_by="",
                outcome="",
                limit_used=shared(limit=42 if assessed else 30, calendar="seed", effective_from=None),
            )
        self.copier.add(
            DomainEvent,
            verb="referrals.early_help_begun",
            at=min(at_noon(agreed), self.now),
            actor_kind="person",
            actor_reference=self.coordinator.reference,
            actor_agency="early-help",
            subject_kind=EARLY_HELP_RECORD,
            subject_reference=row[1],
            data={"team": self.team.code},
        )

    # -- steps --------------------------------------------------------------------------------------------------

    def _step_up(self, row: tuple[int, str], family: Family) -> None:
        submission, decided, accepted = family.step_up or (0, self.now, False)
        asked, actor = decided - timedelta(hours=5), self.coordinator.reference
        answer = {"accepted_at": decided, "accepted_by": self.made.managers[0].reference}
        if not accepted:
            answer = {"refused_at": decided, "refused_by": self.made.managers[0].reference, "refused_reason": words.WANTED}
        self.copier.add(
            Step,
            reference=self.references.new("T"),
            direction="up",
            early_help_id=row[0],
            submission_id=submission,
            reason=words.STEP_UP_REASON,
            talked_on=london_date(asked),
            talked_with="The managers of early help and of the MASH",
            asked_at=asked,
            asked_by=actor,
            **answer,
        )

    def _step_down(self, case: Case) -> None:
        """Early help takes most of them over; social care keeps the others and closes them with advice."""
        authorised = case.authorised_on or self.today
        asked, answered = at_noon(authorised, 55), at_noon(add_working_days(authorised, 2))
        lead = weighted(self.random, LEADS)
        columns: dict[str, Any] = {"refused_at": answered, "refused_reason": words.GIVEN_BACK}
        columns["refused_by"] = self.coordinator.reference
        if self.random.random() > REFUSED:
            family = self._write(Family(((case.child, None),), "step_down", lead, answered))
            columns = {"accepted_at": answered, "accepted_by": self.coordinator.reference, "early_help_id": family}
        self.copier.add(
            Step,
            reference=self.references.new("T"),
            direction="down",
            episode_id=case.id,
            reason=words.STEP_DOWN_REASON,
            talked_on=authorised,
            talked_with="Mother, social worker, school",
            lead_name="Family worker",
            lead_agency_id=self.made.agencies[lead].pk,
            consent_from="Mother",
            consent_on=authorised,
            asked_at=asked,
            asked_by=self.made.people["team.manager"].reference,
            **columns,
        )
