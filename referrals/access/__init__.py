"""Who works at the front door, and what each of them may open and do."""

from dataclasses import replace

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM, CHANGE, DOCUMENTS, NOTIFY, PUBLIC, REFER, STATUS
from accounts.access_table import SYSTEM, Nav, Route, ServiceRow, Who, roles, scopes
from referrals.access.afterwards import AFTERWARDS_ROUTES, AFTERWARDS_SERVICES, DISAGREEMENT_ROUTES, DISAGREEMENT_SERVICES
from referrals.access.people import (
    EARLY_HELP_COORDINATOR,
    INSIDE,
    MANAGERS,
    MASH,
    MASH_MANAGER,
    MASH_OFFICER,
    PRACTITIONER,
    READERS,
    REFERRERS,
    ROLES,
    SOCIAL_WORKER,
    TEAM_MANAGER,
)
from referrals.access.quality import QUALITY_ROUTES, QUALITY_SERVICES
from referrals.access.ways_in import WAYS_IN_ROUTES, WAYS_IN_SERVICES

__all__ = [
    "EARLY_HELP_COORDINATOR",
    "MASH_MANAGER",
    "MASH_OFFICER",
    "PRACTITIONER",
    "READERS",
    "REFERRERS",
    "ROLES",
    "SOCIAL_WORKER",
    "TEAM_MANAGER",
]

REFER_ROUTES = (
    Route("referrals:refer", REFERRERS, nav=Nav("Refer a child", 10)),
    Route("referrals:level", REFERRERS),
    Route("referrals:begin", REFERRERS),
    Route("referrals:draft", REFERRERS, personal=True, record="draft"),
    Route("referrals:danger", REFERRERS, record="draft"),
    Route("referrals:section", REFERRERS, personal=True, record="draft"),
    Route("referrals:item", REFERRERS, personal=True, record="draft"),
    Route("referrals:add_item", REFERRERS, personal=True, record="draft"),
    Route("referrals:remove_item", REFERRERS, personal=True, record="draft"),
    Route("referrals:autosave", REFERRERS, record="draft"),
    Route("referrals:newer_questions", REFERRERS, record="draft"),
    Route("referrals:documents", REFERRERS, personal=True, record="draft"),
    Route("referrals:remove_document", REFERRERS, record="draft"),
    Route("referrals:describe_document", REFERRERS, personal=True, record="draft"),
    Route("referrals:describe_documents", REFERRERS, personal=True, record="draft"),
    Route("referrals:check", REFERRERS, personal=True, record="draft"),
    Route("referrals:sent", REFERRERS, record="draft"),
    Route("referrals:discard", REFERRERS, record="draft"),
    Route("referrals:my_referrals", REFERRERS, personal=True, nav=Nav("My referrals", 11)),
    Route("referrals:submission", REFERRERS, personal=True, record="submission"),
    Route("referrals:submission_copy", REFERRERS, personal=True, record="submission"),
)
REFER_SERVICES = (
    ServiceRow("referrals.start_draft", REFERRERS),
    ServiceRow("referrals.save_section", REFERRERS),
    ServiceRow("referrals.ask_newer_questions", REFERRERS),
    ServiceRow("referrals.remove_item", REFERRERS),
    ServiceRow("referrals.attach_document", REFERRERS),
    ServiceRow("referrals.describe_document", REFERRERS),
    ServiceRow("referrals.describe_documents", REFERRERS),
    ServiceRow("referrals.take_document_off", REFERRERS),
    ServiceRow("referrals.discard_draft", REFERRERS),
    ServiceRow("referrals.send_submission", REFERRERS),
    ServiceRow("referrals.receive_submission", INSIDE),
    ServiceRow("referrals.purge_lapsed_drafts", Who(system=True)),
)

EVERYBODY_HERE = Who(signed_in=True, visitor=True)
"""Whoever is signed in, and visitors."""
GUIDE_EDITORS = roles(MASH_MANAGER, BUSINESS_TEAM, system=True)
"""Who writes the guide by level of need."""
DIRECTORY_EDITORS = roles(MASH_MANAGER, EARLY_HELP_COORDINATOR, BUSINESS_TEAM, system=True)
"""Who keeps the local directory."""

