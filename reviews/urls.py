"""Addresses of cases."""

from django.urls import path

from reviews.views import cases, incidents

app_name = "reviews"
CASE = "reviews/<str:reference>/"
urlpatterns = [
    path("reviews/", cases.case_list, name="cases"),
    path("reviews/incident/new/", incidents.opening, name="open_incident"),
    path("reviews/without-an-owner/", cases.ownerless, name="ownerless"),
    path(CASE, cases.case, name="case"),
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
    path(f"{CASE}meeting/", incidents.meeting, name="record_meeting"),
    path(f"{CASE}signed-off/", incidents.signing_off, name="sign_off"),
    path(f"{CASE}sent/", incidents.sending, name="send_review"),
    path(f"{CASE}reply/", incidents.replying, name="record_reply"),
    path(f"{CASE}close/", incidents.closing, name="close"),
]
