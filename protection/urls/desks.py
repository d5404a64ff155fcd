"""Addresses of the desks and of the scrutiny panel."""

from django.urls import path

from protection.views import desks

PATTERNS = [
    path("chair/", desks.chairs_desk, name="chairs_desk"),
    path("child-protection/diaries/", desks.chairs_diaries, name="chairs_diaries"),
    path("child-protection/my-agency/", desks.agencys_desk, name="agencys_conferences"),
    path("panel/", desks.panel_list, name="panels"),
    path("panel/list/", desks.panel_listed, name="list_for_panel"),
    path("panel/<str:reference>/", desks.panel, name="panel"),
    path("panel/<str:reference>/met/", desks.panel_met, name="record_panel"),
    path("panel/<str:reference>/plans/<int:case>/", desks.panel_case, name="panel_case"),
]
