"""Addresses of strategy discussions."""

from django.urls import path

from protection.views import discussion_room, strategy

DISCUSSION = "child-protection/discussions/<str:reference>/"
PATTERNS = [
    path(DISCUSSION, strategy.discussion, name="discussion"),
    path(f"{DISCUSSION}print/", strategy.printed, name="print_discussion"),
    path(f"{DISCUSSION}when/", strategy.preparing, name="prepare_discussion"),
    path(f"{DISCUSSION}invite/", strategy.inviting, name="invite_to_discussion"),
    path(f"{DISCUSSION}invitations/<int:seat>/take-back/", strategy.taking_back, name="take_seat_back"),
    path(f"{DISCUSSION}add-child/", strategy.adding_sibling, name="add_sibling"),
    path(f"{DISCUSSION}record/", discussion_room.minuting, name="minute_discussion"),
    path(f"{DISCUSSION}record/save/", discussion_room.autosave, name="autosave_discussion"),
    path(f"{DISCUSSION}record/<int:other_id>/settle/", discussion_room.settling, name="settle_text"),
    path(f"{DISCUSSION}actions/add/", discussion_room.adding_action, name="add_discussion_action"),
    path(f"{DISCUSSION}actions/<int:action_id>/done/", discussion_room.finishing_action, name="finish_discussion_action"),
    path(f"{DISCUSSION}hold/", discussion_room.holding, name="hold_discussion"),
    path(f"{DISCUSSION}share/", discussion_room.sharing, name="share_discussion"),
    path(f"{DISCUSSION}cancel/", strategy.cancelling, name="cancel_discussion"),
    path(f"{DISCUSSION}withdraw/", strategy.withdrawing, name="withdraw_discussion"),
]
