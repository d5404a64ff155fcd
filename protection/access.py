"""Who works in child protection, and what each of them may do."""

from accounts.access import AGENCY_LEAD
from accounts.access_table import SEALED, SYSTEM, Nav, RoleSpec, Route, ServiceRow, Who, roles
from referrals.access import EARLY_HELP_COORDINATOR, MASH_MANAGER, MASH_OFFICER, PRACTITIONER, SOCIAL_WORKER, TEAM_MANAGER

CONFERENCE_CHAIR = "conference_chair"

ROLES = (
    RoleSpec(
        CONFERENCE_CHAIR,
        "Conference chair",
        "Chairs child protection conferences and is independent of the case.",
        shows_cases=True,
    ),
)

TEAM_MANAGERS = roles(TEAM_MANAGER)
"""Who authorises, ends and withdraws."""
CASEWORKERS = roles(SOCIAL_WORKER, TEAM_MANAGER)
"""The team that has the case."""
CHAIRS = roles(CONFERENCE_CHAIR)
"""Who decides in a conference, approves its record and looks after the plan."""
CASEWORK = roles(SOCIAL_WORKER, TEAM_MANAGER, CONFERENCE_CHAIR)
"""The team and the chair: who arranges and minutes."""
TAKES_PART = roles(
    PRACTITIONER,
    AGENCY_LEAD,
    MASH_OFFICER,
    MASH_MANAGER,
    EARLY_HELP_COORDINATOR,
    SOCIAL_WORKER,
    TEAM_MANAGER,
    CONFERENCE_CHAIR,
)
"""Whoever may be invited: they see and write what they were invited to, and no more."""
PANEL = roles(TEAM_MANAGER, CONFERENCE_CHAIR)
"""Who makes the scrutiny panel's list and records what it decides."""


def _pages(who: Who, record: str, *names: str) -> tuple[Route, ...]:
    return tuple(Route(f"protection:{name}", who, personal=True, record=record) for name in names)


FAMILY_ROUTES = (
    Route("protection:families", TAKES_PART, personal=True, nav=Nav("Child protection", 6)),
    Route("protection:transfer_in", TEAM_MANAGERS),
    *_pages(CASEWORK, "family group", "family"),
    *_pages(TEAM_MANAGERS, "family group", "allocate_family"),
    *_pages(CASEWORKERS, "family group", "call_discussion", "settle_transfer"),
    *_pages(TAKES_PART, "strategy discussion", "discussion", "print_discussion", "finish_discussion_action"),
    *_pages(TAKES_PART, "strategy discussion to write in", "minute_discussion"),
    *_pages(CASEWORK, "strategy discussion of my team", "settle_text"),
    *_pages(
        CASEWORKERS,
        "strategy discussion of my team",
        *("prepare_discussion", "invite_to_discussion", "add_sibling", "add_discussion_action", "share_discussion"),
        "take_seat_back",
    ),
    *_pages(TEAM_MANAGERS, "strategy discussion of my team", "hold_discussion", "cancel_discussion", "withdraw_discussion"),
    *_pages(CASEWORK, "enquiry", "enquiry"),
    *_pages(CASEWORKERS, "enquiry", "write_enquiry", "ask_for_enquiry"),
    *_pages(TEAM_MANAGERS, "enquiry", "authorise_enquiry"),
)
CONFERENCE_ROUTES = (
    Route("protection:conferences", TAKES_PART, personal=True),
    *_pages(TAKES_PART, "conference", "conference", "conference_print"),
    Route("protection:autosave_conference", TAKES_PART, record="conference"),
    Route("protection:autosave_discussion", TAKES_PART, record="strategy discussion to write in"),
    Route("protection:autosave_core_group", TAKES_PART, record="protection plan"),
    Route("protection:ask_for_conference_copy", TAKES_PART, record="conference"),
    Route("protection:conference_copy", TAKES_PART, record="conference copy"),
    Route("protection:conference_copy_progress", TAKES_PART, record="conference copy", by_itself=True),
    *_pages(TAKES_PART, "conference copy", "conference_copy_file"),
    *_pages(TAKES_PART, "conference", "conference_minutes", "conference_score", "conference_dissent"),
    *_pages(
        CASEWORK,
        "conference",
        *("book_conference", "cancel_conference", "withdraw_conference", "invite_agency", "invite_family", "share_report"),
        *("conference_attendance", "conference_participation", "settle_conference_text"),
        *("send_outline", "distribute_conference", "seal_invitation", "take_invitation_back"),
    ),
    Route("protection:sealed_conference", SEALED, personal=True),
    *_pages(CHAIRS, "conference", "exclude_from_conference", "hold_conference", "approve_conference"),
)
PLAN_ROUTES = (
    Route("protection:plans", TAKES_PART, personal=True),
    *_pages(TAKES_PART, "protection plan", "plan", "add_plan_action", "plan_action_progress", "settle_plan_action"),
    *_pages(TAKES_PART, "protection plan", "record_core_group", "core_group_minutes", "send_core_group_minutes"),
    *_pages(
        CASEWORK,
        "protection plan",
        "agree_plan_terms",
        "finish_plan_task",
        "request_review",
        "name_core_group",
        "leave_core_group",
        "settle_core_group_text",
    ),
    *_pages(CASEWORKERS, "protection plan", "add_visit", "plan_child_born", "mark_legal_step", "end_legal_step"),
    *_pages(CASEWORKERS, "protection plan", "transfer_out"),
    *_pages(CHAIRS, "protection plan", "check_plan", "escalate_plan", "raise_escalation", "close_escalation"),
    *_pages(TEAM_MANAGERS, "protection plan", "end_plan", "withdraw_plan", "step_down_plan", "answer_escalation"),
)
DESK_ROUTES = (
    Route("protection:chairs_desk", CHAIRS, personal=True, nav=Nav("Chair’s desk", 6)),
    Route("protection:chairs_diaries", CASEWORK),
    Route("protection:agencys_conferences", roles(AGENCY_LEAD)),
    Route("protection:panels", PANEL, nav=Nav("Scrutiny panel", 31)),
    Route("protection:list_for_panel", PANEL),
    *_pages(PANEL, "scrutiny panel", "panel", "record_panel"),
    *_pages(PANEL, "panel case", "panel_case"),
)
ROUTES: tuple[Route, ...] = (*FAMILY_ROUTES, *CONFERENCE_ROUTES, *PLAN_ROUTES, *DESK_ROUTES)


