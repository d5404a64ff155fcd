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
    path("referrals/<str:reference>/documents", views.Documents.as_view(), name="documents"),
]
