"""Addresses of the partnership's own work."""

from django.urls import path

from board.views import actions, budget, plans

app_name = "board"
urlpatterns = [
    path("actions/", actions.actions, name="actions"),
    path("actions/export/", actions.actions_export, name="actions_export"),
    path("actions/chase/", actions.chase_owners, name="chase"),
    path("actions/<str:reference>/", actions.action, name="action"),
    path("actions/<str:reference>/note/", actions.update_action, name="update_action"),
    path("actions/<str:reference>/check/", actions.judge_action, name="judge_action"),
    path("actions/<str:reference>/date/", actions.reschedule_action, name="reschedule_action"),
    path("actions/<str:reference>/rating/", actions.overrule_action, name="overrule_action"),
    path("actions/<str:reference>/change/", actions.change_action, name="change_action"),
    path("plans/", plans.plans, name="plans"),
    path("plans/new/", plans.new_plan, name="new_plan"),
    path("plans/<str:reference>/", plans.plan, name="plan"),
    path("plans/<str:reference>/close/", plans.close_plan, name="close_plan"),
    path("plans/<str:reference>/open/", plans.reopen_plan, name="reopen_plan"),
    path("plans/<str:reference>/actions/new/", plans.new_action, name="new_action"),
    path("budget/", budget.budget, name="budget"),
    path("budget/<str:year>/", budget.budget, name="budget"),
    path("budget/<str:year>/line/", budget.budget_line, name="budget_line"),
]
