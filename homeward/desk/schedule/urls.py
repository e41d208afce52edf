"""Addresses of the Schedule tab."""

from django.urls import path

from homeward.desk.schedule import views

urlpatterns = [
    path("clients/<uuid:client_id>/schedule/", views.chart_schedule, name="chart_schedule"),
    path("clients/<uuid:client_id>/schedule/seats/", views.seat, name="schedule_seat"),
    path("clients/<uuid:client_id>/schedule/sessions/", views.booking, name="schedule_booking"),
    path("seats/<uuid:membership_id>/release/", views.release, name="schedule_release"),
]
