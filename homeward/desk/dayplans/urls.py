"""Addresses of the client's day and of the prevention plan in the record."""

from django.urls import path

from homeward.desk.dayplans import day_views, prevention_views

_DAY = "clients/<uuid:client_id>/day/"
_PLAN = "clients/<uuid:client_id>/prevention/"
urlpatterns = [
    path(_DAY, day_views.chart_day, name="chart_day"),
    path(f"{_DAY}begin/", day_views.chart_day_begin, name="chart_day_begin"),
    path(f"{_DAY}fill/", day_views.chart_day_fill, name="chart_day_fill"),
    path(f"{_DAY}write/<slug:day_matter>/", day_views.chart_day_write, name="chart_day_write"),
    path(f"{_DAY}week/<uuid:day_line_id>/end/", day_views.chart_line_end, name="chart_line_end"),
    path(_PLAN, prevention_views.chart_prevention, name="chart_prevention"),
    path(f"{_PLAN}write/", prevention_views.chart_prevention_write, name="chart_prevention_write"),
    path(
        "papers/prevention/<uuid:prevention_id>/",
        prevention_views.print_prevention,
        name="print_prevention",
    ),
]
