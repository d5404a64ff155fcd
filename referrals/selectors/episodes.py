"""Child-in-need episodes, to those who may see them; for anybody else they do not exist.

An episode is seen by the people of the team that has it who may see its referral: a restricted one by those who are named.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from accounts.access_table import current_holdings, role_codes, sighted_team_ids
from accounts.models import Person, Team
from children.models import RESOLVED
from children.selectors.records import same_children
from foundation import clock, events
from foundation.errors import NotVisible
from foundation.models.events import DomainEvent
from foundation.pages import Page, page_after
from referrals.access import SOCIAL_WORKER, TEAM_MANAGER
from referrals.kinds import plan_grounds
from referrals.models import Assessment, AssessmentState, Contact, Episode, Plan, PlanReview, PlanStep, Step, StepDirection
from referrals.rules.episodes import CASE_TRANSFER, EPISODE, Standing
from referrals.selectors.contacts import visible_contacts
from work.models import Clock, Handover

COUNTED_TO = 1001
MINE, NOBODY = "mine", "nobody"


def visible_episodes(person: Person) -> QuerySet[Episode]:
    """The episodes of the person's teams whose referral they may see."""
    return Episode.objects.filter(team__in=sighted_team_ids(person), contact__in=visible_contacts(person))


def visible_episode_references(person: Person, references: Collection[str]) -> set[str]:
    """Those of some episodes' references that the person may see."""
    return set(visible_episodes(person).filter(reference__in=references).values_list("reference", flat=True))


def managed_episode_references(person: Person, references: Collection[str]) -> set[str]:
    """Those whose clocks the person may hold: a team's manager."""
    return visible_episode_references(person, references) if manages_a_team(person) else set()


def manages_a_team(person: Person) -> bool:
    """Whether the person accepts children for a social work team, allocates, authorises and closes."""
    return TEAM_MANAGER in role_codes(person)


