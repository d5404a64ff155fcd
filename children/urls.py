"""Addresses of the child's page."""

from django.urls import path

from children import views

app_name = "children"
CHILD = "children/<str:reference>/"

urlpatterns = [
    path(CHILD, views.child, name="child"),
    path(f"{CHILD}family/", views.family, name="family"),
    path(f"{CHILD}chronology/", views.chronology, name="chronology"),
]
