"""Addresses of plans and of the core group."""

from django.urls import path

from protection.views import core_group, plan_work, plans, transfers

PLAN = "child-protection/plans/<str:reference>/"
PATTERNS = [
    path("child-protection/plans/", plans.plan_list, name="plans"),
    path(PLAN, plans.plan, name="plan"),
    path(f"{PLAN}terms/", plans.terms, name="agree_plan_terms"),
    path(f"{PLAN}tasks/<int:task>/", plans.task_done, name="finish_plan_task"),
    path(f"{PLAN}review/", plans.review_asked, name="request_review"),
    path(f"{PLAN}end/", plans.ending, name="end_plan"),
    path(f"{PLAN}withdraw/", plans.withdrawing, name="withdraw_plan"),
    path(f"{PLAN}step-down/", plans.stepping_down, name="step_down_plan"),
    path(f"{PLAN}born/", plans.born, name="plan_child_born"),
    path(f"{PLAN}move-out/", transfers.moving_out, name="transfer_out"),
    path(f"{PLAN}actions/add/", plan_work.action_added, name="add_plan_action"),
    path(f"{PLAN}actions/<int:action>/progress/", plan_work.progress, name="plan_action_progress"),
    path(f"{PLAN}actions/<int:action>/settle/", plan_work.action_settled, name="settle_plan_action"),
    path(f"{PLAN}visits/add/", plan_work.visit, name="add_visit"),
    path(f"{PLAN}check/", plan_work.midway_check, name="check_plan"),
    path(f"{PLAN}escalate/", plan_work.escalating, name="escalate_plan"),
    path(f"{PLAN}escalations/<int:escalation>/answer/", plan_work.escalation_answered, name="answer_escalation"),
    path(f"{PLAN}escalations/<int:escalation>/further/", plan_work.escalation_raised, name="raise_escalation"),
    path(f"{PLAN}escalations/<int:escalation>/close/", plan_work.escalation_closed, name="close_escalation"),
    path(f"{PLAN}legal/", plan_work.legal_step, name="mark_legal_step"),
    path(f"{PLAN}legal/<int:mark>/end/", plan_work.legal_step_ended, name="end_legal_step"),
    path(f"{PLAN}core-group/add/", core_group.member_named, name="name_core_group"),
    path(f"{PLAN}core-group/<int:member>/leave/", core_group.member_left, name="leave_core_group"),
    path(f"{PLAN}core-group/meet/", core_group.core_group_met, name="record_core_group"),
    path(f"{PLAN}core-group/meetings/<int:meeting>/", core_group.meeting_minutes, name="core_group_minutes"),
    path(f"{PLAN}core-group/meetings/<int:meeting>/save/", core_group.autosave, name="autosave_core_group"),
    path(f"{PLAN}core-group/meetings/<int:meeting>/send/", core_group.minutes_sent, name="send_core_group_minutes"),
    path(f"{PLAN}core-group/texts/<int:text>/", core_group.minutes_settled, name="settle_core_group_text"),
]
