"""Addresses of conferences."""

from django.urls import path

from protection.views import conference_room, conferences, copies, sealed

CONFERENCE = "child-protection/conferences/<str:reference>/"
COPY = "child-protection/copies/<str:reference>/"
PATTERNS = [
    path("child-protection/conferences/", conferences.conference_list, name="conferences"),
    path(CONFERENCE, conferences.conference, name="conference"),
    path(f"{CONFERENCE}print/", conferences.printed, name="conference_print"),
    path(f"{CONFERENCE}pdf/", copies.ask, name="ask_for_conference_copy"),
    path(COPY, copies.copy, name="conference_copy"),
    path(f"{COPY}progress/", copies.progress, name="conference_copy_progress"),
    path(f"{COPY}file/", copies.file, name="conference_copy_file"),
    path(f"{CONFERENCE}book/", conferences.booking, name="book_conference"),
    path(f"{CONFERENCE}cancel/", conferences.cancelling, name="cancel_conference"),
    path(f"{CONFERENCE}withdraw/", conferences.withdrawing, name="withdraw_conference"),
    path(f"{CONFERENCE}invite/", conferences.inviting, name="invite_agency"),
    path(f"{CONFERENCE}invite-family/", conferences.inviting_family, name="invite_family"),
    path(f"{CONFERENCE}family/<int:member>/exclude/", conferences.excluding, name="exclude_from_conference"),
    path(f"{CONFERENCE}reports/<int:seat>/shared/", conferences.report_shared, name="share_report"),
    path(f"{CONFERENCE}invitations/<int:seat>/sealed-link/", sealed.sealing, name="seal_invitation"),
    path(f"{CONFERENCE}invitations/<int:seat>/take-back/", conferences.taking_back, name="take_invitation_back"),
    path(f"{CONFERENCE}attendance/", conference_room.attendance, name="conference_attendance"),
    path(f"{CONFERENCE}children/<int:child>/", conference_room.participation, name="conference_participation"),
    path(f"{CONFERENCE}record/", conference_room.minutes, name="conference_minutes"),
    path(f"{CONFERENCE}record/save/", conference_room.autosave, name="autosave_conference"),
    path(f"{CONFERENCE}record/<int:other>/", conference_room.settling, name="settle_conference_text"),
    path(f"{CONFERENCE}scale/", conference_room.scoring, name="conference_score"),
    path(f"{CONFERENCE}dissent/", conference_room.dissent, name="conference_dissent"),
    path(f"{CONFERENCE}decide/", conference_room.holding, name="hold_conference"),
    path(f"{CONFERENCE}outline/", conference_room.outline_sent, name="send_outline"),
    path(f"{CONFERENCE}approve/", conference_room.approved, name="approve_conference"),
    path(f"{CONFERENCE}send/", conference_room.distributed, name="distribute_conference"),
    path("child-protection/invited-to-a-conference/", sealed.sealed_conference, name="sealed_conference"),
]
