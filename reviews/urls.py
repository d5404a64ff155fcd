"""Addresses of cases."""

from django.urls import path

from reviews.views import cases, chronology, entries, incidents, returns

app_name = "reviews"
CASE = "reviews/<str:reference>/"
RETURN = "reviews/returns/<str:reference>/"
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
    path(f"{CASE}ask/", returns.asking_agencies, name="ask_agencies"),
    path("reviews/asked/<str:reference>/", returns.asked, name="asked_return"),
    path(RETURN, returns.agency_return, name="return"),
    path(f"{RETURN}begin/", returns.declaring, name="declare"),
    path(f"{RETURN}write/", returns.writing, name="write_return"),
    path(f"{RETURN}send/", returns.sending, name="send_return"),
    path(f"{RETURN}back/", returns.sending_back, name="send_back"),
    path(f"{RETURN}author/", returns.naming_author, name="name_author"),
    path(f"{RETURN}withdraw/", returns.withdrawing, name="withdraw_return"),
    path(f"{RETURN}entries/add/", entries.adding, name="add_entry"),
    path(f"{RETURN}entries/<int:entry>/change/", entries.changing, name="change_entry"),
    path(f"{RETURN}entries/<int:entry>/strike/", entries.striking, name="strike_entry"),
    path(f"{RETURN}file/", entries.uploading, name="chronology_file"),
    path(f"{RETURN}file/template/", entries.template, name="chronology_template"),
    path(f"{RETURN}file/<int:upload>/", entries.trying_out, name="upload"),
    path(f"{RETURN}file/<int:upload>/rows/", entries.to_put_right, name="rows_to_put_right"),
    path(f"{RETURN}file/<int:upload>/give-up/", entries.giving_up, name="give_up_upload"),
    path(f"{CASE}chronology/", chronology.merged, name="chronology"),
    path(f"{CASE}chronology/likely/", chronology.likely, name="likely_contradictions"),
    path(f"{CASE}chronology/mark/", chronology.marking, name="mark_contradiction"),
    path(f"{CASE}chronology/marked/<int:contradiction>/", chronology.lifting, name="lift_contradiction"),
    path(f"{CASE}chronology/table/", chronology.table, name="chronology_table"),
    path(f"{CASE}chronology/copy/", chronology.ask_for_copy, name="ask_for_chronology_copy"),
    path("reviews/copies/<str:reference>/", chronology.copy, name="chronology_copy"),
    path("reviews/copies/<str:reference>/progress/", chronology.progress, name="chronology_copy_progress"),
    path("reviews/copies/<str:reference>/file/", chronology.file, name="chronology_copy_file"),
]
