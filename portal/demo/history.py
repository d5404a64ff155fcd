"""The value history of open work: what the triggers would have kept, had the rows come one by one."""

from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models import Q, QuerySet

from children.models import Child, Involvement
from protection.models import (
    AgencyInvitation,
    Conference,
    ConferenceChild,
    ConferenceState,
    CoreGroupMeeting,
    CoreGroupMember,
    FamilyGroup,
    FamilyInvitation,
    PlanAction,
    ProtectionPlan,
    SafetyScore,
)
from referrals.models import Assessment, Contact, EarlyHelp, Episode, Plan, PlanStep, TeamAction
from work.models import Clock, Request


def keep_history_of_open_work() -> None:
    """Give every open contact, its child, clocks and requests, and what is open in casework, the first entry of their history.

    Child protection is written with nothing open before a plan or a conference: no discussion and no enquiry goes on.
    """
    contacts = Contact.objects.filter(is_open=True)
    _first_entries(Contact, contacts)
    _first_entries(Child, Child.objects.filter(pk__in=contacts.values("child")))
    _first_entries(Clock, Clock.objects.filter(stopped_at__isnull=True))
    _first_entries(Request, Request.objects.filter(state=Request.State.ASKED))
    episodes = Episode.objects.filter(closed_on__isnull=True)
    _first_entries(Episode, episodes)
    _first_entries(Assessment, Assessment.objects.filter(episode__in=episodes.values("pk")))
    plans = Plan.objects.filter(ended_on__isnull=True)
    _first_entries(Plan, plans)
    _first_entries(PlanStep, PlanStep.objects.filter(plan__in=plans.values("pk")))
    families = EarlyHelp.objects.filter(closed_on__isnull=True)
    _first_entries(EarlyHelp, families)
    _first_entries(TeamAction, TeamAction.objects.filter(early_help__in=families.values("pk")))
    _first_entries(Involvement, Involvement.objects.filter(ended_at__isnull=True))
    _keep_history_of_protection()


def _keep_history_of_protection() -> None:
    """Plans that run with their families, actions and core groups; conferences whose record has not gone out."""
    plans = ProtectionPlan.objects.filter(ended_on__isnull=True)
    _first_entries(ProtectionPlan, plans)
    conferences = Conference.objects.exclude(state=ConferenceState.DISTRIBUTED)
    of_plans = Q(pk__in=plans.values("family")) | Q(pk__in=conferences.values("family"))
    _first_entries(FamilyGroup, FamilyGroup.objects.filter(of_plans))
    _first_entries(PlanAction, PlanAction.objects.filter(of_plans__plan__in=plans.values("pk")))
    running = plans.values("family")
    _first_entries(CoreGroupMember, CoreGroupMember.objects.filter(family__in=running, left_on__isnull=True))
    _first_entries(CoreGroupMeeting, CoreGroupMeeting.objects.filter(family__in=running, sent_at__isnull=True))
    _first_entries(Conference, conferences)
    for of_conference in (ConferenceChild, AgencyInvitation, FamilyInvitation, SafetyScore):
        _first_entries(of_conference, of_conference._default_manager.filter(conference__in=conferences.values("pk")))


def history_model(model: type[models.Model]) -> type[models.Model] | None:
    """The table that keeps a model's value history, if its values are kept."""
    return next((found for found in apps.get_models() if getattr(found, "pgh_tracked_model", None) is model), None)


def _first_entries(model: type[models.Model], rows: QuerySet[Any]) -> None:
    history = history_model(model)
    if history is None:
        return
    columns = [f'"{field.column}"' for field in history._meta.concrete_fields if not field.name.startswith("pgh_")]
    ids, params = rows.values("pk").query.sql_with_params()
    names = ", ".join(columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{history._meta.db_table}" (pgh_created_at, pgh_label, pgh_obj_id, {names})'  # noqa: S608  # our own names
            f" SELECT now(), 'insert', id, {names} FROM \"{model._meta.db_table}\" WHERE id IN ({ids})",
            params,
        )
