"""Addresses of the figures for other systems."""

from django.urls import path

from reporting.api import views

app_name = "figures"
urlpatterns = [
    path("indicators", views.Indicators.as_view(), name="indicators"),
    path("indicators/<str:code>/values", views.Values.as_view(), name="values"),
    path("editions", views.Editions.as_view(), name="editions"),
    path("editions/<str:year>/<int:number>", views.PublishedEdition.as_view(), name="edition"),
    path("editions/<str:year>/<int:number>/tables", views.PublishedTables.as_view(), name="edition_tables"),
    path("editions/<str:year>/<int:number>/report.pdf", views.PublishedPdf.as_view(), name="edition_pdf"),
]
