"""Who may do what here; and the one question of the house: may this person see this record?"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import Permission
from django.db.models import Model, OuterRef, Q, QuerySet, Subquery

from accounts.access_table import (
    GLASS_BREAKERS,
    PUBLIC,
    SIGNED_IN,
    SYSTEM,
    VISITORS,
    Nav,
    RoleSpec,
    Route,
    ServiceRow,
    Who,
    group_ids,
    roles,
    scopes,
    sighted_holding_ids,
)
from foundation import clock
from foundation.asked_often import AskedOften
from foundation.looked_up import looked_up

if TYPE_CHECKING:
    from accounts.models import Person, PersonGrant, TeamGrant

AGENCY_LEAD = "agency_lead"
BUSINESS_TEAM = "business_team"
EXECUTIVE = "executive"
SCRUTINEER = "scrutineer"
GOVERNANCE_LEAD = "governance_lead"
SYSTEM_ADMINISTRATOR = "system_administrator"

ROLES = (
    RoleSpec(
        AGENCY_LEAD,
        "Agency safeguarding lead",
        "Manages the people of their own agency, sees what their agency referred and answers what it is asked.",
        shows_cases=True,
        lead_gives=True,
        reads_figures=True,
    ),
    RoleSpec(
        BUSINESS_TEAM,
        "Business team (board manager)",
        "Runs the partnership’s plans, meetings, budget and yearly report. Sees no identifiable child.",
        shows_cases=False,
        writes_questions=True,
        reads_figures=True,
    ),
    RoleSpec(
        EXECUTIVE,
        "Executive",
        "Signs the yearly report for a statutory partner and follows its figures. Sees no identifiable child.",
        shows_cases=False,
        reads_figures=True,
    ),
    RoleSpec(
        SCRUTINEER,
        "Independent scrutineer",
        "Reads plans, figures and reports, and challenges them. Sees no identifiable child.",
        shows_cases=False,
        reads_figures=True,
    ),
    RoleSpec(
        GOVERNANCE_LEAD,
        "Information governance lead",
        "Sees who has looked at which record, and is told when restricted records are opened in an emergency.",
        shows_cases=True,
    ),
    RoleSpec(
        SYSTEM_ADMINISTRATOR,
        "System administrator",
        "Looks after agencies, invitations and settings. Sees no case.",
        shows_cases=False,
        second_factor=True,
    ),
)

_PUBLIC_ROUTES = (
    "account_login",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "account_inactive",
    "account_signup",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "join",
    "visit",
    "visit_code",
    "visit_leave",
    "sealed_link",
)
_OWN_ACCOUNT = (
    "account",
    "account_change_password",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "second_factor",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "sign_out_everywhere",
    "stay_signed_in",
)
_LOOK_AFTER_PEOPLE = roles(AGENCY_LEAD, SYSTEM_ADMINISTRATOR)
_LOOK_AFTER_PEOPLE_OR_SYSTEM = roles(AGENCY_LEAD, SYSTEM_ADMINISTRATOR, system=True)
_ADMINISTRATOR = roles(SYSTEM_ADMINISTRATOR)
AGREEMENT_READERS = frozenset({SYSTEM_ADMINISTRATOR, GOVERNANCE_LEAD})
"""Who reads the agreements of every agency; its own lead reads an agency's."""
_ADMINISTRATOR_OR_SYSTEM = roles(SYSTEM_ADMINISTRATOR, system=True)

SCOPES = (REFER, DOCUMENTS, STATUS, CHANGE, NOTIFY, FIGURES) = ("refer", "documents", "status", "change", "notify", "figures")
"""What the token of an agency's system may let it do (accounts.models.AgencyClient.Scope)."""