BEFORE_ROUTES = (
    Route("referrals:guide", EVERYBODY_HERE),
    Route("referrals:guide_versions", GUIDE_EDITORS),
    Route("referrals:guide_version", EVERYBODY_HERE, record="guide"),
    Route("referrals:guide_edit", GUIDE_EDITORS),
    Route("referrals:directory", EVERYBODY_HERE, nav=Nav("Local help", 13)),
    Route("referrals:directory_add", DIRECTORY_EDITORS),
    Route("referrals:directory_import", DIRECTORY_EDITORS),
    Route("referrals:directory_service", EVERYBODY_HERE, record="directory service"),
    Route("referrals:directory_change", DIRECTORY_EDITORS, record="directory service"),
    Route("referrals:directory_choose", REFERRERS, record="directory service"),
    Route("referrals:public", PUBLIC),
    Route("referrals:public_form", PUBLIC),
    Route("referrals:public_sent", PUBLIC),
)
BEFORE_SERVICES = (
    ServiceRow("referrals.begin_guide", GUIDE_EDITORS),
    ServiceRow("referrals.save_guide", GUIDE_EDITORS),
    ServiceRow("referrals.publish_guide", GUIDE_EDITORS),
    ServiceRow("referrals.keep_service", DIRECTORY_EDITORS),
    ServiceRow("referrals.import_directory", DIRECTORY_EDITORS),
    ServiceRow("referrals.choose_service", REFERRERS),
    ServiceRow("referrals.receive_public_message", SYSTEM),
)

MASH_ROUTES = (
    Route("referrals:queue", MASH, personal=True, nav=Nav("MASH queue", 5)),
    Route("referrals:allocate_contacts", MANAGERS),
    Route("referrals:take_next", MASH),
    Route("referrals:search_contacts", MASH),
    Route("referrals:contacts_behind", MASH, personal=True),
    Route("referrals:found_contacts", MASH, personal=True),
    Route("referrals:break_glass", MANAGERS),
    Route("referrals:contact", READERS, personal=True, record="contact"),
    Route("referrals:contact_checks", READERS, personal=True, record="contact"),
    Route("referrals:contact_decision", READERS, personal=True, record="contact"),
    Route("referrals:contact_same_child", READERS, personal=True, record="contact"),
    Route("referrals:contact_chronology", READERS, personal=True, record="contact"),
    Route("referrals:compare_child", MASH, personal=True, record="contact"),
    Route("referrals:find_nobody", MASH, personal=True, record="contact"),
    Route("referrals:part_children", MASH, personal=True, record="contact"),
    Route("referrals:join_records", MASH, personal=True, record="child"),
    Route("referrals:found_records", MASH, personal=True, record="child"),
    Route("referrals:compare_records", MASH, personal=True, record="child"),
    Route("referrals:part_records", MASH, personal=True, record="child"),
    Route("referrals:ask_for_sight", READERS, personal=True, record="contact"),
    Route("referrals:answer_sight", READERS, personal=True, record="sight_request"),
    Route("referrals:contact_history", READERS, personal=True, record="contact"),
    Route("referrals:contact_print", READERS, personal=True, record="contact"),
    Route("referrals:begin_screening", MASH, record="contact"),
    Route("referrals:rate", MASH, personal=True, record="contact"),
    Route("referrals:ask_agencies", MASH, personal=True, record="contact"),
    Route("referrals:record_check", MASH, personal=True, record="contact"),
    Route("referrals:withdraw_check", MASH, personal=True, record="contact"),
    Route("referrals:chase_checks", MASH, record="contact"),
    Route("referrals:propose", MASH, personal=True, record="contact"),
    Route("referrals:decide", MANAGERS, personal=True, record="contact"),
    Route("referrals:task", MASH, personal=True, record="contact"),
    Route("referrals:offer_again", MANAGERS, personal=True, record="contact"),
    Route("referrals:sign_off", MANAGERS, personal=True, record="contact"),
    Route("referrals:reopen", MANAGERS, personal=True, record="contact"),
    Route("referrals:restrict", MANAGERS, personal=True, record="contact"),
    Route("referrals:name_for_move", MANAGERS, personal=True, record="contact"),
    Route("referrals:lift", MANAGERS, personal=True, record="contact"),
)
MASH_SERVICES = (
    ServiceRow("referrals.begin_screening", MASH),
    ServiceRow("referrals.allocate", MANAGERS),
    ServiceRow("referrals.take_next", MASH),
    ServiceRow("referrals.rate", MASH),
    ServiceRow("referrals.ask_agencies", MASH),
    ServiceRow("referrals.record_check", MASH),
    ServiceRow("referrals.keep_check_file", MASH),
    ServiceRow("referrals.remove_check_file", MASH),
    ServiceRow("referrals.withdraw_check", MASH),
    ServiceRow("referrals.chase_checks", MASH),
    ServiceRow("referrals.find_likely", SYSTEM),
    ServiceRow("referrals.link_child", MASH),
    ServiceRow("referrals.tell_apart", MASH),
    ServiceRow("referrals.find_nobody", MASH),
    ServiceRow("referrals.part_children", MASH),
    ServiceRow("referrals.join_records", MASH),
    ServiceRow("referrals.tell_records_apart", MASH),
    ServiceRow("referrals.part_records", MASH),
    ServiceRow("referrals.ask_for_sight", READERS),
    ServiceRow("referrals.give_sight", READERS),
    ServiceRow("referrals.refuse_sight", READERS),
    ServiceRow("referrals.propose_decision", MASH),
    ServiceRow("referrals.send_back", MANAGERS),
    ServiceRow("referrals.approve_decision", MANAGERS),
    ServiceRow("referrals.complete_task", MASH),
    ServiceRow("referrals.waive_task", MANAGERS),
    ServiceRow("referrals.offer_again", MANAGERS),
    ServiceRow("referrals.sign_off", MANAGERS),
    ServiceRow("referrals.reopen", MANAGERS),
    ServiceRow("referrals.restrict", MANAGERS),
    ServiceRow("referrals.name_for_move", MANAGERS),
    ServiceRow("referrals.lift", MANAGERS),
    ServiceRow("referrals.break_glass", MANAGERS),
)

