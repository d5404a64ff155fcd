"""Addresses of the interface for other systems."""

from django.urls import path

from referrals.api import description, views

app_name = "api"
urlpatterns = [
    path("", description.guide, name="guide"),
    path("openapi.json", description.openapi, name="schema"),
    path("referrals", views.Referrals.as_view(), name="referrals"),
    path("notifications", views.Notifications.as_view(), name="notifications"),
    path("referrals/<str:reference>", views.Referral.as_view(), name="referral"),
    path("question-sets", views.QuestionSets.as_view(), name="question_sets"),
    path("referrals/<str:reference>/amendments", views.Amendments.as_view(), name="amendments"),
    path("referrals/<str:reference>/withdrawal", views.Withdrawal.as_view(), name="withdrawal"),
    path("referrals/<str:reference>/documents", views.Documents.as_view(), name="documents"),
]