ROUTES: tuple[Route, ...] = (
    *(Route(name, PUBLIC, own_account=True) for name in _PUBLIC_ROUTES),
    *(Route(name, SIGNED_IN, own_account=True) for name in _OWN_ACCOUNT),
    Route("resume_form", Who(signed_in=True, visitor=True)),
    Route("ask_for_account", VISITORS),
    Route("mfa_remove_webauthn", SIGNED_IN, own_account=True, record="passkey"),
    Route("people", _LOOK_AFTER_PEOPLE, nav=Nav("People", 80)),
    Route("people_of_agency", _LOOK_AFTER_PEOPLE, record="agency"),
    Route("invite", _LOOK_AFTER_PEOPLE, record="agency"),
    Route("withdraw_invitation", _LOOK_AFTER_PEOPLE, record="invitation"),
    Route("person", _LOOK_AFTER_PEOPLE, record="person"),
    Route("give_role", _LOOK_AFTER_PEOPLE, record="person"),
    Route("end_role", _LOOK_AFTER_PEOPLE, record="holding"),
    Route("confirm_role", _LOOK_AFTER_PEOPLE, record="holding"),
    Route("reset_second_factor", _LOOK_AFTER_PEOPLE, record="person"),
    Route("systems", _LOOK_AFTER_PEOPLE, record="agency"),
    Route("connect_system", _LOOK_AFTER_PEOPLE, record="agency"),
    Route("end_system", _LOOK_AFTER_PEOPLE, record="client"),
    Route("agencies", roles(*AGREEMENT_READERS), nav=Nav("Agencies", 85)),
    Route("add_agency", _ADMINISTRATOR),
    Route("agency", roles(*AGREEMENT_READERS), record="agency"),
    Route("change_agency", _ADMINISTRATOR, record="agency"),
    Route("record_agreement", _ADMINISTRATOR, record="agency"),
    Route("agreement_document", _ADMINISTRATOR, record="agreement"),
    Route("add_team", _ADMINISTRATOR, record="agency"),
    Route("change_team", _ADMINISTRATOR, record="team"),
    Route("access_log", roles(GOVERNANCE_LEAD), nav=Nav("Access log", 90)),
    Route("access_log_of_record", roles(GOVERNANCE_LEAD), personal=True),
)
SERVICES: tuple[ServiceRow, ...] = (
    ServiceRow("accounts.give_team_grants", SYSTEM),
    ServiceRow("accounts.give_team_grant", SYSTEM),
    ServiceRow("accounts.give_person_grant", SYSTEM),
    ServiceRow("accounts.carry_person_grants", SYSTEM),
    ServiceRow("accounts.end_grants", SYSTEM),
    ServiceRow("accounts.break_glass", GLASS_BREAKERS),
    ServiceRow("accounts.invite", _LOOK_AFTER_PEOPLE_OR_SYSTEM),
    ServiceRow("accounts.withdraw_invitation", _LOOK_AFTER_PEOPLE_OR_SYSTEM),
    ServiceRow("accounts.accept_invitation", SYSTEM),
    ServiceRow("accounts.seal", SYSTEM),
    ServiceRow("accounts.open_sealed_link", SYSTEM),
    ServiceRow("accounts.end_sealed_links", SYSTEM),
    ServiceRow("accounts.ask_for_code", SYSTEM),
    ServiceRow("accounts.prove_address", SYSTEM),
    ServiceRow("accounts.ask_for_account", VISITORS),
    ServiceRow("accounts.remove_old_codes", SYSTEM),
    ServiceRow("accounts.give_role", _LOOK_AFTER_PEOPLE_OR_SYSTEM),
    ServiceRow("accounts.end_role", _LOOK_AFTER_PEOPLE_OR_SYSTEM),
    ServiceRow("accounts.end_role_on", _LOOK_AFTER_PEOPLE_OR_SYSTEM),
    ServiceRow("accounts.confirm_holding", _LOOK_AFTER_PEOPLE_OR_SYSTEM),
    ServiceRow("accounts.leave_unconfirmed", _LOOK_AFTER_PEOPLE_OR_SYSTEM),
    ServiceRow("accounts.reset_second_factor", _LOOK_AFTER_PEOPLE_OR_SYSTEM),
    ServiceRow("accounts.sign_out_everywhere", SIGNED_IN),
    ServiceRow("accounts.connect_client", _LOOK_AFTER_PEOPLE_OR_SYSTEM),
    ServiceRow("accounts.end_client", _LOOK_AFTER_PEOPLE_OR_SYSTEM),
    ServiceRow("accounts.note_client_used", scopes(*SCOPES)),
    ServiceRow("accounts.add_agency", _ADMINISTRATOR_OR_SYSTEM),
    ServiceRow("accounts.change_agency", _ADMINISTRATOR_OR_SYSTEM),
    ServiceRow("accounts.record_agreement", _ADMINISTRATOR_OR_SYSTEM),
    ServiceRow("accounts.attach_agreement_document", _ADMINISTRATOR_OR_SYSTEM),
    ServiceRow("accounts.add_team", _ADMINISTRATOR_OR_SYSTEM),
    ServiceRow("accounts.change_team", _ADMINISTRATOR_OR_SYSTEM),
    ServiceRow("accounts.remove_ended_sessions", SYSTEM),
    ServiceRow("accounts.prepare_access_log_partitions", SYSTEM),
    ServiceRow("accounts.seal_access_log", SYSTEM),
)

