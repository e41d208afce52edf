"""Addresses of the discharge room."""

from django.urls import path

from homeward.desk.discharge import views

urlpatterns = [
    path("clients/<uuid:client_id>/discharge/", views.discharge, name="discharge"),
    path("clients/<uuid:client_id>/appointments/", views.appointment, name="appointment"),
    path("clients/<uuid:client_id>/phase/", views.phase, name="phase"),
    path("documents/<uuid:document_id>/", views.document, name="document"),
    path("follow-ups/<uuid:follow_up_id>/", views.follow_up, name="follow_up"),
]
