"""Addresses of incidents."""

from django.urls import path

from homeward.desk.incidents import views

_ONE = "incidents/<uuid:incident_id>/"
urlpatterns = [
    path("incidents/", views.incident_list, name="incidents"),
    path("incidents/new/", views.incident_new, name="incident_new"),
    path("incidents/trend/", views.incident_trend, name="incident_trend"),
    path(
        "incidents/follow-ups/<uuid:follow_up_id>/",
        views.incident_follow_up,
        name="incident_follow_up",
    ),
    path(_ONE, views.incident, name="incident"),
    path(f"{_ONE}report/", views.incident_report, name="incident_report"),
    path(f"{_ONE}people/", views.incident_person, name="incident_person"),
    path(f"{_ONE}told/", views.incident_told, name="incident_told"),
    path(f"{_ONE}severity/", views.incident_severity, name="incident_severity"),
    path(f"{_ONE}follow-up/", views.incident_follow_up_new, name="incident_follow_up_new"),
    path(f"{_ONE}cause/", views.incident_cause, name="incident_cause"),
    path(f"{_ONE}breach/", views.incident_breach, name="incident_breach"),
    path(f"{_ONE}end/", views.incident_end, name="incident_end"),
    path(f"{_ONE}state-report/", views.incident_sheet, name="incident_sheet"),
]