__all__ = ["PUBLIC", "SIGNED_IN", "Nav", "can", "roles", "sight"]


@dataclass(frozen=True)
class Eyes:
    """By what a person sees records at a moment: what the conditions of sight ask for, as plain values.

    A question that is asked often (foundation.asked_often) is written for such values and asked with its `vars`.
    """

    person: int
    groups: tuple[int, ...]
    """Whose grants the person shares."""
    holdings: tuple[int, ...]
    """For which a grant to the person alone may count."""
    moment: datetime

    @classmethod
    def of(cls, person: "Person") -> "Eyes":
        """Those of a person now."""
        return cls(person.pk, tuple(sorted(group_ids(person))), tuple(sorted(sighted_holding_ids(person))), clock.now())


def sight(
    who: "Person | Eyes",
    codename: str,
    *,
    team_grants: "type[TeamGrant]",
    person_grants: "type[PersonGrant]",
) -> Q:
    """The records on which a grant in force today gives the person this permission, as a condition on their table.

    A restricted record (a column `restricted`) is seen through grants to the person alone, never through a team. Asked of each
    chosen row: a query that uses it narrows its rows by something indexed. A list of everything that somebody may see, in an
    order of its own, walks the grants instead, and has a property test that holds it to `can`.
    """
    eyes = who if isinstance(who, Eyes) else Eyes.of(who)
    record, on_it = _record_of(team_grants), _on_it(eyes, codename, team_grants)
    shared = Q(looked_up(team_grants._default_manager.filter(on_it, group__in=eyes.groups)))
    if any(field.name == "restricted" for field in record.concrete_fields):
        shared &= Q(restricted=False)
    return sight_alone(eyes, codename, person_grants=person_grants) | shared


def sight_alone(who: "Person | Eyes", codename: str, *, person_grants: "type[PersonGrant]") -> Q:
    """The part of `sight` that comes through grants to the person alone: all that there is of a record that is restricted."""
    eyes = who if isinstance(who, Eyes) else Eyes.of(who)
    on_it = _on_it(eyes, codename, person_grants)
    return Q(looked_up(person_grants._default_manager.filter(on_it, user=eyes.person, holding__in=eyes.holdings)))


def _on_it(eyes: Eyes, codename: str, grants: "type[TeamGrant | PersonGrant]") -> Q:
    """Of grants: on the record of the outer query, in force, and with this permission."""
    record = _record_of(grants)
    permission = Permission.objects.filter(
        codename=codename, content_type__app_label=record.app_label, content_type__model=record.model_name
    )
    in_force = Q(starts_at__lte=eyes.moment) & (Q(ends_at__isnull=True) | Q(ends_at__gt=eyes.moment))
    return in_force & Q(content_object=OuterRef("pk"), permission=Subquery(permission.order_by().values("pk")[:1]))


def _record_of(grants: "type[TeamGrant | PersonGrant]") -> Any:
    """What Django knows of the records that are granted; concrete tables of grants name them."""
    meta: Any = grants._meta
    return meta.get_field("content_object").related_model._meta


def can(
    person: "Person",
    record: Model,
    codename: str,
    *,
    team_grants: "type[TeamGrant]",
    person_grants: "type[PersonGrant]",
) -> bool:
    """Whether a grant in force today gives the person this permission on this record, in one query whatever the answer."""
    question = _asked_of_one(type(record), codename, team_grants, person_grants)
    return bool(question.rows(record=record.pk, **vars(Eyes.of(person))))


@cache
def _asked_of_one(
    model: "type[Model]", codename: str, team_grants: "type[TeamGrant]", person_grants: "type[PersonGrant]"
) -> "AskedOften[int]":
    def seen(record: int, **eyes: Any) -> "QuerySet[Model, int]":
        condition = sight(Eyes(**eyes), codename, team_grants=team_grants, person_grants=person_grants)
        return model._default_manager.filter(condition, pk=record).values_list("pk", flat=True)

    return AskedOften(seen)
