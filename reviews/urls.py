"""Addresses of cases."""

from django.urls import path

from reviews.views import briefings, cases, incidents, trends

app_name = "reviews"
CASE = "reviews/<str:reference>/"
urlpatterns = [
    path("reviews/", cases.case_list, name="cases"),
    path("reviews/incident/new/", incidents.opening, name="open_incident"),
    path("reviews/without-an-owner/", cases.ownerless, name="ownerless"),
    path("reviews/trends/", trends.trends, name="trends"),
    path("reviews/trends/export/", trends.trends_export, name="trends_export"),
    path("reviews/trends/feature/", trends.new_feature, name="new_feature"),
    path("reviews/trends/usual/", trends.usual_features, name="usual_features"),
    path("reviews/trends/national/", trends.national, name="national"),
    path("briefings/", briefings.briefings, name="briefings"),
    path("briefings/<str:reference>/", briefings.briefing, name="briefing"),
    path("briefings/<str:reference>/read/", briefings.reading, name="read_briefing"),
    path(CASE, cases.case, name="case"),
    path(f"{CASE}features/<int:child>/", trends.coding, name="coding"),
    path(f"{CASE}briefing/", briefings.shaping, name="new_briefing"),
    path(f"{CASE}briefing/new/<str:shape>/", briefings.beginning, name="begin_briefing"),
    path(f"{CASE}briefings/<str:briefing>/", briefings.case_briefing, name="case_briefing"),
    path(f"{CASE}briefings/<str:briefing>/change/", briefings.changing, name="change_briefing"),
    path(f"{CASE}briefings/<str:briefing>/submit/", briefings.submitting, name="submit_briefing"),
    path(f"{CASE}briefings/<str:briefing>/approve/", briefings.approving, name="approve_briefing"),
    path(f"{CASE}briefings/<str:briefing>/send-back/", briefings.sending_back, name="send_back_briefing"),
    path(f"{CASE}briefings/<str:briefing>/publish/", briefings.publishing, name="publish_briefing"),
    path(f"{CASE}briefings/<str:briefing>/withdraw/", briefings.withdrawing, name="withdraw_briefing"),
    path(f"{CASE}take-over/", cases.taking_over, name="take_over"),
    path(f"{CASE}title/", cases.renaming, name="rename"),
    path(f"{CASE}child/", cases.adding_child, name="add_child"),
    path(f"{CASE}name/", cases.naming, name="name_member"),
    path(f"{CASE}named/<int:member>/end/", cases.striking, name="strike_member"),
    path(f"{CASE}write/", incidents.writing, name="write_incident"),
    path(f"{CASE}decide/", incidents.deciding, name="decide"),
    path(f"{CASE}not-notified/", incidents.leaving, name="leave_unnotified"),
    path(f"{CASE}again/", incidents.considering_again, name="consider_again"),
    path(f"{CASE}notified/", incidents.notifying, name="notify"),
    path(f"{CASE}not-reviewed/", incidents.leaving_unreviewed, name="leave_unreviewed"),
    path(f"{CASE}meeting/", incidents.meeting, name="record_meeting"),
    path(f"{CASE}signed-off/", incidents.signing_off, name="sign_off"),
    path(f"{CASE}sent/", incidents.sending, name="send_review"),
    path(f"{CASE}reply/", incidents.replying, name="record_reply"),
    path(f"{CASE}close/", incidents.closing, name="close"),
]
