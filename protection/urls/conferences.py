"""Addresses of conferences."""

from django.urls import path

from protection.views import conference_room, conferences

PATTERNS = [
    path("conferences/", conferences.conference_list, name="conferences"),
    path("conferences/<str:reference>/", conferences.conference, name="conference"),
    path("conferences/<str:reference>/print/", conferences.printed, name="conference_print"),
    path("conferences/<str:reference>/book/", conferences.booking, name="book_conference"),
    path("conferences/<str:reference>/cancel/", conferences.cancelling, name="cancel_conference"),
    path("conferences/<str:reference>/withdraw/", conferences.withdrawing, name="withdraw_conference"),
    path("conferences/<str:reference>/invite/", conferences.inviting, name="invite_agency"),
    path("conferences/<str:reference>/invite-family/", conferences.inviting_family, name="invite_family"),
    path("conferences/<str:reference>/family/<int:member>/exclude/", conferences.excluding, name="exclude_from_conference"),
    path("conferences/<str:reference>/reports/<int:seat>/shared/", conferences.report_shared, name="share_report"),
    path("conferences/<str:reference>/attendance/", conference_room.attendance, name="conference_attendance"),
    path("conferences/<str:reference>/children/<int:child>/", conference_room.participation, name="conference_participation"),
    path("conferences/<str:reference>/record/", conference_room.minutes, name="conference_minutes"),
    path("conferences/<str:reference>/record/<int:other>/", conference_room.settling, name="settle_conference_text"),
    path("conferences/<str:reference>/scale/", conference_room.scoring, name="conference_score"),
    path("conferences/<str:reference>/dissent/", conference_room.dissent, name="conference_dissent"),
    path("conferences/<str:reference>/decide/", conference_room.holding, name="hold_conference"),
    path("conferences/<str:reference>/outline/", conference_room.outline_sent, name="send_outline"),
    path("conferences/<str:reference>/approve/", conference_room.approved, name="approve_conference"),
    path("conferences/<str:reference>/send/", conference_room.distributed, name="distribute_conference"),
]
