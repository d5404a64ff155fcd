"""Addresses of the inbox, requests and questionnaires."""

from django.urls import path

from work.views import clocks, handovers, inbox, people, questionnaires, reference, replies, requests

app_name = "work"
REPLY = "requests/<str:reference>/questions/"
DATES = "dates-and-limits/"
QUESTIONNAIRE = "questionnaires/<slug:code>/<int:number>/"
urlpatterns = [
    path("inbox/", inbox.handovers, name="inbox"),
    path("inbox/accepted/", inbox.accepted, name="accepted"),
    path("inbox/requests/", inbox.requests, name="requests"),
    path("handovers/<str:reference>/", handovers.handover, name="handover"),
    path("handovers/<str:reference>/accept/", handovers.accept, name="accept"),
    path("handovers/<str:reference>/return/", handovers.give_back, name="return"),
    path("requests/<str:reference>/", requests.request_page, name="request"),
    path("requests/<str:reference>/people/", people.confirm, name="confirm_people"),
    path(REPLY, replies.reply, name="reply"),
    path(f"{REPLY}check/", replies.check, name="reply_check"),
    path(f"{REPLY}hand-on/", replies.hand_on, name="hand_on_reply"),
    path(f"{REPLY}chase/", replies.chase, name="chase_reply"),
    path(f"{REPLY}waive/", replies.waive, name="waive_reply"),
    path(f"{REPLY}withdraw/", replies.withdraw, name="withdraw_reply"),
    path(f"{REPLY}<int:number>/", replies.section, name="reply_section"),
    path("clocks/<int:pk>/", clocks.clock, name="clock"),
    path("clocks/<int:pk>/release/", clocks.release, name="release_clock"),
    path(DATES, reference.overview, name="dates_and_limits"),
    path(f"{DATES}bank-holidays/", reference.holidays, name="bank_holidays"),
    path(f"{DATES}bank-holidays/add/", reference.add_holiday, name="add_bank_holiday"),
    path(f"{DATES}bank-holidays/<str:day>/remove/", reference.remove_holiday, name="remove_bank_holiday"),
    path(f"{DATES}school-terms/", reference.terms, name="school_terms"),
    path(f"{DATES}school-terms/add/", reference.add_term, name="add_school_term"),
    path(f"{DATES}school-terms/<int:pk>/", reference.change_term, name="school_term"),
    path(f"{DATES}school-terms/<int:pk>/remove/", reference.remove_term, name="remove_school_term"),
    path(f"{DATES}limits/", reference.all_limits, name="limits"),
    path(f"{DATES}limits/<int:pk>/withdraw/", reference.take_back_limit, name="withdraw_limit"),
    path(f"{DATES}limits/<str:kind>/", reference.limit, name="limit"),
    path(f"{DATES}limits/<str:kind>/new/", reference.new_limit, name="set_limit"),
    path(f"{DATES}refused-answers/", reference.refused, name="refused_answers"),
    path("questionnaires/", questionnaires.overview, name="questionnaires"),
    path("questionnaires/new/", questionnaires.create, name="new_questionnaire"),
    path("questionnaires/<slug:code>/new-version/", questionnaires.new_version, name="new_version"),
    path("questionnaires/<slug:code>/when/", questionnaires.when_asked, name="when_asked"),
    path("questionnaires/<slug:code>/asked/", questionnaires.asked, name="asked"),
    path("questionnaires/<slug:code>/ask/", questionnaires.ask, name="ask"),
    path(QUESTIONNAIRE, questionnaires.version_page, name="version"),
    path(f"{QUESTIONNAIRE}preview/", questionnaires.preview, name="preview"),
    path(f"{QUESTIONNAIRE}publish/", questionnaires.publish, name="publish"),
    path(f"{QUESTIONNAIRE}questions/new/", questionnaires.new_question, name="new_question"),
    path(f"{QUESTIONNAIRE}questions/<slug:key>/", questionnaires.edit_question, name="question"),
    path(f"{QUESTIONNAIRE}questions/<slug:key>/move/", questionnaires.move, name="move_question"),
    path(f"{QUESTIONNAIRE}questions/<slug:key>/remove/", questionnaires.remove, name="remove_question"),
]