CASEWORKERS = roles(SOCIAL_WORKER, TEAM_MANAGER)
"""Who works on the child-in-need episodes of their team."""
TEAM_MANAGERS = roles(TEAM_MANAGER)
"""Who allocates, authorises, closes and steps down."""

CASE_ROUTES = (
    Route("referrals:cases", CASEWORKERS, personal=True, nav=Nav("Cases", 6)),
    Route("referrals:episodes_behind", TEAM_MANAGERS, personal=True),
    Route("referrals:episode", CASEWORKERS, personal=True, record="episode"),
    Route("referrals:allocate", TEAM_MANAGERS, personal=True, record="episode"),
    Route("referrals:begin_assessment", CASEWORKERS, record="episode"),
    Route("referrals:assessment", CASEWORKERS, personal=True, record="episode"),
    Route("referrals:review_assessment", TEAM_MANAGERS, personal=True, record="episode"),
    Route("referrals:authorise", TEAM_MANAGERS, personal=True, record="episode"),
    Route("referrals:begin_plan", CASEWORKERS, personal=True, record="episode"),
    Route("referrals:add_plan_step", CASEWORKERS, personal=True, record="episode"),
    Route("referrals:finish_plan_step", CASEWORKERS, personal=True, record="episode"),
    Route("referrals:review_plan", CASEWORKERS, personal=True, record="episode"),
    Route("referrals:end_plan", TEAM_MANAGERS, personal=True, record="episode"),
    Route("referrals:offer_episode", TEAM_MANAGERS, personal=True, record="episode"),
    Route("referrals:close_episode", TEAM_MANAGERS, personal=True, record="episode"),
    Route("referrals:end_without_action", TEAM_MANAGERS, personal=True, record="episode"),
)
CASE_SERVICES = (
    ServiceRow("referrals.open_episode", INSIDE),
    ServiceRow("referrals.allocate_episode", TEAM_MANAGERS),
    ServiceRow("referrals.offer_episode", TEAM_MANAGERS),
    ServiceRow("referrals.close_episode", TEAM_MANAGERS),
    ServiceRow("referrals.end_without_action", TEAM_MANAGERS),
    ServiceRow("referrals.begin_assessment", CASEWORKERS),
    ServiceRow("referrals.write_assessment", CASEWORKERS),
    ServiceRow("referrals.review_assessment", TEAM_MANAGERS),
    ServiceRow("referrals.submit_assessment", CASEWORKERS),
    ServiceRow("referrals.send_assessment_back", TEAM_MANAGERS),
    ServiceRow("referrals.authorise_assessment", TEAM_MANAGERS),
    ServiceRow("referrals.begin_plan", CASEWORKERS),
    ServiceRow("referrals.add_plan_step", CASEWORKERS),
    ServiceRow("referrals.finish_plan_step", CASEWORKERS),
    ServiceRow("referrals.review_plan", CASEWORKERS),
    ServiceRow("referrals.end_plan", TEAM_MANAGERS),
)

NOTIFIERS = roles(PRACTITIONER, AGENCY_LEAD)
"""Who sends batches of notifications: people of the police. Of which agency they are is asked when they send."""

