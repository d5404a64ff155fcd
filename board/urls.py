"""Addresses of the partnership's own work."""

from django.urls import path

from board.views import actions, budget, plans, structure

app_name = "board"
urlpatterns = [
    path("actions/", actions.actions, name="actions"),
    path("actions/export/", actions.actions_export, name="actions_export"),
    path("actions/chase/", actions.chase_owners, name="chase"),
    path("actions/<str:reference>/", actions.action, name="action"),
    path("actions/<str:reference>/note/", actions.update_action, name="update_action"),
    path("actions/<str:reference>/check/", actions.judge_action, name="judge_action"),
    path("actions/<str:reference>/embed/", actions.embed_action, name="embed_action"),
    path("actions/<str:reference>/look-again/", actions.look_again_at_action, name="look_again_at_action"),
    path("actions/<str:reference>/date/", actions.reschedule_action, name="reschedule_action"),
    path("actions/<str:reference>/rating/", actions.overrule_action, name="overrule_action"),
    path("actions/<str:reference>/pass-on/", actions.pass_on_action, name="pass_on_action"),
    path("actions/<str:reference>/withdraw/", actions.withdraw_action, name="withdraw_action"),
    path("actions/<str:reference>/open/", actions.reopen_action, name="reopen_action"),
    path("plans/", plans.plans, name="plans"),
    path("plans/new/", plans.new_plan, name="new_plan"),
    path("plans/<str:reference>/", plans.plan, name="plan"),
    path("plans/<str:reference>/close/", plans.close_plan, name="close_plan"),
    path("plans/<str:reference>/open/", plans.reopen_plan, name="reopen_plan"),
    path("plans/<str:reference>/actions/new/", plans.new_action, name="new_action"),
    path("structure/", structure.structure, name="structure"),
    path("groups/new/", structure.new_group, name="new_group"),
    path("groups/<str:reference>/", structure.group, name="group"),
    path("groups/<str:reference>/change/", structure.change_group, name="change_group"),
    path("groups/<str:reference>/end/", structure.end_group, name="end_group"),
    path("groups/<str:reference>/terms/", structure.write_terms, name="write_terms"),
    path("groups/<str:reference>/lines/new/", structure.draw_line, name="draw_line"),
    path("groups/<str:reference>/lines/<int:line>/end/", structure.end_line, name="end_line"),
    path("groups/<str:reference>/seats/new/", structure.add_seat, name="add_seat"),
    path("seats/<int:seat>/end/", structure.end_seat, name="end_seat"),
    path("seats/<int:seat>/fill/", structure.fill_seat, name="fill_seat"),
    path("seats/<int:seat>/<int:holding>/leave/", structure.leave_seat, name="leave_seat"),
    path("budget/", budget.budget, name="budget"),
    path("budget/<str:year>/", budget.budget, name="budget"),
    path("budget/<str:year>/line/", budget.budget_line, name="budget_line"),
]
