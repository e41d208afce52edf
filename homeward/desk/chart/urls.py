"""Addresses of one client's record."""

from django.urls import path

from homeward.desk.chart import views

urlpatterns = [
    path("clients/<uuid:client_id>/", views.overview, name="chart"),
    path("clients/<uuid:client_id>/reason/", views.chart_reason, name="chart_reason"),
    path("clients/<uuid:client_id>/measures/", views.chart_measures, name="chart_measures"),
    path("clients/<uuid:client_id>/history/", views.chart_history, name="chart_history"),
    path("emergency-access/", views.break_glass, name="break_glass"),
]
