"""Addresses of the yearly report and of the dashboard."""

from django.urls import path

from reporting.views import dashboard, population
from reporting.views import report as views

app_name = "reporting"
urlpatterns = [
    path("figures/", dashboard.front, name="dashboard"),
    path("figures/<slug:slug>/", dashboard.page, name="dashboard_page"),
    path("figures/<slug:slug>/all.<slug:form>", dashboard.page_file, name="dashboard_file"),
    path("figures/<slug:slug>/<str:code>/all.<slug:form>", dashboard.figure_file, name="dashboard_figure_file"),
    path("figures/<slug:slug>/<str:code>/by-<slug:by>.<slug:form>", dashboard.part_file, name="dashboard_part_file"),
    path("figures/<slug:slug>/<str:code>/", dashboard.figure, name="dashboard_figure"),
    path("population/", population.population, name="population"),
    path("yearly-report/", views.years, name="years"),
    path("yearly-report/compilations/<str:reference>/", views.compilation, name="compilation"),
    path("yearly-report/compilations/<str:reference>/progress/", views.progress, name="progress"),
    path("yearly-report/editions/<str:reference>/", views.edition, name="edition"),
    path("yearly-report/editions/<str:reference>/figures.json", views.edition_json, name="edition_json"),
    path("yearly-report/editions/<str:reference>/report.pdf", views.edition_pdf, name="edition_pdf"),
    path("yearly-report/editions/<str:reference>/compare/<str:other>/", views.compare, name="compare"),
    path("yearly-report/editions/<str:reference>/decide/", views.decide, name="decide"),
    path("yearly-report/<str:label>/", views.year, name="year"),
    path("yearly-report/<str:label>/compile/", views.compile_year, name="compile"),
    path("yearly-report/<str:label>/narrative/<slug:section>/", views.narrative, name="narrative"),
]
