"""Addresses of the discharge room."""

from django.urls import path

from homeward.desk.discharge import case_views, views

urlpatterns = [
    path("clients/<uuid:client_id>/discharge/", views.discharge, name="discharge"),
    path("clients/<uuid:client_id>/discharge/case/", case_views.case, name="discharge_case"),
    path(
        "cases/<uuid:administrative_case_id>/<slug:part>/", case_views.case_part, name="case_part"
    ),
    path(
        "discharges/<uuid:discharge_id>/amendment/", views.discharge_amend, name="discharge_amend"
    ),
    path("clients/<uuid:client_id>/appointments/", views.appointment, name="appointment"),
    path(
        "appointments/<uuid:appointment_id>/outcome/",
        views.appointment_settle,
        name="appointment_settle",
    ),
    path("clients/<uuid:client_id>/phase/", views.phase, name="phase"),
    path("documents/<uuid:document_id>/", views.document, name="document"),
]
