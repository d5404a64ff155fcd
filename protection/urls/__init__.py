"""Addresses of child protection."""

from protection.urls import conferences, desks, enquiries, families, plans, strategy

app_name = "protection"
urlpatterns = [
    *families.PATTERNS,
    *strategy.PATTERNS,
    *enquiries.PATTERNS,
    *conferences.PATTERNS,
    *plans.PATTERNS,
    *desks.PATTERNS,
]
