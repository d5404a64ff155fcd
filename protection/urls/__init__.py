"""Addresses of child protection."""

from protection.urls import conferences, desks, plans

app_name = "protection"
urlpatterns = [*conferences.PATTERNS, *plans.PATTERNS, *desks.PATTERNS]
