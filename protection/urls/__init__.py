"""Addresses of child protection."""

from protection.urls import conferences

app_name = "protection"
urlpatterns = [*conferences.PATTERNS]
