"""Addresses of families of child protection."""

from django.urls import path

from protection.views import families, transfers

FAMILY = "child-protection/families/<str:reference>/"
PATTERNS = [
    path("child-protection/", families.family_list, name="families"),
    path("child-protection/move-in/", transfers.moving_in, name="transfer_in"),
    path(FAMILY, families.family, name="family"),
    path(f"{FAMILY}allocate/", families.allocating, name="allocate_family"),
    path(f"{FAMILY}call-discussion/", families.calling, name="call_discussion"),
    path(f"{FAMILY}moves/<int:transfer>/settle/", transfers.settling, name="settle_transfer"),
]
