"""Addresses of the yearly report and of the dashboard."""

from django.urls import path

from reporting.views import dashboard, population, returns
from reporting.views import report as views

app_name = "reporting"
ROUND = "return-rounds/<str:reference>/"
RETURN = "returns/<str:reference>/"
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
    path("yearly-report/<str:label>/returns/", returns.overview, name="returns"),
    path("yearly-report/<str:label>/returns/new/", returns.new_round, name="new_return_round"),
    path("yearly-report/<str:label>/returns/chase/", returns.chase_all, name="chase_late_returns"),
    path(ROUND, returns.round_page, name="return_round"),
    path(f"{ROUND}returns.xlsx", returns.round_file, name="return_round_file"),
    path(f"{ROUND}ask/", returns.ask_more, name="ask_for_returns"),
    path(f"{ROUND}close/", returns.close, name="close_return_round"),
    path(f"{ROUND}reopen/", returns.reopen, name="reopen_return_round"),
    path(RETURN, returns.agency_return, name="agency_return"),
    path(f"{RETURN}accept/", returns.accept, name="accept_return"),
    path(f"{RETURN}send-back/", returns.send_back, name="send_back_return"),
    path(f"{RETURN}type-in/", returns.type_in, name="record_return"),
    path(f"{RETURN}chase/", returns.chase, name="chase_return"),
    path(f"{RETURN}withdraw/", returns.withdraw, name="withdraw_return"),
    path(f"{RETURN}ask-again/", returns.ask_again, name="ask_again_for_return"),
    path("yearly-report/<str:label>/", views.year, name="year"),
    path("yearly-report/<str:label>/compile/", views.compile_year, name="compile"),
    path("yearly-report/<str:label>/narrative/<slug:section>/", views.narrative, name="narrative"),
]