def _rows(who: Who, *names: str) -> tuple[ServiceRow, ...]:
    return tuple(ServiceRow(f"protection.{name}", who) for name in names)


SERVICES = (
    *_rows(TEAM_MANAGERS, "allocate_family", "name_on_restricted", "note_transfer_in"),
    *_rows(
        CASEWORKERS,
        *("call_discussion", "call_discussion_for_episode", "add_sibling", "prepare_discussion", "share_discussion_record"),
        *("record_discussion_attendance", "add_discussion_action", "take_seat_back"),
    ),
    *_rows(TEAM_MANAGERS, "hold_strategy_discussion", "cancel_discussion", "withdraw_discussion"),
    *_rows(TAKES_PART, "minute_discussion", "minute_conference", "minute_core_group", "finish_discussion_action"),
    *_rows(CASEWORK, "settle_text"),
    *_rows(CASEWORKERS, "write_enquiry", "ask_agency_for_enquiry", "submit_enquiry"),
    *_rows(TEAM_MANAGERS, "send_enquiry_back", "authorise_enquiry"),
    *_rows(
        CASEWORK,
        *("request_review", "book_conference", "cancel_conference", "withdraw_conference", "invite_agencies", "invite_family"),
        *("share_report_with_family", "record_conference_attendance", "record_participation"),
        *("send_outline", "distribute_conference_record", "seal_invitation", "take_invitation_back"),
    ),
    *_rows(SEALED, "report_by_sealed_link"),
    *_rows(TAKES_PART, "give_score", "record_dissent", "ask_for_conference_copy"),
    *_rows(SYSTEM, "keep_conference_copy", "fail_conference_copy", "purge_conference_copies"),
    *_rows(CHAIRS, "exclude_from_conference", "hold_conference", "approve_conference_record"),
    *_rows(TEAM_MANAGERS, "end_plan", "withdraw_plan", "offer_step_down"),
    *_rows(CASEWORKERS, "record_visit", "record_birth_on_plan", "mark_legal_step", "end_legal_step"),
    *_rows(CASEWORKERS, "note_transfer_out", "settle_transfer"),
    *_rows(TAKES_PART, "add_plan_action", "note_progress", "settle_plan_action"),
    *_rows(CHAIRS, "check_midway", "escalate_plan", "raise_escalation", "close_escalation"),
    *_rows(TEAM_MANAGERS, "answer_escalation"),
    *_rows(CASEWORK, "finish_plan_task", "agree_terms", "name_core_group", "end_core_group_membership"),
    *_rows(TAKES_PART, "record_core_group", "send_core_group_minutes"),
    *_rows(roles(*PANEL.roles, system=True), "list_for_panel"),
    *_rows(PANEL, "record_panel", "discuss_in_panel"),
    *_rows(SYSTEM, "import_plans", "extract_plan_alerts", "acknowledge_plan_alerts"),
)