SYSTEM_ROUTES = (
    Route("api:guide", PUBLIC),
    Route("api:schema", PUBLIC),
    Route("api:referrals", scopes(REFER)),
    Route("api:referral", scopes(STATUS), personal=True),
    Route("api:documents", scopes(DOCUMENTS)),
    Route("api:question_sets", scopes(REFER)),
    Route("api:amendments", scopes(CHANGE)),
    Route("api:withdrawal", scopes(CHANGE)),
    Route("api:notifications", scopes(NOTIFY)),
)
"""The interface for other systems: a token opens what its scopes say. The description itself says nothing of anybody."""
SYSTEM_SERVICES = (
    ServiceRow("referrals.receive_from_system", scopes(REFER)),
    ServiceRow("referrals.add_document_from_system", scopes(DOCUMENTS)),
    ServiceRow("referrals.amend_from_system", scopes(CHANGE)),
    ServiceRow("referrals.add_child_from_system", scopes(CHANGE)),
    ServiceRow("referrals.withdraw_from_system", scopes(CHANGE)),
    ServiceRow("referrals.receive_notices", replace(NOTIFIERS, scopes=frozenset({NOTIFY}))),
)
NOTICE_ROUTES = (
    Route("referrals:notices", NOTIFIERS),
    Route("referrals:notice_batch", NOTIFIERS, personal=True, record="batch"),
    Route("referrals:rows_to_mend", NOTIFIERS, personal=True, record="batch"),
)

EARLY_HELPERS = roles(PRACTITIONER, EARLY_HELP_COORDINATOR)
"""Who carries early help forward for the families that they were given sight of."""
EARLY_HELP_READERS = roles(PRACTITIONER, EARLY_HELP_COORDINATOR, MASH_OFFICER, MASH_MANAGER)
"""Who may read early help for a family that they were given sight of."""

EARLY_HELP_ROUTES = (
    Route("referrals:families", EARLY_HELPERS, personal=True, nav=Nav("Early help", 12)),
    Route("referrals:families_behind", roles(EARLY_HELP_COORDINATOR), personal=True),
    Route("referrals:begin_early_help", EARLY_HELPERS),
    Route("referrals:early_help_register", roles(EARLY_HELP_COORDINATOR, BUSINESS_TEAM), nav=Nav("Early help register", 30)),
    Route("referrals:early_help", EARLY_HELP_READERS, personal=True, record="early help"),
    Route("referrals:record_consent", EARLY_HELPERS, personal=True, record="early help"),
    Route("referrals:name_lead", EARLY_HELPERS, personal=True, record="early help"),
    Route("referrals:early_help_assessment", EARLY_HELPERS, personal=True, record="early help"),
    Route("referrals:team_meeting", EARLY_HELPERS, personal=True, record="early help"),
    Route("referrals:early_help_review", EARLY_HELPERS, personal=True, record="early help"),
    Route("referrals:add_team_action", EARLY_HELPERS, personal=True, record="early help"),
    Route("referrals:finish_team_action", EARLY_HELPERS, record="early help"),
    Route("referrals:step_up", EARLY_HELPERS, personal=True, record="early help"),
    Route("referrals:close_early_help", EARLY_HELPERS, personal=True, record="early help"),
    Route("referrals:step_down", TEAM_MANAGERS, personal=True, record="episode"),
)
EARLY_HELP_SERVICES = (
    ServiceRow("referrals.begin_early_help", EARLY_HELPERS),
    ServiceRow("referrals.record_consent", EARLY_HELPERS),
    ServiceRow("referrals.name_lead", EARLY_HELPERS),
    ServiceRow("referrals.write_early_help", EARLY_HELPERS),
    ServiceRow("referrals.record_meeting", EARLY_HELPERS),
    ServiceRow("referrals.add_team_action", EARLY_HELPERS),
    ServiceRow("referrals.finish_team_action", EARLY_HELPERS),
    ServiceRow("referrals.close_early_help", EARLY_HELPERS),
    ServiceRow("referrals.ask_step_up", EARLY_HELPERS),
    ServiceRow("referrals.ask_step_down", TEAM_MANAGERS),
)

ROUTES: tuple[Route, ...] = (
    *SYSTEM_ROUTES,
    *NOTICE_ROUTES,
    *REFER_ROUTES,
    *BEFORE_ROUTES,
    *MASH_ROUTES,
    *CASE_ROUTES,
    *EARLY_HELP_ROUTES,
    *AFTERWARDS_ROUTES,
    *DISAGREEMENT_ROUTES,
    *WAYS_IN_ROUTES,
    *QUALITY_ROUTES,
)
SERVICES: tuple[ServiceRow, ...] = (
    *SYSTEM_SERVICES,
    *REFER_SERVICES,
    *BEFORE_SERVICES,
    *MASH_SERVICES,
    *CASE_SERVICES,
    *EARLY_HELP_SERVICES,
    *AFTERWARDS_SERVICES,
    *DISAGREEMENT_SERVICES,
    *WAYS_IN_SERVICES,
    *QUALITY_SERVICES,
)
