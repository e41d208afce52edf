"""Addresses of the Schedule tab."""

from django.urls import path

from homeward.desk.schedule import hours_views, need, terms_views, views

urlpatterns = [
    path("clients/<uuid:client_id>/schedule/", views.chart_schedule, name="chart_schedule"),
    path("clients/<uuid:client_id>/schedule/hours/", hours_views.hours, name="schedule_hours"),
    path("clients/<uuid:client_id>/schedule/need/", need.need, name="schedule_need"),
    path("clients/<uuid:client_id>/schedule/terms/", terms_views.terms, name="schedule_terms"),
    path(
        "clients/<uuid:client_id>/schedule/language/",
        terms_views.language,
        name="schedule_language",
    ),
    path(
        "clients/<uuid:client_id>/schedule/counselor/",
        terms_views.counselor,
        name="schedule_counselor",
    ),
    path("clients/<uuid:client_id>/schedule/seats/", views.seat, name="schedule_seat"),
    path("clients/<uuid:client_id>/schedule/sessions/", views.booking, name="schedule_booking"),
    path("clients/<uuid:client_id>/schedule/apart/", views.apart, name="schedule_apart"),
    path("kept-apart/<uuid:pair_id>/end/", views.apart_end, name="schedule_apart_end"),
    path("seats/<uuid:seat_id>/makeup/", views.makeup, name="schedule_makeup"),
    path("seats/<uuid:membership_id>/release/", views.release, name="schedule_release"),
]
