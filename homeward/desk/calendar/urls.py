"""Addresses of the calendar page."""

from django.urls import path

from homeward.desk.calendar import views

urlpatterns = [
    path("calendar/", views.calendar, name="calendar"),
    path("calendar/open/", views.make, name="calendar_open"),
    path("calendar/end/", views.end, name="calendar_end"),
    path("calendar/place/", views.place, name="calendar_place"),
]