def episode_for(person: Person, reference: str) -> Episode:
    """One episode with its referral, for who may see it."""
    found = (
        visible_episodes(person)
        .select_related("contact__submission__agency", "contact__submitted_child", "child", "team__agency", "worker")
        .filter(reference=reference)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def cases(person: Person, *, whose: str = "", closed: bool = False, after: str = "") -> Page[Episode]:
    """A page of the episodes that the person may see, the longest open first (closed ones: in the order of their end).

    `whose`: "mine", "nobody" (not allocated), otherwise the whole team's.
    """
    rows = visible_episodes(person).filter(closed_on__isnull=not closed, **_whose(person, whose))
    rows = rows.select_related("contact__submitted_child", "child", "worker", "team").prefetch_related("assessments", "plans")
    return page_after(rows, "closed_at" if closed else "opened_at", after)


def case_counts(person: Person) -> dict[str, int]:
    """How many open episodes there are of each sort, each told up to 1,001 and no further."""
    rows = visible_episodes(person).filter(closed_on__isnull=True)
    return {
        name: rows.filter(**_whose(person, whose))[:COUNTED_TO].count()
        for name, whose in (("all", ""), ("mine", MINE), ("nobody", NOBODY))
    }


def _whose(person: Person, whose: str) -> dict[str, object]:
    if whose == MINE:
        return {"worker": person}
    return {"worker__isnull": True} if whose == NOBODY else {}


class CaseFile:
    """What belongs to an episode. Each part is read when it is first asked for, and once."""

    def __init__(self, episode: Episode) -> None:
        self.episode = episode
        self._subject = events.Subject(EPISODE, episode.reference)

    @cached_property
    def assessments(self) -> tuple[Assessment, ...]:
        """The assessments, newest first."""
        return tuple(self.episode.assessments.order_by("-number"))

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The plans, newest first."""
        return tuple(self.episode.plans.order_by("-number"))

    @cached_property
    def steps_of_plans(self) -> tuple[PlanStep, ...]:
        """What is to happen under the plans, in the order of its date."""
        return tuple(PlanStep.objects.filter(plan__episode=self.episode).order_by("due_on", "pk"))

    @cached_property
    def reviews(self) -> tuple[PlanReview, ...]:
        """The meetings that looked at the plans, newest first."""
        return tuple(PlanReview.objects.filter(plan__episode=self.episode))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps down to early help that were asked for, newest first."""
        return tuple(self.episode.steps.select_related("lead_agency", "early_help").order_by("-asked_at", "-pk"))

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """The clocks that run, soonest due first."""
        running = Clock.objects.filter(
            subject_kind=self._subject.kind, subject_reference=self._subject.reference, stopped_at__isnull=True
        )
        return tuple(running.order_by("due_at"))

    @cached_property
    def offer(self) -> Handover | None:
        """The offer to another team that has not answered yet."""
        offers = Handover.objects.filter(
            kind=CASE_TRANSFER,
            subject_kind=self._subject.kind,
            subject_reference=self._subject.reference,
            state=Handover.State.OFFERED,
        )
        return offers.select_related("to_team").first()

    @cached_property
    def events(self) -> tuple[DomainEvent, ...]:
        """What happened, newest first."""
        return tuple(events.history(self._subject).order_by("-at", "-id"))

    @property
    def assessment(self) -> Assessment | None:
        """The assessment that is not authorised yet."""
        return next((row for row in self.assessments if row.state != AssessmentState.AUTHORISED), None)

    @property
    def plan(self) -> Plan | None:
        """The plan that runs."""
        return next((row for row in self.plans if row.ended_on is None), None)

    @cached_property
    def has_ground(self) -> bool:
        """Whether a child-in-need plan may begin: after an assessment, or what else has found that the child is in need."""
        return self.standing.authorised > 0 or other_grounds_for_a_plan(self.episode)

    @property
    def standing(self) -> Standing:
        """What closing depends on."""
        down = [step for step in self.steps if step.direction == StepDirection.DOWN]
        return Standing(
            assessments=len(self.assessments),
            authorised=sum(row.state == AssessmentState.AUTHORISED for row in self.assessments),
            plans=len(self.plans),
            open_plan=self.plan is not None,
            step_waits=any(step.accepted_at is None and step.refused_at is None for step in down),
            step_accepted=any(step.accepted_at is not None for step in down),
        )


def case_file(episode: Episode) -> CaseFile:
    """Everything of an episode. Asked by pages and services that have decided who may see it."""
    return CaseFile(episode)


def other_grounds_for_a_plan(episode: Episode) -> bool:
    """Whether something else than an assessment has found, since the referral, that the child is in need. Asked by services."""
    same = list(same_children([episode.child_id]))
    return any(ground(same, episode.referred_on) for ground in plan_grounds())


@dataclass(frozen=True)
class OpenEpisode:
    """That an episode of a child is open, and with whom."""

    reference: str
    team: str


def open_episode_of(child_id: int) -> OpenEpisode | None:
    """The open episode of a child, whichever of the records that were joined it was opened for. Asked by services."""
    found = _of_child(child_id).filter(closed_on__isnull=True).select_related("team").first()
    return OpenEpisode(found.reference, found.team.name) if found else None


def last_closed_of(child_id: int) -> Episode | None:
    """The episode of a child that was closed last. Asked by services."""
    return _of_child(child_id).filter(closed_on__isnull=False).order_by("-closed_on", "-pk").first()


def _of_child(child_id: int) -> QuerySet[Episode]:
    from children.models import Child

    same = Child.objects.alias(standing=RESOLVED).filter(standing=child_id).values("pk")
    return Episode.objects.filter(child__in=same)


def assessments_of(episodes: Collection[Episode]) -> dict[int, list[Assessment]]:
    """The assessments of some episodes by the id of each, the newest first. Asked by pages whose reader may see the episodes."""
    found: dict[int, list[Assessment]] = {}
    for row in Assessment.objects.filter(episode__in=[one.pk for one in episodes]).order_by("-number"):
        found.setdefault(row.episode_id, []).append(row)
    return found


def workers_of(team: Team) -> list[Person]:
    """The social workers and managers of a team today, to whom an episode can be allocated."""
    today = clock.today()
    held = current_holdings(today).filter(team=team, role__in=(SOCIAL_WORKER, TEAM_MANAGER), confirmed_until__gte=today)
    return list(Person.objects.filter(pk__in=held.values("person")).order_by("name"))


def teams_to_move_to(episode: Episode) -> list[Team]:
    """The social work teams that could take an episode over: those with a manager today."""
    held = current_holdings(clock.today()).filter(role=TEAM_MANAGER, team__isnull=False)
    return list(Team.objects.filter(pk__in=held.values("team")).exclude(pk=episode.team_id).order_by("name"))


def may_work_on(contact: Contact, people: Collection[Person]) -> list[Person]:
    """Those of some people who may see a referral: nobody is given a restricted case on which they are not named."""
    return [one for one in people if visible_contacts(one).filter(pk=contact.pk).exists()]
