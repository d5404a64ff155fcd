"""The verbs of the front door. Whoever reads this package finds all of them: `foundation.service` knows them by importing it."""

from referrals.services.adding import add_child
from referrals.services.allocation import allocate, take_next
from referrals.services.amending import (
    Changed,
    amend_child,
    amend_person,
    amend_submission,
    confirm_decision,
    take_person_away,
)
from referrals.services.asking import answer_question, ask_referrer
from referrals.services.assessments import (
    authorise_assessment,
    begin_assessment,
    review_assessment,
    send_assessment_back,
    submit_assessment,
    write_assessment,
)
from referrals.services.checks import chase_checks, keep_check_file, record_check, remove_check_file, withdraw_check
from referrals.services.consent import note_withdrawn_consent, override_consent
from referrals.services.copies import ask_for_copy, ask_for_copy_of_contact, fail_copy, keep_copy, purge_copies
from referrals.services.decisions import approve_decision, propose_decision, reopen, send_back
from referrals.services.directory import choose_service, import_directory, keep_service
from referrals.services.disagreeing import end_stage, raise_disagreement
from referrals.services.diverting import (
    answer_withdrawal,
    ask_to_withdraw,
    link_to_open_case,
    mark_duplicate,
    return_to_referrer,
    send_out_of_area,
)
from referrals.services.drafts import (
    Page,
    StaleSection,
    ask_newer_questions,
    attach_document,
    describe_document,
    describe_documents,
    discard_draft,
    purge_lapsed_drafts,
    remove_item,
    save_section,
    start_draft,
    take_document_off,
)
from referrals.services.early_help import (
    add_team_action,
    begin_early_help,
    close_early_help,
    finish_team_action,
    name_lead,
    record_consent,
    record_meeting,
    write_early_help,
)
from referrals.services.emergencies import break_glass
from referrals.services.encompass import begin_notice, keep_notice_school, note_told, tell_school
from referrals.services.episodes import allocate_episode, close_episode, end_without_action, open_episode
from referrals.services.following import give_referral_back, take_over_referral
from referrals.services.guide import begin_guide, publish_guide, save_guide
from referrals.services.handing_on import answer_offer, offer_draft, pass_draft_on, remind_of_drafts, take_offer_back
from referrals.services.likely import find_likely
from referrals.services.lists import import_list
from referrals.services.messages import note_look, write_to_mash, write_to_referrer
from referrals.services.moving import offer_episode
from referrals.services.naming import name_for_move
from referrals.services.notices import receive_notices
from referrals.services.plans import add_plan_step, begin_plan, end_plan, finish_plan_step, review_plan
from referrals.services.public import receive_public_message
from referrals.services.quality import set_quality_scale
from referrals.services.queue import note_presence, set_queue_columns
from referrals.services.same_child import (
    find_nobody,
    join_records,
    link_child,
    part_children,
    part_records,
    tell_apart,
    tell_records_apart,
)
from referrals.services.sight import ask_for_sight, give_sight, refuse_sight
from referrals.services.steps import ask_step_down, ask_step_up
from referrals.services.submissions import receive_submission, send_submission
from referrals.services.systems import (
    add_child_from_system,
    add_document_from_system,
    amend_from_system,
    receive_from_system,
    withdraw_from_system,
)
from referrals.services.taken import note_form, take_contact, waive_form
from referrals.services.tasks import complete_task, offer_again, sign_off, waive_task
from referrals.services.telling_leads import tell_leads_of_quality
from referrals.services.triage import ask_agencies, begin_screening, lift, rate, restrict
from referrals.services.written_forms import say_which_call

__all__ = [
    "Changed",
    "Page",
    "StaleSection",
    "add_child",
    "add_child_from_system",
    "add_document_from_system",
    "add_plan_step",
    "add_team_action",
    "allocate",
    "allocate_episode",
    "amend_child",
    "amend_from_system",
    "amend_person",
    "amend_submission",
    "answer_offer",
    "answer_question",
    "answer_withdrawal",
    "approve_decision",
    "ask_agencies",
    "ask_for_copy",
    "ask_for_copy_of_contact",
    "ask_for_sight",
    "ask_newer_questions",
    "ask_referrer",
    "ask_step_down",
    "ask_step_up",
    "ask_to_withdraw",
    "attach_document",
    "authorise_assessment",
    "begin_assessment",
    "begin_early_help",
    "begin_guide",
    "begin_notice",
    "begin_plan",
    "begin_screening",
    "break_glass",
    "chase_checks",
    "choose_service",
    "close_early_help",
    "close_episode",
    "complete_task",
    "confirm_decision",
    "describe_document",
    "describe_documents",
    "discard_draft",
    "end_plan",
    "end_stage",
    "end_without_action",
    "fail_copy",
    "find_likely",
    "find_nobody",
    "finish_plan_step",
    "finish_team_action",
    "give_referral_back",
    "give_sight",
    "import_directory",
    "import_list",
    "join_records",
    "keep_check_file",
    "keep_copy",
    "keep_notice_school",
    "keep_service",
    "lift",
    "link_child",
    "link_to_open_case",
    "mark_duplicate",
    "name_for_move",
    "name_lead",
    "note_form",
    "note_look",
    "note_presence",
    "note_told",
    "note_withdrawn_consent",
    "offer_again",
    "offer_draft",
    "offer_episode",
    "open_episode",
    "override_consent",
    "part_children",
    "part_records",
    "pass_draft_on",
    "propose_decision",
    "publish_guide",
    "purge_copies",
    "purge_lapsed_drafts",
    "raise_disagreement",
    "rate",
    "receive_from_system",
    "receive_notices",
    "receive_public_message",
    "receive_submission",
    "record_check",
    "record_consent",
    "record_meeting",
    "refuse_sight",
    "remind_of_drafts",
    "remove_check_file",
    "remove_item",
    "reopen",
    "restrict",
    "return_to_referrer",
    "review_assessment",
    "review_plan",
    "save_guide",
    "save_section",
    "say_which_call",
    "send_assessment_back",
    "send_back",
    "send_out_of_area",
    "send_submission",
    "set_quality_scale",
    "set_queue_columns",
    "sign_off",
    "start_draft",
    "submit_assessment",
    "take_contact",
    "take_document_off",
    "take_next",
    "take_offer_back",
    "take_over_referral",
    "take_person_away",
    "tell_apart",
    "tell_leads_of_quality",
    "tell_records_apart",
    "tell_school",
    "waive_form",
    "waive_task",
    "withdraw_check",
    "withdraw_from_system",
    "write_assessment",
    "write_early_help",
    "write_to_mash",
    "write_to_referrer",
]
