"""Addresses of the door."""

from django.urls import path

from homeward.desk.arrivals import codes, views

urlpatterns = [
    path("arrivals/", views.arrivals, name="arrivals"),
    path("arrivals/codes/<uuid:client_id>/", codes.code, name="arrival_code"),
    path("arrivals/waiting/<uuid:arrival_id>/", views.seen, name="arrival_seen"),
    path("arrivals/<uuid:seat_id>/", views.arrival, name="arrival"),
    path("arrivals/<uuid:seat_id>/safety/", views.safety, name="arrival_safety"),
    path("sessions/<uuid:session_id>/sheet/", views.sheet, name="arrival_sheet"),
    path("sessions/<uuid:session_id>/minutes/", views.minutes, name="arrival_minutes"),
]
